"""Forgets the heights in get_config."""
# message: leaves out the heights


@keras.saving.register_keras_serializable("exercise")
class Bend(layers.Layer):
    """Return heights · tanh(slopes · x): a height and a slope a channel."""

    def __init__(self, heights, **options):
        super().__init__(**options)
        self.heights = np.asarray(heights, np.float32)  # (channels,)

    def build(self, shape):
        self.slopes = self.add_weight(shape=(shape[-1],), initializer="ones")

    def call(self, inputs):
        return self.heights * ops.tanh(self.slopes * inputs)

    def get_config(self):
        return super().get_config()
