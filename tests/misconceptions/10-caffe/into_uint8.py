"""Collects the result in an array of uint8."""
# message: first turn to float


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    result = np.empty_like(images)
    with np.errstate(all="ignore"):
        result[:] = images[..., ::-1] - np.float32([103.939, 116.779, 123.68])
    return result.astype(np.float32)
