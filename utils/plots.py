"""Figures in one size, one style and one set of colours.

Every function draws on a new figure and returns it; a notebook shows it
because it is the cell's last expression. Images are uint8 arrays with values
from 0 to 255, `(N, H, W, C)` with one or three channels.
"""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.ticker import PercentFormatter

# width and height in inches: the three sizes of the whole course
SMALL, WIDE, LARGE = (4.5, 3.5), (9, 3.5), (9, 6)

# the same colour for the same thing in every figure (Okabe and Ito, 2008)
COLOURS = {
    "training": "#0072B2",
    "validation": "#E69F00",
    "test": "#009E73",
    "wrong": "#D55E00",
    "neutral": "#666666",
    "plain": "#56B4E9",  # what belongs to no split
}


def subplots(rows=1, columns=1, *, size=WIDE):
    """Return (figure, axes) like Matplotlib's `plt.subplots`.

    The figure is shown when it is the last expression of a cell, and only
    then: Jupyter would otherwise show an open figure a second time.
    """
    fig, axes = plt.subplots(rows, columns, figsize=size)
    plt.close(fig)
    return fig, axes


def show_image(axes, image, title=""):
    """Draw one image (H, W) or (H, W, C) on `axes`: full range, no ticks.

    A thin frame shows where a white picture ends.
    """
    image = np.asarray(image)
    if image.ndim == 3 and image.shape[2] == 1:
        image = image[:, :, 0]
    axes.imshow(image, vmin=0, vmax=255)
    axes.set_title(title, fontsize=9, loc="center")
    axes.grid(visible=False)
    axes.set(xticks=[], yticks=[])
    axes.spines[:].set(visible=True, color="#999999", linewidth=0.6)


