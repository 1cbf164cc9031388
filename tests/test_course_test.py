"""`course test` and .ci/run: what they start, and how they end."""

import os
import shutil
import subprocess
from pathlib import Path

import nbformat
import pytest
import test_real_data

from coursekit import UserError, test

ROOT = Path(__file__).resolve().parent.parent
SHORT = [Path("notebooks/02_knn.ipynb")]


@pytest.fixture
def runs(monkeypatch):
    """Replace pytest by a list of the runs; `runs.codes` are their ends."""

    class Runs(list):
        def __call__(self, arguments, variables):
            self.append((list(map(str, arguments)), variables))
            return self.codes.get(variables["COURSE_PROFILE"], 0)

    runs = Runs()
    runs.codes = {}
    monkeypatch.setattr(test, "pytest", runs)
    monkeypatch.setattr(test, "short_lessons", lambda: SHORT)
    monkeypatch.delenv("COURSE_DATA", raising=False)
    return runs


def test_without_real_data_only_the_smoke_profile_runs(runs):
    assert test.main(extra=[]) == 0
    [(arguments, variables)] = runs
    assert arguments == ["-n", "2", "--dist", "loadfile"]
    assert variables["COURSE_PROFILE"] == "smoke"
    assert variables["COURSE_CHECK"] == "1"
    assert variables["TF_CPP_MIN_LOG_LEVEL"] == "3"
    assert variables["COURSE_REAL_STAGE"] == "skipped: COURSE_DATA is not set"


def test_real_data_comes_first_and_embedded_data_is_an_error_there(
    runs, monkeypatch, tmp_path
):
    monkeypatch.setenv("COURSE_DATA", str(tmp_path))
    monkeypatch.setenv("COURSE_REQUIRE_REAL", "1")
    assert test.main(extra=[]) == 0
    (arguments, real), (_, smoke) = runs
    assert str(SHORT[0]) in arguments
    assert "--nbval-cell-timeout=1500" in arguments
    assert real["COURSE_PROFILE"] == "cpu"
    assert real["COURSE_REQUIRE_REAL"] == "1"
    assert smoke["COURSE_PROFILE"] == "smoke"
    assert "COURSE_REQUIRE_REAL" not in smoke
    assert smoke["COURSE_REAL_STAGE"].startswith("passed: 02_knn in the cpu")


@pytest.mark.parametrize(
    ("codes", "expected"),
    [({"cpu": 1}, 1), ({"smoke": 1}, 1), ({"cpu": 2, "smoke": 1}, 1), ({}, 0)],
)
def test_exit_code_tells_both_runs(
    runs, monkeypatch, tmp_path, codes, expected
):
    monkeypatch.setenv("COURSE_DATA", str(tmp_path))
    runs.codes = codes
    assert test.main(extra=[]) == expected
    failed = "FAILED" in runs[-1][1]["COURSE_REAL_STAGE"]
    assert failed == ("cpu" in codes)


def test_folder_that_does_not_exist_is_an_error(runs, monkeypatch):
    monkeypatch.setenv("COURSE_DATA", "no/such/folder")
    with pytest.raises(UserError, match="no/such/folder"):
        test.main(extra=[])
    assert runs == []


def test_a_handout_says_that_it_has_no_tests(runs, monkeypatch, tmp_path):
    monkeypatch.setattr(test.settings, "project_root", lambda: tmp_path)
    with pytest.raises(UserError, match="hand-out"):
        test.main(extra=[])
    assert runs == []


def test_arguments_go_to_pytest_and_nothing_else_runs(
    runs, monkeypatch, tmp_path
):
    monkeypatch.setenv("COURSE_DATA", str(tmp_path))
    test.main(extra=["tests/test_x.py", "-k", "shape"])
    [(arguments, variables)] = runs
    assert arguments == ["tests/test_x.py", "-k", "shape"]
    assert variables["COURSE_PROFILE"] == "smoke"


def test_short_lessons_are_those_marked_short(monkeypatch, tmp_path):
    for name, short in (("01_a", True), ("02_b", False), ("03_c", None)):
        nb = nbformat.v4.new_notebook()
        if short is not None:
            nb.metadata.course = {"short": short}
        nbformat.write(nb, tmp_path / f"{name}.ipynb")
    found = sorted(tmp_path.glob("*.ipynb"))
    monkeypatch.setattr(test.notebooks, "lessons", lambda: found)
    assert [path.stem for path in test.short_lessons()] == ["01_a"]


@pytest.mark.parametrize(
    ("said", "raised"),
    [
        ("FAILED (pytest ended with 1): 02 on /data", AssertionError),
        ("skipped: COURSE_DATA is not set", pytest.skip.Exception),
        ("", pytest.skip.Exception),
    ],
)
def test_suite_fails_when_the_run_on_real_data_failed(
    monkeypatch, said, raised
):
    monkeypatch.setenv("COURSE_REAL_STAGE", said)
    with pytest.raises(raised, match=said[-7:] or "only"):
        test_real_data.verdict()
    monkeypatch.setenv("COURSE_REAL_STAGE", "passed: 02 on /data")
    test_real_data.verdict()


# --- .ci/run -----------------------------------------------------------------


@pytest.fixture
def checkout(tmp_path):
    """A clone with .ci/run and a course.py that says how it was called."""
    if os.name == "nt" or not shutil.which("bash"):
        pytest.skip(".ci/run needs bash")
    folder = tmp_path / "clone"
    (folder / ".ci").mkdir(parents=True)
    shutil.copy(ROOT / ".ci" / "run", folder / ".ci")
    (folder / "course.py").write_text(
        "import os, sys\n"
        "print('called', sys.argv[1:], os.environ.get('COURSE_DATA'))\n"
        "sys.exit(int(os.environ.get('CODE', 0)))\n"
    )
    return folder


def ci(folder, **variables):
    keep = {k: v for k, v in os.environ.items() if k != "COURSE_DATA"}
    return subprocess.run(
        [str(folder / ".ci" / "run")],
        cwd="/",
        env=keep | variables,
        capture_output=True,
        text=True,
        check=False,
    )


def test_ci_calls_the_test_command_of_the_readme_and_nothing_less(checkout):
    done = ci(checkout)
    assert done.returncode == 0
    assert "called ['test'] None" in done.stdout
    assert "not checked: lessons on real data" in done.stdout


def test_ci_takes_the_real_data_beside_the_project(checkout):
    (checkout.parent / "shared" / "data").mkdir(parents=True)
    assert "called ['test'] ../shared/data" in ci(checkout).stdout


@pytest.mark.parametrize("code", ["1", "2"])
def test_ci_fails_when_the_tests_fail(checkout, code):
    assert ci(checkout, CODE=code).returncode == int(code)
