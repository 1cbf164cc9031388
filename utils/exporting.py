"""Files of a finished net: where they go, and how they are asked."""

import contextlib
import logging
import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import numpy as np

from utils import places


def folder(name):
    """Return the folder for a lesson's files, made where it is missing.

    It lies beside the downloads; where nothing can be written there, it is a
    temporary one.
    """
    path = places.cache() / "nets" / name
    try:
        path.mkdir(parents=True, exist_ok=True)
        (path / "written").touch()
        (path / "written").unlink()
    except OSError:
        path = Path(tempfile.mkdtemp(prefix=f"{name}_"))
    return path


def to_litert(graph, path):
    """Write the SavedModel in the folder `graph` as a LiteRT file, `path`.

    Keras's `export(path, format="litert")` begins with a net and builds the
    graph once more; it also lets operations through that LiteRT has to leave
    to TensorFlow. Raises OSError where `graph` holds no SavedModel.
    """
    # a second or two, which only who asks for it should spend
    from tensorflow import lite

    with quietly():
        converter = lite.TFLiteConverter.from_saved_model(str(graph))
        Path(path).write_bytes(converter.convert())


def litert(path):
    """Return a function that asks the LiteRT net in the file `path`.

    The function takes float32 (N, …), as many rows as you like, and returns
    float32 (N, …). It uses the interpreter that comes with TensorFlow, which
    speaks of its own end; on a telephone it is another program. Raises
    ValueError for a file that holds no such net.
    """
    # a second or two, which only who asks for it should spend
    from tensorflow import lite

    with quietly(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the interpreter's deprecation
        try:
            interpreter = lite.Interpreter(str(path))
        except ValueError as error:
            raise ValueError(
                f"{path} holds no LiteRT net ({error}). Export it again."
            ) from error
        taken = interpreter.get_input_details()[0]["index"]
        given = interpreter.get_output_details()[0]["index"]

    def ask(inputs):
        inputs = np.asarray(inputs, np.float32)
        with quietly():
            interpreter.resize_tensor_input(taken, inputs.shape)
            interpreter.allocate_tensors()
            interpreter.set_tensor(taken, inputs)
            interpreter.invoke()
        return interpreter.get_tensor(given)

    return ask


def start(program, *arguments):
    """Run a Python program in a process of its own, as anybody would.

    Returns what `subprocess.run` does: `returncode`, and as text `stdout` and
    `stderr`.
    """
    command = [sys.executable, program, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@contextlib.contextmanager
def quietly():
    """Throw away what TensorFlow reports meanwhile, step by step.

    That is what compiled code writes to stderr, past Python, and notes in
    Python's log. Warnings there and errors arrive as ever.
    """
    before = logging.root.manager.disable
    logging.disable(max(before, logging.INFO))
    sys.stderr.flush()
    keep, hole = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    os.dup2(hole, 2)
    os.close(hole)
    try:
        yield
    finally:
        sys.stderr.flush()
        os.dup2(keep, 2)
        os.close(keep)
        logging.disable(before)
