"""Keras's input pipelines for arrays are not tuned, and feed the same."""

import subprocess
import sys

import keras
import numpy as np
import pytest

from utils import tuning

ON_TENSORFLOW = pytest.mark.skipif(
    keras.backend.backend() != "tensorflow", reason="TensorFlow's pipelines"
)


@ON_TENSORFLOW
def test_fit_uses_a_pipeline_without_tuning(monkeypatch):
    import tensorflow as tf

    assert tuning.switch_off() and tuning.switch_off()
    seen = []
    strategy = type(tf.distribute.get_strategy())
    original = strategy.experimental_distribute_dataset

    def watch(self, dataset, *rest):
        seen.append(dataset.options().autotune.enabled)
        return original(self, dataset, *rest)

    monkeypatch.setattr(strategy, "experimental_distribute_dataset", watch)
    net = keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)])
    net.compile("sgd", "mse")
    net.fit(np.ones((4, 2)), np.ones((4, 1)), verbose=0)
    net.predict(np.ones((4, 2)), verbose=0)
    assert seen == [False, False]


@ON_TENSORFLOW
@pytest.mark.parametrize("first", ["keras", "utils"])
def test_lessons_import_keras_first_and_tools_do_not_import_it(first):
    second = {"keras": "utils", "utils": "sys"}[first]
    code = (
        f"import sys, {first}, {second}\n"
        "loaded = 'keras' in sys.modules\n"
        "name = 'keras.src.trainers.data_adapters.array_data_adapter'\n"
        "module = sys.modules.get(name)\n"
        "kind = getattr(module, 'ArrayDataAdapter', None)\n"
        "method = getattr(kind, 'get_tf_dataset', None)\n"
        "print(loaded, hasattr(method, '__wrapped__'))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    expected = {"keras": "True True", "utils": "False False"}[first]
    assert done.stdout.split("\n")[-2] == expected


def test_without_keras_nothing_is_done(monkeypatch):
    monkeypatch.delitem(sys.modules, "keras")
    assert not tuning.switch_off()


def test_on_another_backend_nothing_is_done(monkeypatch):
    monkeypatch.setattr(keras.backend, "backend", lambda: "jax")
    assert not tuning.switch_off()


@ON_TENSORFLOW
def test_shuffled_batches_are_the_same(monkeypatch):
    from keras.src.trainers.data_adapters import array_data_adapter

    tuning.switch_off()
    adapter = array_data_adapter.ArrayDataAdapter
    found = []
    for method in (
        adapter.get_tf_dataset,
        adapter.get_tf_dataset.__wrapped__,
    ):
        keras.utils.set_random_seed(3)
        pipeline = method(adapter(np.arange(50), batch_size=7, shuffle=True))
        found.append([np.ravel(batch).tolist() for batch in pipeline])
    assert found[0] == found[1]
    assert sorted(np.concatenate(found[0])) == list(range(50))
