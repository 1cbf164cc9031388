"""Exchanges red and blue through views."""
# message: overwritten before it moved


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    pixels = images.astype(np.float32)
    red, blue = pixels[..., 0], pixels[..., 2]
    pixels[..., 0], pixels[..., 2] = blue, red
    return pixels - np.float32([103.939, 116.779, 123.68])
