"""Paint pictures of a shape, from back to front.

First the background, then the shape, the things in front, and the light. The
camera (viewpoint) looks at the first three; deformation bends the shape
alone. Points have coordinates in [-1, 1], x to the right, y up. Edges are
anti-aliased: the shape's from 2x2 samples a pixel, the others from their
distance to the pixel's centre.
"""

import numpy as np

from utils import signed_distance

SIZE = 32
RADIUS = 0.62  # of a shape with every knob at 0, in half pictures
PIXEL = 2 / SIZE
FLAT = (0.27, 0.33, 0.42)  # background with clutter 0
PAINT = (0.98, 0.68, 0.25)  # shape with intraclass 0

# Random numbers of one picture, all in [-1, 1). They are drawn whatever the
# knobs say, so a knob only scales numbers that are there already.
DRAWS = {
    # viewpoint
    "turn": 1,
    "zoom": 1,
    "shift": 2,
    "shear": 1,
    "tilt": 2,
    # illumination
    "exposure": 1,
    "contrast": 1,
    "cast": 3,
    "slope": 2,
    # deformation
    "wave_size": 4,
    "wave_phase": 4,
    "bend": 2,
    # occlusion: a post right across and two patches
    "front_angle": 3,
    "front_place": 3,
    "front_side": 3,
    "front_size": 3,
    "front_colour": 9,
    # clutter: a flat colour, two gratings, eight things
    "flat_colour": 3,
    "grating": 6,
    "grating_colour": 3,
    "thing_place": 16,
    "thing_angle": 8,
    "thing_size": 16,
    "thing_colour": 24,
    # intraclass
    "vary": 3,
    "aspect": 1,
    "style": 1,
    "stripe": 3,
    "hue": 1,
    "second": 3,
}


def paint(shape, draws, knobs):
    """Return pictures of one shape: float32 (n, 32, 32, 3) in [0, 1].

    `shape` is a function of signed_distance, `draws` (n, D) holds float32 in
    [-1, 1) in the order of DRAWS, `knobs` all six numbers. Nothing else is
    random, and picture i depends on row i alone.
    """
    draw = _named(draws)
    x, y, zoom = _camera(draw, knobs["viewpoint"], SIZE)
    red_green_blue = _background(x, y, zoom, draw, knobs["clutter"])
    fine = _camera(draw, knobs["viewpoint"], 2 * SIZE)
    _shape(red_green_blue, shape, fine, draw, knobs)
    _occlude(red_green_blue, x, y, zoom, draw, knobs["occlusion"])
    _light(red_green_blue, draw, knobs["illumination"])
    return np.stack(red_green_blue, axis=-1)


def silhouette(shape, draws, knobs):
    """Return where the shape itself is: bool (n, 32, 32), as paint draws it.

    What its outline encloses, the part behind the post and the hole of a
    hollow shape included: pixels of which at least half lies inside.
    """
    draw = _named(draws)
    fine = _camera(draw, knobs["viewpoint"], 2 * SIZE)
    *_, distance = _distance(shape, fine, draw, knobs)
    return _halve(_cover(distance, fine[2] * RADIUS, PIXEL / 2)) >= 0.5


def _camera(draw, knob, size):
    """Return where the camera sees each of size x size samples, and its zoom.

    Two float32 arrays (n, size, size) and one (n, 1, 1).
    """
    centres = ((np.arange(size, dtype="float32") + 0.5) * (2 / size)) - 1
    x = centres[None, None, :]
    y = -centres[None, :, None]
    depth = 1 + (0.3 * knob) * (draw["tilt"][0] * x + draw["tilt"][1] * y)
    zoom = np.exp2(knob * 0.45 * draw["zoom"][0])
    room = (0.95 - RADIUS * zoom) * knob  # the shape stays in the picture
    x = (x / depth - room * draw["shift"][0]) / zoom
    y = (y / depth - room * draw["shift"][1]) / zoom
    angle = knob * np.pi * draw["turn"][0]
    cos, sin = np.cos(angle), np.sin(angle)
    x, y = cos * x + sin * y, cos * y - sin * x
    x += (0.35 * knob) * draw["shear"][0] * y
    return x, y, zoom


