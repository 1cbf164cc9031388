"""`course fetch`: download data sets and weights ahead of a lesson."""

from rich.console import Console
from rich.markup import escape

from coursekit import UserError
from utils import downloads, machine, manifest, settings

GROUPS = {"all": None, "weights": "weights"}  # name -> kind, None for any


def main(names):
    """Fetch what is named; return 0 when all of it is there afterwards.

    "all", or no name, stands for every data set and weight file, "weights"
    for the weight files; those that nobody offers for download are named and
    do not count as failed. Raises UserError for an unknown name, before
    anything is downloaded.
    """
    console = Console(highlight=False, soft_wrap=True)
    try:
        entries = manifest.load()
    except manifest.DataError as error:
        raise UserError(str(error)) from error
    failed = []
    for name in chosen(names, entries):
        entry = entries[name]
        try:
            path = downloads.fetch(name)
        except manifest.DataError as error:
            if name not in names and not entry.urls:
                console.print(f"• {name}: {escape(str(error))}")
                continue
            failed.append(name)
            console.print(f"[red]✘[/] {name}: {escape(str(error))}")
        else:
            where = escape(machine.short(path))
            console.print(f"[green]✔[/] {name}: {where}")
    if failed:
        again = settings.command(f"fetch {' '.join(failed)}")
        console.print(f"Not fetched: {', '.join(failed)}. Again: `{again}`")
    return 1 if failed else 0


def chosen(names, entries):
    """Return the entries' names that the arguments stand for, each once.

    Raises UserError for a name that is neither an entry nor a group.
    """
    unknown = [n for n in names if n not in entries and n not in GROUPS]
    if unknown:
        raise UserError(
            f"No data set or weight file is called {', '.join(unknown)}. "
            f"The names are {', '.join([*entries, *GROUPS])}."
        )
    wanted = []
    for name in names or ["all"]:
        if name in GROUPS:
            kind = GROUPS[name]
            wanted += [n for n, e in entries.items() if kind in (None, e.kind)]
        else:
            wanted.append(name)
    return list(dict.fromkeys(wanted))
