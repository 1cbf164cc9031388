"""Put the net that lesson 07 saved into data/weights, as float16.

    python course.py run 07
    python experiments/ship_net.py data/cache/nets/07_CIFAR-10.keras

The lesson saves its last net under that name, with the data it was trained on
(without real data 07_shapes32.keras). Beside the weights a .json file says
where they come from and what they reach on the test pictures, both ways.
"""

import argparse
import hashlib
import json
from pathlib import Path

import keras
import numpy as np
from keras import layers

from coursekit import calibrate
from utils import data, runs, settings, shapes32, shipped
from utils.taught import cnn

LESSON = "07_cnn_cifar10"


def test_split(name):
    """Return the test pictures of the data set named in a file's name."""
    *_, test = data.load_cifar10()
    if test.name != name:
        raise SystemExit(
            f"The net was trained on {name}, and what is found here is "
            f"{test.name}: set COURSE_DATA, or unset it for shapes32."
        )
    return test


def accuracy(net, test):
    """Return the share named rightly, asked both ways."""
    shares = cnn.probabilities(net, test.images, both_ways=True)
    return float(np.mean(shares.argmax(axis=1) == test.labels))


def ship(saved, seed):
    """Store a saved net in data/weights; return what is written beside it."""
    name = saved.stem.removeprefix("07_")
    test = test_split(name)
    net = keras.models.load_model(saved, compile=False)
    halves = [part.astype(np.float16) for part in net.get_weights()]
    if not all(np.isfinite(part).all() for part in halves):
        raise SystemExit(f"{saved}: a weight is too large for float16.")
    folder = settings.project_root() / "data" / "weights"
    folder.mkdir(exist_ok=True)
    path = folder / f"07_{name.lower().replace('-', '')}.npz"
    named = {str(place): part for place, part in enumerate(halves)}
    np.savez_compressed(path, **named)
    convolutions = [p for p in net.layers if isinstance(p, layers.Conv2D)]
    provenance = {
        "file": path.name,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "data": name,
        "data_seed": shapes32.SEED if name == "shapes32" else None,
        "widths": [layer.filters for layer in convolutions[1::2]],
        "trained_by": f"notebooks/{LESSON}.ipynb, last net",
        "seed": seed,
        "test_accuracy_float32": accuracy(net, test),
        "hardware": calibrate.hardware("cpu"),
        "versions": runs.versions(),
    }
    beside = path.with_suffix(".json")
    beside.write_text(json.dumps(provenance, indent=1) + "\n", "utf-8")
    provenance["test_accuracy"] = accuracy(shipped.load(name)[0], test)
    beside.write_text(json.dumps(provenance, indent=1) + "\n", "utf-8")
    return provenance


def main():
    """Read the command line, ship one net and print its provenance."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("saved", type=Path, help="the file of lesson 07")
    parser.add_argument("--seed", type=int, default=0, help="of that run")
    wanted = parser.parse_args()
    if not wanted.saved.is_file():
        raise SystemExit(f"{wanted.saved}: no such file. Run lesson 07 first.")
    print(json.dumps(ship(wanted.saved, wanted.seed), indent=1))


if __name__ == "__main__":
    main()
