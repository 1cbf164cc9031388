"""Subtracts blue's mean from every channel."""
# message: each channel has a mean of its own


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    pixels = images.astype(np.float32)[..., ::-1]
    return pixels - np.float32(103.939)
