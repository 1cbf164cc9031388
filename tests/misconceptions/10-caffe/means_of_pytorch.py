"""Takes PyTorch's means times 255."""
# message: take the means of the text


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    pixels = images.astype(np.float32)[..., ::-1]
    return pixels - np.float32([0.406, 0.456, 0.485]) * 255
