"""What is known about a machine, as lines of one table."""

import html
import re
from typing import NamedTuple

SIGNS = {"ok": "✔", "note": "•", "problem": "✘"}


class Fact(NamedTuple):
    """One line of the report.

    `state` is "ok", "note" (every lesson still runs) or "problem" (some
    lesson could not run); `mend` is the command or step that helps, or "".
    """

    topic: str
    text: str
    state: str = "ok"
    mend: str = ""


class Summary:
    """Facts as a table: HTML in a notebook, text everywhere else."""

    def __init__(self, facts):
        self.facts = list(facts)

    def __repr__(self):
        width = max((len(fact.topic) for fact in self.facts), default=0)
        lines = []
        for fact in self.facts:
            sign = SIGNS[fact.state]
            lines.append(f"{sign} {fact.topic:<{width}}  {fact.text}")
            if fact.mend:
                lines.append(f"  {'':<{width}}  → {fact.mend}")
        return "\n".join(lines)

    def _repr_html_(self):
        rows = []
        for fact in self.facts:
            text = _marked(fact.text)
            if fact.mend:
                text += f"<br>→ {_marked(fact.mend)}"
            rows.append(
                f"<tr><td>{SIGNS[fact.state]}</td>"
                f"<th style='text-align:left'>{html.escape(fact.topic)}</th>"
                f"<td style='text-align:left'>{text}</td></tr>"
            )
        return f"<table>{''.join(rows)}</table>"


def _marked(text):
    """Return text as HTML, with what stands in backticks as code."""
    return re.sub(r"`(.+?)`", r"<code>\1</code>", html.escape(text))
