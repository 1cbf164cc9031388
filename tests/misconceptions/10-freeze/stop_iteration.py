"""Lets next() fail."""
# message: expected ValueError, got StopIteration


def freeze_up_to(model, name):
    """Let the layers after `name` learn; return how many parameters do."""
    places = range(len(model.layers))
    seam = next(k for k in places if model.layers[k].name == name)
    model.trainable = True
    for place, layer in enumerate(model.layers):
        layer.trainable = place > seam and not isinstance(
            layer, layers.BatchNormalization
        )
    return sum(int(np.prod(w.shape)) for w in model.trainable_weights)
