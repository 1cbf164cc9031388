"""Checks of an exercise: each failure is a short message that teaches.

Values are compared as plain NumPy copies, so an object that lies in `==` is
refused. Importing this module makes IPython count the tries of an exercise.
"""

import html

import numpy as np

from utils import differences, lessons, messages, progress, settings, tries
from utils.plain import NotPlainError, plain

DTYPES = {
    "float": "f",
    "integer": "iu",
    "bool": "b",
    "complex": "c",
    "text": "U",
}
UNSOLVED = (
    "got None: nothing is returned yet. End the function in the answer cell "
    "with `return`, run that cell, then this one again."
)

tries.watch()


class CheckFailed(messages.ShortError, AssertionError):  # noqa: N818
    """A check that found something; its text is all that Jupyter shows.

    `unsolved` is true where nothing was answered yet.
    """

    def __init__(self, message, *lines, unsolved=False):
        said = "\n".join(lines).replace("\n", "\n  ")
        sign = "○" if unsolved else "✘"
        super().__init__(f"{sign} {message}" + (f"\n  {said}" if said else ""))
        self.unsolved = unsolved


class NoSuchExercise(messages.ShortError, LookupError):  # noqa: N818
    """An id that no lesson has."""


def equal(actual, expected, message, mistakes=()):
    """Check that two arrays, numbers or texts have the same values.

    Shape and values count, the dtype does not: 3 equals 3.0. NaN equals NaN.
    `mistakes` holds pairs (wrong value, message): an answer with such a value
    gets that message, which names what leads to it.
    """
    _compare(actual, expected, message, None, mistakes)


def close(actual, expected, message, mistakes=(), *, tolerance=1e-6):
    """Check like `equal`, but let numbers differ by `tolerance`.

    That is the largest difference for expected values up to 1, and relative
    to the expected value above.
    """
    _compare(actual, expected, message, tolerance, mistakes)


def differs(actual, wrong, message):
    """Check that an answer is not the one that a misconception gives.

    `message` names the misconception. Floats count as equal to `wrong` when
    they differ by rounding, 1e-6 as in `close`.
    """
    array, wrong = _answer(actual, message), plain(wrong)
    exact = {array.dtype.kind, wrong.dtype.kind} <= set("biuUS")
    if not differences.between(array, wrong, None if exact else 1e-6):
        text = differences.preview(array)
        raise CheckFailed(message, differences.beside("got ", text))


def true(condition, message):
    """Check that a condition is True; anything but a bool is refused."""
    array = _answer(condition, message)
    if array.dtype.kind != "b" or array.shape != ():
        got = differences.preview(array)
        got += f" of shape {array.shape}" if array.ndim else ""
        raise CheckFailed(message, f"expected True or False, got {got}")
    if not array:
        raise CheckFailed(message)


def shape(actual, shape, message):
    """Check the shape; an integer stands for one axis of that length."""
    array = _answer(actual, message)
    wanted = tuple(np.atleast_1d(np.asarray(shape, dtype=int)).tolist())
    if array.shape != wanted:
        raise CheckFailed(
            message, f"expected shape {wanted}, got {array.shape}"
        )


def dtype(actual, kind, message):
    """Check the kind of the values ("float") or the very dtype ("uint8").

    Kinds are the keys of DTYPES; anything else must be a dtype of NumPy.
    """
    array = _answer(actual, message)
    if kind in DTYPES:
        found = array.dtype.kind in DTYPES[kind]
    else:
        try:
            found, kind = array.dtype == np.dtype(kind), np.dtype(kind)
        except TypeError:
            raise ValueError(
                f"kind is {kind!r}; take {', '.join(DTYPES)} or a dtype"
            ) from None
    if not found:
        raise CheckFailed(message, f"expected {kind}, got {array.dtype}")


def raises(exception_type, function, message):
    """Check that calling `function` without arguments raises the exception."""
    try:
        got = function()
    except NotImplementedError:  # the open stub, even where it would match
        if exception_type is NotImplementedError:
            return
        raise
    except exception_type:
        return
    except Exception as error:
        text = f"{type(error).__name__}: {error}"[:200]
    else:
        text = "no error" if got is None else "an answer and no error"
    raise CheckFailed(
        message, f"expected {exception_type.__name__}, got {text}"
    )


def unchanged(before, after, message):
    """Check that an input still has the values of its copy `before`."""
    old, new = plain(before), _answer(after, message)
    if lines := differences.between(new, old, None):
        raise CheckFailed(message, "the input was changed in place", *lines)


def done(id):
    """Record an exercise as passed and say so; a check cell ends with it."""
    trouble = progress.record_pass(id)
    messages.line(f"✔ {id}: all checks passed", "right")
    messages.note(trouble)


def show_solution(id):
    """Display one solution of an exercise, from the solved lesson.

    Raises NoSuchExercise when no lesson has it.
    """
    folder = settings.project_root() / "notebooks"
    found = lessons.solutions(folder) if folder.is_dir() else {}
    if not found:
        messages.line(
            "This copy of the course holds no solutions. They come later, "
            "from whoever gave it to you.",
            "note",
        )
        return
    if id not in found:
        raise NoSuchExercise(lessons.unknown(id, found))
    code = found[id]
    fence = lessons.fence(code)
    messages.show(
        {
            "text/plain": f"One solution of {id}:\n\n{code}",
            "text/markdown": f"One solution of {html.escape(id)}:\n\n"
            f"{fence}python\n{code}\n{fence}",
        }
    )


def _answer(value, message):
    """Return the plain copy of an answer, or fail the check."""
    if value is None:
        raise CheckFailed(message, UNSOLVED, unsolved=True)
    try:
        return plain(value)
    except NotPlainError as error:
        raise CheckFailed(message, f"got {error}") from None


def _compare(actual, expected, message, tolerance, mistakes):
    array, wanted = _answer(actual, message), plain(expected)
    lines = differences.between(array, wanted, tolerance)
    if not lines:
        return
    for wrong, named in mistakes:
        if not differences.between(array, plain(wrong), tolerance or 1e-6):
            raise CheckFailed(named, *lines)
    raise CheckFailed(message, *lines)
