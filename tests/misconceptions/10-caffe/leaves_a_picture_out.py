"""Starts with the second picture."""
# message: prepare every picture


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    prepared = np.zeros(images.shape, np.float32)
    for n in range(1, len(images)):
        prepared[n] = images[n, ..., ::-1] - np.float32(
            [103.939, 116.779, 123.68]
        )
    return prepared
