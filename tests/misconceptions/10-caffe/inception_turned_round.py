"""Turns the channels round and scales from -1 to 1."""
# message: is Inception's way


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    pixels = images.astype(np.float32)[..., ::-1]
    return pixels / 127.5 - 1
