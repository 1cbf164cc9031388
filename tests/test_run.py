"""Finding, executing and refreshing lessons, with kernels of their own."""

import base64
import io
import json
import math
import sys
import types

import nbformat
import numpy as np
import pytest
import synthetic
from nbformat import v4
from PIL import Image
from rich.console import Console

from coursekit import UserError, execution, notebooks, refresh, run
from utils import runs

RECORD = "results.record('03_made_up', 'accuracy', 0.9, data='CIFAR-10')"


@pytest.fixture
def project(tmp_path, monkeypatch):
    return synthetic.make_project(tmp_path, monkeypatch)


def notebook(*sources):
    return v4.new_notebook(cells=[v4.new_code_cell(s) for s in sources])


def execute(*sources, **options):
    options = {"profile": "smoke", "cwd": ".", **options}
    return notebooks.execute(notebook(*sources), **options)


def texts(nb):
    return [
        "".join(o.get("text", "") for o in cell.outputs)
        for cell in nb.cells
        if cell.cell_type == "code"
    ]


def test_a_lesson_is_found_by_number_name_file_name_or_path(project):
    path = synthetic.write_lesson(project, name="02_knn_baselines")
    other = synthetic.write_lesson(project, name="10_transfer")
    (project / "notebooks" / "scratch.ipynb").write_text("{}")
    assert notebooks.lessons() == [path, other]
    for name in ("02", "2", "02_knn_baselines", path.name, str(path), path):
        assert notebooks.find(name) == path
    assert notebooks.find("10") == other


@pytest.mark.parametrize("name", ["1", "knn", "", "02_", "99", "notebooks"])
def test_a_lesson_that_is_not_there_is_answered_with_the_list(project, name):
    synthetic.write_lesson(project, name="02_knn_baselines")
    with pytest.raises(UserError, match="02_knn_baselines") as caught:
        notebooks.find(name)
    assert repr(name) in str(caught.value)


