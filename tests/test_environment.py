"""pyproject.toml, uv.lock, requirements.txt and environment.yml agree."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = tomllib.loads((ROOT / "uv.lock").read_text("utf-8"))
EXPORT = ("export", "--frozen", "--no-hashes", "--no-emit-project", "--quiet")
SYSTEMS = {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}
UV_NOT_FOUND = "uv is not installed: requirements.txt was not exported anew"


def uv(*arguments):
    """Run uv without network in the project's root; skip where it is not."""
    beside = Path(sys.executable).parent
    found = shutil.which("uv", path=str(beside)) or shutil.which("uv")
    if not found:
        pytest.skip(UV_NOT_FOUND)
    return subprocess.run(
        [found, *arguments, "--offline"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def pins(requirements):
    """Return the lines of a requirements file without its comments."""
    lines = (line.strip() for line in requirements.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def locked():
    """Return {name: set of versions} of everything in uv.lock."""
    versions = {}
    for package in LOCK["package"]:
        versions.setdefault(package["name"], set()).add(package.get("version"))
    return versions


def exported():
    return pins((ROOT / "requirements.txt").read_text("utf-8"))


def installed(requirements, system, machine, python):
    """Return the pins that apply there: uv has written markers in two ways."""
    environment = {
        "sys_platform": system,
        "platform_system": SYSTEMS[system],
        "os_name": "nt" if system == "win32" else "posix",
        "platform_machine": machine,
        "python_version": python,
        "python_full_version": f"{python}.5",
    }
    return {
        f"{wanted.name}{wanted.specifier}"
        for wanted in map(Requirement, requirements)
        if wanted.marker is None or wanted.marker.evaluate(environment)
    }


@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
@pytest.mark.parametrize(
    ("system", "machine"),
    [
        ("linux", "x86_64"),
        ("linux", "aarch64"),
        ("darwin", "arm64"),
        ("win32", "AMD64"),
    ],
)
def test_requirements_are_what_uv_exports_from_the_lock(
    system, machine, python
):
    done = uv(*EXPORT)
    assert done.returncode == 0, done.stderr
    ours = installed(exported(), system, machine, python)
    theirs = installed(pins(done.stdout), system, machine, python)
    assert ours and ours == theirs, (
        "run `uv export --frozen --no-hashes --no-emit-project -q "
        "> requirements.txt`"
    )


def test_every_requirement_is_pinned_to_the_version_in_the_lock():
    versions = locked()
    for line in exported():
        wanted = Requirement(line)
        [pin] = wanted.specifier
        assert pin.operator == "==", line
        assert pin.version in versions[wanted.name], line


def test_lock_is_up_to_date_with_pyproject():
    done = uv("lock", "--check")
    if "offline" in done.stderr.lower() or "network" in done.stderr.lower():
        pytest.skip("uv.lock was not resolved anew: uv has no cached index")
    assert done.returncode == 0, f"{done.stderr}\nrun `uv lock`"


def requirements_of_the_project():
    lines = list(PROJECT["project"]["dependencies"])
    for group in PROJECT["dependency-groups"].values():
        lines += group
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize(
    "wanted", requirements_of_the_project(), ids=lambda wanted: str(wanted)
)
def test_locked_version_satisfies_pyproject(wanted):
    for version in locked()[wanted.name]:
        assert wanted.specifier.contains(version)


def test_lock_knows_the_same_direct_dependencies_as_pyproject():
    [own] = [p for p in LOCK["package"] if p["name"] == "pixels-to-transfer"]
    listed = {entry["name"] for entry in own["metadata"]["requires-dist"]}
    assert listed == {
        Requirement(line).name for line in PROJECT["project"]["dependencies"]
    }


def test_lock_names_only_the_package_index_and_this_project():
    sources = {tuple(p["source"].items()) for p in LOCK["package"]}
    assert sources == {
        (("registry", "https://pypi.org/simple"),),
        (("editable", "."),),
    }
    text = (ROOT / "uv.lock").read_text("utf-8")
    for url in set(re.findall(r'url = "(\w+://[^/"]+)', text)):
        assert url == "https://files.pythonhosted.org"
    assert not re.search(r"file:|/home/|/root/|/tmp/", text)


def test_conda_environment_is_python_pip_the_requirements_and_the_project():
    text = (ROOT / "environment.yml").read_text("utf-8")
    environment = yaml.safe_load(text)
    python, pip, packages = environment["dependencies"]
    assert pip == "pip"
    assert packages == {"pip": ["-r requirements.txt", "-e ."]}
    name, version = python.split("=")
    assert name == "python"
    wanted = SpecifierSet(PROJECT["project"]["requires-python"])
    assert wanted.contains(f"{version}.0")
    assert environment["name"] == PROJECT["project"]["name"]


def test_requirements_hold_the_tensorflow_of_the_default_group():
    flavours = {
        wanted.name: wanted.marker
        for wanted in map(Requirement, exported())
        if wanted.name.startswith("tensorflow")
    }
    assert set(flavours) == {"tensorflow", "tensorflow-cpu"}
    linux = {"sys_platform": "linux", "platform_machine": "x86_64"}
    mac = {"sys_platform": "darwin", "platform_machine": "arm64"}
    for machine, one in ((linux, "tensorflow-cpu"), (mac, "tensorflow")):
        wanted = {n for n, m in flavours.items() if m.evaluate(machine)}
        assert wanted == {one}
