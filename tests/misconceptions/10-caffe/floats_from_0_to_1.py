"""Takes floats for 0 to 1."""
# message: floats go from 0 to 255, too


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    pixels = np.float32(images)[..., ::-1]
    if images.dtype != np.uint8:
        pixels = pixels * 255
    return pixels - np.float32([103.939, 116.779, 123.68])
