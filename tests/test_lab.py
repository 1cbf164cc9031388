"""The learner's workspace, and JupyterLab as `course lab` starts it."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import nbformat
import pytest
import tiny_lesson
from nbclient import NotebookClient
from nbformat.sign import NotebookNotary

from coursekit import UserError, lab, notebooks, workspaces
from utils import settings


@pytest.fixture
def project(tmp_path, monkeypatch):
    root = tiny_lesson.project(tmp_path / "the course")
    monkeypatch.setattr(settings, "project_root", lambda: root)
    monkeypatch.delenv("COURSE_WORKSPACE", raising=False)
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path / "jupyter"))
    return root


@pytest.fixture
def workspace(project):
    workspaces.stock(project / "my_lessons")
    return project / "my_lessons"


def change_lesson(project):
    path = project / "notebooks" / "02_double.ipynb"
    lesson = notebooks.read(path)
    lesson.cells[0].source += "\n\nA new sentence."
    notebooks.write(path, lesson)


# ---- the workspace ---------------------------------------------------------


def test_the_first_stock_makes_open_copies_and_brings_pictures(project):
    workspace = project / "my_lessons"
    stocked = workspaces.stock(workspace)
    assert stocked == (["00_start_here", "02_double"], [], [])
    copy = notebooks.read(workspace / "02_double.ipynb")
    answer = tiny_lesson.by_id(copy, "02-double")
    assert "Your turn" in answer.source and "twice" not in answer.source[60:]
    assert (workspace / "images" / "two.png").read_bytes() == (
        b"a picture of a two"
    )
    assert not list(workspace.glob(".*"))


def test_nothing_in_the_workspace_is_overwritten(project, workspace):
    kept = {}
    for path in [workspace / "02_double.ipynb", workspace / "images/two.png"]:
        path.write_text("mine")
        kept[path] = "mine"
    (workspace / "00_start_here.ipynb").unlink()
    change_lesson(project)
    stocked = workspaces.stock(workspace)
    assert stocked.made == ["00_start_here"]
    assert {path: path.read_text() for path in kept} == kept


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path):
    path = tmp_path / "lesson.ipynb"
    assert workspaces.place(path, b"first")
    assert not workspaces.place(path, b"second")
    assert path.read_bytes() == b"first"


def test_placing_works_without_hard_links(tmp_path, monkeypatch):
    def link(*_):
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", link)
    test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["lesson.ipynb"]


def test_a_changed_lesson_is_said_with_the_command_that_brings_it(
    project, workspace
):
    assert workspaces.stock(workspace).outdated == []
    change_lesson(project)
    stocked = workspaces.stock(workspace)
    assert stocked.outdated == ["02_double"]
    (line,) = lab._report(stocked, workspace)
    assert settings.command("update 02") in line


def test_new_outputs_alone_do_not_make_a_copy_outdated(project, workspace):
    path = project / "notebooks" / "02_double.ipynb"
    lesson = notebooks.read(path)
    tiny_lesson.by_id(lesson, "cell-2").outputs = []
    notebooks.write(path, lesson)
    assert workspaces.stock(workspace).outdated == []


def test_a_damaged_copy_is_said_and_left_alone(workspace):
    (workspace / "02_double.ipynb").write_text("{half")
    stocked = workspaces.stock(workspace)
    assert stocked.unreadable == ["02_double"]
    (line,) = lab._report(stocked, workspace)
    assert settings.command("lab --reset 02") in line
    assert (workspace / "02_double.ipynb").read_text() == "{half"


def test_reset_starts_anew_and_keeps_every_old_copy(workspace):
    path = workspace / "02_double.ipynb"
    for text in ("first try", "second try"):
        path.write_text(text)
        assert lab._reset("02", workspace) == path
        assert NotebookNotary().check_signature(notebooks.read(path))
    kept = [
        workspace / f"02_double.before-reset-{number}.ipynb"
        for number in (1, 2)
    ]
    assert [p.read_text() for p in kept] == ["first try", "second try"]


def test_the_folder_of_the_lessons_is_refused_as_workspace(project):
    for name in (".", "notebooks", "notebooks/mine"):
        with pytest.raises(UserError, match="belongs to the course"):
            workspaces.folder(project / name)


def test_the_workspace_is_the_named_one_else_the_variable_else_my_lessons(
    project, tmp_path, monkeypatch
):
    assert workspaces.folder(None) == project / "my_lessons"
    monkeypatch.setenv("COURSE_WORKSPACE", str(tmp_path / "variable"))
    assert workspaces.folder(None) == tmp_path / "variable"
    assert workspaces.folder(tmp_path / "named") == tmp_path / "named"


def test_a_workspace_that_cannot_be_written_to_is_one_line(project, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="--workspace"):
        workspaces.stock(tmp_path / "file" / "below")


def test_a_project_without_lessons_is_one_line(tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "project_root", lambda: tmp_path)
    with pytest.raises(UserError, match="holds no lessons"):
        workspaces.source_folder()


# ---- what is said to JupyterLab --------------------------------------------


def test_the_project_is_the_root_and_the_first_copy_opens(project, workspace):
    given = lab.options(workspace / "00_start_here.ipynb", 8888, True, [])
    assert f"--ServerApp.root_dir={project}" in given
    page = "--LabApp.default_url=/lab/tree/my_lessons/00_start_here.ipynb"
    assert page in given


def test_an_option_given_by_the_user_replaces_ours(project, workspace):
    opened = workspace / "00_start_here.ipynb"
    for own in ("--ServerApp.root_dir=/x", "--notebook-dir=/x"):
        given = lab.options(opened, 8888, True, [own])
        assert not [option for option in given if "root_dir" in option]


def test_a_workspace_elsewhere_gets_a_root_that_holds_both(project, tmp_path):
    opened = tmp_path / "mine" / "00_start_here.ipynb"
    assert lab.server_root(opened) == tmp_path


@pytest.mark.parametrize(
    "name", [Path("/elsewhere"), Path.home().parent / "someone" / "else"]
)
def test_the_whole_disk_and_all_homes_are_never_the_root(
    project, name, monkeypatch
):
    root = Path.home().parent / "shared" / "course"
    monkeypatch.setattr(settings, "project_root", lambda: root)
    assert lab.server_root(name / "00.ipynb") == name


def test_a_hidden_folder_on_the_way_makes_the_workspace_the_root(
    project, tmp_path
):
    opened = tmp_path / ".hidden" / "mine" / "00_start_here.ipynb"
    assert lab.server_root(opened) == opened.parent


def test_root_is_allowed_where_we_are_root(project, workspace, monkeypatch):
    opened = workspace / "00_start_here.ipynb"
    for user, expected in ((0, True), (1000, False)):
        monkeypatch.setattr(os, "geteuid", lambda user=user: user)
        given = lab.options(opened, 8888, True, [])
        assert ("--ServerApp.allow_root=True" in given) is expected


def test_no_browser_is_opened_without_a_display(monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    assert not lab.has_display()
    monkeypatch.setenv("DISPLAY", ":0")
    assert lab.has_display()


def test_a_taken_port_gives_the_next(monkeypatch):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert port < lab.free_port(port) < port + 100


def test_a_home_that_cannot_be_written_to_is_replaced(
    workspace, monkeypatch, tmp_path
):
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "missing")
    variables = lab.environment(workspace)
    for name in ("JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "MPLCONFIGDIR"):
        assert Path(variables[name]).is_dir()
        assert Path(variables[name]).is_relative_to(workspace)


def test_solved_opens_the_lessons_themselves(project):
    assert lab._solved(None) == project / "notebooks" / "00_start_here.ipynb"
    with pytest.raises(UserError, match="--solved"):
        lab._solved("02")


# ---- a real server ---------------------------------------------------------

START = """
import sys
from pathlib import Path
from utils import settings
settings.project_root = lambda: Path(sys.argv[1])
from coursekit import lab
sys.exit(lab.main(workspace=None, solved=False, reset=None,
                  port=int(sys.argv[2]), browser=False,
                  extra=["--IdentityProvider.token=secret"]))
