"""Recording, bands and the table across lessons."""

import json
import os
import subprocess
import sys
import threading
import types

import numpy as np
import pytest
import synthetic

from utils import reference, results, runs, settings


@pytest.fixture
def project(tmp_path, monkeypatch):
    return synthetic.make_project(tmp_path, monkeypatch)


def record(value=0.9, metric="accuracy", data="CIFAR-10"):
    return results.record("03_made_up", metric, value, data=data)


def test_record_appends_one_line_with_everything_needed(project, monkeypatch):
    monkeypatch.setenv("COURSE_SEED", "7")
    monkeypatch.setenv("COURSE_PROFILE", "smoke")
    split = types.SimpleNamespace(name="shapes32")
    record(np.float32(0.5), data=split)
    record(3540, "right_count")
    text = (project / "build/runs/results.jsonl").read_text("utf-8")
    first, second = map(json.loads, text.splitlines())
    assert first["lesson"] == "03_made_up"
    assert (first["metric"], first["value"]) == ("accuracy", 0.5)
    assert first["data"] == "shapes32"
    assert (first["profile"], first["seed"]) == ("smoke", 7)
    assert first["backend"] == "tensorflow"
    assert first["versions"]["numpy"] == np.__version__
    assert {"python", "keras", "tensorflow"} <= set(first["versions"])
    assert first["time"].endswith("+00:00")
    assert second["value"] == 3540 and isinstance(second["value"], int)


def test_many_metrics_are_recorded_and_shown_as_one_table(project):
    measured = {"accuracy": 0.5, "made_up": 3}
    shown = results.record_all("03_made_up", measured, data="CIFAR-10")
    lines = runs.read(settings.run_file())
    assert {line["metric"]: line["value"] for line in lines} == measured
    assert len(repr(shown).splitlines()) == 2
    assert shown._repr_html_().count("<tr>") == 2


def test_lines_of_many_writers_stay_whole(project):
    def write(writer):
        for number in range(20):
            runs.append({"metric": "x", "value": [writer, number]})

    threads = [threading.Thread(target=write, args=(n,)) for n in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    values = [tuple(line["value"]) for line in runs.read()]
    expected = [(w, n) for w in range(5) for n in range(20)]
    assert sorted(values) == expected


def test_a_line_cut_short_by_a_crash_costs_only_itself(project):
    path = settings.run_file()
    path.parent.mkdir(parents=True)
    path.write_bytes(b'{"metric": "old"}\n{"metric": "cut sh\xc3')
    runs.append({"metric": "new"})
    assert [line["metric"] for line in runs.read()] == ["old", "new"]


def test_a_folder_that_cannot_be_written_warns_and_goes_on(
    project, monkeypatch
):
    (project / "file").write_text("")
    monkeypatch.setenv("COURSE_RUN_FILE", str(project / "file/x/runs.jsonl"))
    with pytest.warns(UserWarning, match="COURSE_RUN_FILE") as caught:
        shown = record(0.9)
    assert str(project / "file") in str(caught[0].message)
    assert "0.900" in repr(shown)
    assert caught[0].filename == __file__  # names the caller's line


@pytest.mark.parametrize("value", ["0.9", True, None, [0.9], 1j, {}, 10**400])
def test_what_is_not_one_real_number_is_refused(project, value):
    with pytest.raises(TypeError, match="one real number"):
        record(value)
    assert runs.read() == []


@pytest.mark.parametrize("value", [float("nan"), np.inf, np.float32("-inf")])
def test_a_number_that_is_not_finite_is_refused(project, value):
    with pytest.raises(ValueError, match="cannot be recorded"):
        record(value)
    assert runs.read() == []


def test_data_without_a_name_is_refused(project):
    with pytest.raises(TypeError, match=r"data is array.*utils\.data"):
        record(data=np.zeros(3))


def test_a_learner_reads_the_reference_beside_their_own(project):
    synthetic.write_references(project, synthetic.reference_row())
    shown = record(0.874)
    assert "reference 0.901 ± 0.004, yours 0.874" in repr(shown)
    assert "reference 0.901 ± 0.004, yours 0.874" in shown._repr_html_()


def test_a_small_spread_is_not_rounded_to_nothing(project):
    row = synthetic.reference_row(mean=0.99498, sd=0.0004)
    synthetic.write_references(project, row)
    assert "reference 0.9950 ± 0.0004, yours 0.995" in repr(record(0.995))


def test_checking_fails_outside_the_band_and_says_where_to_look(
    project, monkeypatch
):
    synthetic.write_references(project, synthetic.reference_row())
    monkeypatch.setenv("COURSE_CHECK", "1")
    record(0.877)
    record(0.925)
    for value in (0.8769, 0.9251):
        with pytest.raises(AssertionError) as caught:
            record(value)
        message = str(caught.value)
        assert f"is {value}, expected 0.877 to 0.925" in message
        assert "data/reference.csv" in message
        assert settings.command("calibrate 03 --seeds 5") in message
        assert "keras 3.0" in message and np.__version__ in message
    assert len(runs.read()) == 4  # what failed is on record too


@pytest.mark.parametrize(
    "other",
    [
        {"data": "shapes32"},
        {"profile": "gpu"},
        {"backend": "jax"},
        {"lesson": "04_other"},
        {"metric": "other"},
    ],
)
def test_only_the_very_same_measurement_is_compared(
    project, monkeypatch, other
):
    synthetic.write_references(project, synthetic.reference_row(**other))
    monkeypatch.setenv("COURSE_CHECK", "1")
    shown = repr(record(0.1))
    assert "no reference for CIFAR-10 in the cpu profile" in shown


def test_embedded_data_never_meets_a_real_reference(project, monkeypatch):
    synthetic.write_references(project, synthetic.reference_row())
    monkeypatch.setenv("COURSE_CHECK", "1")
    assert "no reference for shapes32" in repr(record(0.1, data="shapes32"))


def test_a_count_without_spread_is_exact(project, monkeypatch):
    exact = {"mean": 3540, "sd": 0, "low": 3540, "high": 3540}
    row = synthetic.reference_row("right_count", **exact)
    synthetic.write_references(project, row)
    monkeypatch.setenv("COURSE_CHECK", "1")
    shown = record(3540, "right_count")
    assert "reference 3,540 ± 0, yours 3,540" in repr(shown)
    with pytest.raises(AssertionError, match="3541"):
        record(3541, "right_count")


def test_a_cost_never_fails(project, monkeypatch):
    free = {"mean": 9.0, "sd": 0.1, "low": "", "high": ""}
    row = synthetic.reference_row("search_seconds", **free)
    synthetic.write_references(project, row)
    monkeypatch.setenv("COURSE_CHECK", "1")
    assert "yours 900.0" in repr(record(900.0, "search_seconds"))


def test_recording_does_not_import_keras(project):
    code = (
        "import sys\n"
        "from utils import results\n"
        "results.record('03_made_up', 'x', 1, data='CIFAR-10')\n"
        "results.so_far('03_made_up')\n"
        "heavy = {'keras', 'tensorflow', 'pandas', 'matplotlib'}\n"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules)"
        " else 0)"
    )
    environment = {"COURSE_RUN_FILE": str(project / "runs.jsonl")}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr


