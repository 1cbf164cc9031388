"""Choices of lesson 10, compared without its test pictures.

    python experiments/transfer_choices.py           # what is missing
    python experiments/transfer_choices.py --list    # what is stored

The rate of the last block of ResNet50, five epochs of fine-tuning at SIZE
pixels, by cross-validation over the 244 training photos of ants and bees: the
lesson's rate is the best of these. And the steps of the net from scratch, on 10
and 100 pictures a class of CIFAR-10, by 2,000 other training pictures: with
100 the lesson takes fewer than the best, to save time. A finished run is one
line of data/transfer_choices.jsonl, so the command can be stopped and started
again; a row that has its seeds goes into data/reference.csv as
10_transfer_choices.
"""

from itertools import product

import numpy as np
import resumable
from sklearn import model_selection

from utils import data, pretrained
from utils.taught import transfer

SIZE = 160  # pixels, as in the lesson
C = 0.01  # of the linear classifiers
EPOCHS = 5  # of fine-tuning
HELD = 2_000  # training pictures of CIFAR-10 that validate
RATES = (0.00001, 0.00003, 0.0001, 0.0003, 0.001)
STEPS = (100, 300, 1_000)
ROWS = {f"block_rate_{rate:.5f}": rate for rate in RATES}
ROWS |= {
    f"scratch_{count}_steps_{steps}": (count, steps)
    for count, steps in product((10, 100), STEPS)
}


def on(row):
    """Return the name that a row's results are stored under."""
    if row.startswith("scratch"):
        return "CIFAR-10"
    old = pretrained.load("ResNet50", size=SIZE)
    train, _ = data.load_photos("hymenoptera", 32)
    if old.weights == "small" or train.name != "ants and bees":
        raise SystemExit(
            "Weights of ImageNet and the ants and bees are needed, and this is "
            f"{old.note} {train.name}."
        )
    return old.on(train)


def measure(row, seed, epochs):
    """Return the validation accuracy of one choice with one seed."""
    if row.startswith("scratch"):
        return {"validation_accuracy": scratch(*ROWS[row], seed)}
    return {"validation_accuracy": block(ROWS[row], seed, epochs or EPOCHS)}


def block(rate, seed, epochs):
    """Return what five folds name after fine-tuning the last block."""
    old = pretrained.load("ResNet50", size=SIZE)
    train, _ = data.load_photos("hymenoptera", SIZE)
    layers = [layer.name for layer in old.net.layers]
    seam = [name for name in layers if name.endswith("_out")][-2]
    last = transfer.stage_ends(old.net)[-1:]
    model = transfer.means_of(old.net, last)
    features = transfer.in_batches(model, old.preprocess(train.images))
    maps = transfer.maps_at(seam, train.images, old)
    plan = {"rate": rate, "epochs": epochs, "seed": seed}
    right = np.empty(len(train.labels), bool)
    folds = model_selection.StratifiedKFold(5, shuffle=True, random_state=seed)
    for known, held in folds.split(features, train.labels):
        linear = transfer.fit_linear(features[known], train.labels[known], C)
        net = transfer.begin(seam, linear, old)
        transfer.fine_tune(net, maps[known], train.labels[known], **plan)
        answers = transfer.in_batches(net, maps[held]).argmax(axis=1)
        right[held] = answers == train.labels[held]
    return float(right.mean())


def scratch(count, steps, seed):
    """Return what a net from scratch names of HELD other pictures."""
    train, _, _ = data.load_cifar10()
    chosen = transfer.some_of_each(train.labels, count, seed)
    others = np.setdiff1d(np.arange(len(train.labels)), chosen)
    held = np.random.default_rng(seed).permutation(others)[:HELD]
    learned = train.images[chosen], train.labels[chosen]
    net = transfer.learn_from_scratch(*learned, steps=steps, seed=seed)
    answers = transfer.in_batches(net, train.images[held], 100).argmax(axis=1)
    return float(np.mean(answers == train.labels[held]))


if __name__ == "__main__":
    resumable.main(
        __doc__,
        ROWS,
        measure,
        lesson="10_transfer_choices",
        file="transfer_choices.jsonl",
        on=on,
    )
