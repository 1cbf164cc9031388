"""The installed packages beside what uv.lock and pyproject.toml ask for."""

import importlib.metadata
import re
import sys
import tomllib
from pathlib import Path

from utils import settings
from utils.facts import Fact


def locked_versions(lock):
    """Return {package: set of versions} of a uv.lock, given as text.

    A package has several versions where the lock differs by platform.
    """
    versions = {}
    for package in tomllib.loads(lock).get("package", []):
        if "version" in package:
            versions.setdefault(package["name"], set()).add(package["version"])
    return versions


def facts():
    """Compare what is installed with uv.lock and pyproject.toml."""
    root = settings.project_root()
    if Path(sys.prefix).resolve().parent == root:
        again = settings.command("doctor")
        mend = f"delete {Path(sys.prefix).name}, then `{again}`"
    else:
        mend = "`python -m pip install -r requirements.txt -e .`"
    have = {
        _normal(package.metadata["Name"]): package.version
        for package in importlib.metadata.distributions()
        if package.metadata["Name"]
    }
    found = []
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    needed = [
        re.match(r"[\w.-]+", line)[0].lower()
        for line in project["project"]["dependencies"]
    ]
    flavours = [n for n in ("tensorflow", "tensorflow-cpu") if n in have]
    missing = [name for name in needed if name not in have]
    missing += [] if flavours else ["tensorflow"]
    if missing:
        text = f"not installed: {', '.join(missing)}"
        found.append(Fact("Packages", text, "problem", mend))
    if len(flavours) == 2:
        text = "tensorflow and tensorflow-cpu are both installed and collide"
        found.append(Fact("Packages", text, "problem", mend))
    lock = root / "uv.lock"
    if not lock.is_file():
        text = "uv.lock is missing, so versions were not compared"
        return [*found, Fact("Packages", text, "note")]
    locked = locked_versions(lock.read_text("utf-8"))
    shown = ", ".join(
        f"{name} {have[name]}"
        for name in (*flavours, "keras", "numpy", "jupyterlab")
        if name in have
    )
    differing = [
        f"{name} {version} (locked: {' or '.join(sorted(locked[name]))})"
        for name, version in sorted(have.items())
        if name in locked and version not in locked[name]
    ]
    if differing:
        text = f"{shown}; not as in uv.lock: {', '.join(differing)}"
        found.append(Fact("Packages", text, "note", mend))
    elif not found:
        count = sum(name in locked for name in have)
        found.append(
            Fact("Packages", f"{shown}; all {count} as in uv.lock", "ok")
        )
    return found


def _normal(name):
    """Return a package's name in the one spelling that uv.lock uses."""
    return re.sub(r"[-_.]+", "-", name).lower()
