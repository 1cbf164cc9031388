#!/usr/bin/env python3
"""Set the course up and hand over to its `course` command.

    python3 course.py lab       (Windows: py course.py lab)

Finds a Python the course runs on, makes .venv beside this file, installs the
locked packages from the Python package index and runs `course` with the given
arguments. `--gpu` installs the packages for an NVIDIA card instead, `--cpu`
goes back; the choice is kept.

Standard library only. The file must stay readable to Python 2.7 and 3.6, so
that even there it can look for a newer Python or say that there is none:
no f-strings, no annotations, no keyword-only arguments, no pathlib.
"""

from __future__ import print_function

import contextlib
import errno
import glob
import hashlib
import itertools
import json
import os
import platform
import shutil
import signal
import subprocess
import sys
import sysconfig
import tempfile
import time

HERE = os.path.dirname(os.path.realpath(__file__))
VENV = os.path.join(HERE, ".venv")
STAMP = os.path.join(VENV, "course-setup.json")
WINDOWS = sys.platform == "win32"
OLDEST, NEWEST = (3, 11), (3, 13)
UV = "uv>=0.13,<1"
GIGABYTES = {"cpu": 3, "gpu": 8}  # on disk, rounded up


class SetupError(Exception):
    """Something the user can mend; the text is all that is shown."""


def main(arguments):
    """Set up where needed, then become the `course` command."""
    if arguments == ["--probe"]:
        print(json.dumps(describe()))
        return 0
    try:
        arguments, wanted = split_group(arguments)
        if not is_ready(wanted):
            python = find_python()
            if not in_range(sys.version_info):
                return hand_over(
                    [python["executable"], os.path.join(HERE, "course.py")]
                    + sys.argv[1:],
                    dict(os.environ),
                )
            set_up(python, wanted)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print(
            "\nStopped. Start it again and the set-up goes on from there.",
            file=sys.stderr,
        )
        return 130
    # -P keeps the current folder off the import path: a utils.py there
    # would hide the course's own
    command = [venv_python(), "-P", "-m", "coursekit.cli"]
    return hand_over(command + arguments, course_environment())


def split_group(arguments):
    """Take --gpu and --cpu out; return the rest and "gpu", "cpu" or None."""
    rest, group = [], None
    for place, argument in enumerate(arguments):
        if argument == "--":
            rest.extend(arguments[place:])
            break
        if argument in ("--gpu", "--cpu"):
            group = argument[2:]
        else:
            rest.append(argument)
    if group == "gpu" and not sys.platform.startswith("linux"):
        raise SetupError(
            "--gpu: TensorFlow's GPU packages exist for Linux only (on "
            "Windows: inside WSL2). Start without --gpu."
        )
    return rest, group


# ---- is there anything to do? ----------------------------------------------


def is_ready(wanted):
    """Say whether .venv holds the locked packages and still works."""
    stamp = read_stamp()
    group = wanted or stamp.get("group")
    if stamp.get("state") != "ready" or stamp.get("key") != key(group):
        return False
    return not missing_packages(stamp) and starts(venv_python())


