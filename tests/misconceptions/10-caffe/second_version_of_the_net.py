"""Takes the function of the net's second version."""
# message: is Inception's way


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    pixels = images.astype(np.float32)
    return keras.applications.resnet_v2.preprocess_input(pixels)
