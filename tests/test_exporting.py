"""Files of a net: where they go, LiteRT against Keras, and a quiet stderr."""

import ast
import logging
import os
import sys
from pathlib import Path

import keras
import nbformat
import numpy as np
import pytest
from keras import layers
from PIL import Image

from utils import data, exporting

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def net():
    keras.utils.set_random_seed(0)
    parts = [layers.Rescaling(1 / 127.5, -1), layers.Conv2D(3, 3)]
    parts += [layers.BatchNormalization(), layers.ReLU()]
    parts += [layers.GlobalAveragePooling2D(), layers.Dense(4)]
    return keras.Sequential([keras.Input((12, 12, 3)), *parts])


def test_a_litert_file_answers_like_the_net_for_any_number_of_rows(
    net, tmp_path, capfd
):
    graph, path = tmp_path / "graph", tmp_path / "net.tflite"
    with pytest.raises(OSError, match="graph"):
        exporting.to_litert(graph, path)
    with exporting.quietly():
        net.export(graph, verbose=False)
    exporting.to_litert(graph, path)
    ask = exporting.litert(path)
    draw = np.random.default_rng(0)
    for rows in (1, 5, 2):
        images = draw.uniform(0, 255, (rows, 12, 12, 3)).astype(np.float32)
        expected = keras.ops.convert_to_numpy(net(images, training=False))
        np.testing.assert_allclose(ask(images), expected, atol=1e-5)
    assert capfd.readouterr().err == ""


def test_a_saved_graph_is_written_without_a_word(net, tmp_path, capfd, caplog):
    with exporting.quietly():
        net.export(tmp_path / "graph", verbose=False)
    assert capfd.readouterr().err == ""
    assert not caplog.records
    layer = keras.layers.TFSMLayer(tmp_path / "graph", call_endpoint="serve")
    images = np.full((2, 12, 12, 3), 9, np.float32)
    expected = keras.ops.convert_to_numpy(net(images, training=False))
    np.testing.assert_allclose(np.asarray(layer(images)), expected, atol=1e-5)


def test_a_file_that_is_no_net_is_named(tmp_path):
    path = tmp_path / "net.tflite"
    path.write_bytes(b"not a net at all")
    with pytest.raises(ValueError, match=r"net\.tflite holds no LiteRT net"):
        exporting.litert(path)


def test_stderr_comes_back_and_errors_pass(capfd, caplog):
    with pytest.raises(OSError, match="full"), exporting.quietly():
        os.write(2, b"step 1 of 9")
        logging.getLogger("tensorflow").info("assets written")
        logging.getLogger("tensorflow").warning("damaged")
        raise OSError("full")
    os.write(2, b"heard")
    logging.getLogger("tensorflow").warning("again")
    said = capfd.readouterr().err
    assert said.endswith("heard")
    assert "step 1" not in said
    assert logging.root.manager.disable == logging.NOTSET


def test_files_go_beside_the_downloads(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_CACHE", str(tmp_path / "cache"))
    path = exporting.folder("11_light")
    assert path == tmp_path / "cache" / "nets" / "11_light"
    assert list(path.iterdir()) == []


def test_files_go_to_a_temporary_folder_where_the_cache_cannot_be_written(
    tmp_path, monkeypatch
):
    (tmp_path / "cache").write_text("a file, no folder")
    monkeypatch.setenv("COURSE_CACHE", str(tmp_path / "cache"))
    path = exporting.folder("11_light")
    assert path.is_dir()
    assert not path.is_relative_to(tmp_path)
    path.rmdir()


@pytest.mark.parametrize("size", [(500, 375), (113, 180), (75, 75), (640, 81)])
def test_the_program_of_lesson_11_prepares_a_photo_as_load_photos_does(
    size, tmp_path, monkeypatch
):
    lesson = ROOT / "notebooks" / "11_transfer_inception.ipynb"
    cells = nbformat.read(lesson, as_version=4).cells
    [source] = [c.source for c in cells if c.source.startswith("PROGRAM = ")]
    program = ast.literal_eval(ast.parse(source).body[0].value)
    draw = np.random.default_rng(size[0])
    coarse = draw.integers(0, 256, (9, 9, 3), np.uint8)
    picture = Image.fromarray(coarse).resize(size)
    paths = [tmp_path / "photos" / part for part in ("train", "val")]
    for path in paths:
        for kind in ("ants", "bees"):
            (path / kind).mkdir(parents=True)
            picture.save(path / kind / "one.jpg", quality=95)
    train, _ = data.load_photos(tmp_path / "photos", 75)
    asked = []

    class Net:
        input_shape = (None, 75, 75, 3)

        def __call__(self, images):
            asked.append(images)
            return np.array([[0.25, 0.75]])

    (tmp_path / "classes.txt").write_text("ants\nbees")
    photo = str(paths[0] / "ants" / "one.jpg")
    monkeypatch.setattr(sys, "argv", ["name.py", photo])
    monkeypatch.setattr(keras.models, "load_model", lambda *_, **__: Net())
    exec(
        compile(program, "name.py", "exec"),
        {"__file__": str(tmp_path / "name.py")},
    )
    np.testing.assert_array_equal(asked[0][0], train.images[0])


def test_a_program_is_started_in_a_process_of_its_own(tmp_path):
    program = tmp_path / "name.py"
    program.write_text("import os, sys; print(sys.argv[1], os.getpid())")
    done = exporting.start(program, tmp_path / "a photo.png")
    *said, process = done.stdout.split()
    assert " ".join(said) == str(tmp_path / "a photo.png")
    assert (done.returncode, int(process) != os.getpid()) == (0, True)
    program.write_text("raise SystemExit('no photo')")
    done = exporting.start(program)
    assert (done.returncode, done.stderr) == (1, "no photo\n")
