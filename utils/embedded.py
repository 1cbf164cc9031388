"""The data sets that come with the course, in place of those it downloads."""

import zlib
from pathlib import Path

import numpy as np

from utils import arraycache, places

PAIR = ("arrow", "bolt")  # classes of shapes32, for ants and bees
PAIR_COUNTS = ((123, 121), (70, 83))  # as many as there are photos
PAIR_SEED = 33


def load(name):
    """Return (name, classes, three pairs of images and labels) for a data set.

    digits28 stands in for "mnist", shapes32 for "cifar10".
    """
    if name == "mnist":
        from utils import digits28

        return "digits28", tuple(digits28.CLASSES), digits28.load()
    if name != "cifar10":
        raise ValueError(f"no embedded data stands in for {name!r}")
    from utils import shapes32

    return "shapes32", tuple(shapes32.CLASSES), _drawn_once()


def photos(size):
    """Return (name, classes, two pairs) in place of the ants and bees.

    As many pictures of two classes of shapes32, training and validation,
    enlarged to uint8 (N, size, size, 3).
    """
    from PIL import Image

    from utils import shapes32

    codes = [shapes32.CLASSES.index(name) for name in PAIR]
    counts = [count for part in PAIR_COUNTS for count in part]
    labels = np.repeat([0, 1, 0, 1], counts)
    drawn = shapes32.render(
        np.take(codes, labels), seed=PAIR_SEED, knobs=shapes32.DEFAULT_KNOBS
    )
    way = Image.Resampling.BILINEAR
    images = np.stack(
        [
            np.asarray(Image.fromarray(i).resize((size, size), way))
            for i in drawn
        ]
    )
    end = [sum(PAIR_COUNTS[0])]
    pairs = zip(np.split(images, end), np.split(labels, end), strict=True)
    return "arrows and bolts", PAIR, tuple(pairs)


def _drawn_once():
    """Return what shapes32.load() draws, kept until its code changes."""
    from utils import shape_painter, shapes32, signed_distance

    modules = (shapes32, shape_painter, signed_distance)
    files = [Path(module.__file__) for module in modules]
    code = b"".join([*(f.read_bytes() for f in files), np.__version__.encode()])
    key = f"shapes32-{zlib.crc32(code):08x}"
    folder = places.cache() / "arrays"
    arrays = arraycache.load(folder, key)
    if arrays is None:
        arrays = [array for pair in shapes32.load() for array in pair]
        arraycache.store(folder, key, arrays)
    return tuple(zip(arrays[::2], arrays[1::2], strict=True))
