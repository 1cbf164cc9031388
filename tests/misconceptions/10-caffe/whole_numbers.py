"""Computes with whole numbers."""
# message: the means have decimals


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    means = np.int64([104, 117, 124])
    return images[..., ::-1].astype(int) - means
