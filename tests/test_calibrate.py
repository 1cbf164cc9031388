"""From runs with several seeds to data/reference.csv."""

import csv
import json
import statistics
import threading

import pytest
import synthetic

from coursekit import UserError, bands, calibrate, notebooks
from utils import reference, results, runs, settings

MEASURE = (
    "SEED = settings.seed(0)\n"
    "name = 'shapes32' if settings.profile() == 'smoke' else 'CIFAR-10'\n"
    "def record(metric, value):\n"
    "    results.record('03_made_up', metric, value, data=name)\n"
    "record('accuracy', [0.50, 0.53, 0.59, 0.9][SEED])\n"
    "record('exact_accuracy', 0.354)\n"
    "record('right_count', 3540)\n"
    "record('train_seconds', 7.0 + SEED)"
)


@pytest.fixture
def project(tmp_path, monkeypatch):
    return synthetic.make_project(tmp_path, monkeypatch)


def finished(seed, *metrics, **changes):
    """Return the stored line of one run."""
    return {
        "time": "2026-11-20T10:00:00+00:00",
        "lesson": "03_made_up",
        "profile": "cpu",
        "backend": "tensorflow",
        "seed": seed,
        "metrics": [list(metric) for metric in metrics],
        "source": "abc",
        "hardware": "a machine",
        "versions": "keras 3.0",
        **changes,
    }


def table():
    path = settings.project_root() / "data" / "reference.csv"
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_a_band_is_six_deviations_but_at_least_two_thousandths():
    assert bands.band("accuracy", 0.9, 0.004, data="MNIST") == pytest.approx(
        (0.876, 0.924)
    )
    assert bands.band("accuracy", 0.9, 0.0, data="MNIST") == pytest.approx(
        (0.898, 0.902)
    )
    assert bands.band("right_count", 3540, 0, data="MNIST") == (3540, 3540)
    assert bands.band("right_count", 100, 2, data="MNIST") == (88, 112)
    assert bands.band("right_count", 9, 0, data="shapes32") == (None, None)
    assert bands.band("accuracy", 0.9, 0.0, data="shapes32") == pytest.approx(
        (0.89, 0.91)
    )
    photos = "ants and bees, light weights"  # 153: one is 0.0065
    assert bands.band("accuracy", 0.9, 0.0, data=photos) == pytest.approx(
        (0.89, 0.91)
    )
    for cost in ("seconds", "peak_memory_gb", "train_seconds"):
        assert bands.band(cost, 9, 1, data="MNIST") == (None, None)


def test_means_and_deviations_are_those_of_the_sample():
    values = [0.50, 0.53, 0.59]
    lines = [
        finished(seed, ("accuracy", "MNIST", v), ("third", "MNIST", 0.1))
        for seed, v in enumerate(values)
    ]
    row, exact = bands.summarise(lines)
    assert row.mean == pytest.approx(statistics.mean(values))
    assert row.sd == pytest.approx(statistics.stdev(values))
    assert (row.seeds, row.hardware) == (3, "a machine")
    assert (exact.mean, exact.sd) == (0.1, 0)  # not off by a rounding


def test_one_metric_on_two_data_sets_gives_two_rows():
    lines = [
        finished(s, ("accuracy", "MNIST", 0.9), ("accuracy", "CIFAR-10", 0.4))
        for s in range(2)
    ]
    assert [row[1:3] for row in bands.summarise(lines)] == [
        ("accuracy", "CIFAR-10"),
        ("accuracy", "MNIST"),
    ]


def test_a_metric_that_one_seed_lacks_is_an_error():
    lines = [
        finished(0, ("accuracy", "MNIST", 0.9), ("loss", "MNIST", 0.4)),
        finished(1, ("accuracy", "MNIST", 0.9)),
    ]
    with pytest.raises(UserError, match="recorded loss on MNIST"):
        bands.summarise(lines)


def test_only_the_rows_of_this_lesson_profile_and_backend_are_replaced(
    project,
):
    keep = [
        synthetic.reference_row(lesson="09_last"),
        synthetic.reference_row(profile="gpu"),
        synthetic.reference_row(backend="jax"),
        synthetic.reference_row(lesson="01_first", low="", high=""),
        synthetic.reference_row(data='"CIFAR-10, full weights"'),
    ]
    gone = synthetic.reference_row("renamed_since")
    synthetic.write_references(project, *keep, gone)
    before = {row.key: row for row in reference.rows()}
    lines = [finished(s, ("accuracy", "CIFAR-10", 0.5)) for s in range(2)]
    bands.replace_rows(bands.summarise(lines))
    after = reference.rows()
    assert [row.key for row in after] == sorted(row.key for row in after)
    assert len(after) == 6
    for row in after:
        if row.mean == 0.901:
            assert row == before[row.key]
    assert reference.find(
        "03_made_up",
        "accuracy",
        data="CIFAR-10",
        profile="cpu",
        backend="tensorflow",
    ).mean == pytest.approx(0.5)


