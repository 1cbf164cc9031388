"""What is on the figures that the lessons draw."""

import matplotlib as mpl
import numpy as np
import pytest

from utils import plots

mpl.use("Agg")


def test_bars_stand_in_the_order_given_with_their_numbers():
    fig = plots.bars([3, 1_234.5], ["cat", "dog"], axis_label="pictures")
    [axes] = fig.axes
    names = [label.get_text() for label in axes.get_yticklabels()]
    numbers = [text.get_text() for text in axes.texts]
    assert (names, numbers) == (["cat", "dog"], ["3", "1,234"])
    assert axes.yaxis_inverted()
    assert axes.get_xlabel() == "pictures"


def test_bars_end_a_little_beyond_the_longest_unless_a_limit_is_given():
    longest = plots.bars([20, 50], "ab", axis_label="").axes[0].get_xlim()
    assert longest[0] == 0
    assert 50 < longest[1] < 60
    limited = plots.bars([20, 50], "ab", axis_label="", limit=100)
    assert limited.axes[0].get_xlim() == pytest.approx((0, 100))


def test_confusion_matrix_names_its_axes_and_writes_every_count():
    fig = plots.confusion(np.array([[9, 1], [0, 1_200]]), ["cat", "dog"])
    [axes] = fig.axes
    counts = [text.get_text() for text in axes.texts]
    assert counts == ["9", "1", "0", "1,200"]
    assert (axes.get_ylabel(), axes.get_xlabel()) == (
        "true class",
        "predicted class",
    )


def test_a_sheet_holds_each_tile_at_its_place_and_stretches_numbers():
    grey = np.array([[-1.0, 3.0], [0.0, 1.0]])  # stretched: 0, 255, 63, 127
    colour = np.full((4, 4, 3), [10, 20, 30], np.uint8)
    fig = plots.show_sheet([grey, colour, grey], columns=2, side=4)
    page = fig.axes[0].images[0].get_array()
    assert page.shape == (12, 12, 3)
    assert (
        page[:4, :4, 0].tolist()
        == [[0, 0, 255, 255]] * 2 + [[63, 63, 127, 127]] * 2
    )
    assert (page[:4, 6:10] == [10, 20, 30]).all()
    assert (page[6:10, :4] == page[:4, :4]).all()
    assert (page[6:, 6:] == 255).all(), "the free place is white"


def test_a_sheet_takes_flat_tiles_and_tiles_that_are_not_square():
    flat = plots.show_sheet([np.zeros((3, 3))], columns=1, side=3)
    assert (flat.axes[0].images[0].get_array()[:3, :3] == 0).all()
    wide = np.array([[0, 50, 100, 150]], np.uint8)
    fig = plots.show_sheet([wide], columns=1, side=4)
    page = fig.axes[0].images[0].get_array()
    assert page[:4, :4, 0].tolist() == [[0, 50, 100, 150]] * 4


def test_rows_and_columns_of_a_sheet_are_named_at_their_middles():
    tiles = [np.zeros((2, 2))] * 6
    fig = plots.show_sheet(
        tiles, columns=3, side=8, rows=["a", "b"], heads=["x", "y", "z"]
    )
    [axes] = fig.axes
    assert [text.get_text() for text in axes.get_yticklabels()] == ["a", "b"]
    assert axes.get_yticks().tolist() == [5, 15]
    assert [text.get_text() for text in axes.get_xticklabels()] == [*"xyz"]
    assert axes.get_xticks().tolist() == [5, 15, 25]


def offsets(x, y):
    _, axes = plots.subplots()
    axes.set(xlim=(0, 10), ylim=(0, 10))
    plots.number_points(axes, x, y)
    assert [text.get_text() for text in axes.texts] == [
        str(n + 1) for n in range(len(x))
    ]
    return np.array([text.xyann for text in axes.texts])


def test_numbers_stand_on_the_side_where_no_neighbour_is():
    left, right, high = offsets([5, 5.1, 5], [5, 5, 9])
    assert left[0] < -9
    assert right[0] > 9
    assert high[1] > 9
    below, above = offsets([5, 5], [5, 5.2])
    assert (below[1], above[1]) == pytest.approx((-10, 10))


def test_points_on_one_spot_and_a_single_point_are_numbered_apart():
    apart = offsets([3, 3, 3], [4, 4, 4])
    assert np.hypot(*apart.T) == pytest.approx(10)
    gaps = [np.hypot(*(apart[a] - apart[b])) for a, b in [(0, 1), (1, 2)]]
    assert min(gaps) > 9
    assert np.isfinite(offsets([1], [2])).all()
