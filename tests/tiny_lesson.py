"""A lesson of a few cells, for tests that must not wait for a real one."""

import nbformat
from nbformat import v4

HINTS = """\
<details><summary>Nudge</summary>

Think of doubling.

</details>
<details><summary>Approach</summary>

Multiply.

<details><summary>Almost there</summary>

`numbers * 2` is close. Stuck? Run
`checks.show_solution("02-double")` in a new cell.

</details>
</details>"""
ANSWER = '''\
def double(number):
    """Return twice the number."""
    ### BEGIN SOLUTION
    twice = number * 2
    return twice
    ### END SOLUTION'''
CHECK = """\
assert double(3) == 6, "three twice is six"
### BEGIN HIDDEN TESTS
assert double(-4) == -8, "negative numbers too"
### END HIDDEN TESTS"""


def graded(cell, **nbgrader):
    """Return the cell with nbgrader metadata, defaults filled in."""
    cell.metadata["nbgrader"] = {
        "grade": False,
        "solution": False,
        "locked": False,
        "schema_version": 3,
        "task": False,
        **nbgrader,
    }
    return cell


def with_output(cell, count):
    """Return the code cell as if it had been run."""
    cell.execution_count = count
    cell.outputs = [v4.new_output("stream", name="stdout", text=f"ran {count}")]
    return cell


def solved():
    """Return the solved, executed lesson; ids are the same at every call."""
    cells = [
        v4.new_markdown_cell("# Double a number\n\n![a two](images/two.png)"),
        v4.new_markdown_cell("## Setup"),
        with_output(v4.new_code_cell("import math"), 1),
        with_output(v4.new_code_cell("EPOCHS = 3"), 2),
        v4.new_markdown_cell("## Exercises"),
        graded(
            v4.new_markdown_cell("Write `double`."),
            grade_id="02-double-text",
            locked=True,
        ),
        v4.new_markdown_cell(HINTS),
        graded(
            with_output(v4.new_code_cell(ANSWER), 3),
            grade_id="02-double",
            solution=True,
        ),
        graded(
            with_output(v4.new_code_cell(CHECK), 4),
            grade_id="02-double-check",
            grade=True,
            points=2,
            locked=True,
        ),
        v4.new_markdown_cell("## Further reading"),
    ]
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    notebook = v4.new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {
        "name": "python3",
        "display_name": "Python 3",
        "language": "python",
    }
    notebook.metadata["course"] = {
        "lesson": "02_double",
        "title": "Double a number",
        "short": True,
    }
    return notebook


def by_id(notebook, name):
    """Return the cell whose grade_id or cell id is `name`."""
    for cell in notebook.cells:
        grade_id = cell.metadata.get("nbgrader", {}).get("grade_id")
        if name in (grade_id, cell["id"]):
            return cell
    raise KeyError(name)


def project(root):
    """Make a project below `root` that holds lessons 00 and 02 alone."""
    folder = root / "notebooks"
    (folder / "images").mkdir(parents=True)
    (folder / "images" / "two.png").write_bytes(b"a picture of a two")
    first = v4.new_notebook(cells=[v4.new_markdown_cell("# Start here")])
    first.cells[0]["id"] = "start"
    first.metadata["course"] = {"lesson": "00_start_here", "title": "Start"}
    nbformat.write(first, folder / "00_start_here.ipynb")
    nbformat.write(solved(), folder / "02_double.ipynb")
    return root
