"""Experiments go on where they were, and end in rows of reference.csv."""

import importlib
import json
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import keras
import nbformat
import pytest

from utils import data, settings

EXPERIMENTS = Path(__file__).resolve().parent.parent / "experiments"
ROWS = {"none": {}, "flips": {"change": ["flips"]}}


@pytest.fixture
def resumable(monkeypatch, tmp_path):
    """Return the runner, its files in a folder of their own."""
    monkeypatch.syspath_prepend(EXPERIMENTS)
    import resumable

    (tmp_path / "data").mkdir()
    cifar10 = SimpleNamespace(name="CIFAR-10")
    monkeypatch.setattr(resumable.settings, "project_root", lambda: tmp_path)
    monkeypatch.setattr(resumable.data, "load_cifar10", lambda: [cifar10] * 3)
    return resumable


def run(resumable, monkeypatch, *arguments, fails_at=None):
    """Run the experiment; return what was measured."""
    measured = []

    def measure(row, seed, epochs):
        if (row, seed) == fails_at:
            raise KeyboardInterrupt
        measured.append((row, seed, epochs))
        return {"validation_accuracy": 0.5 + seed / 100}

    monkeypatch.setattr(sys, "argv", ["ablation.py", *arguments])
    options = {"lesson": "07_ablation", "file": "ablation.jsonl"}
    if fails_at is None:
        resumable.main("Try.", ROWS, measure, **options)
    else:
        with pytest.raises(KeyboardInterrupt):
            resumable.main("Try.", ROWS, measure, **options)
    return measured


def test_a_stopped_experiment_goes_on_where_it_was(
    resumable, monkeypatch, tmp_path
):
    monkeypatch.setattr(resumable.bands, "replace_rows", list)
    run(resumable, monkeypatch, fails_at=("none", 1))
    assert run(resumable, monkeypatch) == [
        ("none", 1, None),
        ("flips", 1, None),
        ("none", 2, None),
        ("flips", 2, None),
    ]
    lines = (tmp_path / "data" / "ablation.jsonl").read_text("utf-8")
    assert len(lines.splitlines()) == 6
    assert json.loads(lines.splitlines()[0])["metrics"] == [
        ["none_validation_accuracy", "CIFAR-10", 0.5]
    ]


def test_a_row_with_its_seeds_becomes_a_reference(resumable, monkeypatch):
    written = []
    monkeypatch.setattr(resumable.bands, "replace_rows", written.extend)
    run(resumable, monkeypatch, "--only", "flips", "--seeds", "2")
    assert written == []
    run(resumable, monkeypatch, "--only", "flips")
    [row] = written
    assert row.metric == "flips_validation_accuracy"
    assert row.lesson == "07_ablation"
    assert row.seeds == 3
    assert row.mean == pytest.approx(0.51)


def test_runs_with_other_weights_are_other_runs(
    resumable, monkeypatch, tmp_path
):
    written = []
    monkeypatch.setattr(resumable.bands, "replace_rows", written.extend)
    monkeypatch.setattr(sys, "argv", ["matrix.py"])
    for where in ("MNIST, light weights", "MNIST, full weights"):
        resumable.main(
            "Try.",
            {"mnist_10_block": {}},
            lambda row, seed, epochs: {"accuracy": seed / 10},
            lesson="10_transfer_matrix",
            file="matrix.jsonl",
            on=lambda row, where=where: where,
        )
    found = resumable.stored(tmp_path / "data" / "matrix.jsonl")
    assert len(found) == 6
    assert {row.data for row in written[-2:]} == {
        "MNIST, light weights",
        "MNIST, full weights",
    }


def test_a_run_that_another_process_stored_meanwhile_is_not_stored_again(
    resumable, monkeypatch, tmp_path
):
    path = tmp_path / "data" / "matrix.jsonl"

    def measure(row, seed, epochs):
        metrics = {"accuracy": 0.5}
        line = resumable._line(row, seed, metrics, "10_trial", "MNIST")
        with path.open("a", encoding="utf-8") as lines:
            lines.write(json.dumps(line) + "\n")
        return metrics

    monkeypatch.setattr(resumable.bands, "replace_rows", lambda rows: None)
    monkeypatch.setattr(sys, "argv", ["matrix.py", "--seeds", "1"])
    resumable.main(
        "Try.",
        {"mnist_10_block": {}},
        measure,
        lesson="10_trial",
        file="matrix.jsonl",
        on=lambda row: "MNIST",
    )
    assert len(path.read_text("utf-8").splitlines()) == 1


def test_a_trial_with_fewer_epochs_is_not_stored(
    resumable, monkeypatch, tmp_path
):
    run(resumable, monkeypatch, "--epochs", "1", "--seeds", "1")
    assert not (tmp_path / "data" / "ablation.jsonl").exists()


def test_an_experiment_refuses_other_data(resumable, monkeypatch):
    shapes = SimpleNamespace(name="shapes32")
    monkeypatch.setattr(resumable.data, "load_cifar10", lambda: [shapes] * 3)
    with pytest.raises(SystemExit, match="needed, and this is shapes32"):
        run(resumable, monkeypatch)


