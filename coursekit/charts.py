"""Draw the leaderboard and the costs as one picture."""

from matplotlib import style
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import PercentFormatter

from coursekit import UserError
from utils import reference, settings

ERROR_AXIS = ("MNIST", "digits28")  # error in %, log: 98.4 and 99.4 differ
REFERENCE = {"fmt": "o", "color": "#0072B2", "markersize": 7, "capsize": 4}
HERE = {
    "marker": "D",
    "linestyle": "none",
    "markerfacecolor": "none",
    "markeredgecolor": "#D55E00",
    "markeredgewidth": 1.8,
    "markersize": 10,
}
COSTS = {"seconds": "seconds", "peak_memory_gb": "peak memory in GB"}


def draw(standings, costs, title=""):
    """Return a figure: a panel per data set, then the costs of each lesson.

    `title` stands above it. Error bars are one standard deviation over seeds.
    What has no value gets no line, and None is returned when nothing has.
    """
    panels = _accuracy_panels(standings) + _cost_panels(costs)
    if not panels:
        return None
    heights = [len(rows) + 1.6 for _, rows, _ in panels]
    with style.context("utils.course"):
        figure = Figure(
            figsize=(9, 0.42 * sum(heights) + 0.8), layout="constrained"
        )
        axes = figure.subplots(
            len(panels), 1, squeeze=False, height_ratios=heights
        )[:, 0]
        for panel, (heading, rows, dress) in zip(axes, panels, strict=True):
            dress(panel)
            _dots(panel, rows)
            panel.set_title(heading, weight="bold")
        figure.suptitle(title, x=0.01, ha="left", weight="bold")
        figure.legend(
            handles=[
                Line2D([], [], color="#0072B2", marker="o", markersize=7),
                Line2D([], [], **HERE),
            ],
            labels=[
                "reference, mean ± standard deviation",
                "this machine, latest run",
            ],
            loc="outside lower center",
            ncols=2,
            frameon=False,
        )
    return figure


def save(figure, path):
    """Write a figure as PNG, making its folder; raises UserError if not."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(path, dpi=144, facecolor="white")
    except OSError as error:
        raise UserError(f"{path} cannot be written: {error}.") from error


def _accuracy_panels(standings):
    """Return (title, rows, dress) for each data set that was measured."""
    panels = []
    for data in dict.fromkeys(row.data for row in standings):
        as_error = data in ERROR_AXIS
        rows = []
        for row in standings:
            found = row.reference
            if row.data == data and (found or row.latest is not None):
                mean, sd = (found.mean, found.sd) if found else (None, None)
                values = [mean, sd, row.latest]
                if as_error:
                    values = list(map(_error, values, (False, True, False)))
                scale = 1 if as_error else 100
                texts = [
                    None if value is None else f"{scale * value:.2f}"
                    for value in values
                ]
                label = row.label + _other_profile(found)
                rows.append((label, values, texts))
        what = "error" if as_error else "accuracy"
        if reference.is_embedded(data):
            what += " (embedded data)"
        dress = _dress_error if as_error else _dress_accuracy
        if rows:
            panels.append((f"{data}: {what}, in %", rows, dress))
    return panels


def _cost_panels(costs):
    """Return (title, rows, dress) for seconds and memory of the lessons."""
    panels = []
    for metric, unit in COSTS.items():
        rows, digits = [], 1 if metric == "seconds" else 2
        for lesson, known in costs.items():
            values = known.get(metric)
            if values is not None:
                texts = [
                    None if v is None else f"{v:,.{digits}f}" for v in values
                ]
                rows.append((lesson, values, texts))
        dress = _dress_seconds if metric == "seconds" else _dress_memory
        if rows:
            panels.append((f"Whole lesson: {unit}", rows, dress))
    return panels


def _dots(panel, rows):
    """Draw one line per row, the first on top, its figures at the right."""
    floor = 0.1 if panel.get_xscale() == "log" else 0  # no error at all: edge
    for place, (_, (mean, sd, latest), texts) in enumerate(rows):
        if mean is not None:
            panel.errorbar(max(mean, floor), place, xerr=sd, **REFERENCE)
        if latest is not None:
            panel.plot(max(latest, floor), place, **HERE)
        parts = []
        if texts[0] is not None:
            parts.append(f"{texts[0]} ± {texts[1]}")
        if texts[2] is not None:
            parts.append(f"here {texts[2]}")
        panel.annotate(
            ", ".join(parts),
            (1.01, place),
            xycoords=("axes fraction", "data"),
            va="center",
            fontsize=9,
        )
    panel.set_yticks(range(len(rows)), [label for label, _, _ in rows])
    panel.set_ylim(len(rows) - 0.4, -0.6)
    panel.tick_params(axis="y", length=0)
    panel.spines["left"].set_visible(False)


def _dress_accuracy(panel):
    panel.set_xlim(0, 1)
    panel.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))


def _dress_error(panel):
    panel.set_xscale("log")
    panel.set_xlim(0.1, 100)
    panel.set_xticks([0.1, 1, 10, 100], ["0.1", "1", "10", "100"])
    panel.set_xlabel("lower is better")


def _dress_seconds(panel):
    panel.set_xscale("log")
    panel.set_xlim(1, 3600)
    panel.set_xticks(
        [1, 10, 60, 600, 3600], ["1 s", "10 s", "1 min", "10 min", "1 h"]
    )


def _dress_memory(panel):
    panel.axvline(4, color="#666666", linestyle="--", linewidth=1)
    panel.set_xlim(left=0)
    panel.set_xlabel("dashed: the limit of 4 GB")


def _error(share, is_spread):
    if share is None:
        return None
    return 100 * share if is_spread else 100 * (1 - share)


def _other_profile(found):
    """Name the profile of a reference that is not this environment's."""
    if found is None or found.profile == settings.profile():
        return ""
    return f" ({found.profile})"
