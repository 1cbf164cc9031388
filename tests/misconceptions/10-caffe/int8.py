"""Takes int8, which ends at 127."""
# message: int8 ends at 127


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    return images.astype(np.int8)[..., ::-1] - np.float32(
        [103.939, 116.779, 123.68]
    )
