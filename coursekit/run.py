"""`course run`: execute a lesson headless and keep the executed copy."""

from pathlib import Path
from typing import NamedTuple

from nbconvert import HTMLExporter
from rich.console import Console

from coursekit import UserError, notebooks
from coursekit.execution import Execution
from utils import featurecache, reference, runs, settings


class Run(NamedTuple):
    """An execution and the measurements that it recorded, costs included."""

    execution: Execution
    lines: list


def main(lesson, *, profile=None, html=False):
    """Execute a lesson and write the executed copy; return the exit code.

    The copy goes to build/run/, also when a cell failed (exit code 1).
    """
    path = notebooks.find(lesson)
    profile = named_profile(profile)
    console = Console()
    done = run_lesson(path, profile=profile, console=console)
    copy = build_folder("run") / path.name
    notebooks.write(copy, done.execution.notebook)
    if html:
        page = copy.with_suffix(".html")
        notebooks.write_text(page, as_html(done.execution.notebook, path))
        tell(console, f"HTML: {page}")
    if done.execution.failure:
        tell_failure(console, path, done.execution.failure, copy)
        return 1
    tell(
        console,
        f"{path.stem}, {profile} profile: {cost(done.execution)}\n"
        f"Executed copy: {copy}",
    )
    return 0


def run_lesson(path, *, profile, console, environment=None, run_file=None):
    """Execute a lesson in its own folder with a progress line per cell.

    What it records goes to `run_file` (the usual one unless given), followed,
    when no cell failed, by its own costs: `seconds` and `peak_memory_gb`.
    """
    run_file = Path(run_file or settings.run_file())
    featurecache.forget()  # the seconds are those of a first run
    before = len(runs.read(run_file))
    nb = notebooks.read(path)
    execution = notebooks.execute(
        nb,
        profile=profile,
        cwd=path.parent,
        on_cell=_progress(console),
        environment={
            **(environment or {}),
            "COURSE_RUN_FILE": str(run_file),  # the kernel's folder differs
        },
    )
    name = nb.metadata.get("course", {}).get("lesson", path.stem)
    lines = [
        line for line in runs.read(run_file)[before:] if line["lesson"] == name
    ]
    if execution.failure is None:
        lines += _store_costs(name, execution, lines, profile, run_file)
    return Run(execution, lines)


def named_profile(name):
    """Return the profile that was asked for, or that of the environment.

    Raises UserError for a name that is no profile.
    """
    if name is None:
        try:
            return settings.profile()
        except ValueError as error:
            raise UserError(str(error)) from error
    if name not in settings.PROFILES:
        raise UserError(
            f"There is no profile {name!r}. The profiles are "
            f"{', '.join(settings.PROFILES)}."
        )
    return name


def build_folder(name):
    """Return a folder for generated files, build/`name`."""
    return settings.project_root() / "build" / name


def as_html(nb, path):
    """Return an executed notebook as one HTML page, its pictures inside."""
    exporter = HTMLExporter(embed_images=True)
    metadata = {"name": path.stem, "path": str(path.parent)}
    page, _ = exporter.from_notebook_node(nb, {"metadata": metadata})
    return page


def cost(execution):
    """Return seconds and peak memory of an execution for a reader."""
    return (
        f"{execution.seconds:.1f} s, "
        f"peak memory {execution.peak_memory_gb:.2f} GB"
    )


def tell(console, text, style=None):
    """Print text as it is: no markup, no wrapping of paths."""
    console.print(
        text, style=style, markup=False, highlight=False, soft_wrap=True
    )


def tell_failure(console, path, failure, copy):
    """Print where a lesson stopped and why."""
    tell(
        console,
        f"{path.name} stopped in code cell {failure.cell}: {failure.line}",
        style="bold red",
    )
    tell(console, f"{failure.error}\nExecuted up to there: {copy}")


def _store_costs(name, execution, lines, profile, run_file):
    """Append the costs of a whole lesson; return their lines.

    Their data is every data set the lesson recorded something on, and
    "none" where it recorded nothing.
    """
    used = reference.AND.join(sorted({line["data"] for line in lines}))
    values = {
        "seconds": round(execution.seconds, 2),
        "peak_memory_gb": round(execution.peak_memory_gb, 3),
    }
    stored = []
    for metric, value in values.items():
        line = runs.line(
            name, metric, value, data=used or "none", profile=profile
        )
        if lines:  # the kernel knows better which backend and seed it had
            known = ("backend", "seed", "versions")
            line |= {field: lines[-1][field] for field in known}
        try:
            runs.append(line, run_file)
        except OSError as error:
            raise UserError(
                f"{run_file} cannot be written ({error}). Set COURSE_RUN_FILE "
                "to a file you may write."
            ) from error
        stored.append(line)
    return stored


def _progress(console):
    """Return an `on_cell` that prints one line for each cell."""

    def on_cell(number, of, line, seconds):
        place = f"[{number:>{len(str(of))}}/{of}]"
        time = f"{'…':>8}" if seconds is None else f"{seconds:6.1f} s"
        text = f"{place} {time}  {line[:55]:<55}"
        if seconds is not None:
            tell(console, text.rstrip() if not console.is_terminal else text)
        elif console.is_terminal:  # the finished line will replace this one
            console.print(
                text, markup=False, highlight=False, soft_wrap=True, end="\r"
            )

    return on_cell
