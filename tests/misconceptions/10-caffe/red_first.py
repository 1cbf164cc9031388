"""Leaves the channels in the order red, green, blue."""
# message: blue comes first: turn the channels round


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    return images.astype(np.float32) - np.float32([123.68, 116.779, 103.939])
