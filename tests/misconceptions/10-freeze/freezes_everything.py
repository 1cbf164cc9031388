"""Freezes the net as a whole."""
# message: to True, too


def freeze_up_to(model, name):
    """Let the layers after `name` learn; return how many parameters do."""
    model.trainable = False
    return sum(int(np.prod(w.shape)) for w in model.trainable_weights)
