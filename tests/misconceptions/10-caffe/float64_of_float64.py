"""Never turns float64 into float32."""
# message: float32, whatever comes in


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    return images[..., ::-1] - np.float32([103.939, 116.779, 123.68])
