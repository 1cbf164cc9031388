"""`course update`: a new version of a lesson with the learner's work in it."""

import copy

import nbformat
import pytest
import tiny_lesson
from nbformat import v4

from coursekit import UserError, builds, notebooks, update, workspaces
from coursekit.transplants import transplant
from utils import settings

MINE = "def double(number):\n    return number + number"


@pytest.fixture
def mine():
    """A workspace copy in which a learner has worked."""
    notebook = builds.build(tiny_lesson.solved(), handout=False)
    tiny_lesson.by_id(notebook, "02-double").source = MINE
    return notebook


@pytest.fixture
def newer():
    """The solved lesson in its next version: new text, one new cell."""
    lesson = tiny_lesson.solved()
    lesson.cells[0].source = "# Double any number"
    new = v4.new_markdown_cell("One more remark.")
    new["id"] = "new-cell"
    lesson.cells.insert(3, new)
    return lesson


def add(notebook, after, source, cell_id):
    """Insert a learner's cell after the cell called `after`."""
    cell = v4.new_code_cell(source)
    cell["id"] = cell_id
    place = notebook.cells.index(tiny_lesson.by_id(notebook, after)) + 1
    notebook.cells.insert(place, cell)
    return cell


def names(notebook):
    return [cell["id"] for cell in notebook.cells]


def opened(lesson):
    return builds.build(lesson, handout=False)


# ---- transplant ------------------------------------------------------------


def test_an_answer_is_carried_by_its_grade_id(mine, newer):
    answer = tiny_lesson.by_id(newer, "02-double")
    answer["id"] = "another-id"
    result, carried = transplant(mine, opened(newer))
    assert tiny_lesson.by_id(result, "02-double").source == MINE
    assert carried.answers == ["02-double"] and carried.missing == []
    assert result.cells[0].source == "# Double any number"


def test_both_notebooks_stay_as_they_were(mine, newer):
    target = opened(newer)
    before = copy.deepcopy((mine, target))
    transplant(mine, target, own_cells=True)
    assert (mine, target) == before


def test_the_first_of_two_answers_counts(mine, newer):
    second = copy.deepcopy(tiny_lesson.by_id(mine, "02-double"))
    second.source, second["id"] = "cheat", "copy"
    mine.cells.append(second)
    result, _ = transplant(mine, opened(newer))
    assert tiny_lesson.by_id(result, "02-double").source == MINE


def test_the_solution_of_the_target_never_survives(mine, newer):
    untouched = opened(tiny_lesson.solved())
    deleted = copy.deepcopy(mine)
    deleted.cells.remove(tiny_lesson.by_id(deleted, "02-double"))
    stripped = copy.deepcopy(mine)
    for cell in stripped.cells:
        cell.metadata.pop("nbgrader", None)
    for source in (untouched, deleted, stripped):
        result, carried = transplant(source, newer)
        answer = tiny_lesson.by_id(result, "02-double").source
        assert carried.missing == ["02-double"]
        assert builds.STUB in answer and "twice = " not in answer
        assert answer.startswith("def double(number):")


def test_checks_come_from_the_target_not_from_the_learner(mine, newer):
    check = tiny_lesson.by_id(mine, "02-double-check")
    check.source = "pass"
    result, _ = transplant(mine, newer)
    carried_check = tiny_lesson.by_id(result, "02-double-check")
    assert carried_check.source == tiny_lesson.CHECK


def test_own_cells_follow_the_cell_they_followed(mine, newer):
    add(mine, "cell-2", "first", "own-1")
    add(mine, "own-1", "second", "own-2")
    add(mine, "02-double", "double(2)", "own-3")
    result, carried = transplant(mine, opened(newer), own_cells=True)
    assert carried.own == 3
    assert names(result) == [
        *("cell-0", "cell-1", "cell-2", "own-1", "own-2", "new-cell"),
        *("cell-3", "cell-4", "cell-5", "cell-6", "cell-7", "own-3"),
        *("cell-8", "cell-9"),
    ]


def test_an_own_cell_whose_predecessor_is_gone_follows_the_one_before(
    mine, newer
):
    add(mine, "cell-3", "mine", "own")
    newer.cells.remove(tiny_lesson.by_id(newer, "cell-3"))
    result, _ = transplant(mine, opened(newer), own_cells=True)
    assert names(result)[2:4] == ["cell-2", "own"]


def test_a_cell_that_the_new_version_dropped_is_not_taken_for_ones_own(
    mine, newer
):
    newer.cells.remove(tiny_lesson.by_id(newer, "cell-3"))
    result, carried = transplant(mine, opened(newer), own_cells=True)
    assert carried.own == 0 and "cell-3" not in names(result)


