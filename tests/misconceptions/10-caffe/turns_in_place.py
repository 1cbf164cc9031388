"""Turns the channels of the argument itself round."""
# message: work on a copy


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    images[:] = images[..., ::-1].copy()
    return images.astype(np.float32) - np.float32([103.939, 116.779, 123.68])