def test_the_backend_is_the_one_keras_would_choose(project, monkeypatch):
    monkeypatch.setitem(sys.modules, "keras", None)
    assert runs.backend() == "tensorflow"
    (project / "keras.json").write_text('{"backend": "torch"}')
    assert runs.backend() == "torch"
    monkeypatch.setenv("KERAS_BACKEND", "jax")
    assert runs.backend() == "jax"
    config = types.SimpleNamespace(backend=lambda: "tensorflow")
    keras = types.SimpleNamespace(config=config)
    monkeypatch.setitem(sys.modules, "keras", keras)
    assert runs.backend() == "tensorflow"


def test_a_damaged_reference_file_is_named_with_its_line(project):
    synthetic.write_references(project, synthetic.reference_row(mean="x"))
    with pytest.raises(ValueError, match=r"reference\.csv, line 2"):
        reference.rows()
    synthetic.write_references(project, "only,three,fields")
    with pytest.raises(ValueError, match="line 2 does not have 12 fields"):
        reference.rows()


BOARD = (
    "02_first,accuracy,CIFAR-10,1-NN <pixels>,search_seconds",
    "02_first,accuracy,MNIST,1-NN <pixels>,",
    "03_made_up,accuracy,CIFAR-10,Small net,seconds",
    "05_later,accuracy,CIFAR-10,Large net,",
)


def test_the_table_ends_with_this_lesson_and_marks_its_rows(project):
    synthetic.write_board(project, *BOARD)
    text = repr(results.so_far("03_made_up"))
    assert "Large net" not in text
    assert text.count("1-NN <pixels>") == 2
    assert text.count("▶ Small net") == 1 and "▶ 1-NN" not in text
    page = results.so_far("03_made_up")._repr_html_()
    assert "<strong>▶ Small net</strong>" in page
    assert "1-NN &lt;pixels&gt;" in page


def test_the_table_shows_references_and_latest_runs_in_percent(project):
    synthetic.write_board(project, *BOARD)
    rows = [
        synthetic.reference_row(),
        synthetic.reference_row(
            "seconds", data="CIFAR-10 + MNIST", mean=151.2, low="", high=""
        ),
        synthetic.reference_row(lesson="02_first", profile="gpu", mean=0.354),
    ]
    synthetic.write_references(project, *rows)
    record(0.5)
    record(0.874)
    line = row_of(results.so_far("03_made_up"), "Small net")
    assert "90.10 ± 0.40" in line and "87.40" in line and "50.00" not in line
    assert "151 (reference)" in line
    first = row_of(results.so_far("03_made_up"), "1-NN <pixels>")
    assert "35.40 ± 0.40 (gpu)" in first
    record(200.4, "seconds", data="CIFAR-10 + MNIST")
    line = row_of(results.so_far("03_made_up"), "Small net")
    assert line.rstrip().endswith(" 200")


