"""Signed distances to the outlines of ten shapes, in NumPy.

Every shape is a function `(x, y, vary)`: `x` (right) and `y` (up) are equal
arrays (n, H, W) of points, the shape lies around the origin within a radius
of about 1, and the answer (n, H, W) is the distance to the outline, negative
inside. It is exact near straight and round edges, which is all that an
anti-aliased fill, an outline or a stroke needs; beyond a sharp corner it is
too small, as it comes from minima and maxima of simpler distances
(Quilez, "2D distance functions", iquilezles.org/articles/distfunctions2d).

`vary` holds three arrays (n, 1, 1) in [-1, 1] that choose one member of the
family: a fatter cross, a star with more points. All zero is the prototype,
and the outline moves continuously with them.
"""

import itertools

import numpy as np


def half_plane(x, y, start, end):
    """Return the distance to the line start -> end, negative on its left.

    Both ends are pairs (x, y) of numbers or of arrays that broadcast.
    """
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    scale = (along_x**2 + along_y**2) ** -0.5
    return (x - start[0]) * (along_y * scale) - (y - start[1]) * (
        along_x * scale
    )


def convex_polygon(x, y, corners):
    """Return the distance to a convex polygon, corners anticlockwise."""
    distance = half_plane(x, y, corners[-1], corners[0])
    for start, end in itertools.pairwise(corners):
        np.maximum(distance, half_plane(x, y, start, end), out=distance)
    return distance


def box(x, y, half_width, half_height):
    """Return the distance to an upright rectangle around the origin."""
    return np.maximum(np.abs(x) - half_width, np.abs(y) - half_height)


def circle(x, y, vary):
    """Return the distance to a circle; it varies in radius a little."""
    return np.sqrt(x * x + y * y) - (0.86 + 0.08 * vary[0])


def square(x, y, vary):
    """Return the distance to a square; its corners get cut or rounder."""
    radius = 0.12 * np.abs(vary[0])
    across = np.maximum(np.abs(x) - 0.76 + radius, 0)
    upward = np.maximum(np.abs(y) - 0.76 + radius, 0)
    outside = np.sqrt(across * across + upward * upward)
    inside = box(x, y, 0.76 - radius, 0.76 - radius)
    return np.minimum(inside, 0) + outside - radius


def triangle(x, y, vary):
    """Return the distance to a triangle; its tip moves sideways and up."""
    tip = (0.45 * vary[0], 1.0 + 0.12 * vary[1])
    return convex_polygon(x, y, [(-0.92, -0.66), (0.92, -0.66), tip])


def star(x, y, vary):
    """Return the distance to a star of 5 points that grows up to 3 more.

    Between two whole numbers of points, one point is narrower and shorter.
    """
    points = 5 + 3 * np.maximum(vary[0], 0)
    inner = 0.44 + 0.09 * vary[1]
    sector = 2 * np.pi / points
    turn = np.arctan2(x, y) / sector + 0.5
    turn = np.where(turn < 0, turn + points, turn)  # 0 to points
    whole = np.floor(points)
    growing = np.maximum(points - whole, 0.001)
    width = np.where(turn >= whole, growing, np.float32(1))
    angle = np.abs(turn - np.floor(turn) - 0.5 * width) * sector
    radius = np.sqrt(x * x + y * y)
    edge = 0.5 * width * sector
    valley = (inner * np.cos(edge), inner * np.sin(edge))
    tip = inner + (1 - inner) * width
    return half_plane(
        radius * np.cos(angle), radius * np.sin(angle), (tip, 0), valley
    )


def cross(x, y, vary):
    """Return the distance to a plus sign; arms get fatter, one gets longer."""
    arm = 0.27 + 0.08 * vary[0]
    upright = box(x, y, arm, 0.95)
    bar = box(x, y - 0.3 * vary[1], 0.95 - 0.2 * np.abs(vary[1]), arm)
    return np.minimum(upright, bar)


def crescent(x, y, vary):
    """Return the distance to a crescent moon, thicker or thinner."""
    bite = x - 0.42 - 0.12 * vary[0]
    outer = np.sqrt((x + 0.12) ** 2 + y * y) - 0.94
    inner = np.sqrt(bite * bite + y * y) - 0.72
    return np.maximum(outer, -inner)


def heart(x, y, vary):
    """Return the distance to a heart, its tip longer or shorter."""
    across = np.abs(x)
    below = np.minimum(y, 0)
    upward = y - below + below * (1 - 0.25 * vary[0])
    lobe = np.sqrt((across - 0.43) ** 2 + (upward - 0.32) ** 2) - 0.5
    body = convex_polygon(
        across,
        upward,
        [(0.0, -0.95), (0.81, -0.006), (0.43, 0.32), (-1.0, 0.32)],
    )
    return np.minimum(lobe, body)


def arrow(x, y, vary):
    """Return the distance to an arrow that points up; head and shaft vary."""
    shaft = 0.2 + 0.08 * vary[0]
    neck = 0.08 + 0.2 * vary[1]
    head = convex_polygon(x, y, [(-0.82, neck), (0.82, neck), (0.0, 1.0)])
    return np.minimum(head, box(x, y + 0.4, shaft, 0.58 + 0.2 * vary[1]))


def bolt(x, y, vary):
    """Return the distance to a flash of lightning, fatter or thinner."""
    fat = 0.12 * vary[0]
    upper = [(-0.72 - fat, -0.16), (0.3, -0.16), (0.36 + fat, 1.0)]
    lower = [(0.72 + fat, 0.16), (-0.3, 0.16), (-0.36 - fat, -1.0)]
    return np.minimum(convex_polygon(x, y, upper), convex_polygon(x, y, lower))


def hourglass(x, y, vary):
    """Return the distance to an hourglass, its waist wider or narrower."""
    waist = 0.1 + 0.07 * vary[0]
    upward = np.abs(y)
    side = half_plane(np.abs(x), upward, (waist, 0), (0.76, 0.9))
    return np.maximum(upward - 0.9, side)
