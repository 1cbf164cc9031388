"""Light weight files: the first stages of a network, its kernels as float16."""

import h5py
import keras
import numpy as np

from utils import pretrained
from utils.manifest import DataError

LIMIT = 0.01  # ImageNet's kernels, rounded, change the maps by 0.001 to 0.002


def write(name, source, target):
    """Write the light file of a network from its full one.

    `name` is one of pretrained.FAMILIES, `target` ends in .weights.h5. The
    file is read again and its net compared with the full one on a random
    picture. Returns the difference; raises DataError where it is above LIMIT
    and where the full file does not fit.
    """
    family = pretrained.FAMILIES[name]
    keras.utils.clear_session()  # layers are named as in a fresh process
    full = pretrained.read(name, "full", source)
    whole = target.with_name(f"float32_{target.name}")
    _cut(full).save_weights(whole)
    halve(whole, target)
    whole.unlink()
    found = difference(full, pretrained.read(name, "light", target))
    if not found <= LIMIT:  # also where it is NaN
        raise DataError(
            f"The light {name} differs from the full one by {found:.2%} at "
            f"{family.cut}, on a random picture; {LIMIT:.0%} is allowed. Use "
            "the course's locked environment; if it is that, please report it."
        )
    return found


def halve(source, target):
    """Copy a .weights.h5 file, arrays of more than one axis as float16.

    What has one axis, biases and statistics, stays as it is. Names and
    attributes stay, too.
    """
    with h5py.File(source) as old, h5py.File(target, "w") as new:

        def copy(name, node):
            if isinstance(node, h5py.Dataset):
                array = node[()]
                if array.ndim > 1:
                    with np.errstate(over="ignore"):  # `difference` tells
                        array = array.astype(np.float16)
                new[name] = array
            else:
                new.require_group(name)
            new[name].attrs.update(node.attrs)

        new.attrs.update(old.attrs)
        old.visititems(copy)


def difference(full, light):
    """Return how far the maps of two nets are apart on a random picture.

    `full` and `light` are Pretrained; the maps of `full` are taken where
    `light` ends. It is the length of the difference, as a share of the length
    of the full net's maps, NaN where these are all 0 or not finite.
    """
    draw = np.random.default_rng(0)
    picture = draw.integers(0, 256, (1, full.size, full.size, 3))
    pixels = full.preprocess(picture)
    expected, found = (
        keras.ops.convert_to_numpy(net(pixels, training=False)).astype(float)
        for net in (_cut(full), light.net)
    )
    with np.errstate(divide="ignore", invalid="ignore"):
        share = np.linalg.norm(found - expected) / np.linalg.norm(expected)
    return float(share)


def _cut(full):
    """Return a full network up to where the light one ends, same layers."""
    layer = full.net.get_layer(pretrained.FAMILIES[full.name].cut)
    return keras.Model(full.net.input, layer.output)
