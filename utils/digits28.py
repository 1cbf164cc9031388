"""Real handwritten digits in MNIST's format, from scikit-learn's 8x8 ones.

The data set that stands in for MNIST when there is no network: the 1,797
test digits of "Optical Recognition of Handwritten Digits" (Alpaydin and
Kaynak, 1998, archive.ics.uci.edu/dataset/80), written by 13 people, which
scikit-learn ships. Enlarged, they have MNIST's size and look.
"""

import numpy as np
from sklearn.datasets import load_digits

CLASSES = tuple("0123456789")

SIZE = 28
SPREAD = 2.5  # pixels per pixel of the 8x8 digits: 8 become MNIST's 20
BLACK, WHITE = 0.28, 0.82  # ink below is paper and above is full, as in MNIST
VALIDATION_SIZE, TEST_SIZE = 200, 300


def load():
    """Return (train, validation, test), each a pair (images, labels).

    1,297, 200 and 300 digits: images uint8 (N, 28, 28, 1), white on black,
    labels int64. Every class has the same share of each part, to one digit.
    The file's order is kept and nothing is random: of each class the last
    digits are the test part, and those before them validation. The file
    seems to go from writer to writer (its labels repeat every 130 digits):
    then most test digits are by people whose hand the training part does not
    hold. The same arrays at every call.
    """
    digits = load_digits()
    images = enlarge(digits.images)
    labels = digits.target.astype("int64")
    parts = split(labels)
    return tuple((images[part], labels[part]) for part in parts)


def enlarge(digits):
    """Return digits (N, 8, 8) with ink 0 to 16 as uint8 (N, 28, 28, 1).

    The centre of the ink comes to the middle of the picture, as in MNIST
    (yann.lecun.com/exdb/mnist). In between, Catmull-Rom interpolation.
    """
    ink = np.asarray(digits, dtype="float64") / 16
    total = ink.sum(axis=(1, 2))
    if not total.all():
        raise ValueError(
            f"digit {np.flatnonzero(total == 0)[0]} has no ink to centre on."
        )
    places = np.arange(8)
    row = ink.sum(axis=2) @ places / total  # (N,)
    column = ink.sum(axis=1) @ places / total
    rows, columns = _weights(row), _weights(column)  # (N, 28, 8)
    large = rows @ ink @ columns.transpose(0, 2, 1)  # (N, 28, 28)
    light = np.clip((large - BLACK) / (WHITE - BLACK), 0, 1)
    return np.floor(light * 255 + 0.5).astype("uint8")[..., None]


def split(labels):
    """Return the places of the train, validation and test part, ascending.

    Of each class in turn the last places are test, those before validation,
    with the shares rounded so that the parts have their exact sizes.
    """
    counts = np.bincount(labels)
    test = _shares(counts, TEST_SIZE)
    held_out = test + _shares(counts - test, VALIDATION_SIZE)
    part = np.zeros(len(labels), "int64")
    for label in range(len(counts)):
        places = np.flatnonzero(labels == label)
        part[places[len(places) - held_out[label] :]] = 1
        part[places[len(places) - test[label] :]] = 2
    return tuple(np.flatnonzero(part == number) for number in range(3))


def _weights(centre):
    """Return how much each of 8 old pixels counts in each of 28 new ones.

    `centre` (N,) is the old place that comes to the middle. Catmull-Rom
    kernel (Keys 1981, a = -1/2); beyond the old picture is no ink.
    """
    new = (np.arange(SIZE) - (SIZE - 1) / 2) / SPREAD
    old = new[None, :] + centre[:, None]  # (N, 28)
    away = np.abs(old[:, :, None] - np.arange(8))  # (N, 28, 8)
    near = (1.5 * away - 2.5) * away**2 + 1
    far = ((-0.5 * away + 2.5) * away - 4) * away + 2
    return np.where(away < 1, near, np.where(away < 2, far, 0))


def _shares(counts, size):
    """Share out `size` in proportion to `counts`: the largest remainders."""
    exact = counts * size / counts.sum()
    shares = np.floor(exact).astype("int64")
    order = np.argsort(shares - exact, kind="stable")
    shares[order[: size - shares.sum()]] += 1
    return shares
