"""Asks Keras for PyTorch's way."""
# message: PyTorch's way


def caffe(images):
    """Return images (N, H, W, 3) as ResNet50 of Keras takes them, float32."""
    prepare = keras.applications.imagenet_utils.preprocess_input
    return prepare(images.astype(np.float32), mode="torch")
