"""Float32 keeps its digits on a GPU unless somebody asks otherwise."""

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize(("given", "expected"), [(None, "0"), ("1", "1")])
def test_lessons_turn_tf32_off_unless_it_is_set(given, expected):
    environment = {**os.environ, "NVIDIA_TF32_OVERRIDE": given or ""}
    if given is None:
        del environment["NVIDIA_TF32_OVERRIDE"]
    program = "import os, utils; print(os.environ['NVIDIA_TF32_OVERRIDE'])"
    shown = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert shown.stdout.strip() == expected
