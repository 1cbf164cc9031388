"""Scales from -1 to 1."""
# message: is Inception's way


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    return images.astype(np.float32) / 127.5 - 1
