"""Rolls the channels: blue, red, green."""
# message: turned round, not rolled


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    return np.roll(images.astype(np.float32), 1, axis=-1) - np.float32(
        [103.939, 116.779, 123.68]
    )
