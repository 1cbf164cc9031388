"""Ranges of activations, weights and their gradients, layer by layer."""

from typing import NamedTuple

import keras
import numpy as np
from keras import ops

MOST_ROWS = 12  # layers in the table
WITHOUT_TENSORFLOW = (
    "Gradients are left out: they need the TensorFlow backend, and this is {}."
)
WITHOUT_LOSS = "Gradients are left out: the loss fails on the sample ({})."


class Row(NamedTuple):
    """Ranges of one layer, each (lowest, highest), or None where unknown."""

    layer: str
    activation: tuple
    activation_gradient: tuple | None
    weight: tuple
    weight_gradient: tuple | None


class Watcher:
    """Runs a net and keeps what each layer with weights puts out.

    It predicts: dropout is off, and neither the averages of batch
    normalization nor any random state move. `layers` are those it watches.
    """

    def __init__(self, net):
        self.net, self.layers = net, layers_of(net)
        tensors = [layer.output for layer in self.layers] + net.outputs
        # with a name of its own, it uses up none that Keras counts
        self._model = keras.Model(net.inputs[0], tensors, name="live_view")

    def run(self, inputs, labels):
        """Return (outputs, rows, remarks) for inputs with class numbers.

        `outputs` has a tensor for each layer, and the net's own at the end;
        `rows` the ranges of at most MOST_ROWS layers, evenly chosen;
        `remarks` the sentences about what is left out.
        """
        outputs, gradients, remarks = self._pass(inputs, labels)
        count = len(self.layers)
        chosen = np.linspace(0, count - 1, min(count, MOST_ROWS))
        rows = []
        for place in chosen.round().astype(int):
            layer = self.layers[place]
            weights = layer.trainable_weights or layer.weights
            pair = gradients[place] if gradients else ([], [])
            rows.append(
                Row(
                    layer.name,
                    extent([outputs[place]]),
                    extent(pair[0]),
                    extent(weights),
                    extent(pair[1]),
                )
            )
        return outputs, rows, remarks

    def _pass(self, inputs, labels):
        """Return (outputs, gradients, remarks).

        The gradients are a pair of lists for each layer, by its output and by
        its weights, or empty where there are none to be had.
        """
        backend = keras.backend.backend()
        if backend != "tensorflow":
            outputs = self._model(inputs, training=False)
            return outputs, [], [WITHOUT_TENSORFLOW.format(backend)]
        import tensorflow as tf

        inputs = tf.convert_to_tensor(inputs)
        with tf.GradientTape(persistent=True) as tape:
            outputs = self._model(inputs, training=False)
            try:
                loss = self._loss(outputs[-1], labels)
                # Keras goes around a softmax that it recognizes: not in this
                other = self._loss(tf.identity(outputs[-1]), labels)
            except Exception as error:
                said = f"{type(error).__name__}: {error}".splitlines()[0]
                return outputs, [], [WITHOUT_LOSS.format(said[:200])]
        weights = [
            [one.value for one in layer.trainable_variables]
            for layer in self.layers
        ]
        by_outputs, by_weights = tape.gradient(loss, [outputs[:-1], weights])
        if by_outputs[-1] is None:
            by_outputs[-1] = tape.gradient(other, outputs[-2])
        pairs = zip([[one] for one in by_outputs], by_weights, strict=True)
        return outputs, list(pairs), []

    def _loss(self, scores, labels):
        """Return the loss that `fit` minimizes."""
        targets = targets_of(self.net, labels)
        return self.net.compute_loss(y=targets, y_pred=scores, training=False)


def layers_of(net):
    """Return the layers of a net with weights and one place in the net."""
    return [layer for layer in net.layers if _has_ranges(layer)]


def _has_ranges(layer):
    try:
        return bool(layer.weights) and layer.output is not None
    except (AttributeError, ValueError):  # never called, or shared
        return False


def targets_of(net, labels):
    """Return class numbers (N,) in the form that the net's loss wants."""
    name = net.loss if isinstance(net.loss, str) else ""
    for attribute in ("name", "__name__"):
        name = name or getattr(net.loss, attribute, "")
    if "sparse" in name:
        return labels
    width = net.outputs[0].shape[1]
    if width == 1:
        return labels[:, None].astype("float32")
    return np.eye(width, dtype="float32")[labels]


def extent(tensors):
    """Return the lowest and highest number in some tensors, None for none."""
    tensors = [tensor for tensor in tensors if tensor is not None]
    if not tensors:
        return None
    return (
        min(float(ops.min(tensor)) for tensor in tensors),
        max(float(ops.max(tensor)) for tensor in tensors),
    )
