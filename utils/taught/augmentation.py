"""Pictures changed but not in what they show, as lesson 07 teaches it.

The functions are to the letter those of the lesson; a test compares them.
"""

import numpy as np
from keras import ops

LESSON = "07_cnn_cifar10"


def flips(images, draw):
    """Return the images, about half of them mirrored left to right."""
    mirrored = draw.random(len(images)) < 0.5
    changed = images.copy()
    changed[mirrored] = images[mirrored, :, ::-1]
    return changed


def shifts(images, draw, by=2):
    """Return images moved by up to `by` pixels each way; black comes in."""
    height, width = images.shape[1:3]
    frame = ((0, 0), (by, by), (by, by), (0, 0))
    framed = np.pad(images, frame)
    corner = draw.integers(0, 2 * by + 1, (2, len(images)))
    changed = np.empty_like(images)
    for top, left in np.ndindex(2 * by + 1, 2 * by + 1):
        here = (corner[0] == top) & (corner[1] == left)
        changed[here] = framed[here, top : top + height, left : left + width]
    return changed


def crops(images, draw, smallest=24):
    """Return windows of `smallest` to all pixels, enlarged to full size."""
    count, size = len(images), images.shape[1]
    scale = draw.uniform(smallest, size, count) / size
    right, down = draw.uniform(0, 1, (2, count)) * (1 - scale) * (size - 1)
    zero = np.zeros(count)
    parts = [scale, zero, right, zero, scale, down, zero, zero]
    maps = np.stack(parts, axis=1)  # (N, 8)
    changed = np.empty_like(images)
    for start in range(0, count, 5_000):
        part = slice(start, start + 5_000)
        pixels = images[part].astype(np.float32)
        moved = ops.image.affine_transform(pixels, maps[part])
        changed[part] = np.rint(ops.convert_to_numpy(moved))
    return changed


def colour_axes(images):
    """Return variances (3,) and axes (3, 3), in columns, of all colours."""
    pixels = images[:, ::4, ::4].reshape(-1, 3) / 255  # a sixteenth of them
    return np.linalg.eigh(np.cov(pixels.T))


def colours(images, draw, amount=0.5):
    """Return images, each with its own change of colour along the axes.

    An amount of each axis, drawn from a normal distribution with mean 0 and
    standard deviation `amount`, times the variance along it.
    """
    variances, axes = colour_axes(images)
    drawn = draw.normal(0, amount, (len(images), 3)) * variances
    added = 255 * drawn @ axes.T  # (N, 3)
    changed = np.empty_like(images)
    for start in range(0, len(images), 5_000):
        part = slice(start, start + 5_000)
        moved = images[part] + added[part, None, None].astype(np.float32)
        changed[part] = np.rint(np.clip(moved, 0, 255))
    return changed
