"""Both student versions of a lesson, and proof that they keep its secrets."""

import copy
import re

import nbformat
import pytest
import tiny_lesson
from nbclient import NotebookClient
from nbgrader import nbgraderformat
from nbgrader.utils import determine_grade

from coursekit import UserError, builds, notebooks

LESSONS = notebooks.lessons()
BOTH = pytest.mark.parametrize("handout", [False, True])


@pytest.fixture
def solved():
    return tiny_lesson.solved()


@BOTH
def test_the_answer_cell_keeps_its_contract_and_holds_the_stub(solved, handout):
    built = builds.build(solved, handout=handout)
    lines = tiny_lesson.by_id(built, "02-double").source.split("\n")
    assert lines == [
        "def double(number):",
        '    """Return twice the number."""',
        "    " + builds.STUB,
    ]


@BOTH
def test_the_check_cell_keeps_the_visible_part_only(solved, handout):
    built = builds.build(solved, handout=handout)
    check = tiny_lesson.by_id(built, "02-double-check")
    assert check.source == 'assert double(3) == 6, "three twice is six"'
    assert "raises-exception" in check.metadata.tags


@BOTH
def test_building_leaves_the_solved_lesson_as_it_was(solved, handout):
    before = copy.deepcopy(solved)
    builds.build(solved, handout=handout)
    assert solved == before


@BOTH
def test_cell_ids_and_order_stay(solved, handout):
    built = builds.build(solved, handout=handout)
    assert [c["id"] for c in built.cells] == [c["id"] for c in solved.cells]


def test_the_workspace_copy_keeps_outputs_outside_the_exercises(solved):
    built = builds.build(solved, handout=False)
    kept = [bool(c.outputs) for c in built.cells if c.cell_type == "code"]
    assert kept == [True, True, False, False]
    assert tiny_lesson.by_id(built, "02-double").execution_count is None


def test_the_handout_has_no_outputs_and_no_counts(solved):
    built = builds.build(solved, handout=True)
    code = [cell for cell in built.cells if cell.cell_type == "code"]
    assert [(c.outputs, c.execution_count) for c in code] == [([], None)] * 4


def test_the_last_hint_promises_solutions_for_later_in_a_handout(solved):
    for handout in (False, True):
        built = builds.build(solved, handout=handout)
        hints = tiny_lesson.by_id(built, "cell-6").source
        assert ("checks.show_solution(" in hints) is not handout
        assert (builds.LATER in hints) is handout
        for tag in ("<details>", "</details>", "</summary>"):
            assert hints.count(tag) == tiny_lesson.HINTS.count(tag)
        assert "Multiply." in hints


def test_a_hint_on_one_line_keeps_its_tags():
    text = '<summary>Last</summary>Run checks.show_solution("a").</details>'
    assert builds._without_show_solution(text) == (
        "<summary>Last</summary>Solutions come later.</details>"
    )


def test_the_rest_of_the_last_hint_stays_in_a_handout():
    text = (
        "</summary>\n<code>np.pad</code> does it. To compare, run\n"
        '<code>checks.show_solution("a")</code>.\n</details>'
    )
    assert builds._without_show_solution(text) == (
        "</summary>\n<code>np.pad</code> does it. Solutions come later.\n"
        "</details>"
    )


@BOTH
def test_no_solution_or_hidden_test_shows(solved, handout):
    assert builds.traces(builds.build(solved, handout=handout), solved) == []


@pytest.mark.parametrize(
    ("place", "secret"),
    [
        ("source", "    twice = number * 2"),
        ("source", 'assert double(-4) == -8, "negative numbers too"'),
        ("source", "### BEGIN SOLUTION"),
        ("source", "### END HIDDEN TESTS"),
        ("output", "ran twice = number * 2"),
        ("metadata", "twice = number * 2"),
        ("notebook", "twice = number * 2"),
        ("new cell", "return twice"),
    ],
)
def test_a_secret_is_found_wherever_it_stands(solved, place, secret):
    built = builds.build(solved, handout=True)
    cell = tiny_lesson.by_id(built, "cell-3")
    if place == "source":
        cell.source += "\n" + secret
    elif place == "output":
        cell.outputs = [nbformat.v4.new_output("stream", text=secret)]
    elif place == "metadata":
        cell.metadata["old"] = secret
    elif place == "notebook":
        built.metadata["old"] = [secret]
    else:
        built.cells.append(nbformat.v4.new_code_cell(f"if x:\n    {secret}"))
    assert builds.traces(built, solved)


def test_the_solved_lesson_itself_shows_its_secrets(solved):
    found = builds.traces(solved, solved)
    assert "twice = number * 2" in found


