"""What the lessons import: plumbing only."""

import os

# NVIDIA's libraries may multiply float32 with 10 bits after the point (TF32).
# The lessons compare hand-written code with Keras to float32's own 23 bits,
# and lesson 02 needs them to find the nearest of 50,000. Read by the libraries
# when the first array reaches the GPU; set it to 1 to trade that for speed.
os.environ.setdefault("NVIDIA_TF32_OVERRIDE", "0")
