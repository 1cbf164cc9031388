"""Gradients by automatic differentiation, on whichever backend Keras runs."""

import keras
import numpy as np
from keras import ops


def value_and_gradient(function, array):
    """Return `function(array)` and its gradient, as float and NumPy array.

    `function` takes a tensor of the shape and dtype of `array`, uses Keras
    operations, layers or models, and returns one number. The gradient has the
    shape of `array`. Raises TypeError when `array` holds no floats, because
    whole numbers have no gradient, and ValueError when `function` returns
    more than one number or one that does not depend on the array.
    """
    array = np.asarray(array)
    if not np.issubdtype(array.dtype, np.floating):
        raise TypeError(
            f"A gradient needs floats, but the array holds {array.dtype}. "
            "Convert it with .astype(np.float32)."
        )
    value, gradient = _BACKENDS[keras.backend.backend()](function, array)
    if gradient is None:
        raise ValueError(
            "The function's value does not depend on the array, so there is "
            "no gradient. Did it leave Keras, as np.asarray does?"
        )
    return float(value), ops.convert_to_numpy(gradient)


def _one_number(value):
    """Return `value` without its axes, or say that it is not one number."""
    if int(np.prod(value.shape)) != 1:
        raise ValueError(
            "A gradient needs one number, but the function returns the shape "
            f"{tuple(value.shape)}. Take its mean or its sum."
        )
    return ops.reshape(value, ())


def _tensorflow(function, array):
    import tensorflow as tf

    tensor = tf.convert_to_tensor(array)
    with tf.GradientTape() as tape:
        tape.watch(tensor)
        value = _one_number(function(tensor))
    return value, tape.gradient(value, tensor)


def _jax(function, array):
    import jax

    def one_number(tensor):
        return _one_number(function(tensor))

    return jax.value_and_grad(one_number)(jax.numpy.asarray(array))


def _torch(function, array):
    import torch

    tensor = ops.convert_to_tensor(array).detach().clone().requires_grad_()
    value = _one_number(function(tensor))
    if not value.requires_grad:
        return value, None
    (gradient,) = torch.autograd.grad(value, tensor, allow_unused=True)
    return value.detach(), gradient


_BACKENDS = {"tensorflow": _tensorflow, "jax": _jax, "torch": _torch}
