"""Counts places from the end, where -0 is the beginning."""
# message: [-0:] is all


def freeze_up_to(model, name):
    """Let the layers after `name` learn; return how many parameters do."""
    names = [layer.name for layer in model.layers]
    seam = names.index(name)
    behind = len(names) - seam - 1
    model.trainable = True
    for layer in model.layers:
        layer.trainable = False
    for layer in model.layers[-behind:]:
        layer.trainable = not isinstance(layer, layers.BatchNormalization)
    return sum(int(np.prod(w.shape)) for w in model.trainable_weights)
