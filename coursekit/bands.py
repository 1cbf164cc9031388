"""From runs with several seeds to the bands of data/reference.csv."""

import csv
import io
import statistics

from filelock import FileLock

from coursekit import UserError, notebooks, run
from utils import reference, settings


def summarise(finished):
    """Return the reference rows of runs of one lesson with several seeds.

    Mean, sample standard deviation (exactly 0 where all runs agree) and band:
    mean ± max(6·sd, 0.002), for a `_count` mean ± 6·sd, for a cost none; see
    band for small test sets.
    Raises UserError if the runs did not all record the same metrics.
    """
    keys = {frozenset(_values(one)) for one in finished}
    if len(keys) > 1:
        odd = set.union(*map(set, keys)) - set.intersection(*map(set, keys))
        listing = ", ".join(f"{metric} on {data}" for metric, data in odd)
        raise UserError(
            f"Not every seed recorded {listing}, so there is no mean. Record "
            "the same metrics in every run."
        )
    first = finished[0]
    rows = []
    for metric, data in sorted(_values(first)):
        values = [_values(one)[metric, data] for one in finished]
        mean, sd = values[0], 0
        if len(set(values)) > 1:
            mean, sd = statistics.fmean(values), statistics.stdev(values)
        low, high = band(metric, mean, sd, data=data)
        rows.append(
            reference.Reference(
                first["lesson"],
                metric,
                data,
                first["profile"],
                first["backend"],
                len(finished),
                mean,
                sd,
                low,
                high,
                first["hardware"],
                first["versions"],
            )
        )
    return rows


def band(metric, mean, sd, *, data):
    """Return the lowest and highest value that pass; None for a cost.

    The embedded data may differ by a grey level on another processor: there,
    counts have no band. Where few pictures are tested, one that another
    processor names otherwise must not fail: there, shares have a wider one.
    """
    counted = metric.endswith("_count")
    if reference.is_cost(metric):
        return None, None
    if counted and reference.is_embedded(data):
        return None, None
    least = 0.01 if reference.has_small_test(data) else 0.002
    width = 6 * sd if counted else max(6 * sd, least)
    return mean - width, mean + width


def replace_rows(rows):
    """Put `rows` into data/reference.csv in place of their lesson's.

    Replaced are all rows of the same lesson, profile and backend, but for those
    with other kinds of pretrained weights; all others are kept, and the file is
    sorted. Two calibrations may end at once.
    """
    lock = run.build_folder("calibrate") / "reference.lock"
    lock.parent.mkdir(parents=True, exist_ok=True)
    old = {_replaced_by(row) for row in rows}
    with FileLock(lock):
        kept = [row for row in reference.rows() if _replaced_by(row) not in old]
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(reference.Reference._fields)
        for row in sorted([*kept, *rows], key=lambda row: row.key):
            writer.writerow(map(_cell, row))
        path = settings.project_root() / "data" / "reference.csv"
        notebooks.write_text(path, text.getvalue())


def _replaced_by(row):
    return row.lesson, row.profile, row.backend, reference.weights(row.data)


def _values(line):
    return {(metric, data): value for metric, data, value in line["metrics"]}


def _cell(value):
    """Return a field of the CSV file: ten digits are more than enough."""
    if value is None:
        return ""
    return f"{value:.10g}" if isinstance(value, float) else value
