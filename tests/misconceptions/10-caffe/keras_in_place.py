"""Calls Keras, which changes floats in place."""
# message: floats are changed in place


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    return keras.applications.resnet50.preprocess_input(images)
