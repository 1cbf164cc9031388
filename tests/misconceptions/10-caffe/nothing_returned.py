"""Computes and returns nothing."""
# message: nothing is returned


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    pixels = images.astype(np.float32)[..., ::-1]
    pixels = pixels - np.float32([103.939, 116.779, 123.68])
