"""Nets that are gone leave nothing behind; nets that are there go on."""

import gc

import keras
import numpy as np
import pytest

from utils import memory

pytestmark = pytest.mark.skipif(
    keras.backend.backend() != "tensorflow", reason="TensorFlow's register"
)
INPUTS, LABELS = np.ones((8, 4), np.float32), np.zeros(8, int)


def trained():
    """Return a small net after one step."""
    net = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    net.compile("adam", loss)
    net.fit(INPUTS, LABELS, verbose=0)
    return net


def steps():
    """Return how many graphs of training steps are in memory."""
    gc.collect()
    return sum(
        getattr(each, "name", "").startswith("one_step")
        for each in gc.get_objects()
        if type(each).__name__ == "FuncGraph"
    )


def test_graphs_of_nets_that_are_gone_are_given_back():
    memory.give_back()
    before = steps()
    for _ in range(2):
        trained()
    keras.utils.clear_session()
    assert steps() > before, "TensorFlow keeps none: utils.memory can go"
    memory.give_back()
    assert steps() <= before


def test_a_net_that_is_held_goes_on_learning():
    net = trained()
    memory.give_back()
    before = net.get_weights()[0]
    net.fit(INPUTS, LABELS, verbose=0)
    assert (net.get_weights()[0] != before).any()
    net.fit(INPUTS[:5], LABELS[:5], verbose=0)  # another shape: traced anew
    assert net.predict_on_batch(INPUTS).shape == (8, 3)


def test_a_tensorflow_without_the_register_is_no_error(monkeypatch):
    from tensorflow.python.framework import ops

    monkeypatch.delattr(ops.gradient_registry, "_registry")
    memory.give_back()
