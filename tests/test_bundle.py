"""Light weight files for a lab: made from full ones, checked, recognised."""

import hashlib
import json
import os
import shutil
import types

import full_weights
import h5py
import keras
import loopback
import numpy as np
import pytest

from coursekit import UserError, bundle, light_weights
from utils import downloads, manifest, pretrained, settings
from utils.manifest import DataError

SHARED = settings.project_root().parent / "shared" / "data"
NAMED = os.environ.get("COURSE_DATA")
REAL = settings.project_root() / NAMED if NAMED else SHARED
IMAGENET = pretrained.FAMILIES
SWITCHES = ("DATA", "PROFILE", "REQUIRE_REAL")
URL = loopback.closed_url()


def environment(patch, folder):
    """Set an environment without data, network or anybody's caches."""
    for name in SWITCHES:
        patch.delenv(f"COURSE_{name}", raising=False)
    patch.setenv("COURSE_CACHE", str(folder / "cache"))
    patch.setenv("KERAS_HOME", str(folder / "keras"))
    patch.setenv("NO_PROXY", "127.0.0.1")


def know(patch, entries):
    """Let the manifest have these entries, and no server but a silent one."""
    listed = {
        name: entry._replace(urls=(URL,) if entry.urls else ())
        for name, entry in entries.items()
    }
    patch.setattr(manifest, "load", lambda path=None: listed)


def md5(path):
    value = hashlib.md5(path.read_bytes(), usedforsecurity=False)
    return f"md5:{value.hexdigest()}"


# Two tiny families, for what happens to folders and files


def tiny(name, size=16):
    """Return a family whose full net has one layer more than its light one."""

    def build(*, weights, include_top, input_shape):
        assert weights is None and include_top is False
        inputs = keras.Input(input_shape)
        x = keras.layers.Conv2D(6, 3)(inputs)
        x = keras.layers.BatchNormalization()(x)
        x = keras.layers.ReLU(name="cut")(x)
        return keras.Model(inputs, keras.layers.Conv2D(4, 3)(x), name=name)

    module = types.SimpleNamespace(
        preprocess_input=lambda pixels: pixels / 255, **{name: build}
    )
    full, light = f"{name}_full", f"{name}_light"
    return pretrained.Family(module, full, light, "cut", "", size)


TINY = {name: tiny(name) for name in ("Ant", "Bee")}


def tiny_net(name):
    build = getattr(TINY[name].module, name)
    net = build(weights=None, include_top=False, input_shape=(16, 16, 3))
    return full_weights.with_random_numbers(net)


def use_tiny(patch, folder):
    """Put "Ant" and "Bee" in place of the families; their files lie below."""
    environment(patch, folder)
    patch.setattr(pretrained, "FAMILIES", TINY)
    entries = {"mnist": manifest.find("mnist")}
    for name, family in TINY.items():
        file = f"weights/{name}_notop.h5"
        full = manifest.Entry(
            family.full, "weights", name, file, md5(folder / "full" / file),
            {}, False, (), (), (URL,), 0,
        )  # fmt: skip
        light = full._replace(
            name=family.light,
            file=f"weights/{name}.weights.h5",
            hash=loopback.sha256(b"another"),
            urls=(),
            bundled=True,
        )
        entries |= {family.full: full, family.light: light}
    know(patch, entries)
    patch.setenv("COURSE_DATA", str(folder / "full"))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """Return a folder with the full files of both, and a bundle of them."""
    folder = tmp_path_factory.mktemp("tiny")
    for name in TINY:
        path = folder / "full" / "weights" / f"{name}_notop.h5"
        full_weights.write(tiny_net(name), path)
    with pytest.MonkeyPatch.context() as patch:
        use_tiny(patch, folder)
        assert bundle.main(folder / "out", light=True) == 0
    return folder


@pytest.fixture
def tinies(monkeypatch, tmp_path, drawn):
    """Return the folder of the two full files, a copy."""
    shutil.copytree(drawn / "full", tmp_path / "full")
    use_tiny(monkeypatch, tmp_path)
    return tmp_path / "full" / "weights"


@pytest.fixture
def out(tinies, tmp_path, drawn):
    """Return the folder of a bundle of the two, a copy."""
    return shutil.copytree(drawn / "out", tmp_path / "out")


