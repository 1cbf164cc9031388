"""Downloads: mirrors in turn, slow servers, full disks, two at a time."""

import errno
import shutil

import filelock

from utils import unpacking
from utils.manifest import DataError, mismatch, problem


class UnavailableError(DataError):
    """Data is neither here nor could it be downloaded."""


def download(entry, folder, *, timeout=30):
    """Download one manifest entry into `folder` and return where it lies.

    Tries each address in turn; an answer counts only with the right hash. The
    file is written beside its place as NAME.part and renamed when complete,
    so an interrupted download leaves nothing that looks finished. One process
    at a time; another one waits, then takes what the first has fetched.
    `timeout` in seconds is how long a server may stay silent, or slower than
    meter.SLOWEST, before the next is tried. Raises UnavailableError with the
    reason of each.
    """
    place = folder / (entry.folders[0] if entry.listed else entry.file)
    part = folder / f"{entry.file}.part"
    try:
        part.parent.mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(f"{place}.lock", timeout=3600):
            if place.exists() and not problem(entry, place):
                return place
            _need_space(entry, folder)
            try:
                _first_good(entry, part, timeout)
                _put(entry, part, place)
            finally:
                part.unlink(missing_ok=True)
    except (OSError, NotImplementedError) as error:
        raise UnavailableError(_disk_text(entry, folder, error)) from error
    return place


def _first_good(entry, part, timeout):
    reasons = []
    for url in entry.urls:
        reason = _attempt(entry, url, part, timeout)
        if not reason:
            return
        reasons.append(f"{url} {reason}")
    raise UnavailableError(
        f"{entry.title} could not be downloaded: {'; '.join(reasons)}."
    )


def _attempt(entry, url, part, timeout):
    """Write what `url` sends to `part`; return what went wrong, or ""."""
    import pooch  # 0.2 s that only a download needs to spend
    import requests
    import urllib3

    from utils.meter import Meter

    bar = Meter(entry.file, timeout)
    fetch = pooch.HTTPDownloader(
        chunk_size=2**16,
        timeout=(min(timeout, 10), timeout),  # to connect, to read
        headers={"Accept-Encoding": "identity"},  # the hash is of these bytes
        hooks={"response": bar.watch},
    )
    try:
        with part.open("wb") as stream:
            fetch(url, stream, None)
    except requests.HTTPError as error:
        return f"answered {error.response.status_code} {error.response.reason}"
    except (requests.Timeout, urllib3.exceptions.TimeoutError):
        return f"was silent or too slow for {timeout} seconds"
    except (requests.RequestException, urllib3.exceptions.HTTPError) as error:
        if bar.done:
            return f"broke off after {bar.done:,} of {bar.total:,} bytes"
        if isinstance(error, requests.exceptions.SSLError):
            return "has no valid certificate (a proxy in between?)"
        return "cannot be reached (no network?)"
    finally:
        bar.close()
    with part.open("rb") as stream:
        head = stream.read(512).lstrip().lower()
    if head.startswith((b"<!doctype html", b"<html")):
        return "sent a web page in place of the file (a login page, a proxy?)"
    wrong = mismatch(part, entry.hash) if entry.hash else ""
    return f"sent another file, which {wrong}" if wrong else ""


def _put(entry, part, place):
    """Move a checked download to its place; photos are unpacked on the way."""
    if not entry.listed:
        part.replace(place)
        return
    fresh = place.with_name(f"{place.name}.part")
    shutil.rmtree(fresh, ignore_errors=True)
    try:
        blobs = unpacking.members(part, entry.members)
        for name, expected in entry.members.items():
            if wrong := mismatch(blobs[name], expected):
                raise DataError(f"{name} {wrong}: nothing was unpacked.")
            (fresh / name).parent.mkdir(parents=True, exist_ok=True)
            (fresh / name).write_bytes(blobs[name])
        if place.exists():
            shutil.rmtree(place)
        fresh.rename(place)
    except DataError as error:
        text = f"{entry.title}: what {entry.urls[0]} sent was refused. {error}"
        raise UnavailableError(text) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _need_space(entry, folder):
    free = shutil.disk_usage(folder).free
    if free < 1.1 * entry.bytes:
        raise OSError(errno.ENOSPC, f"{free // 10**6:,} MB are free")


def _disk_text(entry, folder, error):
    if getattr(error, "errno", None) == errno.ENOSPC:
        size = f"{entry.bytes / 10**6:,.1f} MB"
        reason = f"the disk of {folder} is full, {entry.file} needs {size}"
    else:
        cause = getattr(error, "strerror", None) or error
        reason = f"{folder} cannot be written ({cause})"
    return (
        f"{entry.title} was not downloaded: {reason}. Mend that, or set "
        "COURSE_CACHE to a folder elsewhere."
    )
