"""utils.gradients against derivatives known from the formula."""

import keras
import numpy as np
import pytest
from keras import ops

from utils import gradients


def test_gradient_of_a_sum_of_squares_is_twice_the_array():
    array = np.array([[1.0, -2.0], [0.5, 3.0]], dtype=np.float32)
    value, gradient = gradients.value_and_gradient(
        lambda x: ops.sum(x**2), array
    )
    assert value == pytest.approx(14.25)
    np.testing.assert_allclose(gradient, 2 * array)


def test_gradient_goes_through_a_layer_and_leaves_the_array_alone():
    layer = keras.layers.Dense(3, use_bias=False)
    array = np.ones((2, 4), dtype=np.float32)
    before = array.copy()
    layer(array)
    _, gradient = gradients.value_and_gradient(
        lambda x: ops.sum(layer(x)), array
    )
    kernel = ops.convert_to_numpy(layer.kernel)
    np.testing.assert_allclose(
        gradient, np.tile(kernel.sum(axis=1), (2, 1)), rtol=1e-5
    )
    np.testing.assert_array_equal(array, before)


def test_whole_numbers_have_no_gradient():
    with pytest.raises(TypeError, match="holds int64"):
        gradients.value_and_gradient(ops.sum, np.arange(3))


def test_more_than_one_number_is_refused():
    with pytest.raises(ValueError, match=r"the shape \(3,\)"):
        gradients.value_and_gradient(lambda x: x, np.ones(3))


def test_a_function_that_leaves_keras_is_named():
    if keras.backend.backend() == "jax":
        pytest.skip("jax reports a gradient of zero here")
    with pytest.raises(ValueError, match="does not depend"):
        gradients.value_and_gradient(
            lambda x: ops.convert_to_tensor(2.0), np.ones(3, np.float32)
        )
