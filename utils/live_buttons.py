"""Buttons beside a training that runs: pause, go on, stop.

A click reaches Python while a cell runs only where messages of widgets take a
subshell, a second thread of the kernel: ipykernel 7 and JupyterLab 4.4, unless
a setting of theirs forbids it. A widget's own messages do not suffice:
ipykernel 7.4 hands them to the thread that wrote to the widget last, and that
is the busy one. So the page opens a channel of its own, and Python answers
only if it hears of that in another thread than the one that trains. Not
before the answer does the page show the buttons.
"""

import functools
import threading
import uuid
from pathlib import Path

SLICE = 0.1  # seconds that an interrupt of a paused training may have to wait


class Buttons:
    """Pause, Go on and Stop; `widget` is None without anywidget.

    They belong to the thread that makes them and `close` ends them.
    """

    def __init__(self):
        self.stopped = False
        self._go = threading.Event()
        self._go.set()
        self._trainer = threading.get_ident()
        self._target = f"course-live-{uuid.uuid4().hex}"
        self._channels = []  # one for each page that shows the buttons
        self.widget = None
        if get_ready():
            self.widget = _widget_class()(target=self._target)
            _manager().register_target(self._target, self._opened)

    @property
    def paused(self):
        return not self._go.is_set()

    def wait(self):
        """Wait while paused; an interrupt of the kernel ends that, too."""
        while not self._go.wait(SLICE):
            pass

    def close(self):
        """Take the buttons from the page and listen no more."""
        self._go.set()
        if self.widget is None:
            return
        self.widget.over = True
        _manager().unregister_target(self._target, self._opened)
        for channel in self._channels:
            _manager().unregister_comm(channel)

    def heed(self, word):
        """Take in what the page says; return the answer, or None.

        None where the thread that trains hears it: then the page was not
        heard while the training ran, and gets no buttons.
        """
        if threading.get_ident() == self._trainer:
            return None
        if word == "pause" and not self.stopped:
            self._go.clear()
        elif word in ("go on", "stop"):
            self.stopped |= word == "stop"
            self._go.set()
        return {"paused": self.paused, "stopped": self.stopped}

    def _opened(self, channel, _):
        self._channels.append(channel)
        channel.on_msg(lambda said: self._say(said["content"]["data"]))
        self._say("hello")

    def _say(self, word):
        """Tell every page how things stand after a word from one of them."""
        answer = self.heed(word)
        if answer is not None:
            for channel in self._channels:
                channel.send(answer)


def get_ready():
    """Import what buttons need; say whether it is there."""
    try:
        _widget_class()
    except ImportError:
        return False
    return True


@functools.cache
def _widget_class():
    """Return the widget's class, whose base is imported only for buttons."""
    import anywidget
    import traitlets

    class ButtonsWidget(anywidget.AnyWidget):
        _esm = Path(__file__).with_name("live_buttons.js")
        target = traitlets.Unicode().tag(sync=True)
        over = traitlets.Bool(False).tag(sync=True)

    return ButtonsWidget


def _manager():
    import comm

    return comm.get_comm_manager()
