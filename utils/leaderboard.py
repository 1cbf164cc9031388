"""The table across lessons: what each method reaches, there and here."""

import html
from typing import NamedTuple

from utils import reference, runs, settings

HEADINGS = (
    "Method",
    "Data",
    "Reference accuracy, %",
    "This machine, %",
    "Seconds",
)


class Standing(NamedTuple):
    """One method on one data set; what was not measured is None."""

    lesson: str
    label: str
    data: str
    reference: reference.Reference | None
    latest: float | None
    seconds: float | None
    seconds_reference: reference.Reference | None


class Leaderboard(NamedTuple):
    """Rows for the reader; as a cell's last line it shows the table."""

    rows: list
    lesson: str
    profile: str

    def __repr__(self):
        table = [HEADINGS, *self.cells()]
        widths = [max(map(len, column)) for column in zip(*table, strict=True)]
        lines = [
            "  ".join(map(str.ljust, cells, widths)).rstrip() for cells in table
        ]
        lines.insert(1, "  ".join("─" * width for width in widths))
        return "\n".join([*lines, self._note()])

    def _repr_html_(self):
        body = [_html_row(HEADINGS, "th")]
        for row, texts in zip(self.rows, self.cells(), strict=True):
            cells = [html.escape(text) for text in texts]
            if row.lesson == self.lesson:
                cells = [f"<strong>{cell}</strong>" for cell in cells]
            body.append(_html_row(cells, "td"))
        return (
            f"<table>{''.join(body)}</table><p>{html.escape(self._note())}</p>"
        )

    def cells(self):
        """Return the text of every cell, row by row."""
        return [self._cells(row) for row in self.rows]

    def _cells(self, row):
        mark = "▶ " if row.lesson == self.lesson else ""
        embedded = " (embedded)" if reference.is_embedded(row.data) else ""
        return (
            mark + row.label,
            row.data + embedded,
            self._reference(row.reference),
            "—" if row.latest is None else percent(row.latest),
            self._seconds(row),
        )

    def _reference(self, found):
        if found is None:
            return "—"
        text = f"{percent(found.mean)} ± {percent(found.sd)}"
        return text + self._profile(found)

    def _seconds(self, row):
        if row.seconds is not None:
            return seconds(row.seconds)
        found = row.seconds_reference
        if found is None:
            return "—"
        return f"{seconds(found.mean)} (reference{self._profile(found, ', ')})"

    def _profile(self, found, before=" ("):
        """Name the profile of a reference that is not this run's."""
        if found.profile == self.profile:
            return ""
        return f"{before}{found.profile}" + (")" if "(" in before else "")

    def _note(self):
        return (
            "▶ this lesson. Reference: mean ± standard deviation over seeds. "
            f"This machine: the latest run in the {self.profile} profile."
        )


def so_far(lesson):
    """Return the leaderboard up to and with `lesson`, its rows marked.

    The reference columns come from data/reference.csv, this machine's from
    the run file, both for the profile and backend of this run (where there is
    no such reference: that of another profile, named). A run on embedded data,
    or with other weights, is a row of its own: it never stands beside a
    figure from other data or weights.
    """
    rows = [row for row in standings() if row.lesson <= lesson]
    return Leaderboard(rows, lesson, settings.profile())


def costs(data):
    """Return what the course's methods cost on `data`, and what they reach.

    A list of (lesson's number, method, seconds, accuracy) in reading order,
    means of data/reference.csv from the cpu profile on TensorFlow; results
    with others' weights count, methods without both references do not.
    """
    found = []
    for entry in reference.board():
        rows = [
            reference.find(
                entry.lesson,
                metric,
                data=entry.data,
                profile="cpu",
                backend="tensorflow",
            )
            for metric in (entry.metric, entry.seconds_metric)
        ]
        if entry.data.partition(", ")[0] == data and all(rows):
            accuracy, seconds_there = (row.mean for row in rows)
            number = int(entry.lesson[:2])
            found.append((number, entry.label, seconds_there, accuracy))
    return found


def standings():
    """Return every row of the leaderboard as a list of Standing."""
    profile, backend = settings.profile(), runs.backend()
    latest = {}  # (lesson, metric, data) -> (place in the file, value)
    for place, line in enumerate(runs.read()):
        if (line.get("profile"), line.get("backend")) == (profile, backend):
            for data in _parts(line["metric"], line.get("data")):
                key = (line.get("lesson"), line["metric"], data)
                latest[key] = (place, line.get("value"))
    references = {
        row._replace(data=data).key: row
        for row in reference.rows()
        for data in _parts(row.metric, row.data)
    }

    def published(lesson, metric, data, others=("cpu", "gpu")):
        """Return the row of this profile, or else that of one of `others`."""
        for candidate in dict.fromkeys((profile, *others)):
            key = (lesson, metric, data, candidate, backend)
            if key in references:
                return references[key]
        return None

    def standing(entry, data, others):
        key, cost = (entry.lesson, entry.metric), entry.seconds_metric
        _, value = latest.get((*key, data), (None, None))
        _, spent = latest.get((entry.lesson, cost, data), (None, None))
        return Standing(
            entry.lesson,
            entry.label,
            data,
            published(*key, data, others),
            value,
            spent,
            published(entry.lesson, cost, data, others) if cost else None,
        )

    found = []
    for entry in reference.board():
        found.append(standing(entry, entry.data, ("cpu", "gpu")))
        places = {
            data: latest.get((entry.lesson, entry.metric, data), (-1, None))[0]
            for data in (entry.data, *reference.stand_ins(entry.data))
        }
        newest = max(places, key=places.get)
        if places[newest] > places[entry.data]:
            found.append(standing(entry, newest, ()))
    return found


def _parts(metric, data):
    """Return the data sets of a measurement: a whole run may use several."""
    whole_run = metric in reference.COST_METRICS
    return data.split(reference.AND) if whole_run and data else [data]


def percent(share):
    """Return a share as percent with two decimals and no sign."""
    return f"{100 * share:.2f}"


def seconds(value):
    """Return a duration in seconds with as many digits as it deserves."""
    return f"{value:.2f}" if value < 10 else f"{value:,.0f}"


def _html_row(cells, tag):
    return "<tr>" + "".join(f"<{tag}>{c}</{tag}>" for c in cells) + "</tr>"
