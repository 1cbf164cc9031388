"""Where two plain arrays differ, said in a few short lines."""

import numpy as np

from utils.plain import KINDS

WHOLE = 12  # arrays of up to so many values are shown in full
SHOWN = 3  # of larger ones, so many entries that differ
LONGEST = 60  # characters of one text


def between(actual, expected, tolerance):
    """Return lines that say how `actual` differs, or [] where it does not.

    Both are plain arrays. Numbers match when they differ by no more than
    `tolerance`, taken relative to expected values above 1; None asks for the
    very same value. NaN matches NaN. The dtype does not count.
    """
    if actual.shape != expected.shape:
        return [
            f"expected shape {_shape(expected)}, got {_shape(actual)}",
            *(
                [beside("got ", preview(actual))]
                if actual.size <= WHOLE
                else []
            ),
        ]
    if _group(actual) != _group(expected):
        return [
            f"expected {KINDS[expected.dtype.kind]}, "
            f"got {KINDS[actual.dtype.kind]}: {preview(actual)}"
        ]
    wrong = ~matches(actual, expected, tolerance)
    if not wrong.any():
        return []
    lines = _entries(actual, expected, wrong)
    if (actual.dtype.kind == "b") != (expected.dtype.kind == "b"):
        lines.append(
            f"expected {KINDS[expected.dtype.kind]}, "
            f"got {KINDS[actual.dtype.kind]}"
        )
    nan = _nan(actual) & wrong
    if nan.any():
        lines.append(
            f"NaN (not a number) stands in {nan.sum()} of {nan.size} places: "
            "0/0, inf - inf or the logarithm of a negative number makes it"
        )
    elif tolerance is not None and _group(actual) == "number":
        with np.errstate(all="ignore"):
            largest = np.abs(_wide(actual) - _wide(expected))[wrong].max()
        lines.append(
            f"largest difference {largest:.3g}, allowed {tolerance:.3g}"
        )
    return lines


def matches(actual, expected, tolerance):
    """Return, for two plain arrays of one shape, which values match."""
    same = np.asarray(actual == expected)
    if _group(actual) != "number":
        return same
    same |= _nan(actual) & _nan(expected)
    if tolerance is None:
        return same
    with np.errstate(all="ignore"):
        away = np.abs(_wide(actual) - _wide(expected))
        size = np.maximum(1, np.abs(_wide(expected)))
        return same | (away <= tolerance * size) & np.isfinite(size)


def preview(array):
    """Return a plain array as text, cut when it is large."""
    if array.ndim == 0:
        return _value(array[()])
    text = np.array2string(
        array,
        max_line_width=68,
        threshold=WHOLE,
        edgeitems=3,
        precision=6,
        separator=" ",
    )
    return text if len(text) <= 400 else f"{text[:400]} …"


def _entries(actual, expected, wrong):
    """Show both arrays when they are small, else the first that differ."""
    if actual.ndim == 0:
        return _pair(preview(expected), preview(actual), actual, expected)
    if actual.size <= WHOLE and actual.ndim <= 2:
        return _pair(preview(expected), preview(actual), actual, expected)
    places = np.argwhere(wrong)
    lines = [f"{len(places):,} of {wrong.size:,} values differ"]
    if len(places) > SHOWN:
        lines[0] += f", the first {SHOWN}:"
    for place in map(tuple, places[:SHOWN]):
        wanted, got = _both(expected[place], actual[place])
        index = ", ".join(map(str, place))
        lines.append(f"at [{index}] expected {wanted}, got {got}")
    return lines


def _pair(wanted, got, actual, expected):
    if wanted == got and actual.ndim == 0:  # they differ in later digits
        wanted, got = _both(expected[()], actual[()])
    elif wanted == got:
        wanted, got = (
            np.array2string(array, max_line_width=68, floatmode="unique")
            for array in (expected, actual)
        )
    return [beside("expected ", wanted), beside("got      ", got)]


def beside(label, text):
    """Return text after a label, its further lines indented as far."""
    return label + text.replace("\n", "\n" + " " * len(label))


def _both(expected, actual):
    texts = _value(expected), _value(actual)
    if texts[0] == texts[1]:
        return repr(expected.item()), repr(actual.item())
    return texts


def _value(scalar):
    if scalar.dtype.kind == "f":
        return f"{scalar:.6g}"
    text = repr(scalar.item())
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _shape(array):
    return array.shape if array.ndim else "() (a single value)"


def _group(array):
    return array.dtype.kind if array.dtype.kind in "US" else "number"


def _nan(array):
    if array.dtype.kind in "fc":
        return np.isnan(array)
    return np.zeros(array.shape, bool)


def _wide(array):
    return array.astype(complex if array.dtype.kind == "c" else float)
