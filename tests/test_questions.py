"""Quick questions: buttons where there is a kernel, folded HTML elsewhere."""

import json
import os
from html.parser import HTMLParser

import nbclient
import pytest
from small_lesson import small_lesson, write

from utils import messages, progress, questions

WIDGET = "application/vnd.jupyter.widget-view+json"
ANSWERS = {
    "`x < 1` & <b>bold</b>": "No: `x` is 32 × 32.",
    "both": "Each <script>alert(1)</script> counts.",
}


@pytest.fixture
def shown(monkeypatch):
    """Return the list of bundles that get displayed."""
    bundles = []
    monkeypatch.setattr(messages, "show", bundles.append)
    return bundles


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    folder = tmp_path / "my_lessons"
    folder.mkdir()
    monkeypatch.setenv("COURSE_WORKSPACE", str(folder))
    monkeypatch.chdir(folder)
    return folder


class Page(HTMLParser):
    """Collects what a page holds: tags and the text in each <details>."""

    def __init__(self, source):
        super().__init__()
        self.tags, self.folded = [], []
        self.feed(source)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag == "details":
            self.folded.append("")

    def handle_data(self, data):
        if self.folded:
            self.folded[-1] += data


def test_the_page_holds_every_answer_with_its_feedback(shown):
    assert questions.ask("01-x", "What is `x`?", ANSWERS, correct="both") is (
        None
    )
    page = Page(shown[0]["text/html"])
    assert page.folded == [
        "x < 1 & <b>bold</b>✘ Not so. No: x is 32 × 32.",
        "both✔ Right. Each <script>alert(1)</script> counts.",
    ]


def test_html_in_a_question_is_shown_and_not_run(shown):
    questions.ask("01-x", "Is <i>it</i>?", ANSWERS, correct="both")
    page = Page(shown[0]["text/html"])
    assert not {"script", "b", "i"} & set(page.tags)
    assert page.tags.count("code") == 2


def test_code_spans_blank_lines_and_quotes_become_html():
    assert messages.inline("`a<b`") == "<code>a&lt;b</code>"
    assert messages.inline("``a`b``, `c`") == (
        "<code>a`b</code>, <code>c</code>"
    )
    assert messages.inline("one\n\ntwo ` three") == "one<br><br>two ` three"
    assert messages.inline('"x"') == "&quot;x&quot;"


def test_a_test_run_gets_no_widget(shown):
    assert "PYTEST_CURRENT_TEST" in os.environ
    questions.ask("01-x", "What?", ANSWERS, correct="both")
    assert set(shown[0]) == {"text/plain", "text/html"}


def test_a_kernel_without_ipywidgets_gets_the_page(shown, monkeypatch):
    monkeypatch.delenv("PYTEST_CURRENT_TEST")
    shell = type("Shell", (), {"kernel": object()})()
    monkeypatch.setattr(questions, "get_ipython", lambda: shell)
    monkeypatch.setitem(__import__("sys").modules, "ipywidgets", None)
    questions.ask("01-x", "What?", ANSWERS, correct="both")
    assert set(shown[0]) == {"text/plain", "text/html"}


@pytest.mark.parametrize(
    ("id", "text", "answers", "correct", "said"),
    [
        ("", "What?", ANSWERS, "both", "give it a name"),
        (None, "What?", ANSWERS, "both", "give it a name"),
        ("01-x", " ", ANSWERS, "both", "no text"),
        ("01-x", "What?", {"both": "Yes."}, "both", "has 1 answers"),
        ("01-x", "What?", ANSWERS, "neither", "'neither', is not among"),
    ],
)
def test_a_question_that_cannot_be_asked_says_why(
    shown, id, text, answers, correct, said
):
    with pytest.raises(ValueError, match=said):
        questions.ask(id, text, answers, correct=correct)
    assert shown == []


def widget(id="01-x"):
    """Return the buttons of a question and the widget that replies."""
    box = questions._as_widget(id, "What?", ANSWERS, "both")
    _, *buttons, reply = box.children
    return buttons, reply


def test_a_click_replies_and_several_tries_are_allowed(workspace):
    (wrong, right), reply = widget()
    wrong.click()
    assert "✘ Not so." in reply.value
    assert 'role="alert"' in reply.value
    assert wrong.description == "✘ x < 1 & <b>bold</b>"
    right.click()
    assert "✔ Right." in reply.value
    wrong.click()
    assert wrong.description.count("✘") == 1
    assert "✘ Not so." in reply.value


def entry(id="01-x"):
    return progress.show().questions[id]


def test_the_first_try_is_recorded_and_later_ones_do_not_change_it(workspace):
    (wrong, right), _ = widget()
    wrong.click()
    assert entry() == {"answered": None, "first_try": False}
    right.click()
    assert entry()["answered"]
    assert entry()["first_try"] is False
    (wrong, right), _ = widget("01-y")
    right.click()
    wrong.click()
    assert entry("01-y")["first_try"] is True


def test_a_click_that_cannot_be_recorded_still_replies(workspace):
    (workspace / ".progress.lock").mkdir()
    (_, right), reply = widget()
    right.click()
    assert "✔ Right." in reply.value
    assert "could not be read or saved" in reply.value


@pytest.fixture(scope="module")
def run_in_workspace(tmp_path_factory):
    """Run a small wrongly answered lesson in a real kernel, not under test."""
    folder = tmp_path_factory.mktemp("project") / "my_lessons"
    wrong = "def vote(neighbours, num_classes):\n    return [1]"
    path = write(small_lesson(wrong), folder / "02_small.ipynb")
    notebook = small_lesson(wrong)
    environment = os.environ | {"COURSE_WORKSPACE": str(folder)}
    environment.pop("PYTEST_CURRENT_TEST", None)
    nbclient.NotebookClient(
        notebook,
        timeout=60,
        allow_errors=True,
        resources={"metadata": {"path": str(path.parent)}},
    ).execute(env=environment)
    return notebook, folder


def test_a_test_run_is_quiet_and_leaves_no_file(tmp_path):
    notebook = small_lesson()
    client = nbclient.NotebookClient(
        notebook, timeout=60, resources={"metadata": {"path": str(tmp_path)}}
    )
    client.execute(env=dict(os.environ))
    (passed,), (asked,) = (cell.outputs for cell in notebook.cells[2:])
    assert passed.data["text/plain"] == "✔ 02-vote: all checks passed"
    assert set(asked.data) == {"text/html", "text/plain"}
    assert list(tmp_path.iterdir()) == []


def test_one_output_holds_the_buttons_and_the_page(run_in_workspace):
    notebook, _ = run_in_workspace
    (output,) = notebook.cells[3].outputs
    assert output.output_type == "display_data"
    assert set(output.data) == {WIDGET, "text/html", "text/plain"}
    assert output.data["text/plain"].startswith("Question: What does")


def test_a_kernel_sends_the_short_message_as_the_whole_traceback(
    run_in_workspace,
):
    notebook, folder = run_in_workspace
    (output,) = notebook.cells[2].outputs
    assert output.output_type == "error"
    assert output.ename == "CheckFailed"
    assert "\n".join(output.traceback) == output.evalue
    assert output.evalue.startswith("✘ two votes beat one")
    kept = json.loads((folder / "progress.json").read_text())
    assert kept["exercises"] == {"02-vote": {"passed": None, "tries": 1}}
