"""`course report`: the leaderboard and the costs, printed and drawn."""

import html

from rich import box
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from coursekit import charts, notebooks, run
from utils import leaderboard, reference, runs, settings

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Results</title><style>
body {{ font: 16px/1.5 system-ui, sans-serif; max-width: 64rem;
  margin: 2rem auto; padding: 0 1rem; color: #222; }}
table {{ border-collapse: collapse; margin: 1rem 0 2rem; }}
caption {{ text-align: left; font-weight: 600; padding: 0.4rem 0; }}
th, td {{ padding: 0.3rem 0.8rem; border-bottom: 1px solid #ddd;
  text-align: left; font-variant-numeric: tabular-nums; }}
img {{ max-width: 100%; }}
</style></head><body><h1>Results</h1>
{body}</body></html>
"""


def main(*, out=None):
    """Print the tables and write report.png and report.html; return 0.

    The files go to the folder `out`, or to build/report/. Shown is the
    profile and backend of this environment.
    """
    console = Console()
    if not console.is_terminal:  # a file or a log may be wide
        console.width = max(console.width, 140)
    folder = out or run.build_folder("report")
    standings = leaderboard.standings()
    tables = [
        ("Leaderboard", *_leaderboard(standings)),
        ("Costs of a whole lesson", *_costs()),
        ("All references", *_references()),
    ]
    for title, headings, rows in tables:
        console.print(_rich(title, headings, rows))
    body = "".join(_html(*table) for table in tables)
    heading = f"Results, {settings.profile()} profile, {runs.backend()}"
    figure = charts.draw(standings, costs(), heading)
    if figure is None:
        run.tell(
            console,
            "No reference and no run in this profile yet, so there is no "
            f"picture. Start with `{settings.command('run 02')}`.",
        )
    else:
        picture = folder / "report.png"
        charts.save(figure, picture)
        body = f'<img src="report.png" alt="The tables below, drawn">{body}'
        run.tell(console, f"Picture: {picture}")
    page = folder / "report.html"
    notebooks.write_text(page, PAGE.format(body=body))
    run.tell(console, f"Page: {page}")
    return 0


def costs():
    """Return {lesson: {metric: (mean, sd, latest)}} for whole lessons.

    All for the profile and backend of this environment and real data (in
    the smoke profile: embedded); what is not known is None.
    """
    wanted = (settings.profile(), runs.backend())
    found = {}

    def entry(lesson, metric):
        known = found.setdefault(lesson, {})
        return known.setdefault(metric, [None, None, None])

    for row in reference.rows():
        if _is_cost_of(wanted, row._asdict()):
            entry(row.lesson, row.metric)[:2] = [row.mean, row.sd]
    for line in runs.read():
        if _is_cost_of(wanted, line):
            entry(line["lesson"], line["metric"])[2] = line["value"]
    return dict(sorted(found.items()))


def _is_cost_of(wanted, row):
    """Say whether a row is a cost that stands beside the wanted ones."""
    embedded = any(map(reference.is_embedded, row["data"].split(reference.AND)))
    return (
        row["metric"] in reference.COST_METRICS
        and (row["profile"], row["backend"]) == wanted
        and (not embedded or row["profile"] == "smoke")
    )


def _leaderboard(standings):
    board = leaderboard.Leaderboard(standings, None, settings.profile())
    headings = ("Lesson", *leaderboard.HEADINGS)
    return headings, [
        (row.lesson, *cells)
        for row, cells in zip(standings, board.cells(), strict=True)
    ]


def _costs():
    headings = (
        "Lesson",
        "Seconds, reference",
        "This machine",
        "Peak memory in GB, reference",
        "This machine",
    )
    rows = []
    for lesson, known in costs().items():
        cells = [lesson]
        for metric in reference.COST_METRICS:
            mean, sd, latest = known.get(metric, (None, None, None))
            digits = 1 if metric == "seconds" else 2
            spread = "—"
            if mean is not None:
                spread = f"{mean:,.{digits}f} ± {sd:,.{digits}f}"
            here = "—" if latest is None else f"{latest:,.{digits}f}"
            cells += [spread, here]
        rows.append(cells)
    return headings, rows


def _references():
    """Return every reference beside the latest comparable run."""
    latest = {
        tuple(line[name] for name in reference.Reference._fields[:5]): line
        for line in runs.read()
    }
    headings = (
        "Lesson",
        "Metric",
        "Data",
        "Profile",
        "Backend",
        "Seeds",
        "Mean ± sd",
        "Band",
        "This machine",
    )
    rows = []
    for row in reference.rows():
        line = latest.get(row.key)
        rows.append(
            (
                *row.key,
                str(row.seeds),
                f"{reference.shown(row.mean)} ± {reference.shown(row.sd)}",
                "—" if row.low is None else f"{row.low:.6g} to {row.high:.6g}",
                "—" if line is None else _verdict(line["value"], row),
            )
        )
    return headings, rows


def _verdict(value, row):
    text = reference.shown(value)
    if row.low is None:
        return text
    return f"{text} {'inside' if row.low <= value <= row.high else 'OUTSIDE'}"


def _rich(title, headings, rows):
    table = Table(title=title, title_justify="left", box=box.SIMPLE_HEAD)
    for heading in headings:
        table.add_column(heading)
    for row in rows:
        table.add_row(*map(escape, row))
    return table if rows else f"{escape(title)}: nothing yet"


def _html(title, headings, rows):
    def line(cells, tag):
        inside = "".join(f"<{tag}>{html.escape(c)}</{tag}>" for c in cells)
        return f"<tr>{inside}</tr>"

    body = "".join(line(row, "td") for row in rows)
    return (
        f"<table><caption>{html.escape(title)}</caption>"
        f"{line(headings, 'th')}{body}</table>\n"
    )