def test_a_file_that_is_no_notebook_is_named(project):
    path = project / "notebooks" / "02_broken.ipynb"
    for text in ("<html>", "[]", '{"cells": 3}'):
        path.write_text(text)
        with pytest.raises(UserError, match=r"02_broken\.ipynb"):
            notebooks.read(path)


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    project, monkeypatch
):
    path = project / "a.ipynb"
    path.write_text("old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(UserError, match="No space left"):
        notebooks.write(path, notebook("1"))
    assert path.read_text() == "old"
    assert [p.name for p in project.glob("*a.ipynb*")] == ["a.ipynb"]


def test_a_notebook_comes_back_as_it_was_written(project):
    path = project / "new" / "ä.ipynb"
    nb = notebook("'ü → 1'")
    notebooks.write(path, nb)
    assert notebooks.read(path) == nb
    assert path.read_bytes().endswith(b"}\n")


def test_an_execution_measures_time_and_memory_and_tells_each_cell(project):
    told = []
    done = execute(
        "import time",
        "block = bytearray(b'x') * 400_000_000\ntime.sleep(0.4)",
        "del block",
        on_cell=lambda *facts: told.append(facts),
    )
    assert done.failure is None
    assert 0.4 < done.peak_memory_gb < 0.8
    assert done.cell_seconds[1] >= 0.4 > done.cell_seconds[2]
    assert sum(done.cell_seconds) < done.seconds < 60
    assert [facts[:3] for facts in told[::2]] == [
        (1, 3, "import time"),
        (2, 3, "block = bytearray(b'x') * 400_000_000"),
        (3, 3, "del block"),
    ]
    assert [facts[3] is None for facts in told] == [True, False] * 3
    assert [cell.execution_count for cell in done.notebook.cells] == [1, 2, 3]


def test_the_memory_of_child_processes_counts(project):
    done = execute(
        "import subprocess, sys\n"
        "code = 'x = bytearray(b\"x\") * 400_000_000; input()'\n"
        "child = subprocess.Popen([sys.executable, '-c', code],\n"
        "                         stdin=subprocess.PIPE)\n"
        "import time; time.sleep(2.5)\n"
        "child.communicate(b'x\\n')[0]"
    )
    assert done.failure is None
    assert done.peak_memory_gb > 0.4


def test_the_kernel_has_the_profile_the_folder_and_a_quiet_terminal(
    project, monkeypatch
):
    monkeypatch.setenv("COLUMNS", "57")
    monkeypatch.setenv("TF_ENABLE_ONEDNN_OPTS", "0")
    monkeypatch.setenv("COURSE_CHECK", "1")
    done = execute(
        "import os, sys\n"
        "names = ['COURSE_PROFILE', 'COLUMNS', 'PYTEST_CURRENT_TEST',\n"
        "         'TF_CPP_MIN_LOG_LEVEL', 'TF_ENABLE_ONEDNN_OPTS',\n"
        "         'COURSE_CHECK', 'MINE']\n"
        "print([os.environ.get(name) for name in names])",
        "os.write(2, b'oneDNN custom operations are on')\n"
        "print(os.getcwd(), sys.executable)",
        profile="gpu",
        cwd=project,
        environment={"COURSE_CHECK": None, "MINE": "x"},
    )
    known, place = texts(done.notebook)
    assert known.strip() == "['gpu', '100', 'ref', '3', '1', None, 'x']"
    assert place.split() == [str(project), sys.executable]
    assert len(done.notebook.cells[1].outputs) == 1  # nothing on stderr


def test_an_error_stops_the_run_and_old_outputs_do_not_survive(project):
    nb = notebook("1 + 1", "\n  {}['key']\n", "print('never')")
    for cell in nb.cells:
        cell.outputs = [v4.new_output("stream", text="old")]
        cell.execution_count = 9
    done = notebooks.execute(nb, profile="smoke", cwd=".")
    assert done.failure == execution.Failure(2, "{}['key']", "KeyError: 'key'")
    counts = [cell.execution_count for cell in done.notebook.cells]
    assert counts == [1, 2, None]
    assert "old" not in json.dumps(done.notebook)
    assert nb.cells[0].execution_count == 9  # the notebook given is untouched


def test_a_dead_kernel_and_an_endless_cell_are_told_apart(project, monkeypatch):
    done = execute("import os, sys\nos.write(2, b'boom'); os._exit(1)")
    assert "kernel died" in done.failure.error
    assert "boom" in done.failure.error
    monkeypatch.setitem(execution.CELL_TIMEOUT, "smoke", 1)
    done = execute("while True:\n    pass")
    assert done.failure.error == "The cell ran longer than 1 seconds."
    assert 1 <= done.cell_seconds[0] < 15


def test_a_kernel_that_does_not_start_is_a_message_and_no_traceback(tmp_path):
    launcher = tmp_path / "ipykernel_launcher.py"
    launcher.write_text("raise SystemExit('no room for a kernel')\n")
    with pytest.raises(UserError, match="did not start") as caught:
        execute("1", environment={"PYTHONPATH": str(tmp_path)})
    assert "no room for a kernel" in str(caught.value)
    assert "course doctor" in str(caught.value)


def test_run_keeps_the_executed_copy_and_its_page_and_records_its_cost(
    project, capsys, monkeypatch
):
    monkeypatch.setenv("COURSE_RUN_FILE", "mine.jsonl")
    monkeypatch.chdir(project)
    path = synthetic.write_lesson(
        project, RECORD, RECORD.replace("CIFAR-10", "MNIST")
    )
    before = path.read_bytes()
    assert run.main("03", profile="smoke", html=True) == 0
    assert path.read_bytes() == before
    copy = notebooks.read(project / "build/run/03_made_up.ipynb")
    assert copy.cells[2].outputs[0].data["text/html"].startswith("<p>")
    page = (project / "build/run/03_made_up.html").read_text("utf-8")
    assert "Try something" in page and "yours 0.900" in page
    lines = {line["metric"]: line for line in runs.read(project / "mine.jsonl")}
    assert lines["accuracy"]["profile"] == "smoke"
    for metric in ("seconds", "peak_memory_gb"):
        assert lines[metric]["value"] > 0
        assert lines[metric]["data"] == "CIFAR-10 + MNIST"
        assert lines[metric]["profile"] == "smoke"
    said = capsys.readouterr().out
    assert "[1/3]" in said and RECORD[:55] in said
    assert "peak memory" in said and str(project / "build") in said


def test_run_of_a_failing_lesson_names_the_cell_and_records_no_cost(
    project, capsys
):
    synthetic.write_lesson(project, RECORD, "# [bold]look[/]\n1 / 0")
    assert run.main("03") == 1
    said = capsys.readouterr().out
    assert "stopped in code cell 3: # [bold]look[/]" in said
    assert "ZeroDivisionError: division by zero" in said
    copy = notebooks.read(project / "build/run/03_made_up.ipynb")
    assert copy.cells[3].outputs[0].ename == "ZeroDivisionError"
    assert [line["metric"] for line in runs.read()] == ["accuracy"]


def test_run_refuses_a_profile_that_is_none(project, monkeypatch):
    synthetic.write_lesson(project)
    with pytest.raises(UserError, match="smoke, cpu, gpu"):
        run.main("03", profile="tpu")
    monkeypatch.setenv("COURSE_PROFILE", "tpu")
    with pytest.raises(UserError, match="COURSE_PROFILE"):
        run.main("03")


def test_refresh_stores_outputs_counts_and_cost(project, monkeypatch):
    monkeypatch.setenv("COURSE_SEED", "5")  # stored outputs: the lesson's own
    path = synthetic.write_lesson(
        project,
        "",
        "import os\nprint(os.environ['COURSE_PROFILE'], settings.checking(),\n"
        "      settings.require_real(), settings.seed(0))",
        "import ipywidgets\nipywidgets.IntSlider()",
    )
    assert refresh.main(["03"]) == 0
    nb = nbformat.read(path, as_version=4)
    assert texts(nb)[2] == "cpu False True 0\n"  # no reference: no checking
    counts = [cell.get("execution_count") for cell in nb.cells[1:]]
    assert counts == [1, None, 2, 3]
    assert nb.cells[4].outputs == []
    assert refresh.WIDGET not in path.read_text("utf-8")
    assert "widgets" not in nb.metadata
    course = nb.metadata.course
    assert course.minutes < 1 and course.short is True
    assert f"<!-- cost -->1 minute, {course.memory_gb:.1f} GB<!--" in (
        nb.cells[0].source
    )
    first = path.read_bytes()
    synthetic.write_references(project, synthetic.reference_row())
    assert refresh.main(["all"]) == 0
    again = nbformat.read(path, as_version=4)
    assert texts(again)[2] == "cpu True True 0\n"
    assert len(path.read_bytes()) == pytest.approx(len(first), abs=2)


def test_refresh_changes_nothing_when_a_band_is_missed(project, capsys):
    synthetic.write_references(project, synthetic.reference_row())
    path = synthetic.write_lesson(
        project, RECORD.replace("0.9,", "0.8,"), "print('never')"
    )
    before = path.read_bytes()
    assert refresh.main(["03"]) == 1
    assert path.read_bytes() == before
    said = capsys.readouterr().out
    assert "is 0.8, expected 0.877 to 0.925" in said
    kept = notebooks.read(project / "build/refresh/03_made_up.ipynb")
    assert kept.cells[2].outputs[0].ename == "AssertionError"


def test_refresh_stores_nothing_into_a_lesson_that_was_edited_meanwhile(
    project,
):
    path = project / "notebooks" / "03_made_up.ipynb"
    edit = f"path = Path({str(path)!r})\npath.write_text(path.read_text()+' ')"
    synthetic.write_lesson(project, edit)
    with pytest.raises(UserError, match="was changed while it ran"):
        refresh.main(["03"])
    assert path.read_text().endswith("\n ")
    assert (project / "build/refresh/03_made_up.ipynb").exists()


def test_refresh_warns_of_a_large_notebook_and_of_other_messages(
    project, capsys, monkeypatch
):
    monkeypatch.setattr(refresh, "LARGE", 100)
    synthetic.write_lesson(
        project, "import sys\nprint('mind this', file=sys.stderr)"
    )
    assert refresh.main(["03"]) == 0
    said = capsys.readouterr().out
    assert "the limit is 1 MB" in said
    assert "code cell 2 leaves a message on stderr: mind this" in said


def test_refresh_needs_a_lesson():
    with pytest.raises(UserError, match="Name the lessons"):
        refresh.main([])


def test_cleaning_keeps_what_a_reader_needs():
    log = (
        "2026-11-20 10:11:12.123: I tensorflow/core/util/port.cc:153] oneDNN\n"
        "WARNING: All log messages before absl::InitializeLog() is called\n"
        "I0000 00:00:1763.1 1 cpu_feature_guard.cc:227] AVX2\n"
        "To enable the following instructions: AVX2, rebuild TensorFlow.\n"
    )
    nb = notebook("a", "b", "c")
    widget = {refresh.WIDGET: {"model_id": "1"}, "text/plain": "IntSlider()"}
    picture = {**widget, "text/html": "<b>still</b>"}
    nb.cells[0].outputs = [
        v4.new_output("stream", name="stderr", text=log),
        v4.new_output("stream", name="stderr", text=log + "mine\n" + log),
        v4.new_output("stream", name="stdout", text=log),
    ]
    nb.cells[1].outputs = [
        v4.new_output("display_data", widget),
        v4.new_output("execute_result", picture, execution_count=8),
    ]
    nb.cells[1].metadata["execution"] = {"iopub.execute_input": "10:11"}
    nb.metadata["widgets"] = {"state": {}}
    nb.metadata["language_info"] = {"name": "python", "version": "3.11.7"}
    nb.cells[0].execution_count, nb.cells[1].execution_count = 4, 8
    refresh.clean(nb)
    first, second, third = nb.cells
    assert [o.text for o in first.outputs] == ["mine\n", log]
    (kept,) = second.outputs
    assert set(kept.data) == {"text/plain", "text/html"}
    assert kept.execution_count == second.execution_count == 2
    assert (first.execution_count, third.execution_count) == (1, None)
    assert "execution" not in second.metadata
    assert nb.metadata == {"language_info": {"name": "python"}}


def test_a_stored_figure_has_few_colours_and_fewer_bytes():
    noise = np.random.default_rng(0).integers(0, 256, (60, 80, 3), np.uint8)
    large, plain = png(noise), png(np.zeros((2, 2, 3), np.uint8))
    stored = picture(refresh.small_png(large))
    assert len(refresh.small_png(large)) < 0.6 * len(large)
    assert stored.size == (80, 60)
    assert len(stored.convert("RGB").getcolors(10_000)) <= 256
    assert len(refresh.small_png(plain)) <= len(plain)


def test_a_figure_of_few_colours_is_stored_without_loss():
    colours = np.random.default_rng(1).integers(0, 256, (100, 3), np.uint8)
    drawn = colours[np.random.default_rng(2).integers(0, 100, (50, 50))]
    stored = picture(refresh.small_png(png(drawn))).convert("RGB")
    assert np.array_equal(np.asarray(stored), drawn)


def png(array):
    buffer = io.BytesIO()
    Image.fromarray(array).save(buffer, format="PNG")
    return base64.b64encode(buffer.getvalue()).decode()


def picture(encoded):
    return Image.open(io.BytesIO(base64.b64decode(encoded)))


@pytest.mark.parametrize("seconds", [1, 60, 61, 300, 301, 899])
def test_minutes_are_rounded_up_and_short_means_five(seconds):
    nb = v4.new_notebook(
        cells=[
            v4.new_markdown_cell(
                "**You need** <!-- cost -->old\n<!-- /cost -->"
            )
        ]
    )
    cost = types.SimpleNamespace(seconds=seconds, peak_memory_gb=1.249)
    assert refresh.put_cost(nb, cost) == []
    minutes = math.ceil(seconds / 60)
    unit = "minute" if minutes == 1 else "minutes"
    assert nb.cells[0].source == (
        f"**You need** <!-- cost -->{minutes} {unit}, 1.2 GB<!-- /cost -->"
    )
    assert nb.metadata.course["short"] is (seconds <= 300)
    assert nb.metadata.course["memory_gb"] == 1.2


def test_a_header_without_a_place_for_the_cost_is_warned_of():
    cost = types.SimpleNamespace(seconds=1, peak_memory_gb=1)
    (warning,) = refresh.put_cost(v4.new_notebook(), cost)
    assert "<!-- cost -->" in warning


def test_progress_is_one_line_a_cell_without_markup(capsys):
    tell = run._progress(Console())
    tell(3, 12, "[red]x[/red]", None)
    tell(3, 12, "[red]x[/red]", 1.26)
    assert capsys.readouterr().out == "[ 3/12]    1.3 s  [red]x[/red]\n"
