"""Weight files as Keras offers them for download, with random numbers."""

import re
from collections import Counter

import h5py
import keras
import numpy as np
from keras.src.utils.naming import to_snake_case


def random_net(name, seed=0):
    """Return a network of keras.applications in which no two arrays agree."""
    net = getattr(keras.applications, name)(
        weights=None, include_top=False, input_shape=(96, 96, 3)
    )
    return with_random_numbers(net, seed)


def with_random_numbers(net, seed=0):
    """Return the net with numbers that keep its maps in bounds."""
    draw = np.random.default_rng(seed)
    for weight in net.weights:
        if len(weight.shape) > 1:
            spread = np.sqrt(2 / np.prod(weight.shape[:-1]))
            value = spread * draw.standard_normal(weight.shape, np.float32)
        elif weight.name in ("gamma", "moving_variance"):
            value = draw.uniform(0.5, 1.5, weight.shape)
        else:
            value = draw.uniform(-0.1, 0.1, weight.shape)
        weight.assign(value)
    return net


def write(net, path):
    """Write the weights of a net as Keras 2 did; return the path.

    A group for each layer, in the attribute layer_names in the net's order;
    in it the arrays, in the attribute weight_names as "layer/array:0",
    trainable ones first. Names that Keras gives count from 1 in each file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    names = old_names(net)
    with h5py.File(path, "w") as file:
        file.attrs["layer_names"] = _bytes(names)
        file.attrs["backend"] = np.bytes_("tensorflow")
        file.attrs["keras_version"] = np.bytes_("2.0.6")
        for name, layer in zip(names, net.layers, strict=True):
            group = file.create_group(name)
            weights = layer.trainable_weights + layer.non_trainable_weights
            arrays = [f"{name}/{weight.name}:0" for weight in weights]
            group.attrs["weight_names"] = _bytes(arrays)
            for array, weight in zip(arrays, weights, strict=True):
                group[array] = keras.ops.convert_to_numpy(weight)
    return path


def _bytes(names):
    """Return names as an array of fixed length, as h5py 2 stored a list."""
    return np.asarray([name.encode() for name in names])


def old_names(net):
    """Return the names of the layers, given ones as they are.

    A name that Keras gave is that of the class and a number, which depends
    on the nets built before: conv2d_97. Here it is the place among the
    layers of that kind, in the order in which they were made: conv2d_3.
    """
    made = {}
    for layer in net.layers:
        kind = to_snake_case(type(layer).__name__)
        match = re.fullmatch(rf"{kind}(?:_(\d+))?", layer.name)
        if match:
            made[layer.name] = (kind, int(match[1] or 0))
    count, names = Counter(), {}
    for name, (kind, _) in sorted(made.items(), key=lambda item: item[1]):
        count[kind] += 1
        old = "input" if kind == "input_layer" else kind
        names[name] = f"{old}_{count[kind]}"
    return [names.get(layer.name, layer.name) for layer in net.layers]
