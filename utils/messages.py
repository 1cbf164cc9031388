"""Short messages below a cell: in Jupyter a panel, in a terminal a line."""

import html
import re

from IPython import get_ipython
from IPython.display import display

# Okabe–Ito colours for the bar at the left: each is seen on white and on
# black, and a sign in the text always says the same as the colour.
COLOURS = {"right": "#009E73", "wrong": "#D55E00", "note": "#E69F00"}


class ShortError:
    """Let an exception show its message in Jupyter and no traceback.

    For a mistake that the reader can mend from the message alone. nbclient,
    nbval and nbgrader still see an error.
    """

    def _render_traceback_(self):
        return str(self).splitlines()


def show(bundle):
    """Display one output that holds every mime type of `bundle`.

    "text/plain" must be among them: it is printed where no IPython runs.
    """
    if get_ipython() is None:
        print(bundle["text/plain"])
    else:
        display(bundle, raw=True)


def line(text, tone):
    """Display one line of text; `tone` is "right", "wrong" or "note"."""
    show({"text/plain": text, "text/html": panel(inline(text), tone)})


def note(text):
    """Display a note, unless `text` is None."""
    if text is not None:
        line(f"Note: {text}", "note")


def panel(content, tone):
    """Return HTML that shows the HTML `content` behind a coloured bar."""
    return (
        f'<div style="border-left: 4px solid {COLOURS[tone]}; '
        f'padding: 2px 10px; margin: 4px 0">{content}</div>'
    )


def inline(text):
    """Return text as HTML: escaped, `code` marked, blank lines kept."""
    parts = re.split(r"(`+)(.+?)(?<!`)\1(?!`)", html.escape(str(text)))
    said = []
    for place, part in enumerate(parts):
        if place % 3 == 2:
            said.append(f"<code>{part}</code>")
        elif place % 3 == 0:
            said.append(re.sub(r"\n\s*\n", "<br><br>", part))
    return "".join(said)


def without_marks(text):
    """Return text on one line without the back quotes around code."""
    return " ".join(str(text).replace("`", "").split())
