"""A project of our own making in a temporary folder, for the tests."""

import os
from pathlib import Path

import nbformat
from nbformat import v4

from utils import reference, settings

HEADER = ",".join(reference.Reference._fields) + "\n"
BOARD = ",".join(reference.Entry._fields) + "\n"
COST_LINE = "**You need** lesson 01, <!-- cost --><!-- /cost -->."


def make_project(folder, monkeypatch):
    """Make `folder` the project's root, empty, and the environment plain."""
    for name in os.environ:
        if name.startswith(("COURSE_", "KERAS_")):
            monkeypatch.delenv(name)
    monkeypatch.setenv("KERAS_HOME", str(folder))  # no keras.json of a user
    monkeypatch.setattr(settings, "project_root", lambda: folder)
    for name in ("data", "notebooks"):
        (folder / name).mkdir()
    write_references(folder)
    write_board(folder)
    return folder


def write_references(folder, *rows):
    text = HEADER + "".join(row + "\n" for row in rows)
    Path(folder, "data", "reference.csv").write_text(text, "utf-8")


def write_board(folder, *rows):
    text = BOARD + "".join(row + "\n" for row in rows)
    Path(folder, "data", "leaderboard.csv").write_text(text, "utf-8")


def reference_row(metric="accuracy", **changes):
    """Return a line of reference.csv: 0.901 ± 0.004, band 0.877 to 0.925."""
    fields = {
        "lesson": "03_made_up",
        "metric": metric,
        "data": "CIFAR-10",
        "profile": "cpu",
        "backend": "tensorflow",
        "seeds": 5,
        "mean": 0.901,
        "sd": 0.004,
        "low": 0.877,
        "high": 0.925,
        "hardware": "a machine",
        "versions": "keras 3.0",
    }
    return ",".join(str(value) for value in {**fields, **changes}.values())


def write_lesson(folder, *sources, name="03_made_up"):
    """Write a lesson whose kernel takes `folder` for the project's root."""
    setup = (
        "from pathlib import Path\n"
        "from utils import results, settings\n"
        f"settings.project_root = lambda: Path({str(folder)!r})"
    )
    cells = [
        v4.new_markdown_cell(f"# Try something\n\n{COST_LINE}"),
        *(v4.new_code_cell(source) for source in (setup, *sources)),
    ]
    path = Path(folder, "notebooks", f"{name}.ipynb")
    nbformat.write(v4.new_notebook(cells=cells), path)
    return path
