"""Take the README's picture: a lesson in JupyterLab, as a learner sees it.

`python -m coursekit.screenshot` runs lesson 01 on the data there is and
writes docs/jupyterlab.png. It needs Chromium.
"""

import io
import os
import sys
import tempfile
from pathlib import Path

from PIL import Image

from coursekit import UserError, browser, serving
from utils import settings

LESSON = "01_image_representation.ipynb"
BOTTOM = "panel-read"  # the cell below the panel, at the lower edge
SIDE_BAR = 125  # so many pixels wider, for the lessons' whole names
KILOBYTES = 300
RUN_SECONDS = 600


def main(path=None):
    """Write the picture as a PNG file and return its path.

    Raises UserError where there is no Chromium, or where a cell did not run.
    """
    path = Path(path or settings.project_root() / "docs" / "jupyterlab.png")
    if browser.chromium() is None:
        raise UserError(f"There is {browser.MISSING}.")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        picture = _take(Path(folder))
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(_small(picture))
    return path


def _small(picture):
    """Return PNG bytes below KILOBYTES, in 256 colours where it must be."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    for version in (image, image.quantize(256, dither=Image.Dither.NONE)):
        buffer = io.BytesIO()
        version.save(buffer, format="PNG", optimize=True)
        if len(buffer.getvalue()) < KILOBYTES * 1000:
            break
    return buffer.getvalue()


def _take(folder):
    """Return the PNG bytes of JupyterLab at the six knobs of lesson 01."""
    home = folder / "home"
    home.mkdir()
    environment = {
        **os.environ,
        "HOME": str(home),  # JupyterLab as it comes, not as someone set it
        "COURSE_RUN_FILE": str(folder / "results.jsonl"),
    }
    workspace = folder / "my_lessons"
    course = [sys.executable, "-m", "coursekit.cli"]
    command = [*course, "lab", f"--workspace={workspace}"]
    with (
        serving.lab(
            command, environment=environment, log=folder / "log"
        ) as address,
        browser.page(
            address.replace("00_start_here.ipynb", LESSON), home=home
        ) as page,
    ):
        lesson = browser.Lesson(page, LESSON)
        missing = lesson.run_all(RUN_SECONDS)
        if missing:
            raise UserError(f"{LESSON} did not run: {', '.join(missing)}.")
        sliders = lesson.cell("panel").get_by_role("slider")
        sliders.last.wait_for()
        _widen_side_bar(page)
        lesson.cell(BOTTOM, "end")
        page.mouse.move(0, browser.SIZE[1])  # over nothing that reacts
        return page.screenshot()


def _widen_side_bar(page):
    """Drag the border between the list of files and the lesson."""
    border = page.locator("#jp-main-split-panel > .lm-SplitPanel-handle").first
    box = border.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + SIDE_BAR, y, steps=5)
    page.mouse.up()


if __name__ == "__main__":
    try:
        print(main())
    except UserError as error:
        sys.exit(str(error))
