"""The pad to draw on: what Python gets from it, and what it shows."""

import io
import sys

import browser as newcomers
import ipywidgets
import nbformat
import numpy as np
import pytest
from nbformat import v4
from PIL import Image

from coursekit import browser
from utils import drawing, plots

VIEW = "application/vnd.jupyter.widget-view+json"
PAGE = np.full((280, 280), 255, np.uint8)
# row 0 is the top, column 0 the left: no turn and no mirror leaves this as is
CORNER = PAGE.copy()
CORNER[:20, :200] = 0
CORNER[:90, :10] = 100


@pytest.fixture
def shown(monkeypatch):
    """Return what a pad displays."""
    bundles = []
    monkeypatch.setattr(
        drawing, "display", lambda bundle, raw: bundles.append(bundle)
    )
    return bundles


def parts(bundle):
    """Return the pad, the note and the picture that a bundle refers to."""
    panel = ipywidgets.widget._instances[bundle[VIEW]["model_id"]]
    pad, beside = panel.children
    picture, note = beside.children
    return pad, note, picture


def draw(pad, image):
    """Send a page to Python as the browser does."""
    pad.set_state({"pixels": memoryview(image.tobytes())})


def pixels(png):
    return np.asarray(Image.open(io.BytesIO(png)).convert("L"))


def test_python_gets_the_page_row_by_row_from_the_top(shown):
    got = []
    drawing.show(lambda image: got.append(image) or image, start=255 - CORNER)
    pad, _, picture = parts(shown[0])
    draw(pad, CORNER)
    np.testing.assert_array_equal(got[1], CORNER)
    assert got[1].dtype == np.uint8
    np.testing.assert_array_equal(pixels(picture.value), CORNER)


def test_each_answer_gets_an_array_of_its_own_to_write_on(shown):
    def answer(image):
        image[:] = 7
        return image

    start = CORNER.copy()
    drawing.show(answer, start=start)
    pad, note, picture = parts(shown[0])
    np.testing.assert_array_equal(start, CORNER)
    assert pad.pixels == CORNER.tobytes()
    draw(pad, 255 - CORNER)
    assert pad.pixels == (255 - CORNER).tobytes()
    assert note.value == "" and np.all(pixels(picture.value) == 7)


def test_the_answer_to_start_is_the_still_picture_and_the_first_one(shown):
    drawing.show(lambda image: 255 - image, start=CORNER)
    assert VIEW in shown[0]
    np.testing.assert_array_equal(pixels(shown[0]["image/png"]), 255 - CORNER)
    pad, note, picture = parts(shown[0])
    assert picture.value == shown[0]["image/png"]
    assert pad.pixels == CORNER.tobytes() and pad.is_example
    assert note.value == ""


def test_a_small_answer_is_enlarged_to_the_pad_and_a_figure_is_not(shown):
    def figure(image):
        return plots.subplots(size=(3, 2))[0]

    drawing.show(lambda image: image[::10, ::10], start=CORNER)
    drawing.show(lambda image: np.tile(image, (2, 2)), start=CORNER)
    drawing.show(figure, start=CORNER)
    sizes = [pixels(bundle["image/png"]).shape[:2] for bundle in shown]
    assert sizes == [(280, 280), (560, 560), (200, 300)]


def test_a_cleared_pad_shows_no_answer_and_asks_for_none(shown):
    asked = []
    drawing.show(lambda image: asked.append(image) or image, start=CORNER)
    pad, note, picture = parts(shown[0])
    draw(pad, PAGE)
    assert len(asked) == 1
    np.testing.assert_array_equal(pixels(picture.value), PAGE)
    assert "Nothing drawn yet." in note.value
    draw(pad, CORNER)
    assert len(asked) == 2 and note.value == ""
    np.testing.assert_array_equal(pixels(picture.value), CORNER)


def test_an_error_of_the_answer_is_said_in_one_line_and_the_next_works(shown):
    def answer(image):
        if image[0, 150]:
            raise LookupError("<b>no ink</b>\n\n  \x1b[1mat the top\x1b[0m")
        return image

    drawing.show(answer, start=CORNER)
    pad, note, picture = parts(shown[0])
    draw(pad, 255 - CORNER)
    line = "LookupError: &lt;b&gt;no ink&lt;/b&gt; at the top<"
    assert line in note.value
    np.testing.assert_array_equal(pixels(picture.value), PAGE)
    draw(pad, CORNER)
    assert note.value == ""
    np.testing.assert_array_equal(pixels(picture.value), CORNER)


def test_an_answer_that_is_no_picture_is_an_error_that_is_said(shown):
    drawing.show(lambda i: i if i[0, 150] == 0 else None, start=CORNER)
    pad, note, _ = parts(shown[0])
    draw(pad, 255 - CORNER)
    assert "TypeError: " in note.value


