"""The run file: one JSON line for every metric that was measured here."""

import json
import os
import platform
import sys
from datetime import UTC, datetime
from importlib import metadata
from pathlib import Path

from filelock import FileLock

from utils import settings

PACKAGES = {  # the names under which a backend may have been installed
    "tensorflow": ("tensorflow", "tensorflow-cpu"),
    "jax": ("jax",),
    "torch": ("torch",),
}


def backend():
    """Return the name of the Keras backend, without importing Keras.

    An imported Keras is asked; otherwise KERAS_BACKEND and then Keras's own
    keras.json decide, as they would on import; otherwise "tensorflow".
    """
    keras = sys.modules.get("keras")
    if keras is not None and hasattr(keras, "config"):
        return keras.config.backend()
    if os.environ.get("KERAS_BACKEND"):
        return os.environ["KERAS_BACKEND"]
    home = os.environ.get("KERAS_HOME")
    folder = Path(home) if home else Path("~/.keras").expanduser()
    try:
        written = (folder / "keras.json").read_text("utf-8")
        return json.loads(written).get("backend") or "tensorflow"
    except (OSError, ValueError, AttributeError):
        return "tensorflow"


def versions(backend_name=None):
    """Return the versions of Python, Keras, the backend and NumPy as a dict.

    Read from the installed packages' metadata: nothing is imported. A package
    that is not installed is left out.
    """
    name = backend_name or backend()
    found = {"python": platform.python_version()}
    wanted = {"keras": ("keras",), name: PACKAGES.get(name, (name,))}
    for package, distributions in {**wanted, "numpy": ("numpy",)}.items():
        for distribution in distributions:
            try:
                found[package] = metadata.version(distribution)
                break
            except metadata.PackageNotFoundError:
                continue
    return found


def line(lesson, metric, value, *, data, profile=None):
    """Return one measurement as the dict that is stored for it.

    `seed` is COURSE_SEED, or None where the lesson used its own.
    """
    name = backend()
    return {
        "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
        "lesson": lesson,
        "metric": metric,
        "value": value,
        "data": data,
        "profile": profile or settings.profile(),
        "backend": name,
        "seed": settings.seed(None),
        "versions": versions(name),
    }


def append(measurement, path=None):
    """Append a dict as one line to the run file, making its folder.

    A lock keeps the lines of two processes apart, and a line that an earlier
    crash cut short is closed first. Raises OSError when that is not possible.
    """
    path = Path(path or settings.run_file())
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(measurement, ensure_ascii=False, allow_nan=False) + "\n"
    with (
        FileLock(path.with_name(path.name + ".lock"), timeout=10),
        path.open("a+b") as file,
    ):
        if file.tell():
            file.seek(-1, os.SEEK_END)
            if file.read(1) != b"\n":
                text = "\n" + text
        file.write(text.encode())  # in "a" mode always at the end


def read(path=None, field="metric"):
    """Return the stored measurements as dicts, oldest first.

    A missing file is an empty list. Lines that are not whole, or that lack
    `field`, are left out.
    """
    try:
        written = Path(path or settings.run_file()).read_bytes()
    except OSError:
        return []
    found = []
    for row in written.decode("utf-8", "replace").split("\n"):
        try:
            measurement = json.loads(row)
        except ValueError:
            continue
        if isinstance(measurement, dict) and field in measurement:
            found.append(measurement)
    return found