def test_calibrations_that_end_at_once_lose_no_row(project):
    def store(number):
        line = {"lesson": f"{number:02}_made_up"}
        lines = [finished(s, ("a", "MNIST", 0.5), **line) for s in range(2)]
        bands.replace_rows(bands.summarise(lines))

    threads = [threading.Thread(target=store, args=(n,)) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [row["lesson"][:2] for row in table()] == [
        f"{number:02}" for number in range(12)
    ]


def test_stored_runs_of_other_code_machines_or_versions_are_not_used(
    project, capsys
):
    store = project / "runs.jsonl"
    for seed, changes in enumerate(
        [{}, {"source": "old"}, {"versions": "keras 2"}, {"hardware": "x"}]
    ):
        runs.append(finished(seed, ("a", "MNIST", 1), **changes), store)
    here = {name: finished(0)[name] for name in calibrate.SAME_RUN}
    console = calibrate.Console()
    assert list(calibrate.usable(store, here, console)) == [0]
    said = capsys.readouterr().out
    for reason in calibrate.SAME_RUN:
        assert f"because the {reason} changed" in said


def test_the_hash_follows_the_lessons_code_but_not_text_or_exercises(project):
    path = synthetic.write_lesson(project, "a = 1", "b = 1")
    nb = notebooks.read(path)
    original = calibrate.source_hash(nb)
    nb.cells[0].source = "# Other words"
    nb.cells[2].outputs, nb.cells[2].execution_count = [], 5
    assert calibrate.source_hash(nb) == original
    nb.cells[2].source = "a = 2"
    assert calibrate.source_hash(nb) != original
    nb.cells[2].source = "a = 1"
    nb.cells[3].metadata["nbgrader"] = {"grade_id": "03-b"}
    solved = calibrate.source_hash(nb)
    nb.cells[3].source = "b = 2"
    assert calibrate.source_hash(nb) == solved


@pytest.mark.parametrize("seeds", [-1, 0, 1])
def test_a_spread_needs_two_seeds(project, seeds):
    synthetic.write_lesson(project)
    with pytest.raises(UserError, match="at least 2 runs"):
        calibrate.main("03", seeds=seeds)


def test_an_interrupted_calibration_goes_on_and_its_bands_are_then_checked(
    project, monkeypatch, capsys
):
    path = synthetic.write_lesson(
        project,
        "broken = Path(settings.project_root(), 'stop').exists()\n"
        "assert not (broken and settings.seed(0) == 1), 'the power went'",
        MEASURE,
    )
    old = synthetic.reference_row(mean=0.1, low=0.09, high=0.11)
    synthetic.write_references(project, old)
    monkeypatch.setenv("COURSE_CHECK", "1")  # these bands must not matter
    (project / "stop").touch()
    assert calibrate.main("03", seeds=3) == 1
    assert "the power went" in capsys.readouterr().out
    assert [row["mean"] for row in table()] == ["0.1"]
    kept = project / "build/calibrate"
    assert (kept / "03_made_up-cpu-tensorflow-seed1.ipynb").exists()
    (project / "stop").unlink()
    assert calibrate.main("03", seeds=3) == 0
    assert "seed 0: stored" in capsys.readouterr().out
    stored = (kept / "03_made_up-cpu-tensorflow.jsonl").read_text("utf-8")
    seeds = [json.loads(line)["seed"] for line in stored.splitlines()]
    assert seeds == [0, 1, 2]

    rows = {row["metric"]: row for row in table()}
    assert set(rows) == {
        "accuracy",
        "exact_accuracy",
        "right_count",
        "train_seconds",
        "seconds",
        "peak_memory_gb",
    }
    row = rows["accuracy"]
    sd = statistics.stdev([0.50, 0.53, 0.59])
    assert float(row["mean"]) == pytest.approx(0.54)
    assert float(row["high"]) == pytest.approx(0.54 + 6 * sd)
    assert (row["data"], row["profile"], row["seeds"]) == (
        "CIFAR-10",
        "cpu",
        "3",
    )
    assert "cores" in row["hardware"] and "keras" in row["versions"]
    assert rows["right_count"]["low"] == rows["right_count"]["high"] == "3540"
    assert rows["exact_accuracy"]["low"] == "0.352"
    assert rows["train_seconds"]["low"] == rows["seconds"]["high"] == ""
    assert float(rows["train_seconds"]["sd"]) == pytest.approx(1)
    assert runs.read() == []  # the reader's own run file is not touched

    for value in (0.50, 0.59):
        results.record("03_made_up", "accuracy", value, data="CIFAR-10")
    with pytest.raises(AssertionError, match="--seeds 3"):
        results.record("03_made_up", "accuracy", 0.9, data="CIFAR-10")
    with pytest.raises(AssertionError):
        results.record("03_made_up", "right_count", 3539, data="CIFAR-10")

    path.write_text(path.read_text("utf-8").replace("0.354", "0.355"))
    nb = notebooks.read(path)
    here = {**json.loads(stored.splitlines()[0])}
    here["source"] = calibrate.source_hash(nb)
    store = kept / "03_made_up-cpu-tensorflow.jsonl"
    assert calibrate.usable(store, here, None) == {}


def test_real_data_is_required_except_in_smoke(project):
    synthetic.write_lesson(
        project,
        "if settings.profile() == 'cpu':\n    assert not "
        "settings.require_real(), 'required'\nelse:\n"
        "    assert not settings.require_real(), 'smoke'",
        MEASURE,
    )
    assert calibrate.main("03", seeds=2) == 1
    assert calibrate.main("03", seeds=2, profile="smoke") == 0
    assert {(row["data"], row["profile"]) for row in table()} == {
        ("shapes32", "smoke")
    }


def test_a_metric_recorded_twice_in_a_run_is_an_error(project):
    twice = "results.record('03_made_up', 'a', 1, data='MNIST')\n" * 2
    synthetic.write_lesson(project, twice)
    with pytest.raises(UserError, match="a on MNIST is recorded twice"):
        calibrate.main("03", seeds=2)
    assert table() == []
