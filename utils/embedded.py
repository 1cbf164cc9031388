"""The data sets that come with the course, in place of those it downloads."""

import zlib
from pathlib import Path

import numpy as np

from utils import arraycache, places


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
