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
