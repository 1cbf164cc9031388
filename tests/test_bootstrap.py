"""course.py: the set-up, on this system and on simulated others.

The network, uv and TensorFlow are played by stand-ins; virtual environments,
interpreters, locks and signals are real.
"""

import importlib.util
import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
POSIX = pytest.mark.skipif(os.name == "nt", reason="needs POSIX")


@pytest.fixture
def course(tmp_path, monkeypatch):
    """Load course.py as if it lay in an empty folder, with a space in it."""
    return load(tmp_path / "the course", monkeypatch)


def load(here, monkeypatch=None):
    here.mkdir(exist_ok=True)
    script = here / "course.py"
    script.write_bytes((ROOT / "course.py").read_bytes())
    (here / "uv.lock").write_text("version 1")
    (here / "pyproject.toml").write_text("")
    spec = importlib.util.spec_from_file_location("course_bootstrap", script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def steps(course, monkeypatch):
    """Play uv and TensorFlow; return the list of what was installed."""
    done = []

    def plain_venv(base, lock):  # pip would take seconds
        venv.create(course.VENV, symlinks=os.name != "nt")

    def sync(uv, group, lock):
        done.append(group)
        for name in ("numpy", "numpy-2.dist-info"):
            (site_packages(course) / name).mkdir(exist_ok=True)

    monkeypatch.setattr(course, "make_venv", plain_venv)
    monkeypatch.setattr(course, "find_uv", lambda base, lock: "uv")
    monkeypatch.setattr(course, "sync", sync)
    monkeypatch.setattr(course, "try_imports", lambda lock: None)
    monkeypatch.setattr(course, "stop_on_signals", lambda: None)
    monkeypatch.setattr(
        course, "starts", lambda python: course.probe([python]) is not None
    )
    return done


def site_packages(course):
    return next(Path(course.VENV).glob("[Ll]ib/**/site-packages"))


def set_up(course, wanted=None):
    """Do what main does before it hands over; return whether it acted."""
    if course.is_ready(wanted):
        return False
    course.set_up(course.describe(), wanted)
    return True


def marker(course):
    """Leave a file in .venv by which a new .venv can be told."""
    path = Path(course.VENV) / "marker"
    path.write_text("")
    return path


# ---- set-up, again, interrupted, broken ------------------------------------


def test_the_second_start_does_nothing(course, steps):
    assert set_up(course)
    kept = marker(course)
    assert not set_up(course)
    assert steps == ["cpu"] and kept.exists()


def test_a_changed_lock_file_is_installed_into_the_same_venv(course, steps):
    set_up(course)
    kept = marker(course)
    Path(course.HERE, "uv.lock").write_text("version 2")
    assert set_up(course)
    assert steps == ["cpu", "cpu"] and kept.exists()


def test_gpu_is_kept_until_cpu_is_asked_for(course, steps):
    set_up(course, "gpu")
    assert not set_up(course)
    Path(course.HERE, "uv.lock").write_text("version 2")
    set_up(course)
    assert set_up(course, "cpu")
    assert not set_up(course)
    assert steps == ["gpu", "gpu", "cpu"]


@pytest.mark.parametrize("step", ["make_venv", "find_uv", "sync"])
def test_an_interrupted_set_up_starts_anew_and_keeps_its_choice(
    course, steps, step, monkeypatch
):
    def interrupted(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(course, step, interrupted)
        with pytest.raises(KeyboardInterrupt):
            course.set_up(course.describe(), "gpu")
    left = marker(course)
    assert not course.is_ready(None)
    set_up(course)
    assert steps == ["gpu"] and not left.exists()
    assert course.is_ready("gpu")


def test_a_set_up_killed_before_the_first_file_starts_anew(course, steps):
    Path(course.VENV).mkdir()
    set_up(course)
    assert steps == ["cpu"]


@POSIX
def test_a_python_that_is_gone_is_noticed_and_replaced(course, steps):
    set_up(course)
    left = marker(course)
    python = Path(course.venv_python())
    python.unlink()
    python.symlink_to(Path(course.HERE) / "upgraded-away")
    set_up(course)
    assert not left.exists() and course.probe([str(python)])


@POSIX
def test_a_python_that_does_not_start_is_noticed_and_replaced(course, steps):
    set_up(course)
    python = Path(course.venv_python())
    python.unlink()
    python.write_text("#!/bin/sh\nexit 1\n")
    python.chmod(0o755)
    set_up(course)
    assert course.probe([str(python)])


def test_a_package_that_is_gone_makes_a_new_venv(course, steps):
    set_up(course)
    left = marker(course)
    (site_packages(course) / "numpy").rmdir()
    set_up(course)
    assert not left.exists() and steps == ["cpu", "cpu"]


def test_another_version_of_a_package_is_mended_in_place(course, steps):
    set_up(course)
    kept = marker(course)
    (site_packages(course) / "numpy-2.dist-info").rename(
        site_packages(course) / "numpy-1.dist-info"
    )
    assert set_up(course)
    assert kept.exists() and steps == ["cpu", "cpu"]


def test_packages_that_do_not_load_make_a_new_venv(course, steps, monkeypatch):
    set_up(course)
    left = marker(course)
    monkeypatch.setattr(course, "starts", lambda python: not left.exists())
    set_up(course)
    assert not left.exists()


@POSIX
def test_a_moved_project_gets_a_new_venv(course, steps, tmp_path, monkeypatch):
    set_up(course)
    marker(course)
    Path(course.HERE).rename(tmp_path / "moved")
    moved = load(tmp_path / "moved")
    for name in ("find_uv", "sync", "try_imports", "starts"):
        monkeypatch.setattr(moved, name, getattr(course, name))
    monkeypatch.setattr(course, "VENV", moved.VENV)
    assert not moved.is_ready(None)
    set_up(moved)
    assert not (Path(moved.VENV) / "marker").exists()


def test_a_folder_that_is_no_venv_is_never_touched(course, steps):
    precious = Path(course.VENV) / "thesis.txt"
    precious.parent.mkdir()
    precious.write_text("two years of work")
    with pytest.raises(course.SetupError, match="not a virtual environment"):
        set_up(course)
    assert precious.read_text() == "two years of work" and steps == []


@POSIX
def test_a_link_to_a_broken_venv_is_left_to_its_owner(course, steps, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "pyvenv.cfg").write_text("")
    Path(course.VENV).symlink_to(elsewhere)
    with pytest.raises(course.SetupError, match="Remove the link"):
        set_up(course)
    assert (elsewhere / "pyvenv.cfg").exists()


def test_what_was_put_aside_is_deleted_at_the_next_set_up(course, steps):
    old = Path(course.HERE) / ".venv.course-old-abc"
    (old / "venv").mkdir(parents=True)
    mine = Path(course.HERE) / ".venv.old"
    mine.mkdir()
    set_up(course)
    assert not old.exists() and mine.exists()


def test_a_folder_that_cannot_be_written_to_is_one_line(
    course, steps, monkeypatch
):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(course.os, "makedirs", refuse)
    with pytest.raises(course.SetupError, match="cannot be written"):
        set_up(course)


# ---- finding a Python ------------------------------------------------------


def fake_python(folder, name, version, **more):
    """Write a program that answers like a Python of that version."""
    answer = {
        "version": version,
        "implementation": "CPython",
        "executable": str(folder / name),
        "platform": "linux-x86_64",
        "machine": "x86_64",
        "musl": False,
        "threads": False,
        **more,
    }
    return program(folder / name, f"echo '{json.dumps(answer)}'")


def program(path, script):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def old(course, monkeypatch, tmp_path):
    """Run on Python 3.10, with nothing on PATH and an empty home."""
    mine = {
        **course.describe(),
        "version": [3, 10, 13],
        "executable": "/old/python",
    }
    monkeypatch.setattr(course, "describe", lambda: mine)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("PYENV_ROOT", raising=False)
    real = course.glob.glob
    monkeypatch.setattr(
        course.glob,
        "glob",
        lambda pattern: real(pattern) if str(tmp_path) in pattern else [],
    )
    return tmp_path


def test_this_interpreter_is_taken_where_it_is_in_range(course):
    assert course.find_python() == course.describe()


@POSIX
def test_no_python_in_range_is_one_line_with_what_was_found(course, old):
    fake_python(old / "bin", "python3", [3, 14, 0])
    with pytest.raises(course.SetupError) as caught:
        course.find_python()
    message = str(caught.value)
    assert "needs Python 3.11, 3.12 or 3.13" in message
    assert "3.10.13 (/old/python)" in message and "3.14.0" in message
    assert "\n" not in message


@POSIX
def test_a_failing_shim_is_passed_over(course, old, monkeypatch):
    shims, later = old / "shims", old / "later"
    program(shims / "python3.13", "echo not installed >&2; exit 127")
    program(shims / "python3.12", "echo gibberish")
    wanted = fake_python(later, "python3.12", [3, 12, 4])
    monkeypatch.setenv("PATH", f"{shims}{os.pathsep}{later}")
    assert course.find_python()["executable"] == str(wanted)


@POSIX
def test_a_pyenv_version_is_found_without_path(course, old):
    folder = old / "home" / ".pyenv" / "versions" / "3.11.7" / "bin"
    wanted = fake_python(folder, "python", [3, 11, 7])
    assert course.find_python()["executable"] == str(wanted)


@POSIX
def test_an_unsuitable_python_gives_way_to_a_suitable_one(course, old):
    fake_python(old / "bin", "python3.13", [3, 13, 0], threads=True)
    wanted = fake_python(old / "bin", "python3.12", [3, 12, 0])
    assert course.find_python()["executable"] == str(wanted)


@POSIX
def test_the_windows_launcher_is_asked(course, old, monkeypatch):
    monkeypatch.setattr(course, "WINDOWS", True)
    fake_python(old / "bin", "py", [3, 12, 1], platform="win-amd64")
    asked = list(course.candidates())
    assert ["py", "-3.13"] in asked and ["py", "-3.11"] in asked
    assert course.find_python()["version"] == [3, 12, 1]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"platform": "macosx-11.0-arm64", "machine": "arm64"}, None),
        ({"platform": "macosx-10.9-universal2", "machine": "arm64"}, None),
        ({"platform": "macosx-10.9-x86_64", "machine": "x86_64"}, "Intel"),
        ({"platform": "linux-x86_64"}, None),
        ({"platform": "linux-aarch64", "machine": "aarch64"}, None),
        ({"platform": "linux-x86_64", "musl": True}, "musl"),
        ({"platform": "linux-armv7l", "machine": "armv7l"}, "linux-armv7l"),
        ({"platform": "win-amd64", "machine": "AMD64"}, None),
        ({"platform": "win32", "machine": "x86"}, "win32"),
        ({"platform": "win-arm64", "machine": "ARM64"}, "win-arm64"),
        ({"implementation": "PyPy"}, "PyPy"),
        ({"threads": True}, "free-threaded"),
    ],
)
def test_where_tensorflow_has_no_wheel_one_line_says_so(course, changed, said):
    python = {
        "executable": "/usr/bin/python3",
        "implementation": "CPython",
        "platform": "linux-x86_64",
        "machine": "x86_64",
        "musl": False,
        "threads": False,
        **changed,
    }
    line = course.unsuitable(python)
    assert (line is None) if said is None else (said in line)
    assert "\n" not in (line or "")


