"""The pictures of the live view: figures and blocks of small pictures."""

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.ticker import MaxNLocator, PercentFormatter

from utils import live_curves, plots

MOST_TILES = 32  # filters or maps
MISTAKES = 8  # in one row


def filter_tiles(filters):
    """Return filters (h, w, C, K) as a block: colours for C = 3, else greys.

    Grey 128 is weight 0, the largest weight of all is 255 or 1. For other C
    the sum over the channels is shown.
    """
    if filters.shape[2] not in (1, 3):
        filters = filters.sum(axis=2, keepdims=True)
    filters = _finite(np.moveaxis(filters, -1, 0)[:MOST_TILES])
    peak = max(np.abs(filters).max(), 1e-12)
    return tiles(np.round(128 + 127 * filters / peak))


def map_tiles(maps):
    """Return maps (H, W, K) as a block: black is 0 or lowest, white highest."""
    maps = _finite(np.moveaxis(maps, -1, 0)[:MOST_TILES, :, :, None])
    low, high = min(maps.min(), 0), maps.max()
    return tiles(np.round(255 * (maps - low) / max(high - low, 1e-12)))


def _finite(numbers):
    """Return float64 numbers, 0 in place of those that are none."""
    return np.nan_to_num(numbers.astype(float), posinf=0, neginf=0)


def tiles(pictures):
    """Return pictures (K, h, w, C), 0 to 255, side by side as uint8 RGB."""
    pictures = pictures.astype(np.uint8)
    times = -(-12 // pictures.shape[1])  # between small ones a narrow line
    pictures = pictures.repeat(times, axis=1).repeat(times, axis=2)
    count, height, width = pictures.shape[:3]
    columns = int(np.ceil(np.sqrt(count)))
    rows = -(-count // columns)
    block = np.full(
        (rows * columns, height + 1, width + 1, 3), 255, np.uint8
    )  # one white pixel between two
    block[:count, :-1, :-1] = pictures
    block = block.reshape(rows, columns, height + 1, width + 1, 3)
    block = block.swapaxes(1, 2)
    return block.reshape(rows * (height + 1), -1, 3)[:-1, :-1]


def still(losses, accuracies, look, mistakes):
    """Return one figure of everything but the table.

    `look` is a live_sample.Look, `mistakes` a list of at most MISTAKES
    (image, truth, guess).
    """
    blocks, layout, heights = (
        [],
        [["loss"] * 11 + ["."] * 2 + ["accuracy"] * 11],
        [1],
    )
    if look.filters is not None:
        blocks = [("first filters", filter_tiles(look.filters))]
        blocks += [(f"maps of {name}", map_tiles(m)) for name, m in look.maps]
        layout.append([f"block {place // 8}" for place in range(24)])
        heights.append(1.2)
    if mistakes:
        layout.append([f"mistake {place // 3}" for place in range(24)])
        heights.append(0.5)
    fig, axes = _mosaic(layout, heights)
    _draw_losses(axes["loss"], losses)
    _draw_accuracies(axes["accuracy"], accuracies)
    for place, (name, block) in enumerate(blocks):
        plots.show_image(axes.pop(f"block {place}"), block, name)
    for place, (image, truth, guess) in enumerate(mistakes):
        said = f"{truth}\ntaken for\n{guess}"
        plots.show_image(axes.pop(f"mistake {place}"), image, said)
    for name in axes.keys() - {"loss", "accuracy"}:
        axes[name].set_axis_off()
    return fig


def _draw_losses(axes, losses):
    batches, thin, smooth = live_curves.smoothed(losses)
    colour = plots.COLOURS["training"]
    axes.plot(batches, thin, color=colour, linewidth=0.6, alpha=0.5)
    axes.plot(batches, smooth, color=colour, linewidth=2.5)
    axes.set(xlabel="batch", ylabel="loss", title="loss on each batch")
    axes.set_ylim(bottom=0)


def _draw_accuracies(axes, accuracies):
    longest = 1
    for name, shares in accuracies.items():
        epochs = np.arange(1, len(shares) + 1)
        if np.isfinite(shares).any():
            colour = plots.COLOURS[name]
            axes.plot(epochs, shares, color=colour, marker=".", label=name)
        longest = max(longest, len(shares))
    axes.set(xlabel="epoch", title="accuracy after each epoch")
    axes.set(ylim=(0, 1), xlim=(0.5, longest + 0.5))
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.yaxis.set_major_formatter(PercentFormatter(1, 0, " %"))
    if axes.lines:
        axes.legend(loc="lower right")


def _mosaic(layout, heights):
    """Return (figure, axes by name) of one to three rows of pictures."""
    size = (plots.LARGE[0], 2.6 * sum(heights) + 0.6)
    fig = plt.figure(figsize=size, layout="none")
    plt.close(fig)
    bottom, top = 0.5 / size[1], 1 - 0.6 / size[1]
    if len(heights) > 1:
        bottom = 0.1 / size[1]
    space = {"left": 0.07, "right": 0.99, "bottom": bottom, "top": top}
    return fig, fig.subplot_mosaic(
        layout,
        height_ratios=heights,
        gridspec_kw={**space, "hspace": 0.5, "wspace": 2},
    )
