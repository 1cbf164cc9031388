"""Small nets of lesson 08 that show what an idea is worth.

The functions are to the letter those of the lesson; a test compares them.
"""

import keras
import numpy as np
from keras import layers, ops

LESSON = "08_architectures"


def normed(x, filters, window=3, stride=1):
    """Return normalised maps (H / stride, W / stride, filters), no ReLU."""
    options = {"use_bias": False, "kernel_initializer": "he_normal"}
    x = layers.Conv2D(filters, window, stride, "same", **options)(x)
    return layers.BatchNormalization()(x)


def two_layers(x, filters, stride, *, shortcut):
    """Return x + F(x), or F(x) alone, after a ReLU."""
    y = layers.ReLU()(normed(x, filters, stride=stride))
    y = normed(y, filters)
    if shortcut:
        missing = filters - x.shape[-1]
        x = x[:, ::stride, ::stride]
        x = ops.pad(x, [(0, 0)] * 3 + [(0, missing)]) if missing else x
        y = layers.Add()([x, y])
    return layers.ReLU()(y)


def small_net(depth, *, shortcut, width=8, first=2):
    """Return a net of 6n + 2 layers: (32, 32, 3) to ten scores."""
    inputs = keras.Input((32, 32, 3))
    x = layers.Rescaling(1 / 127.5, -1)(inputs)
    x = layers.ReLU()(normed(x, width, stride=first))
    for stage in range(3):  # 16 × 16, 8 × 8, 4 × 4
        for number in range((depth - 2) // 6):
            stride = 2 if stage > 0 and number == 0 else 1
            x = two_layers(x, width * 2**stage, stride, shortcut=shortcut)
    x = layers.GlobalAveragePooling2D()(x)
    return keras.Model(inputs, layers.Dense(10)(x))


def fit_small(net, images, labels, epochs, change=None):
    """Train a net, its images changed anew each epoch; return accuracies."""
    steps = epochs * -(-len(images) // 100)
    warm = max(1, steps // 10)
    falling = keras.optimizers.schedules.CosineDecay(
        0.0, max(1, steps - warm), warmup_target=0.1, warmup_steps=warm
    )
    net.compile(
        optimizer=keras.optimizers.SGD(falling, 0.9, weight_decay=0.001),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    found = []
    for _ in range(epochs):
        shown = change(images) if change else images
        epoch = net.fit(shown, labels, batch_size=100, verbose=0)
        found += epoch.history["accuracy"]
    return found


def accuracy(net, split):
    """Return the share of a split's images that a net names rightly."""
    scores = net.predict(split.images, batch_size=500, verbose=0)
    return np.mean(scores.argmax(axis=1) == split.labels)


def four_modules(module):
    """Return a net of four modules: (32, 32, 3) to ten scores."""
    inputs = keras.Input((32, 32, 3))
    x = layers.Rescaling(1 / 127.5, -1)(inputs)
    x = layers.ReLU()(normed(x, 16, stride=2))
    for factor in (1, 2):
        x = module(module(x, factor), factor)
        x = layers.MaxPooling2D(2)(x) if factor == 1 else x
    x = layers.GlobalAveragePooling2D()(x)
    return keras.Model(inputs, layers.Dense(10)(x))


def chain(*steps):
    """Return a module: `steps` (filters, window) after each other."""

    def module(x, factor):
        for filters, window in steps:
            x = layers.ReLU()(normed(x, factor * filters, window))
        return x

    return module


def small_inception(x, factor):
    """Return (H, W, 64 · factor): 1 × 1, 3 × 3, 5 × 5 and a pool."""
    pool = layers.MaxPooling2D(3, 1, "same")(x)
    branches = [
        chain((16, 1))(x, factor),
        chain((24, 1), (32, 3))(x, factor),
        chain((4, 1), (8, 5))(x, factor),
        chain((8, 1))(pool, factor),
    ]
    return layers.Concatenate()(branches)


def ending(*, dense):
    """Return a net that ends in dense layers or in means: to ten scores."""
    inputs = keras.Input((32, 32, 3))
    x = layers.Rescaling(1 / 127.5, -1)(inputs)
    for filters in (16, 32, 64):
        x = chain((filters, 3), (filters, 3))(x, 1)
        x = layers.MaxPooling2D(2)(x)  # 16 × 16, 8 × 8, 4 × 4
    if dense:  # (4, 4, 64) -> (1024,)
        x = layers.Dense(256, activation="relu")(layers.Flatten()(x))
    else:
        x = layers.GlobalAveragePooling2D()(x)
    return keras.Model(inputs, layers.Dense(10)(x))
