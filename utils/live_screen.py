"""The output of one cell in which the live view stands."""

import os
import threading
import uuid

from IPython import get_ipython
from IPython.display import display, update_display

from utils import live_buttons

TEXT = "A view of the training"
PARTS = ("curves", "filters", "maps", "mistakes", "table", "remarks")


def of_cell(finish):
    """Return the Screen of the cell that runs, or None without a kernel.

    When the cell has ended, well or not, `finish()` is called once; it
    returns the PNG bytes that the output then holds, or None for none.
    """
    shell = get_ipython()
    if getattr(shell, "kernel", None) is None:
        return None
    return Screen(shell, finish, Panel() if get_ready() else None)


def get_ready():
    """Import what a panel needs, if there will be one; say whether.

    There is none without a kernel or widgets, nor under pytest: nbval runs
    notebooks there, and knows no output that changes.
    """
    if "PYTEST_CURRENT_TEST" in os.environ:
        return False
    if getattr(get_ipython(), "kernel", None) is None:
        return False
    try:
        import ipywidgets  # noqa: F401
    except ImportError:
        return False
    live_buttons.get_ready()
    return True


class Panel:
    """The widgets: a line of text, the buttons, and one place a part."""

    def __init__(self):
        import ipywidgets as widgets

        self.buttons = live_buttons.Buttons()
        self.line = widgets.HTML()
        self.places = {
            name: widgets.HTML(layout={"display": "none", "max_width": "100%"})
            for name in PARTS
        }
        self.places["table"].layout.overflow = "auto"
        beside = widgets.HBox(  # a narrow page has them below each other
            list(self.places.values()),
            layout={"flex_flow": "row wrap", "grid_gap": "4px 24px"},
        )
        top = [self.buttons.widget] if self.buttons.widget else []
        self.box = widgets.VBox([*top, self.line, beside])

    def show(self, line, parts):
        """Show a line of text and {name in PARTS: HTML}."""
        self.line.value = line
        for name, content in parts.items():
            place = self.places[name]
            place.layout.display = "block" if content else "none"
            place.value = content


class Screen:
    """One output: a `panel` while the cell runs, a still when it has ended."""

    def __init__(self, shell, finish, panel):
        self.panel = panel
        self._shell, self._finish = shell, finish
        self._thread = threading.get_ident()
        self._id = uuid.uuid4().hex
        shell.events.register("post_run_cell", self._end)
        if panel is not None:
            display(self._bundle(), raw=True, display_id=self._id)

    def _bundle(self):
        # text/plain stays ours: the widget's names its Python class
        return self.panel.box._repr_mimebundle_() | {"text/plain": TEXT}

    def _end(self, result=None):
        """Put the still into the output, where readers without widgets see it.

        Called by IPython at the end of every cell that is not silent.
        """
        if threading.get_ident() != self._thread:
            return  # a cell in a subshell, while ours runs on
        self._shell.events.unregister("post_run_cell", self._end)
        if self.panel is not None:
            self.panel.buttons.close()
        png = self._finish()
        still = {} if png is None else {"image/png": png}
        if self.panel is not None:
            bundle = self._bundle() | still
            update_display(bundle, raw=True, display_id=self._id)
        elif still:
            display({"text/plain": TEXT, **still}, raw=True)
