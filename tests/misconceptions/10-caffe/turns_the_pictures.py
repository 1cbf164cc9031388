"""Turns the order of the pictures round."""
# message: turn the last axis, no other


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    return images.astype(np.float32)[::-1] - np.float32(
        [103.939, 116.779, 123.68]
    )
