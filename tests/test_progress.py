"""Progress is kept in the workspace, and nothing that goes wrong loses it."""

import json
import subprocess
import sys

import pytest
from small_lesson import QUESTION, small_lesson, write

from utils import lessons, progress


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """The folder of a workspace, in which this test then runs."""
    folder = tmp_path / "my_lessons"
    folder.mkdir()
    monkeypatch.setenv("COURSE_WORKSPACE", str(folder))
    monkeypatch.chdir(folder)
    return folder


def kept(folder):
    return json.loads((folder / "progress.json").read_text(encoding="utf-8"))


def test_the_file_has_the_promised_form(workspace):
    assert progress.record_try("02-vote") is None
    assert progress.record_pass("02-vote") is None
    assert progress.record_answer("02-cost", right=True) is None
    book = kept(workspace)
    assert set(book) == {"version", "exercises", "questions"}
    assert book["version"] == 1
    assert set(book["exercises"]["02-vote"]) == {"passed", "tries"}
    assert book["exercises"]["02-vote"]["tries"] == 2
    assert set(book["questions"]["02-cost"]) == {"answered", "first_try"}
    assert {path.name for path in workspace.iterdir()} == {
        "progress.json",
        ".progress.lock",
    }


def test_a_passed_exercise_stays_passed_and_counts_no_more(workspace):
    progress.record_pass("02-vote")
    first = kept(workspace)
    progress.record_try("02-vote")
    progress.record_pass("02-vote")
    assert kept(workspace) == first


def test_a_folder_below_the_workspace_counts_as_the_workspace(
    workspace, monkeypatch
):
    (workspace / "mine").mkdir()
    monkeypatch.chdir(workspace / "mine")
    progress.record_pass("02-vote")
    assert kept(workspace)["exercises"]["02-vote"]["passed"]


@pytest.mark.parametrize("place", [".", "my_lessons_2"])
def test_outside_the_workspace_nothing_is_written(
    workspace, monkeypatch, place
):
    folder = workspace.parent / place
    folder.mkdir(exist_ok=True)
    monkeypatch.chdir(folder)
    assert progress.record_try("02-vote") is None
    assert progress.record_pass("02-vote") is None
    assert progress.record_answer("02-cost", right=True) is None
    assert list(workspace.iterdir()) == []
    assert [p for p in folder.iterdir() if p != workspace] == []


WRITER = """
import sys
from utils import progress
print("ready", flush=True)
sys.stdin.readline()
for number in range(25):
    assert progress.record_pass(f"{sys.argv[1]}-{number}") is None
    assert progress.record_try("shared") is None
"""


