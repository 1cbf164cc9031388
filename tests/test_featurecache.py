"""Features are computed once, and anew when anything they depend on changes."""

import keras
import numpy as np
import pytest
from keras import layers

from utils import featurecache

IMAGES = np.random.default_rng(0).integers(0, 256, (7, 8, 8, 3), dtype="uint8")


@pytest.fixture(autouse=True)
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_CACHE", str(tmp_path))
    return tmp_path / "arrays"


@pytest.fixture
def model():
    keras.utils.set_random_seed(0)
    inputs = keras.Input((8, 8, 3))
    x = layers.Conv2D(4, 3, activation="relu", name="convolution")(inputs)
    x = layers.BatchNormalization()(x)
    x = layers.Dropout(0.5)(x)
    return keras.Model(inputs, layers.GlobalAveragePooling2D()(x))


def halved(images):
    return images.astype(np.float32) / 2


def refuse(images):
    if images.shape[1:] == IMAGES.shape[1:]:  # no probe of the key
        raise AssertionError("the features were computed again")
    return halved(images)


def test_features_are_those_of_the_model_in_inference_mode(model):
    found = featurecache.outputs(model, IMAGES, halved, batch=3)
    expected = model(halved(IMAGES), training=False)
    assert found.shape == (7, 4) and found.dtype == np.float32
    assert np.allclose(found, np.asarray(expected), atol=1e-6)


def test_a_second_time_they_come_from_the_disk_bit_for_bit(model, cache):
    first = featurecache.outputs(model, IMAGES, halved, batch=7)
    assert len(list(cache.glob("features-*.npy"))) == 1
    again = featurecache.outputs(model, IMAGES, refuse, batch=7)
    assert (first == again).all()


def test_whatever_the_answer_depends_on_is_in_its_name(model):
    names = {featurecache.key(model, IMAGES, halved)}
    weights = model.get_weights()
    weights[0][0, 0, 0, 0] += 1e-6
    model.set_weights(weights)
    names.add(featurecache.key(model, IMAGES, halved))
    names.add(featurecache.key(model, IMAGES[:6], halved))
    names.add(featurecache.key(model, IMAGES[::-1], halved))
    names.add(featurecache.key(model, IMAGES, lambda i: halved(i) - 1))
    front = keras.Model(model.input, model.get_layer("convolution").output)
    names.add(featurecache.key(front, IMAGES, halved))
    assert len(names) == 6


def test_the_names_of_layers_do_not_count(model):
    copy = keras.models.clone_model(
        model,
        clone_function=lambda layer: type(layer).from_config(
            layer.get_config() | {"name": f"other_{layer.name}"}
        ),
    )
    copy.set_weights(model.get_weights())
    name = featurecache.key(model, IMAGES, halved)
    assert featurecache.key(copy, IMAGES, halved) == name


def test_damaged_features_are_computed_anew(model, cache):
    first = featurecache.outputs(model, IMAGES, halved)
    [path] = cache.glob("features-*.npy")
    path.write_bytes(path.read_bytes()[:-4] + b"\x00\x00\x80\x3f")
    assert (featurecache.outputs(model, IMAGES, halved) == first).all()


def test_where_nothing_can_be_kept_they_are_computed(model, monkeypatch):
    monkeypatch.setenv("COURSE_CACHE", "/dev/null/nowhere")
    found = featurecache.outputs(model, IMAGES, halved)
    assert found.shape == (7, 4)


def test_no_images_are_refused(model):
    with pytest.raises(ValueError, match="no images"):
        featurecache.outputs(model, IMAGES[:0], halved)


def test_forgotten_features_are_computed_again(model, cache):
    kept = featurecache.outputs(model, IMAGES, halved)
    other = cache / "mnist.0.npy"
    other.write_bytes(b"not features")
    featurecache.forget()
    assert list(cache.iterdir()) == [other]
    with pytest.raises(AssertionError, match="computed again"):
        featurecache.outputs(model, IMAGES, refuse)
    np.testing.assert_array_equal(
        featurecache.outputs(model, IMAGES, halved), kept
    )


def test_nothing_to_forget_is_no_error(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_CACHE", str(tmp_path / "nowhere"))
    featurecache.forget()


def wired(first, second):
    """Return a model that joins two of three equal convolutions' maps."""
    keras.utils.set_random_seed(0)
    maps = [keras.Input((8, 8, 3))]
    for place in range(3):
        layer = layers.Conv2D(3, 3, padding="same", name=f"layer_{place}")
        maps.append(layer(maps[-1]))
    means = [layers.GlobalAveragePooling2D()(maps[k]) for k in (first, second)]
    return keras.Model(maps[0], layers.Concatenate()(means))


def test_models_that_are_joined_otherwise_have_keys_of_their_own():
    wirings = [(2, 3), (3, 2), (1, 2), (1, 3)]
    keys = [featurecache.key(wired(*w), IMAGES, halved) for w in wirings]
    assert len(set(keys)) == len(wirings)
    again = [featurecache.key(wired(*w), IMAGES, halved) for w in wirings]
    assert keys == again


def test_a_frozen_model_has_the_key_of_one_that_learns(model):
    key = featurecache.key(model, IMAGES, halved)
    model.trainable = False
    assert featurecache.key(model, IMAGES, halved) == key
