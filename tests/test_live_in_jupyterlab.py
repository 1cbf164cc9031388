"""The live view in a real JupyterLab: it changes while the cell runs."""

import browser as newcomers
import nbformat
import pytest
from nbformat import v4
from playwright.sync_api import expect

from coursekit import browser

NOTEBOOK = "live.ipynb"
SETUP = """\
import keras
import numpy as np
from keras import layers
from utils import live, shapes32
live.SHARE = 0.5  # a busy machine draws slowly, and 0.04 would be long to wait
labels = np.arange(640) % 10
images = shapes32.render(labels, seed=1)
keras.utils.set_random_seed(0)
net = keras.Sequential([
    keras.Input((32, 32, 3)),
    layers.Rescaling(1 / 255),
    layers.Conv2D(8, 5, strides=2, activation="relu"),
    layers.Conv2D(16, 3, activation="relu"),
    layers.MaxPooling2D(2),
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
])
net.compile(keras.optimizers.Adam(1e-4), "sparse_categorical_crossentropy",
            metrics=["accuracy"])
view = live.View(images[:50], labels[:50], classes=shapes32.CLASSES)"""
TRAIN = """\
fitted = net.fit(images, labels, batch_size=32, epochs=5000, verbose=0,
                 validation_data=(images[:99], labels[:99]), callbacks=[view])
view.stopped, view.share"""
OPEN = "path => jupyterapp.commands.execute('docmanager:open', {path})"
INTERRUPT = "jupyterapp.commands.execute('notebook:interrupt-kernel')"
CLOSE_FILES = "jupyterapp.commands.execute('application:toggle-left-area')"
NO_SUBSHELLS = """name => {
  const {kernel} = lessons.find(name).sessionContext.session;
  kernel.commsOverSubshells = 'disabled';
}"""
OUTPUTS = """name => lessons.codes(name).find(cell => cell.id === 'train')
  .outputs.toJSON().map(({data, ename}) => ename ?? Object.keys(data))"""
CHANGED = "([element, before]) => element.textContent !== before"
FITS = """([cell, width]) => {
  const pictures = [...cell.querySelectorAll('img, svg')]
    .map(one => one.getBoundingClientRect()).filter(box => box.width);
  return pictures.length > 4 && pictures.every(box => box.right <= width);
}"""
WIDGET = "application/vnd.jupyter.widget-view+json"
# Each widget is told by a message of its own: where the line has changed, the
# pictures may be those of before for some moments. So the test waits for them.
expect.set_options(timeout=60_000)


@pytest.mark.timeout(420)
def test_a_training_is_watched_paused_and_stopped_in_jupyterlab(tmp_path):
    newcomers.need("the live view of a training in JupyterLab")
    with newcomers.newcomer(tmp_path) as (page, workspace):
        training = Training(page, workspace)
        training.start()
        see_it_change(training)
        pause_and_go_on(training)
        fit_a_telephone(training)
        stop(training)
        interrupt_while_paused(training)
        find_no_button_without_subshells(training)


