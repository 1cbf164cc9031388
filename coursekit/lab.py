"""`course lab`: JupyterLab on the learner's own copies of the lessons."""

import os
import socket
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

from coursekit import UserError, notebooks, workspaces
from utils import settings

JUPYTER = Path(__file__).with_name("jupyter")  # settings and kernel of ours
PORT = 8888


def main(*, workspace, solved, reset, port, browser, extra):
    """Stock the workspace and run JupyterLab until it is stopped.

    Returns the exit code. Raises UserError when the workspace cannot be made.
    """
    folder = workspaces.folder(workspace)
    os.environ.update(environment(folder))
    if solved:
        opened = _solved(reset)
    else:
        again = _reset(reset, folder) if reset else None
        stocked = workspaces.stock(folder)
        for line in _report(stocked, folder):
            print(line)
        for name in stocked.made:
            trust(folder / f"{name}.ipynb")
        opened = again or _first(folder)
    from jupyterlab.labapp import LabApp  # after the environment is set

    chosen = free_port(port or PORT) if not _given("sock", extra) else None
    if chosen is not None and chosen != (port or PORT):
        print(f"Port {port or PORT} is taken; using {chosen}.")
    print(
        f"JupyterLab opens {workspaces.relative(opened)}. To stop it: Ctrl-C "
        "here, twice.",
        flush=True,
    )
    given = options(opened, chosen, browser, extra) + extra
    server = LabApp.initialize_server(argv=given)
    if not server.identity_provider.token_generated:
        # with a token of one's own, Jupyter itself prints no address
        print(f"Open {server.display_url}", flush=True)
    server.start()
    return 0


def _solved(reset):
    """Return the path of the first solved lesson."""
    if reset:
        raise UserError("--reset is for your own copies: leave out --solved.")
    folder = workspaces.source_folder()
    if folder.name != "notebooks":
        raise UserError(
            "This copy of the course holds no solved lessons. Start without "
            "--solved."
        )
    return notebooks.lessons(folder)[0]


def _reset(name, folder):
    """Replace the copy of a lesson by a fresh one; return its path."""
    lesson = notebooks.find(name, workspaces.source_folder())
    copy = folder / lesson.name
    if copy.exists():
        kept = workspaces.set_aside(copy, "before-reset")
        copy.unlink()
        print(f"Your old copy is kept as {workspaces.relative(kept)}.")
    if workspaces.place(copy, workspaces.fresh(lesson)):
        trust(copy)
    return copy


def _report(stock, folder):
    """Return the lines that tell what stocking the workspace did and saw."""
    lines = []
    if stock.made:
        lessons = (
            "1 lesson"
            if len(stock.made) == 1
            else (f"{len(stock.made)} lessons")
        )
        lines.append(f"Copied {lessons} to {workspaces.relative(folder)}.")
    for name in stock.outdated:
        lines.append(
            f"{name} has changed since your copy was made. To get the new "
            f"version with your answers in it: "
            + settings.command(f"update {name[:2]}")
        )
    for name in stock.unreadable:
        lines.append(
            f"Your copy of {name} is damaged. To start it anew (the damaged "
            f"file is kept): " + settings.command(f"lab --reset {name[:2]}")
        )
    return lines


def _first(folder):
    """Return the copy to open: 00, or the first lesson there is."""
    lesson = notebooks.lessons(workspaces.source_folder())[0]
    return folder / lesson.name


def trust(path):
    """Let JupyterLab show the stored outputs of a copy as they are.

    It hides parts of the outputs of a notebook that it does not know; this
    one was made here, from the course itself.
    """
    from nbformat.sign import NotebookNotary

    NotebookNotary().sign(notebooks.read(path))


