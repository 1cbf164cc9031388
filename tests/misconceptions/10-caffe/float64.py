"""Returns float64."""
# message: expected float32, got float64


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    means = [103.939, 116.779, 123.68]
    return images[..., ::-1] - np.array(means)
