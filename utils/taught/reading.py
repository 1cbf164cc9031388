"""The table of a net's layers as lesson 06 teaches it.

The functions are to the letter those of the lesson; a test compares them.
"""

import pandas as pd

from utils.taught import convolution

LESSON = "06_cnn_mnist"


def read_net(net):
    """Return a table of a net's layers: output, parameters, receptive field."""
    rows, windows = [], []
    for layer in net.layers:
        size = getattr(layer, "kernel_size", getattr(layer, "pool_size", (1,)))
        stride = getattr(layer, "strides", (1,))
        windows.append((size[0], stride[0]))
        field = convolution.receptive_field(windows)
        seen = f"{field} × {field}" if len(layer.output.shape) == 4 else "all"
        shape = " × ".join(map(str, layer.output.shape[1:]))
        kind = layer.name if layer.name.isupper() else type(layer).__name__
        rows.append((kind, shape, f"{layer.count_params():,}", seen))
    columns = ["layer", "output", "parameters", "sees"]
    return pd.DataFrame(rows, columns=columns).set_index("layer")
