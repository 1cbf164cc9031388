"""The table of what a learner has passed, lesson by lesson."""

import html
import re

from utils import lessons, messages

BAR = 24  # characters


class Overview:
    """All exercises and questions of a folder of lessons, open or passed.

    `exercises` and `questions` are the two sections of progress.json. The
    lessons are read when this is made.
    """

    def __init__(self, folder, exercises, questions, note):
        self.lessons = lessons.listed(folder)
        self.exercises = exercises
        self.questions = questions
        self.note = note

    def __repr__(self):
        rows = [("Lesson", "Exercises", "Questions"), *self._rows()]
        widths = [max(len(row[i]) for row in rows) for i in range(3)]
        lines = [
            "  ".join(map(str.ljust, row, widths)).rstrip() for row in rows
        ]
        lines += ["", self._total()]
        if self.note:
            lines += ["", f"Note: {messages.without_marks(self.note)}"]
        return "\n".join(lines)

    def _repr_html_(self):
        rows = "".join(
            "<tr>"
            + "".join(
                f'<td style="text-align: left">{_unbroken(cell)}</td>'
                for cell in row
            )
            + "</tr>"
            for row in self._rows()
        )
        heads = "".join(
            f'<th scope="col" style="text-align: left">{head}</th>'
            for head in ("Lesson", "Exercises", "Questions")
        )
        note = (
            messages.panel(messages.inline(self.note), "note")
            if self.note
            else ""
        )
        return (
            f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody>"
            f"</table><p>{html.escape(self._total())}</p>{note}"
        )

    def _rows(self):
        """Return (lesson, exercises, questions) of each lesson as text."""
        return [
            (
                lesson.title,
                "   ".join(map(self._exercise, lesson.exercises)) or "–",
                self._answered(lesson.questions),
            )
            for lesson in self.lessons
        ]

    def _exercise(self, id):
        entry = self.exercises.get(id, {"passed": None, "tries": 0})
        tries = entry["tries"]
        sign = "✔" if entry["passed"] else "○"
        if not tries:
            return f"{sign} {id}"
        return f"{sign} {id} ({tries} {'try' if tries == 1 else 'tries'})"

    def _answered(self, ids):
        if not ids:
            return "–"
        entries = [self.questions[id] for id in ids if id in self.questions]
        answered = [entry for entry in entries if entry["answered"]]
        first = sum(entry["first_try"] for entry in answered)
        said = f"{len(answered)} of {len(ids)}"
        return f"{said}, {first} at the first try" if first else said

    def _total(self):
        exercises = {id for one in self.lessons for id in one.exercises}
        questions = {id for one in self.lessons for id in one.questions}
        if not exercises | questions:
            return "No lesson with an exercise or a question lies here."
        passed = _count(exercises, self.exercises, "passed")
        answered = _count(questions, self.questions, "answered")
        share = (passed + answered) / (len(exercises) + len(questions))
        full = int(share * BAR)
        return (
            f"{'█' * full}{'░' * (BAR - full)} {int(100 * share)} %: "
            f"{passed} of {len(exercises)} exercises passed, "
            f"{answered} of {len(questions)} questions answered"
        )


def _count(ids, entries, key):
    return sum(bool(entries.get(id, {}).get(key)) for id in ids)


def _unbroken(cell):
    """Return a cell as HTML in which an exercise's id stays on one line."""
    text = html.escape(cell)
    return re.sub(
        r"[✔○] [\w-]+(?: \(\d+ \w+\))?",
        lambda found: f'<span style="white-space: nowrap">{found[0]}</span>',
        text,
    )
