"""Plain NumPy copies of whatever a learner's function returned.

An object can lie in `==`, in `__array__` and in `shape`. Nothing here calls a
method that a class outside the standard library, NumPy or LIBRARIES defines:
what cannot be copied without that is refused.
"""

import sys

import numpy as np

LIBRARIES = ("tensorflow", "keras", "torch", "jax", "jaxlib", "pandas")
KINDS = {
    "b": "True or False",
    "i": "integers",
    "u": "integers",
    "f": "floats",
    "c": "complex numbers",
    "U": "text",
    "S": "bytes",
}
SCALARS = (  # each base class with the method that reads the true value
    (int, int.__int__),
    (float, float.__float__),
    (complex, complex.__complex__),
    (str, str.__str__),
    (bytes, bytes.__bytes__),
)
DEPTH = 32  # lists in lists; NumPy itself allows 64 axes


class NotPlainError(TypeError):
    """A value that has no plain copy; its text ends the phrase "got …"."""


def plain(value, depth=0):
    """Return a new `numpy.ndarray` with the values of `value`.

    Takes numbers, text, arrays, lists and tuples of these, tensors of
    TensorFlow, Keras, JAX and torch, and what pandas makes; none of these
    libraries is imported for it. Subclasses are reduced to their base. The
    dtype is kept, except bfloat16 and other floats that NumPy lacks, which
    become float32. Raises NotPlainError for everything else.
    """
    kind = type(value)
    if issubclass(kind, np.ndarray):
        return _from_array(value, depth)
    if issubclass(kind, np.generic):
        return _from_array(np.generic.__array__(value), depth)
    if issubclass(kind, (list, tuple, range)):
        return _from_sequence(value, depth)
    for base, read in SCALARS:
        if issubclass(kind, base):
            return _from_scalar(value if kind is bool else read(value))
    if _is_of_library(kind):
        return _from_library(value, depth)
    name = "None" if value is None else f"an object of type {kind.__name__}"
    raise NotPlainError(f"{name}, where an array, a number or text belongs")


def _from_scalar(value):
    array = np.array(value)
    if array.dtype.kind == "O":
        raise NotPlainError("an integer that needs more than 64 bits")
    return array


def _from_sequence(value, depth):
    """Stack the plain copies of the elements; all must have one shape."""
    base = next(b for b in (list, tuple, range) if issubclass(type(value), b))
    items = list(base.__iter__(value))
    if depth == DEPTH:
        raise NotPlainError(f"lists nested more than {DEPTH} deep")
    if items and set(map(type, items)) <= {int, float}:  # the usual, fast
        array = np.array(items)
        if array.dtype.kind != "O":
            return array
    parts = [plain(item, depth + 1) for item in items]
    shapes = sorted({part.shape for part in parts})
    if len(shapes) > 1:
        raise NotPlainError(
            f"a {base.__name__} whose entries differ in shape: "
            f"{shapes[0]} and {shapes[1]}"
        )
    if len({part.dtype.kind in "US" for part in parts}) > 1:
        raise NotPlainError(f"a {base.__name__} that mixes text and numbers")
    return np.stack(parts) if parts else np.empty(0)


def _from_array(value, depth):
    if issubclass(type(value), np.ma.MaskedArray):
        raise NotPlainError(
            "a masked array, whose hidden entries cannot be compared: "
            "return a plain array, for example with `.filled(0)`"
        )
    array = np.array(value)  # of the base class, whatever it overrides
    if array.dtype.kind in KINDS:
        return array
    if array.dtype.kind == "V" and array.dtype.names is None:
        try:  # bfloat16, float8 and their like
            return array.astype(np.float32)
        except (TypeError, ValueError):
            pass
    if array.dtype.kind == "O" and depth < DEPTH:
        parts = _from_sequence(list(array.ravel()), depth)
        if parts.size == array.size:
            return parts.reshape(array.shape)
    raise NotPlainError(f"an array of dtype {array.dtype}, not of numbers")


def _is_of_library(kind):
    """Say whether a class is one that LIBRARIES define.

    A class can claim any module as its own, so it is looked up there.
    """
    module = kind.__module__
    if not isinstance(module, str) or module.partition(".")[0] not in LIBRARIES:
        return False
    found = sys.modules.get(module)
    for name in kind.__qualname__.split("."):
        found = getattr(found, name, None)
    return found is kind


def _from_library(value, depth):
    name = f"{type(value).__module__.partition('.')[0]} {type(value).__name__}"
    try:
        if name.startswith("torch "):
            value = value.detach().cpu()
            value = value.float() if "bfloat" in str(value.dtype) else value
            array = value.numpy()
        elif name == "keras Variable":
            return plain(value.value, depth + 1)
        else:
            array = np.asarray(value)
    except Exception as error:  # each library has its own
        raise NotPlainError(
            f"a {name} that has no values (a symbolic tensor knows only its "
            "shape: call the model on an array)"
        ) from error
    return _from_array(array, depth)