def environment(folder):
    """Return the variables that the server and its kernels need.

    They put our settings before the user's own files, which stay untouched:
    nbgrader's panels and the news off, a kernel that leaves TensorFlow's
    start-up lines out of the cells, and open tabs remembered for this
    workspace alone. Where the home directory cannot be written to, all that
    Jupyter would keep there goes into the workspace.
    """
    private = folder / ".jupyterlab"
    variables = {
        "COURSE_WORKSPACE": str(folder),
        "TF_CPP_MIN_LOG_LEVEL": os.environ.get("TF_CPP_MIN_LOG_LEVEL", "3"),
        "JUPYTERLAB_WORKSPACES_DIR": str(private / "tabs"),
        "JUPYTER_CONFIG_PATH": _before("JUPYTER_CONFIG_PATH", JUPYTER),
        "JUPYTER_PATH": _before("JUPYTER_PATH", JUPYTER),
    }
    if not can_write(Path.home()):
        home = {
            "JUPYTER_CONFIG_DIR": private / "config",
            "JUPYTER_DATA_DIR": private / "data",
            "JUPYTER_RUNTIME_DIR": private / "runtime",
            "IPYTHONDIR": private / "ipython",
            "MPLCONFIGDIR": private / "matplotlib",
            "KERAS_HOME": private / "keras",
        }
        for name, place in home.items():
            if name not in os.environ:
                place.mkdir(parents=True, exist_ok=True)
                variables[name] = str(place)
    return variables


def _before(name, path):
    """Return a search path with one more folder before what it holds."""
    rest = os.environ.get(name)
    return f"{path}{os.pathsep}{rest}" if rest else str(path)


def can_write(folder):
    """Say whether files can be made in a folder."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def options(opened, port, browser, extra):
    """Return JupyterLab's options; one that `extra` also gives is left out."""
    root = server_root(opened)
    page = quote(opened.relative_to(root).as_posix())
    wanted = {
        "ServerApp.root_dir": root,
        "LabApp.default_url": f"/lab/tree/{page}",
        "ServerApp.open_browser": browser and has_display(),
        "Application.log_level": "ERROR",  # the address is printed all the same
    }
    if port is not None:
        wanted["ServerApp.port"] = port
    if hasattr(os, "geteuid") and os.geteuid() == 0:  # as in a container
        wanted["ServerApp.allow_root"] = True
    return [
        f"--{name}={value}"
        for name, value in wanted.items()
        if not _given(name.split(".")[-1], extra)
    ]


def _given(name, extra):
    """Say whether an option is among those to pass on, however spelt."""
    short = {"root_dir": "notebook-dir", "log_level": "log-level"}.get(name)
    names = {
        argument.split("=")[0].lstrip("-").split(".")[-1]
        for argument in extra
        if argument.startswith("-")
    }
    return bool(names & {name, name.replace("_", "-"), short})


def server_root(opened):
    """Return the folder that JupyterLab shows: the project's, if it can.

    A workspace elsewhere needs a folder that holds both. Where that would be
    the whole disk, or a hidden folder lies on the way (JupyterLab serves
    none), the workspace alone is shown.
    """
    project, workspace = settings.project_root(), opened.parent
    if workspace.is_relative_to(project):
        root = project
    else:
        try:
            root = Path(os.path.commonpath([project, workspace]))
        except ValueError:  # two drives
            return workspace
    too_high = root == Path(root.anchor) or (
        root != Path.home() and Path.home().is_relative_to(root)
    )
    hidden = any(
        part.startswith(".") for part in workspace.relative_to(root).parts
    )
    return workspace if hidden or (too_high and root != project) else root


def has_display():
    """Say whether a browser started here would be seen."""
    if sys.platform in ("win32", "darwin"):
        return "SSH_CONNECTION" not in os.environ
    if "WSL_DISTRO_NAME" in os.environ:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def free_port(wanted):
    """Return the first port from `wanted` on that nobody listens on."""
    for port in range(wanted, min(wanted + 100, 65536)):
        with socket.socket() as probe:
            if sys.platform != "win32":  # as Jupyter does: just-freed is free
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except PermissionError:
                raise UserError(
                    f"Port {port} is not yours to use. Choose one from 1024 "
                    "on, for example --port 8888"
                ) from None
            except (OSError, OverflowError):
                continue
            return port
    raise UserError(f"No port from {wanted} on is free. Name one: --port 8888")
