"""Record what a lesson measured and compare it with the reference."""

import html
import warnings
from typing import NamedTuple

import numpy as np

from utils import reference, runs, settings
from utils.leaderboard import costs as costs
from utils.leaderboard import so_far as so_far


class Recorded(NamedTuple):
    """A stored measurement; as a cell's last line it shows the comparison."""

    measurement: dict
    reference: reference.Reference | None

    def __repr__(self):
        return f"{self._subject()}: {self._comparison()}"

    def _repr_html_(self):
        subject, comparison = self._subject(), self._comparison()
        return (
            f"<p>{html.escape(subject)}: "
            f"<strong>{html.escape(comparison)}</strong></p>"
        )

    def _subject(self):
        return f"{self.measurement['metric']} on {self.measurement['data']}"

    def _comparison(self):
        yours = reference.shown(self.measurement["value"])
        if self.reference is None:
            return (
                f"yours {yours}, no reference for "
                f"{self.measurement['data']} in the "
                f"{self.measurement['profile']} profile"
            )
        mean, sd = self.reference.mean, self.reference.sd
        if not sd:
            return f"reference {reference.shown(mean)} ± 0, yours {yours}"
        decimals = len(reference.shown(mean).partition(".")[2])
        while round(sd, decimals) == 0 and decimals < 6:
            decimals += 1
        mean, sd = f"{mean:,.{decimals}f}", f"{sd:,.{decimals}f}"
        return f"reference {mean} ± {sd}, yours {yours}"


class AllRecorded(NamedTuple):
    """Several stored measurements, shown as one table."""

    rows: list

    def __repr__(self):
        return "\n".join(map(repr, self.rows))

    def _repr_html_(self):
        cells = (
            f"<tr><td style='text-align:left'>{html.escape(subject)}</td>"
            f"<td style='text-align:left'>{html.escape(comparison)}</td></tr>"
            for subject, comparison in (
                (row._subject(), row._comparison()) for row in self.rows
            )
        )
        return f"<table>{''.join(cells)}</table>"


def record_all(lesson, measured, *, data):
    """Record each metric of a dict {metric: value}, as `record` does.

    Returns an object that shows all the comparisons as one table.
    """
    return AllRecorded(
        [
            record(lesson, metric, value, data=data)
            for metric, value in measured.items()
        ]
    )


def record(lesson, metric, value, *, data):
    """Store one measurement of a lesson and compare it with the reference.

    `value` is a finite real number (an array or tensor without axes counts);
    `data` is the split it was measured on, or the name of its data. One line
    is appended to `settings.run_file()`; where that cannot be written there
    is a warning and the lesson goes on. Returns an object that shows the
    comparison. With COURSE_CHECK=1, raises AssertionError for a value outside
    the band of data/reference.csv. Only a row for the same lesson, metric,
    data, profile and backend counts, so embedded data never meets a figure
    from real data. Costs (seconds, memory) have no band.
    """
    measurement = runs.line(
        _name("lesson", lesson),
        _name("metric", metric),
        _finite(metric, value),
        data=_name("data", getattr(data, "name", data)),
    )
    try:
        runs.append(measurement)
    except (OSError, NotImplementedError) as error:  # the latter: no locks
        warnings.warn(
            f"{settings.run_file()} cannot be written ({error}): {metric} "
            "was not stored. Set COURSE_RUN_FILE to a file you may write.",
            stacklevel=2,
        )
    found = reference.find(
        lesson,
        metric,
        data=measurement["data"],
        profile=measurement["profile"],
        backend=measurement["backend"],
    )
    if settings.checking() and found is not None:
        _check(measurement, found)
    return Recorded(measurement, found)


def experiment(name, weights=""):
    """Return {metric: Reference} of an experiment that is no lesson's run.

    `weights` names the kind of pretrained weights that the rows were measured
    with, such as "light"; rows that need none are always there. Raises
    ValueError where nothing is stored under `name`.
    """
    found = {
        row.metric: row
        for row in reference.rows()
        if row.lesson == name and reference.weights(row.data) in ("", weights)
    }
    if not found:
        raise ValueError(
            f"data/reference.csv has no rows of {name!r} with weights "
            f"{weights!r}: run the script of that experiment."
        )
    return found


def _check(measurement, found):
    """Raise AssertionError when a value lies outside its reference band."""
    value = measurement["value"]
    if found.low is None or found.low <= value <= found.high:
        return
    here = "; ".join(f"{k} {v}" for k, v in measurement["versions"].items())
    number = found.lesson.split("_")[0]
    command = f"calibrate {number} --seeds {found.seeds}"
    if found.profile != "cpu":
        command += f" --profile {found.profile}"
    raise AssertionError(
        f"{found.lesson}: {found.metric} on {found.data} is {value:.6g}, "
        f"expected {found.low:.6g} to {found.high:.6g} (mean {found.mean:.6g}, "
        f"sd {found.sd:.3g}, {found.seeds} seeds, {found.profile} profile, "
        f"{found.backend}). The row is in data/reference.csv, measured on "
        f"{found.hardware} with {found.versions}; this run has {here}. "
        "If nothing in the lesson changed, compare the versions. If the "
        f"change is meant, run `{settings.command(command)}`, then "
        f"`{settings.command(f'refresh {number}')}`, and correct the figures "
        "in the lesson's text."
    )


def _finite(metric, value):
    """Return `value` as a Python int or float, or raise a clear error."""
    try:
        array = np.asarray(value)
    except Exception:  # each backend has its own for a tensor that cannot
        array = np.asarray(None)
    if array.shape != () or array.dtype.kind not in "iuf":
        raise TypeError(
            f"{metric} is {value!r}, but a recorded value is one real "
            "number. Pass float(…) of what you measured."
        )
    number = array.item()
    if not np.isfinite(number):
        raise ValueError(
            f"{metric} is {number}, which cannot be recorded. Look at the "
            "cell that computes it: a division by zero or a loss that "
            "exploded gives this."
        )
    return number


def _name(kind, name):
    """Return a name as text, or raise a clear error."""
    if not isinstance(name, str) or not name.strip():
        raise TypeError(
            f"{kind} is {name!r}, but results.record needs its name as text"
            + (", or a split from utils.data." if kind == "data" else ".")
        )
    return str(name)
