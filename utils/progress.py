"""The learner's progress: one small file in the workspace, nowhere else.

It is written only by kernels whose folder is the workspace or lies below it;
everywhere else, recording does nothing. Nothing leaves the machine. What goes
wrong is returned as a note to show, and never stops a lesson.
"""

import json
import os
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock

from utils import settings
from utils.overview import Overview

FILE = "progress.json"
VERSION = 1
PATIENCE = 5  # seconds to wait for another kernel that is writing


def record_try(id):
    """Count a failed run of a check, until the exercise has been passed.

    Returns a note for the learner when that could not be stored, else None.
    """
    return _change("exercises", id, _count_try)


def record_pass(id):
    """Store when an exercise was first passed; that run is a try as well.

    Returns a note for the learner when that could not be stored, else None.
    """
    return _change("exercises", id, _count_pass)


def record_answer(id, *, right):
    """Store an answer to a question: the first one, and the first right one.

    Returns a note for the learner when that could not be stored, else None.
    """
    return _change("questions", id, _count_answer, right)


def show():
    """Return a table of all lessons with what is passed and what is open.

    It lists the lessons beside the notebook that asks. Outside the workspace
    all of them are open.
    """
    folder = _workspace()
    if folder is None:
        note = (
            "Progress is kept in your own copies of the lessons only. "
            f"`{settings.command('lab')}` opens them."
        )
        return Overview(Path.cwd(), {}, {}, note)
    book, note = _locked(folder, lambda: _load(folder / FILE))
    book = book or _new()
    return Overview(folder, book["exercises"], book["questions"], note)


def _count_try(entry):
    entry = entry or {"passed": None, "tries": 0}
    return entry if entry["passed"] else entry | {"tries": entry["tries"] + 1}


def _count_pass(entry):
    entry = _count_try(entry)
    return entry if entry["passed"] else entry | {"passed": _now()}


def _count_answer(entry, right):
    entry = entry or {"answered": None, "first_try": right}
    if entry["answered"] or not right:
        return entry
    return entry | {"answered": _now()}


def _change(section, id, change, *arguments):
    """Replace one entry by what `change` makes of it; return a note or None."""
    folder = _workspace()
    if folder is None:
        return None

    def load_change_store():
        book, note = _load(folder / FILE)
        if book is not None:
            old = book[section].get(id)
            new = change(old, *arguments)
            if new != old:
                book[section][id] = new
                _store(book, folder / FILE)
        return book, note

    return _locked(folder, load_change_store)[1]


def _workspace():
    """Return the workspace when this kernel runs in it, else None."""
    try:
        folder = settings.workspace().resolve()
        return folder if Path.cwd().resolve().is_relative_to(folder) else None
    except OSError:  # the folder of this kernel is gone
        return None


def _locked(folder, work):
    """Return what `work()` returns, or (None, a note) when it cannot."""
    try:
        with FileLock(folder / ".progress.lock", timeout=PATIENCE):
            return work()
    except (OSError, NotImplementedError) as error:  # the latter: no locks
        return None, (
            f"your progress in {folder / FILE} could not be read or saved "
            f"({error}). The lesson goes on without it."
        )


def _load(path):
    """Return the contents and a note; contents None: leave the file alone."""
    try:
        book = json.loads(path.read_bytes())
    except FileNotFoundError:
        return _new(), None
    except (ValueError, RecursionError):
        book = None
    if _is_newer(book):
        return None, (
            f"{path} was written by a newer version of this course (format "
            f"{book['version']}, here {VERSION}). It stays as it is, and "
            "this run is not recorded. Update the course."
        )
    if _is_sound(book):
        return book, None
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    kept = path.with_name(f"progress.damaged-{stamp}.json")
    path.rename(kept)
    return _new(), (
        f"{path.name} was damaged. It is kept as {kept.name}, and a new "
        "one is begun."
    )


def _store(book, path):
    """Write the file whole, beside the old one, then put it in its place."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(book, file, indent=1, ensure_ascii=False)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def _new():
    return {"version": VERSION, "exercises": {}, "questions": {}}


def _now():
    return datetime.now(UTC).isoformat(timespec="seconds")


def _is_newer(book):
    version = book.get("version") if isinstance(book, dict) else None
    return type(version) is int and version > VERSION


def _is_sound(book):
    """Say whether the contents have the form that this module writes."""
    if not isinstance(book, dict) or book.get("version") != VERSION:
        return False
    forms = {
        "exercises": {"passed": (str, type(None)), "tries": (int,)},
        "questions": {"answered": (str, type(None)), "first_try": (bool,)},
    }
    return all(
        isinstance(book.get(section), dict)
        and all(
            isinstance(entry, dict)
            and all(type(entry.get(k)) in kinds for k, kinds in form.items())
            for entry in book[section].values()
        )
        for section, form in forms.items()
    )
