"""The receptive field as lesson 05 teaches it.

The functions are to the letter those of the lesson; a test compares them.
"""

LESSON = "05_convolution_from_scratch"


def receptive_field(layers_of):
    """Return the receptive field in the input of (window, stride) layers."""
    size, jump = 1, 1
    for window, stride in layers_of:
        size += (window - 1) * jump
        jump *= stride
    return size
