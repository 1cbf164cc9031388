"""A small lesson that keeps every house rule, for the tests to spoil."""

from pathlib import Path

from nbformat import v4

OPENING = """\
# Count pixels

Which digits are bright? One number per picture answers that, and it is
enough to tell some of them apart.

**You will build** a counter of bright pixels.

**You will learn**

- to count
- to compare
- to doubt

**You need** nothing, 2 minutes and 0.5 GB of memory.

![A grid of twenty digits, bright on dark](images/digits.png)
"""
IMPORTS = """\
import numpy as np

from utils import checks, data, questions, settings"""
SETTINGS = """\
THRESHOLD = 128  # half of the brightest value
IMAGES = settings.pick(smoke=10, cpu=100, gpu=100)
SEED = settings.seed(0)"""
HINTS = """\
<details><summary>Nudge</summary>

Which pixels are bright?

<details><summary>Approach</summary>

Compare, then add.

<details><summary>Almost there</summary>

A comparison gives booleans, and their sum is a count.
The solution: `checks.show_solution("02-{name}")`.

</details>
</details>
</details>
"""
ANSWER = '''\
def {name}(images):
    """Return the number of bright pixels in each picture (N,)."""
    ### BEGIN SOLUTION
    return np.sum(images >= THRESHOLD, axis=(1, 2))
    ### END SOLUTION'''
CHECK = """\
checks.equal({name}(np.full((1, 2, 2), 128)), [4], "128 is bright")
checks.done("02-{name}")
### BEGIN HIDDEN TESTS
checks.equal({name}(np.full((3, 2, 2), 200)), [4, 4, 4], "200 is bright")
### END HIDDEN TESTS"""
QUESTION = """\
questions.ask(
    "02-{name}",
    "How many numbers are in a picture of 28 by 28?",
    {{"784": "Yes, 28 times 28.", "56": "That is 28 plus 28."}},
    correct="784",
)"""
NBGRADER = {"schema_version": 3, "task": False}


def displayed(text):
    return [v4.new_output("execute_result", {"text/plain": text})]


def exercise(name):
    """Return the four cells of an exercise called 02-<name>."""
    text = v4.new_markdown_cell(f"### Count {name}\nWrite the function.")
    hints = v4.new_markdown_cell(HINTS.format(name=name))
    answer = v4.new_code_cell(ANSWER.format(name=name))
    check = v4.new_code_cell(
        CHECK.format(name=name), outputs=displayed(f"'02-{name}: passed'")
    )
    roles = (
        (text, f"02-{name}-text", False, False, True),
        (answer, f"02-{name}", False, True, False),
        (check, f"02-{name}-check", True, False, True),
    )
    for cell, grade_id, grade, solution, locked in roles:
        cell.metadata.nbgrader = {
            "grade_id": grade_id,
            "grade": grade,
            "solution": solution,
            "locked": locked,
            **NBGRADER,
        }
    check.metadata.nbgrader["points"] = 2
    return [text, hints, answer, check]


def notebook():
    """Return the lesson as a notebook, counted and with stored outputs."""
    cells = [
        v4.new_markdown_cell(OPENING),
        v4.new_markdown_cell("## Setup"),
        v4.new_code_cell(IMPORTS),
        v4.new_code_cell(SETTINGS),
        v4.new_markdown_cell(
            "## Look at the data\nThe shape should say how many there are."
        ),
        v4.new_code_cell("train, validation, test = data.load_mnist()"),
        v4.new_code_cell(
            "train.images.shape, test.images.shape",
            outputs=displayed("((1297, 28, 28), (300, 28, 28))"),
        ),
        v4.new_markdown_cell("## Evaluate\nNow the test pictures are opened."),
        v4.new_code_cell(
            "bright = test.images.mean()\n28 * 28",
            outputs=displayed("784"),
            metadata={"tags": ["nbval-check-output"]},
        ),
        v4.new_markdown_cell("## Results so far\nNo row was added here."),
        v4.new_markdown_cell("## Summary\nSome digits are brighter."),
        v4.new_markdown_cell("## Exercises\nThree, and four questions."),
    ]
    for name in ("one", "two", "three"):
        cells += exercise(name)
    cells.append(v4.new_markdown_cell("Four questions to end with."))
    for name in ("q1", "q2", "q3", "q4"):
        cells.append(v4.new_code_cell(QUESTION.format(name=name)))
    cells.append(v4.new_markdown_cell("## Further reading\nNothing yet."))
    count = 0
    for cell in cells:
        if cell.cell_type == "code":
            count += 1
            cell.execution_count = count
            for output in cell.outputs:
                output["execution_count"] = count
    nb = v4.new_notebook(cells=cells)
    nb.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
    nb.metadata.course = {
        "lesson": "02_counting",
        "title": "Count pixels",
        "short": True,
        "minutes": 1.6,
        "memory_gb": 0.5,
    }
    return nb


def write_project(root):
    """Write what a lesson needs around it; return the lesson's path."""
    root = Path(root)
    (root / "notebooks" / "images").mkdir(parents=True)
    (root / "notebooks" / "images" / "digits.png").write_bytes(b"")
    (root / "utils" / "taught").mkdir(parents=True)
    for name in ("one", "two", "three"):
        folder = root / "tests" / "misconceptions" / f"02-{name}"
        folder.mkdir(parents=True)
        for number in range(4):
            (folder / f"wrong_{number}.py").write_text(
                f'"""Adds {number} to the count."""\n'
                "# message: 128 is bright\n\n\n"
                f"def {name}(images):\n    return {number}\n",
                encoding="utf-8",
            )
    return root / "notebooks" / "02_counting.ipynb"
