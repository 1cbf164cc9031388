"""A newcomer's machine for the tests: JupyterLab, Chromium, an empty home."""

import contextlib
import importlib.util
import io
import os
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from coursekit import browser, serving

ROOT = Path(__file__).resolve().parent.parent
# what this test run or whoever started it sets, and a newcomer has not
FOREIGN = ("COURSE_", "PYTEST_", "JUPYTER", "IPYTHON", "JPY_")

START_CLOCK = """image => {
  const clock = window.clock = {};
  const once = {capture: true, once: true};
  document.addEventListener(
    'keydown', () => { clock.pressed = performance.now(); }, once);
  image.addEventListener(
    'load', () => { clock.loaded = performance.now(); }, once);
}"""
CONTENT = """async image => {
  const answer = await fetch(image.src);
  return [...new Uint8Array(await answer.arrayBuffer())];
}"""


def need(what):
    """Skip the test where there is no Chromium, saying what is unchecked."""
    if browser.chromium() is None:
        pytest.skip(f"{what} was not checked: {browser.MISSING}")


@contextlib.contextmanager
def newcomer(folder):
    """Start `course lab` for someone new; yield (page, their workspace).

    Everything lies below `folder`. Server, kernels and Chromium are stopped
    at the end. A failure leaves a picture of the page in build/ and names it.
    """
    home, workspace = folder / "home", folder / "my_lessons"
    home.mkdir()
    log = folder / "server.log"
    command = [*course(), "lab", f"--workspace={workspace}"]
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(FOREIGN)
    }
    environment |= {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "COURSE_PROFILE": "smoke",
        "COURSE_RUN_FILE": str(folder / "results.jsonl"),
    }
    with (
        serving.lab(command, environment=environment, log=log) as address,
        browser.page(address, home=home) as page,
    ):
        try:
            yield page, workspace
        except Exception as error:
            error.add_note(picture(page))
            error.add_note(f"the server said:\n{log.read_text()[-2000:]}")
            raise


def course():
    """Return the beginning of a `course` command, course.py where it is set up.

    Where these tests run in another environment than .venv, course.py would
    install one: then it is the command that course.py hands over to.
    """
    script = ROOT / "course.py"
    spec = importlib.util.spec_from_file_location("course_set_up", script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    here = Path(sys.prefix).resolve() == Path(module.VENV).resolve()
    if here and module.is_ready(None):
        return [sys.executable, str(script)]
    return [sys.executable, "-P", "-m", "coursekit.cli"]


def picture(page):
    """Store what the page shows; return a sentence that names the file."""
    path = ROOT / "build" / "newcomer.png"
    path.parent.mkdir(exist_ok=True)
    try:
        page.screenshot(path=path, timeout=10_000)
    except Exception as error:
        return f"no picture of the page: {error}"
    return f"the page at that moment: {path}"


def press(page, image, keys):
    """Press keys that each change `image`; return its pictures and seconds.

    The first picture is the one before; a second is from key to picture.
    """
    pictures, seconds = [pixels(image)], []
    for key in keys:
        image.evaluate(START_CLOCK)
        page.keyboard.press(key)
        page.wait_for_function("clock.loaded")
        seconds.append(page.evaluate("(clock.loaded - clock.pressed) / 1000"))
        pictures.append(pixels(image))
    return pictures, seconds


def pixels(image):
    """Return the picture that an <img> of the page shows as an array."""
    assert image.is_visible()
    content = bytes(image.evaluate(CONTENT))
    return np.asarray(Image.open(io.BytesIO(content)).convert("RGB"))
