"""`course refresh`: execute lessons on real data and store their outputs."""

import base64
import io
import math
import re

import nbformat
from PIL import Image
from rich.console import Console

from coursekit import UserError, notebooks, run
from coursekit.saving import WIDGET
from utils import reference

PROFILE = "cpu"
LARGE = 10**6  # bytes: more than this opens slowly on GitHub
SHORT = 5 * 60  # seconds: lessons up to this are also tested on real data
COLOURS = 256  # of a stored figure
COST = re.compile(r"(<!-- cost -->).*?(<!-- /cost -->)", re.DOTALL)
TENSORFLOW_LOG = re.compile(
    r"^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+: [IWEF] "  # TensorFlow's own
    r"|[IWEF]0000 00:00:\d+"  # absl before its start
    r"|WARNING: All log messages before absl"
    r"|To enable the following instructions)"
)


def main(lessons):
    """Execute each lesson and store its outputs; return the exit code.

    `lessons` are names, or "all". A lesson in which a cell fails is left as
    it was (exit code 1) and the others still run.
    """
    if not lessons:
        raise UserError("Name the lessons to refresh, or `all`.")
    named = notebooks.lessons() if lessons == ["all"] else lessons
    paths = [notebooks.find(name) for name in named]
    console = Console()
    return max([refresh(path, console) for path in paths], default=0)


def refresh(path, console):
    """Execute one lesson and store its outputs in place; return the exit code.

    Real data is required; bands are checked where the lesson has any. The
    failed copy is kept under build/refresh/.
    """
    source = path.read_bytes()
    run.tell(console, f"{path.stem}, {PROFILE} profile", style="bold")
    known = any(
        (row.lesson, row.profile) == (path.stem, PROFILE)
        for row in reference.rows()
    )
    done = run.run_lesson(
        path,
        profile=PROFILE,
        console=console,
        environment={
            "COURSE_CHECK": "1" if known else None,
            "COURSE_REQUIRE_REAL": "1",
            "COURSE_SEED": None,
            "KERAS_BACKEND": "tensorflow",
        },
    )
    copy = run.build_folder("refresh") / path.name
    if done.execution.failure:
        notebooks.write(copy, done.execution.notebook)
        run.tell_failure(console, path, done.execution.failure, copy)
        run.tell(console, f"{path} was left as it was.")
        return 1
    nb = clean(done.execution.notebook)
    warnings = [*_kept_errors(nb), *put_cost(nb, done.execution)]
    nbformat.validate(nb)
    if path.read_bytes() != source:
        notebooks.write(copy, nb)
        raise UserError(
            f"{path} was changed while it ran, so nothing was stored there. "
            f"The outputs are in {copy}; refresh the lesson again."
        )
    notebooks.write(path, nb)
    size = path.stat().st_size
    if size > LARGE:
        warnings.append(f"it is {size / 1e6:.1f} MB; the limit is 1 MB")
    for warning in warnings:
        run.tell(console, f"{path.name}: {warning}", style="yellow")
    run.tell(console, f"Stored {path}: {run.cost(done.execution)}")
    return 0


def clean(nb):
    """Remove from an executed notebook, in place, what must not be stored.

    That is widget views and state, execution times, TensorFlow's log and the
    version of this Python; execution counts become 1 to n. Returns `nb`.
    """
    nb.metadata.pop("widgets", None)
    nb.metadata.get("language_info", {}).pop("version", None)
    number = 0
    for cell in nb.cells:
        cell.metadata.pop("execution", None)
        if cell.cell_type != "code":
            continue
        if cell.execution_count is not None:
            number += 1
            cell.execution_count = number
        cell.outputs = [kept for o in cell.outputs if (kept := _kept(o))]
        for output in cell.outputs:
            if output.output_type == "execute_result":
                output.execution_count = cell.execution_count
    return nb


def put_cost(nb, execution):
    """Write the measured cost into the header line and the metadata.

    Changes `nb` in place; returns a warning if there is no header line.
    """
    minutes = max(1, math.ceil(execution.seconds / 60))
    unit = "minute" if minutes == 1 else "minutes"
    memory = round(execution.peak_memory_gb, 1)
    nb.metadata.setdefault("course", {}).update(
        minutes=round(execution.seconds / 60, 1),
        memory_gb=memory,
        short=execution.seconds <= SHORT,
    )
    for cell in nb.cells:
        if cell.cell_type == "markdown" and COST.search(cell.source):
            text = rf"\g<1>{minutes} {unit}, {memory:.1f} GB\g<2>"
            cell.source = COST.sub(text, cell.source, count=1)
            return []
    return ["no `<!-- cost --><!-- /cost -->` in its header to fill"]


def _kept(output):
    """Return an output as it is stored, or None if nothing of it is."""
    if output.output_type == "stream" and output.name == "stderr":
        lines = output.text.splitlines(keepends=True)
        rest = [line for line in lines if not TENSORFLOW_LOG.match(line)]
        output.text = "".join(rest)
        return output if output.text.strip() else None
    bundle = output.get("data", {})
    if bundle.pop(WIDGET, None) is not None and set(bundle) <= {"text/plain"}:
        return None  # the text is only the widget's repr
    if "image/png" in bundle:
        bundle["image/png"] = small_png(bundle["image/png"])
    return output


def small_png(encoded):
    """Return a base64 PNG with at most 256 colours: a third of the bytes.

    The notebook must stay below 1 MB. A picture that would not get smaller
    comes back as it was.
    """
    with Image.open(io.BytesIO(base64.b64decode(encoded))) as picture:
        few = picture.convert("RGB").quantize(
            COLOURS,
            Image.Quantize.MEDIANCUT,
            kmeans=1,
            dither=Image.Dither.NONE,
        )
    buffer = io.BytesIO()
    few.save(buffer, format="PNG", optimize=True)
    smaller = base64.b64encode(buffer.getvalue()).decode("ascii")
    return smaller if len(smaller) < len(encoded) else encoded


def _kept_errors(nb):
    """Return a warning for each cell that still has something on stderr."""
    code = [cell for cell in nb.cells if cell.cell_type == "code"]
    return [
        f"code cell {number} leaves a message on stderr: {o.text[:80].strip()}"
        for number, cell in enumerate(code, start=1)
        for o in cell.outputs
        if o.get("name") == "stderr"
    ]
