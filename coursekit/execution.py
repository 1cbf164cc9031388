"""Execute a notebook in a fresh kernel: time, memory, the first error."""

import contextlib
import copy
import os
import re
import tempfile
import threading
import time
from dataclasses import dataclass

import ipykernel.kernelspec
import psutil
from jupyter_client import AsyncKernelManager
from jupyter_client.kernelspec import KernelSpecManager
from nbclient import NotebookClient
from nbclient.exceptions import (
    CellExecutionError,
    CellTimeoutError,
    DeadKernelError,
)
from nbformat import NotebookNode

from coursekit import UserError

CELL_TIMEOUT = {"smoke": 120, "cpu": 1500, "gpu": 3600}  # seconds
QUIET = {  # the same outputs from every terminal
    "COLUMNS": "100",
    "JUPYTER_COLUMNS": None,
    "MPLBACKEND": None,  # ipykernel then draws in the notebook
    "PYTEST_CURRENT_TEST": "ref",  # ipykernel then leaves the C++ log alone
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "1",  # off, training is about twice as slow
}


@dataclass(frozen=True)
class Failure:
    """Why an execution stopped; code cells are counted from 1."""

    cell: int
    line: str
    error: str


@dataclass(frozen=True)
class Execution:
    """What an execution left: a notebook, its cost and perhaps a failure."""

    notebook: NotebookNode
    seconds: float
    peak_memory_gb: float  # 10**9 bytes, kernel and its children
    cell_seconds: list
    failure: Failure | None


class _ThisPython(KernelSpecManager):
    """Start kernels with the Python that runs now, whatever is installed."""

    def get_kernel_spec(self, kernel_name):
        return self.kernel_spec_class(
            resource_dir=ipykernel.kernelspec.RESOURCES,
            **ipykernel.kernelspec.get_kernel_dict(),
        )


class _MemoryPeak(threading.Thread):
    """Sample the memory of a process and its children until stopped."""

    def __init__(self, pid, interval=0.1):
        super().__init__(daemon=True)
        self.peak = 0
        self._process = psutil.Process(pid)
        self._interval = interval
        self._stopped = threading.Event()

    def run(self):
        children, looked = [], 0.0
        while True:
            if time.monotonic() - looked > 1:  # listing processes is slow
                children, looked = self._children(), time.monotonic()
            family = [self._process, *children]
            self.peak = max(self.peak, sum(map(_resident, family)))
            if self._stopped.wait(self._interval):
                return

    def stop(self):
        """End the sampling and return the peak in bytes."""
        self._stopped.set()
        self.join()
        return self.peak

    def _children(self):
        try:
            return self._process.children(recursive=True)
        except psutil.Error:
            return []


def execute(nb, *, profile, cwd, on_cell=None, environment=None):
    """Run the code cells of a copy of `nb` in a fresh kernel.

    The kernel runs this Python in the folder `cwd`. `environment` holds what
    changes in its environment; None removes a variable. `on_cell(number, of,
    line, seconds)` is called before each code cell, with seconds None, and
    after it. The first error ends the run; nothing is raised for it. Seconds
    include the start of the kernel. Raises UserError when no kernel starts.
    """
    nb = _without_outputs(nb)
    code = [
        (index, cell)
        for index, cell in enumerate(nb.cells)
        if cell.cell_type == "code"
    ]
    changes = {**QUIET, "COURSE_PROFILE": profile, **(environment or {})}
    env = {**os.environ, **changes}
    env = {name: text for name, text in env.items() if text is not None}
    report = on_cell or (lambda *_: None)
    spent, failure, peak = [], None, 0
    start = time.perf_counter()
    client = NotebookClient(
        nb,
        km=AsyncKernelManager(kernel_spec_manager=_ThisPython()),
        timeout=CELL_TIMEOUT[profile],
        coalesce_streams=True,
        record_timing=False,
        store_widget_state=False,
    )
    client.reset_execution_trackers()
    with tempfile.TemporaryFile() as log, contextlib.ExitStack() as stack:
        kernel = client.setup_kernel(
            cwd=str(cwd), env=env, stdout=log, stderr=log, cleanup_kc=True
        )
        try:
            stack.enter_context(kernel)
        except RuntimeError as error:
            raise UserError(_not_started(error, log)) from error
        memory = _MemoryPeak(client.km.provisioner.pid)
        memory.start()
        try:
            for number, (index, cell) in enumerate(code, start=1):
                line = first_line(cell)
                report(number, len(code), line, None)
                began = time.perf_counter()
                try:
                    client.execute_cell(cell, index)
                except _ERRORS as error:
                    text = _described(error, CELL_TIMEOUT[profile], log)
                    failure = Failure(number, line, text)
                spent.append(time.perf_counter() - began)
                report(number, len(code), line, spent[-1])
                if failure:
                    break
        finally:
            peak = memory.stop()
    seconds = time.perf_counter() - start
    return Execution(nb, seconds, peak / 1e9, spent, failure)


def first_line(cell):
    """Return the first line of a cell that says something, for a reader."""
    lines = (line.strip() for line in cell.source.splitlines())
    return next((line for line in lines if line), "(empty)")


_ERRORS = (CellExecutionError, CellTimeoutError, DeadKernelError)


def _without_outputs(nb):
    nb = copy.deepcopy(nb)
    for cell in nb.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    return nb


def _resident(process):
    try:
        return process.memory_info().rss
    except psutil.Error:  # it has ended
        return 0


def _described(error, timeout, log):
    """Return an error as plain text: what, and what the kernel said last."""
    if isinstance(error, CellTimeoutError):
        return f"The cell ran longer than {timeout} seconds."
    if isinstance(error, DeadKernelError):
        text = "The kernel died: out of memory, or a crash in a library."
        return "\n".join([text, *_last_lines(log)])
    message = re.sub(r"\x1b\[[0-9;]*m", "", error.evalue)
    return f"{error.ename}: {message}".rstrip(": ")


def _not_started(error, log):
    """Return why no kernel answered: what, its last words, the way out."""
    return "\n".join(
        [
            f"The notebook's kernel did not start: {error}.",
            *_last_lines(log),
            "Try again when the machine is less busy; course doctor shows "
            "what is wrong with packages and memory.",
        ]
    )


def _last_lines(log):
    """Return the last lines the kernel wrote outside of cells, at most 5."""
    log.seek(0)
    said = log.read().decode("utf-8", "replace").splitlines()
    return [line for line in said if not line.startswith("[IPKernelApp]")][-5:]
