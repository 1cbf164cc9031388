"""Profile, seed, folders: what the environment decides about a run."""

import os
import sys
from pathlib import Path

PROFILES = ("smoke", "cpu", "gpu")


class SettingError(ValueError):
    """An environment variable with a value that no run can have."""

    def _render_traceback_(self):  # Jupyter shows the message alone
        return [f"{type(self).__name__}: {self}"]


def profile():
    """Return the profile of this run: "smoke", "cpu" or "gpu".

    Read from the environment variable COURSE_PROFILE; "cpu" when it is unset.
    Raises SettingError for any other value.
    """
    value = os.environ.get("COURSE_PROFILE") or "cpu"
    if value not in PROFILES:
        raise SettingError(
            f"COURSE_PROFILE is {value!r}, but the profiles are "
            f"{', '.join(PROFILES)}. Unset it to get cpu, and start "
            "JupyterLab again."
        )
    return value


def pick(*, smoke, cpu, gpu):
    """Return the argument that belongs to the profile of this run."""
    return {"smoke": smoke, "cpu": cpu, "gpu": gpu}[profile()]


def seed(default):
    """Return COURSE_SEED as an integer, or `default` when it is unset.

    Raises SettingError when COURSE_SEED is not an integer from 0 to 2**32 - 1,
    the range that NumPy and Keras both accept.
    """
    value = os.environ.get("COURSE_SEED")
    if not value:
        return default
    if not value.isascii() or not value.isdigit() or int(value) >= 2**32:
        raise SettingError(
            f"COURSE_SEED is {value!r}, but a seed is an integer from 0 to "
            "4294967295. Unset it to get the lesson's own, and start "
            "JupyterLab again."
        )
    return int(value)


def project_root():
    """Return the absolute path of the folder that holds utils/ and data/."""
    return Path(__file__).resolve().parent.parent


def workspace():
    """Return the folder of the learner's own copies: my_lessons/ or another.

    COURSE_WORKSPACE, which `course lab --workspace` sets, names another.
    """
    named = os.environ.get("COURSE_WORKSPACE")
    return Path(named).resolve() if named else project_root() / "my_lessons"


def run_file():
    """Return the JSON-lines file that results.record appends to.

    COURSE_RUN_FILE, or build/runs/results.jsonl below the project's root.
    """
    named = os.environ.get("COURSE_RUN_FILE")
    default = project_root() / "build" / "runs" / "results.jsonl"
    return Path(named).resolve() if named else default


def checking():
    """Say whether a value outside its reference band is an error here."""
    return os.environ.get("COURSE_CHECK") == "1"


def require_real():
    """Say whether falling back to the embedded data is an error here."""
    return os.environ.get("COURSE_REQUIRE_REAL") == "1"


def command(arguments):
    """Return the line a reader types for a `course` command on this system."""
    python = "py" if sys.platform == "win32" else "python3"
    return f"{python} course.py {arguments}"