@pytest.mark.parametrize(
    ("start", "said"),
    [
        (PAGE[:28, :28], r"uint8 array of shape \(28, 28\).*\(280, 280\)"),
        (CORNER / 255, r"float64 array of shape \(280, 280\).*needs uint8"),
        (np.stack([CORNER] * 3, axis=-1), r"shape \(280, 280, 3\)"),
        (PAGE, "empty page"),
    ],
    ids=["small", "float", "colour", "empty"],
)
def test_a_start_that_is_no_drawing_says_why(shown, start, said):
    with pytest.raises(ValueError, match=said):
        drawing.show(lambda image: image, start=start)
    assert shown == []


def test_an_answer_that_fails_for_start_fails_in_the_cell(shown):
    with pytest.raises(ZeroDivisionError):
        drawing.show(lambda image: 1 / 0, start=CORNER)
    assert shown == []


@pytest.mark.parametrize("name", ["anywidget", "ipywidgets"])
def test_without_widgets_only_the_picture_is_shown(shown, monkeypatch, name):
    drawing._pad_class.cache_clear()
    for module in [m for m in sys.modules if m.startswith("anywidget")]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setitem(sys.modules, name, None)
    drawing.show(lambda image: image, start=CORNER)
    assert set(shown[0]) == {"text/plain", "image/png"}
    np.testing.assert_array_equal(pixels(shown[0]["image/png"]), CORNER)


NOTEBOOK = "pad.ipynb"
SETUP = """\
import numpy as np
from utils import drawing
start = np.full((280, 280), 255, np.uint8)
start[200:240, 40:240] = 0
def answer(image):
    if image[270, 270] < 255:
        raise ValueError("ink in the corner" + ", please none there" * 9)
    return 255 - image"""
CLOSE_FILES = "jupyterapp.commands.execute('application:toggle-left-area')"
PHONE = {"width": 390, "height": 800, "deviceScaleFactor": 3, "mobile": False}
OPEN = "path => jupyterapp.commands.execute('docmanager:open', {path})"
GREY = """canvas => [...canvas.getContext('2d')
  .getImageData(0, 0, 280, 280).data].filter((_, i) => i % 4 === 0)"""
BACKING = "canvas => [canvas.width, canvas.height]"
CHANGED = "([image, before]) => image.src !== before && image.complete"


@pytest.mark.timeout(180)
def test_what_is_drawn_in_jupyterlab_arrives_and_is_answered(tmp_path):
    newcomers.need("the pad to draw on in JupyterLab")
    with newcomers.newcomer(tmp_path) as (page, workspace):
        pad = Pad(page, workspace)
        see_the_example(pad)
        draw_two_strokes(pad)
        see_an_error_and_go_on(pad)
        clear_with_the_keyboard(pad, "Enter")
        draw_with_a_finger(pad)
        fit_a_telephone(pad)


class Pad:
    """The pad of a small notebook in JupyterLab, and the hand before it."""

    def __init__(self, page, workspace):
        cells = [
            v4.new_code_cell(SETUP, id="setup"),
            v4.new_code_cell("drawing.show(answer, start=start)", id="pad"),
            v4.new_markdown_cell("more to scroll to\n\n" * 60),
        ]
        kernel = {"name": "python3", "display_name": "Python 3"}
        notebook = v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
        browser.Lesson(page, "00_start_here.ipynb")  # JupyterLab is there
        nbformat.write(notebook, workspace / NOTEBOOK)
        page.evaluate(OPEN, NOTEBOOK)
        lesson = browser.Lesson(page, NOTEBOOK)
        lesson.run("setup")
        lesson.run("pad")
        assert lesson.failed() == []
        self.page, self.lesson = page, lesson
        self.find()

    def find(self):
        """Scroll to the pad."""
        self.cell = self.lesson.cell("pad", "start")
        self.canvas = self.cell.get_by_label("Pad to draw a digit on")
        self.image = self.cell.locator("img.widget-image")
        self.image.wait_for()

    def ink(self):
        """Return the picture beside the pad, here the page with 255 for ink."""
        return newcomers.pixels(self.image)[:, :, 0]

    def place(self, x, y):
        """Return where on the screen a pixel of the pad is."""
        box = self.canvas.bounding_box()
        assert box["width"] == pytest.approx(box["height"], abs=1)
        scale = box["width"] / 280
        return box["x"] + x * scale, box["y"] + y * scale

    def stroke(self, *points):
        """Draw through points with the mouse; return the new picture."""
        before = self.image.get_attribute("src")
        mouse = self.page.mouse
        mouse.move(*self.place(*points[0]))
        mouse.down()
        for point in points[1:]:
            mouse.move(*self.place(*point), steps=5)
        mouse.up()
        return self.answer(before)

    def answer(self, before):
        """Wait for another picture than that with the address `before`."""
        arguments = [self.image.element_handle(), before]
        self.page.wait_for_function(CHANGED, arg=arguments)
        return self.ink()


