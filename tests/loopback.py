"""A server on the loopback address that answers well or badly, for tests."""

import hashlib
import http.server
import threading
import time
from contextlib import contextmanager

PAGE = b"<!DOCTYPE html><html><body>Please log in.</body></html>"


@contextmanager
def server(content):
    """Serve the bytes `content` at each address; yield (base URL, requests).

    /good sends it, /slow in 40 pieces over two seconds, /missing answers 404,
    /page sends HTML, /short half of it, /other other bytes, /silent nothing
    at all, /drip 100 bytes a second for five, /moved points to /good.
    """
    requests = []
    stopping = threading.Event()

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            requests.append(self.path)
            kind = self.path.strip("/").split("/")[0]
            if kind == "missing":
                self.send_error(404)
            elif kind == "moved":
                self.send_response(302)
                self.send_header("Location", "/good")
                self.send_header("Content-Length", str(len(PAGE)))
                self.end_headers()
                self.wfile.write(PAGE)
            elif kind == "silent":
                stopping.wait(20)
            else:
                self.answer(kind)

        def answer(self, kind):
            body = {"page": PAGE, "other": content[::-1]}.get(kind, content)
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            if kind == "short":
                self.wfile.write(body[: len(body) // 2])
            elif kind in ("slow", "drip"):
                size = len(body) // 40 + 1 if kind == "slow" else 5
                for start in range(0, len(body), size)[:100]:
                    self.wfile.write(body[start : start + size])
                    self.wfile.flush()
                    if stopping.wait(0.05):
                        return
            else:
                self.wfile.write(body)

        def log_message(self, *_):
            pass

        def handle(self):
            try:
                super().handle()
            except OSError:
                self.close_connection = True  # the client gave up first

    httpd = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    httpd.daemon_threads = True
    thread = threading.Thread(target=httpd.serve_forever, args=(0.05,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{httpd.server_port}", requests
    finally:
        stopping.set()
        httpd.shutdown()
        thread.join()
        httpd.server_close()


def closed_url():
    """Return an address of this machine at which nobody listens."""
    with server(b"") as (url, _):
        return url


def sha256(content):
    """Return the hash of bytes as a manifest writes it."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def wait_for(condition, seconds=20):
    """Wait until `condition()` is true; fail after `seconds`."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"not within {seconds} seconds"
        time.sleep(0.01)


def write_manifest(path, name, file, urls=(), **fields):
    """Write a manifest with one entry to `path` and return `path`.

    `members` is a dict of hashes, every other field a string, list or number.
    """
    members = fields.pop("members", {})
    table = {"kind": "data set", "title": name.upper(), "file": file, **fields}
    lines = [f"[{name}]", *(f"{key} = {table[key]!r}" for key in table)]
    lines += [
        f"[{name}.members]",
        *(f"{k!r} = {v!r}" for k, v in members.items()),
    ]
    if not members:
        lines.pop()
    for url in urls:
        lines += [f"[[{name}.sources]]", f"url = {url!r}"]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path
