"""`course calibrate`: run a lesson with several seeds, store its bands."""

import hashlib
import platform

from rich.console import Console
from rich.table import Table

from coursekit import UserError, bands, notebooks, run
from utils import machine, reference, runs

SAME_RUN = ("source", "hardware", "versions")


def main(lesson, *, seeds, profile=None):
    """Calibrate a lesson and rewrite its reference rows; return exit code.

    Runs it with the seeds 0 to `seeds` - 1, except for those whose run is
    stored under build/calibrate/ from the same code, machine and versions. A
    failing cell is exit code 1 and changes no reference.
    """
    if seeds < 2:
        raise UserError(
            f"--seeds is {seeds}, but a spread needs at least 2 runs. "
            "Take 5, or 3 where a run takes longer than 4 minutes."
        )
    path = notebooks.find(lesson)
    profile = run.named_profile(profile)
    console = Console()
    here = {
        "source": source_hash(notebooks.read(path)),
        "hardware": hardware(profile),
        "versions": _text(runs.versions()),
    }
    name = f"{path.stem}-{profile}-{runs.backend()}"
    store = run.build_folder("calibrate") / f"{name}.jsonl"
    stored = usable(store, here, console)
    for seed in range(seeds):
        if seed in stored:
            run.tell(console, f"seed {seed}: stored on {stored[seed]['time']}")
            continue
        run.tell(console, f"seed {seed} of 0 … {seeds - 1}", style="bold")
        failed = _run_seed(path, seed, profile, here, store, console)
        if failed:
            return 1
    stored = usable(store, here, None)
    rows = bands.summarise([stored[seed] for seed in range(seeds)])
    bands.replace_rows(rows)
    console.print(_table(rows))
    return 0


def source_hash(nb):
    """Return the SHA-256 of the code cells that can change a measurement.

    Exercise cells are left out: nothing in a lesson depends on them.
    """
    code = [
        cell.source
        for cell in nb.cells
        if cell.cell_type == "code" and "nbgrader" not in cell.metadata
    ]
    return hashlib.sha256("\0".join(code).encode()).hexdigest()


def hardware(profile):
    """Return this machine in words; in the gpu profile the GPU comes first."""
    processor, cores = machine.processor(), machine.cores()
    here = f"{processor}, {cores} cores, {platform.system()}"
    if profile == "gpu":
        cards = " + ".join(machine.graphics_cards()) or "no GPU seen"
        here = f"{cards}; {here}"
    return here


def usable(store, here, console):
    """Return {seed: stored run} of the runs that were made as `here` says.

    Says on `console`, unless None, how many are not used, and why.
    """
    found, stale = {}, {}
    for line in runs.read(store, field="metrics"):
        changed = [name for name in SAME_RUN if line[name] != here[name]]
        if changed:
            reason = " and ".join(changed)
            stale[reason] = stale.get(reason, 0) + 1
        else:
            found[line["seed"]] = line
    if console is not None:
        for reason, count in stale.items():
            run.tell(
                console,
                f"Not used: {count} stored run(s), because the {reason} "
                "changed since.",
                style="yellow",
            )
    return found


def _run_seed(path, seed, profile, here, store, console):
    """Run one seed and store its line; return whether it failed."""
    scratch = store.with_name(f"{store.stem}-seed{seed}.jsonl")
    scratch.unlink(missing_ok=True)
    done = run.run_lesson(
        path,
        profile=profile,
        console=console,
        environment={
            "COURSE_SEED": str(seed),
            "COURSE_CHECK": None,  # the bands are what is being made
            "COURSE_REQUIRE_REAL": None if profile == "smoke" else "1",
        },
        run_file=scratch,
    )
    if done.execution.failure:
        copy = store.with_name(f"{store.stem}-seed{seed}.ipynb")
        notebooks.write(copy, done.execution.notebook)
        run.tell_failure(console, path, done.execution.failure, copy)
        return True
    if source_hash(notebooks.read(path)) != here["source"]:
        raise UserError(
            f"{path} was changed while it ran: this run is not stored. Run "
            "the same command again."
        )
    metrics = [[m["metric"], m["data"], m["value"]] for m in done.lines]
    _refuse_twice(metrics)
    last = done.lines[-1]
    fields = ("time", "lesson", "profile", "backend")
    line = {field: last[field] for field in fields}
    line |= {"seed": seed, "metrics": metrics, **here}
    runs.append(line, store)
    scratch.unlink(missing_ok=True)
    run.tell(console, f"seed {seed}: {run.cost(done.execution)}")
    return False


def _refuse_twice(metrics):
    """Raise UserError when a run recorded one metric twice."""
    seen = set()
    for metric, data, _ in metrics:
        if (metric, data) in seen:
            raise UserError(
                f"{metric} on {data} is recorded twice in one run. Give the "
                "two measurements two names."
            )
        seen.add((metric, data))


def _text(versions):
    return "; ".join(f"{name} {text}" for name, text in versions.items())


def _table(rows):
    table = Table(title=f"{rows[0].lesson}, {rows[0].profile} profile")
    for heading in ("metric", "data", "mean", "sd", "band"):
        table.add_column(heading)
    for row in rows:
        limits = (row.low, row.high)
        table.add_row(
            row.metric,
            row.data,
            reference.shown(row.mean),
            reference.shown(row.sd),
            "—"
            if row.low is None
            else " to ".join(map("{:.6g}".format, limits)),
        )
    return table
