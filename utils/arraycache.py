"""Arrays kept as .npy files, so that a data set is converted only once."""

import contextlib
import json
import zlib

import filelock
import numpy as np


def load(folder, key):
    """Return the arrays stored under `key`, or None when they are not whole.

    A marker file, written last, holds shape, type and CRC-32 of each array;
    arrays that disagree with it are not returned. Nothing is unpickled.
    """
    try:
        marker = json.loads((folder / f"{key}.json").read_text("utf-8"))
        arrays = []
        for position, facts in enumerate(marker):
            path = folder / f"{key}.{position}.npy"
            arrays.append(np.load(path, allow_pickle=False))
            if _facts(arrays[-1], path) != facts:
                return None
    except (OSError, EOFError, ValueError, TypeError, KeyError):
        return None
    return arrays or None


def store(folder, key, arrays):
    """Keep `arrays` under `key`; do nothing where that cannot be done.

    Each file is written beside its place and renamed. A process that finds
    another one storing leaves it to that one.
    """
    with contextlib.suppress(OSError, NotImplementedError):
        folder.mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(folder / f"{key}.lock", blocking=False):
            marker = []
            for position, array in enumerate(arrays):
                path = folder / f"{key}.{position}.npy"
                part = path.with_suffix(".part")
                with _removed_on_failure(part), part.open("wb") as stream:
                    np.save(stream, array, allow_pickle=False)
                part.replace(path)
                marker.append(_facts(array, path))
            part = folder / f"{key}.part"
            with _removed_on_failure(part):
                part.write_text(json.dumps(marker), encoding="utf-8")
            part.replace(folder / f"{key}.json")


def _facts(array, path):
    return {
        "bytes": path.stat().st_size,
        "shape": list(array.shape),
        "type": str(array.dtype),
        "crc32": zlib.crc32(np.ascontiguousarray(array)),
    }


@contextlib.contextmanager
def _removed_on_failure(part):
    try:
        yield
    except OSError:
        part.unlink(missing_ok=True)
        raise
