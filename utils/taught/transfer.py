"""Frozen features, fine-tuning and their opponent, as lesson 10 teaches them.

The functions are to the letter those of the lesson; a test compares them.
"""

import time

import keras
import numpy as np
from keras import layers
from scipy import stats
from sklearn import linear_model, model_selection, preprocessing

from utils.taught import augmentation, cnn

LESSON = "10_transfer_resnet"


def stage_ends(net):
    """Return the names of the last layers of a ResNet's stages."""
    ends = [layer.name for layer in net.layers if layer.name.endswith("_out")]
    return list({name.split("_")[0]: name for name in ends}.values())


def means_of(net, names):
    """Return the net that gives the means of some layers' maps."""
    maps = [net.get_layer(name).output for name in names]
    means = [layers.GlobalAveragePooling2D()(one) for one in maps]
    return keras.Model(net.input, layers.Concatenate()(means))


def fit_linear(features, labels, c):
    """Return (scaler, classifier) fitted to features (N, D) and labels."""
    scaler = preprocessing.StandardScaler().fit(features)
    linear = linear_model.LogisticRegression(C=c, max_iter=2_000)
    return scaler, linear.fit(scaler.transform(features), labels)


def hits(classifier, features, labels):
    """Return for each row whether the classifier names its label."""
    scaler, linear = classifier
    return linear.predict(scaler.transform(features)) == labels


def cross_validate(features, labels, c, seed, asked=None):
    """Return for each row whether it is named rightly by the other folds.

    `asked`, if given, are other features of the same photos to be asked with.
    """
    asked = features if asked is None else asked
    right = np.empty(len(labels), bool)
    folds = model_selection.StratifiedKFold(5, shuffle=True, random_state=seed)
    for known, held in folds.split(features, labels):
        classifier = fit_linear(features[known], labels[known], c)
        right[held] = hits(classifier, asked[held], labels[held])
    return right


def redrawn(net, seed):
    """Return the same layers with random weights."""
    other = keras.models.clone_model(net)
    for number, layer in enumerate(other.layers):
        if isinstance(layer, layers.Conv2D):
            draw = keras.initializers.HeNormal(seed=seed + number)
            layer.kernel.assign(draw(layer.kernel.shape))
    return other


def as_layer(classifier):
    """Return a layer that gives a linear classifier's scores (N, classes)."""
    scaler, linear = classifier
    kernel = linear.coef_ / scaler.scale_  # (classes, D), one row for two
    bias = linear.intercept_ - kernel @ scaler.mean_
    if len(kernel) == 1:  # the second class's score minus the first one's
        kernel, bias = (np.concatenate([-p, p]) / 2 for p in (kernel, bias))
    layer = layers.Dense(len(bias))
    layer.build((None, kernel.shape[1]))
    layer.set_weights([kernel.T, bias])
    return layer


def in_batches(net, inputs, batch=8):
    """Return what a net makes of inputs (N, …), as one array."""
    starts = range(0, len(inputs), batch)
    parts = [net.predict_on_batch(inputs[k : k + batch]) for k in starts]
    return np.concatenate(parts)


def maps_at(seam, images, old):
    """Return the maps (N, h, w, C) of the old net's layer called `seam`."""
    front = keras.Model(old.net.input, old.net.get_layer(seam).output)
    return in_batches(front, old.preprocess(images))


def begin(seam, classifier, old, *, guarded=True):
    """Return a net to fine-tune: maps at the seam in, scores out."""
    part = keras.Model(old.net.get_layer(seam).output, old.net.output)
    copy = keras.models.clone_model(part)
    copy.set_weights(part.get_weights())
    for layer in copy.layers:  # the old net's may be frozen
        norm = isinstance(layer, layers.BatchNormalization)
        layer.trainable = not (guarded and norm)
    inputs = keras.Input(part.input.shape[1:])
    means = layers.GlobalAveragePooling2D()(copy(inputs))
    return keras.Model(inputs, as_layer(classifier)(means))


def fine_tune(net, maps, labels, *, rate, epochs, seed, batch=16):
    """Let the layers of `net` learn; return (losses, seconds)."""
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    net.compile(keras.optimizers.Adam(rate), loss)
    keras.utils.set_random_seed(seed)  # the same order for every net
    draw = np.random.default_rng(seed)
    batch = min(batch, len(maps))
    full = len(maps) // batch * batch  # no batch is smaller than the others
    losses, start = [], time.perf_counter()
    for _ in range(epochs):
        lot = draw.permutation(len(maps))[:full]
        done = net.fit(maps[lot], labels[lot], batch_size=batch, verbose=0)
        losses += done.history["loss"]
    return losses, time.perf_counter() - start


def some_of_each(labels, count, seed):
    """Return the places of `count` pictures of each class, drawn by lot."""
    draw = np.random.default_rng(seed)  # the same lots for every count
    classes = range(labels.max() + 1)
    lots = [draw.permutation(np.flatnonzero(labels == k)) for k in classes]
    return np.concatenate([places[:count] for places in lots])


def learn_from_scratch(images, labels, *, steps, seed, flip=True):
    """Return lesson 07's last net, trained on images (N, 32, 32, 3)."""
    keras.utils.set_random_seed(seed)
    draw = np.random.default_rng(seed)
    net = cnn.last_net(images, (32, 64, 128))
    end = layers.Dense(int(labels.max()) + 1, use_bias=False)
    scores = layers.Rescaling(1 / 9)(end(net.layers[-3].output))
    net = keras.Model(net.input, scores)  # as many classes as there are
    rounds = max(1, steps // 20)  # of 20 steps
    rate = cnn.OneCycle(0.05, 20 * rounds)
    options = {"momentum": 0.85, "nesterov": True, "weight_decay": 0.001}
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    net.compile(cnn.TwoSpeeds(rate, **options), loss)
    for _ in range(rounds):
        chosen = draw.integers(0, len(images), 20 * 64)
        seen = augmentation.shifts(images[chosen], draw)
        seen = augmentation.flips(seen, draw) if flip else seen
        net.fit(seen, labels[chosen], batch_size=64, verbose=0)
    return net


def in_colour(images):
    """Return images (N, 28 or 32, 28 or 32, 1 or 3) as (N, 32, 32, 3)."""
    edge = (32 - images.shape[1]) // 2
    framed = np.pad(images, ((0, 0), (edge, edge), (edge, edge), (0, 0)))
    return np.repeat(framed, 3 // framed.shape[3], axis=3)


def share(right):
    """Return a share with its 95 % interval (Wilson), in percent."""
    test = stats.binomtest(int(np.sum(right)), len(right))
    low, high = test.proportion_ci(method="wilson")
    return [f"{100 * v:.1f}" for v in (np.mean(right), low, high)]
