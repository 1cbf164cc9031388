"""The guards in conftest.py, on small projects that hold a copy of it."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from nbformat import v4, writes

ROOT = Path(__file__).resolve().parent.parent
CHECKED = {"tags": ["nbval-check-output"]}
INI = """\
[pytest]
testpaths = tests notebooks
addopts = --nbval-lax --nbval-current-env --nbval-cell-timeout=300
    --dist=loadfile -p no:cacheprovider {options}
"""
SLOW_OUTPUT = """
def pytest_collection_modifyitems(items):
    for item in items:
        if hasattr(item, "output_timeout"):
            print("waits", item.output_timeout)
"""


def cell(source, text=None, count=1, **more):
    outputs = []
    if text is not None:
        outputs = [v4.new_output("execute_result", {"text/plain": text})]
    return v4.new_code_cell(
        source, outputs=outputs, execution_count=count, **more
    )


def project(folder, *, options="", **notebooks):
    """Write a project with these notebooks, given as lists of cells."""
    (folder / "notebooks").mkdir()
    (folder / "tests").mkdir()
    (folder / "pytest.ini").write_text(INI.format(options=options), "utf-8")
    shutil.copy(ROOT / "conftest.py", folder)
    for name, cells in notebooks.items():
        path = folder / "notebooks" / f"{name}.ipynb"
        path.write_text(writes(v4.new_notebook(cells=cells)), "utf-8")
    return folder


def run(folder, *arguments, **variables):
    """Run pytest in a project; return (exit code, lines, seconds)."""
    keep = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("COURSE_", "PYTEST_"))
    }
    start = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", *arguments],
        cwd=folder,
        env=keep | variables,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    seconds = time.monotonic() - start
    return done.returncode, done.stdout.splitlines(), seconds


@pytest.fixture(scope="module")
def bad_run(tmp_path_factory):
    folder = project(
        tmp_path_factory.mktemp("bad"),
        good=[cell("28 * 28", "784", metadata=CHECKED)],
        wrong=[cell("28 + 28", "784", metadata=CHECKED)],
        no_count=[cell("28 * 28", None, count=None, metadata=CHECKED)],
        half_stored=[cell("28 * 28", "784", count=None, metadata=CHECKED)],
        no_output=[cell("x = 28 * 28", metadata=CHECKED)],
        dies=[
            cell("import os, signal"),
            cell("os.kill(os.getpid(), getattr(signal, 'SIGKILL', 9))"),
            cell("28 * 28", "784", metadata=CHECKED),
        ],
        unchecked=[cell("28 + 28", "not compared")],
    )
    return run(folder)


def line_with(lines, *parts):
    """Return the first line that holds all the parts."""
    found = [ln for ln in lines if all(part in ln for part in parts)]
    assert found, "\n".join(lines)
    return found[0]


@pytest.mark.parametrize("name", ["good", "unchecked"])
def test_good_notebook_passes(bad_run, name):
    line_with(bad_run[1], "PASSED", f"{name}.ipynb::Cell 0")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("wrong", "Cell outputs differ"),
        ("no_count", "has no execution count"),
        ("half_stored", "has no execution count"),
        ("no_output", "has no stored output"),
    ],
)
def test_checked_cell_that_cannot_be_compared_fails(bad_run, name, says):
    code, lines, _ = bad_run
    assert code == 1
    line_with(lines, "FAILED", f"{name}.ipynb::Cell 0")
    line_with(lines, says)


def test_dead_kernel_fails_its_cell_within_seconds(bad_run):
    _, lines, seconds = bad_run
    line_with(lines, "FAILED", "dies.ipynb::Cell 1")
    line_with(lines, "The kernel died while it ran this cell")
    assert seconds < 100  # the cell's own time is 300 s


def test_cells_after_the_kernels_death_are_skipped_and_say_why(bad_run):
    line_with(bad_run[1], "skipped 1: not run: the kernel died in Cell 1")


def test_last_lines_say_what_was_run_above_pytests_own(bad_run):
    _, lines, _ = bad_run
    assert "5 failed, 3 passed, 1 skipped" in lines[-1]
    tail = lines[-8:-1]
    assert "what was run" in line_with(tail, "what was run")
    line_with(tail, "notebooks: 7 of 7, 9 cells, profile smoke")
    line_with(tail, "notebooks that failed: ", "dies.ipynb", "wrong.ipynb")
    line_with(tail, "real data: no lesson was run on it")


@pytest.fixture
def hiding(tmp_path):
    """A project whose settings hide one of its two notebooks from nbval."""
    return project(
        tmp_path,
        options="--ignore=notebooks/hidden.ipynb",
        seen=[cell("28 * 28", "784", metadata=CHECKED)],
        hidden=[cell("28 * 28", "785", metadata=CHECKED)],
    )


@pytest.mark.parametrize("workers", [(), ("-n", "2")])
def test_notebook_hidden_from_nbval_fails_the_whole_suite(hiding, workers):
    code, lines, _ = run(hiding, *workers)
    assert code == 1
    assert "1 passed, 1 error" in lines[-1]
    line_with(lines, "notebooks never run: hidden.ipynb")


def test_part_of_the_suite_may_pass_and_says_what_it_ran_on(hiding):
    (hiding / "results.jsonl").write_text(
        '{"data": "shapes32"}\n{"data": "digits28"}\nnot json\n', "utf-8"
    )
    code, lines, _ = run(
        hiding,
        "notebooks/seen.ipynb",
        COURSE_RUN_FILE=str(hiding / "results.jsonl"),
        COURSE_REAL_STAGE="FAILED (pytest ended with 1): 02",
    )
    assert code == 0
    line_with(lines, "notebooks: 1 of 2, 1 cells, profile smoke")
    line_with(lines, "profile smoke, data digits28, shapes32")
    line_with(lines, "real data: FAILED (pytest ended with 1): 02")


def test_last_outputs_of_a_cell_have_a_minute_to_arrive(hiding):
    with (hiding / "conftest.py").open("a", encoding="utf-8") as file:
        file.write(SLOW_OUTPUT)
    _, lines, _ = run(hiding, "--collect-only", "notebooks/seen.ipynb", "-s")
    line_with(lines, "waits 60")
