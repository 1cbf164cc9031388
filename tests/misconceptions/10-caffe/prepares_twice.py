"""Prepares, then calls Keras, which prepares again."""
# message: prepared twice


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    pixels = images.astype(np.float32)[..., ::-1]
    prepared = pixels - np.float32([103.939, 116.779, 123.68])
    return keras.applications.resnet50.preprocess_input(prepared)
