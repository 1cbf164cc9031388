"""Each exercise's check accepts the right answer and names every mistake.

One kernel a lesson runs its Setup and Settings cells in the smoke profile;
each answer then meets its check in a fresh copy of what these cells made.
Wrong solutions meet only the visible checks, the right one also the hidden
tests.
"""

import contextlib
import json
import os
import queue
import time
from pathlib import Path

import house_rules
import nbformat
import pytest
from house_rules import Lesson
from jupyter_client.manager import start_new_kernel

ROOT = Path(__file__).resolve().parent.parent
WRONG = ROOT / "tests" / "misconceptions"
SETUP_SECONDS = 120
ANSWER_SECONDS = 60  # far above the 10 s that an exercise may take
DRIVER = """
def _meet(answer, check):
    import contextlib, io, json
    from utils.checks import CheckFailed
    space = dict(_after_setup)
    outcome = {"raised": None, "failed_check": False, "message": ""}
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(answer, "answer", "exec"), space)
            exec(compile(check, "check", "exec"), space)
    except Exception as error:
        outcome["raised"] = type(error).__name__
        outcome["failed_check"] = isinstance(error, CheckFailed)
        outcome["message"] = str(error)
    print("OUTCOME" + json.dumps(outcome))

_after_setup = {k: v for k, v in globals().items() if k != "_meet"}
"""


class Bench:
    """A kernel in which a lesson's Setup has run."""

    def __init__(self, lesson):
        variables = {
            **os.environ,
            "COURSE_PROFILE": "smoke",
            "PYTHONPATH": str(ROOT),
        }
        variables.pop("COURSE_WORKSPACE", None)
        self.manager, self.client = start_new_kernel(
            startup_timeout=60,
            kernel_name="python3",
            cwd=str(lesson.path.parent),
            env=variables,
        )
        for cell in lesson.setup:
            self.run(cell.source, SETUP_SECONDS)
        self.run(DRIVER, SETUP_SECONDS)

    def run(self, source, seconds):
        """Run code; return what it printed. Fails on errors and time-outs."""
        message = self.client.execute(source, allow_stdin=False)
        printed = []
        end = time.monotonic() + seconds
        while True:
            try:
                got = self.client.get_iopub_msg(timeout=1)
            except queue.Empty:
                if not self.manager.is_alive():
                    pytest.fail("the kernel died")
                if time.monotonic() > end:
                    self.manager.interrupt_kernel()
                    pytest.fail(f"not done within {seconds} s:\n{source}")
                continue
            if got["parent_header"].get("msg_id") != message:
                continue
            kind, content = got["msg_type"], got["content"]
            if kind == "stream":
                printed.append(content["text"])
            elif kind == "error":
                pytest.fail("\n".join(content["traceback"]))
            elif kind == "status" and content["execution_state"] == "idle":
                return "".join(printed)

    def meet(self, answer, check):
        """Return the outcome of an answer that meets a check."""
        call = f"_meet({answer!r}, {check!r})"
        printed = self.run(call, ANSWER_SECONDS)
        return json.loads(printed.split("OUTCOME", 1)[1].splitlines()[0])

    def close(self):
        with contextlib.suppress(Exception):
            self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)


def lessons():
    """Return the lessons that have exercises, in reading order."""
    found = []
    for path in sorted((ROOT / "notebooks").glob("[0-9][0-9]_*.ipynb")):
        lesson = Lesson(path, nbformat.read(path, as_version=4))
        if lesson.exercises:
            found.append(lesson)
    return found


LESSONS = lessons()
EXERCISES = [
    pytest.param(lesson, exercise, id=exercise.id)
    for lesson in LESSONS
    for exercise in lesson.exercises.values()
    if exercise.check
]
MISTAKES = [
    pytest.param(lesson, exercise, file, id=f"{exercise.id}/{file.stem}")
    for lesson in LESSONS
    for exercise in lesson.exercises.values()
    for file in sorted((WRONG / exercise.id).glob("*.py"))
    if exercise.check
]


@pytest.fixture(scope="module")
def bench_of():
    """Return a function from a lesson to its Bench, one kernel at a time."""
    open_benches = {}

    def bench(lesson):
        if lesson.path not in open_benches:
            while open_benches:
                open_benches.popitem()[1].close()
            open_benches[lesson.path] = Bench(lesson)
        return open_benches[lesson.path]

    yield bench
    for each in open_benches.values():
        each.close()


def given(exercise):
    """Return the code that stands between the text and the answer."""
    return "\n".join(
        cell.source
        for cell in exercise.code
        if cell.index < exercise.answer.index
    )


def judge(bench, exercise, answer, check):
    return bench.meet(f"{given(exercise)}\n{answer}", check)


def same(text):
    """Return a text with its white space and its case made equal."""
    return " ".join(text.split()).casefold()


def complaints(outcome, source):
    """Return why an outcome is not what a wrong solution deserves."""
    if outcome["raised"] is None:
        return ["the visible checks accept this wrong solution"]
    if not outcome["failed_check"]:
        return [
            f"stopped by {outcome['raised']} ({outcome['message']}), not by a "
            "check that names the mistake"
        ]
    return [
        f"the check says {outcome['message']!r}, without {words!r}"
        for words in house_rules.messages(source)
        if same(words) not in same(outcome["message"])
    ]


@pytest.mark.parametrize(("lesson", "exercise"), EXERCISES)
def test_right_solution_passes_visible_checks_and_hidden_tests(
    bench_of, lesson, exercise
):
    outcome = judge(
        bench_of(lesson),
        exercise,
        exercise.answer.source,
        exercise.check.source,
    )
    assert outcome["raised"] is None, outcome


@pytest.mark.parametrize(("lesson", "exercise"), EXERCISES)
def test_unsolved_exercise_fails(bench_of, lesson, exercise):
    outcome = judge(
        bench_of(lesson),
        exercise,
        house_rules.stub(exercise.answer.source),
        house_rules.visible(exercise.check.source),
    )
    assert outcome["raised"], "the untouched answer passes the visible checks"


@pytest.mark.parametrize(("lesson", "exercise", "file"), MISTAKES)
def test_wrong_solution_is_rejected_by_a_check_that_names_the_mistake(
    bench_of, lesson, exercise, file
):
    source = file.read_text("utf-8")
    outcome = judge(
        bench_of(lesson),
        exercise,
        source,
        house_rules.visible(exercise.check.source),
    )
    assert complaints(outcome, source) == []
