"""A lesson of one exercise and one question, for tests that need a file."""

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

SOLUTION = """\
def vote(neighbours, num_classes):
    ### BEGIN SOLUTION
    counts = [np.bincount(row, minlength=num_classes) for row in neighbours]
    return np.argmax(counts, axis=1)
    ### END SOLUTION"""
CHECK = """\
checks.equal(vote(np.array([[3, 3, 1]]), 10), [3], "two votes beat one")
checks.done("02-vote")"""
QUESTION = """\
questions.ask(
    "02-cost", "What does training cost?",
    {"nothing": "It stores.", "much": "What is computed?"}, correct="nothing"
)"""


def graded(id, source, **kind):
    """Return a code cell with nbgrader's metadata."""
    kinds = {"grade": False, "solution": False, "locked": False, "task": False}
    grading = {"grade_id": id, "schema_version": 3, **kinds, **kind}
    return new_code_cell(source, metadata={"nbgrader": grading})


def small_lesson(answer=SOLUTION, *, lesson="02_small", title="Small"):
    """Return the notebook; `answer` is the source of its answer cell."""
    return new_notebook(
        cells=[
            new_code_cell(
                "import numpy as np\nfrom utils import checks, questions"
            ),
            graded("02-vote", answer, solution=True),
            graded("02-vote-check", CHECK, grade=True, locked=True, points=1),
            new_code_cell(QUESTION),
        ],
        metadata={
            "course": {"lesson": lesson, "title": title},
            "kernelspec": {"name": "python3", "display_name": "Python 3"},
        },
    )


def write(notebook, path):
    """Write a notebook, with the folder it lies in; return the path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)
    return path
