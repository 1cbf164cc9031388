"""Takes np.flip without an axis."""
# message: turn the last axis, no other


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    return np.flip(images).astype(np.float32) - np.float32(
        [103.939, 116.779, 123.68]
    )
