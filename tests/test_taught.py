"""What later lessons import is to the letter what the lesson taught."""

from pathlib import Path

import house_rules
import nbformat
import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted(
    path
    for path in (ROOT / "utils" / "taught").glob("*.py")
    if path.name != "__init__.py"
)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_taught_functions_equal_those_of_the_lesson(module):
    source = module.read_text("utf-8")
    name = house_rules.taught_lesson(source)
    assert name, f"{module.name}: name the lesson, as LESSON = '02_…'"
    path = ROOT / "notebooks" / f"{name}.ipynb"
    assert path.is_file(), f"{module.name}: there is no lesson {name}"
    node = nbformat.read(path, as_version=4)
    lesson = house_rules.Lesson(path, node)
    assert house_rules.untaught(source, lesson) == []
