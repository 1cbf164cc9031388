"""Skips batch normalisation, which stays as it was."""
# message: do not skip it


def freeze_up_to(model, name):
    """Let the layers after `name` learn; return how many parameters do."""
    names = [layer.name for layer in model.layers]
    seam = names.index(name)
    for place, layer in enumerate(model.layers):
        if not isinstance(layer, layers.BatchNormalization):
            layer.trainable = place > seam
    return sum(int(np.prod(w.shape)) for w in model.trainable_weights)