def test_two_processes_that_write_at_once_lose_nothing(workspace):
    writers = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in "ab"
    ]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.stdin.write("\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate(timeout=60)
        assert writer.returncode == 0
    exercises = kept(workspace)["exercises"]
    assert exercises.pop("shared")["tries"] == 50
    assert set(exercises) == {f"{n}-{i}" for n in "ab" for i in range(25)}


@pytest.mark.parametrize(
    "damaged",
    [
        b"",
        b"{",
        b"\xff\xfe\xfa",
        b"[]",
        b"null",
        b'{"version": 1}',
        b'{"version": "1", "exercises": {}, "questions": {}}',
        b'{"version": 0, "exercises": {}, "questions": {}}',
        b'{"version": 1, "exercises": {"02-vote": 3}, "questions": {}}',
        b'{"version": 1, "exercises": {"a": {"passed": 1, "tries": 1}}, '
        b'"questions": {}}',
        b"[" * 100_000,
    ],
)
def test_a_damaged_file_is_kept_and_a_new_one_begun(workspace, damaged):
    (workspace / "progress.json").write_bytes(damaged)
    said = progress.record_pass("02-vote")
    (aside,) = workspace.glob("progress.damaged-*.json")
    assert aside.read_bytes() == damaged
    assert aside.name in said
    assert kept(workspace)["exercises"]["02-vote"]["passed"]
    assert progress.record_pass("02-fold") is None


def test_the_file_of_a_newer_version_is_left_alone(workspace):
    newer = b'{"version": 2, "tasks": []}'
    (workspace / "progress.json").write_bytes(newer)
    said = progress.record_pass("02-vote")
    assert "newer version" in said
    assert "newer version" in repr(progress.show())
    assert (workspace / "progress.json").read_bytes() == newer
    assert not list(workspace.glob("progress.damaged-*"))


def test_a_full_disk_leaves_the_old_file_and_a_note(workspace, monkeypatch):
    progress.record_pass("02-vote")
    before = kept(workspace)

    def full(descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(progress.os, "fsync", full)
    assert "No space left" in progress.record_pass("02-fold")
    assert kept(workspace) == before
    assert not list(workspace.glob(".*.tmp"))


def test_a_folder_that_cannot_be_written_gives_a_note(workspace):
    (workspace / ".progress.lock").mkdir()  # also stops root
    said = progress.record_pass("02-vote")
    assert "could not be read or saved" in said
    assert "The lesson goes on" in said
    assert "could not be read or saved" in repr(progress.show())


def test_a_lock_that_is_never_freed_gives_a_note(workspace, monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", 0.1)
    with progress.FileLock(workspace / ".progress.lock"):
        assert "could not be read" in progress.record_pass("02-vote")


def test_show_lists_open_and_passed_alike(workspace):
    write(small_lesson(), workspace / "02_small.ipynb")
    other = small_lesson(lesson="03_other", title="Other <b>")
    other.cells[1].metadata.nbgrader.grade_id = "03-fold"
    other.cells[3].source = QUESTION.replace("02-cost", "03-cost")
    write(other, workspace / "03_other.ipynb")
    progress.record_try("02-vote")
    progress.record_pass("02-vote")
    progress.record_answer("03-cost", right=False)
    progress.record_answer("03-cost", right=True)
    table = progress.show()
    lines = repr(table).splitlines()
    assert lines[1].split("  ")[0] == "Small"
    assert "✔ 02-vote (2 tries)" in lines[1]
    assert lines[1].endswith("0 of 1")
    assert "○ 03-fold" in lines[2]
    assert lines[2].endswith("1 of 1")
    assert "50 %: 1 of 2 exercises passed, 1 of 2 questions" in lines[-1]
    assert lines[-1].count("█") == lines[-1].count("░") == 12
    page = table._repr_html_()
    assert "Other &lt;b&gt;" in page
    assert "✔ 02-vote (2 tries)" in page
    assert "<b>" not in page


def test_an_answer_right_at_once_is_counted_as_such(workspace):
    write(small_lesson(), workspace / "02_small.ipynb")
    progress.record_answer("02-cost", right=True)
    assert "1 of 1, 1 at the first try" in repr(progress.show())


def test_outside_the_workspace_all_is_open_whatever_was_passed(
    workspace, monkeypatch
):
    progress.record_pass("02-vote")
    solved = workspace.parent / "notebooks"
    write(small_lesson(), solved / "02_small.ipynb")
    monkeypatch.chdir(solved)
    said = repr(progress.show())
    assert "○ 02-vote" in said
    assert "0 of 1 exercises passed" in said
    assert "course.py lab" in said


def test_kept_older_copies_and_damaged_lessons_do_not_count(workspace):
    write(small_lesson(), workspace / "02_small.ipynb")
    write(small_lesson(), workspace / "02_small_before_update.ipynb")
    for number, text in enumerate(["{", "[]", '{"cells": [{}]}'], start=3):
        (workspace / f"0{number}_damaged.ipynb").write_text(text)
    said = repr(progress.show())
    assert said.count("02-vote") == 1
    assert said.count("_damaged.ipynb (cannot be read)") == 3


def test_an_empty_workspace_is_shown_without_an_error(workspace):
    assert "No lesson" in repr(progress.show())
    assert "No lesson" in progress.show()._repr_html_()


@pytest.mark.parametrize(
    "source",
    [
        'questions.ask("02-cost", "?", {}, correct=1)',
        "ask('02-cost', '?', {}, correct=1)",
        'questions.ask(text="?", id="02-cost", answers={}, correct=1)',
        '%time questions.ask("02-cost", "?", {}, correct=1)',
        'questions.ask(\n    "02-cost",\n    "?", {}, correct=1\n',
    ],
)
def test_ids_are_found_in_any_spelling_of_the_call(source):
    assert lessons.ids_given(source, "ask") == ["02-cost"]


def test_ids_in_comments_and_texts_are_no_calls():
    source = '# questions.ask("a", "?")\ntext = "ask(\'b\')"\nask(name)'
    assert lessons.ids_given(source, "ask") == []
