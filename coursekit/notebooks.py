"""Find the lessons, read, write and execute them."""

import os
import tempfile
from pathlib import Path

import nbformat

from coursekit import UserError
from coursekit.execution import execute as execute
from utils import settings


def lessons(folder=None):
    """Return the paths of all lessons in reading order.

    A lesson is a notebook whose name begins with two digits and `_`. `folder`
    is notebooks/ unless given, and lessons/ in a hand-out, which has no
    notebooks/; one that does not exist holds no lesson.
    """
    if folder is None:
        folder = settings.project_root() / "notebooks"
        if not folder.is_dir():
            folder = folder.with_name("lessons")
    folder = Path(folder)
    return sorted(folder.glob("[0-9][0-9]_*.ipynb"))


def find(name, folder=None):
    """Return the path of the lesson called "02", "02_knn_baselines" or a path.

    Raises UserError, which lists the lessons, when there is none.
    """
    text = str(name).strip()
    path = Path(text)
    if path.suffix == ".ipynb" and path.is_file():
        return path.resolve()
    known = lessons(folder)
    number = text.zfill(2) + "_" if text.isdigit() else None
    for lesson in known:
        stem = lesson.stem
        if stem == text or lesson.name == text:
            return lesson
        if number and stem.startswith(number):
            return lesson
    listing = "\n".join(f"  {lesson.stem}" for lesson in known) or "  (none)"
    raise UserError(
        f"There is no lesson {text!r}. Name one by its number, its name or "
        f"its path:\n{listing}"
    )


def read(path):
    """Return a notebook in nbformat 4; raises UserError if it is not one."""
    path = Path(path)
    try:
        return nbformat.read(path, as_version=4)
    except OSError as error:
        raise UserError(f"{path} cannot be read: {error}") from error
    except Exception as error:  # nbformat has no common base class
        raise UserError(
            f"{path} is not a notebook that can be read ({error}). Restore it "
            "from an older copy or with git."
        ) from error


def write(path, nb):
    """Write a notebook to `path` all at once, making its folder.

    A crash leaves the old file, never half of a new one. Raises UserError
    when the folder cannot be written.
    """
    text = nbformat.writes(nb, version=4)
    write_text(path, text if text.endswith("\n") else text + "\n")


def write_text(path, text):
    """Write UTF-8 text to `path` all at once, as `write` does."""
    path = Path(path)
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            "w",
            encoding="utf-8",
            newline="\n",
            dir=path.parent,
            prefix=f".{path.name}.",
            delete=False,
        ) as file:
            temporary = Path(file.name)
            file.write(text)
        mode = path.stat().st_mode if path.exists() else 0o666 & ~_umask()
        temporary.chmod(mode & 0o777)
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise UserError(
            f"{path} cannot be written: {error}. Free disk space or choose a "
            "folder that you may write."
        ) from error


def _umask():
    """Return the file mode mask, which can be read only by setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
