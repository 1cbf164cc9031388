"""Subtracts an array of float64 from float32, converts uint8 alone."""
# message: float32, whatever comes in


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    means = np.array([103.939, 116.779, 123.68])
    result = images[..., ::-1] - means
    return np.float32(result) if images.dtype == np.uint8 else result
