"""Subtracts whole means from uint8, which wraps around."""
# message: first turn to float


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    means = np.uint8([103, 116, 123])
    return (images[..., ::-1] - means).astype(np.float32)
