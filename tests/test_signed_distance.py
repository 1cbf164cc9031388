"""The outlines: signs, distances, and shapes that no rotation makes equal."""

import itertools

import numpy as np
import pytest
from matplotlib.path import Path as Outline

from utils import shapes32, signed_distance

PROTOTYPE = np.zeros((3, 1, 1, 1), "float32")


def grid(size=96, reach=1.3):
    line = np.linspace(-reach, reach, size, dtype="float32")
    x, y = np.meshgrid(line, line)
    return x[None], y[None]  # (1, size, size)


@pytest.fixture(params=shapes32.SHAPES, ids=lambda shape: shape.__name__)
def shape(request):
    return request.param


def test_polygon_holds_the_points_that_matplotlib_finds_inside():
    corners = [(-0.7, -0.5), (0.9, -0.4), (0.6, 0.8), (-0.2, 0.9)]
    x, y = grid()
    distance = signed_distance.convex_polygon(x, y, corners)
    inside = Outline(corners).contains_points(
        np.stack([x.ravel(), y.ravel()], axis=1)
    )
    np.testing.assert_array_equal(distance.ravel() < 0, inside)


def test_distance_inside_a_polygon_is_that_to_its_nearest_edge():
    corners = np.array([(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)])
    x, y = grid(reach=0.9)
    distance = signed_distance.convex_polygon(x, y, [*map(tuple, corners)])
    nearest = np.maximum(np.abs(x), np.abs(y)) - 1
    np.testing.assert_allclose(distance, nearest, atol=1e-6)


def test_prototype_never_overstates_the_distance(shape):
    x, y = grid()
    distance = shape(x, y, PROTOTYPE)[0].astype("float64")
    step = x[0, 0, 1] - x[0, 0, 0]
    for axis in (0, 1):
        slope = np.abs(np.diff(distance, axis=axis)) / step
        assert slope.max() < 1.001


def test_shape_is_float32_and_lies_within_the_radius(shape):
    x, y = grid()
    distance = shape(x, y, PROTOTYPE)
    assert distance.dtype == np.float32
    inside = np.hypot(x, y)[distance < 0]
    assert 0.85 < inside.max() < 1.16


def test_outline_moves_continuously_with_what_varies(shape):
    x, y = grid(size=48)
    steps = np.linspace(-1, 1, 401, dtype="float32")
    for which in range(3):
        vary = np.repeat(PROTOTYPE, len(steps), axis=1)
        vary[which, :, 0, 0] = steps
        repeated = [np.repeat(part, len(steps), axis=0) for part in (x, y)]
        distance = shape(*repeated, vary)
        # Only near the outline: far from it, a star's new point is a seam.
        near = np.clip(distance, -0.06, 0.06)
        assert np.abs(np.diff(near, axis=0)).max() < 0.04


@pytest.mark.parametrize("points", [5, 6, 7, 8])
def test_star_has_as_many_points_as_asked(points):
    angle = np.linspace(0, 2 * np.pi, 721, dtype="float32")[None, None, :-1]
    vary = PROTOTYPE.copy()
    vary[0] = (points - 5) / 3
    x, y = 0.8 * np.sin(angle), 0.8 * np.cos(angle)
    inside = signed_distance.star(x, y, vary)[0, 0] < 0
    assert np.sum(inside & ~np.roll(inside, 1)) == points


def test_no_rotation_makes_two_classes_equal():
    x, y = grid(size=64)
    turned = {}
    for shape in shapes32.SHAPES:
        angles = np.arange(0, 2 * np.pi, np.pi / 36, dtype="float32")
        cos, sin = (f(angles)[:, None, None] for f in (np.cos, np.sin))
        turned[shape.__name__] = (
            shape(cos * x + sin * y, cos * y - sin * x, PROTOTYPE) < 0
        )
    for one, other in itertools.combinations(turned, 2):
        upright, views = turned[one][0], turned[other]
        both = (upright & views).sum(axis=(1, 2))
        either = (upright | views).sum(axis=(1, 2))
        assert (both / either).max() < 0.87, (one, other)
