"""Takes asarray for a copy, which it is not for float32."""
# message: floats are changed in place


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    pixels = np.asarray(images, np.float32)
    pixels -= np.float32([123.68, 116.779, 103.939])
    return pixels[..., ::-1]
