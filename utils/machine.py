"""What this machine offers a lesson: Python, packages, hardware, data.

Looks and reports, changes nothing, and never imports Keras or TensorFlow, so
that it answers at once and also where these are broken.
"""

import os
import platform
import re
import shutil
import subprocess
import sys
from pathlib import Path

import psutil

from utils import downloads, manifest, packages, runs, settings
from utils.facts import Fact, Summary

PYTHONS = ((3, 11), (3, 14))  # from, up to but not including
MEMORY_GB = 4  # the most that a lesson takes in the cpu profile
DISK_GB = 2  # the data sets, their archives and their converted copies


def summary():
    """Return every fact about this machine as a Summary."""
    return Summary(
        [
            python_fact(),
            *packages.facts(),
            *hardware_facts(),
            *setting_facts(),
            *data_facts(),
        ]
    )


def python_fact():
    """Say which Python this is and whether the course runs on it."""
    here = sys.version_info[:2]
    inside = PYTHONS[0] <= here < PYTHONS[1]
    system = f"{platform.system()} {platform.machine()}"
    text = f"{platform.python_version()} on {system}"
    if inside:
        return Fact("Python", text)
    return Fact(
        "Python",
        f"{text}; the course needs 3.11, 3.12 or 3.13",
        "problem",
        f"install one of them, then `{settings.command('doctor')}`",
    )


def hardware_facts():
    """Report processor, graphics processors, memory and disk."""
    facts = [Fact("Processor", f"{processor()}, {cores()} cores")]
    cards = graphics_cards()
    facts.append(Fact("Graphics", ", ".join(cards) or "no NVIDIA card seen"))
    memory = psutil.virtual_memory()
    total, free = memory.total / 1e9, memory.available / 1e9
    limit = Path("/sys/fs/cgroup/memory.max")
    if limit.is_file() and limit.read_text().strip().isdigit():
        total = min(total, int(limit.read_text()) / 1e9)
        free = min(free, total)
    text = f"{free:.1f} GB free of {total:.1f} GB"
    if total < MEMORY_GB:
        facts.append(
            Fact(
                "Memory",
                f"{text}; lessons take up to {MEMORY_GB} GB",
                "problem",
                "set COURSE_PROFILE=smoke, which needs less",
            )
        )
    elif free < MEMORY_GB:
        text += f"; lessons take up to {MEMORY_GB} GB"
        facts.append(Fact("Memory", text, "note", "close other programs"))
    else:
        facts.append(Fact("Memory", text))
    free = shutil.disk_usage(settings.project_root()).free / 1e9
    text = f"{free:.1f} GB free"
    if free < DISK_GB:
        text += f"; data sets and their copies take up to {DISK_GB} GB"
        state = "problem" if free < DISK_GB / 10 else "note"
        facts.append(Fact("Disk", text, state, "free some space"))
    else:
        facts.append(Fact("Disk", text))
    return facts


def cores():
    """Return how many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):  # fewer in a container
        return len(os.sched_getaffinity(0))
    return os.cpu_count()


def processor():
    """Return the processor's name as its maker prints it, where known."""
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        found = re.search(r"model name\s*: (.+)", cpuinfo.read_text("utf-8"))
        if found:
            return found[1].strip()
    return platform.processor() or platform.machine()


def graphics_cards():
    """Return the names of the NVIDIA cards that the driver lists."""
    try:
        listed = subprocess.run(
            ["nvidia-smi", "--query-gpu=name,memory.total", "--format=csv"],
            capture_output=True,
            text=True,
            timeout=10,
            check=True,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return []
    return [line.strip() for line in listed.splitlines()[1:] if line.strip()]


def setting_facts():
    """Report profile, backend and workspace, and what is wrong with them."""
    try:
        facts = [Fact("Profile", settings.profile())]
    except ValueError as error:
        facts = [Fact("Profile", str(error), "problem", "unset COURSE_PROFILE")]
    name = runs.backend()
    if name == "tensorflow":
        facts.append(Fact("Backend", name))
    elif name in ("jax", "torch"):
        text = f"{name}; the course promises its figures for tensorflow"
        facts.append(Fact("Backend", text, "note", "unset KERAS_BACKEND"))
    else:
        text = f"{name!r} is no backend that the lessons run on"
        facts.append(Fact("Backend", text, "problem", "unset KERAS_BACKEND"))
    folder = settings.workspace()
    above = next(f for f in (folder, *folder.parents) if f.exists())
    if not os.access(above, os.W_OK) or not above.is_dir():
        text = f"{short(folder)} cannot be written"
        mend = f"`{settings.command('lab --workspace FOLDER')}`"
        facts.append(Fact("Workspace", text, "problem", mend))
    else:
        first = f", made by the first `{settings.command('lab')}`"
        when = "" if folder.exists() else first
        facts.append(Fact("Workspace", f"{short(folder)}{when}"))
    return facts


def data_facts():
    """Report each data set and weight file as utils.downloads finds it.

    Missing data is only a note: lessons then run on the embedded data.
    """
    try:
        return [data_fact(status) for status in downloads.status()]
    except manifest.DataError as error:
        return [Fact("Data", str(error), "problem")]


def data_fact(status):
    """Turn one utils.downloads.Status into a Fact."""
    missing = status.state == "missing" and status.kind != "folder"
    state = "ok" if status.state == "ok" else "problem"
    text = status.detail
    if status.where and status.state == "ok":
        text = f"{short(status.where)}, {text}"
    if missing:
        state = "note"
        if status.kind == "data set":
            text += "; lessons use the embedded data instead"
    return Fact(status.name, text, state, status.mend)


def short(path):
    """Return a path as seen from the project's root, "/" between its parts.

    Keeps the folders above the project, a reader's name among them, out of
    reports and stored outputs: of a path elsewhere only the end is shown.
    """
    root = settings.project_root()
    path = Path(path).resolve()
    if path.is_relative_to(root):
        return path.relative_to(root).as_posix()
    if path.is_relative_to(root.parent):
        return f"../{path.relative_to(root.parent).as_posix()}"
    return "/".join(["…", *path.parts[-2:]])
