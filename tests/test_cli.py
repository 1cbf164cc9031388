"""The `course` command: what it passes on, and how it ends."""

import subprocess
import sys
import types

import pytest
from typer.testing import CliRunner

from coursekit import UserError, cli

COMMANDS = (
    *("lab", "test", "doctor", "fetch", "run", "refresh"),
    *("calibrate", "report", "update", "student", "bundle"),
)


@pytest.fixture
def course(monkeypatch):
    """Run the command line against modules that only note how they are called.

    Returns a function from arguments to (result, module, calls).
    """
    calls = []

    def module(name):
        def main(*arguments, **options):
            calls.append((name.removeprefix("coursekit."), arguments, options))
            return 0

        return types.SimpleNamespace(main=main)

    monkeypatch.setattr(cli, "import_module", module)

    def run(*arguments):
        result = CliRunner().invoke(cli.app, list(arguments))
        return result, calls

    return run


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(course, name):
    result, calls = course(name, "--help")
    assert result.exit_code == 0 and "Usage: " in result.output
    assert calls == []


def test_unknown_options_of_lab_go_to_jupyterlab(course):
    _, calls = course(
        *("lab", "--ip", "0.0.0.0", "--port=8899", "--no-browser"),
        *("--ServerApp.token=x", "-y"),
    )
    ((name, _, options),) = calls
    assert name == "lab"
    assert options["extra"] == ["--ip", "0.0.0.0", "--ServerApp.token=x", "-y"]
    assert options["port"] == 8899 and options["browser"] is False


def test_unknown_options_of_test_go_to_pytest(course):
    _, calls = course("test", "-k", "knn", "-x")
    assert calls == [("test", (), {"extra": ["-k", "knn", "-x"]})]


def test_lessons_and_folders_arrive(course):
    _, calls = course("student", "somewhere", "01", "02")
    ((_, (out,), options),) = calls
    assert str(out) == "somewhere" and options == {"lessons": ["01", "02"]}
    _, calls = course("bundle", "--light", "elsewhere")
    assert str(calls[1][1][0]) == "elsewhere" and calls[1][2] == {"light": True}


@pytest.mark.parametrize(
    ("raised", "code", "said"),
    [
        (UserError("Say what mends it."), 2, "Say what mends it.\n"),
        (KeyboardInterrupt(), 130, "Stopped.\n"),
    ],
)
def test_what_a_user_can_mend_is_plain_text(monkeypatch, raised, code, said):
    def main(*_, **__):
        raise raised

    module = types.SimpleNamespace(main=main)
    monkeypatch.setattr(cli, "import_module", lambda name: module)
    result = CliRunner().invoke(cli.app, ["doctor"])
    assert (result.exit_code, result.output) == (code, said)


def test_the_exit_code_is_the_module_s(monkeypatch):
    module = types.SimpleNamespace(main=lambda: 1)
    monkeypatch.setattr(cli, "import_module", lambda name: module)
    assert CliRunner().invoke(cli.app, ["doctor"]).exit_code == 1


def test_asking_for_help_imports_nothing_slow():
    code = (
        "import sys; from coursekit import cli;"
        "print({'numpy', 'keras', 'nbgrader', 'jupyterlab', 'nbformat'}"
        " & set(sys.modules))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True
    )
    assert answer.stdout.strip() == "set()"
