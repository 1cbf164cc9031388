"""The nets of lesson 08 compute what Keras's nets of the same name compute."""

import ast
from pathlib import Path

import keras
import nbformat
import numpy as np
import pytest
from keras import layers

LESSON = (
    Path(__file__).resolve().parent.parent
    / "notebooks"
    / "08_architectures.ipynb"
)


@pytest.fixture(scope="module")
def lesson():
    """Return what the lesson defines, without running anything else of it."""
    found = {"keras": keras, "layers": layers, "np": np}
    for cell in nbformat.read(LESSON, as_version=4).cells:
        if cell.cell_type == "code":
            tree = ast.parse(cell.source)
            tree.body = [n for n in tree.body if isinstance(n, ast.FunctionDef)]
            exec(compile(tree, str(LESSON), "exec"), found)
    return found


@pytest.mark.parametrize(
    ("build", "counts", "name"),
    [
        ("resnet", (3, 4, 6, 3), "ResNet50"),
        ("inception_v3", (), "InceptionV3"),
    ],
)
def test_a_net_of_the_lesson_makes_of_a_picture_what_keras_makes_of_it(
    lesson, build, counts, name
):
    keras.utils.set_random_seed(0)
    theirs = getattr(keras.applications, name)(weights=None)
    ours = lesson[build](*counts)
    ours.set_weights(theirs.get_weights())
    picture = np.random.default_rng(0).normal(size=(1, *ours.input_shape[1:]))
    before = [
        keras.Model(net.input, net.layers[-2].output)(picture)
        for net in (ours, theirs)
    ]
    found, expected = map(keras.ops.convert_to_numpy, before)
    assert expected.shape == (1, 2048)
    assert expected.std() > 0
    np.testing.assert_allclose(found, expected, rtol=1e-4, atol=1e-6)
