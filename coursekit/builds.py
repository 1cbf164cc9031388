"""Build the versions of a lesson that learners get: open, not solved."""

import copy
import hashlib
import json
import re

from coursekit import UserError

STUB = 'raise NotImplementedError("Your turn: replace this line.")'
LATER = "Solutions come later."
_BEGIN = re.compile(r"BEGIN (SOLUTION|HIDDEN TESTS)")
_END = re.compile(r"END (SOLUTION|HIDDEN TESTS)")


def build(solved, *, handout):
    """Return a lesson with its exercises open, as a new notebook.

    The workspace copy (handout=False) keeps the outputs of all cells but
    those of the exercises; the hand-out has no outputs, and its hints do not
    speak of solutions. Both lose every solution and hidden test, keep all
    cell ids, carry nbgrader's own metadata, and run to the end unsolved,
    because check cells are tagged raises-exception. `metadata.course` gets
    the hash of the lesson it was built from and of each cell, by which an
    update tells what the learner changed.

    A hand-out given as `solved` is open already: it is only copied and its
    hashes are taken. Raises UserError when the nbgrader cells are malformed.
    """
    built = copy.deepcopy(solved)
    course = built.metadata.setdefault("course", {})
    if course.get("build") != "handout":
        built = _open(built, handout)
        course = built.metadata["course"]
        course["build"] = "handout" if handout else "workspace"
    course["source_sha"] = content_hash(solved)
    course["cells"] = {cell["id"]: cell_hash(cell) for cell in built.cells}
    return built


def _open(notebook, handout):
    """Take out of a notebook what learners must not see."""
    from nbgrader import preprocessors  # slow to import: only where needed
    from nbgrader.nbgraderformat import ValidationError

    try:
        for step in (
            preprocessors.ClearSolutions(code_stub={"python": STUB}),
            preprocessors.ClearHiddenTests(),
            preprocessors.LockCells(),
        ):
            notebook, _ = step.preprocess(notebook, {})
        for cell in notebook.cells:
            _adapt(cell, handout)
        for step in (
            preprocessors.ComputeChecksums(),
            preprocessors.CheckCellMetadata(),
        ):
            notebook, _ = step.preprocess(notebook, {})
    except (RuntimeError, ValidationError) as error:
        name = notebook.metadata.get("course", {}).get("lesson", "The lesson")
        raise UserError(f"{name}: an exercise is malformed: {error}") from error
    if handout:
        notebook.metadata.pop("widgets", None)
    return notebook


def _adapt(cell, handout):
    """Clear outputs, tag what may raise, close the hints of one cell."""
    if cell.cell_type == "markdown":
        if handout and "<details" in cell.source:
            cell.source = _without_show_solution(cell.source)
        return
    if cell.cell_type != "code":
        return
    if handout or in_exercise(cell):
        cell.outputs, cell.execution_count = [], None
        cell.metadata.pop("execution", None)
    if is_check(cell):
        cell.source = cell.source.rstrip()
    # a stub inside a function raises only when the check calls it
    if is_check(cell) or STUB in cell.source.split("\n"):
        tags = cell.metadata.setdefault("tags", [])
        if "raises-exception" not in tags:
            tags.append("raises-exception")


def _without_show_solution(text):
    """Replace the sentence that names checks.show_solution in a hint."""
    blocks = re.split(r"(\n\s*\n|\n?\s*</?(?:details|summary)\b[^>]*>)", text)
    return "".join(
        _replaced(block) if "checks.show_solution(" in block else block
        for block in blocks
    )


def _replaced(block):
    """Return a paragraph whose last sentence gave way to the closing words.

    The sentence begins after the last full stop before the call; what the
    hint says before it stays. White space around the paragraph stays too.
    """
    call = block.index("checks.show_solution(")
    stops = [found.end() for found in re.finditer(r"[.!?]\s+", block[:call])]
    start = stops[-1] if stops else len(block) - len(block.lstrip())
    return block[:start] + LATER + block[len(block.rstrip()) :]


def nbgrader(cell):
    """Return the nbgrader metadata of a cell; {} where there is none."""
    metadata = cell.get("metadata", {}).get("nbgrader", {})
    return metadata if isinstance(metadata, dict) else {}


def is_answer(cell):
    """Say whether a learner writes an answer into this cell."""
    return bool(nbgrader(cell).get("solution"))


def is_check(cell):
    """Say whether this cell checks an answer for points."""
    return bool(nbgrader(cell).get("grade"))


def in_exercise(cell):
    """Say whether this is an answer or a check cell."""
    return is_answer(cell) or is_check(cell)


def split(source):
    """Return (open lines, secret lines) of a cell; the markers in neither."""
    seen, secret, inside = [], [], False
    for line in source.split("\n"):
        if _BEGIN.search(line):
            inside = True
        elif _END.search(line):
            inside = False
        else:
            (secret if inside else seen).append(line)
    return seen, secret


def cell_hash(cell):
    """Return 12 hexadecimal digits that stand for a cell's source."""
    text = cell["source"].encode(errors="surrogatepass")
    return hashlib.sha256(text).hexdigest()[:12]


def content_hash(notebook):
    """Return a hash of what a learner gets to read and run of a lesson.

    Outputs, counts, solutions and hidden tests do not change it.
    """
    parts = [
        [
            cell.cell_type,
            split(cell.source)[0],
            {
                name: nbgrader(cell).get(name)
                for name in ("grade_id", "points", "grade", "solution")
            },
            sorted(cell.metadata.get("tags", [])),
            cell.get("attachments", {}),
        ]
        for cell in notebook.cells
    ]
    text = json.dumps(parts, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def traces(notebook, solved):
    """Return the lines of solutions and hidden tests that still show.

    Each cell is compared with the cell of the same id in the solved lesson:
    a secret line may stand there as often as in its open part (a hint may
    quote it), not once more. Markers may stand nowhere. [] is the proof that
    a build is clean.
    """
    secrets = {
        line.strip()
        for cell in solved.cells
        for line in split(cell.source)[1]
        if re.search(r"\w", line)
    }
    masters = {cell["id"]: cell for cell in solved.cells}
    found = []
    for cell in notebook.cells:
        master = masters.get(cell.get("id"))
        allowed = [] if master is None else _open_strings(master)
        shown = list(_strings(cell))
        found += [text for text in shown if _BEGIN.search(text)]
        found += [text for text in shown if _END.search(text)]
        found += [s for s in secrets if _count(s, shown) > _count(s, allowed)]
    found += [
        s
        for s in secrets
        if len(s) > 11 and _count(s, [*_strings(notebook.metadata)])
    ]
    return sorted(found)


def _open_strings(master):
    """Return the texts of a solved cell that may be shown."""
    texts = ["\n".join(split(master.source)[0])]
    if not in_exercise(master):
        texts += _strings(master.get("outputs", []))
    return texts


def _count(secret, texts):
    """Count a secret: long ones anywhere, short ones as whole lines."""
    if len(secret) > 11:
        return sum(text.count(secret) for text in texts)
    return sum(
        line.strip() == secret for text in texts for line in text.split("\n")
    )


def _strings(node):
    """Yield every string in a nested structure."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for value in node.values():
            yield from _strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from _strings(value)
