"""Clips to 0 to 255."""
# message: negative values stay


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    pixels = images.astype(np.float32)[..., ::-1]
    return np.clip(pixels - np.float32([103.939, 116.779, 123.68]), 0, 255)
