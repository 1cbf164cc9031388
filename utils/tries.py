"""Count the tries of an exercise and greet one that is still open.

IPython says when a cell has run. A check cell is one that calls
`checks.done("ID")`; when it fails, that was one try of the exercise ID.
"""

import linecache

from IPython import get_ipython

from utils import lessons, messages, progress

STILL_OPEN = (
    "○ {} is still open: its answer cell ends in NotImplementedError.\n"
    "  Write your code there in place of that line, run that cell, then this "
    "one again."
)
NOT_RUN = (
    "○ {} cannot be checked yet: `{}` is not defined.\n"
    "  Run the first two code cells of the lesson and the answer cell, then "
    "this one again."
)


def watch():
    """Ask IPython to report every cell; once is enough for a kernel."""
    shell = get_ipython()
    if shell is None:
        return
    for told in list(shell.events.callbacks["post_run_cell"]):
        if getattr(told, "counts_tries", False):  # of an earlier import
            shell.events.unregister("post_run_cell", told)
    shell.events.register("post_run_cell", count)
    if not shell.custom_exceptions:
        shell.set_custom_exc((NotImplementedError, NameError), explain)


def count(result):
    """Record one try for each exercise whose check cell has just failed."""
    if result is None or result.success:  # None: the cell was cancelled
        return
    error = result.error_in_exec or result.error_before_exec
    if is_open(error):
        return
    for id in lessons.ids_given(result.info.raw_cell or "", "done"):
        messages.note(progress.record_try(id))


count.counts_tries = True


def explain(shell, etype, error, trace, tb_offset=None):
    """Show an open or a missing answer in a check cell as a short message.

    IPython calls this in place of its own display, which follows here for
    every other cell. The error stays an error for whoever runs the notebook.
    """
    ids = _checked_in(trace)
    if isinstance(error, NameError):
        if not _ends_in_check(trace):  # a slip inside the answer: show it
            ids = []
        error.unsolved = bool(ids)
    if ids:
        said = NOT_RUN if isinstance(error, NameError) else STILL_OPEN
        name = getattr(error, "name", None)
        lines = said.format(" and ".join(ids), name).splitlines()
        error._render_traceback_ = lambda: lines
    shell.showtraceback((etype, error, trace), tb_offset=tb_offset)


def is_open(error):
    """Say whether an error means that nothing was answered yet."""
    return isinstance(error, NotImplementedError) or getattr(
        error, "unsolved", False
    )


def _ends_in_check(trace):
    """Say whether the innermost frame of a traceback is the check cell's."""
    while trace.tb_next is not None:
        trace = trace.tb_next
    return bool(_checked_in(trace))


def _checked_in(trace):
    """Return the ids of the check cell that a traceback comes from."""
    while trace is not None:  # IPython's own frame first, then the cell's
        lines = linecache.getlines(trace.tb_frame.f_code.co_filename)
        if ids := lessons.ids_given("".join(lines), "done"):
            return ids
        trace = trace.tb_next
    return []
