"""Folders of photos turned into arrays of one size."""

import numpy as np
from PIL import Image, ImageOps

from utils.manifest import DataError, photos_in


def read_folder(folder, size):
    """Return [(images, labels) of train/, of val/] and the class names.

    Below `folder` stand train/CLASS/*.jpg and val/CLASS/*.jpg. A photo is
    turned upright, its shorter side resized to `size` pixels (bilinear), its
    centre cut out: uint8 (N, size, size, 3). Labels are int64, classes and
    photos in the order of their names.

    Raises DataError for a folder that is missing, a class without photos,
    fewer than two classes, classes that differ between train/ and val/, and a
    photo that cannot be read; ValueError for a size that is no whole number.
    """
    size = checked_size(size)
    names = {part: _classes(folder / part) for part in ("train", "val")}
    for part, other in (("train", "val"), ("val", "train")):
        if alone := sorted(set(names[part]) - set(names[other])):
            raise DataError(
                f"{folder / part} has a class {alone[0]!r}, but {other}/ has "
                f"not. Add {folder / other / alone[0]} with photos, or remove "
                "the class."
            )
    classes = names["train"]
    parts = [_read_part(folder / part, classes, size) for part in names]
    return parts, tuple(classes)


def checked_size(size):
    """Return a size in pixels as an int; raise ValueError for any other."""
    if not isinstance(size, int | np.integer) or size < 1:
        raise ValueError(
            f"size is {size!r}, but must be a whole number from 1."
        )
    return int(size)


def _classes(folder):
    if not folder.is_dir():
        raise DataError(
            f"There is no folder {folder}. Photos must stand in "
            "train/CLASS/*.jpg and val/CLASS/*.jpg, with one folder for each "
            "class."
        )
    visible = (p for p in folder.iterdir() if not p.name.startswith("."))
    classes = sorted(path.name for path in visible if path.is_dir())
    if len(classes) < 2:
        raise DataError(
            f"{folder} holds {len(classes)} class folders"
            f"{f' ({classes[0]})' if classes else ''}, but telling classes "
            "apart takes at least two. Add a folder of photos for each class."
        )
    return classes


def _read_part(folder, classes, size):
    images, labels = [], []
    for label, name in enumerate(classes):
        paths = list(photos_in(folder / name))
        if not paths:
            others = sum(1 for _ in (folder / name).iterdir())
            raise DataError(
                f"{folder / name} holds no photos ({others} other files). Put "
                ".jpg, .jpeg, .png, .bmp or .webp files there, or remove the "
                "folder."
            )
        images += [_read_photo(path, size) for path in paths]
        labels += [label] * len(paths)
    return np.stack(images), np.array(labels, dtype="int64")


def _read_photo(path, size):
    try:
        with Image.open(path) as file:
            photo = ImageOps.exif_transpose(file).convert("RGB")
    except (
        OSError,
        ValueError,
        SyntaxError,
        Image.DecompressionBombError,
    ) as e:
        raise DataError(
            f"{path} cannot be read as a photo ({e}). Delete it, or replace it "
            "by a good copy."
        ) from e
    scale = size / min(photo.size)
    width, height = (max(size, round(side * scale)) for side in photo.size)
    photo = photo.resize((width, height), Image.Resampling.BILINEAR)
    left, top = (width - size) // 2, (height - size) // 2
    return np.asarray(photo.crop((left, top, left + size, top + size)))
