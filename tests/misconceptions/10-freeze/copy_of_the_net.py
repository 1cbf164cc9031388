"""Freezes a copy of the net."""
# message: not in a copy


def freeze_up_to(model, name):
    """Let the layers after `name` learn; return how many parameters do."""
    names = [layer.name for layer in model.layers]
    seam = names.index(name)
    copy = keras.models.clone_model(model)
    copy.trainable = True
    for place, layer in enumerate(copy.layers):
        layer.trainable = place > seam and not isinstance(
            layer, layers.BatchNormalization
        )
    return sum(int(np.prod(w.shape)) for w in copy.trainable_weights)
