"""The curves of the live view as SVG.

Matplotlib takes 0.1 s for the same picture, and this one is drawn while a net
waits: here it is about a hundredth of that.
"""

import html

import numpy as np
from matplotlib.ticker import MaxNLocator

from utils import plots

MOST_POINTS = 400  # of a curve: more cannot be told apart
SIZE = (360, 210)  # of one chart, in pixels
LEFT, TOP, RIGHT, BOTTOM = 44, 24, 20, 36  # margins around its axes


def smoothed(losses):
    """Return numbers of batches, their losses, and a moving mean of these.

    The mean runs over a batch and those around it, a twentieth of all, at
    least 5, fewer at the ends. Of a long curve about MOST_POINTS points are
    kept, evenly chosen.
    """
    losses = np.asarray(losses, float)
    losses = np.where(np.isfinite(losses), losses, np.nan)  # inf has no mean
    count = len(losses)
    half = max(2, count // 40)
    sums = np.concatenate([[0], np.cumsum(losses)])
    ends = np.arange(1, count + 1)
    starts = np.maximum(ends - 1 - half, 0)
    stops = np.minimum(ends + half, count)
    means = (sums[stops] - sums[starts]) / (stops - starts)
    some = np.unique(
        np.linspace(0, count - 1, min(count, MOST_POINTS), dtype=int)
    )
    return ends[some], losses[some], means[some]


def svg(losses, accuracy):
    """Return two charts: the loss on each batch, the accuracy of each epoch.

    `losses` is a list of numbers, `accuracy` maps "training" and "validation"
    to a list of shares each, NaN where an epoch has none.
    """
    batches, thin, smooth = smoothed(losses)
    blue = plots.COLOURS["training"]
    highest = np.max(thin, initial=1e-3, where=np.isfinite(thin))
    limits = (0, max(len(losses), 2)), (0, 1.05 * highest)
    lines = [
        _line(batches, thin, limits, f"{blue}80", 0.7),
        _line(batches, smooth, limits, blue, 2.5),
    ]
    first = _chart("loss on each batch", "batch", limits, lines)
    epochs = max(len(accuracy["training"]), 2)
    limits, lines = ((0.8, epochs + 0.2), (0, 1)), []
    for place, (name, shares) in enumerate(accuracy.items()):
        numbers = np.arange(1, len(shares) + 1)
        colour = plots.COLOURS[name]
        lines.append(_line(numbers, shares, limits, colour, 2, dots=True))
        lines.append(
            f'<text x="{SIZE[0] - RIGHT - 4}" y="{150 + 15 * place}" '
            f'text-anchor="end" fill="{colour}" font-weight="bold">'
            f"{html.escape(name)}</text>"
        )
    second = _chart("accuracy after each epoch", "epoch", limits, lines, "%")
    return f'<div style="display: flex; flex-wrap: wrap">{first}{second}</div>'


def _place(x, y, limits):
    """Return pixels for numbers x and y of a chart."""
    (left, right), (low, high) = limits
    width, height = SIZE[0] - LEFT - RIGHT, SIZE[1] - TOP - BOTTOM
    across = LEFT + (np.asarray(x, float) - left) / (right - left) * width
    down = TOP + (high - np.asarray(y, float)) / (high - low) * height
    return across, down


def _line(x, y, limits, colour, width, *, dots=False):
    """Return a line through points, broken where y is not a number."""
    path, pen, marks = "", "M", ""
    for across, down in zip(*_place(x, y, limits), strict=True):
        if np.isfinite(down):
            path += f"{pen}{across:.1f} {down:.1f}"
            marks += f'<circle cx="{across:.1f}" cy="{down:.1f}" r="3"/>'
        pen = "L" if np.isfinite(down) else "M"
    return (
        f'<path d="{path}" fill="none" stroke="{colour}" '
        f'stroke-width="{width}" stroke-linejoin="round"/>'
        + (f'<g fill="{colour}">{marks}</g>' if dots else "")
    )


def _chart(title, label, limits, lines, unit=""):
    """Return an SVG with axes, numbers at them, a title, and the lines."""
    width, height = SIZE
    parts = []
    for value in _ticks(limits[1], 5):
        _, y = _place(0, value, limits)
        said = f"{100 * value:.0f} %" if unit else f"{value:g}"
        parts.append(
            f'<path d="M{LEFT} {y:.1f}H{width - RIGHT}" stroke="currentColor" '
            f'opacity="0.15"/><text x="{LEFT - 5}" y="{y + 4:.1f}" '
            f'text-anchor="end">{said}</text>'
        )
    for value in _ticks(limits[0], 5, integer=True):
        x, _ = _place(value, 0, limits)
        parts.append(
            f'<text x="{x:.1f}" y="{height - BOTTOM + 15}" '
            f'text-anchor="middle">{value:,.0f}</text>'
        )
    return (
        f'<svg role="img" aria-label="{title}" width="{width}" '
        f'height="{height}" viewBox="0 0 {width} {height}" '
        'style="max-width: 100%; height: auto; font-size: 11px" '
        'fill="currentColor">'
        f'<text x="{LEFT}" y="14" font-size="13">{title}</text>'
        f'<text x="{width - RIGHT}" y="{height - 5}" text-anchor="end">'
        f"{label}</text>{''.join(parts)}{''.join(lines)}</svg>"
    )


def _ticks(limits, most, *, integer=False):
    """Return round numbers within limits."""
    values = MaxNLocator(most, integer=integer).tick_values(*limits)
    return [one for one in values if limits[0] <= one <= limits[1]]
