"""The live view on the page: HTML of its parts, with the pictures inside."""

import base64
import html
import io

import numpy as np
from PIL import Image

from utils import live_curves, live_pictures

SIDE = 230  # of a block of filters or maps on the page, in pixels
FACE = 64  # of a mistake
CELL = "padding: 1px 8px; text-align: right; white-space: nowrap"
ROW = "display: flex; flex-wrap: wrap; gap: 10px; margin-top: 4px"
HEADS = (
    "layer",
    "activation",
    "gradient by it",
    "weight",
    "gradient by it",
)


def parts(losses, accuracy, look, mistakes, image):
    """Return {name: HTML} of the curves and of what a net makes of a sample.

    `look` is a live_sample.Look, `mistakes` a list of (image, truth, guess),
    `image` the sample's first picture, to which the maps belong.
    """
    shown = {"curves": live_curves.svg(losses, accuracy)}
    if look.filters is not None:
        block = live_pictures.filter_tiles(look.filters)
        name = "filters of the first convolution"
        shown["filters"] = _titled("First filters", [_block(block, name)])
        maps = [
            _block(live_pictures.map_tiles(kept), f"maps of {name}", name)
            for name, kept in look.maps
        ]
        face = _block(image, "a picture of the sample", "of this", "picture")
        shown["maps"] = _titled("Maps of the convolutions", [*maps, face])
    faces = [
        _block(image, f"a mistake: {truth}", truth, f"taken for {guess}")
        for image, truth, guess in mistakes
    ]
    shown["mistakes"] = _titled("Mistakes", faces or ["none in the sample"])
    shown["table"] = table(look.rows)
    shown["remarks"] = "<br>".join(map(html.escape, look.remarks))
    return shown


def table(rows):
    """Return the ranges of layers (live_ranges.Row) as an HTML table."""
    known = [row.activation_gradient or row.weight_gradient for row in rows]
    columns = range(5) if any(known) else (0, 1, 3)
    lines = [_cells(columns, HEADS, "th")]
    for row in rows:
        said = [row.layer, *map(_extent, row[1:])]
        lines.append(_cells(columns, said, "td"))
    body = "".join(f"<tr>{line}</tr>" for line in lines)
    return f'<table style="border-collapse: collapse">{body}</table>'


def _cells(columns, said, tag):
    return "".join(
        f'<{tag} style="{CELL}">{html.escape(said[column])}</{tag}>'
        for column in columns
    )


def _extent(extent):
    """Return (lowest, highest) as text; None stands for unknown."""
    return "–" if extent is None else "{:.2g} … {:.2g}".format(*extent)


def _titled(title, pictures):
    """Return HTML of pictures side by side below a title."""
    return (
        f"<strong>{html.escape(title)}</strong>"
        f'<div style="{ROW}">{"".join(pictures)}</div>'
    )


def _block(image, alt, *lines):
    """Return HTML of a uint8 image with hard edges, lines of text below."""
    image = np.squeeze(image, axis=2) if image.shape[2] == 1 else image
    buffer = io.BytesIO()
    Image.fromarray(image).save(buffer, format="PNG", compress_level=1)
    width = SIDE if len(lines) < 2 else FACE
    height = round(width * image.shape[0] / image.shape[1])
    style = f"width: {width}px; height: {height}px; image-rendering: pixelated"
    said = "<br>".join(map(html.escape, lines))
    picture = _picture(buffer.getvalue(), alt, style)
    return f'<div style="line-height: 1.3">{picture}{said}</div>'


def _picture(png, alt, style):
    data = base64.b64encode(png).decode()
    return (
        f'<img alt="{html.escape(alt)}" style="display: block; {style}" '
        f'src="data:image/png;base64,{data}">'
    )
