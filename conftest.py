"""How every test run behaves: the guards around nbval and the last lines.

nbval 0.11.0 has no setting for three things that this course needs, so this
file replaces three of its methods; pyproject.toml pins that version.

- A cell tagged `nbval-check-output` that was stored without an execution
  count or without an output is never compared. Here it fails.
- A kernel that dies is noticed when the cell's time is up, 20 minutes later
  on real data. Here it is noticed within seconds.
- A cell's last outputs must arrive within 5 seconds. Here they have 60.
"""

import json
import os
import re
import time
from pathlib import Path
from queue import Empty

import pytest
from nbval import kernel as nbval_kernel
from nbval import plugin as nbval_plugin

ROOT = Path(__file__).resolve().parent
CHECKED = "nbval-check-output"
OUTPUT_SECONDS = 60  # how long a finished cell's outputs may take to arrive
POLL_SECONDS = 1  # how often the kernel is asked whether it lives
# options that select tests: with one of them a run is not the whole suite
SELECTING = ("-k", "-m", "--deselect", "--ignore", "--ignore-glob", "--co")

# The same defaults as `course test`, for whoever calls pytest directly. They
# stand in the environment because kernels and xdist's workers inherit it.
DEFAULTS = {
    "COURSE_PROFILE": "smoke",
    "COURSE_CHECK": "1",
    "COURSE_RUN_FILE": str(ROOT / "build" / "runs" / "test.jsonl"),
    "TF_CPP_MIN_LOG_LEVEL": "3",
}
for name, value in DEFAULTS.items():
    os.environ.setdefault(name, value)


class KernelDiedError(RuntimeError):
    """The kernel's process ended while a message from it was awaited."""


def get_message(running, stream, timeout=None):
    """Return the kernel's next message, or raise as soon as it is dead.

    Raises Empty after `timeout` seconds without a message, as nbval expects,
    and KernelDiedError within about two seconds of the kernel's end.
    """
    receive = {
        "iopub": running.kc.get_iopub_msg,
        "shell": running.kc.get_shell_msg,
    }[stream]
    end = float("inf") if timeout is None else time.monotonic() + timeout
    while True:
        alive = running.is_alive()  # asked first: what it sent is still read
        left = max(0, end - time.monotonic())
        try:
            return receive(timeout=min(POLL_SECONDS, left))
        except Empty:
            if not alive:
                raise KernelDiedError from None
            if left <= POLL_SECONDS:
                raise


def why_never_compared(cell):
    """Say why nbval would skip the comparison of a tagged cell, or None."""
    comment = re.search(r"^\s*#\s*NBVAL_CHECK_OUTPUT\s*$", cell.source, re.M)
    if CHECKED not in cell.metadata.get("tags", []) and not comment:
        return None
    if cell.execution_count is None:
        missing = "no execution count"
    elif not cell.outputs:
        missing = "no stored output"
    else:
        return None
    return (
        f"This cell is tagged {CHECKED} but has {missing}, so nothing would "
        "be compared. Store its output with `course refresh`, or drop the tag."
    )


nbval_init = nbval_plugin.IPyNbCell.__init__
nbval_runtest = nbval_plugin.IPyNbCell.runtest


def init_cell(item, *args, **kwargs):
    """Make a cell that waits OUTPUT_SECONDS for its last outputs."""
    nbval_init(item, *args, **kwargs)
    item.output_timeout = OUTPUT_SECONDS


def run_cell(item):
    """Run one cell as nbval does, and fail where nbval would keep quiet."""
    dead_since = getattr(item.parent, "dead_since", None)
    if dead_since is not None:
        pytest.skip(f"not run: the kernel died in Cell {dead_since}")
    problem = why_never_compared(item.cell)
    try:
        nbval_runtest(item)
    except KernelDiedError:
        item.parent.dead_since = item.cell_num
        item.raise_cell_error(
            "The kernel died while it ran this cell: out of memory, or a "
            "crash in compiled code. The cells after it were not run."
        )
    except nbval_plugin.NbCellError as error:
        if problem and "Unrun reference cell" in str(error):
            item.raise_cell_error(problem)
        raise
    if problem:
        item.raise_cell_error(problem)


nbval_kernel.RunningKernel.get_message = get_message
nbval_plugin.IPyNbCell.__init__ = init_cell
nbval_plugin.IPyNbCell.runtest = run_cell


def lessons():
    """Return the names of the notebooks in notebooks/, in reading order."""
    return sorted(path.name for path in (ROOT / "notebooks").glob("*.ipynb"))


