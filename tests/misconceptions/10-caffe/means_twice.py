"""Turns round by hand, then calls Keras, which turns back."""
# message: turn the channels round, once


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    pixels = images.astype(np.float32)[..., ::-1]
    pixels = pixels.copy()
    return keras.applications.resnet50.preprocess_input(pixels)
