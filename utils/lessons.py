"""What the lessons' notebooks hold: exercises, questions, solutions."""

import ast
import difflib
import json
import re
from pathlib import Path
from typing import NamedTuple

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"


class Lesson(NamedTuple):
    """The ids in one notebook, in reading order."""

    path: Path
    title: str
    exercises: tuple[str, ...]
    questions: tuple[str, ...]


def listed(folder):
    """Return the lessons in a folder, in order, the newest copy of each.

    A kept older copy has another file name than its lesson and is left out.
    One that cannot be read stands in the list without ids and says so.
    """
    found = []
    for path in sorted(Path(folder).glob("[0-9][0-9]_*.ipynb")):
        try:
            notebook = _read(path)
        except (OSError, ValueError):
            found.append(Lesson(path, f"{path.name} (cannot be read)", (), ()))
            continue
        course = notebook.get("metadata", {}).get("course", {})
        if course.get("lesson", path.stem) != path.stem:
            continue
        cells = [c for c in notebook["cells"] if c["cell_type"] == "code"]
        asked = [id for cell in cells for id in ids_given(_source(cell), "ask")]
        found.append(
            Lesson(
                path,
                course.get("title", path.stem),
                tuple(id for cell in cells if (id := _answer_id(cell))),
                tuple(dict.fromkeys(asked)),
            )
        )
    return found


def solutions(folder):
    """Return the code of each exercise's solution by id, without markers."""
    found = {}
    for path in sorted(Path(folder).glob("[0-9][0-9]_*.ipynb")):
        try:
            cells = _read(path)["cells"]
        except (OSError, ValueError):
            continue
        for cell in cells:
            id, code = _answer_id(cell), _solution(_source(cell))
            if id and code:
                found.setdefault(id, code)
    return found


def ids_given(source, name):
    """Return the ids that code passes first to a function called `name`.

    Code that Python cannot parse (a magic, a slip) is searched as text.
    """
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        calls = rf"\b{name}\(\s*(?:id\s*=\s*)?([\"'])(.+?)\1"
        return [match[1] for match in re.findall(calls, source)]
    return [
        value
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and _called(node.func) == name
        for value in _first_text(node)
    ]


def unknown(id, ids):
    """Return what to say when nothing has this id: the near ones, or all."""
    near = difflib.get_close_matches(str(id), ids, n=3, cutoff=0.5)
    known = " or ".join(near) if near else ", ".join(sorted(ids))
    asks = "Did you mean" if near else "There are"
    return f"No exercise is called {id!r}. {asks} {known}{'?' if near else ''}"


def fence(code):
    """Return back quotes enough to fence this code in Markdown."""
    runs = re.findall(r"`{3,}", code)
    return "`" * (1 + max(map(len, runs), default=2))


def _read(path):
    """Return a notebook as a dict; raises ValueError when it is none."""
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cells = notebook.get("cells") if isinstance(notebook, dict) else None
    if not isinstance(cells, list) or not all(
        isinstance(cell, dict) and {"cell_type", "source"} <= set(cell)
        for cell in cells
    ):
        raise ValueError(f"{path} is no notebook")
    return notebook


def _source(cell):
    """Return a cell's text, which a file may hold as lines."""
    return "".join(cell["source"])


def _answer_id(cell):
    grading = cell.get("metadata", {}).get("nbgrader", {})
    return grading.get("grade_id") if grading.get("solution") else None


def _solution(source):
    """Return the lines between the markers, indented as they stand.

    Of a class with several regions, all of it: alone they say little.
    """
    if source.count(BEGIN) > 1:
        lines = source.splitlines()
        return "\n".join(x for x in lines if x.strip() not in (BEGIN, END))
    kept, inside = [], False
    for line in source.splitlines():
        if line.strip() in (BEGIN, END):
            inside = line.strip() == BEGIN
        elif inside:
            kept.append(line)
    return "\n".join(kept)


def _called(function):
    return getattr(function, "attr", getattr(function, "id", None))


def _first_text(call):
    """Return [the id] when a call gives one as a plain text, else []."""
    given = call.args[:1] or [k.value for k in call.keywords if k.arg == "id"]
    return [
        node.value
        for node in given
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