def read_stamp():
    """Return what the last set-up noted in .venv; {} where nothing is."""
    try:
        with open(STAMP) as file:
            stamp = json.load(file)
    except (OSError, IOError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(**content):
    """Replace the note in .venv in one step."""
    temporary = STAMP + ".new"
    with open(temporary, "w") as file:
        json.dump(content, file, indent=1, sort_keys=True)
    os.replace(temporary, STAMP)


def key(group):
    """Return a hash of all that decides what belongs into .venv."""
    digest = hashlib.sha256()
    for name in ("uv.lock", "pyproject.toml", ".venv/pyvenv.cfg"):
        try:
            with open(os.path.join(HERE, name), "rb") as file:
                digest.update(file.read())
        except (OSError, IOError):
            pass
        digest.update(b"\0")
    digest.update(("%s\0%s" % (group, HERE)).encode("utf-8"))
    return digest.hexdigest()


def installed():
    """Return the names in .venv's site-packages, the course's own aside."""
    pattern = "Lib/site-packages" if WINDOWS else "lib/python3.*/site-packages"
    names = set()
    for folder in glob.glob(os.path.join(glob_escape(VENV), pattern)):
        names.update(os.listdir(folder))
    names.discard("__pycache__")
    return sorted(names)


def glob_escape(path):
    """Return the path with the characters glob would read masked."""
    return "".join("[%s]" % c if c in "*?[" else c for c in path)


def missing_packages(stamp):
    """Return what was installed at the last set-up and is gone now."""
    return sorted(set(stamp.get("installed", [])) - set(installed()))


def venv_python():
    """Return the path of .venv's interpreter."""
    return in_venv("python")


def in_venv(program):
    """Return the path of a program of .venv."""
    if WINDOWS:
        return os.path.join(VENV, "Scripts", program + ".exe")
    return os.path.join(VENV, "bin", program)


def starts(python):
    """Say whether an interpreter runs and finds the course's package."""
    if not os.path.exists(python):  # also False where a link leads nowhere
        return False
    code, _ = capture([python, "-I", "-c", "import coursekit, typer"])
    return code == 0


# ---- which Python ----------------------------------------------------------


def describe():
    """Return what decides whether this interpreter can run the course."""
    names = ("SOABI", "MULTIARCH", "HOST_GNU_TYPE")
    build = " ".join(str(sysconfig.get_config_var(name)) for name in names)
    return {
        "version": list(sys.version_info[:3]),
        "implementation": platform.python_implementation(),
        # inside a virtual environment: the interpreter it was made from
        "executable": getattr(sys, "_base_executable", None) or sys.executable,
        "platform": sysconfig.get_platform(),
        "machine": platform.machine(),
        "musl": "musl" in build,
        "threads": bool(sysconfig.get_config_var("Py_GIL_DISABLED")),
    }


def in_range(version):
    """Say whether the course runs on this version."""
    return OLDEST <= tuple(version[:2]) <= NEWEST


def find_python():
    """Return the description of the first interpreter that will do.

    This one, else any on PATH, else the usual places. Raises SetupError with
    the reason where none will do.
    """
    found, reasons = [], []
    for python in itertools.chain([describe()], described(candidates())):
        name = "%d.%d.%d" % tuple(python["version"])
        found.append("%s (%s)" % (name, python["executable"]))
        if not in_range(python["version"]):
            continue
        reason = unsuitable(python)
        if reason is None:
            return python
        reasons.append(reason)
    if reasons:
        raise SetupError(reasons[0])
    raise SetupError(
        "This course needs Python 3.11, 3.12 or 3.13; found only %s. Install "
        "3.12 from %s, then start again."
        % (
            ", ".join(found),
            "your package manager or https://www.python.org/downloads/"
            if sys.platform.startswith("linux")
            else "https://www.python.org/downloads/",
        )
    )


def unsuitable(python):
    """Return why TensorFlow cannot be installed for it, or None."""
    where = "Python at %s" % python["executable"]
    build = python["platform"]
    if python["implementation"] != "CPython" or python["threads"]:
        return (
            "The %s is %s; TensorFlow needs the standard build of CPython. "
            "Install Python 3.12 from https://www.python.org/downloads/."
            % (
                where,
                "a free-threaded build"
                if python["threads"]
                else python["implementation"],
            )
        )
    machine = python["machine"]
    if build.startswith("macosx"):
        if machine == "arm64":
            return None
        return (
            "The %s is for Intel Macs, and TensorFlow no longer comes for "
            "those. On an Apple-silicon Mac, install the python.org Python "
            "and use a terminal without Rosetta; on an Intel Mac, use a "
            "Linux machine or container." % where
        )
    if build.startswith("linux"):
        if python["musl"]:
            return (
                "The %s is built for musl (Alpine Linux), and TensorFlow "
                "does not come for that. Use a Linux with glibc, such as "
                "Debian or Ubuntu." % where
            )
        if build.split("-")[-1] in ("x86_64", "aarch64"):
            return None
    elif build == "win-amd64":
        return None
    return (
        "The %s is built for %s, and TensorFlow does not come for that: it "
        "needs 64-bit Linux (x86-64, ARM), Windows (x86-64) or macOS (Apple "
        "silicon)." % (where, build)
    )


def candidates():
    """Yield the command of every Python worth asking, newest version first."""
    versions = ["3.%d" % n for n in range(NEWEST[1], OLDEST[1] - 1, -1)]
    suffix = ".exe" if WINDOWS else ""
    folders = [f for f in os.environ.get("PATH", "").split(os.pathsep) if f]
    for name in ["python" + v for v in versions] + ["python3", "python"]:
        for folder in folders:
            yield [os.path.join(folder, name + suffix)]
    if WINDOWS:
        for version in versions:
            yield ["py", "-" + version]
    home = os.path.expanduser("~")
    pyenv = os.environ.get("PYENV_ROOT") or os.path.join(home, ".pyenv")
    local = os.environ.get("LOCALAPPDATA") or os.path.join(home, "AppData")
    uv = os.path.join(home, ".local", "share", "uv", "python")
    for version in versions:
        short = version.replace(".", "")
        patterns = [
            os.path.join(pyenv, "versions", version + ".*", "bin", "python"),
            os.path.join(uv, "cpython-" + version + ".*", "bin", "python3"),
            "/opt/homebrew/bin/python" + version,
            "/usr/local/bin/python" + version,
            "/Library/Frameworks/Python.framework/Versions/%s/bin/python3"
            % version,
        ]
        if WINDOWS:
            patterns = [
                os.path.join(
                    pyenv, "pyenv-win", "versions", version + ".*", "python.exe"
                ),
                os.path.join(
                    local, "Programs", "Python", "Python" + short, "python.exe"
                ),
            ]
        for pattern in patterns:
            for path in sorted(glob.glob(pattern), reverse=True):
                yield [path]


def described(commands):
    """Yield the description of each command that is a working Python.

    What fails is passed over: a pyenv shim without its version, the Windows
    Store's placeholder, a broken link.
    """
    seen = {os.path.realpath(sys.executable or "")}
    venv = os.path.realpath(VENV)
    for command in commands:
        path = os.path.realpath(command[0])
        is_launcher = command[0] == "py"
        inside = path.startswith(venv + os.sep)
        if not is_launcher and (
            path in seen or inside or not os.path.isfile(path)
        ):
            continue
        # a pyenv shim is one script under many names: do not remember those
        if not is_launcher and "shims" not in path.split(os.sep):
            seen.add(path)
        answer = probe(command)
        if answer:
            yield answer


# ---- the set-up ------------------------------------------------------------


def set_up(python, wanted):
    """Bring .venv to what uv.lock says; raises SetupError where it cannot."""
    stop_on_signals()
    with only_one() as lock:
        stamp = read_stamp()
        group = wanted or stamp.get("group") or "cpu"
        if is_ready(group):
            return  # another start has just done it
        try:
            trouble = venv_trouble(stamp)
            if trouble:
                say(trouble + ": making it anew ...")
                discard_venv()
            sweep()
            if not os.path.exists(venv_python()):
                version = "%d.%d.%d" % tuple(python["version"])
                say("Making .venv with Python %s ..." % version)
                if not os.path.isdir(VENV):
                    os.mkdir(VENV)
                write_stamp(state="making", group=group, root=HERE)
                make_venv(python["executable"], lock)
            uv = find_uv(python["executable"], lock)
            write_stamp(state="syncing", group=group, root=HERE)
            sync(uv, group, lock)
            try_imports(lock)
            write_stamp(
                state="ready",
                group=group,
                root=HERE,
                key=key(group),
                installed=installed(),
            )
        except (OSError, IOError) as error:
            raise SetupError(
                "The set-up could not write to %s: %s."
                % (error.filename or HERE, error.strerror)
            )


def venv_trouble(stamp):
    """Return why .venv must be made anew, or None where it may stay.

    Raises SetupError where .venv is something that is not ours to delete.
    """
    if not os.path.isdir(VENV):
        if os.path.lexists(VENV):
            raise SetupError(
                "%s is not a folder. Move it away, then start again." % VENV
            )
        return None
    if not is_ours(VENV):
        if not os.listdir(VENV):
            return None
        raise SetupError(
            "%s exists and is not a virtual environment. Move it away, then "
            "start again." % VENV
        )
    if stamp.get("state") in ("making", "syncing"):
        return "The last set-up did not finish"
    if stamp and stamp.get("root") != HERE:
        return "The folder has moved"
    python = probe([venv_python()])
    if python is None:
        return "The Python of .venv does not start"
    if not in_range(python["version"]):
        return "The Python of .venv is %d.%d.%d" % tuple(python["version"])
    gone = missing_packages(stamp)
    for name in gone:
        # uv looks at the *.dist-info folders only, so it mends those itself
        if not name.endswith(".dist-info"):
            return "%s is gone from .venv" % name
    if stamp and stamp.get("key") == key(stamp.get("group")) and not gone:
        return "The packages in .venv do not load"
    return None


def is_ours(folder):
    """Say whether a folder is a virtual environment, finished or begun."""
    return any(
        os.path.isfile(os.path.join(folder, name))
        for name in ("pyvenv.cfg", os.path.basename(STAMP))
    )


def discard_venv():
    """Take .venv out of the way in one step, then delete it.

    Deleting in place would leave a folder that nobody can tell for ours when
    it is interrupted.
    """
    if os.path.islink(VENV):
        raise SetupError(
            "%s is a link. Remove the link, then start again." % VENV
        )
    old = tempfile.mkdtemp(prefix=".venv.course-old-", dir=HERE)
    try:
        os.rename(VENV, os.path.join(old, "venv"))
    except OSError as error:
        os.rmdir(old)
        raise SetupError(
            "%s cannot be replaced (%s). Close JupyterLab and every program "
            "that uses it, then start again." % (VENV, error.strerror)
        )
    sweep()


def sweep():
    """Delete what discard_venv has put aside."""
    for old in glob.glob(os.path.join(glob_escape(HERE), ".venv.course-old-*")):
        shutil.rmtree(old, ignore_errors=True)


def make_venv(base, lock):
    """Make .venv, with pip where the interpreter brings it along."""
    code, _ = capture([base, "-c", "import venv"])
    if code != 0:
        uv = shutil.which("uv")
        if uv is None:
            raise SetupError(
                "The Python at %s comes without its venv module. Install it "
                "(Debian, Ubuntu: apt install python3-venv), then start "
                "again." % base
            )
        run([uv, "venv", "--allow-existing", "--python", base, VENV], lock)
        return
    # Debian and Ubuntu package ensurepip separately
    code, _ = capture([base, "-c", "import ensurepip"])
    options = [] if code == 0 else ["--without-pip"]
    run([base, "-m", "venv"] + options + [VENV], lock)


def find_uv(base, lock):
    """Return the path of a uv, put into .venv from the package index.

    Tried in this order: the uv of .venv; pip of .venv; pip of the
    interpreter that .venv was made from, which may install into .venv even
    where it must not touch its own packages; any uv on PATH.
    """
    own = in_venv("uv")
    if os.path.exists(own) and capture([own, "--version"])[0] == 0:
        return own
    python = venv_python()
    if capture([python, "-m", "pip", "--version"])[0] != 0:
        capture([python, "-m", "ensurepip"])
    failed = None
    for pip in ([python, "-m", "pip"], [base, "-m", "pip", "--python", python]):
        if failed is None and capture(pip + ["--version"])[0] == 0:
            say("Fetching uv ...")
            install = pip + ["install", "--quiet", "--upgrade", UV]
            code, failed = capture(install, lock, errors=True)
            if code == 0 and os.path.exists(own):
                return own
    other = shutil.which("uv")
    if other:
        return other
    if failed is not None:
        raise SetupError(explain("pip could not install uv", failed))
    raise SetupError(
        "The Python at %s has neither pip nor ensurepip, and there is no uv. "
        "Install one of them (Debian, Ubuntu: apt install python3-venv), then "
        "start again." % base
    )


def sync(uv, group, lock):
    """Install exactly what uv.lock says into .venv."""
    say(
        "Installing the packages (%s; up to %d GB on disk) ..."
        % (group, GIGABYTES[group])
    )
    groups = ["--no-group", "cpu", "--group", "gpu"] if group == "gpu" else []
    command = [uv, "sync", "--frozen", "--project", HERE]
    code = run(command + groups, lock, check=False)
    if code != 0:
        raise SetupError(explain("uv could not install the packages"))


def try_imports(lock):
    """Import TensorFlow once, so that what does not load is said here."""
    say("Checking that TensorFlow starts ...")
    code, log = capture(
        [venv_python(), "-I", "-c", "import jupyterlab, keras, tensorflow"],
        lock,
        errors=True,
    )
    if code == 0:
        return
    print(log.strip(), file=sys.stderr)
    reason = "TensorFlow is installed but does not start"
    if code in (-4, 132):
        reason += ": this processor lacks instructions (AVX) that it needs"
    elif WINDOWS:
        reason += (
            ": it needs the Microsoft Visual C++ Redistributable, "
            "https://aka.ms/vs/17/release/vc_redist.x64.exe"
        )
    raise SetupError(reason + ". The lines above say more.")


def explain(failure, log=""):
    """Return the one line for a failed step: no network, no room, or else.

    The log of the step is printed only where the reason is another.
    """
    free = shutil.disk_usage(HERE).free / 1e9
    if free < 1:
        return "%s: only %.1f GB are free on the disk of %s." % (
            failure,
            free,
            HERE,
        )
    unreachable = network_trouble()
    if unreachable:
        return (
            "%s: https://pypi.org cannot be reached (%s). Connect to the "
            "network and start again; what is already downloaded is kept."
            % (failure, unreachable)
        )
    if log:
        print(log.strip(), file=sys.stderr)
    return (
        "%s; the lines above say why. Start again to try once more; what is "
        "already downloaded is kept." % failure
    )


def network_trouble():
    """Return why the package index cannot be reached, or None."""
    import ssl
    import urllib.error
    import urllib.request

    try:
        urllib.request.urlopen("https://pypi.org/simple/uv/", timeout=10)
    except urllib.error.HTTPError:
        return None  # somebody answered
    except (OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        # this Python may lack certificates that pip and uv bring along
        return None if isinstance(reason, ssl.SSLError) else reason
    return None


# ---- running other programs ------------------------------------------------


def clean_environment():
    """Return the environment without what would lead Python or uv astray."""
    environment = dict(os.environ)
    for name in (
        "PYTHONHOME",
        "PYTHONPATH",
        "VIRTUAL_ENV",
        "PIP_USER",
        "PIP_TARGET",
        "PIP_PREFIX",
        "PIP_REQUIRE_VIRTUALENV",
        "UV_SYSTEM_PYTHON",
        "UV_PYTHON",
    ):
        environment.pop(name, None)
    return environment


def setup_environment():
    """Return the environment of pip and uv."""
    environment = clean_environment()
    environment["PIP_DISABLE_PIP_VERSION_CHECK"] = "1"
    environment["UV_PROJECT_ENVIRONMENT"] = VENV
    environment["UV_PYTHON_DOWNLOADS"] = "never"
    home = os.path.join(os.path.expanduser("~"), ".cache")
    cache = environment.get("XDG_CACHE_HOME") or home
    if not WINDOWS and not can_write(cache):
        environment.setdefault(
            "UV_CACHE_DIR", os.path.join(HERE, ".venv.cache")
        )
        environment.setdefault("PIP_NO_CACHE_DIR", "1")
    return environment


def can_write(folder):
    """Say whether a folder can be written to, made first if need be."""
    try:
        if not os.path.isdir(folder):
            os.makedirs(folder)
        with tempfile.TemporaryFile(dir=folder):
            return True
    except (OSError, IOError):
        return False


def course_environment():
    """Return the environment of the `course` command: .venv comes first."""
    environment = clean_environment()
    environment["VIRTUAL_ENV"] = VENV
    environment["PATH"] = os.pathsep.join(
        [os.path.dirname(venv_python()), environment.get("PATH", os.defpath)]
    )
    if WINDOWS:
        environment["PYTHONUTF8"] = "1"  # a console of another code page
    return environment


def hand_over(command, environment):
    """Become the command; on Windows, run it and return its exit code."""
    sys.stdout.flush()
    sys.stderr.flush()
    if not WINDOWS:
        os.execve(command[0], command, environment)
    child = subprocess.Popen(command, env=environment)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            pass  # Ctrl-C reaches the child too; the answer is its own


def probe(command):
    """Return the description of a command that is a Python, or None."""
    script = os.path.join(HERE, "course.py")
    code, text = capture(command + [script, "--probe"])
    try:
        answer = json.loads(text) if code == 0 else None
    except ValueError:
        return None
    is_python = isinstance(answer, dict) and "version" in answer
    return answer if is_python else None


def capture(command, lock=None, errors=False):
    """Run a command quietly; return its exit code and what it printed."""
    options = inherit(lock)
    options["env"] = setup_environment() if lock else clean_environment()
    options["stderr"] = subprocess.STDOUT if errors else subprocess.PIPE
    try:
        with open(os.devnull) as nothing:
            options.update(stdin=nothing, stdout=subprocess.PIPE)
            child = subprocess.Popen(command, **options)
    except (OSError, IOError):
        return 127, ""
    with stopped_on_error(child):
        output = child.communicate()[0]
    return child.returncode, output.decode("utf-8", "replace")


def run(command, lock, check=True):
    """Run a command of the set-up in sight of the user; return its code."""
    options = inherit(lock)
    child = subprocess.Popen(command, env=setup_environment(), **options)
    with stopped_on_error(child):
        code = child.wait()
    if check and code != 0:
        raise SetupError(
            "%s ended with code %d; the lines above say why."
            % (" ".join(command), code)
        )
    return code


@contextlib.contextmanager
def stopped_on_error(child):
    """End the child where waiting for it is interrupted."""
    try:
        yield
    except BaseException:
        child.terminate()
        child.wait()
        raise


def stop_on_signals():
    """Let a request to end stop the child first."""

    def stop(number, frame):
        raise KeyboardInterrupt

    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), stop)


