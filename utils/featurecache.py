"""What a frozen network makes of pictures, computed once and kept on disk."""

import contextlib
import hashlib
import json
import re

import keras
import numpy as np
from keras import ops

from utils import arraycache, places

PIXELS = 8 * 224**2  # of a batch, which bounds the memory it takes


def outputs(model, images, preprocess, *, batch=None):
    """Return what `model` makes of `images`: float32 (N, …), rows as given.

    `images` are uint8 (N, H, W, 3), `preprocess` turns a batch of them into
    what the model takes; it runs in inference mode. The answer is kept in
    data/cache/arrays under a hash of the model's layers, how they are joined,
    their weights and the backend, of the images, and of what `preprocess`
    makes of a fixed picture: when one of them changes, it is computed anew.
    Where nothing can be written it is computed each time. `batch` is the number
    of images in a batch, as many as have PIXELS unless given. Raises ValueError
    for no images.
    """
    images = np.asarray(images)
    if not len(images):
        raise ValueError("There are no images, so there is nothing to compute.")
    folder, name = places.cache() / "arrays", key(model, images, preprocess)
    kept = arraycache.load(folder, name)
    if kept is not None and len(kept[0]) == len(images):
        return kept[0]
    prepared = preprocess(images[:1])
    batch = batch or max(1, PIXELS // (prepared.shape[1] * prepared.shape[2]))
    rows = []
    for start in range(0, len(images), batch):
        inputs = preprocess(images[start : start + batch])
        rows.append(model.predict_on_batch(inputs))  # layers one by one: slow
    answer = np.concatenate(rows)
    arraycache.store(folder, name, [answer])
    return answer


def forget():
    """Remove all features that are kept, so that a run has a first one's cost.

    What cannot be removed stays.
    """
    for path in (places.cache() / "arrays").glob("features-*"):
        with contextlib.suppress(OSError):
            path.unlink()


def key(model, images, preprocess):
    """Return the name that `outputs` keeps its answer under."""
    digest = hashlib.sha256(keras.backend.backend().encode())
    config = model.get_config()
    parts = [config["layers"], config.get("output_layers")]
    text = json.dumps(parts, default=str)
    text = re.sub(r'"trainable": (true|false)', "", text)  # no matter here
    for place, layer in enumerate(model.layers):  # names are counted on
        text = text.replace(f'"{layer.name}"', f'"#{place}"')
    digest.update(text.encode())
    for part in model.get_weights():
        digest.update(np.ascontiguousarray(part).data)
    digest.update(f"{images.dtype} {images.shape}".encode())
    digest.update(np.ascontiguousarray(images).data)
    probe = np.arange(768, dtype=np.uint8).reshape(1, 16, 16, 3)
    prepared = np.asarray(ops.convert_to_numpy(preprocess(probe)))
    digest.update(f"{prepared.dtype} {prepared.shape}".encode())
    digest.update(np.ascontiguousarray(prepared).data)
    return f"features-{digest.hexdigest()[:24]}"
