"""Never finds the name and lets nothing learn, without an error."""
# message: no layer is called z


def freeze_up_to(model, name):
    """Let the layers after `name` learn; return how many parameters do."""
    model.trainable = True
    found = False
    for layer in model.layers:
        layer.trainable = found and not isinstance(
            layer, layers.BatchNormalization
        )
        found = found or layer.name == name
    return sum(int(np.prod(w.shape)) for w in model.trainable_weights)
