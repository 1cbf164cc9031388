"""Takes the first layer whose name contains the name."""
# message: compare whole names


def freeze_up_to(model, name):
    """Let the layers after `name` learn; return how many parameters do."""
    holding = [name in layer.name for layer in model.layers]
    if not any(holding):
        raise ValueError(name)
    seam = holding.index(True)
    model.trainable = True
    for place, layer in enumerate(model.layers):
        layer.trainable = place > seam and not isinstance(
            layer, layers.BatchNormalization
        )
    return sum(int(np.prod(w.shape)) for w in model.trainable_weights)