def _cover(distance, zoom, pixel):
    """Return how much of each sample lies inside: 0 to 1."""
    distance *= -zoom / pixel
    distance += 0.5
    return np.clip(distance, 0, 1, out=distance)


def _blend(red_green_blue, cover, colour):
    """Lay a colour over three channels, in place."""
    for channel, value in zip(red_green_blue, colour, strict=True):
        channel += cover * (value - channel)


def _background(x, y, zoom, draw, knob):
    """Return three channels: flat, then textured, with up to eight things."""
    flat = [
        base + knob * (0.3 + 0.2 * new - base)
        for base, new in zip(FLAT, draw["flat_colour"], strict=True)
    ]
    a, b = draw["grating"][:3], draw["grating"][3:]
    wave = np.sin(5 * (a[0] * x + a[1] * y) + np.pi * a[2])
    wave = np.sin(9 * (b[0] * x + b[1] * y) + 2 * wave + np.pi * b[2])
    red_green_blue = [
        base + (0.12 * knob) * (1 + 0.6 * tint) * wave
        for base, tint in zip(flat, draw["grating_colour"], strict=True)
    ]
    for thing in range(8):
        grown = min(max(knob * 6 - 0.7 * thing, 0), 1)
        if grown == 0:
            break
        place = 1.25 * draw["thing_place"][2 * thing : 2 * thing + 2]
        angle = np.pi * draw["thing_angle"][thing]
        cos, sin = np.cos(angle), np.sin(angle)
        across = cos * (x - place[0]) + sin * (y - place[1])
        along = cos * (y - place[1]) - sin * (x - place[0])
        size = 1.5 + draw["thing_size"][2 * thing : 2 * thing + 2]  # 0.5 to 2.5
        width, height = 0.08 * grown * size[0], 0.16 * grown * size[1]
        if thing % 2:
            across, along = across * (1 / width), along * (1 / height)
            distance = (across**2 + along**2) ** 0.5 - 1  # an ellipse
            distance *= np.minimum(width, height)
        else:
            distance = signed_distance.box(across, along, width, height)
        cover = _cover(distance, zoom, PIXEL)
        np.minimum(cover, 2 * width * zoom / PIXEL, out=cover)
        colour = 0.5 + 0.4 * draw["thing_colour"][3 * thing : 3 * thing + 3]
        _blend(red_green_blue, cover, colour)
    return red_green_blue


def _distance(shape, camera, draw, knobs):
    """Return points in the shape's frame, and their distance to its outline."""
    x, y, _ = camera
    x, y = _bend(x, y, draw, knobs["deformation"])
    knob = knobs["intraclass"]
    aspect = np.exp2((0.3 * knob) * draw["aspect"][0]) * RADIUS
    x = x / aspect
    y = y * (aspect / RADIUS**2)
    return x, y, shape(x, y, knob * draw["vary"])


def _shape(red_green_blue, shape, camera, draw, knobs):
    """Paint the shape, in place, from samples twice as fine."""
    x, y, distance = _distance(shape, camera, draw, knobs)
    zoom, knob = camera[2], knobs["intraclass"]
    style = draw["style"][0]
    hollow = knob * np.clip(4 * style - 1, 0, 1)
    striped = knob * np.clip(-4 * style - 0.5, 0, 1)
    stripe = draw["stripe"]
    angle = np.pi * stripe[0]
    wave = (12 + 4 * stripe[1]) * (np.cos(angle) * x + np.sin(angle) * y)
    second = np.clip(2 * np.sin(wave + np.pi * stripe[2]), -1, 1)
    second = striped * (0.5 + 0.5 * second)

    scale = zoom * RADIUS
    middle = _cover(distance + 0.2, scale, PIXEL / 2)
    cover = _cover(distance, scale, PIXEL / 2) - hollow * middle
    second *= cover
    cover -= second
    cover, second = _halve(cover), _halve(second)

    hue = np.pi * draw["hue"][0]
    for index, channel in enumerate(red_green_blue):
        bright = 0.72 + 0.28 * np.cos(hue + index * (2 * np.pi / 3))
        first = PAINT[index] + knob * (bright - PAINT[index])
        other = 0.6 + 0.4 * draw["second"][index]
        channel *= 1 - cover - second
        channel += cover * first + second * other


