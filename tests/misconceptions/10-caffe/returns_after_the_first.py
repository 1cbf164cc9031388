"""Returns from within the loop."""
# message: prepare every picture


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    prepared = np.zeros(images.shape, np.float32)
    for n, image in enumerate(images):
        prepared[n] = image[..., ::-1] - np.float32([103.939, 116.779, 123.68])
        return prepared
