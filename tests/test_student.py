"""The folder that an instructor hands out: complete, and without secrets."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
import tiny_lesson
from nbgrader import nbgraderformat

from coursekit import UserError, builds, notebooks, student, workspaces
from utils import settings

ROOT = Path(__file__).resolve().parent.parent
LITTER = (
    "utils/__pycache__/checks.pyc",
    "coursekit/.ipynb_checkpoints/lab.py",
    "data/cache/mnist.npz",
)


@pytest.fixture
def project(tmp_path, monkeypatch):
    """Make a project with the real parts, the tiny lessons and some litter."""
    root = tiny_lesson.project(tmp_path / "project")
    for name in (*student.FILES, "README.md"):
        if (ROOT / name).exists():
            shutil.copy(ROOT / name, root / name)
    for name in student.FOLDERS:
        ignored = shutil.ignore_patterns("__pycache__", "cache")
        shutil.copytree(ROOT / name, root / name, ignore=ignored)
    for name in LITTER:
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text("litter")
    monkeypatch.setattr(settings, "project_root", lambda: root)
    monkeypatch.delenv("COURSE_WORKSPACE", raising=False)
    return root


@pytest.fixture
def handout(project, tmp_path):
    out = tmp_path / "hand out"
    assert student.main(out, lessons=["02"]) == 0
    return out


def files(folder):
    return [path for path in folder.rglob("*") if path.is_file()]


def test_the_handout_holds_what_it_needs_and_nothing_else(handout):
    assert {path.name for path in handout.iterdir()} == {
        *(name for name in student.FILES if (ROOT / name).exists()),
        *("utils", "coursekit", "data", "lessons", "README.md"),
    }
    names = {str(path.relative_to(handout)) for path in files(handout)}
    for name in (
        "utils/checks.py",
        "coursekit/lab.py",
        "coursekit/jupyter/labconfig/page_config.json",
        "data/manifest.toml",
        "lessons/00_start_here.ipynb",
        "lessons/02_double.ipynb",
        "lessons/images/two.png",
    ):
        assert name in names
    assert not names & set(LITTER)


def test_no_file_of_the_handout_holds_a_secret_of_the_tiny_lesson(handout):
    solved = tiny_lesson.solved()
    secrets = {"twice = number * 2", "assert double(-4) == -8"}
    for path in files(handout):
        text = path.read_bytes().decode("utf-8", "replace")
        assert not [secret for secret in secrets if secret in text], path
    built = notebooks.read(handout / "lessons" / "02_double.ipynb")
    assert builds.traces(built, solved) == []


def test_no_code_of_the_course_holds_a_hidden_test_of_a_lesson():
    hidden = set()
    for path in notebooks.lessons():
        for cell in notebooks.read(path).cells:
            if builds.is_check(cell):
                _, secret = builds.split(cell.source)
                hidden |= {s.strip() for s in secret if len(s.strip()) > 25}
    for folder in student.FOLDERS:
        for path in (ROOT / folder).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            assert not [line for line in hidden if line in text], path


def test_the_lessons_suit_unmodified_nbgrader(handout):
    path = handout / "lessons" / "02_double.ipynb"
    with path.open(encoding="utf-8") as file:
        nbformat.validate(nbgraderformat.read(file, as_version=4))


def test_the_first_lesson_comes_along_and_all_come_unnamed(project, tmp_path):
    student.main(tmp_path / "all", lessons=[])
    names = {path.name for path in (tmp_path / "all" / "lessons").iterdir()}
    assert names == {"00_start_here.ipynb", "02_double.ipynb", "images"}


def test_the_readme_speaks_to_students(handout):
    text = (handout / "README.md").read_text(encoding="utf-8")
    assert "python3 course.py lab" in text and "Double a number" in text


def test_a_folder_with_something_in_it_is_refused(project, tmp_path):
    precious = tmp_path / "out" / "marks.csv"
    precious.parent.mkdir()
    precious.write_text("1,2,3")
    with pytest.raises(UserError, match="exists already"):
        student.main(tmp_path / "out", lessons=[])
    assert precious.read_text() == "1,2,3"


def test_an_unknown_lesson_leaves_nothing_behind(project, tmp_path):
    with pytest.raises(UserError, match="99"):
        student.main(tmp_path / "out", lessons=["99"])
    assert not (tmp_path / "out").exists()


def test_a_failure_half_way_leaves_nothing_behind(
    project, tmp_path, monkeypatch
):
    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(student.shutil, "copytree", full)
    with pytest.raises(UserError, match="No space left"):
        student.main(tmp_path / "below" / "out", lessons=[])
    assert list((tmp_path / "below").iterdir()) == []


def test_a_handout_is_not_handed_out_again(handout, tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "project_root", lambda: handout)
    with pytest.raises(UserError, match="This is a hand-out"):
        student.main(tmp_path / "again", lessons=[])


def test_course_lab_in_a_handout_makes_copies_that_can_be_updated(
    handout, monkeypatch
):
    monkeypatch.setattr(settings, "project_root", lambda: handout)
    workspace = workspaces.folder(None)
    assert workspaces.stock(workspace).made == ["00_start_here", "02_double"]
    copy = notebooks.read(workspace / "02_double.ipynb")
    source = notebooks.read(handout / "lessons" / "02_double.ipynb")
    assert [c.source for c in copy.cells] == [c.source for c in source.cells]
    assert workspaces.stock(workspace) == ([], [], [])
    source.cells[0].source += " again"
    notebooks.write(handout / "lessons" / "02_double.ipynb", source)
    assert workspaces.stock(workspace).outdated == ["02_double"]


def test_the_handout_imports_its_own_code_from_any_folder(handout, tmp_path):
    code = (
        "from utils import settings; from coursekit import workspaces;"
        "print(settings.project_root(), workspaces.source_folder())"
    )
    answer = subprocess.run(
        [sys.executable, "-P", "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(handout)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert answer.stdout.strip() == f"{handout} {handout / 'lessons'}"