def test_a_run_on_embedded_data_is_a_row_of_its_own(project):
    synthetic.write_board(project, *BOARD)
    synthetic.write_references(project, synthetic.reference_row())
    record(0.874)
    record(0.333, data="shapes32")
    lines = repr(results.so_far("03_made_up")).splitlines()
    real, embedded = (line for line in lines if "Small net" in line)
    assert "90.10" in real and "87.40" in real and "33.30" not in real
    assert "shapes32 (embedded)" in embedded
    assert "33.30" in embedded and "90.10" not in embedded
    record(0.875)  # real data again: the embedded row has had its day
    assert "shapes32" not in repr(results.so_far("03_made_up"))


@pytest.mark.parametrize(
    "other",
    [
        "ants and bees, full weights",
        "ants and bees, small weights",
        "arrows and bolts, small weights",
    ],
)
def test_a_run_with_other_weights_is_a_row_of_its_own(project, other):
    usual = "ants and bees, light weights"
    synthetic.write_board(project, f'03_made_up,accuracy,"{usual}",Small net,')
    row = synthetic.reference_row(data=f'"{usual}"')
    synthetic.write_references(project, row)
    record(0.874, data=usual)
    record(0.333, data=other)
    lines = repr(results.so_far("03_made_up")).splitlines()
    first, second = (line for line in lines if "Small net" in line)
    assert usual in first and "90.10" in first and "87.40" in first
    assert other in second and "33.30" in second and "90.10" not in second
    record(0.875, data=usual)
    assert other not in repr(results.so_far("03_made_up"))


def test_other_weights_stand_in_only_where_weights_are_named():
    assert reference.stand_ins("CIFAR-10") == ["shapes32"]
    assert reference.stand_ins("my photos") == []
    assert reference.stand_ins("my photos, light weights") == [
        "my photos, full weights",
        "my photos, small weights",
    ]


def test_runs_in_another_profile_are_not_this_machines_figure(
    project, monkeypatch
):
    synthetic.write_board(project, *BOARD)
    monkeypatch.setenv("COURSE_PROFILE", "gpu")
    record(0.874)
    monkeypatch.setenv("COURSE_PROFILE", "cpu")
    assert "87.40" not in repr(results.so_far("03_made_up"))


def test_the_table_works_with_nothing_in_it(project):
    assert "Method" in repr(results.so_far("03_made_up"))
    (project / "data/reference.csv").unlink()
    (project / "data/leaderboard.csv").unlink()
    assert "<table>" in results.so_far("03_made_up")._repr_html_()


def test_costs_are_those_of_methods_with_both_references(project):
    synthetic.write_board(
        project,
        *BOARD,
        '11_tuned,accuracy,"CIFAR-10, light weights",Tuned,tuned_seconds',
    )
    light = {"lesson": "11_tuned", "data": '"CIFAR-10, light weights"'}
    rows = [
        synthetic.reference_row(),
        synthetic.reference_row("seconds", mean=12.5, low="", high=""),
        synthetic.reference_row("seconds", profile="gpu", mean=1),
        synthetic.reference_row(lesson="02_first"),  # without its seconds
        synthetic.reference_row(**light),
        synthetic.reference_row("tuned_seconds", mean=60, **light),
    ]
    synthetic.write_references(project, *rows)
    assert results.costs("CIFAR-10") == [
        (3, "Small net", 12.5, 0.901),
        (11, "Tuned", 60, 0.901),
    ]
    assert results.costs("MNIST") == []


def row_of(table, label):
    return next(line for line in repr(table).splitlines() if label in line)


@pytest.mark.parametrize(
    ("name", "embedded"),
    [
        ("shapes32", True),
        ("CIFAR-10", False),
        ("ants and bees, full weights", False),
        ("ants and bees, small weights", True),
        ("arrows and bolts, light weights", True),
    ],
)
def test_data_counts_as_embedded_by_itself_or_by_its_weights(name, embedded):
    assert reference.is_embedded(name) is embedded


def test_an_experiment_is_shown_with_one_kind_of_weights(monkeypatch):
    def row(lesson, metric, data, mean):
        row = [lesson, metric, data, "cpu", "tensorflow", 3, mean, 0.01]
        return reference.Reference(*row, None, None, "a computer", "keras 3")

    rows = [
        row("10_trial", "scratch", "MNIST", 0.5),
        row("10_trial", "tuned", "MNIST, light weights", 0.7),
        row("10_trial", "tuned", "MNIST, full weights", 0.8),
        row("10_other", "tuned", "MNIST, light weights", 0.1),
    ]
    monkeypatch.setattr(reference, "rows", lambda: rows)
    means = {
        kind: {
            k: v.mean for k, v in results.experiment("10_trial", kind).items()
        }
        for kind in ("light", "full", "")
    }
    assert means["light"] == {"scratch": 0.5, "tuned": 0.7}
    assert means["full"] == {"scratch": 0.5, "tuned": 0.8}
    assert means[""] == {"scratch": 0.5}
    with pytest.raises(
        ValueError, match=r"no rows of '10_trail'.*run the script"
    ):
        results.experiment("10_trail", "light")
