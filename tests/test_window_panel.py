"""The panel of lesson 05, in a real JupyterLab with a real browser."""

import browser as newcomers
import pytest

from coursekit import browser

CONVOLUTION = "05_convolution_from_scratch.ipynb"
START = "00_start_here.ipynb"
OPEN = "path => jupyterapp.commands.execute('docmanager:open', {path})"
# whether the page shows the element, and not something over its middle
ON_TOP = """element => {
  const {x, y, width, height} = element.getBoundingClientRect();
  return element.contains(
    document.elementFromPoint(x + width / 2, y + height / 2));
}"""
ANSWER_SECONDS = 1  # as for the panel of lesson 01
CELLS = ["setup", "panel-cells", "panel-draw", "panel-finish", "panel"]


@pytest.mark.timeout(180)
def test_the_window_of_lesson_05_moves_with_its_sliders(tmp_path):
    newcomers.need("the panel of lesson 05 in JupyterLab")
    with newcomers.newcomer(tmp_path) as (page, _):
        browser.Lesson(page, START)  # JupyterLab is there
        page.evaluate(OPEN, CONVOLUTION)
        lesson = browser.Lesson(page, CONVOLUTION)
        for cell in CELLS:
            lesson.run(cell)
        assert lesson.failed() == []
        panel = lesson.cell("panel")
        image = panel.locator("img.widget-image")
        for name, keys in {
            "position": ["ArrowRight"] * 2,  # the dark window goes on
            "padding": ["ArrowRight"],  # a rim of rings, no cross left
            "stride": ["ArrowLeft"],  # more outputs
            "window": ["ArrowRight"],  # the windows overlap
        }.items():
            knob = panel.locator(".widget-slider", has_text=name)
            assert knob.locator(".widget-readout").evaluate(ON_TOP), name
            knob.get_by_role("slider").focus()
            pictures, seconds = newcomers.press(page, image, keys)
            different = {picture.tobytes() for picture in pictures}
            assert len(different) == len(pictures), name
            assert min(seconds) < ANSWER_SECONDS, (name, seconds)
