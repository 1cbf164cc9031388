"""Divides by the standard deviations, too."""
# message: nothing is divided


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    pixels = images.astype(np.float32)[..., ::-1]
    spread = np.float32([57.375, 57.12, 58.395])
    return (pixels - np.float32([103.939, 116.779, 123.68])) / spread
