"""Transposes to bring blue in front."""
# message: the axes stay (N, H, W, 3)


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    return (
        images.astype(np.float32).T
        - np.float32([103.939, 116.779, 123.68])[::-1, None, None, None]
    )