def runs_all_lessons(config):
    """Say whether this run was asked for every notebook in notebooks/."""
    given = config.invocation_params.args
    if any(str(arg).split("=")[0].startswith(SELECTING) for arg in given):
        return False
    folders = [
        (config.invocation_params.dir / arg.split("::")[0]).resolve()
        for arg in config.args
    ]
    return any(
        (ROOT / "notebooks").is_relative_to(folder) for folder in folders
    )


class Notebooks:
    """What happened to each notebook: how many cells ran, how it ended."""

    def __init__(self, config):
        self.config = config
        self.cells = {}  # notebook's name -> outcomes of its cells

    def pytest_runtest_logreport(self, report):
        """Count a cell by its call, or by a set-up that did not succeed."""
        path = report.nodeid.split("::")[0]
        if not path.endswith(".ipynb"):
            return
        if report.when == "call" or not report.passed:
            name = path.rsplit("/", 1)[-1]
            self.cells.setdefault(name, []).append(report.outcome)

    def missing(self):
        """Return the lessons that this run should have run and did not."""
        if not runs_all_lessons(self.config):
            return []
        return [name for name in lessons() if name not in self.cells]

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session, exitstatus):
        """Turn a lesson that nbval never ran into an error of the run."""
        if exitstatus not in (0, 1) or session.shouldstop or session.shouldfail:
            return
        missing = self.missing()
        if missing:
            report = pytest.CollectReport(
                nodeid="notebooks",
                outcome="failed",
                longrepr=(
                    f"{len(self.cells)} of {len(lessons())} notebooks in "
                    "notebooks/ were run by nbval. Never run: "
                    f"{', '.join(missing)}. Look for what hides them: an "
                    "option in pyproject.toml, or a notebook with no code."
                ),
                result=[],
            )
            reporter = session.config.pluginmanager.get_plugin(
                "terminalreporter"
            )
            reporter.stats.setdefault("error", []).append(report)
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_terminal_summary(self, terminalreporter):
        """Print what ran on which data just above pytest's last line."""
        result = yield
        terminalreporter.section("what was run")
        for line in self.lines(terminalreporter.stats):
            terminalreporter.write_line(line)
        return result

    def lines(self, stats):
        """Yield the lines of the summary: notebooks, real data, skips."""
        total = sum(len(outcomes) for outcomes in self.cells.values())
        failed = sorted(
            name
            for name, outcomes in self.cells.items()
            if "failed" in outcomes
        )
        profile = os.environ["COURSE_PROFILE"]
        yield (
            f"notebooks: {len(self.cells)} of {len(lessons())}, "
            f"{total} cells, profile {profile}, {data_used()}"
        )
        if failed:
            yield f"notebooks that failed: {', '.join(failed)}"
        if self.missing():
            yield f"notebooks never run: {', '.join(self.missing())}"
        said = os.environ.get("COURSE_REAL_STAGE") or not_staged()
        yield f"real data: {said}"
        skips = {}
        for report in stats.get("skipped", []):
            reason = skip_reason(report)
            skips[reason] = skips.get(reason, 0) + 1
        for reason, count in sorted(skips.items()):
            yield f"skipped {count}: {reason}"
        if not skips:
            yield "skipped: nothing"


def not_staged():
    """Say why no lesson ran on real data before this run."""
    if os.environ.get("COURSE_REQUIRE_REAL") == "1":
        return "this run (COURSE_REQUIRE_REAL=1)"
    return (
        "no lesson was run on it before this run (`course test` does, when "
        "COURSE_DATA names a folder)"
    )


def data_used():
    """Say which data the results of this run were recorded on."""
    names = set()
    path = Path(os.environ["COURSE_RUN_FILE"])
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            try:
                names.add(json.loads(line).get("data"))
            except (ValueError, AttributeError):
                continue
    names.discard(None)
    if names:
        return f"data {', '.join(sorted(map(str, names)))}"
    embedded = os.environ["COURSE_PROFILE"] == "smoke"
    return "embedded data" if embedded else "no result recorded"


def skip_reason(report):
    """Return why a test was skipped, as its author wrote it."""
    reason = report.longrepr
    if isinstance(reason, tuple):
        reason = reason[2]
    return str(reason).removeprefix("Skipped: ").strip()


def pytest_configure(config):
    """Watch the notebooks in the process that prints; start a new run file."""
    if hasattr(config, "workerinput"):  # a worker of xdist
        return
    config.pluginmanager.register(Notebooks(config), "course-notebooks")
    if os.environ["COURSE_RUN_FILE"] == DEFAULTS["COURSE_RUN_FILE"]:
        Path(DEFAULTS["COURSE_RUN_FILE"]).unlink(missing_ok=True)
