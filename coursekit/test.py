"""`course test`: every test, every notebook, and real data where it is.

Two runs of pytest, each in its own process. The first runs the short lessons
in the cpu profile on the data that COURSE_DATA names; the second runs all
tests and all notebooks in the smoke profile. The second prints what became of
the first just above pytest's summary line, and a test in it
(tests/test_real_data.py) fails when the first failed, so that this line alone
tells both.
"""

import os
import subprocess
import sys
import time

from coursekit import UserError, notebooks
from coursekit.execution import CELL_TIMEOUT
from utils import manifest, places, settings


def short_lessons():
    """Return the notebooks whose metadata marks them as short."""
    return [
        path
        for path in notebooks.lessons()
        if notebooks.read(path).metadata.get("course", {}).get("short")
    ]


def environment(profile, **more):
    """Return this process's environment with the variables of a test run.

    COURSE_REQUIRE_REAL is only in it when it is given: smoke has no real data.
    """
    runs = settings.project_root() / "build" / "runs"
    kept = {k: v for k, v in os.environ.items() if k != "COURSE_REQUIRE_REAL"}
    return {
        **kept,
        "COURSE_PROFILE": profile,
        "COURSE_CHECK": "1",
        "COURSE_RUN_FILE": str(runs / f"test-{profile}.jsonl"),
        "TF_CPP_MIN_LOG_LEVEL": "3",
        **more,
    }


def pytest(arguments, variables):
    """Run pytest in the project's root; return its exit code."""
    named = variables["COURSE_RUN_FILE"]
    settings.project_root().joinpath(named).unlink(missing_ok=True)
    sys.stdout.flush()
    return subprocess.run(
        [sys.executable, "-m", "pytest", *map(str, arguments)],
        cwd=settings.project_root(),
        env=variables,
        stdin=subprocess.DEVNULL,
        check=False,
    ).returncode


def on_real_data():
    """Run the short lessons on real data; return (exit code, what happened).

    One after the other, so that their times and memory mean something. The
    exit code is 0 when there was nothing to run.
    """
    try:
        folder = places.course_data()
    except manifest.DataError as error:
        raise UserError(str(error)) from error
    if folder is None:
        return 0, "skipped: COURSE_DATA is not set"
    lessons = short_lessons()
    if not lessons:
        return 0, "skipped: no lesson is marked short"
    names = ", ".join(path.stem for path in lessons)
    print(f"cpu profile on real data in {folder}: {names}", flush=True)
    seconds = CELL_TIMEOUT["cpu"]
    start = time.monotonic()
    code = pytest(
        [
            f"--nbval-cell-timeout={seconds}",
            f"--timeout={seconds + 120}",
            *lessons,
        ],
        environment("cpu", COURSE_REQUIRE_REAL="1"),
    )
    verdict = "passed" if code == 0 else f"FAILED (pytest ended with {code})"
    took = time.monotonic() - start
    return code, (
        f"{verdict}: {names} in the cpu profile on {folder}, {took:.0f} s"
    )


def main(*, extra):
    """Run the tests; return 0 when all passed, pytest's exit code otherwise.

    `extra` goes to pytest as it is, and then only that is run: paths, `-k`
    and the like, in the smoke profile.
    """
    if not (settings.project_root() / "tests").is_dir():
        raise UserError(
            "This copy of the course has no tests/: it is a hand-out. The "
            "checks below each exercise test your answers."
        )
    if extra:
        said = "skipped: `course test` was given arguments of its own"
        return pytest(extra, environment("smoke", COURSE_REAL_STAGE=said))
    code, said = on_real_data()
    variables = environment("smoke", COURSE_REAL_STAGE=said)
    return pytest(["-n", "2", "--dist", "loadfile"], variables) or code
