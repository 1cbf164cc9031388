"""What a net makes of a small sample of pictures, at one moment."""

from typing import NamedTuple

import keras
import numpy as np
from keras import ops

from utils import live_ranges

WITHOUT_CONVOLUTION = "Filters and maps are left out: no Conv2D in {}."


class Look(NamedTuple):
    """What the view shows of a net; `filters` is None without a Conv2D."""

    guesses: np.ndarray  # (N,) class numbers
    filters: np.ndarray | None  # (h, w, channels, filters) of the first Conv2D
    maps: list  # (layer's name, (H, W, filters)) of the first and last Conv2D
    rows: list  # of live_ranges.Row
    remarks: list  # sentences about what is left out


class Sample:
    """Pictures with labels that a net is shown again and again."""

    def __init__(self, images, labels, classes, prepare):
        self.images, self.labels = np.asarray(images), np.asarray(labels)
        self.classes = list(classes)
        _check(self.images, self.labels, self.classes)
        self.inputs = self.images if prepare is None else prepare(self.images)
        self._watcher = None

    def __len__(self):
        return len(self.labels)

    def watch(self, net):
        """Get ready to look at `net`; raise ValueError where it cannot be."""
        if (
            self._watcher is not None
            and self._watcher.net is net
            and self._watcher.layers == live_ranges.layers_of(net)
        ):
            return
        self._check_net(net)
        self._watcher = live_ranges.Watcher(net)

    def look(self):
        """Return a Look at the net that was given to `watch` last."""
        watcher = self._watcher
        outputs, rows, remarks = watcher.run(self.inputs, self.labels)
        convolutions = [
            (layer, output)
            for layer, output in zip(watcher.layers, outputs, strict=False)
            if isinstance(layer, keras.layers.Conv2D)
        ]
        filters, maps = None, []
        if convolutions:
            filters = ops.convert_to_numpy(convolutions[0][0].kernel)
            ends = {0, len(convolutions) - 1}
            maps = [_maps(*convolutions[place]) for place in sorted(ends)]
        else:
            remarks.append(WITHOUT_CONVOLUTION.format(watcher.net.name))
        scores = ops.convert_to_numpy(ops.cast(outputs[-1], "float32"))
        guesses = self._guesses(scores)
        return Look(guesses, filters, maps, rows, remarks)

    def mistakes(self, guesses, most=8):
        """Return the first few (image, truth, guess) that are wrong."""
        wrong = np.flatnonzero(guesses != self.labels)[:most]
        return [
            (
                self.images[place],
                str(self.classes[self.labels[place]]),
                str(self.classes[guesses[place]]),
            )
            for place in wrong
        ]

    def _check_net(self, net):
        """Raise ValueError unless the net turns the sample into classes."""
        if not getattr(net, "inputs", None):
            raise ValueError(
                "live.View follows Sequential and functional nets, and "
                f"{net.name} is a {type(net).__name__} without `inputs`."
            )
        shapes = [tensor.shape[1:] for tensor in net.inputs]
        given = np.shape(self.inputs)[1:]
        if (
            len(shapes) != 1
            or len(shapes[0]) != len(given)
            or any(
                wanted not in (None, side)
                for wanted, side in zip(shapes[0], given, strict=True)
            )
        ):
            raise ValueError(
                f"{net.name} takes inputs of shape {shapes}, but the sample of "
                f"live.View has {given}: give View the pictures of the same "
                "size, or `prepare`, which turns them into inputs."
            )
        shapes = [tensor.shape[1:] for tensor in net.outputs]
        if shapes not in ([(1,)], [(len(self.classes),)]):
            raise ValueError(
                f"{net.name} has outputs of shape {shapes}, but live.View got "
                f"{len(self.classes)} classes: it needs one output a class."
            )

    def _guesses(self, scores):
        """Return the class of each row of scores (N, C) or (N, 1)."""
        if scores.shape[1] > 1:
            return scores.argmax(axis=1)
        logits = getattr(self._watcher.net.loss, "from_logits", False)
        return (scores[:, 0] > (0 if logits else 0.5)).astype(int)


def _maps(layer, output):
    """Return the name and maps (H, W, K) of a convolution, first picture."""
    maps = ops.convert_to_numpy(ops.cast(output[0], "float32"))
    if layer.data_format == "channels_first":
        maps = np.moveaxis(maps, 0, -1)
    return layer.name, maps


def _check(images, labels, classes):
    """Raise ValueError unless these are uint8 pictures with their labels."""
    if (
        images.dtype != np.uint8
        or images.ndim != 4
        or images.shape[3] not in (1, 3)
        or not images.size
    ):
        raise ValueError(
            f"images is a {images.dtype} array of shape {images.shape}: "
            "live.View needs uint8 of shape (N, H, W, 1) or (N, H, W, 3)."
        )
    if labels.shape != images.shape[:1]:
        raise ValueError(
            f"{len(images)} images, but labels of shape {labels.shape}: "
            "live.View needs one label an image."
        )
    if not np.issubdtype(labels.dtype, np.integer) or not (
        0 <= labels.min() <= labels.max() < len(classes)
    ):
        raise ValueError(
            f"labels are {labels.dtype} from {labels.min()} to {labels.max()}:"
            f" live.View needs whole numbers, the places of {len(classes)} "
            "classes counted from 0."
        )