@POSIX
@pytest.mark.parametrize("version", ["2.7", "3.6", "3.8", "3.10"])
def test_old_pythons_can_read_the_file(version, course):
    folders = Path.home().glob(f".pyenv/versions/{version}.*/bin/python")
    python = next(folders, None)
    if python is None:
        pytest.skip(f"there is no Python {version} here")
    answer = subprocess.run(
        [python, ROOT / "course.py", "--probe"], capture_output=True, text=True
    )
    assert json.loads(answer.stdout)["version"][:2] == [
        int(part) for part in version.split(".")
    ]


# ---- venv, pip, uv ---------------------------------------------------------


@pytest.fixture
def commands(course, monkeypatch):
    """Record the commands that are run; `failing` decides which fail."""
    seen = []
    course.failing = lambda command: False

    def capture(command, lock=None, errors=False):
        seen.append(command)
        return (1, "no") if course.failing(command) else (0, "yes")

    def run(command, lock, check=True):
        return capture(command)[0]

    monkeypatch.setattr(course, "capture", capture)
    monkeypatch.setattr(course, "run", run)
    return seen


def test_without_ensurepip_the_venv_is_made_without_pip(course, commands):
    course.failing = lambda command: "import ensurepip" in command
    course.make_venv("/usr/bin/python3", None)
    assert commands[-1] == [
        *("/usr/bin/python3", "-m", "venv", "--without-pip", course.VENV)
    ]