"""


@pytest.fixture
def server(project, tmp_path):
    """Start `course lab` on a port that is taken; yield (address, lines)."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        environment = {**os.environ, "HOME": str(tmp_path / "home")}
        (tmp_path / "home").mkdir()
        environment.pop("JUPYTER_PREFER_ENV_PATH", None)
        log = tmp_path / "server.log"
        with log.open("w") as file:
            process = subprocess.Popen(
                [sys.executable, "-c", START, str(project), str(port)],
                stdout=file,
                stderr=subprocess.STDOUT,
                env=environment,
            )
        try:
            yield wait_for_address(process, log), log
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def wait_for_address(process, log):
    """Return the address in the log, as soon as a server answers there."""
    end = time.monotonic() + 60
    while time.monotonic() < end and process.poll() is None:
        found = re.search(r"http://(localhost|127[.\d]+):\d+", log.read_text())
        if found:
            try:
                get(found[0], "/api")
            except OSError:
                pass
            else:
                return found[0]
        time.sleep(0.1)
    raise AssertionError(log.read_text())


def get(address, path, method="GET", body=None):
    """Ask the server; return the text of its answer."""
    request = urllib.request.Request(
        address + path, method=method, data=body and json.dumps(body).encode()
    )
    request.add_header("Authorization", "token secret")
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read().decode()


def test_the_server_opens_the_first_copy_on_the_next_port_without_panels(
    server, project
):
    address, log = server
    text = log.read_text()
    assert "is taken; using" in text and "/00_start_here.ipynb" in text
    copies = json.loads(get(address, "/api/contents/my_lessons"))["content"]
    assert "02_double.ipynb" in {copy["name"] for copy in copies}
    page = get(address, "/lab/tree/my_lessons/00_start_here.ipynb")
    config = json.loads(
        re.search(r'id="jupyter-config-data"[^>]*>(.*?)</script>', page, re.S)[
            1
        ]
    )
    loaded = [e["name"] for e in config["federated_extensions"]]
    assert "@jupyter-widgets/jupyterlab-manager" in loaded
    assert "@jupyter/nbgrader" in config["disabledExtensions"]
    with pytest.raises(urllib.error.HTTPError, match="404"):
        get(address, "/formgrader")
    news = json.loads(
        get(
            address,
            "/lab/api/settings/@jupyterlab/apputils-extension:notification",
        )
    )
    assert news["schema"]["properties"]["fetchNews"]["default"] == "false"
    home = project.parent / "home"
    assert not list(home.rglob("page_config.json"))


def test_importing_keras_in_its_kernel_prints_nothing(
    project, monkeypatch, capfd
):
    for name, value in lab.environment(project / "my_lessons").items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("PYTEST_CURRENT_TEST", raising=False)
    lines = "import keras\nkeras.ops.ones((2, 2)) @ keras.ops.ones((2, 2))"
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(lines + ";")]
    )
    client = NotebookClient(notebook, timeout=120, kernel_name="python3")
    client.execute(env={**os.environ})
    assert notebook.cells[0].outputs == []
