"""No tuning of input pipelines: with it TensorFlow lets `fit` wait for nothing.

TensorFlow tunes the pipeline that feeds a training in a thread of its own. With
TensorFlow 2.21 `fit` often came back only some time after its last mini-batch:
five of eight fits of 1.6 s took 2.6 s, one of 5.3 s took 10.3. The sums are
those of 10 ms, 20, 40 and so on, as if that thread slept to the end of a period
that doubles. With tuning off, none of four fits waited. What Keras makes of
NumPy arrays has nothing worth tuning; the batches are the same.
"""

import functools
import sys


def switch_off():
    """Switch tuning off for arrays given to Keras; say whether that was done.

    Does nothing where Keras is not imported or runs on another backend.
    """
    if "keras" not in sys.modules:
        return False
    import keras

    if keras.backend.backend() != "tensorflow":
        return False
    try:
        from keras.src.trainers.data_adapters import array_data_adapter

        adapter = array_data_adapter.ArrayDataAdapter
        original = adapter.get_tf_dataset
    except (ImportError, AttributeError):  # a Keras that is built otherwise
        return False
    if not hasattr(original, "__wrapped__"):
        adapter.get_tf_dataset = _without_tuning(original)
    return True


def _without_tuning(original):
    @functools.wraps(original)
    def get_tf_dataset(self):
        import tensorflow as tf

        options = tf.data.Options()
        options.autotune.enabled = False
        return original(self).with_options(options)

    return get_tf_dataset
