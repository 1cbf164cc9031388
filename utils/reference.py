"""What the course's authors measured: data/reference.csv, and the leaderboard.

`course calibrate` writes the one, people write the other; a hand-out may
have neither, which reads as empty.
"""

import csv
from typing import NamedTuple

from utils import settings

STAND_INS = {
    "CIFAR-10": "shapes32",
    "MNIST": "digits28",
    "ants and bees": "arrows and bolts",
}
WEIGHTS = ("full", "light", "small")  # of pretrained networks
SMALL = "small weights"  # those of the course's own small nets
FEW_TESTED = ("ants and bees",)  # 153 test photos: one is 0.65 points
COST_METRICS = ("seconds", "peak_memory_gb")  # of a whole lesson
AND = " + "  # between the data sets that a whole lesson used


class Reference(NamedTuple):
    """One row of data/reference.csv; `low` and `high` are None for a cost."""

    lesson: str
    metric: str
    data: str
    profile: str
    backend: str
    seeds: int
    mean: float
    sd: float
    low: float | None
    high: float | None
    hardware: str
    versions: str

    @property
    def key(self):
        """Return what makes two measurements comparable."""
        return self[:5]


class Entry(NamedTuple):
    """One row of data/leaderboard.csv, which stands in reading order."""

    lesson: str
    metric: str
    data: str
    label: str
    seconds_metric: str


def is_cost(metric):
    """Say whether a metric is a cost, which is shown but never fails."""
    return metric in COST_METRICS or metric.endswith("_seconds")


def stand_ins(data):
    """Return the names of what is measured where `data` cannot be had.

    Embedded data in its place, and, where the name says whose weights were
    used, the other kinds of weights.
    """
    name, comma, _ = data.partition(", ")
    kinds = [f", {kind} weights" for kind in WEIGHTS] if comma else [""]
    names = [name, *([STAND_INS[name]] if name in STAND_INS else [])]
    found = [name + kind for name in names for kind in kinds]
    return [other for other in found if other != data]


def weights(data):
    """Return which of WEIGHTS the name of data ends with, or ""."""
    for kind in WEIGHTS:
        if data.endswith(f", {kind} weights"):
            return kind
    return ""


def is_embedded(data):
    """Say whether a data name is an embedded stand-in's or holds one.

    Results of pretrained nets have a name of both: "CIFAR-10, full weights".
    """
    name, *rest = data.split(", ")
    return name in STAND_INS.values() or SMALL in rest


def has_small_test(data):
    """Say whether so few are tested that one picture is half a point or more.

    The embedded data count as such; the names are those of is_embedded.
    """
    return is_embedded(data) or data.split(", ")[0] in FEW_TESTED


def rows():
    """Return the rows of data/reference.csv as a list of Reference.

    Raises ValueError, naming file and line, for a row that cannot be read.
    """
    found = []
    for place, row in _table("reference.csv", Reference._fields):
        try:
            numbers = {
                name: _number(row[name])
                for name in ("seeds", "mean", "sd", "low", "high")
            }
        except ValueError as error:
            raise ValueError(f"{place}: {error}") from None
        found.append(Reference(**{**row, **numbers}))
    return found


def find(lesson, metric, *, data, profile, backend):
    """Return the Reference for exactly this measurement, or None."""
    key = (lesson, metric, data, profile, backend)
    return next((row for row in rows() if row.key == key), None)


def board():
    """Return the rows of data/leaderboard.csv as a list of Entry."""
    table = _table("leaderboard.csv", Entry._fields)
    return [Entry(**row) for _, row in table]


def shown(value):
    """Return a number as a reader wants it: 0.901, 0.3539, 3,539, 17.83."""
    if isinstance(value, int):
        return f"{value:,}"
    if value and abs(value) < 0.001:
        return f"{value:.2g}"
    if abs(value) < 1:
        text = f"{value:.4f}"
        return text[:-1] if text.endswith("0") else text
    decimals = 3 if abs(value) < 10 else 2 if abs(value) < 100 else 1
    return f"{value:,.{decimals}f}"


def _number(text):
    """Return the number a cell holds: int where it is whole, None if empty."""
    if not text:
        return None
    return int(text) if text.lstrip("-").isdigit() else float(text)


def _table(name, columns):
    """Return (place, row) pairs of a file in data/, checked for its columns."""
    path = settings.project_root() / "data" / name
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        if tuple(reader.fieldnames or ()) != columns:
            raise ValueError(
                f"{path} has the columns {reader.fieldnames}, expected "
                f"{', '.join(columns)}. Restore it with git."
            )
        found = []
        for row in reader:
            place = f"{path}, line {reader.line_num}"
            if None in row or None in row.values():
                raise ValueError(
                    f"{place} does not have {len(columns)} fields. "
                    "Restore the file with git."
                )
            found.append((place, row))
    return found
