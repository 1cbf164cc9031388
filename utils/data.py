"""MNIST, CIFAR-10 and folders of photos as read-only arrays."""

from pathlib import Path
from typing import NamedTuple

import numpy as np

from utils import (
    arraycache,
    downloads,
    embedded,
    formats,
    notice,
    photos,
    places,
    settings,
    unpacking,
)
from utils import manifest as manifests
from utils.manifest import DataError
from utils.transfer import UnavailableError

VALIDATION = 5_000  # images taken from the end of the training file
TEST = 10_000
DIGITS = tuple("0123456789")
CIFAR_CLASSES = (
    "airplane",
    "automobile",
    "bird",
    "cat",
    "deer",
    "dog",
    "frog",
    "horse",
    "ship",
    "truck",
)


class Split(NamedTuple):
    """A part of a data set: images, labels, and which data they really are.

    `images` are uint8 (N, H, W, C), `labels` int64 (N,), both read-only;
    classes[label] is the name of a label.
    """

    images: np.ndarray
    labels: np.ndarray
    name: str
    classes: tuple[str, ...]


def load_mnist(*, manifest=None):
    """Return MNIST as (train, validation, test): 55,000, 5,000, 10,000.

    Images are uint8 (N, 28, 28, 1), white (255) on black. Where MNIST is
    neither found nor can be downloaded, and always in the smoke profile, it
    is scikit-learn's digits28, and a banner says so. Raises DataError for
    damaged files and, when COURSE_REQUIRE_REAL is 1, in place of the banner.
    """
    return _real_or(*_ways("mnist", "MNIST", DIGITS, manifest))


def load_cifar10(*, manifest=None):
    """Return CIFAR-10 as (train, validation, test): 45,000, 5,000, 10,000.

    Images are uint8 (N, 32, 32, 3), red, green, blue. Where CIFAR-10 is
    neither found nor can be downloaded, and always in the smoke profile, it
    is the course's own shapes32, and a banner says so. Raises DataError as
    load_mnist does.
    """
    return _real_or(*_ways("cifar10", "CIFAR-10", CIFAR_CLASSES, manifest))


def load_photos(folder, size):
    """Return a folder of photos as (train, validation), `size` pixels square.

    `folder` holds train/CLASS/*.jpg and val/CLASS/*.jpg; a relative path
    counts from the folder the kernel runs in. The name "hymenoptera" stands
    for the course's ants and bees, wherever they are found or downloaded to;
    where they cannot be had, and always in the smoke profile, two classes of
    shapes32 stand in for them, and a banner says so. Photos are resized at
    their shorter side (bilinear) and cut out at the centre. Raises DataError
    for anything that is missing or broken, and as load_mnist does.
    """
    if folder == "hymenoptera":
        return _real_or(*_ways_to_photos(size))
    folder = Path(folder).expanduser().absolute()
    if not folder.is_dir():
        raise DataError(
            f"There is no folder {folder}. Name a folder that holds train/ "
            'and val/, or "hymenoptera".'
        )
    parts, classes = photos.read_folder(folder, size)
    return tuple(_split(*part, folder.name, classes) for part in parts)


def join(train, validation):
    """Return train followed by validation: the original training file.

    The arrays are new and read-only. Raises ValueError when the two are not
    parts of the same data set.
    """
    if (train.name, train.classes) != (validation.name, validation.classes):
        raise ValueError(
            f"{train.name} and {validation.name} cannot be joined: they are "
            "different data sets. Load both in one call."
        )
    images = np.concatenate([train.images, validation.images])
    labels = np.concatenate([train.labels, validation.labels])
    return _split(images, labels, train.name, train.classes)


def _ways(name, title, classes, manifest):
    """Return two functions, that draw a stand-in and that read, and a title."""

    def read():
        images, labels = _real_arrays(name, manifest)
        ends = [-TEST - VALIDATION, -TEST]
        # copies: one part can be dropped while the others are kept
        parts = [
            [part.copy() for part in np.split(array, ends)]
            for array in (images, labels)
        ]
        pairs = zip(*parts, strict=True)
        return tuple(_split(*pair, title, classes) for pair in pairs)

    return lambda: _stand_in(name), read, title


def _ways_to_photos(size):
    """Return the same for the ants and bees."""
    title = manifests.find("hymenoptera").title

    def stand_in():
        name, classes, parts = embedded.photos(photos.checked_size(size))
        return tuple(_split(*part, name, classes) for part in parts)

    def read():
        folder = downloads.find("hymenoptera")
        folder = folder or downloads.fetch("hymenoptera")
        parts, classes = photos.read_folder(folder, size)
        return tuple(_split(*part, title, classes) for part in parts)

    return stand_in, read, title


def _real_or(stand_in, read, title):
    """Return the splits that `read` finds, or else those of `stand_in`."""
    if settings.profile() == "smoke":
        if settings.require_real():
            raise DataError(
                "COURSE_REQUIRE_REAL is 1, but the smoke profile always uses "
                "embedded data. Set COURSE_PROFILE to cpu or gpu."
            )
        parts = stand_in()
        notice.remark(f"Smoke profile: {parts[0].name} stands in for {title}.")
        return parts
    try:
        return read()
    except UnavailableError as error:
        if settings.require_real():
            raise
        parts = stand_in()
        headline = f"This is {parts[0].name}, not {title}."
        text = f"Results on it are not compared with those on {title}. {error}"
        notice.alarm(headline, text)
        return parts


def _real_arrays(name, manifest):
    """Return all images and labels, from the array cache where they are."""
    places.course_data()  # a wrong COURSE_DATA is said, whatever is cached
    entry = manifests.find(name, manifest)
    folder = places.cache() / "arrays"
    arrays = arraycache.load(folder, entry.key)
    if arrays is None:
        path = downloads.find(name, manifest=manifest)
        path = path or downloads.fetch(name, manifest=manifest)
        convert = {
            "mnist": formats.mnist_arrays,
            "cifar10": formats.cifar_arrays,
        }
        arrays = convert[name](unpacking.read(entry, path))
        arraycache.store(folder, entry.key, arrays)
    return arrays


def _stand_in(name):
    title, classes, parts = embedded.load(name)
    return tuple(_split(*part, title, classes) for part in parts)


def _split(images, labels, name, classes):
    return Split(_frozen(images), _frozen(labels), name, classes)


def _frozen(array):
    owner = array
    while isinstance(owner, np.ndarray):  # a view of a frozen array stays so
        owner.flags.writeable = False
        owner = owner.base
    return array.view()
