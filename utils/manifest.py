"""The list of data sets and weight files, and how each is recognised."""

import hashlib
import json
import tomllib
import zlib
from pathlib import Path
from typing import NamedTuple

from utils import settings

BUNDLE = "bundle.json"  # what `course bundle` writes beside its files


class DataError(Exception):
    """Data is missing, damaged or unsafe; the text names the way out."""

    def _render_traceback_(self):  # what IPython shows in place of the stack
        return [f"{type(self).__name__}: {self}"]


class Entry(NamedTuple):
    """One data set or weight file of data/manifest.toml.

    `hash` is that of `file`, in the form "sha256:…" or "md5:…", "" where none
    is published. `members` maps the files inside it to their hashes: all that
    is needed where it stands unpacked, under a name of `folders`. `listed`
    says that the members are photos: a folder with the same classes will do.
    `bundled` says that `course bundle` makes the file, with another hash.
    """

    name: str
    kind: str
    title: str
    file: str
    hash: str
    members: dict[str, str]
    listed: bool
    folders: tuple[str, ...]
    keras: tuple[str, ...]
    urls: tuple[str, ...]
    bytes: int
    bundled: bool = False

    @property
    def key(self):
        """Return a name for the contents, which changes with the hashes."""
        known = repr((self.hash, sorted(self.members.items())))
        return f"{self.name}-{zlib.crc32(known.encode()):08x}"


def load(path=None):
    """Return every Entry of a manifest by name, data/manifest.toml by default.

    Raises DataError when the manifest is missing or cannot be read.
    """
    path = Path(path or settings.project_root() / "data" / "manifest.toml")
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        return {name: _entry(name, tables[name], path) for name in tables}
    except (OSError, KeyError, ValueError) as error:
        raise DataError(
            f"{path} cannot be read ({error!r}). It is part of the course: "
            "take it from the course's repository again."
        ) from error


def find(name, path=None):
    """Return the Entry called `name`; raise DataError for an unknown name."""
    entries = load(path)
    if name not in entries:
        raise DataError(
            f"No data set or weight file is called {name!r}. The names are "
            f"{', '.join(entries)}."
        )
    return entries[name]


def mismatch(data, expected):
    """Return "" when bytes, or the file at a Path, have the hash `expected`.

    Otherwise a text that gives both hashes, to be put after a file's name.
    """
    algorithm, _, wanted = expected.partition(":")

    def start(initial=b""):  # the published MD5s find damage, not attackers
        return hashlib.new(algorithm, initial, usedforsecurity=False)

    if isinstance(data, Path):
        with data.open("rb") as stream:
            value = hashlib.file_digest(stream, start).hexdigest()
    else:
        value = start(data).hexdigest()
    if value == wanted:
        return ""
    name = {"sha256": "SHA-256", "md5": "MD5"}[algorithm]
    return f"has {name} {value[:12]}…, expected {wanted[:12]}…"


def problem(entry, path):
    """Return what is wrong with the file or folder at `path`, "" if nothing.

    A folder of photos passes by its structure: the same classes in train/ and
    val/, none of them empty. Everything else passes by its hashes; a bundled
    file also by the one that a bundle.json beside it lists.
    """
    try:
        if not path.is_dir():
            return _file_problem(entry, path)
        if not entry.members:
            return "is a folder, not a file"
        for folder in sorted(
            {str(Path(name).parent) for name in entry.members}
        ):
            if entry.listed and not any(photos_in(path / folder)):
                return f"holds no photos in {Path(folder).as_posix()}/"
        for name, expected in entry.members.items():
            if entry.listed:
                break
            if not (path / name).is_file():
                return f"lacks the file {name}"
            if wrong := mismatch(path / name, expected):
                return f"holds {name}, which {wrong}"
    except OSError as error:
        return f"cannot be read ({error.strerror})"
    return ""


def photos_in(folder):
    """Yield the paths of the picture files in a folder, sorted by name."""
    suffixes = (".jpg", ".jpeg", ".png", ".bmp", ".webp")
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        # macOS leaves ._name.jpg files, which hold no picture, on other disks
        if path.suffix.lower() in suffixes and not path.name.startswith("."):
            yield path


def _file_problem(entry, path):
    if not entry.hash:
        return "is no folder"
    wrong = mismatch(path, entry.hash)
    listed = _listed_hash(path) if wrong and entry.bundled else ""
    if not listed:
        return wrong
    if not mismatch(path, listed):
        return ""
    return f"{wrong} or, by {BUNDLE} beside it, {listed[7:19]}…"


def _listed_hash(path):
    """Return the hash that a bundle.json beside a file lists, "" for none."""
    try:
        text = path.with_name(BUNDLE).read_text("utf-8")
        return f"sha256:{json.loads(text)['files'][path.name]['sha256']}"
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _entry(name, table, path):
    members = dict(table.get("members", {}))
    if "listing" in table:
        lines = (path.parent / table["listing"]).read_text("utf-8").splitlines()
        pairs = (line.split(maxsplit=1) for line in lines)
        members = {photo: f"sha256:{value}" for value, photo in pairs}
    return Entry(
        name=name,
        kind=table["kind"],
        title=table["title"],
        file=table["file"],
        hash=table.get("hash", ""),
        members=members,
        listed="listing" in table,
        folders=tuple(table.get("folders", ())),
        keras=tuple(table.get("keras", ())),
        urls=tuple(source["url"] for source in table.get("sources", ())),
        bytes=table.get("bytes", 0),
        bundled=table.get("bundled", False),
    )
