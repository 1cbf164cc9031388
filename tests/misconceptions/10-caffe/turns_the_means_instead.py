"""Turns the means round once too often."""
# message: its own mean


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    pixels = images.astype(np.float32)[..., ::-1]
    return pixels - np.float32([123.68, 116.779, 103.939])
