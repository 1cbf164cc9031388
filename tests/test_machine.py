"""What doctor, fetch and lesson 00 say about a machine."""

import importlib.metadata
import io
import os
import subprocess
import sys
from collections import namedtuple
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from coursekit import UserError, doctor, fetch
from utils import downloads, machine, manifest, packages, settings
from utils.downloads import Status
from utils.facts import Fact, Summary

ROOT = settings.project_root()


def text_of(facts):
    return repr(Summary(facts))


def test_summary_names_every_topic_without_importing_keras():
    ask = (
        "import sys; from utils import machine; print(machine.summary());"
        "assert not {'keras', 'tensorflow'} & set(sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", ask],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for topic in [
        "Python",
        "Packages",
        "Processor",
        "Graphics",
        "Memory",
        "Disk",
        "Profile",
        "Backend",
        "Workspace",
        "mnist",
        "cifar10",
    ]:
        assert f" {topic} " in done.stdout


def test_html_and_text_hold_the_same_facts():
    facts = [Fact("Disk", "1 < 2 GB", "note", "run `a b` & wait")]
    summary = Summary(facts)
    assert "1 &lt; 2 GB" in summary._repr_html_()
    assert "run <code>a b</code> &amp; wait" in summary._repr_html_()
    assert "• Disk  1 < 2 GB" in repr(summary)
    assert "→ run `a b` & wait" in repr(summary)


@pytest.mark.parametrize("version", [(3, 10, 4), (3, 14, 0)])
def test_python_out_of_range_is_a_problem(monkeypatch, version):
    info = namedtuple("Info", "major minor micro")(*version)
    monkeypatch.setattr(machine.sys, "version_info", info)
    fact = machine.python_fact()
    assert fact.state == "problem" and "3.11, 3.12 or 3.13" in fact.text
    assert settings.command("doctor") in fact.mend


def test_locked_versions_are_those_in_the_lock():
    lock = (ROOT / "uv.lock").read_text("utf-8")
    locked = packages.locked_versions(lock)
    assert locked["nbval"] == {"0.11.0"}
    assert "pixels-to-transfer" in locked


class Package:
    def __init__(self, name, version):
        self.metadata = {"Name": name}
        self.version = version


def package_facts(monkeypatch, change):
    """Return the facts when what is installed is changed by `change`."""
    have = {
        found.metadata["Name"].lower().replace("_", "-"): found.version
        for found in importlib.metadata.distributions()
    }
    change(have)
    installed = [Package(name, version) for name, version in have.items()]
    monkeypatch.setattr(
        packages.importlib.metadata, "distributions", lambda: installed
    )
    return packages.facts()


def test_missing_package_is_a_problem_that_names_it(monkeypatch):
    facts = package_facts(monkeypatch, lambda have: have.pop("scikit-image"))
    assert facts[0].state == "problem"
    assert facts[0].text == "not installed: scikit-image"
    assert facts[0].mend


def test_other_version_than_the_lock_is_a_note_with_both(monkeypatch):
    facts = package_facts(monkeypatch, lambda have: have.update(numpy="2.1.0"))
    assert facts[-1].state == "note"
    assert "numpy 2.1.0 (locked: 2." in facts[-1].text


def test_two_tensorflows_are_a_problem(monkeypatch):
    both = {"tensorflow": "2.21.0", "tensorflow-cpu": "2.21.0"}
    facts = package_facts(monkeypatch, lambda have: have.update(both))
    assert "collide" in text_of(f for f in facts if f.state == "problem")


def test_little_memory_and_disk_are_said(monkeypatch):
    memory = namedtuple("Memory", "total available")
    disk = namedtuple("Disk", "free")
    for total, free, disk_free, states in (
        (16e9, 9e9, 50e9, ["ok", "ok"]),
        (8e9, 2e9, 1e9, ["note", "note"]),
        (3e9, 2e9, 1e8, ["problem", "problem"]),
    ):
        monkeypatch.setattr(
            machine.psutil, "virtual_memory", lambda m=(total, free): memory(*m)
        )
        monkeypatch.setattr(
            machine.shutil, "disk_usage", lambda _, f=disk_free: disk(f)
        )
        facts = {fact.topic: fact for fact in machine.hardware_facts()}
        assert [facts["Memory"].state, facts["Disk"].state] == states