def test_without_the_venv_module_uv_makes_it_or_one_line_says_so(
    course, commands, monkeypatch
):
    course.failing = lambda command: "import venv" in command
    monkeypatch.setattr(course.shutil, "which", lambda name: "/opt/uv")
    course.make_venv("/usr/bin/python3", None)
    assert commands[-1][:2] == ["/opt/uv", "venv"]
    monkeypatch.setattr(course.shutil, "which", lambda name: None)
    with pytest.raises(course.SetupError, match="python3-venv"):
        course.make_venv("/usr/bin/python3", None)


def test_uv_comes_through_the_pip_of_the_base_where_venv_has_none(
    course, commands, monkeypatch
):
    own = course.in_venv("uv")
    installed = []

    def exists(path):
        return path == own and bool(installed)

    def failing(command):
        if command[:2] == ["/base", "-m"] and "install" in command:
            installed.append(command)
        return command[0] == course.venv_python()

    course.failing = failing
    monkeypatch.setattr(course.os.path, "exists", exists)
    assert course.find_uv("/base", None) == own
    (command,) = installed
    assert command[:5] == [
        *("/base", "-m", "pip", "--python", course.venv_python())
    ]


def test_without_pip_any_uv_on_path_will_do(course, commands, monkeypatch):
    course.failing = lambda command: "pip" in command
    monkeypatch.setattr(course.shutil, "which", lambda name: "/opt/uv")
    assert course.find_uv("/base", None) == "/opt/uv"
    monkeypatch.setattr(course.shutil, "which", lambda name: None)
    with pytest.raises(course.SetupError, match="neither pip nor ensurepip"):
        course.find_uv("/base", None)


