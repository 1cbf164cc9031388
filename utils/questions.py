"""Quick questions: buttons in JupyterLab, folded answers on a static page."""

import html
import os

from IPython import get_ipython

from utils import messages, progress

STYLE = """<style>
.course-question { max-width: 52em; }
.course-question .widget-html-content {
  font-size: var(--jp-content-font-size1, 14px); line-height: 1.5;
}
.course-question button.jupyter-button {
  width: 100%; height: auto; min-height: 2.4em; margin: 3px 0;
  padding: 5px 12px; white-space: normal; text-align: left;
  font-size: var(--jp-content-font-size1, 14px); line-height: 1.4;
  overflow: visible; border: 1px solid var(--jp-border-color1, #999);
  border-left-width: 4px; border-radius: 3px;
  color: var(--jp-ui-font-color1, #111);
  background: var(--jp-layout-color2, #eee); box-shadow: none;
}
.course-question button.jupyter-button:hover { text-decoration: underline; }
.course-question button.jupyter-button:focus-visible {
  outline: 3px solid #0072B2; outline-offset: 1px;
}
.course-question button.course-right { border-color: #009E73; }
.course-question button.course-wrong { border-color: #D55E00; }
</style>"""


def ask(id, text, answers, *, correct):
    """Display a question whose answers each have their own feedback.

    `answers` maps each answer to what is said to whoever chooses it, and
    `correct` is one of them. Back quotes mark code. In JupyterLab there are
    buttons; the same output holds HTML for pages without a kernel, and only
    that under pytest. The first try and the right answer are recorded.
    Raises ValueError for an empty id or text, fewer than two answers, or a
    `correct` that is not among them.
    """
    if not isinstance(id, str) or not id.strip():
        raise ValueError(f"The id of a question is {id!r}: give it a name.")
    if not isinstance(text, str) or not text.strip():
        raise ValueError(f"Question {id} has no text.")
    if len(answers) < 2:
        raise ValueError(
            f"Question {id} has {len(answers)} answers: it needs two or more."
        )
    if correct not in answers:
        raise ValueError(
            f"The correct answer of question {id}, {correct!r}, is not among "
            f"its answers: {', '.join(map(repr, answers))}."
        )
    bundle = {
        "text/plain": _as_text(text, answers),
        "text/html": _as_html(text, answers, correct),
    }
    if _has_buttons():
        widget = _as_widget(id, text, answers, correct)
        # text/plain stays ours: the widget's names its Python class
        bundle = widget._repr_mimebundle_() | bundle
    messages.show(bundle)


def _has_buttons():
    """Say whether a browser may show widgets: a kernel, and no test run."""
    if "PYTEST_CURRENT_TEST" in os.environ:
        return False
    if getattr(get_ipython(), "kernel", None) is None:
        return False
    try:
        import ipywidgets  # noqa: F401
    except ImportError:
        return False
    return True


def _as_text(text, answers):
    lines = [f"  – {messages.without_marks(answer)}" for answer in answers]
    return "\n".join([f"Question: {messages.without_marks(text)}", *lines])


def _as_html(text, answers, correct):
    folded = "".join(
        f"<details><summary>{messages.inline(answer)}</summary>"
        f"{_feedback(feedback, answer == correct)}</details>"
        for answer, feedback in answers.items()
    )
    return f"<p><strong>Question.</strong> {messages.inline(text)}</p>{folded}"


def _feedback(feedback, right):
    verdict = "✔ Right." if right else "✘ Not so."
    said = f"<strong>{verdict}</strong> {messages.inline(feedback)}"
    return messages.panel(said, "right" if right else "wrong")


def _as_widget(id, text, answers, correct):
    """Return the question with one button an answer and a place to reply."""
    import ipywidgets

    question = f"<strong>Question.</strong> {messages.inline(text)}"
    reply = ipywidgets.HTML()

    def choose(button):
        right = button.answer == correct
        button.description = f"{'✔' if right else '✘'} {button.label}"
        button.add_class("course-right" if right else "course-wrong")
        said = _feedback(answers[button.answer], right)
        trouble = progress.record_answer(id, right=right)
        if trouble:
            noted = f"Note: {html.escape(trouble)}"
            said += messages.panel(noted, "note")
        # a new element with this role is read out by screen readers
        reply.value = f'<div role="alert">{said}</div>'

    buttons = []
    for answer in answers:
        label = messages.without_marks(answer)
        button = ipywidgets.Button(description=label)
        button.answer, button.label = answer, label
        button.layout.width = "100%"
        button.layout.height = "auto"
        button.on_click(choose)
        buttons.append(button)
    box = ipywidgets.VBox([ipywidgets.HTML(STYLE + question), *buttons, reply])
    box.add_class("course-question")
    return box
