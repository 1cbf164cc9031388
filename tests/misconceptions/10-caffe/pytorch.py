"""Prepares as PyTorch's nets want it."""
# message: PyTorch's way


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    pixels = images.astype(np.float32) / 255
    mean = np.float32([0.485, 0.456, 0.406])
    return (pixels - mean) / np.float32([0.229, 0.224, 0.225])
