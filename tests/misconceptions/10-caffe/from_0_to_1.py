"""Divides by 255 and takes the means for 0 to 1."""
# message: nothing is divided


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    pixels = images.astype(np.float32)[..., ::-1]
    return pixels / 255 - np.float32([103.939, 116.779, 123.68]) / 255
