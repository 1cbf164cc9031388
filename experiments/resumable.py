"""Run an experiment row by row and seed by seed; what is done stays done."""

import argparse
import json

from coursekit import bands, calibrate
from utils import data, runs, settings

SEEDS = 3


def main(description, rows, measure, *, lesson, file, on=None):
    """Run what is missing of an experiment, as the command asks.

    `rows` is {name: options}; `measure(row, seed, epochs)` returns its metrics
    as {name: value}, with the row's own number of epochs where `epochs` is
    None. A finished run is one line of data/`file`. A row that has its SEEDS
    goes into data/reference.csv under `lesson`, its metrics as row_name, its
    data as `on(row)` names it: CIFAR-10 unless given.
    """
    wanted = _read(description, rows)
    path = settings.project_root() / "data" / file
    if wanted.list:
        found = stored(path)
        for row, options in rows.items():
            seeds = sorted(key[1:] for key in found if key[0] == row)
            print(f"{row:16} {options or 'as it is'}, {seeds or 'no runs'}")
        return
    _, _, test = data.load_cifar10()
    if test.name != "CIFAR-10":
        raise SystemExit(f"CIFAR-10 is needed, and this is {test.name}.")
    todo = [(row, seed) for seed in range(wanted.seeds) for row in wanted.only]
    for row, seed in todo:
        where = on(row) if on else "CIFAR-10"
        # read anew each time: another process may have done it by now
        if (row, where, seed) in stored(path) and not wanted.epochs:
            continue
        metrics = measure(row, seed, wanted.epochs)
        shown = {name: round(value, 4) for name, value in metrics.items()}
        print(row, seed, shown, flush=True)
        if not wanted.epochs and (row, where, seed) not in stored(path):
            line = json.dumps(_line(row, seed, metrics, lesson, where))
            with path.open("a", encoding="utf-8") as lines:
                lines.write(line + "\n")
    if not wanted.epochs:
        write_rows(rows, stored(path))


def stored(path):
    """Return {(row, name of its data, seed): line} of the finished runs."""
    if not path.is_file():
        return {}
    lines = map(json.loads, path.read_text("utf-8").splitlines())
    return {
        (line["row"], line["metrics"][0][1], line["seed"]): line
        for line in lines
    }


def write_rows(rows, found):
    """Put every row that has its seeds into data/reference.csv."""
    new = []
    runs_of = {}
    for (row, where, _), line in found.items():
        runs_of.setdefault((row, where), []).append(line)
    for (row, _), lines in runs_of.items():
        if row in rows and len(lines) >= SEEDS:
            new += bands.summarise(lines)
    if new:
        bands.replace_rows(new)
    return new


def _read(description, rows):
    parser = argparse.ArgumentParser(
        description=description,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--list", action="store_true", help="what is stored")
    parser.add_argument("--only", nargs="+", choices=rows, default=list(rows))
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--epochs", type=int, help="a trial: nothing is stored")
    return parser.parse_args()


def _line(row, seed, metrics, lesson, where):
    named = [[f"{row}_{name}", where, v] for name, v in metrics.items()]
    versions = runs.versions().items()
    return {
        "row": row,
        "seed": seed,
        "lesson": lesson,
        "profile": "cpu",
        "backend": runs.backend(),
        "metrics": named,
        "hardware": calibrate.hardware("cpu"),
        "versions": "; ".join(f"{name} {value}" for name, value in versions),
    }
