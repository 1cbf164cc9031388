"""Takes floats for prepared already."""
# message: floats go from 0 to 255, too


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    if images.dtype != np.uint8:
        return images.astype(np.float32)
    return np.float32(images)[..., ::-1] - np.float32(
        [103.939, 116.779, 123.68]
    )
