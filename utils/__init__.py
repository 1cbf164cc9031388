"""What the lessons import: plumbing only."""

import os

# NVIDIA's libraries may multiply float32 with 10 bits after the point (TF32).
# The lessons compare hand-written code with Keras to float32's own 23 bits,
# and lesson 02 compares distances above a million. Set it to 1 beforehand to
# trade that for speed. Not run on a GPU yet.
os.environ.setdefault("NVIDIA_TF32_OVERRIDE", "0")

from utils import quiet, tuning

tuning.switch_off()  # lessons import keras first
quiet.silence()
