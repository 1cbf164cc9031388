"""Memory that nets have left behind, given back.

A lesson that builds one large net after another would keep what all of them
took. `keras.utils.clear_session()` drops what Keras knows of them. TensorFlow
keeps more: when Keras adds up the gradients of a step (`all_reduce`, also on a
single device), TensorFlow's custom_gradient.py registers their gradient under a
name of its own, and with it the graph of the whole step, for good. And the C
library keeps freed memory for the next net, in pieces.
"""

import contextlib
import ctypes
import gc

import keras

OWN = "CustomGradient-"  # how such a name begins


def give_back():
    """Drop what nets that no name holds any more have left in memory.

    Nets that a name still holds go on working, and learn on. (What cannot be
    done any more: a gradient of a gradient through a step that was traced
    before. No lesson does.)
    """
    keras.utils.clear_session(free_memory=False)  # gc.collect() comes below
    for registry in _registries():
        for name in [name for name in registry if name.startswith(OWN)]:
            del registry[name]
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):  # no GNU C library
        ctypes.CDLL(None).malloc_trim(0)


def _registries():
    """Return TensorFlow's register of gradients, where there is one."""
    if keras.backend.backend() != "tensorflow":
        return []
    from tensorflow.python.framework import ops

    registry = getattr(ops, "gradient_registry", None)
    return [kept] if (kept := getattr(registry, "_registry", None)) else []
