"""Networks that have learned already: ImageNet's, or small ones of our own."""

import textwrap
import warnings
from collections.abc import Callable
from typing import NamedTuple

import keras
import numpy as np
from keras import ops

from utils import downloads, notice, settings, shipped
from utils.manifest import DataError
from utils.reference import WEIGHTS
from utils.transfer import UnavailableError

BATCH = 8  # pictures at a time, where many are asked


class Pretrained(NamedTuple):
    """A network without its classifier, and what its weights are.

    `net` takes float32 (N, H, W, 3), prepared by `preprocess` from pixels of 0
    to 255, and returns maps (N, h, w, C). `weights` is one of WEIGHTS, `size`
    the height and width of its pictures, `note` one sentence on where the
    weights come from.
    """

    net: keras.Model
    name: str
    weights: str
    size: int
    preprocess: Callable
    note: str

    def on(self, split):
        """Return the name of a split, or of other data, with these weights'.

        Results are recorded under it: other weights are other results.
        """
        return f"{getattr(split, 'name', split)}, {self.weights} weights"


class Family(NamedTuple):
    """One network: its module in keras.applications, where its weights lie.

    `full` and `light` are names of data/manifest.toml, `cut` the layer after
    which the light net ends, `small` a net of utils.shipped, `size` the
    height and width of the pictures it was trained on.
    """

    module: object
    full: str
    light: str
    cut: str
    small: str
    size: int


FAMILIES = {
    "ResNet50": Family(
        keras.applications.resnet50,
        "resnet50_notop",
        "resnet50_conv4",
        "conv4_block6_out",
        "small_resnet",
        224,
    ),
    "InceptionV3": Family(
        keras.applications.inception_v3,
        "inception_v3_notop",
        "inception_v3_mixed8",
        "mixed8",
        "small_inception",
        299,
    ),
}


def load(name, *, size=None, weights=None):
    """Return the Pretrained network called `name`, for pictures of one size.

    `name` is "ResNet50" or "InceptionV3". Full weights are taken where they
    are found, else light ones (float16, the network cut before its last
    stage); else the full ones are downloaded. Where that fails, and always in
    the smoke profile, it is a small network of the same kind, trained on
    CIFAR-10, and a banner says so. `weights` asks for one of WEIGHTS and no
    other. Raises DataError for weights that cannot be had and, when
    COURSE_REQUIRE_REAL is 1, in place of the banner.
    """
    if name not in FAMILIES:
        raise ValueError(
            f"There is no network {name!r}: there are {', '.join(FAMILIES)}."
        )
    if weights is not None and weights not in WEIGHTS:
        raise ValueError(
            f"weights is {weights!r}, but must be {', '.join(WEIGHTS)}."
        )
    family = FAMILIES[name]
    path = None
    if weights is None:
        weights, path = _best(name, family)
    if weights == "small":
        return _small(name, family)
    entry = family.full if weights == "full" else family.light
    path = path or downloads.find(entry) or downloads.fetch(entry)
    return read(name, weights, path, size=size)


def read(name, weights, path, *, size=None):
    """Return the Pretrained network `name` with the weights of one file.

    `weights` says what the file holds: "full", as Keras distributes them, or
    "light", a Keras file of the network that ends where light ones do. Layers
    are matched by their order, not by their names. Raises DataError for a
    file that does not fit.
    """
    family = FAMILIES[name]
    size = size or family.size
    build = getattr(family.module, name)
    net = build(weights=None, include_top=False, input_shape=(size, size, 3))
    if weights == "light":
        net = keras.Model(
            net.input, net.get_layer(family.cut).output, name=net.name
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # one for each layer that misfits
            net.load_weights(path)
    except (OSError, ValueError, KeyError) as error:
        reason = textwrap.shorten(str(error).rstrip(". \n"), 200)
        raise DataError(
            f"{path} does not fit {name} of Keras {keras.__version__} "
            f"({reason}). Delete it and fetch it again, or use the course's "
            "locked environment."
        ) from error
    note = f"{name} with weights of ImageNet"
    if weights == "light":
        note += f", up to {family.cut}"
    return Pretrained(net, name, weights, size, _preprocess(family), f"{note}.")


def _best(name, family):
    """Return (the best of WEIGHTS that can be had here, path of the file)."""
    if settings.profile() == "smoke":
        if settings.require_real():
            raise DataError(
                "COURSE_REQUIRE_REAL is 1, but the smoke profile always uses "
                "a small net. Set COURSE_PROFILE to cpu or gpu."
            )
        notice.remark(f"Smoke profile: {family.small} stands in for {name}.")
        return "small", None
    for weights, entry in (("full", family.full), ("light", family.light)):
        if path := downloads.find(entry):
            return weights, path
    try:
        return "full", downloads.fetch(family.full)
    except UnavailableError as error:
        if settings.require_real():
            raise
        notice.alarm(
            f"This is a small net trained on CIFAR-10, not {name}.",
            f"Results with it are not compared with those of {name}. {error}",
        )
        return "small", None


def _small(name, family):
    """Return the small network that comes with the course."""
    net, provenance = shipped.backbone(family.small)
    note = (
        f"{family.small}, trained on {provenance['data']} by "
        f"{provenance['trained_by']}: it stands in for {name}."
    )
    return Pretrained(net, name, "small", 32, _preprocess(family), note)


def _preprocess(family):
    """Return what prepares pixels for a family and leaves its input alone."""

    def preprocess(images):
        if isinstance(images, np.ndarray):  # preprocess_input works in place
            images = images.astype(np.float32)
        return family.module.preprocess_input(images)

    return preprocess


def unfold(net, images):
    """Put back the means that were folded out of a net's batch normalisation.

    Some files keep a net that is only to be asked: the stored means are 0,
    and what they were has gone into beta (lesson 10, exercise 3). When such a
    net learns with the averages of its batches, each mean is subtracted a
    second time. Here the mean of what comes into each layer, measured over
    `images`, prepared, float32 (N, H, W, 3), becomes its stored mean and is
    added to its beta: with stored averages the net answers as before. A net
    with any stored mean other than 0 stays as it is.
    """
    norms = [
        layer
        for layer in net.layers
        if isinstance(layer, keras.layers.BatchNormalization)
    ]
    stored = [ops.convert_to_numpy(layer.moving_mean) for layer in norms]
    if any(means.any() for means in stored) or not norms:
        return
    inputs = [
        keras.layers.GlobalAveragePooling2D()(layer.input) for layer in norms
    ]
    watch = keras.Model(net.input, inputs)
    starts = range(0, len(images), BATCH)
    found = [watch.predict_on_batch(images[k : k + BATCH]) for k in starts]
    for layer, parts in zip(norms, zip(*found, strict=True), strict=True):
        mean = np.concatenate(parts).mean(axis=0)
        layer.moving_mean.assign(mean)
        layer.beta.assign(layer.beta + mean)
