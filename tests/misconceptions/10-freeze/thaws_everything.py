"""Lets every layer learn."""
# message: everything learns


def freeze_up_to(model, name):
    """Let the layers after `name` learn; return how many parameters do."""
    model.trainable = True
    for layer in model.layers:
        layer.trainable = True
    return sum(int(np.prod(w.shape)) for w in model.trainable_weights)