def see_the_example(pad):
    """The start stands on the pad, and its answer beside it."""
    ink = 255 - np.array(pad.canvas.evaluate(GREY)).reshape(280, 280)
    expected = np.zeros((280, 280))
    expected[200:240, 40:240] = 255
    np.testing.assert_array_equal(ink, expected)
    np.testing.assert_array_equal(pad.ink(), expected)


def draw_two_strokes(pad):
    """A stroke in the left half replaces the example, a second one adds."""
    first = pad.stroke((70, 60), (70, 180))
    expect_stroke(first, columns=(70, 70), rows=(60, 180))
    assert first[220, 140] == 0, "the example is gone"
    both = pad.stroke((70, 100), (210, 100))
    expect_stroke(both[:, 100:], columns=(-30, 110), rows=(100, 100))
    np.testing.assert_array_equal(both[150:, :], first[150:, :])
    np.testing.assert_array_equal(both >= first, True)
    assert pad.canvas.evaluate(BACKING) == [280, 280]


def expect_stroke(ink, *, columns, rows):
    """The ink has the pen's 18 pixels around a line, and is nowhere else."""
    at = np.argwhere(ink > 127)
    edges = [*at.min(axis=0), *at.max(axis=0)]
    expected = [rows[0] - 9, columns[0] - 9, rows[1] + 8, columns[1] + 8]
    np.testing.assert_allclose(edges, np.maximum(expected, 0), atol=2)


def see_an_error_and_go_on(pad):
    """The error is said and no answer shown, until it is gone."""
    before = pad.canvas.bounding_box()
    assert pad.stroke((270, 270)).min() == 255
    words = pad.cell.get_by_text("ValueError: ink in the corner")
    canvas, note = pad.canvas.bounding_box(), words.bounding_box()
    assert canvas == before, "the pad stays below the hand"
    assert note["x"] > canvas["x"] + canvas["width"], "it stands beside"
    assert canvas["y"] - 9 < note["y"] < canvas["y"] + canvas["height"] / 2
    pad.cell.get_by_role("button", name="Clear").click()
    pad.cell.get_by_text("Nothing drawn yet.").wait_for()
    assert words.count() == 0 and pad.ink().min() == 255
    expect_stroke(pad.stroke((30, 50)), columns=(30, 30), rows=(50, 50))


def clear_with_the_keyboard(pad, key):
    """A key presses the button that has the focus: the picture is blank."""
    before = pad.image.get_attribute("src")
    pad.cell.get_by_role("button", name="Clear").focus()
    pad.page.keyboard.press(key)
    assert pad.answer(before).min() == 255
    assert pad.cell.get_by_text("Nothing drawn yet.").is_visible()
    expect_stroke(pad.stroke((140, 140)), columns=(140, 140), rows=(140, 140))


def draw_with_a_finger(pad):
    """A finger draws; the page, which could be scrolled, stays in place."""
    before = pad.image.get_attribute("src")
    where = pad.canvas.bounding_box()
    session = pad.page.context.new_cdp_session(pad.page)
    for kind, *points in [
        ("touchStart", (200, 220)),
        *(("touchMove", (200, y)) for y in range(210, 20, -20)),
        ("touchEnd",),
    ]:
        touches = [
            dict(zip("xy", pad.place(*point), strict=True)) for point in points
        ]
        session.send(
            "Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches}
        )
    ink = pad.answer(before)
    assert pad.canvas.bounding_box() == where
    expect_stroke(ink[:, 170:], columns=(30, 30), rows=(30, 220))


def fit_a_telephone(pad):
    """On 390 fine pixels the pad is whole, the picture below, the ink right."""
    page = pad.page
    page.evaluate(CLOSE_FILES)
    page.set_viewport_size({"width": PHONE["width"], "height": 800})
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setDeviceMetricsOverride", PHONE)
    page.wait_for_function("devicePixelRatio === 3")
    pad.lesson.run("pad")
    pad.find()
    clear_with_the_keyboard(pad, "Space")
    ink = pad.stroke((70, 60), (70, 180))
    expect_stroke(ink, columns=(70, 140), rows=(60, 180))
    assert pad.canvas.evaluate(BACKING) == [280, 280]
    whole = pad.cell.bounding_box()
    box, below = pad.canvas.bounding_box(), pad.image.bounding_box()
    for part in (box, below):
        assert whole["x"] <= part["x"]
        assert part["x"] + part["width"] <= whole["x"] + whole["width"] < 390
    assert below["y"] > box["y"] + box["height"] and box["width"] > 200
