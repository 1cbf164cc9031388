"""The nets in data/weights are what is written beside them."""

import hashlib
import json
import sys
from pathlib import Path

import keras
import numpy as np
import pytest

from utils import data, settings, shipped
from utils.taught import cnn

EXPERIMENTS = Path(__file__).resolve().parent.parent / "experiments"
FOLDER = settings.project_root() / "data" / "weights"


@pytest.fixture
def ship_net(monkeypatch, tmp_path):
    """Return the script that ships, its results in a folder of their own."""
    monkeypatch.syspath_prepend(EXPERIMENTS)
    import ship_net

    (tmp_path / "data").mkdir()
    monkeypatch.setattr(ship_net.settings, "project_root", lambda: tmp_path)
    return ship_net


@pytest.fixture
def saved(tmp_path, monkeypatch):
    """Return the file of a small net, as lesson 07 saves it for shapes32."""
    monkeypatch.delenv("COURSE_DATA", raising=False)
    monkeypatch.setenv("COURSE_PROFILE", "smoke")
    keras.utils.set_random_seed(0)
    train, *_ = data.load_cifar10()
    net = cnn.last_net(train.images, (4, 8, 8))
    path = tmp_path / "07_shapes32.keras"
    net.save(path)
    return path


def test_a_net_for_each_data_set_is_there():
    assert shipped.names() == ["CIFAR-10", "shapes32"]


@pytest.mark.parametrize("name", ["CIFAR-10", "shapes32"])
def test_weights_are_those_of_their_provenance(name):
    net, provenance = shipped.load(name)
    file = (FOLDER / provenance["file"]).read_bytes()
    assert hashlib.sha256(file).hexdigest() == provenance["sha256"]
    assert net.output_shape == (None, 10)
    assert provenance["test_accuracy"] == pytest.approx(
        provenance["test_accuracy_float32"], abs=0.002
    )


def test_shapes32_net_names_the_test_pictures(monkeypatch):
    monkeypatch.delenv("COURSE_DATA", raising=False)
    monkeypatch.setenv("COURSE_PROFILE", "smoke")
    net, provenance = shipped.load("shapes32")
    *_, test = data.load_cifar10()
    assert test.name == "shapes32"
    shares = cnn.probabilities(net, test.images, both_ways=True)
    right = np.mean(shares.argmax(axis=1) == test.labels)
    assert right == pytest.approx(provenance["test_accuracy"], abs=0.003)


def test_a_shipped_net_answers_like_the_saved_one(ship_net, saved):
    told = ship_net.ship(saved, seed=3)
    net, provenance = shipped.load("shapes32")
    assert provenance == json.loads(json.dumps(told))
    assert provenance["seed"] == 3 and provenance["widths"] == [4, 8, 8]
    images = np.random.default_rng(0).integers(0, 256, (20, 32, 32, 3))
    images = images.astype(np.uint8)
    before = keras.models.load_model(saved, compile=False)
    scores = [part.predict(images, verbose=0) for part in (before, net)]
    assert np.abs(scores[0] - scores[1]).max() < 0.01


def test_data_without_a_net_is_named(ship_net):
    with pytest.raises(ValueError, match="no net for 'MNIST'"):
        shipped.load("MNIST")


def test_a_net_trained_on_other_data_is_refused(ship_net, saved):
    other = saved.with_name("07_CIFAR-10.keras")
    saved.rename(other)
    with pytest.raises(SystemExit, match="set COURSE_DATA"):
        ship_net.ship(other, seed=0)


def test_a_missing_file_is_named(ship_net, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["ship_net.py", "nowhere.keras"])
    with pytest.raises(SystemExit, match=r"nowhere\.keras: no such file"):
        ship_net.main()


@pytest.mark.parametrize(
    ("name", "channels"), [("small_resnet", 128), ("small_inception", 320)]
)
def test_backbones_are_those_of_their_provenance(name, channels):
    net, provenance = shipped.backbone(name)
    path = FOLDER / provenance["file"]
    contents = path.read_bytes()
    assert hashlib.sha256(contents).hexdigest() == provenance["sha256"]
    beside = path.with_suffix(".json").stat().st_size
    assert len(contents) + beside <= 1.5e6
    assert provenance["data"] == "CIFAR-10", "their targets are other data"
    assert net.output_shape == (None, None, None, channels)
    assert net.count_params() == provenance["parameters"]
    assert provenance["test_accuracy"] > 0.85
    assert provenance["test_accuracy"] == pytest.approx(
        provenance["test_accuracy_float32"], abs=0.002
    )


def test_a_backbone_is_what_its_script_builds(monkeypatch):
    monkeypatch.syspath_prepend(EXPERIMENTS)
    import small_nets

    for build, _ in small_nets.NETS.values():
        net = build()
        stored, _ = shipped.backbone(net.name)
        names = [[p.name for p in one.layers[1:]] for one in (stored, net)]
        assert names[0] == names[1], "but for the input, which is numbered"
        assert [w.shape for w in stored.weights] == [
            w.shape for w in net.weights
        ]
