"""Watch a net while it trains: curves, filters, maps, mistakes and ranges."""

import time

import keras
import numpy as np

from utils import (
    live_page,
    live_pictures,
    live_sample,
    live_screen,
    panels,
)

SHARE = 0.04  # of the training time that the pictures may take
SECONDS = 1  # at least between two pictures


class View(keras.callbacks.Callback):
    """Show a net while `fit` trains it; a callback for `fit`.

    `images` are some pictures, uint8 (N, H, W, 1) or (N, H, W, 3), about 100
    of them, which are only looked at; `labels` (N,) are their places in
    `classes`, the names. Where the net wants something other than these
    pictures, `prepare(images)` returns its inputs. The net is Sequential or
    functional, with one output a class, or a single one for two classes.

    In JupyterLab one output of the cell shows the loss on each batch, the
    accuracy after each epoch, the first convolution's filters, maps of the
    first and last convolution, mistakes, and for each layer with weights
    lowest and highest numbers on the sample. It is drawn anew when the
    pictures have taken less than SHARE of the training time. Buttons to pause
    and stop are there only if a click would arrive while `fit` runs. When the
    cell has ended, its output holds a still picture, under pytest and without
    widgets nothing else; in a terminal nothing is shown. Weights, optimizer
    and random state stay as they would be without a view.

    `fit` may be called several times with one view: the curves go on.
    Raises ValueError for images, labels or a net of another kind.
    """

    def __init__(self, images, labels, *, classes, prepare=None):
        super().__init__()
        self._sample = live_sample.Sample(images, labels, classes, prepare)
        self._look = None
        self._screen = None
        self._epoch, self._batch = 1, 0
        self._mean = 0.0  # loss of this epoch's batches so far
        self._clock = Clock()
        self.losses = []  # of each batch; a smaller last one only nearly
        self.accuracy = {"training": [], "validation": []}  # of each epoch
        live_screen.get_ready()

    @property
    def share(self):
        """What the view took while `fit` ran, as a share of the training.

        Measured. Neither pauses count nor the still picture at the end of
        the cell, which takes about half a second once.
        """
        return self._clock.share

    @property
    def stopped(self):
        """Say whether Stop was pressed in this cell: further fits end, too."""
        panel = self._screen and self._screen.panel
        return panel is not None and panel.buttons.stopped

    def note(self, *, validation_accuracy):
        """Record the last epoch's validation accuracy, a share from 0 to 1.

        For a net that is validated outside of `fit`. Raises ValueError for
        another number, and before the first epoch has ended.
        """
        if not 0 <= validation_accuracy <= 1:
            raise ValueError(
                f"validation_accuracy is {validation_accuracy}: give a share "
                "from 0 to 1."
            )
        if not self.accuracy["validation"]:
            raise ValueError("No epoch has ended yet: call note after fit.")
        self.accuracy["validation"][-1] = float(validation_accuracy)

    def on_train_begin(self, logs=None):
        self._clock.begin()
        self._sample.watch(self.model)
        if self._screen is None:
            self._screen = live_screen.of_cell(self._finish)
            self._clock.show_at_once()
        self._clock.end_view()

    def on_epoch_begin(self, epoch, logs=None):
        self._batch, self._mean = 0, 0.0
        self._epoch = len(self.accuracy["training"]) + 1

    def on_train_batch_end(self, batch, logs=None):
        self._clock.end_training()
        before, self._batch = self._batch, batch + 1
        # Keras gives the mean over the epoch so far
        mean = logs.get("loss", float("nan"))
        new = mean * self._batch - self._mean * before
        self.losses.append(new / (self._batch - before))
        self._mean = mean
        if self._screen is not None and self._screen.panel is not None:
            if self._clock.is_due():
                self._draw()
            self._heed(self._screen.panel.buttons)
        self._clock.end_view()

    def on_epoch_end(self, epoch, logs=None):
        self._clock.end_training()
        self.accuracy["training"].append(_accuracy(logs, ""))
        self.accuracy["validation"].append(_accuracy(logs, "val_"))
        self._clock.end_view()

    def on_train_end(self, logs=None):
        self._clock.end_training()

    def _heed(self, buttons):
        """Wait while paused, and end `fit` when stopped."""
        if buttons.paused:
            self._clock.end_view()
            self._draw()
            buttons.wait()
            self._clock.begin()  # the pause is neither training nor view
        if buttons.stopped:
            self.model.stop_training = True

    def _draw(self):
        """Look at the net, and show it if there is a panel."""
        # while fit runs on JAX the net's own numbers are not up to date
        getattr(self.model, "jax_state_sync", lambda: None)()
        sample = self._sample
        self._look = sample.look()
        if self._screen.panel is not None:
            mistakes = sample.mistakes(self._look.guesses)
            parts = live_page.parts(
                self.losses,
                self.accuracy,
                self._look,
                mistakes,
                sample.images[0],
            )
            self._screen.panel.show(self._line(), parts)
        self._clock.drawn()

    def _line(self):
        """Return how far the training is, as one line."""
        return (
            f"Epoch {self._epoch}, batch {self._batch} "
            f"({len(self.losses):,} in all). {self._right()} "
            f"The view took {100 * self.share:.1f} % of the training time."
        )

    def _right(self):
        right = np.mean(self._look.guesses == self._sample.labels)
        return f"{100 * right:.0f} % of {len(self._sample)} pictures are right."

    def _finish(self):
        """Return a still picture of the end as PNG bytes, None before a start.

        Called when the cell has ended.
        """
        if not self.losses:
            self._screen = None
            return None
        self._clock.begin()  # a pause may have been interrupted
        self._draw()
        figure = live_pictures.still(
            self.losses,
            self.accuracy,
            self._look,
            self._sample.mistakes(self._look.guesses),
        )
        figure.suptitle(self._right(), fontsize=11)
        png = panels.png(figure, 1)
        self._screen = None
        return png


class Clock:
    """Measure training and view apart, each in laps, in seconds."""

    def __init__(self):
        self.training = self.view = 0.0
        self._lap = time.perf_counter()
        self._last = None  # when the last picture was drawn
        self._price = 0.0  # of a picture

    @property
    def share(self):
        return self.view / self.training if self.training else 0.0

    def begin(self):
        """Begin a lap; what was since the last one counts for nothing."""
        self._lap = time.perf_counter()

    def end_training(self):
        """Count the lap that ends now as training, and begin another."""
        now = time.perf_counter()
        self.training += now - self._lap
        self._lap = now

    def end_view(self):
        """Count the lap that ends now for the view, and begin another."""
        now = time.perf_counter()
        self.view += now - self._lap
        self._lap = now

    def show_at_once(self):
        """Let the next picture be due: a new output would stay empty."""
        self._last = None

    def is_due(self):
        """Say whether the training so far has earned another picture."""
        if self._last is None:
            return True
        late = self._lap - self._last >= SECONDS
        return late and self.view + self._price <= SHARE * self.training

    def drawn(self):
        """Remember what the picture took that was drawn in this lap."""
        now = time.perf_counter()
        if self._last is not None:  # the first one takes longer than others
            self._price = now - self._lap
        self._last = now


def _accuracy(logs, prefix):
    """Return the first accuracy in Keras's logs, NaN where there is none."""
    for name, value in logs.items():
        split = "val_" if name.startswith("val_") else ""
        short = name.removeprefix(split)
        if split == prefix and (short == "acc" or short.endswith("accuracy")):
            return value
    return float("nan")