@pytest.mark.parametrize(
    ("script", "row", "metrics"),
    [
        ("ablation", "batch_norm", 3),
        ("ablation", "full_length", 4),
        ("architectures", "residual_20", 2),
        ("architectures", "inception", 2),
        ("last_net", "narrow", 2),
    ],
)
def test_an_experiment_measures_shares(script, row, metrics, monkeypatch):
    monkeypatch.syspath_prepend(EXPERIMENTS)
    monkeypatch.delenv("COURSE_DATA", raising=False)
    monkeypatch.setenv("COURSE_PROFILE", "smoke")
    module = importlib.import_module(script)
    few = [
        split._replace(images=split.images[:200], labels=split.labels[:200])
        for split in data.load_cifar10()
    ]
    monkeypatch.setattr(data, "load_cifar10", lambda: few)
    try:
        found = module.measure(row, 0, 1)
    finally:
        keras.config.set_dtype_policy("float32")
    assert len(found) == metrics
    assert all(0 <= share <= 1 for share in found.values())


@pytest.mark.parametrize(
    ("row", "metrics"),
    [
        ("shapes32_10_scratch", 1),
        ("mnist_10_linear", 3),
        ("cifar10_500_curve", 3),
        ("cifar10_10_block", 1),
        ("cifar10_10_everything", 1),
    ],
)
def test_the_matrix_measures_each_way(row, metrics, monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(EXPERIMENTS)
    monkeypatch.setenv("COURSE_PROFILE", "smoke")
    monkeypatch.setenv("COURSE_CACHE", str(tmp_path))
    module = importlib.import_module("transfer_matrix")
    monkeypatch.setattr(module, "ASKED", 40)
    found = module.measure(row, 0, 1)
    assert len(found) == metrics
    assert all(0 <= share <= 1 for share in found.values())
    with pytest.raises(SystemExit, match="Weights of ImageNet"):
        module.on(row)  # nothing with small weights is stored


def test_a_rate_of_the_matrix_is_chosen_without_test_pictures(
    monkeypatch, tmp_path
):
    monkeypatch.syspath_prepend(EXPERIMENTS)
    monkeypatch.setenv("COURSE_PROFILE", "smoke")
    monkeypatch.setenv("COURSE_CACHE", str(tmp_path))
    module = importlib.import_module("transfer_rates")
    monkeypatch.setattr(module, "KNOWN", 10)
    monkeypatch.setattr(module, "ASKED", 2)
    load = module.matrix.pictures
    monkeypatch.setattr(
        module.matrix, "pictures", lambda name: (*load(name)[:-1], None)
    )
    found = module.measure("shapes32_block_0.00010", 0, 1)
    assert 0 <= found["validation_accuracy"] <= 1
    with pytest.raises(SystemExit, match="Weights of ImageNet"):
        module.on("shapes32_block_0.00010")


def test_the_matrix_learns_at_the_rates_that_validated_best(monkeypatch):
    monkeypatch.syspath_prepend(EXPERIMENTS)
    module = importlib.import_module("transfer_rates")
    lines = EXPERIMENTS.parent / "data" / "transfer_rates.jsonl"
    found = {}
    for line in map(json.loads, lines.read_text("utf-8").splitlines()):
        [[_, _, accuracy]] = line["metrics"]
        found.setdefault(line["row"], []).append(accuracy)
    assert set(found) == set(module.ROWS)
    for (name, way), rate in module.matrix.RATES.items():
        named = {
            tried: sum(found[f"{name}_{way}_{tried:.5f}"])
            for tried in module.RATES[name]
        }
        assert max(named, key=named.get) == rate, (name, way, named)


@pytest.mark.parametrize("row", ["block_rate_0.00010", "scratch_10_steps_100"])
def test_a_choice_is_measured_without_test_pictures(row, monkeypatch, tmp_path):
    monkeypatch.syspath_prepend(EXPERIMENTS)
    monkeypatch.setenv("COURSE_PROFILE", "smoke")
    monkeypatch.setenv("COURSE_CACHE", str(tmp_path))
    module = importlib.import_module("transfer_choices")
    if row.startswith("scratch"):
        monkeypatch.setitem(module.ROWS, row, (10, 20))
        monkeypatch.setattr(module, "HELD", 40)
    else:
        with pytest.raises(SystemExit, match="Weights of ImageNet"):
            module.on(row)
    for name in ("load_cifar10", "load_photos"):
        load = getattr(module.data, name)
        monkeypatch.setattr(
            module.data, name, lambda *a, load=load: (*load(*a)[:-1], None)
        )
    found = module.measure(row, 0, 1)
    assert 0 <= found["validation_accuracy"] <= 1


def test_the_wide_net_is_that_of_the_gpu_profile(monkeypatch):
    monkeypatch.syspath_prepend(EXPERIMENTS)
    monkeypatch.setenv("COURSE_PROFILE", "gpu")
    script = importlib.import_module("last_net")
    lesson = EXPERIMENTS.parent / "notebooks" / "07_cnn_cifar10.ipynb"
    cells = nbformat.read(lesson, as_version=4).cells
    [settings_cell] = [cell.source for cell in cells if cell.id == "settings"]
    found = {"keras": keras, "settings": settings}
    exec(settings_cell, found)
    wide = {"widths": found["WIDTHS"], "epochs": found["LAST_EPOCHS"]}
    assert script.ROWS["wide"] == wide
    assert (found["BATCH_SIZE"], found["PEAK"]) == (
        script.BATCH_SIZE,
        script.PEAK,
    )


def test_the_lesson_reads_every_net_of_its_experiment(monkeypatch):
    monkeypatch.syspath_prepend(EXPERIMENTS)
    rows = importlib.import_module("architectures").ROWS
    lesson = EXPERIMENTS.parent / "notebooks" / "08_architectures.ipynb"
    cells = nbformat.read(lesson, as_version=4).cells
    [names] = [cell.source for cell in cells if "NAMES = {" in cell.source]
    assert re.findall(r'^    "(\w+)":', names, re.M) == list(rows)
