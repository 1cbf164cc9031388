"""A pad to draw on in JupyterLab; elsewhere a picture that stands still."""

import functools
import html
import io
import re
from pathlib import Path

import numpy as np
from IPython.display import display
from PIL import Image

from utils import messages, panels

SIZE, PAPER = 280, 255  # side of the pad and its white; drawing.js has both
NOTHING = "Nothing drawn yet."
# a new element with this role is read out by screen readers
ALERT = """<div role="alert"
style="line-height: 1.4; overflow-wrap: anywhere">{}</div>"""
COLOUR_CODES = re.compile(r"\x1b\[[0-9;]*m")  # Keras has them in its errors


def show(answer, *, start):
    """Show a pad to draw on, and the picture `answer(image)` beside it.

    `answer` is called once at first and after each stroke, never with an
    empty page. It gets a uint8 array (280, 280) of its own, 255 for white
    paper and 0 for black ink, and returns a Matplotlib figure, or one image,
    uint8 (H, W) or (H, W, 3), which is enlarged to about the size of the pad
    with hard pixel edges. `start`, such an array too, is the example that
    stands on the pad until the first stroke; what `answer` raises for it is
    raised here, what it raises later is said beside the pad. Where there are
    no widgets, as on a static page or without anywidget, the picture for
    `start` is shown alone. Raises ValueError when `start` has another shape
    or dtype, or no ink.
    """
    start = _checked(np.asarray(start))
    still = _png(answer(start.copy()))
    bundle = {"text/plain": "A pad to draw on", "image/png": still}
    try:
        panel = _panel(answer, start, still)
    except ImportError:  # anywidget is not installed
        display(bundle, raw=True)
        return
    # one output with both: a page without widgets falls back to the picture
    display({**panel._repr_mimebundle_(), **bundle}, raw=True)


def _checked(start):
    """Return `start`; raise ValueError unless it is a page with ink."""
    if start.dtype != np.uint8 or start.shape != (SIZE, SIZE):
        raise ValueError(
            f"start is a {start.dtype} array of shape {start.shape}: the pad "
            f"needs uint8 of shape {(SIZE, SIZE)}, {PAPER} for white paper "
            "and 0 for black ink."
        )
    if start.min() == PAPER:
        raise ValueError(
            "start is an empty page, and pages without widgets show the "
            "answer to start: draw an example on it, with 0 for black ink."
        )
    return start


def _panel(answer, start, still):
    """Return the pad with a note and a picture beside it, or below it."""
    pad = _pad_class()(pixels=start.tobytes())
    import ipywidgets as widgets  # the line above raises without it

    # one place for both: the note lies over a clear picture, nothing jumps
    place = {"grid_area": "1 / 1", "max_width": "100%"}
    picture = widgets.Image(value=still, format="png", layout=place)
    note = widgets.HTML(
        layout={
            **place,
            "align_self": "flex-start",
            "width": "0",  # as wide as the picture, however long the text
            "min_width": "100%",
        }
    )
    beside = widgets.GridBox([picture, note], layout={"max_width": "100%"})

    def respond(change):
        image = np.frombuffer(change.new, np.uint8).reshape(SIZE, SIZE).copy()
        if image.min() == PAPER:
            said, answered = messages.panel(NOTHING, "note"), None
        else:
            said, answered = _ask(answer, image)
        note.value = said and ALERT.format(said)
        picture.value = answered or _blank(picture.value)

    pad.observe(respond, names="pixels")
    return widgets.HBox(  # a narrow page has the picture below the pad
        [pad, beside],
        layout={"align_items": "flex-start", "flex_flow": "row wrap"},
    )


@functools.cache
def _pad_class():
    """Return the widget's class, whose base is imported only for a pad."""
    import anywidget
    import traitlets

    class Pad(anywidget.AnyWidget):
        _esm = Path(__file__).with_name("drawing.js")
        # row by row from the top; the browser sends a memoryview
        pixels = traitlets.CBytes().tag(sync=True, echo_update=False)
        is_example = traitlets.Bool(True).tag(sync=True)

    return Pad


def _ask(answer, image):
    """Return ("", PNG bytes of the answer), or (HTML of its error, None)."""
    try:
        return "", _png(answer(image))
    except Exception as error:
        words = COLOUR_CODES.sub("", str(error)).split()
        line = " ".join([f"{type(error).__name__}:", *words])
        said = html.escape(line.removesuffix(":"))
        return messages.panel(said, "wrong"), None


def _png(answered):
    """Return a figure, or an image enlarged to at most the pad, as a PNG."""
    side = max(np.shape(answered)[:2], default=SIZE)  # a figure has no shape
    return panels.png(answered, max(1, SIZE // side))


def _blank(png):
    """Return a clear PNG of the same size, so that the page does not jump."""
    buffer = io.BytesIO()
    size = Image.open(io.BytesIO(png)).size
    Image.new("LA", size, (PAPER, 0)).save(buffer, format="PNG")
    return buffer.getvalue()
