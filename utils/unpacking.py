"""Bytes out of files, folders and archives, all hashes checked."""

import re
import stat
import tarfile
import zipfile

from utils import settings
from utils.manifest import DataError, mismatch

LARGEST_MEMBER = 2**26  # bytes; the largest file of the course has 31 MB


def read(entry, path):
    """Return {name: bytes} of the data set at `path`: all hashes checked.

    `path` is the file itself, its archive or its unpacked folder. What is
    returned is what was checked. Raises DataError for a wrong hash.
    """
    if not entry.members:
        blobs = {entry.file: path.read_bytes()}
        hashes = {entry.file: entry.hash}
    elif path.is_dir():
        blobs = {name: (path / name).read_bytes() for name in entry.members}
        hashes = entry.members
    else:
        blobs, hashes = members(path, entry.members), entry.members
    for name, expected in hashes.items():
        if wrong := mismatch(blobs[name], expected):
            raise DataError(
                f"{path}: {name} {wrong}: the file is damaged. Delete it, or "
                f"run `{settings.command(f'fetch {entry.name}')}`."
            )
    return blobs


def members(path, wanted):
    """Return {name: bytes} of the files called `wanted` inside an archive.

    `path` is a .zip or .tar.gz file. Names are those below the archive's own
    top folder. Nothing is written. Raises DataError for an archive that is
    not one, that lacks a file, or that holds a name or link that would reach
    outside the folder it is unpacked into.
    """
    blobs = {}
    try:
        for name, is_link, content in _walk(path):
            if is_link or _reaches_outside(name):
                raise DataError(
                    f"{path.name} holds {name!r}, a "
                    f"{'link' if is_link else 'path'} that can reach outside "
                    "its own folder: refused, nothing was unpacked."
                )
            inner = name.partition("/")[2]
            if inner in wanted:
                blobs[inner] = content()
    except (tarfile.TarError, zipfile.BadZipFile, EOFError, OSError) as error:
        raise DataError(f"{path.name} cannot be unpacked ({error}).") from error
    if missing := sorted(set(wanted) - set(blobs)):
        raise DataError(
            f"{path.name} lacks {len(missing)} of {len(wanted)} files, the "
            f"first is {missing[0]}."
        )
    return blobs


def _walk(path):
    """Yield (name, is_link, function that reads it) for an archive's files."""
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for info in archive.infolist():
                is_link = stat.S_ISLNK(info.external_attr >> 16)
                yield (
                    info.filename,
                    is_link,
                    lambda i=info: _whole(archive.open(i)),
                )
        return
    with tarfile.open(path, "r:gz") as archive:
        for info in archive:
            is_link = not (info.isfile() or info.isdir())
            yield (
                info.name,
                is_link,
                lambda i=info: _whole(archive.extractfile(i)),
            )


def _whole(stream):
    with stream:
        blob = stream.read(LARGEST_MEMBER + 1)
    if len(blob) > LARGEST_MEMBER:
        raise DataError(
            f"A file in an archive is above {LARGEST_MEMBER} bytes."
        )
    return blob


def _reaches_outside(name):
    parts = re.split(r"[/\\]", name)
    return parts[0] == "" or ".." in parts or ":" in parts[0]
