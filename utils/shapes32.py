"""Draw 32x32 colour pictures of ten shapes, one knob for each difficulty.

The data set that stands in for CIFAR-10 when there is no network, and the
controlled experiment on what makes pictures hard to classify: the same ten
shapes, with six difficulties that can be turned up one at a time. How a
picture is painted stands in shape_painter, the outlines in signed_distance.
"""

import numbers
from collections.abc import Mapping

import numpy as np

from utils import shape_painter, signed_distance

SHAPES = (
    signed_distance.circle,
    signed_distance.square,
    signed_distance.triangle,
    signed_distance.star,
    signed_distance.cross,
    signed_distance.crescent,
    signed_distance.heart,
    signed_distance.arrow,
    signed_distance.bolt,
    signed_distance.hourglass,
)
CLASSES = tuple(shape.__name__ for shape in SHAPES)
KNOBS = (
    "viewpoint",
    "illumination",
    "deformation",
    "occlusion",
    "clutter",
    "intraclass",
)
DEFAULT_KNOBS = {
    "viewpoint": 0.5,
    "illumination": 0.35,
    "deformation": 0.35,
    "occlusion": 0.5,
    "clutter": 0.3,
    "intraclass": 0.5,
}
SEED = 32  # of the data set that load() draws

SIZE = (shape_painter.SIZE, shape_painter.SIZE)
CHUNK = 32  # pictures painted at a time: their arrays stay in the cache


def render(labels, *, seed, knobs=None):
    """Return one picture per label: uint8 (N, 32, 32, 3).

    `knobs` maps names in KNOBS to numbers from 0 (off) to 1 (hard); a knob
    that is not named is off, so None draws N prototypes on a flat ground.
    Picture i depends on `seed`, i, labels[i] and the knobs, not on N. With
    seed and labels fixed, turning a knob moves the picture continuously.

    Raises ValueError for an unknown knob or class and a value out of range.
    """
    labels, draws, knobs = _drawn(labels, seed, knobs)
    images = np.empty((len(labels), *SIZE, 3), "uint8")
    for shape, chunk in _chunks(labels):
        light = shape_painter.paint(shape, draws[chunk], knobs)
        images[chunk] = np.floor(light * 255 + 0.5).astype("uint8")
    return images


def silhouettes(labels, *, seed, knobs=None):
    """Return where the shape is in pictures of render: bool (N, 32, 32).

    True for what its outline encloses, also where something stands before it.
    Arguments and errors are those of render.
    """
    labels, draws, knobs = _drawn(labels, seed, knobs)
    inside = np.empty((len(labels), *SIZE), bool)
    for shape, chunk in _chunks(labels):
        inside[chunk] = shape_painter.silhouette(shape, draws[chunk], knobs)
    return inside


def load():
    """Return (train, validation, test), each a pair (images, labels).

    8,000, 1,000 and 1,000 pictures at DEFAULT_KNOBS, every class equally
    often in each; labels are int64. The same arrays at every call.
    """
    rng = np.random.default_rng(SEED)
    sizes = (8_000, 1_000, 1_000)
    labels = np.concatenate(
        [rng.permutation(np.arange(size) % len(CLASSES)) for size in sizes]
    ).astype("int64")
    images = render(labels, seed=SEED, knobs=DEFAULT_KNOBS)
    ends = np.cumsum(sizes)[:-1]
    return tuple(
        zip(np.split(images, ends), np.split(labels, ends), strict=True)
    )


def _drawn(labels, seed, knobs):
    """Return checked labels, a row of random numbers for each, and knobs."""
    labels = _checked_labels(labels)
    knobs = _checked_knobs(knobs)
    if not isinstance(seed, numbers.Integral) or seed < 0:
        raise ValueError(f"seed is {seed!r}, but must be an integer from 0 up.")
    width = sum(shape_painter.DRAWS.values())
    draws = np.random.default_rng(seed).random((len(labels), width))
    return labels, (2 * draws - 1).astype("float32"), knobs


def _chunks(labels):
    """Yield (shape, places) for parts of the pictures, CHUNK at most."""
    for label, shape in enumerate(SHAPES):
        members = np.flatnonzero(labels == label)
        for start in range(0, len(members), CHUNK):
            yield shape, members[start : start + CHUNK]


def _checked_labels(labels):
    labels = np.asarray(labels)
    if labels.ndim != 1 or (labels.size and labels.dtype.kind not in "iu"):
        raise ValueError(
            "labels must be one row of integers, but they are "
            f"{labels.dtype} of shape {labels.shape}."
        )
    wrong = labels[(labels < 0) | (labels >= len(CLASSES))]
    if wrong.size:
        raise ValueError(
            f"label {wrong[0]} is none of 0 to {len(CLASSES) - 1}: "
            f"{', '.join(CLASSES)}."
        )
    return labels


def _checked_knobs(knobs):
    if knobs is not None and not isinstance(knobs, Mapping):
        raise ValueError(
            f"knobs is {knobs!r}, but must map names to numbers, like "
            "{'viewpoint': 0.5}."
        )
    settings = dict.fromkeys(KNOBS, 0.0)
    for name, value in (knobs or {}).items():
        if name not in settings:
            raise ValueError(
                f"there is no knob {name!r}: the knobs are {', '.join(KNOBS)}."
            )
        if not isinstance(value, numbers.Real) or not 0 <= value <= 1:
            raise ValueError(
                f"knob {name} is {value!r}, but runs from 0 (off) to 1 (hard)."
            )
        settings[name] = float(value)
    return settings
