"""Start `course lab` without a terminal, and stop it with all its kernels."""

import contextlib
import re
import secrets
import socket
import subprocess
import time
import urllib.parse
import urllib.request

import psutil

from coursekit import UserError

START_SECONDS = 60
STOP_SECONDS = 15
# None: a proxy from the environment is not asked for this machine's address
WEB = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@contextlib.contextmanager
def lab(command, *, environment, log):
    """Run a command that is `course lab`; yield the address of its page.

    `command` gets the options that a program needs to drive JupyterLab. What
    it prints goes to the file `log`. The server and its kernels are stopped
    at the end, also after an error. Raises UserError with the last lines of
    the log when no server answers within START_SECONDS.
    """
    token = secrets.token_hex()
    options = [
        f"--port={free_port()}",
        "--no-browser",
        "--LabApp.expose_app_in_browser=True",
    ]
    with log.open("w") as file:
        process = subprocess.Popen(
            [*command, *options],
            stdin=subprocess.DEVNULL,
            stdout=file,
            stderr=subprocess.STDOUT,
            env={**environment, "JUPYTER_TOKEN": token},
        )
    address = None
    try:
        address = _wait(process, log, token)
        yield f"{address}?token={token}"
    finally:
        _stop(process, address, token)


def free_port():
    """Return a port of the loopback address on which nobody listens now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(process, log, token):
    """Return the address that the log names, as soon as it answers."""
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and process.poll() is None:
        said = log.read_text(encoding="utf-8", errors="replace")
        found = re.search(r"http://[\w.]+:\d+/\S*(?=\?token=)", said)
        if found and _asks(found[0], "/api/status", token):
            return found[0]
        time.sleep(0.1)
    ended = process.poll()
    state = "did not answer" if ended is None else f"ended with code {ended}"
    said = log.read_text(encoding="utf-8", errors="replace").splitlines()
    raise UserError("\n".join([f"JupyterLab {state}:", *said[-20:]]))


def _asks(address, path, token, method="GET"):
    """Send a request; say whether the server took it."""
    url = urllib.parse.urljoin(address, path)
    request = urllib.request.Request(url, method=method)
    request.add_header("Authorization", f"token {token}")
    try:
        with WEB.open(request, timeout=5):
            return True
    except OSError:  # also what urllib raises
        return False


def _stop(process, address, token):
    """End the server as its own menu does, and what is left by force."""
    started = [process]
    with contextlib.suppress(psutil.Error):
        started += psutil.Process(process.pid).children(recursive=True)
    asked = address and _asks(address, "/api/shutdown", token, "POST")
    if not asked:
        process.terminate()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(STOP_SECONDS)
    for left in started:
        with contextlib.suppress(psutil.Error, OSError):
            left.kill()
    process.wait()
