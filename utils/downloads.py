"""Data sets and weight files: found, fetched, or known to be missing."""

import os
import warnings
from pathlib import Path
from typing import NamedTuple

from utils import arraycache, places, settings
from utils import manifest as manifests
from utils.manifest import DataError
from utils.transfer import UnavailableError, download


class Status(NamedTuple):
    """What is known about one data set or weight file.

    `state` is "ok", "missing" or "damaged"; `where` a Path or None; `mend` is
    what a reader can do about it, "" when nothing is wrong.
    """

    name: str
    kind: str
    where: Path | None
    state: str
    detail: str
    mend: str


def find(name, *, manifest=None):
    """Return the path of a file or folder with the right hash, or None.

    Looks in COURSE_DATA, data/cache and Keras's own cache, in this order. A
    damaged file is passed over, with a warning, when there is a good one.
    Otherwise DataError is raised, unless the damage is in Keras's cache.
    """
    entry = manifests.find(name, manifest)
    good, damaged = places.search(entry, _folders())
    keras = places.keras_cache()
    ours = [text for path, text in damaged if not path.is_relative_to(keras)]
    if ours and not good:
        raise DataError(f"{'; '.join(ours)}. Delete it, or {_mend(entry)}.")
    if ours:
        warnings.warn(f"{'; '.join(ours)}. Using {good}.", stacklevel=2)
    return good


def fetch(name, *, manifest=None, timeout=30):
    """Return the path of a data set or weight file, downloaded where needed.

    A damaged file in data/cache is replaced; one in COURSE_DATA stays. Raises
    UnavailableError when no server gave it, DataError when there is none to
    ask and in the smoke profile. `timeout` is in seconds, for each server.
    """
    entry = manifests.find(name, manifest)
    good, _ = places.search(entry, _folders())
    if good:
        return good
    if settings.profile() == "smoke":
        raise DataError(
            f"{entry.title} was not downloaded: COURSE_PROFILE is smoke, which "
            f"never uses the network. Unset it, then run `{_command(name)}`."
        )
    if not entry.urls:
        raise DataError(
            f"{entry.title} cannot be downloaded: nobody offers it. To mend "
            f"that, {_by_hand(entry)}."
        )
    try:
        return download(entry, places.cache(), timeout=timeout)
    except UnavailableError as error:
        raise UnavailableError(
            f"{error} To get the data, run `{_command(name)}` again, or "
            f"{_by_hand(entry)}."
        ) from error


def status(*, manifest=None):
    """Return a Status for each entry of the manifest, hashes checked.

    Never raises for what it finds: a wrong COURSE_DATA is a row of its own.
    """
    entries = manifests.load(manifest).values()
    try:
        return [_status(entry, _folders()) for entry in entries]
    except DataError as error:
        value = Path(os.environ["COURSE_DATA"])
        mend = "unset COURSE_DATA, or set it to a folder"
        text = str(error)
        row = Status("COURSE_DATA", "folder", value, "missing", text, mend)
        return [row] + [_status(entry, [places.cache()]) for entry in entries]


def _folders():
    given = places.course_data()
    return [given, places.cache()] if given else [places.cache()]


def _status(entry, folders):
    def row(where, state, detail, mend=""):
        return Status(entry.name, entry.kind, where, state, detail, mend)

    good, damaged = places.search(entry, folders)
    if good:
        notes = [f"passed over: {text}" for _, text in damaged]
        return row(good, "ok", "; ".join([_detail(entry, good), *notes]))
    if damaged:
        return row(damaged[0][0], "damaged", damaged[0][1], _mend(entry))
    arrays = places.cache() / "arrays"
    if arraycache.load(arrays, entry.key):
        return row(arrays, "ok", "converted copy only, whole")
    return row(
        None, "missing", f"{entry.title} is not on this machine", _mend(entry)
    )


def _detail(entry, path):
    if not entry.listed:
        bundle = entry.bundled and manifests.mismatch(path, entry.hash)
        return f"hash ok by {manifests.BUNDLE}" if bundle else "hash ok"
    original = sum(
        (path / name).is_file()
        and not manifests.mismatch(path / name, expected)
        for name, expected in entry.members.items()
    )
    folders = {(path / name).parent for name in entry.members}
    count = sum(len(list(manifests.photos_in(f))) for f in folders)
    return f"{count} photos, {original} of them byte for byte the originals"


def _command(name):
    return settings.command(f"fetch {name}")


def _mend(entry):
    return f"run `{_command(entry.name)}`" if entry.urls else _by_hand(entry)


def _by_hand(entry):
    text = f"put {entry.file} into a folder and set COURSE_DATA to that folder"
    if entry.bundled:
        made_by = settings.command("bundle --light OUT")
        text += f" (`{made_by}` makes such a folder)"
    return text
