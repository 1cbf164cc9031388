"""Raises KeyError."""
# message: expected ValueError, got KeyError


def freeze_up_to(model, name):
    """Let the layers after `name` learn; return how many parameters do."""
    names = [layer.name for layer in model.layers]
    if name not in names:
        raise KeyError(name)
    names = [layer.name for layer in model.layers]
    seam = names.index(name)
    model.trainable = True
    for place, layer in enumerate(model.layers):
        layer.trainable = place > seam and not isinstance(
            layer, layers.BatchNormalization
        )
    return sum(int(np.prod(w.shape)) for w in model.trainable_weights)