def test_a_line_that_the_lesson_shows_openly_is_no_trace(solved):
    hints = tiny_lesson.by_id(solved, "cell-6")
    hints.source += "\n\n    twice = number * 2"
    assert builds.traces(builds.build(solved, handout=True), solved) == []


@BOTH
def test_unmodified_nbgrader_accepts_the_metadata(solved, handout, tmp_path):
    built = builds.build(solved, handout=handout)
    nbformat.validate(built)
    path = tmp_path / "lesson.ipynb"
    notebooks.write(path, built)
    with path.open(encoding="utf-8") as file:
        nbgraderformat.read(file, as_version=4)  # checks nbgrader's schema


def test_the_content_hash_sees_text_and_not_secrets_or_outputs(solved):
    same, other = copy.deepcopy(solved), copy.deepcopy(solved)
    answer = tiny_lesson.by_id(same, "02-double")
    answer.source = answer.source.replace("number * 2", "number + number")
    tiny_lesson.by_id(same, "cell-2").outputs = []
    tiny_lesson.by_id(other, "cell-1").source += " now"
    assert builds.content_hash(same) == builds.content_hash(solved)
    assert builds.content_hash(other) != builds.content_hash(solved)


def test_a_handout_is_copied_and_not_opened_twice(solved):
    handout = builds.build(solved, handout=True)
    again = builds.build(handout, handout=False)
    assert [c.source for c in again.cells] == [c.source for c in handout.cells]
    course = again.metadata["course"]
    assert course["source_sha"] == builds.content_hash(handout)


def test_a_malformed_exercise_is_named(solved):
    answer = tiny_lesson.by_id(solved, "02-double")
    answer.source = answer.source.replace("    ### END SOLUTION", "")
    with pytest.raises(UserError, match=r"02_double.*no end solution"):
        builds.build(solved, handout=True)


def test_two_cells_with_one_grade_id_are_refused(solved):
    check = tiny_lesson.by_id(solved, "02-double-check")
    check.metadata["nbgrader"]["grade_id"] = "02-double"
    with pytest.raises(UserError, match="02_double"):
        builds.build(solved, handout=True)


@BOTH
def test_run_all_goes_to_the_end_unsolved(solved, handout):
    built = builds.build(solved, handout=handout)
    NotebookClient(built, timeout=60).execute()
    check = tiny_lesson.by_id(built, "02-double-check")
    assert check.outputs[0].ename == "NotImplementedError"


# ---- every real lesson -----------------------------------------------------


@BOTH
@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_a_lesson_keeps_its_secrets_and_suits_nbgrader(path, handout):
    lesson = notebooks.read(path)
    built = builds.build(lesson, handout=handout)
    assert builds.traces(built, lesson) == []
    nbformat.validate(built)
    nbgraderformat.MetadataValidator().validate_nb(built)
    answers = [cell for cell in built.cells if builds.is_answer(cell)]
    assert all(builds.STUB in cell.source for cell in answers)


def setup_cells(notebook):
    """Return the code cells under ## Setup: imports, then settings."""
    cells, heading = [], ""
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            found = re.findall("^## .*", cell.source, re.M)
            heading = found[-1].strip() if found else heading
        elif cell.cell_type == "code" and heading == "## Setup":
            cells.append(cell)
    return cells


def earned(client, notebook):
    """Run the exercise cells of a notebook; return points by nbgrader's rule.

    The kernel is the one that ran the Setup cells.
    """
    total = 0
    for cell in notebook.cells:
        if builds.in_exercise(cell) and cell.cell_type == "code":
            run(client, cell)
        if builds.is_check(cell):
            total += determine_grade(cell)[0]
    return total


def run(client, cell):
    """Run one cell and let it fail."""
    cell.metadata["tags"] = ["raises-exception"]
    client.execute_cell(cell, 0)


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_exercises_earn_nothing_unsolved_and_everything_solved(
    path, tmp_path, monkeypatch
):
    monkeypatch.setenv("COURSE_PROFILE", "smoke")
    monkeypatch.setenv("COURSE_WORKSPACE", str(tmp_path))
    solved = notebooks.read(path)
    handout = builds.build(solved, handout=True)
    possible = sum(
        builds.nbgrader(cell)["points"]
        for cell in solved.cells
        if builds.is_check(cell)
    )
    client = NotebookClient(
        handout, timeout=120, resources={"metadata": {"path": path.parent}}
    )
    with client.setup_kernel():
        for cell in setup_cells(handout):
            run(client, cell)
            assert not any(o.output_type == "error" for o in cell.outputs), (
                cell.outputs
            )
        # unsolved first: its functions must not be found solved
        assert earned(client, handout) == 0
        assert earned(client, solved) == possible
