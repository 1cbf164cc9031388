"""Carry a learner's work from one version of a lesson into another."""

import copy
import uuid
from typing import NamedTuple

from coursekit import builds


class Carried(NamedTuple):
    """What became of the cells of the source.

    `answers` and `missing` are grade_ids of the target: carried, and without
    an answer in the source. `own` counts the learner's cells that were
    placed. `changed` holds first lines of cells of the lesson that the
    learner had changed and that were not carried.
    """

    answers: list[str]
    missing: list[str]
    own: int
    changed: list[str]


def transplant(source, target, *, own_cells=False):
    """Return (target with the answers of source, Carried); both stay as is.

    Answers are found by grade_id, the first cell where one stands twice, and
    only their text is carried. An answer that is missing or was never
    touched leaves the exercise open: no solution of the target survives.
    With own_cells, the learner's own cells come along, each after the cell
    it followed: cells added since the copy was made, answers to exercises
    that are gone, second answers to one exercise.
    """
    result = copy.deepcopy(target)
    base = source.metadata.get("course", {}).get("cells")
    base = base if isinstance(base, dict) else {}
    first = {}
    for cell in source.cells:
        if builds.is_answer(cell):
            first.setdefault(builds.nbgrader(cell).get("grade_id"), cell)
    answers, missing = [], []
    for cell in result.cells:
        if not builds.is_answer(cell):
            continue
        name = builds.nbgrader(cell)["grade_id"]
        answer = first.get(name)
        if answer is None or _untouched(answer, base):
            missing.append(name)
            _open(cell)
        else:
            answers.append(name)
            cell.source = answer.source
    own = _place(source, result, base, first) if own_cells else 0
    changed = _changed(source, base)
    return result, Carried(answers, missing, own, changed)


def _untouched(cell, base):
    """Say whether a cell is as it was when the copy was made."""
    return base.get(cell.get("id")) == builds.cell_hash(cell)


def _open(cell):
    """Replace the solution in an answer cell, if there is one."""
    seen, secret, done = [], False, False
    for line in cell.source.split("\n"):
        if "BEGIN SOLUTION" in line:
            secret, done = True, True
            indent = line[: len(line) - len(line.lstrip())]
            seen.append(indent + builds.STUB)
        elif "END SOLUTION" in line:
            secret = False
        elif not secret:
            seen.append(line)
    if done:
        cell.source = "\n".join(seen)


def _place(source, result, base, first):
    """Put the learner's own cells into result; return how many."""
    known = {cell.get("id") for cell in result.cells}
    answers = {
        builds.nbgrader(cell).get("grade_id"): cell["id"]
        for cell in result.cells
        if builds.is_answer(cell)
    }
    anchor, own = None, 0
    for cell in source.cells:
        name = builds.nbgrader(cell).get("grade_id")
        if builds.is_answer(cell) and name in answers:
            if first[name] is cell or cell.source == first[name].source:
                anchor = answers[name]
                continue
            added = not _untouched(cell, base)
        elif builds.is_answer(cell):
            added = not _untouched(cell, base)
        elif cell.get("id") in (base or known):  # a cell of the lesson
            anchor = cell["id"] if cell["id"] in known else anchor
            continue
        else:
            added = not builds.nbgrader(cell)
        if added and cell.source.strip():
            anchor = _insert(result, cell, anchor)
            own += 1
    return own


def _insert(result, cell, anchor):
    """Insert a copy of a cell after the one with id `anchor`; return its id."""
    ids = [other["id"] for other in result.cells]
    new = copy.deepcopy(cell)
    for name in ("nbgrader", "deletable", "editable"):
        new.metadata.pop(name, None)
    if new.get("id") in (None, *ids):
        new["id"] = uuid.uuid4().hex[:8]
    place = ids.index(anchor) + 1 if anchor in ids else 0
    result.cells.insert(place, new)
    return new["id"]


def _changed(source, base):
    """Return the first lines of the lesson's cells that were changed."""
    return [
        cell.source.strip().split("\n")[0]
        for cell in source.cells
        if cell.get("id") in base
        and not builds.is_answer(cell)
        and not _untouched(cell, base)
    ]
