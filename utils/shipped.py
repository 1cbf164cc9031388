"""The nets that come with the course: weights in data/weights."""

import json

import keras
import numpy as np

from utils import settings
from utils.taught import cnn


def names():
    """Return the names of the data sets for which there is a net."""
    return sorted(provenance["data"] for provenance in _provenances())


def load(data):
    """Return (net, provenance): lesson 07's last net, trained on `data`.

    `data` is "CIFAR-10" or "shapes32". The net takes uint8 (N, 32, 32, 3) and
    returns scores (N, 10); its weights lie in the file as float16. The
    provenance is a dict: how and on what it was trained, what it reaches.
    Raises ValueError for other data.
    """
    for provenance in _provenances():
        if provenance["data"] == data:
            break
    else:
        raise ValueError(
            f"There is no net for {data!r}: there are {', '.join(names())}."
        )
    net = cnn.last_net(np.zeros((9, 32, 32, 3)), provenance["widths"])
    net.set_weights(_weights(provenance))
    return net, provenance


def backbone(name):
    """Return (net, provenance): a small net without its classifier.

    `name` is "small_resnet" or "small_inception"; experiments/small_nets.py
    trained them on CIFAR-10. The net takes float32 (N, H, W, 3), prepared as
    its large relative in keras.applications wants it, and returns maps.
    """
    text = (_folder() / f"{name}.json").read_text("utf-8")
    provenance = json.loads(text)
    net = keras.models.model_from_json(json.dumps(provenance.pop("net")))
    net.set_weights(_weights(provenance))
    return net, provenance


def _folder():
    return settings.project_root() / "data" / "weights"


def _weights(provenance):
    """Return the arrays of a file as float32, in the order of the net."""
    with np.load(_folder() / provenance["file"], allow_pickle=False) as file:
        parts = [file[str(place)] for place in range(len(file.files))]
    return [part.astype(np.float32) for part in parts]


def _provenances():
    """Return what is written beside each file of weights."""
    return [
        json.loads(path.read_text("utf-8"))
        for path in sorted(_folder().glob("07_*.json"))
    ]
