"""digits28: scikit-learn's digits, larger, in three fixed parts."""

import hashlib
import subprocess
import sys

import numpy as np
import pytest
from scipy import ndimage
from sklearn.datasets import load_digits
from sklearn.neighbors import KNeighborsClassifier

from utils import digits28, settings


@pytest.fixture(scope="module")
def splits():
    return digits28.load()


def digest(splits):
    parts = b"".join(a.tobytes() for split in splits for a in split)
    return hashlib.sha256(parts).hexdigest()


def test_splits_have_their_sizes_and_types(splits):
    assert [len(images) for images, _ in splits] == [1_297, 200, 300]
    for images, labels in splits:
        assert images.shape == (len(labels), 28, 28, 1)
        assert images.dtype == np.uint8
        assert labels.dtype == np.int64


def test_every_split_keeps_the_class_shares_to_one_digit(splits):
    counts = np.bincount(load_digits().target)
    for _, labels in splits:
        expected = counts * len(labels) / counts.sum()
        assert np.abs(np.bincount(labels) - expected).max() <= 1


def test_splits_hold_every_digit_exactly_once():
    parts = digits28.split(load_digits().target)
    np.testing.assert_array_equal(
        np.sort(np.concatenate(parts)), np.arange(1_797)
    )


def test_splits_keep_the_order_of_the_file_with_the_test_part_last():
    labels = load_digits().target
    train, validation, test = digits28.split(labels)
    for label in range(10):
        places = np.concatenate(
            [part[labels[part] == label] for part in (train, validation, test)]
        )
        assert (np.diff(places) > 0).all()
    for part in (train, validation, test):
        assert (np.diff(part) > 0).all()


def test_split_of_labels_with_unequal_shares_keeps_its_sizes():
    labels = np.repeat([0, 1, 2], [1_000, 700, 97])
    parts = digits28.split(labels)
    assert [len(part) for part in parts] == [1_297, 200, 300]
    assert np.bincount(labels[parts[2]]).tolist() == [167, 117, 16]


def test_no_picture_stands_in_two_splits(splits):
    images = np.concatenate([images for images, _ in splits])
    assert len({image.tobytes() for image in images}) == 1_797


def test_labels_stay_with_their_digits(splits):
    digits = load_digits()
    parts = digits28.split(digits.target)
    for (images, labels), part in zip(splits, parts, strict=True):
        np.testing.assert_array_equal(labels, digits.target[part])
        np.testing.assert_array_equal(
            images, digits28.enlarge(digits.images[part])
        )


def test_loading_twice_and_in_a_fresh_process_gives_the_same(splits):
    program = (
        "import hashlib; from utils import digits28;"
        "parts = [a.tobytes() for s in digits28.load() for a in s];"
        "print(hashlib.sha256(b''.join(parts)).hexdigest())"
    )
    run = subprocess.run(
        [sys.executable, "-c", program],
        cwd=settings.project_root(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert digest(digits28.load()) == digest(splits) == run.stdout.strip()


def test_digits_are_white_on_black_over_the_full_range(splits):
    for images, _ in splits:
        assert images.min() == 0
        assert (images.max(axis=(1, 2, 3)) > 240).all()
        assert np.median(images) == 0
        assert 25 < images.mean() < 45  # MNIST: 33


def test_no_digit_touches_the_border(splits):
    for images, _ in splits:
        border = np.ones((28, 28), bool)
        border[1:-1, 2:-2] = False
        assert not images[:, border].any()


def test_ink_is_centred_as_in_mnist(splits):
    images, _ = splits[0]
    for image in images[:200, :, :, 0]:
        centre = ndimage.center_of_mass(image.astype(float))
        np.testing.assert_allclose(centre, (13.5, 13.5), atol=0.8)


def test_a_dot_becomes_a_round_spot_in_the_middle():
    digits = np.zeros((1, 8, 8))
    digits[0, 2, 6] = 16
    spot = digits28.enlarge(digits)[0, :, :, 0]
    assert spot[13:15, 13:15].min() == 255
    for turned in (spot.T, spot[::-1], spot[:, ::-1]):
        np.testing.assert_array_equal(spot, turned)
    assert np.flatnonzero(spot.any(axis=0)).tolist() == [12, 13, 14, 15]


def test_interpolation_keeps_flat_ink_flat():
    digits = np.full((1, 8, 8), 8)
    middle = digits28.enlarge(digits)[0, 9:19, 9:19, 0]
    expected = (0.5 - digits28.BLACK) / (digits28.WHITE - digits28.BLACK)
    np.testing.assert_allclose(middle, 255 * expected, atol=0.51)


def test_an_empty_digit_is_refused():
    digits = np.ones((3, 8, 8))
    digits[1] = 0
    with pytest.raises(ValueError, match="digit 1 has no ink"):
        digits28.enlarge(digits)


def test_nearest_neighbour_reads_most_digits(splits):
    (images, labels), _, (queries, answers) = splits
    model = KNeighborsClassifier(1).fit(
        images.reshape(len(images), -1).astype("float32"), labels
    )
    flat = queries.reshape(len(queries), -1).astype("float32")
    assert model.score(flat, answers) > 0.93
