"""Subtracts the pixels from the means."""
# message: the pixels minus the means


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    pixels = images.astype(np.float32)[..., ::-1]
    return np.float32([103.939, 116.779, 123.68]) - pixels
