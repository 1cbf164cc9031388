"""The folders where data may lie, and what lies there."""

import os
from pathlib import Path

from utils import settings
from utils.manifest import DataError, problem


def course_data():
    """Return the folder that COURSE_DATA names, None when it is unset.

    A relative value counts from the project's root, wherever the kernel runs.
    Raises DataError when it names no folder.
    """
    value = os.environ.get("COURSE_DATA")
    if not value:
        return None
    folder = (settings.project_root() / Path(value).expanduser()).resolve()
    if not folder.is_dir():
        raise DataError(
            f"COURSE_DATA is {value!r}, but there is no folder {folder}. "
            "Unset it, or set it to the folder that holds mnist.npz and "
            "cifar-10-batches-py."
        )
    return folder


def cache():
    """Return the folder for downloads: COURSE_CACHE, or data/cache."""
    value = os.environ.get("COURSE_CACHE") or "data/cache"
    return (settings.project_root() / Path(value).expanduser()).resolve()


def keras_cache():
    """Return the folder of Keras's own cache: KERAS_HOME, or ~/.keras."""
    return Path(os.environ.get("KERAS_HOME") or "~/.keras").expanduser()


def search(entry, folders):
    """Return (first good path or None, [(damaged path, what is wrong)]).

    Looks in `folders`, then in Keras's own cache.
    """
    names = entry.folders if entry.listed else (*entry.folders, entry.file)
    places = [folder / name for folder in folders for name in names]
    places += [keras_cache() / name for name in entry.keras]
    damaged = []
    for path in places:
        if path.exists():
            wrong = problem(entry, path)
            if not wrong:
                return path, damaged
            damaged.append((path, f"{path} {wrong}: it is damaged"))
    return None, damaged
