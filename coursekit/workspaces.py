"""The learner's workspace: copies of the lessons that nobody overwrites."""

import os
import re
import shutil
from pathlib import Path
from typing import NamedTuple

import nbformat

from coursekit import UserError, builds, notebooks
from utils import settings


class Stock(NamedTuple):
    """What `stock` did and saw; each holds names of lessons."""

    made: list[str]
    outdated: list[str]  # the lesson has changed since the copy was made
    unreadable: list[str]


def source_folder():
    """Return notebooks/, or lessons/ in a hand-out, which has no notebooks/.

    Raises UserError when neither holds a lesson.
    """
    root = settings.project_root()
    for name in ("notebooks", "lessons"):
        if notebooks.lessons(root / name):
            return root / name
    raise UserError(
        f"{root} holds no lessons: notebooks/ and lessons/ are empty or "
        "missing. Get a complete copy of the course."
    )


def folder(named):
    """Return the workspace: `named`, what COURSE_WORKSPACE says, my_lessons/.

    Raises UserError for the folder of the lessons themselves.
    """
    chosen = Path(named).resolve() if named else settings.workspace()
    if chosen == settings.project_root() or (
        source_folder() in (chosen, *chosen.parents)
    ):
        raise UserError(
            f"{chosen} belongs to the course itself. Choose another folder "
            "for your own copies, for example --workspace ~/my_lessons"
        )
    return chosen


def stock(workspace):
    """Put every missing lesson and picture into the workspace.

    Raises UserError when it cannot be written to.
    """
    stocked = Stock([], [], [])
    for lesson in notebooks.lessons(source_folder()):
        copy = workspace / lesson.name
        if not copy.exists():
            if place(copy, fresh(lesson)):
                stocked.made.append(lesson.stem)
            continue
        try:
            course = notebooks.read(copy).metadata.get("course", {})
        except UserError:
            stocked.unreadable.append(lesson.stem)
            continue
        started = course.get("source_sha")
        solved = notebooks.read(lesson)
        if started and started != builds.content_hash(solved):
            stocked.outdated.append(lesson.stem)
    pictures = source_folder() / "images"
    for picture in sorted(pictures.rglob("*")):
        if picture.is_file() and not picture.name.startswith("."):
            copy = workspace / "images" / picture.relative_to(pictures)
            if not copy.exists():
                place(copy, picture.read_bytes())
    return stocked


def fresh(lesson):
    """Return the workspace copy of a lesson as bytes."""
    return as_bytes(builds.build(notebooks.read(lesson), handout=False))


def as_bytes(notebook):
    """Return a notebook as the bytes of its file."""
    return (nbformat.writes(notebook).rstrip("\n") + "\n").encode()


def place(path, content):
    """Write a new file all at once; return False where there is one already.

    Nothing is ever overwritten, also when two processes write at once.
    Raises UserError when the folder cannot be written to.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(content)
        try:
            os.link(temporary, path)  # unlike a rename it never replaces
        except FileExistsError:
            return False
        except OSError:  # a file system without hard links
            with path.open("xb") as file:
                file.write(content)
    except FileExistsError:
        return False
    except OSError as error:
        raise UserError(
            f"{path.parent} cannot be written to ({error.strerror}). Choose "
            "a folder of your own, for example: "
            + settings.command("lab --workspace ~/my_lessons")
        ) from error
    finally:
        _remove(temporary)
    return True


def _remove(path):
    """Delete a file if it is there and may be deleted."""
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def set_aside(path, why):
    """Copy a file to a new name beside it and return that path.

    02_knn.ipynb set aside "before-update" is 02_knn.before-update-1.ipynb,
    or -2 where that exists.
    """
    number = 1
    while True:
        kept = path.with_name(f"{path.stem}.{why}-{number}{path.suffix}")
        if place(kept, path.read_bytes()):
            return kept
        number += 1


def replace(path, notebook, why):
    """Write a new version of a copy; return where the old one is kept."""
    kept = set_aside(path, why)
    notebooks.write(path, notebook)
    return kept


def refresh_pictures(notebook, workspace):
    """Bring the pictures that a lesson shows to their newest version.

    A picture that differs is kept beside the new one.
    """
    for name in pictures(notebook):
        new, old = source_folder() / name, workspace / name
        if not new.is_file():
            continue
        if old.exists() and old.read_bytes() != new.read_bytes():
            set_aside(old, "before-update")
            shutil.copyfile(new, old)
        elif not old.exists():
            place(old, new.read_bytes())


def pictures(notebook):
    """Return the relative paths below images/ that a notebook's text names."""
    text = "\n".join(
        cell.source for cell in notebook.cells if cell.cell_type == "markdown"
    )
    found = re.findall(r"images/[\w./-]+", text)
    return sorted({name for name in found if ".." not in name})


def relative(path):
    """Return a path as a reader knows it: below the project, or whole."""
    root = settings.project_root()
    return path.relative_to(root) if path.is_relative_to(root) else path
