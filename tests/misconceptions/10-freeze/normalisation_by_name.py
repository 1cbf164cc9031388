"""Knows batch normalisation by a name that ends in bn."""
# message: by its class, not by its name


def freeze_up_to(model, name):
    """Let the layers after `name` learn; return how many parameters do."""
    names = [layer.name for layer in model.layers]
    seam = names.index(name)
    model.trainable = True
    for place, layer in enumerate(model.layers):
        layer.trainable = place > seam and "bn" not in layer.name
    return sum(int(np.prod(w.shape)) for w in model.trainable_weights)
