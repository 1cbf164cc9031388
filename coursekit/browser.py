"""Read lessons in a real JupyterLab, with Chromium and without a screen."""

import contextlib
import os
import shutil

from coursekit import UserError

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
MISSING = (
    "no Chromium on PATH (apt-get install chromium, or Google Chrome from "
    "https://www.google.com/chrome)"
)
SECONDS = 60  # for one step; reading a page never takes long
SIZE = (1280, 800)

# What JupyterLab knows about a lesson. A cell counts as run when it has got
# its number: stored numbers do not count, because nothing changes then.
SCRIPT = """
window.lessons = {
  ran: {},
  find(name) {
    const main = window.jupyterapp?.shell?.widgets('main') ?? [];
    return [...main].find(one => one.context?.path?.split('/').pop() === name
                                 && one.content?.model?.cells);
  },
  codes(name) {
    return [...this.find(name).content.model.cells]
      .filter(cell => cell.type === 'code');
  },
  async ready(name) {
    await window.jupyterapp.restored;
    const panel = this.find(name);
    await panel.context.ready;
    await panel.revealed;
    await panel.sessionContext.ready;
    await panel.sessionContext.session.kernel.info;
    const ran = this.ran[name] = {changed: Infinity, cells: {}};
    for (const cell of this.codes(name)) {
      cell.stateChanged.connect((_, change) => {
        ran.changed = performance.now();
        if (change.name === 'executionCount' && change.newValue)
          ran.cells[cell.id] = (ran.cells[cell.id] ?? 0) + 1;
      });
    }
  },
  forget(name) { this.ran[name].cells = {}; },
  missing(name) {
    return this.codes(name).map(cell => cell.id)
      .filter(id => !this.ran[name].cells[id]);
  },
  ended(name) {  // all have run, or nothing moves any more
    if (!this.missing(name).length) return true;
    const running = this.codes(name)
      .some(cell => cell.executionState === 'running');
    return !running && performance.now() - this.ran[name].changed > 3000;
  },
  failed(name) {
    return this.codes(name).filter(cell => cell.outputs.toJSON()
      .some(output => output.output_type === 'error')).map(cell => cell.id);
  },
  async show([name, id, where]) {
    const notebook = this.find(name).content;
    const place = notebook.widgets.findIndex(cell => cell.model.id === id);
    if (place < 0) return false;
    await notebook.scrollToItem(place, where);
    const node = notebook.widgets[place].node;
    node.dataset.id = id;
    for (let still = 0; still < 5;) {  // cells that come into view grow
      const before = node.getBoundingClientRect().top;
      node.scrollIntoView({block: where});
      await new Promise(requestAnimationFrame);
      still = before === node.getBoundingClientRect().top ? still + 1 : 0;
    }
    return true;
  },
};
"""


def chromium():
    """Return the path of Chromium or Chrome on PATH, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@contextlib.contextmanager
def page(address, *, home):
    """Yield a page of Playwright that shows an address; end it afterwards.

    What Chromium keeps goes to the folder `home`. Raises UserError where
    there is no Chromium.
    """
    program = chromium()
    if program is None:
        raise UserError(f"There is {MISSING}.")
    from playwright.sync_api import sync_playwright  # slow, and rarely needed

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
            env={**os.environ, "HOME": str(home)},
        )
        try:
            width, height = SIZE
            shown = browser.new_page(
                viewport={"width": width, "height": height}
            )
            shown.set_default_timeout(SECONDS * 1000)
            shown.add_init_script(SCRIPT)
            shown.goto(address)
            yield shown
        finally:
            browser.close()


class Lesson:
    """A lesson open in JupyterLab, and what its reader does with it.

    It is made once the lesson is open and its kernel has started: before
    that, Run All does nothing.
    """

    def __init__(self, page, name):
        self.page = page
        self.name = name
        page.wait_for_function("name => lessons.find(name)", arg=name)
        page.evaluate("name => lessons.ready(name)", name)

    def cell(self, id, where="center"):
        """Scroll to the cell with this id and return its locator."""
        arguments = [self.name, id, where]
        if not self.page.evaluate("all => lessons.show(all)", arguments):
            raise LookupError(f"{self.name} has no cell {id}")
        return self.page.locator(f'[data-id="{id}"]')

    def write(self, id, old, new):
        """Replace the line of a cell that holds the text `old` by typing."""
        line = self.cell(id).locator(".cm-line", has_text=old)
        line.click()
        keyboard = self.page.keyboard
        keyboard.press("Home")  # twice would go before the indent
        keyboard.press("Shift+End")
        keyboard.type(new)

    def run(self, id):
        """Click into a cell, press Shift + Enter, return it when it has run."""
        cell = self.cell(id)
        ran = f"lessons.ran['{self.name}'].cells['{id}'] ?? 0"
        before = self.page.evaluate(ran)
        cell.locator(".cm-content").click()
        self.page.keyboard.press("Shift+Enter")
        self.page.wait_for_function(f"({ran}) > {before}")
        return cell

    def run_all(self, seconds):
        """Choose Run All Cells; return the ids of the cells that did not run.

        Raises Playwright's TimeoutError when it takes longer than `seconds`.
        """
        self.page.evaluate("name => lessons.forget(name)", self.name)
        self.choose("Run", "Run All Cells")
        self.page.wait_for_function(
            "name => lessons.ended(name)",
            arg=self.name,
            timeout=seconds * 1000,
        )
        return self.page.evaluate("name => lessons.missing(name)", self.name)

    def failed(self):
        """Return the ids of the cells that show an error."""
        return self.page.evaluate("name => lessons.failed(name)", self.name)

    def choose(self, menu, entry):
        """Choose an entry of JupyterLab's menu."""
        bar = self.page.locator(".lm-MenuBar-itemLabel")
        bar.get_by_text(menu, exact=True).click()
        entries = self.page.locator(".lm-Menu-itemLabel")
        entries.get_by_text(entry, exact=True).click()
