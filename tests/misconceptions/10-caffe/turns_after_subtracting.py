"""Subtracts blue's mean from red, then turns round."""
# message: its own mean


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    pixels = images.astype(np.float32) - np.float32([103.939, 116.779, 123.68])
    return pixels[..., ::-1]