def show_images(images, *, titles=None, columns=8, width=9):
    """Draw images (N, H, W, C) in rows of `columns`, titles above.

    `titles` holds one string an image. `width` is the figure's, in inches.
    Raises ValueError when there are no images or the titles do not match.
    """
    images = list(images)
    if not images:
        raise ValueError("There are no images to show.")
    titles = [""] * len(images) if titles is None else list(titles)
    if len(titles) != len(images):
        raise ValueError(f"{len(images)} images, but {len(titles)} titles.")
    rows = -(-len(images) // columns)
    lines = max(title.count("\n") + 1 if title else 0 for title in titles)
    height, across = np.shape(images[0])[:2]
    cell = width / columns
    size = (width, rows * (cell * height / across + 0.17 * lines))
    fig, axes = subplots(rows, columns, size=size)
    spots = np.ravel(axes)
    for spot in spots[len(images) :]:
        spot.set_axis_off()
    for spot, image, title in zip(spots, images, titles, strict=False):
        show_image(spot, image, title)
    return fig


def show_sheet(tiles, *, columns, side=32, rows=(), heads=(), width=6):
    """Draw many small pictures (H, W) or (H, W, 3) on one sheet.

    Each is enlarged or reduced to `side` pixels by its nearest pixels. uint8
    is drawn as it is; numbers of any other type are stretched, a tile's
    smallest to black, its largest to white. `rows` and `heads` name rows
    and columns.
    """
    step = side + 2
    count = -(-len(tiles) // columns)
    page = np.full((count * step, columns * step, 3), 255, np.uint8)
    for number, tile in enumerate(map(np.asarray, tiles)):
        if tile.dtype != np.uint8:
            low, high = float(tile.min()), float(tile.max())
            tile = np.uint8(255 * ((tile - low) / max(high - low, 1e-9)))
        down, across = (np.arange(side) * n // side for n in tile.shape[:2])
        tile = tile[down][:, across]
        top, left = (step * place for place in divmod(number, columns))
        page[top : top + side, left : left + side] = np.atleast_3d(tile)
    fig, axes = subplots(size=(width, width * count / columns))
    show_image(axes, page)
    axes.spines[:].set(visible=False)
    for names, axis, length in (
        (rows, axes.yaxis, count),
        (heads, axes.xaxis, columns),
    ):
        places = (np.arange(len(names)) + 0.5) * length / max(len(names), 1)
        axis.set_ticks(places * step, names, fontsize=8)
    axes.tick_params(length=0, labeltop=True, labelbottom=False)
    return fig


def show_numbers(image, *, title=""):
    """Draw a one-channel image (H, W) or (H, W, 1) with each pixel's number."""
    image = np.asarray(image).reshape(np.shape(image)[:2])
    rows, columns = image.shape
    cell = min(LARGE[0] / columns, LARGE[1] / rows)
    fig, axes = subplots(size=(cell * columns, cell * rows))
    show_image(axes, image, title)
    for (row, column), value in np.ndenumerate(image):
        axes.text(
            column,
            row,
            str(value),
            ha="center",
            va="center",
            fontsize=8,
            color="black" if value > 127 else "white",
        )
    return fig


def bars(values, labels, *, axis_label, title="", colour="plain", limit=None):
    """Draw one horizontal bar for each of `values`, with its number.

    The axis ends at `limit`, or a little beyond the longest bar.
    """
    fig, axes = subplots()
    drawn = axes.barh(labels, values, color=COLOURS[colour])
    axes.bar_label(drawn, fmt="{:,.4g}", padding=3)
    axes.invert_yaxis()
    axes.margins(x=0.1)
    if limit is not None:
        axes.set_xlim(0, limit)
    axes.grid(visible=False, axis="y")
    axes.set(xlabel=axis_label, title=title)
    return fig


def errors(axes, x, mean, sd, *, colour):
    """Draw mean ± sd, shares from 0 to 1, against x; the axis is in percent."""
    axes.errorbar(x, mean, yerr=sd, marker="o", color=COLOURS[colour])
    axes.yaxis.set_major_formatter(PercentFormatter(1, 0, " %"))


def number_points(axes, x, y, *, gap=10):
    """Write 1, 2, 3 … beside the points (x, y), away from their neighbours.

    `x` and `y` have shape (N,); `gap` is in points, from the middle of a mark
    to that of its number. Set scales and limits first: neighbours are those
    that stand close together on the page.
    """
    x, y = np.asarray(x, float), np.asarray(y, float)
    spots = axes.transData.transform(np.column_stack([x, y]))
    for number, spot in enumerate(spots, start=1):
        away = spot - np.delete(spots, number - 1, axis=0)
        far = np.maximum(np.hypot(*away.T), 1)  # in pixels
        push = np.sum(away / far[:, None] ** 3, axis=0)
        length = np.hypot(*push)
        # points on one spot push nobody: their numbers go around it
        turn = np.array([np.cos(number), np.sin(number)])
        direction = push / length if length else turn
        axes.annotate(
            str(number),
            (x[number - 1], y[number - 1]),
            gap * direction,
            textcoords="offset points",
            fontsize=9,
            ha="center",
            va="center",
        )


def confusion(matrix, classes, *, title=""):
    """Draw a confusion matrix of counts (C, C): rows true, columns predicted.

    The darker a cell, the larger its share of the row; the text is the count.
    """
    matrix = np.asarray(matrix)
    shares = matrix / np.maximum(matrix.sum(axis=1, keepdims=True), 1)
    fig, axes = subplots(size=LARGE)
    axes.imshow(shares, cmap="Blues", vmin=0, vmax=1, aspect="auto")
    for (row, column), count in np.ndenumerate(matrix):
        axes.text(
            column,
            row,
            f"{count:,}",
            ha="center",
            va="center",
            fontsize=9,
            weight="bold" if row == column else "normal",
            color="white" if shares[row, column] > 0.7 else "black",
        )
    positions = range(len(classes))
    axes.set_xticks(positions, classes, rotation=30, ha="right")
    axes.set_yticks(positions, classes)
    axes.set(xlabel="predicted class", ylabel="true class", title=title)
    axes.grid(visible=False)
    return fig
