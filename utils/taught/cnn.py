"""The last net of lesson 07, how it learns and how it is asked.

The functions are to the letter those of the lesson; a test compares them.
"""

import keras
import numpy as np
from keras import layers, ops

LESSON = "07_cnn_cifar10"


class OneCycle(keras.optimizers.schedules.LearningRateSchedule):
    """A rate that rises from 0 to a peak and falls to 0, in straight lines."""

    def __init__(self, peak, steps, up=0.25):
        self.peak, self.steps, self.up = peak, steps, up

    def __call__(self, step):
        done = ops.cast(step, "float32") / self.steps
        rising, falling = done / self.up, (1 - done) / (1 - self.up)
        return self.peak * ops.minimum(rising, falling)


def whitening(images, noise=0.0005):
    """Return filters (2, 2, 3, 24) that whiten patches, and their negatives."""
    patches = np.lib.stride_tricks.sliding_window_view(
        images[:2_000].astype(np.float32) / 255, (2, 2), axis=(1, 2)
    )  # (N, 31, 31, 3, 2, 2)
    rows = np.moveaxis(patches, 3, 5).reshape(-1, 12)
    variances, axes = np.linalg.eigh(np.cov(rows.T))
    filters = axes / np.sqrt(variances + noise)  # one in each column
    both = np.concatenate([filters, -filters], axis=1)
    return both.reshape(2, 2, 3, 24).astype(np.float32)


def start_as_identity(layer):
    """Let the first filters of a convolution pass one channel on each."""
    kernel = ops.convert_to_numpy(layer.kernel).copy()
    passed = min(kernel.shape[2:])
    kernel[..., :passed] = 0
    kernel[1, 1, np.arange(passed), np.arange(passed)] = 1
    layer.kernel.assign(kernel)


def block(x, filters):
    """Return the maps after two convolutions and one pool."""
    small = keras.initializers.VarianceScaling(1 / 3, distribution="uniform")
    for pool in (True, False):
        x = layers.Conv2D(
            filters,
            3,
            padding="same",
            use_bias=False,
            kernel_initializer=small,
        )(x)
        x = layers.MaxPooling2D(2)(x) if pool else x
        x = layers.BatchNormalization(momentum=0.6, scale=False)(x)
        x = layers.Activation("gelu")(x)
    return x


def last_net(images, widths):
    """Return the last net, its first layer whitening what `images` show."""
    inputs = keras.Input((32, 32, 3))
    x = layers.Rescaling(1 / 255)(inputs)
    x = layers.Conv2D(24, 2, trainable=False, name="whitening")(x)
    x = layers.Activation("gelu")(x)
    for filters in widths:
        x = block(x, filters)
    x = layers.GlobalMaxPooling2D()(x)
    x = layers.Dense(10, use_bias=False)(x)
    net = keras.Model(inputs, layers.Rescaling(1 / 9)(x))
    for layer in net.layers:
        if isinstance(layer, layers.Conv2D) and layer.trainable:
            start_as_identity(layer)
    filters = whitening(images)
    mean = images.mean(axis=(0, 1, 2)) / 255
    bias = -np.tensordot(mean, filters.sum(axis=(0, 1)), 1)
    net.get_layer("whitening").set_weights([filters, bias])
    return net


class TwoSpeeds(keras.optimizers.SGD):
    """SGD whose normalisations' added numbers learn 64 times as fast."""

    def update_step(self, gradient, variable, learning_rate):
        faster = 64 if "beta" in variable.name else 1
        super().update_step(gradient, variable, faster * learning_rate)


def compute_in(net, policy):
    """Let learning convolutions, pools and GELU compute in a dtype policy."""
    kinds = (layers.Conv2D, layers.MaxPooling2D, layers.Activation)
    for layer in net.layers:
        if isinstance(layer, kinds) and layer.trainable:
            layer.dtype_policy = keras.DTypePolicy(policy)


def probabilities(net, images, *, both_ways=False):
    """Return the net's softmax (N, 10), also averaged over mirror images."""
    ways = [images, images[:, :, ::-1]] if both_ways else [images]
    scores = [net.predict(way, batch_size=500, verbose=0) for way in ways]
    shares = [ops.convert_to_numpy(ops.softmax(part)) for part in scores]
    return np.mean(shares, axis=0)