def test_unknown_profile_and_backend_are_problems(monkeypatch):
    monkeypatch.delitem(sys.modules, "keras", raising=False)
    monkeypatch.setenv("COURSE_PROFILE", "fast")
    monkeypatch.setenv("KERAS_BACKEND", "theano")
    facts = {fact.topic: fact for fact in machine.setting_facts()}
    assert facts["Profile"].state == facts["Backend"].state == "problem"
    assert "'fast'" in facts["Profile"].text
    monkeypatch.setenv("KERAS_BACKEND", "jax")
    facts = {fact.topic: fact for fact in machine.setting_facts()}
    assert facts["Backend"].state == "note"


def test_workspace_in_a_file_is_a_problem(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("COURSE_WORKSPACE", str(tmp_path / "file" / "mine"))
    fact = machine.setting_facts()[-1]
    assert fact.state == "problem" and "--workspace" in fact.mend


@pytest.mark.parametrize(
    ("kind", "state", "expected"),
    [
        ("data set", "ok", "ok"),
        ("data set", "missing", "note"),
        ("weights", "missing", "note"),
        ("data set", "damaged", "problem"),
        ("folder", "missing", "problem"),
    ],
)
def test_only_what_stops_a_lesson_is_a_problem(kind, state, expected):
    status = Status("mnist", kind, ROOT / "data/cache/m", state, "why", "how")
    fact = machine.data_fact(status)
    assert (fact.state, fact.mend) == (expected, "how")
    assert "why" in fact.text


def test_short_path_tells_nothing_about_the_folders_above():
    assert machine.short(ROOT / "data" / "cache") == "data/cache"
    assert machine.short(ROOT.parent / "other" / "x") == "../other/x"
    assert machine.short(Path("/a/b/ada/secret/x")) == "…/secret/x"


# --- doctor ------------------------------------------------------------------


def printing(text, code=0):
    """Return a command that prints a text and ends with a code."""
    script = f"import sys; print({text!r}); sys.exit({code})"
    return (sys.executable, "-c", script)


CPU = {"backend": "tensorflow", "cpu": ["cpu:0"], "gpu": []}
GPU = {**CPU, "gpu": ["gpu:0"]}
SEEN = 'noise\n{"backend": "tensorflow", "cpu": ["cpu:0"], "gpu": []}\nnoise'


def test_devices_are_read_from_one_line_among_others():
    assert doctor.devices(printing(SEEN)) == (CPU, "")


@pytest.mark.parametrize(
    ("command", "says"),
    [
        ((sys.executable, "-c", "import no_such_keras"), "no_such_keras"),
        ((sys.executable, "-c", "import os; os.abort()"), "ended with"),
        ((sys.executable, "-c", "import time; time.sleep(60)"), "more than"),
    ],
    ids=["broken", "crashing", "hanging"],
)
def test_tensorflow_that_cannot_be_imported_is_one_line(command, says):
    seen, why = doctor.devices(command, seconds=3)
    assert seen is None and says in why
    fact = doctor.devices_fact((seen, why))
    assert fact.state == "problem" and ".venv" in fact.mend


def test_gpu_profile_without_a_gpu_is_a_problem(monkeypatch):
    monkeypatch.setenv("COURSE_PROFILE", "cpu")
    assert doctor.devices_fact((CPU, "")).state == "ok"
    monkeypatch.setenv("COURSE_PROFILE", "gpu")
    assert doctor.devices_fact((CPU, "")).state == "problem"
    assert doctor.devices_fact((GPU, "")).state == "ok"


def test_device_check_fails_where_no_gpu_is_seen(capsys):
    assert doctor.require_gpu((GPU, "")) == 0
    assert doctor.require_gpu((CPU, "")) == 1
    assert doctor.require_gpu((None, "it crashed")) == 1
    assert "it crashed" in capsys.readouterr().out


def doctor_page(monkeypatch, *facts):
    """Return (exit code, printed page) of doctor for these facts."""
    given = [Fact("Backend", "tensorflow"), *facts]
    monkeypatch.setattr(machine, "summary", lambda: Summary(given))
    monkeypatch.setattr(doctor, "devices", lambda: (CPU, ""))
    monkeypatch.setenv("COURSE_PROFILE", "cpu")
    monkeypatch.setenv("COLUMNS", "100")
    page = io.StringIO()
    with redirect_stdout(page):
        code = doctor.main()
    return code, page.getvalue()


def test_doctor_ends_with_0_when_every_lesson_can_run(monkeypatch):
    note = Fact("mnist", "not here", "note", "run `fetch mnist`")
    code, page = doctor_page(monkeypatch, note)
    assert code == 0
    assert "Every lesson can run here." in page
    assert "→ run `fetch mnist`" in page
    assert "tensorflow sees no GPU" in page


def test_doctor_ends_with_1_and_the_remedy_when_a_lesson_could_not_run(
    monkeypatch,
):
    bad = Fact("Disk", "[full]", "problem", "free some space")
    code, page = doctor_page(monkeypatch, bad)
    assert code == 1
    assert "[full]" in page and "→ free some space" in page
    assert "1 to mend" in page


# --- fetch -------------------------------------------------------------------


@pytest.fixture
def entries():
    return manifest.load()


def test_fetch_without_names_means_everything_in_the_manifest(entries):
    assert fetch.chosen([], entries) == list(entries)
    assert fetch.chosen(["all"], entries) == list(entries)


def test_fetch_weights_means_the_weight_files_once(entries):
    kinds = {e.name for e in entries.values() if e.kind == "weights"}
    chosen = fetch.chosen(["weights", "resnet50_notop", "mnist"], entries)
    assert set(chosen) == kinds | {"mnist"}
    assert len(chosen) == len(set(chosen))


def test_unknown_name_is_refused_before_anything_is_downloaded(monkeypatch):
    asked = []
    monkeypatch.setattr(downloads, "fetch", asked.append)
    with pytest.raises(UserError, match=r"imagenet.*mnist, cifar10"):
        fetch.main(["mnist", "imagenet"])
    assert asked == []


def test_fetch_says_where_each_file_is_and_ends_with_0(monkeypatch, capsys):
    place = ROOT / "data" / "cache"
    monkeypatch.setattr(downloads, "fetch", lambda name: place / name)
    assert fetch.main(["mnist", "cifar10"]) == 0
    assert "✔ mnist: data/cache/mnist" in capsys.readouterr().out


def test_failed_download_ends_with_1_and_leaves_the_others(monkeypatch, capsys):
    def give(name):
        if name == "mnist":
            raise manifest.DataError("mnist: [Errno 28] disk full")
        return ROOT / "data" / "cache" / name

    monkeypatch.setattr(downloads, "fetch", give)
    assert fetch.main(["mnist", "cifar10"]) == 1
    said = capsys.readouterr().out
    assert "✘ mnist: mnist: [Errno 28] disk full" in said
    assert "✔ cifar10" in said
    assert settings.command("fetch mnist") in said


def test_file_that_nobody_offers_fails_only_when_it_was_named(
    monkeypatch, capsys, entries
):
    alone = next(n for n, e in entries.items() if not e.urls)

    def give(name):
        if name == alone:
            raise manifest.DataError("nobody offers it")
        return ROOT / name

    monkeypatch.setattr(downloads, "fetch", give)
    assert fetch.main(["all"]) == 0
    assert f"• {alone}: nobody offers it" in capsys.readouterr().out
    assert fetch.main([alone]) == 1
