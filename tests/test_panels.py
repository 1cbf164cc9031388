"""Panels: one output with sliders, and a picture for pages without them."""

import io

import numpy as np
import pytest
from PIL import Image

from utils import panels, plots


@pytest.fixture
def shown(monkeypatch):
    """Return what a panel displays."""
    bundles = []
    monkeypatch.setattr(
        panels, "display", lambda bundle, raw: bundles.append(bundle)
    )
    return bundles


def still(bundle):
    return Image.open(io.BytesIO(bundle["image/png"]))


def test_an_array_is_shown_enlarged(shown):
    panels.show(
        lambda shade: np.full((3, 4), int(shade), np.uint8),
        sliders={"shade": (0, 255, 1)},
        start={"shade": 7},
        scale=5,
    )
    assert still(shown[0]).size == (20, 15)
    assert set(np.unique(still(shown[0]))) == {7}


def test_a_figure_is_shown_in_its_own_size(shown):
    def draw(width):
        fig, axes = plots.subplots(size=(width, 1))
        axes.plot([0, 1])
        return fig

    panels.show(draw, sliders={"width": (1, 5, 1)}, start={"width": 3})
    assert still(shown[0]).size == (300, 100)


def test_sliders_without_a_start_are_an_error():
    with pytest.raises(ValueError, match="starts for"):
        panels.show(np.zeros, sliders={"shade": (0, 1, 1)}, start={})
