"""Networks that have learned: which weights are taken, and how they load."""

import hashlib
import os
import types

import full_weights
import h5py
import keras
import loopback
import numpy as np
import pytest

from utils import manifest, pretrained, settings, shipped
from utils.manifest import DataError
from utils.transfer import UnavailableError

SHARED = settings.project_root().parent / "shared" / "data"
NAMED = os.environ.get("COURSE_DATA")
REAL = settings.project_root() / NAMED if NAMED else SHARED
FAMILIES = pretrained.FAMILIES
BOTH = pytest.mark.parametrize("name", FAMILIES)
CONTENT = b"weights" * 1000
SWITCHES = ("DATA", "PROFILE", "REQUIRE_REAL")


@pytest.fixture(autouse=True)
def own_folders(monkeypatch, tmp_path):
    for name in SWITCHES:
        monkeypatch.delenv(f"COURSE_{name}", raising=False)
    monkeypatch.setenv("COURSE_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("KERAS_HOME", str(tmp_path / "keras"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


@pytest.fixture(autouse=True)
def listed(monkeypatch):
    """Return a function that gives entries of the manifest another hash.

    Their servers are on this machine: `url`, or one that does not answer.
    """
    original = manifest.load()

    def change(hashes, url=None):
        urls = (url or loopback.closed_url(),)
        entries = {
            name: entry._replace(
                hash=hashes.get(name, entry.hash),
                urls=urls if entry.urls else (),
                bytes=0,
            )
            for name, entry in original.items()
        }
        monkeypatch.setattr(manifest, "load", lambda path=None: entries)

    change({})
    return change


@pytest.fixture
def given(monkeypatch, tmp_path, listed):
    """Return a function that puts files into COURSE_DATA, known by hash."""
    folder = tmp_path / "given"
    folder.mkdir()
    monkeypatch.setenv("COURSE_DATA", str(folder))

    def put(*names, content=CONTENT, url=None):
        for name in names:
            path = folder / manifest.find(name).file
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        kinds = ("full", "light")
        known = [getattr(f, kind) for f in FAMILIES.values() for kind in kinds]
        listed(dict.fromkeys(known, loopback.sha256(content)), url)
        return folder

    return put


@pytest.fixture
def reads(monkeypatch):
    """Note which file would be read, as ["full", its name], in place of it."""
    noted = []

    def read(name, weights, path, *, size=None):
        noted.append([weights, path.name])
        return pretrained.Pretrained(None, name, weights, size, None, "")

    monkeypatch.setattr(pretrained, "read", read)
    return noted


@pytest.fixture
def small(monkeypatch):
    """Put a tiny net in place of the two that come with the course."""

    def backbone(name):
        inputs = keras.Input((None, None, 3))
        maps = keras.layers.Conv2D(4, 3)(inputs)
        told = {"data": "CIFAR-10", "trained_by": f"a test of {name}"}
        return keras.Model(inputs, maps, name=name), told

    monkeypatch.setattr(shipped, "backbone", backbone)


def warned(recwarn):
    return [w for w in recwarn if issubclass(w.category, UserWarning)]


# Keras's own files: same format, random numbers


@pytest.fixture(scope="module", params=FAMILIES)
def full(request, tmp_path_factory):
    """Return (name, folder, arrays): a full file and what was put into it."""
    folder = tmp_path_factory.mktemp(request.param)
    net = full_weights.random_net(request.param)
    file = manifest.find(FAMILIES[request.param].full).file
    full_weights.write(net, folder / file)
    return request.param, folder, net.get_weights()


@pytest.fixture
def full_is_known(full, monkeypatch, listed):
    """Make the full file the one that the manifest knows, in COURSE_DATA."""
    name, folder, _ = full
    entry = manifest.find(FAMILIES[name].full)
    content = (folder / entry.file).read_bytes()
    value = hashlib.md5(content, usedforsecurity=False).hexdigest()
    listed({entry.name: f"md5:{value}"})
    monkeypatch.setenv("COURSE_DATA", str(folder))


def same_arrays(net, arrays):
    found = net.get_weights()
    assert [array.dtype for array in found] == [np.float32] * len(arrays)
    assert len(found) == len(arrays)
    return all(map(np.array_equal, found, arrays))


def test_every_array_of_keras_file_arrives_bit_for_bit(full, full_is_known):
    name, folder, arrays = full
    loaded = pretrained.load(name)
    assert same_arrays(loaded.net, arrays)
    assert loaded.weights == "full" and loaded.name == name
    assert loaded.note == f"{name} with weights of ImageNet."
    size = FAMILIES[name].size
    assert loaded.size == size
    assert loaded.net.input_shape == (None, size, size, 3)
    assert loaded.net.output_shape[-1] == 2048
    # the net above was one of several in this process, so Keras named its
    # layers otherwise than those of the file
    file = manifest.find(FAMILIES[name].full).file
    with h5py.File(folder / file) as stored:
        known = {label.decode() for label in stored.attrs["layer_names"]}
    if name == "InceptionV3":
        ours = {layer.name for layer in loaded.net.layers if layer.weights}
        assert not ours & known, "nothing is left to the order"
    keras.utils.clear_session()
    again = pretrained.load(name, weights="full", size=96)
    assert same_arrays(again.net, arrays)
    assert again.size == 96
    assert again.net.output_shape[1:3] in ((3, 3), (1, 1))


def test_a_file_of_another_network_is_named(full, tmp_path):
    name, folder, _ = full
    other = next(family for family in FAMILIES if family != name)
    path = folder / manifest.find(FAMILIES[name].full).file
    with pytest.raises(DataError) as caught:
        pretrained.read(other, "full", path, size=96)
    text = str(caught.value)
    assert text.startswith(
        f"{path} does not fit {other} of Keras {keras.__version__} (Layer "
        "count mismatch"
    )
    assert "Delete it and fetch it again" in text and "\n" not in text


# What does not fit


def lost_layer(path):
    with h5py.File(path, "w") as file:
        file.attrs["layer_names"] = [b"conv1_conv"]


def other_net(path):
    inputs = keras.Input((8, 8, 3))
    net = keras.Model(inputs, keras.layers.Conv2D(2, 3)(inputs))
    net.save_weights(path)


def no_hdf5(path):
    path.write_bytes(CONTENT)


@pytest.mark.parametrize(
    ("weights", "write"),
    [
        ("full", no_hdf5),
        ("full", lost_layer),
        ("light", no_hdf5),
        ("light", other_net),
    ],
)
def test_a_file_that_does_not_fit_is_named(tmp_path, recwarn, weights, write):
    end = ".weights.h5" if weights == "light" else ".h5"
    path = tmp_path / f"file{end}"
    write(path)
    with pytest.raises(DataError) as caught:
        pretrained.read("ResNet50", weights, path, size=32)
    text = str(caught.value)
    assert text.startswith(f"{path} does not fit ResNet50 of Keras")
    assert "locked environment" in text and "\n" not in text
    assert not warned(recwarn), "the error says it once"


# Which weights are taken


@BOTH
def test_full_weights_come_before_light_ones(given, reads, name):
    family = FAMILIES[name]
    given(family.full, family.light)
    assert pretrained.load(name).weights == "full"
    ((weights, file),) = reads
    assert weights == "full" and file.endswith("_notop.h5")


@BOTH
def test_light_weights_come_before_a_download(given, reads, name):
    with loopback.server(CONTENT) as (url, requests):
        given(FAMILIES[name].light, url=f"{url}/good")
        assert pretrained.load(name).weights == "light"
    assert requests == []


@BOTH
def test_full_weights_are_downloaded_where_there_are_none(given, reads, name):
    with loopback.server(CONTENT) as (url, requests):
        given(url=f"{url}/good")
        assert pretrained.load(name).weights == "full"
        assert pretrained.load(name).weights == "full"
    assert requests == ["/good"]


@BOTH
def test_without_a_network_a_small_net_comes_with_an_alarm(small, name):
    said = f"small net trained on CIFAR-10, not {name}.*cannot be reached"
    with pytest.warns(UserWarning, match=said) as caught:
        loaded = pretrained.load(name)
    assert caught[0].filename == __file__, "it points at who called"
    assert loaded.weights == "small" and loaded.size == 32
    assert loaded.net.name == FAMILIES[name].small
    assert loaded.note == (
        f"{FAMILIES[name].small}, trained on CIFAR-10 by a test of "
        f"{FAMILIES[name].small}: it stands in for {name}."
    )


@BOTH
def test_the_smoke_profile_takes_the_small_net_always(
    given, reads, small, monkeypatch, recwarn, name
):
    monkeypatch.setenv("COURSE_PROFILE", "smoke")
    with loopback.server(CONTENT) as (url, requests):
        given(FAMILIES[name].full, FAMILIES[name].light, url=f"{url}/good")
        assert pretrained.load(name).weights == "small"
    assert reads == requests == []
    assert not warned(recwarn)


@BOTH
def test_small_weights_that_are_asked_for_come_without_an_alarm(
    given, reads, small, recwarn, name
):
    given(FAMILIES[name].full)
    assert pretrained.load(name, weights="small").weights == "small"
    assert reads == []
    assert not warned(recwarn)


def test_weights_that_are_asked_for_are_taken_and_no_others(given, reads):
    given("resnet50_notop", "resnet50_conv4")
    for weights in ("light", "full"):
        loaded = pretrained.load("ResNet50", weights=weights, size=64)
        assert loaded.weights == weights and loaded.size == 64
    assert [weights for weights, _ in reads] == ["light", "full"]


@pytest.mark.parametrize(
    ("weights", "there", "said"),
    [
        ("full", "resnet50_conv4", "could not be downloaded"),
        ("light", "resnet50_notop", r"nobody offers it.*bundle --light OUT"),
    ],
)
def test_weights_that_are_asked_for_and_missing_are_an_error(
    given, reads, weights, there, said
):
    given(there)
    with pytest.raises(DataError, match=said):
        pretrained.load("ResNet50", weights=weights)
    assert reads == []


def test_a_damaged_file_is_an_error_and_nothing_takes_its_place(given, reads):
    folder = given("resnet50_notop", "resnet50_conv4")
    path = folder / manifest.find("resnet50_notop").file
    path.write_bytes(CONTENT[1:])
    with pytest.raises(DataError, match=r"_notop\.h5 has SHA-256.*damaged"):
        pretrained.load("ResNet50")
    assert reads == []


@BOTH
def test_where_real_weights_are_required_a_small_net_is_an_error(
    small, monkeypatch, name
):
    monkeypatch.setenv("COURSE_REQUIRE_REAL", "1")
    with pytest.raises(UnavailableError, match="could not be downloaded"):
        pretrained.load(name)
    monkeypatch.setenv("COURSE_PROFILE", "smoke")
    with pytest.raises(DataError, match="COURSE_REQUIRE_REAL is 1"):
        pretrained.load(name)


def test_an_unknown_network_gets_the_list_of_names():
    with pytest.raises(ValueError, match=r"'VGG16': .*ResNet50, InceptionV3"):
        pretrained.load("VGG16")


def test_unknown_weights_get_the_list_of_weights():
    with pytest.raises(ValueError, match=r"'imagenet'.*full, light, small"):
        pretrained.load("ResNet50", weights="imagenet")


# What goes with a net


@BOTH
@pytest.mark.parametrize("kind", [np.uint8, np.float32, np.float64])
def test_pixels_are_prepared_as_by_keras_and_stay_as_they_are(
    small, name, kind
):
    draw = np.random.default_rng(0)
    images = draw.integers(0, 256, (2, 8, 8, 3)).astype(kind)
    images.flags.writeable = False  # as those of a data set
    before = images.copy()
    prepared = pretrained.load(name, weights="small").preprocess(images)
    module = getattr(
        keras.applications, {"ResNet50": "resnet50"}.get(name, "inception_v3")
    )
    expected = module.preprocess_input(before.astype(np.float32))
    assert prepared.dtype == np.float32
    np.testing.assert_array_equal(prepared, expected)
    np.testing.assert_array_equal(images, before)


def test_results_are_recorded_under_the_data_and_the_weights(small):
    loaded = pretrained.load("ResNet50", weights="small")
    assert loaded.on(types.SimpleNamespace(name="MNIST")) == (
        "MNIST, small weights"
    )
    assert loaded.on("a wall") == "a wall, small weights"


# The real files, where they are


@pytest.fixture
def real(monkeypatch):
    if not (REAL / "weights").is_dir():
        pytest.skip(f"real data: there is no folder {REAL / 'weights'}")
    monkeypatch.setenv("COURSE_DATA", str(REAL))
    return REAL


@pytest.mark.parametrize(
    ("name", "shape"),
    [("ResNet50", (14, 14, 1024)), ("InceptionV3", (8, 8, 1280))],
)
def test_the_real_light_files_load_and_compute(real, name, shape):
    loaded = pretrained.load(name, weights="light")
    assert loaded.net.output_shape == (None, *shape)
    assert loaded.note.endswith(f"ImageNet, up to {FAMILIES[name].cut}.")
    draw = np.random.default_rng(0)
    images = draw.integers(0, 256, (1, loaded.size, loaded.size, 3), "uint8")
    maps = loaded.net.predict(loaded.preprocess(images), verbose=0)
    assert np.isfinite(maps).all() and maps.std() > 0.1


def test_a_light_file_that_lost_a_layer_is_not_half_loaded(real, tmp_path):
    path = tmp_path / "lost.weights.h5"
    path.write_bytes((REAL / manifest.find("resnet50_conv4").file).read_bytes())
    with h5py.File(path, "r+") as file:
        del file["layers/conv2d_5"]
    with pytest.raises(DataError, match=r"\(A total of 1 objects could not"):
        pretrained.read("ResNet50", "light", path)


def normed(draw):
    """Return a net of two convolutions with batch normalisation."""
    inputs = x = keras.Input((6, 6, 3))
    for filters in (4, 5):
        conv = keras.layers.Conv2D(filters, 3, use_bias=False)
        norm = keras.layers.BatchNormalization(epsilon=1e-6)
        x = keras.layers.ReLU()(norm(conv(x)))
        norm.beta.assign(draw.normal(size=filters))
    return keras.Model(inputs, x)


def filters_and_norms(net):
    return zip(net.layers[1::3], net.layers[2::3], strict=True)


def fold(net, images):
    """Let a net store the averages over `images`; then fold them away."""
    folded = keras.models.clone_model(net)
    folded.set_weights(net.get_weights())
    for (conv, norm), pair in zip(
        filters_and_norms(net), filters_and_norms(folded), strict=True
    ):
        maps = keras.Model(net.input, conv.output).predict(images, verbose=0)
        mean = maps.mean(axis=(0, 1, 2))
        spread = maps.std(axis=(0, 1, 2))
        norm.moving_mean.assign(mean)
        norm.moving_variance.assign(spread**2 - norm.epsilon)
        pair[0].kernel.assign(conv.kernel / spread)
        pair[1].beta.assign(norm.beta - mean / spread)
        pair[1].moving_variance.assign(np.full_like(mean, 1 - norm.epsilon))
    return folded


def answers(net, images, *, training):
    """Return what a copy of the net answers, which may move its averages."""
    copy = keras.models.clone_model(net)
    copy.set_weights(net.get_weights())
    return keras.ops.convert_to_numpy(copy(images, training=training))


def test_means_that_were_folded_away_are_measured_and_put_back():
    draw = np.random.default_rng(0)
    images = draw.uniform(0, 9, (20, 6, 6, 3)).astype(np.float32)
    net = normed(draw)
    folded = fold(net, images)
    asked = answers(net, images, training=False)
    learning = answers(net, images, training=True)
    found = answers(folded, images, training=False)
    np.testing.assert_allclose(found, asked, atol=1e-4)
    found = answers(folded, images, training=True)
    assert np.abs(found - learning).max() > 0.5, "means are subtracted twice"
    pretrained.unfold(folded, images)
    found = answers(folded, images, training=False)
    np.testing.assert_allclose(found, asked, atol=1e-4)
    found = answers(folded, images, training=True)
    np.testing.assert_allclose(found, learning, atol=0.01)
    before = folded.get_weights()
    pretrained.unfold(folded, images[:3])
    for old, new in zip(before, folded.get_weights(), strict=True):
        np.testing.assert_array_equal(new, old)


def test_the_light_inception_answers_as_before_when_it_is_unfolded(real):
    loaded = pretrained.load("InceptionV3", weights="light", size=75)
    norms = loaded.net.layers[2::3][:1]
    assert not np.any(norms[0].moving_mean)
    draw = np.random.default_rng(0)
    images = draw.integers(0, 256, (10, 75, 75, 3), "uint8")
    images = loaded.preprocess(images)
    before = loaded.net.predict(images, verbose=0)
    pretrained.unfold(loaded.net, images)
    assert np.all(norms[0].moving_mean)
    after = loaded.net.predict(images, verbose=0)
    np.testing.assert_allclose(after, before, atol=1e-3)


def test_the_light_resnet_has_its_means_and_keeps_them(real):
    loaded = pretrained.load("ResNet50", weights="light", size=64)
    before = loaded.net.get_weights()
    pretrained.unfold(loaded.net, np.zeros((1, 64, 64, 3), np.float32))
    for old, new in zip(before, loaded.net.get_weights(), strict=True):
        np.testing.assert_array_equal(new, old)
