"""The report: what its tables say and what its picture shows."""

import struct

import pytest
import synthetic

from coursekit import UserError, charts, report
from utils import leaderboard, results, runs

BOARD = (
    "02_first,accuracy,CIFAR-10,1-NN [bold] <pixels>,",
    "02_first,accuracy,MNIST,1-NN on digits,",
    "03_made_up,accuracy,CIFAR-10,Small net,",
    "05_later,accuracy,CIFAR-10,Never measured,",
)


@pytest.fixture
def project(tmp_path, monkeypatch):
    monkeypatch.setenv("COLUMNS", "160")
    synthetic.make_project(tmp_path, monkeypatch)
    synthetic.write_board(tmp_path, *BOARD)
    row = synthetic.reference_row
    first = {"lesson": "02_first", "sd": 0, "low": "", "high": ""}
    synthetic.write_references(
        tmp_path,
        row(),
        row(**{**first, "mean": 0.354}),
        row(**{**first, "mean": 0.97, "data": "MNIST"}),
        row("seconds", mean=151.2, sd=3, low="", high=""),
        row("peak_memory_gb", mean=2.31, sd=0.02, low="", high=""),
    )
    return tmp_path


def panels(figure):
    return {axes.get_title(loc="left"): axes for axes in figure.axes}


def draw():
    return charts.draw(leaderboard.standings(), report.costs())


def dots(axes):
    """Return the x values of the drawn markers, references first."""
    found = [
        (line.get_marker(), float(line.get_xdata()[0]))
        for line in axes.lines
        if line.get_marker() in ("o", "D")
    ]
    return [[x for mark, x in found if mark == wanted] for wanted in "oD"]


def test_the_report_writes_tables_and_a_picture(project, capsys):
    results.record("03_made_up", "accuracy", 0.95, data="CIFAR-10")
    assert report.main() == 0
    said = capsys.readouterr().out
    page = (project / "build/report/report.html").read_text("utf-8")
    for text in (said, page):
        for fact in ("90.10 ± 0.40", "95.00", "151.2 ± 3.0", "2.31 ± 0.02"):
            assert fact in text
        assert "0.877 to 0.925" in text
        assert "0.950 OUTSIDE" in text
    assert "1-NN [bold] <pixels>" in said
    assert "1-NN [bold] &lt;pixels&gt;" in page
    picture = (project / "build/report/report.png").read_bytes()
    width, height = struct.unpack(">II", picture[16:24])
    assert picture.startswith(b"\x89PNG") and width > 1000 and height > 500


def test_a_value_inside_its_band_is_called_inside(project, capsys):
    results.record("03_made_up", "accuracy", 0.9, data="CIFAR-10")
    report.main(out=project / "elsewhere")
    said = capsys.readouterr().out
    assert "0.900 inside" in said and "OUTSIDE" not in said
    assert (project / "elsewhere" / "report.png").exists()


def test_accuracies_are_drawn_with_their_deviation(project):
    results.record("03_made_up", "accuracy", 0.874, data="CIFAR-10")
    axes = panels(draw())["CIFAR-10: accuracy, in %"]
    labels = [label.get_text() for label in axes.get_yticklabels()]
    assert labels == ["1-NN [bold] <pixels>", "Small net"]
    assert dots(axes) == [[0.354, 0.901], [0.874]]
    assert axes.get_xlim() == (0, 1)
    bar = axes.collections[1].get_segments()[0]
    assert bar[:, 0] == pytest.approx([0.897, 0.905])
    low, high = axes.get_ylim()
    assert low > high  # the first method stands on top
    notes = [text.get_text() for text in axes.texts]
    assert notes == ["35.40 ± 0.00", "90.10 ± 0.40, here 87.40"]


def test_mnist_is_drawn_as_error_on_a_log_axis(project):
    results.record("02_first", "accuracy", 1.0, data="MNIST")
    axes = panels(draw())["MNIST: error, in %"]
    assert axes.get_xscale() == "log"
    assert axes.get_xlim() == pytest.approx((0.1, 100))
    (expected,), (here,) = dots(axes)
    assert expected == pytest.approx(3)
    assert here == 0.1  # no error at all stands at the edge, not nowhere


def test_embedded_data_has_a_panel_of_its_own(project):
    results.record("03_made_up", "accuracy", 0.5, data="shapes32")
    found = panels(draw())
    assert dots(found["CIFAR-10: accuracy, in %"])[1] == []
    assert dots(found["shapes32: accuracy (embedded data), in %"]) == [
        [],
        [0.5],
    ]


def test_costs_of_embedded_runs_stay_away_from_real_ones(project):
    def store(data, value):
        line = runs.line("03_made_up", "seconds", value, data=data)
        runs.append(line)

    store("CIFAR-10", 190.0)
    store("shapes32", 3.0)
    assert report.costs()["03_made_up"]["seconds"] == [151.2, 3, 190.0]
    axes = panels(draw())["Whole lesson: seconds"]
    assert dots(axes) == [[151.2], [190.0]]


def test_with_nothing_measured_the_report_says_so(project, capsys):
    synthetic.write_references(project)
    synthetic.write_board(project)
    assert report.main() == 0
    said = capsys.readouterr().out
    assert "course.py run 02" in said
    assert not (project / "build/report/report.png").exists()
    assert "nothing yet" in said


def test_a_folder_that_cannot_be_written_is_named(project):
    (project / "file").write_text("")
    with pytest.raises(UserError, match=str(project / "file")):
        report.main(out=project / "file" / "x")
