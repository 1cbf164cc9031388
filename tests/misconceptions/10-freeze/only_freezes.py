"""Never sets a layer to True."""
# message: to True, too


def freeze_up_to(model, name):
    """Let the layers after `name` learn; return how many parameters do."""
    names = [layer.name for layer in model.layers]
    seam = names.index(name)
    for place, layer in enumerate(model.layers):
        if place <= seam or isinstance(layer, layers.BatchNormalization):
            layer.trainable = False
    return sum(int(np.prod(w.shape)) for w in model.trainable_weights)