def contents(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_a_bundle_holds_two_files_and_their_hashes_and_nothing_else(
    out, tinies
):
    names = ["weights/Ant.weights.h5", "weights/Bee.weights.h5"]
    assert sorted(contents(out)) == [*names, "weights/bundle.json"]
    told = json.loads((out / "weights" / "bundle.json").read_text("utf-8"))
    assert told["keras"] == keras.__version__
    assert set(told["files"]) == {"Ant.weights.h5", "Bee.weights.h5"}
    for name, facts in told["files"].items():
        content = (out / "weights" / name).read_bytes()
        source = tinies / facts["made_from"]
        assert facts["sha256"] == hashlib.sha256(content).hexdigest()
        assert facts["bytes"] == len(content)
        assert facts["made_from_hash"] == md5(source)
        assert source.name == name.replace(".weights.h5", "_notop.h5")
        assert 0 < facts["difference"] < light_weights.LIMIT


def test_it_says_what_was_written_and_what_comes_next(tinies, tmp_path, capsys):
    bundle.main(tmp_path / "out", light=True)
    said = capsys.readouterr().out
    for words in (
        "Ant: up to cut, from Ant_notop.h5",
        f"Written to {tmp_path / 'out' / 'weights'}:",
        "Bee.weights.h5  0.0 MB",
        "from those of the full net",
        "put the data sets beside weights/: mnist.npz",
        settings.command("fetch mnist"),
        f"COURSE_DATA={tmp_path / 'out'} {settings.command('lab')}",
    ):
        assert words in said


def test_the_same_weights_give_the_same_files(out, tmp_path):
    keras.layers.Conv2D(1, 1)  # so that Keras counts from another number
    bundle.main(tmp_path / "again", light=True)
    assert contents(tmp_path / "again") == contents(out)


def test_without_full_weights_nothing_is_made(tinies, tmp_path):
    (tinies / "Bee_notop.h5").unlink()
    with pytest.raises(UserError) as caught:
        bundle.main(tmp_path / "out", light=True)
    text = str(caught.value)
    assert text.startswith("Nothing was bundled. Bee could not be downloaded")
    assert f"{URL} cannot be reached" in text
    assert settings.command("fetch Bee_full") in text
    assert not (tmp_path / "out").exists()


def test_full_weights_are_downloaded_where_they_are_not_found(
    tinies, tmp_path, monkeypatch
):
    content = (tinies / "Ant_notop.h5").read_bytes()
    (tinies / "Ant_notop.h5").unlink()
    with loopback.server(content) as (url, requests):
        entries = manifest.load()
        ant = entries["Ant_full"]._replace(urls=(f"{url}/good",))
        listed = {**entries, "Ant_full": ant}
        monkeypatch.setattr(manifest, "load", lambda path=None: listed)
        bundle.main(tmp_path / "out", light=True)
    assert requests == ["/good"]


def test_a_full_file_of_another_net_is_named(tinies, tmp_path, monkeypatch):
    other = tinies / "Ant_notop.h5"
    with h5py.File(other, "r+") as file:
        file.attrs["layer_names"] = file.attrs["layer_names"][:-1]
    entries = manifest.load()
    ant = entries["Ant_full"]._replace(hash=md5(other))
    know(monkeypatch, {**entries, "Ant_full": ant})
    with pytest.raises(UserError, match=r"Ant_notop\.h5 does not fit Ant of"):
        bundle.main(tmp_path / "out", light=True)
    assert not (tmp_path / "out").exists()


@pytest.fixture
def changed_bee(tinies, monkeypatch):
    """Return a function that changes the full Bee: (kernel, beta) in place."""

    def change(how):
        net = tiny_net("Bee")
        kernel, bias = net.layers[1].get_weights()
        gamma, beta, *rest = net.layers[2].get_weights()
        how(kernel, beta)
        net.layers[1].set_weights([kernel, bias])
        net.layers[2].set_weights([gamma, beta, *rest])
        path = full_weights.write(net, tinies / "Bee_notop.h5")
        entries = manifest.load()
        bee = entries["Bee_full"]._replace(hash=md5(path))
        know(monkeypatch, {**entries, "Bee_full": bee})

    return change


def too_large(kernel, beta):
    kernel[0, 0, 0, 0] = 70_000  # float16 ends at 65,504


def all_dead(kernel, beta):
    beta[...] = -1000  # after ReLU every map is 0, whatever the kernels are


@pytest.mark.parametrize("how", [too_large, all_dead])
def test_maps_that_cannot_be_compared_are_refused(changed_bee, tmp_path, how):
    changed_bee(how)
    with pytest.raises(UserError, match="light Bee differs from the full one"):
        bundle.main(tmp_path / "out", light=True)
    assert not (tmp_path / "out").exists()


def test_a_light_net_that_computes_otherwise_is_refused(
    tinies, tmp_path, monkeypatch
):
    def swap(source, target):
        halve(source, target)
        with h5py.File(target, "r+") as file:
            kernel = file["layers/conv2d/vars/0"]
            kernel[...] = kernel[()][..., ::-1]

    halve = light_weights.halve
    monkeypatch.setattr(light_weights, "halve", swap)
    with pytest.raises(UserError, match=r"differs.*by \d+\.\d+% at cut"):
        bundle.main(tmp_path / "out", light=True)
    assert not (tmp_path / "out").exists()


def test_an_older_bundle_is_replaced(out, tinies):
    weights = out / "weights"
    good = contents(out)
    (weights / "Ant.weights.h5").write_bytes(b"older")
    (weights / "Bee.weights.h5").unlink()
    bundle.main(out, light=True)
    assert contents(out) == good


def test_an_older_bundle_stays_where_a_new_one_fails(out, tinies):
    good = contents(out)
    (tinies / "Bee_notop.h5").unlink()
    with pytest.raises(UserError):
        bundle.main(out, light=True)
    assert contents(out) == good


@pytest.mark.parametrize("name", ["marks.csv", "weights/extra.h5"])
def test_a_bundle_with_another_file_beside_it_is_refused(out, name):
    (out / name).write_text("precious")
    before = contents(out)
    with pytest.raises(UserError) as caught:
        bundle.main(out, light=True)
    assert f"{out / name} is no part of an older bundle" in str(caught.value)
    assert settings.command("bundle --light OUT") in str(caught.value)
    assert contents(out) == before


@pytest.mark.parametrize("listing", [None, "{", "[]", '{"made_by": "me"}'])
def test_light_files_that_no_bundle_json_of_ours_lists_are_refused(
    out, listing
):
    path = out / "weights" / "bundle.json"
    path.unlink()
    if listing:
        path.write_text(listing)
    before = contents(out)
    with pytest.raises(UserError, match="no part of an older bundle"):
        bundle.main(out, light=True)
    assert contents(out) == before


def test_a_file_in_place_of_the_folder_is_refused(tinies, tmp_path):
    (tmp_path / "out").write_text("precious")
    with pytest.raises(UserError, match="out is no part of an older bundle"):
        bundle.main(tmp_path / "out", light=True)
    assert (tmp_path / "out").read_text() == "precious"


def test_an_empty_folder_is_taken(tinies, tmp_path):
    (tmp_path / "out" / "weights").mkdir(parents=True)
    assert bundle.main(tmp_path / "out", light=True) == 0


def test_a_folder_that_cannot_be_made_is_named(tinies, tmp_path):
    (tmp_path / "file").touch()
    out = tmp_path / "file" / "out"
    with pytest.raises(UserError) as caught:
        bundle.main(out, light=True)
    assert f"{out} cannot be written" in str(caught.value)


def test_a_full_disk_half_way_leaves_nothing_behind(
    tinies, tmp_path, monkeypatch
):
    def full(source, target):
        if target.name.startswith("Bee"):
            raise OSError(28, "No space left on device")
        halve(source, target)

    halve = light_weights.halve
    monkeypatch.setattr(light_weights, "halve", full)
    with pytest.raises(UserError, match=r"out cannot be written.*No space"):
        bundle.main(tmp_path / "out", light=True)
    assert not (tmp_path / "out").exists()


def test_without_light_it_says_what_there_is(tmp_path):
    with pytest.raises(UserError, match="bundle --light OUT"):
        bundle.main(tmp_path / "out", light=False)


# How a bundle is recognised


@pytest.fixture
def given(out, monkeypatch):
    """Point COURSE_DATA at the bundle."""
    monkeypatch.setenv("COURSE_DATA", str(out))
    return out / "weights"


def test_a_file_is_accepted_by_the_hash_in_bundle_json(given):
    assert downloads.find("Ant_light") == given / "Ant.weights.h5"
    rows = {row.name: row for row in downloads.status()}
    assert rows["Ant_light"].state == "ok"
    assert rows["Ant_light"].detail == "hash ok by bundle.json"
    assert pretrained.load("Ant").weights == "light"


def test_damage_is_found_and_both_hashes_are_named(given):
    path = given / "Ant.weights.h5"
    told = json.loads((given / "bundle.json").read_text("utf-8"))
    content = path.read_bytes()
    path.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
    with pytest.raises(DataError) as caught:
        downloads.find("Ant_light")
    text = str(caught.value)
    assert f"{path} has SHA-256" in text and "damaged" in text
    assert hashlib.sha256(b"another").hexdigest()[:12] in text
    listed = told["files"]["Ant.weights.h5"]["sha256"][:12]
    assert f"or, by bundle.json beside it, {listed}…: it is damaged" in text
    assert f"(`{settings.command('bundle --light OUT')}` makes such" in text
    (row,) = [row for row in downloads.status() if row.name == "Ant_light"]
    assert row.state == "damaged" and listed in row.detail


@pytest.mark.parametrize("listing", [None, "{", "[]", "{}", '{"files": {}}'])
def test_without_its_line_in_bundle_json_a_file_is_damaged(given, listing):
    (given / "bundle.json").unlink()
    if listing:
        (given / "bundle.json").write_text(listing)
    with pytest.raises(DataError, match=r"has SHA-256 \w+…, expected \w+…: it"):
        downloads.find("Ant_light")


def test_the_manifest_s_own_file_needs_no_bundle_json(given):
    (given / "Ant.weights.h5").write_bytes(b"another")
    (given / "bundle.json").unlink()
    assert downloads.find("Ant_light") == given / "Ant.weights.h5"
    (row,) = [row for row in downloads.status() if row.name == "Ant_light"]
    assert row.detail == "hash ok"


def test_bundle_json_vouches_for_no_other_file_of_the_manifest(
    given, monkeypatch
):
    entries = manifest.load()
    plain = entries["Ant_light"]._replace(bundled=False)
    know(monkeypatch, {**entries, "Ant_light": plain})
    with pytest.raises(DataError, match="it is damaged"):
        downloads.find("Ant_light")


def test_the_two_light_files_and_no_others_may_be_bundled():
    names = {name for name, entry in manifest.load().items() if entry.bundled}
    assert names == {family.light for family in IMAGENET.values()}


# The networks of ImageNet, from full files with random numbers


@pytest.fixture(scope="module")
def imagenet(tmp_path_factory):
    """Return (folder of a bundle, {name: the full net}), both at full size."""
    folder = tmp_path_factory.mktemp("imagenet")
    nets, entries = {}, manifest.load()
    with pytest.MonkeyPatch.context() as patch:
        environment(patch, folder)
        for name, family in IMAGENET.items():
            nets[name] = full_weights.random_net(name)
            entry = entries[family.full]
            path = full_weights.write(nets[name], folder / "data" / entry.file)
            entries[family.full] = entry._replace(hash=md5(path))
        know(patch, entries)
        patch.setenv("COURSE_DATA", str(folder / "data"))
        bundle.main(folder / "out", light=True)
    return folder / "out", nets


@pytest.mark.parametrize("name", IMAGENET)
def test_a_light_net_has_the_rounded_kernels_of_the_full_one(
    imagenet, monkeypatch, tmp_path, name
):
    out, nets = imagenet
    environment(monkeypatch, tmp_path)
    monkeypatch.setenv("COURSE_DATA", str(out))
    loaded = pretrained.load(name)
    assert loaded.weights == "light" and loaded.size == IMAGENET[name].size
    full = nets[name]
    layer = full.get_layer(IMAGENET[name].cut)
    arrays = keras.Model(full.input, layer.output).get_weights()
    for array, light in zip(arrays, loaded.net.get_weights(), strict=True):
        kind = np.float16 if array.ndim > 1 else np.float32
        np.testing.assert_array_equal(array.astype(kind), light)
    file = manifest.find(IMAGENET[name].light).file
    assert (out / file).stat().st_size == pytest.approx(
        manifest.find(IMAGENET[name].light).bytes, rel=0.001
    )


def layout(path):
    """Return {name: (type, shape, attributes)} for all that a file holds."""
    found = {}

    def note(name, node):
        kind = getattr(node, "dtype", None), getattr(node, "shape", None)
        found[name] = (*kind, dict(node.attrs))

    with h5py.File(path) as file:
        found["/"] = dict(file.attrs)
        file.visititems(note)
    return found


@pytest.mark.parametrize("name", IMAGENET)
def test_a_light_file_is_laid_out_like_the_one_of_the_manifest(imagenet, name):
    file = manifest.find(IMAGENET[name].light).file
    if not (REAL / file).is_file():
        pytest.skip(f"real data: there is no file {REAL / file}")
    assert layout(imagenet[0] / file) == layout(REAL / file)