def say(text):
    """Print one line of the set-up at once."""
    print(text)
    sys.stdout.flush()


# ---- two starts at once ----------------------------------------------------


@contextlib.contextmanager
def only_one():
    """Hold the lock of the set-up; wait where another start holds it.

    The operating system frees it when the last holder ends. On POSIX the
    programs we start hold it too: one that outlives a killed set-up must not
    write into the .venv that the next one makes.
    """
    folder = os.path.join(HERE, ".venv.lock")
    try:
        if not os.path.isdir(folder):
            os.makedirs(folder)
        lock = open(os.path.join(folder, "lock"), "a")
    except (OSError, IOError) as error:
        raise SetupError(
            "The course is not set up, and its folder %s cannot be written "
            "to (%s). Copy it to a place of your own, or ask whoever put it "
            "there to start it once." % (HERE, error.strerror)
        )
    with lock:
        if not take(lock):
            say("Another set-up is running in this folder; waiting ...")
            while not take(lock):
                time.sleep(0.5)
        yield lock


def take(lock):
    """Try to take the lock; True too where the file system has no locks."""
    try:
        if WINDOWS:
            import msvcrt

            lock.seek(0)
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (OSError, IOError) as error:
        held = (errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)
        return error.errno not in held
    return True


def inherit(lock):
    """Return the option of Popen that lets a child hold the lock."""
    if lock is None or WINDOWS:
        return {}
    return {"pass_fds": (lock.fileno(),)}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
