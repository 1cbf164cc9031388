"""Every lesson in notebooks/ keeps the house rules of CONTRIBUTING.md."""

import math
import re
from pathlib import Path

import house_rules
import nbformat
import pytest

ROOT = Path(__file__).resolve().parent.parent
LESSONS = sorted((ROOT / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module", params=LESSONS, ids=lambda path: path.stem)
def lesson(request):
    node = nbformat.read(request.param, as_version=4)
    return house_rules.Lesson(request.param, node)


@pytest.mark.parametrize(
    "rule", house_rules.RULES, ids=lambda rule: rule.__name__
)
def test_lesson_keeps_the_house_rule(lesson, rule):
    complaints = rule(lesson)
    assert not complaints, "\n".join(complaints)


def test_lesson_is_a_valid_notebook(lesson):
    nbformat.validate(lesson.node)


def test_table_in_the_readme_lists_every_lesson_and_no_other():
    readme = (ROOT / "README.md").read_text("utf-8")
    names = [path.stem for path in LESSONS]
    assert house_rules.readme_problems(readme, names) == []


def test_tables_of_lessons_give_the_measured_minutes_and_memory():
    readme = (ROOT / "README.md").read_text("utf-8").splitlines()
    start = nbformat.read(LESSONS[0], as_version=4)
    here = "\n".join(cell.source for cell in start.cells).splitlines()
    for path in LESSONS:
        opening = nbformat.read(path, as_version=4).cells[0].source
        cost = re.search(r"<!-- cost -->(\d+) minutes?, ([\d.]+) GB", opening)
        minutes, memory = int(cost[1]), max(1, math.ceil(float(cost[2])))
        [row] = [line for line in readme if f"notebooks/{path.name})" in line]
        assert row.endswith(f"| {minutes} | {memory} GB |"), row
        if path != LESSONS[0]:
            [row] = [
                line for line in here if line.startswith(f"| [{path.name[:2]}]")
            ]
            assert row.endswith(f"| {minutes} |"), row


def test_grade_ids_and_question_ids_are_unique_in_the_whole_course():
    owners = {}
    for path in LESSONS:
        lesson = house_rules.Lesson(path, nbformat.read(path, as_version=4))
        for cell in lesson.cells:
            if cell.grade_id:
                owners.setdefault(cell.grade_id, []).append(path.name)
            if cell.is_question:
                for call in house_rules.calls(cell.tree, "questions.ask"):
                    name = call.args[0].value
                    owners.setdefault(name, []).append(path.name)
    assert {k: v for k, v in owners.items() if len(v) > 1} == {}


def test_every_wrong_solution_belongs_to_an_exercise():
    known = {
        grade_id
        for path in LESSONS
        for grade_id in house_rules.Lesson(
            path, nbformat.read(path, as_version=4)
        ).exercises
    }
    folders = (ROOT / "tests" / "misconceptions").glob("*/")
    found = {f.name for f in folders if not f.name.startswith("__")}
    assert found - known == set()
