"""Freezes and returns nothing."""
# message: nothing is returned


def freeze_up_to(model, name):
    """Let the layers after `name` learn; return how many parameters do."""
    names = [layer.name for layer in model.layers]
    seam = names.index(name)
    model.trainable = True
    for place, layer in enumerate(model.layers):
        layer.trainable = place > seam and not isinstance(
            layer, layers.BatchNormalization
        )