@pytest.mark.parametrize("group", ["cpu", "gpu"])
def test_the_packages_come_from_the_lock_and_one_group(course, commands, group):
    course.sync("uv", group, None)
    options = commands[-1][1:]
    assert options[:2] == ["sync", "--frozen"]
    assert ("gpu" in options) is (group == "gpu")
    assert options.count("--no-group") == (group == "gpu")


def test_no_network_is_one_line(course, commands, monkeypatch):
    def unreachable(*_, **__):
        raise urllib.error.URLError("Name or service not known")

    monkeypatch.setattr(urllib.request, "urlopen", unreachable)
    course.failing = lambda command: "sync" in command
    with pytest.raises(course.SetupError) as caught:
        course.sync("uv", "cpu", None)
    assert "cannot be reached (Name or service not known)" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_full_disk_is_one_line(course, monkeypatch):
    usage = type("usage", (), {"free": 2e8})
    monkeypatch.setattr(course.shutil, "disk_usage", lambda path: usage)
    assert "only 0.2 GB are free" in course.explain("uv failed")


def test_tensorflow_that_does_not_start_is_said(
    course, commands, monkeypatch, capsys
):
    monkeypatch.setattr(
        course, "capture", lambda *_, **__: (-4, "Illegal instruction")
    )
    with pytest.raises(course.SetupError, match="AVX"):
        course.try_imports(None)
    assert "Illegal instruction" in capsys.readouterr().err


# ---- environment and hand-over ---------------------------------------------


def test_the_group_is_taken_out_of_the_arguments(course, monkeypatch):
    monkeypatch.setattr(course.sys, "platform", "linux")
    assert course.split_group(["--gpu", "lab", "--port", "1"]) == (
        ["lab", "--port", "1"],
        "gpu",
    )
    assert course.split_group(["lab", "--cpu"]) == (["lab"], "cpu")
    assert course.split_group(["test", "--", "--gpu"])[1] is None


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_gpu_elsewhere_than_on_linux_is_one_line(course, system, monkeypatch):
    monkeypatch.setattr(course.sys, "platform", system)
    with pytest.raises(course.SetupError, match="Linux only"):
        course.split_group(["lab", "--gpu"])


def test_variables_that_lead_python_or_pip_astray_are_dropped(
    course, monkeypatch
):
    for name in ("PYTHONPATH", "PYTHONHOME", "PIP_USER", "VIRTUAL_ENV"):
        monkeypatch.setenv(name, "/astray")
    assert "/astray" not in course.setup_environment().values()
    environment = course.course_environment()
    assert environment["VIRTUAL_ENV"] == course.VENV
    first = environment["PATH"].split(os.pathsep)[0]
    assert Path(first) == Path(course.venv_python()).parent