def test_a_second_answer_becomes_a_plain_cell(mine, newer):
    second = add(mine, "02-double", "def double(n): return n << 1", "again")
    second.metadata = copy.deepcopy(
        tiny_lesson.by_id(mine, "02-double").metadata
    )
    result, carried = transplant(mine, opened(newer), own_cells=True)
    kept = tiny_lesson.by_id(result, "again")
    assert carried.own == 1 and "nbgrader" not in kept.metadata
    assert kept.source == "def double(n): return n << 1"


def test_an_answer_to_an_exercise_that_is_gone_is_kept(mine, newer):
    newer.cells = [cell for cell in newer.cells if not builds.nbgrader(cell)]
    result, carried = transplant(mine, opened(newer), own_cells=True)
    assert carried.own == 1
    assert MINE in [cell.source for cell in result.cells]


def test_an_id_that_is_taken_is_replaced(mine, newer):
    add(mine, "cell-2", "mine", "new-cell")
    mine.metadata["course"]["cells"].pop("new-cell", None)
    result, carried = transplant(mine, opened(newer), own_cells=True)
    assert len(set(names(result))) == len(names(result))
    assert carried.own == 1


def test_changed_cells_of_the_lesson_are_named(mine, newer):
    tiny_lesson.by_id(mine, "cell-3").source = "EPOCHS = 30"
    _, carried = transplant(mine, opened(newer), own_cells=True)
    assert carried.changed == ["EPOCHS = 30"]


# ---- the command -----------------------------------------------------------


@pytest.fixture
def project(tmp_path, monkeypatch):
    root = tiny_lesson.project(tmp_path)
    monkeypatch.setattr(settings, "project_root", lambda: root)
    monkeypatch.delenv("COURSE_WORKSPACE", raising=False)
    workspaces.stock(root / "my_lessons")
    return root


def test_update_carries_the_work_and_keeps_the_old_file(
    project, mine, newer, capsys
):
    add(mine, "02-double", "double(21)", "own")
    path = project / "my_lessons" / "02_double.ipynb"
    notebooks.write(path, mine)
    before = path.read_bytes()
    notebooks.write(project / "notebooks" / "02_double.ipynb", newer)
    (project / "notebooks" / "images" / "two.png").write_bytes(b"a new two")
    newer.cells[0].source += "\n\n![a two](images/two.png)"
    notebooks.write(project / "notebooks" / "02_double.ipynb", newer)
    assert update.main("02", workspace=None) == 0
    new = notebooks.read(path)
    nbformat.validate(new)
    assert tiny_lesson.by_id(new, "02-double").source == MINE
    assert tiny_lesson.by_id(new, "own").source == "double(21)"
    assert "Double any number" in new.cells[0].source
    kept = path.with_name("02_double.before-update-1.ipynb")
    assert kept.read_bytes() == before
    assert kept.name in capsys.readouterr().out
    images = project / "my_lessons" / "images"
    assert (images / "two.png").read_bytes() == b"a new two"
    assert (images / "two.before-update-1.png").read_bytes() == (
        b"a picture of a two"
    )
    assert workspaces.stock(project / "my_lessons").outdated == []


def test_cells_added_before_one_update_are_carried_by_the_next(
    project, mine, newer
):
    add(mine, "02-double", "double(21)", "own")
    path = project / "my_lessons" / "02_double.ipynb"
    notebooks.write(path, mine)
    source = project / "notebooks" / "02_double.ipynb"
    notebooks.write(source, newer)
    update.main("02", workspace=None)
    newer.cells[0].source = "# Third version"
    notebooks.write(source, newer)
    update.main("02", workspace=None)
    new = notebooks.read(path)
    assert names(new).count("own") == 1
    assert tiny_lesson.by_id(new, "02-double").source == MINE


def test_update_of_an_unchanged_lesson_changes_nothing(project, mine, capsys):
    path = project / "my_lessons" / "02_double.ipynb"
    notebooks.write(path, mine)
    before = path.read_bytes()
    assert update.main("02", workspace=None) == 0
    assert path.read_bytes() == before
    assert "up to date" in capsys.readouterr().out


def test_update_without_a_copy_says_how_to_make_one(project, tmp_path):
    empty = tmp_path / "empty"
    with pytest.raises(UserError, match="no copy of 02_double") as caught:
        update.main("02", workspace=empty)
    # the command must act on the same folder, not on my_lessons/
    assert str(caught.value).endswith(f"lab --workspace {empty}")


def test_update_of_a_damaged_copy_says_how_to_reset_it(project):
    path = project / "my_lessons" / "02_double.ipynb"
    path.write_text("{half")
    with pytest.raises(UserError, match="--reset 02"):
        update.main("02", workspace=None)
    assert path.read_text() == "{half"