def _bend(x, y, draw, knob):
    """Return the points after a smooth warp of the plane."""
    size = (0.12 * knob) * draw["wave_size"]
    phase = np.pi * draw["wave_phase"]
    bend = (0.4 * knob) * draw["bend"]
    across = x + bend[0] * y * y
    across += size[0] * np.sin(3.5 * y + phase[0])
    across += 0.5 * size[1] * np.sin(6 * y + phase[1])
    upward = y + bend[1] * x * x
    upward += size[2] * np.sin(3.5 * x + phase[2])
    upward += 0.5 * size[3] * np.sin(6 * x + phase[3])
    return across, upward


def _halve(samples):
    """Average 2x2 blocks of samples (n, 2H, 2W) -> (n, H, W)."""
    rows = samples[:, ::2] + samples[:, 1::2]
    return (rows[:, :, ::2] + rows[:, :, 1::2]) * 0.25


def _occlude(red_green_blue, x, y, zoom, draw, knob):
    """Put a post and two patches in front, in place; the knob is their size."""
    for index in range(3):
        angle = np.pi * draw["front_angle"][index]
        cos, sin = np.cos(angle), np.sin(angle)
        reach = 0.35 if index == 0 else 0.6  # patches nibble from outside
        across = cos * x + sin * y - reach * draw["front_place"][index]
        along = cos * y - sin * x - reach * draw["front_side"][index]
        half = (0.17 + 0.05 * draw["front_size"][index]) * knob
        height = 9 if index == 0 else 1.2 * half
        distance = signed_distance.box(across, along, half, height)
        cover = _cover(distance, zoom, PIXEL)
        np.minimum(cover, 2 * half * zoom / PIXEL, out=cover)
        colour = 0.42 + 0.2 * draw["front_colour"][3 * index : 3 * index + 3]
        _blend(red_green_blue, cover, colour)


def _light(red_green_blue, draw, knob):
    """Change contrast and light, in place, through a film's response.

    A gain g takes v to g v / (1 + (g - 1) v): 0 and 1 stay, so nothing is
    clipped, and 1 is no change.
    """
    centres = ((np.arange(SIZE, dtype="float32") + 0.5) * PIXEL) - 1
    slope = (1.6 * knob) * draw["slope"]
    field = np.exp2(slope[0] * centres) * np.exp2(slope[1] * -centres[:, None])
    contrast = 1 - (0.4 * knob) * np.abs(draw["contrast"][0])
    exposure = 1.6 * draw["exposure"][0]
    for channel, cast in zip(red_green_blue, draw["cast"], strict=True):
        gain = field * np.exp2(knob * (exposure + 0.8 * cast))
        channel -= 0.45
        channel *= contrast
        channel += 0.45
        np.clip(channel, 0, 1, out=channel)
        channel *= gain / (1 + (gain - 1) * channel)


def _named(rows):
    """Cut rows (n, D) into a dict of name -> (width, n, 1, 1)."""
    columns = np.ascontiguousarray(rows.T)[:, :, None, None]
    ends = np.cumsum(list(DRAWS.values()))[:-1]
    return dict(zip(DRAWS, np.split(columns, ends), strict=True))