def test_windows_has_scripts_and_exe(course, monkeypatch):
    monkeypatch.setattr(course, "WINDOWS", True)
    ending = Path(course.venv_python()).parts[-3:]
    assert ending == (".venv", "Scripts", "python.exe")
    assert course.course_environment()["PYTHONUTF8"] == "1"


def test_a_home_that_cannot_be_written_to_moves_the_cache(course, monkeypatch):
    monkeypatch.setattr(course, "can_write", lambda folder: False)
    monkeypatch.delenv("UV_CACHE_DIR", raising=False)
    cache = course.setup_environment()["UV_CACHE_DIR"]
    assert Path(cache).parent == Path(course.HERE)
    monkeypatch.setenv("UV_CACHE_DIR", "/chosen")
    assert course.setup_environment()["UV_CACHE_DIR"] == "/chosen"


def test_on_windows_the_exit_code_comes_back(course, monkeypatch):
    monkeypatch.setattr(course, "WINDOWS", True)
    command = [sys.executable, "-c", "raise SystemExit(7)"]
    assert course.hand_over(command, dict(os.environ)) == 7


@POSIX
def test_on_windows_ctrl_c_is_left_to_the_child(course, monkeypatch):
    monkeypatch.setattr(course, "WINDOWS", True)
    code = (
        "import os, signal, time; signal.signal(signal.SIGINT, lambda *_: 0);"
        "os.kill(os.getppid(), signal.SIGINT); time.sleep(0.5);"
        "raise SystemExit(9)"
    )
    command = [sys.executable, "-c", code]
    assert course.hand_over(command, dict(os.environ)) == 9


def test_a_problem_is_printed_without_traceback_and_ends_with_two(
    course, monkeypatch, capsys
):
    def fail():
        raise course.SetupError("One clear line.")

    monkeypatch.setattr(course, "find_python", fail)
    assert course.main(["lab"]) == 2
    assert capsys.readouterr().err == "One clear line.\n"


# ---- two at once, and killed -----------------------------------------------

SETTING_UP = """
import importlib.util, os, sys, venv
spec = importlib.util.spec_from_file_location("course_bootstrap", sys.argv[1])
course = importlib.util.module_from_spec(spec)
spec.loader.exec_module(course)
here = os.path.dirname(sys.argv[1])

def sync(uv, group, lock):
    with open(os.path.join(here, "log"), "a") as log:
        log.write("sync\\n")
    nap = f"import time; time.sleep({sys.argv[2]})"
    course.run([sys.executable, "-c", nap], lock)

course.make_venv = lambda base, lock: venv.create(course.VENV, symlinks=True)
course.find_uv = lambda base, lock: "uv"
course.sync = sync
course.try_imports = lambda lock: None
course.starts = lambda python: course.probe([python]) is not None
try:
    if not course.is_ready(None):
        course.set_up(course.describe(), None)
except KeyboardInterrupt:
    sys.exit(130)
"""


def start(course, seconds):
    script = str(Path(course.HERE) / "course.py")
    return subprocess.Popen(
        [sys.executable, "-c", SETTING_UP, script, str(seconds)],
        stdout=subprocess.PIPE,
        text=True,
    )


def wait_for_sync(course, count=1):
    log = Path(course.HERE, "log")
    end = time.monotonic() + 60
    while not log.exists() or log.read_text().count("sync") < count:
        assert time.monotonic() < end
        time.sleep(0.05)


@POSIX
def test_two_starts_at_once_set_up_once(course):
    first = start(course, 2)
    wait_for_sync(course)
    second = start(course, 2)
    assert first.wait(60) == 0
    said, _ = second.communicate(timeout=60)
    assert second.returncode == 0 and "waiting" in said
    assert Path(course.HERE, "log").read_text() == "sync\n"


@POSIX
def test_a_request_to_end_stops_the_child_too(course):
    process = start(course, 60)
    wait_for_sync(course)
    time.sleep(0.3)
    process.send_signal(signal.SIGTERM)
    assert process.wait(10) == 130
    with course.only_one():  # nobody holds the lock any more
        assert course.read_stamp()["state"] == "syncing"


@POSIX
def test_a_child_that_outlives_a_killed_set_up_keeps_the_next_waiting(course):
    process = start(course, 3)
    wait_for_sync(course)
    time.sleep(0.5)
    process.kill()
    process.wait()
    begin = time.monotonic()
    with course.only_one():
        assert time.monotonic() - begin > 1