class Training:
    """The training of a small notebook in JupyterLab, and what it shows."""

    def __init__(self, page, workspace):
        cells = [
            v4.new_code_cell(SETUP, id="setup"),
            v4.new_code_cell(TRAIN, id="train"),
            v4.new_markdown_cell("the end"),
        ]
        kernel = {"name": "python3", "display_name": "Python 3"}
        notebook = v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
        browser.Lesson(page, "00_start_here.ipynb")  # JupyterLab is there
        nbformat.write(notebook, workspace / NOTEBOOK)
        page.evaluate(OPEN, NOTEBOOK)
        self.page, self.lesson = page, browser.Lesson(page, NOTEBOOK)
        self.lesson.run("setup")
        assert self.lesson.failed() == []

    def start(self):
        """Run the cell and wait for the first line of the view."""
        self.cell = self.lesson.cell("train", "start")
        self.cell.locator(".cm-content").click()
        self.page.keyboard.press("Shift+Enter")
        self.line = self.cell.get_by_text("in all).")
        self.pause = self.cell.get_by_role("button", name="Pause")
        self.go_on = self.cell.get_by_role("button", name="Go on")
        self.cell.locator(".jp-InputPrompt", has_text="[*]").wait_for()
        self.line.wait_for()

    def shows(self, *, buttons):
        """Wait until the view has this many buttons."""
        found = self.cell.locator(".course-live-buttons button")
        expect(found).to_have_count(buttons)

    def runs(self):
        return "[*]" in self.cell.locator(".jp-InputPrompt").inner_text()

    def wait_for_news(self):
        """Wait until the line, which tells the number of batches, changes.

        A picture that took 10 seconds on a busy machine is followed by some 20
        seconds of training.
        """
        arguments = [self.line.element_handle(), self.line.text_content()]
        self.page.wait_for_function(CHANGED, arg=arguments, timeout=120_000)

    def interrupt(self):
        """Press the kernel's interrupt, again where nothing comes of it.

        Python drops an interrupt that arrives while an object is taken down
        (`Exception ignored in: WeakKeyDictionary.remove`): on a busy machine
        one in some 100 during `fit`, with or without a view.
        """
        message = self.cell.get_by_text("KeyboardInterrupt").first
        for _ in range(3):
            self.page.evaluate(INTERRUPT)
            for _ in range(40):
                if message.is_visible():
                    return
                self.page.wait_for_timeout(500)
        raise AssertionError("three interrupts did not end the training")

    def forget_the_last_end(self):
        """Let `wait_for_the_end` wait for one that is still to come.

        A cell that is started before another one's error is through would
        not run at all.
        """
        self.page.evaluate("name => lessons.forget(name)", NOTEBOOK)

    def wait_for_the_end(self):
        """Wait until the cell has run; return the kinds of its outputs."""
        self.page.wait_for_function("name => lessons.ended(name)", arg=NOTEBOOK)
        expect(self.cell.locator(".jp-InputPrompt")).not_to_contain_text("[*]")
        self.shows(buttons=0)
        return self.page.evaluate(OUTPUTS, NOTEBOOK)


def see_it_change(training):
    """Curves, filters, maps, mistakes and table are there, and go on."""
    cell = training.cell
    training.pause.wait_for()
    training.shows(buttons=2)
    for label in ("loss on each batch", "accuracy after each epoch"):
        expect(cell.get_by_role("img", name=label)).to_be_visible()
    expect(cell.get_by_alt_text("maps of conv2d", exact=True)).to_be_visible()
    expect(cell.get_by_role("row")).to_have_count(4)
    assert cell.get_by_text("taken for").count() <= 8
    filters = cell.get_by_alt_text("filters of the first convolution")
    before = filters.get_attribute("src")
    training.wait_for_news()
    expect(filters).not_to_have_attribute("src", before)
    assert training.runs()


def pause_and_go_on(training):
    """No batch is trained while paused, and then they go on."""
    training.pause.click()
    training.go_on.wait_for()
    shown = [None, training.line.text_content()]
    while shown[-1] != shown[-2]:  # a picture may be under way
        assert len(shown) < 6, f"trained on while paused: {shown}"
        training.page.wait_for_timeout(4000)
        shown.append(training.line.text_content())
    assert training.runs()
    training.go_on.click()
    training.pause.wait_for()
    training.wait_for_news()
    assert training.runs()


def fit_a_telephone(training):
    """On 390 pixels nothing of the view reaches beyond the cell but tables."""
    page = training.page
    page.evaluate(CLOSE_FILES)
    page.set_viewport_size({"width": 390, "height": 800})
    training.pause.click()
    training.go_on.wait_for()
    page.wait_for_function(FITS, arg=[training.cell.element_handle(), 390])
    page.set_viewport_size({"width": 1280, "height": 800})
    page.evaluate(CLOSE_FILES)
    training.go_on.click()
    training.pause.wait_for()


def stop(training):
    """Stop ends fit; the output keeps the view and has the still as well."""
    training.forget_the_last_end()
    training.cell.get_by_role("button", name="Stop").click()
    view, _ = training.wait_for_the_end()
    assert {WIDGET, "image/png", "text/plain"} == set(view)
    expect(training.cell.get_by_text("(True, 0.")).to_be_visible()


def interrupt_while_paused(training):
    """The kernel's interrupt ends a training that waits."""
    training.start()
    training.pause.click()
    training.go_on.wait_for()
    training.forget_the_last_end()
    training.interrupt()
    view, error = training.wait_for_the_end()
    assert "image/png" in view and error == "KeyboardInterrupt"


def find_no_button_without_subshells(training):
    """Where widgets' messages do not go over subshells there is no button."""
    training.page.evaluate(NO_SUBSHELLS, NOTEBOOK)
    training.start()
    training.wait_for_news()
    training.shows(buttons=0)
    training.forget_the_last_end()
    training.interrupt()
    training.wait_for_the_end()
