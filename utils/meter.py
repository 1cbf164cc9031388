"""A line that shows how far a download is, and a watch on slow servers."""

import contextlib
import sys
import time

import urllib3

SLOWEST = 1024  # bytes per second; below it a server counts as dead


class Meter:
    """Count the bytes of one download: `done` of `total`, 0 when not known.

    Shows them in one line on stderr. `timeout` is in seconds.
    """

    def __init__(self, name, timeout):
        self.name, self.timeout = name, timeout
        self.done = self.total = self.mark = 0
        self.since = time.monotonic()
        self.shown = -1

    def watch(self, response, *_, **__):
        """Make a `requests` response yield its bytes as they come.

        A hook for `requests`. While they are read, TimeoutError of urllib3 is
        raised when fewer than SLOWEST bytes a second came over `timeout`.
        """
        if not response.ok or response.is_redirect:
            return
        self.total = int(response.headers.get("content-length") or 0)

        def pieces(chunk_size):
            while piece := response.raw.read1(chunk_size, decode_content=True):
                self._count(len(piece))
                yield piece

        response.iter_content = pieces

    def close(self):
        """End the line, if one was begun."""
        if self.shown >= 0:
            self._write("\n")

    def _count(self, size):
        self.done += size
        now = time.monotonic()
        if now - self.since >= self.timeout:
            if self.done - self.mark < SLOWEST * self.timeout:
                raise urllib3.exceptions.TimeoutError("too slow")
            self.since, self.mark = now, self.done
        share = 100 * self.done // self.total if self.total else 0
        if share > self.shown:
            self.shown = share
            size = f"{self.done / 1e6:.1f} of {self.total / 1e6:.1f} MB"
            self._write(f"\rDownloading {self.name}: {share:3d} %, {size}")

    def _write(self, text):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            sys.stderr.write(text)  # there is no stderr under pythonw
            sys.stderr.flush()
