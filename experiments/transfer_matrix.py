"""What a start from ImageNet is worth: little or much data, alike or not.

    python experiments/transfer_matrix.py            # what is missing
    python experiments/transfer_matrix.py --list     # what is stored
    python experiments/transfer_matrix.py --only mnist_500_block --seeds 1

For lesson 10: three data sets of ten classes, 10 and 500 training pictures of
each, and ways to learn from them: a net from scratch, linear classifiers on
the frozen ResNet50 at the end of each stage, and its last block or everything
fine-tuned. Pictures are enlarged to SIZE pixels, and in one row of linear
classifiers to those of the lesson's learning curve; accuracies are those of
the first 2,000 test pictures, of shapes32 all 1,000. The C of the linear
classifiers is the one that lesson 10 chooses with its photos. The rates of
fine-tuning are those that named most of other training pictures after learning
from 500 of each class (transfer_rates.py); with 10 they are the same. Neither
the epochs nor the steps from scratch were tuned. (A first seed, at rates that
nobody had chosen and with more epochs, had asked the same test pictures.) A
finished run is one line in data/transfer_matrix.jsonl, so the command can be
stopped and started again; a row that has its seeds goes into data/reference.csv
as 10_transfer_matrix, under the name of its data and of the kind of weights.
"""

import functools
from itertools import product

import numpy as np
import resumable
from keras import ops

from utils import data, featurecache, memory, pretrained, shapes32
from utils.taught import transfer

SIZE, CURVE = 96, 160  # pixels: of the matrix, of the learning curve
ASKED = 2_000  # test pictures
C = 0.01  # of the linear classifiers
RATES = {  # of fine-tuning with Adam, as transfer_rates.py found them
    ("cifar10", "block"): 0.0001,
    ("cifar10", "everything"): 0.00001,
    ("mnist", "block"): 0.0001,
    ("mnist", "everything"): 0.0001,
    ("shapes32", "block"): 0.0003,
    ("shapes32", "everything"): 0.0001,
}
STEPS = {10: 300, 500: 1_500}  # from scratch, by pictures of a class
EPOCHS = {10: 40, 500: 2}  # of fine-tuning: about 250 and 600 steps
SETS = ("cifar10", "mnist", "shapes32")
WAYS = ("scratch", "linear", "block", "everything")
ROWS = {
    f"{name}_{count}_{way}": (name, count, way)
    for count, way, name in product(STEPS, WAYS, SETS)
}
ROWS["cifar10_500_curve"] = ("cifar10", 500, "curve")


@functools.cache
def net(size=SIZE):
    """Return the ResNet50, of the best weights that are found."""
    return pretrained.load("ResNet50", size=size)


@functools.cache
def pictures(name):
    """Return (title, (images, labels), (images, labels)) of a data set."""
    if name == "shapes32":
        train, _, test = shapes32.load()
        title = name
    else:
        load = {"cifar10": data.load_cifar10, "mnist": data.load_mnist}[name]
        train, _, test = load()
        title = train.name
    parts = [(part[0], part[1]) for part in (train, test)]
    return title, *parts


def enlarged(images, old):
    """Return images (N, 32, 32, 3) as the net `old` takes them."""
    pixels, shape = ops.cast(images, "float32"), (old.size, old.size)
    larger = ops.image.resize(pixels, shape, interpolation="bicubic")
    return old.preprocess(ops.convert_to_numpy(larger))


def on(row):
    """Return the name that a row's results are stored under."""
    name, _, way = ROWS[row]
    title, *_ = pictures(name)
    if net().weights == "small" or title == "digits28":
        raise SystemExit(
            "Weights of ImageNet and MNIST are needed, and this is "
            f"{net().note} {title}."
        )
    return title if way == "scratch" else net().on(title)


def measure(row, seed, epochs):
    """Learn one row's way with one seed; return its test accuracies."""
    name, count, way = ROWS[row]
    _, (images, labels), (asked, answers) = pictures(name)
    chosen = transfer.some_of_each(labels, count, seed)
    images, labels = transfer.in_colour(images[chosen]), labels[chosen]
    asked, answers = transfer.in_colour(asked[:ASKED]), answers[:ASKED]
    if way == "scratch":
        steps = epochs or STEPS[count]
        plan = {"steps": steps, "seed": seed, "flip": name != "mnist"}
        fresh = transfer.learn_from_scratch(images, labels, **plan)
        scores = transfer.in_batches(fresh, asked, 100)
        return {"accuracy": float(np.mean(scores.argmax(1) == answers))}
    old = net(CURVE) if way == "curve" else net()
    stages = transfer.stage_ends(old.net)
    known, queried = (features(some, old) for some in (images, asked))
    if way in ("linear", "curve"):
        return {
            f"{stage.split('_')[0]}_accuracy": share(part, labels, new, answers)
            for stage, part, new in zip(stages, known, queried, strict=True)
        }
    classifier = transfer.fit_linear(known[-1], labels, C)
    plan = {"rate": RATES[name, way], "seed": seed}
    plan["epochs"] = epochs or EPOCHS[count]
    known, queried = (images, labels), (asked, answers)
    return {"accuracy": tuned(way, classifier, known, queried, plan)}


def features(images, old):
    """Return the means of maps, an array for each stage of the net `old`."""
    stages = transfer.stage_ends(old.net)
    model = transfer.means_of(old.net, stages)
    prepare = functools.partial(enlarged, old=old)
    found = featurecache.outputs(model, images, prepare)
    widths = [old.net.get_layer(name).output.shape[-1] for name in stages]
    return np.split(found, np.cumsum(widths)[:-1], axis=1)


def share(known, labels, queried, answers):
    """Return the test accuracy of a linear classifier."""
    classifier = transfer.fit_linear(known, labels, C)
    return float(transfer.hits(classifier, queried, answers).mean())


def tuned(way, classifier, known, queried, plan):
    """Return the accuracy after fine-tuning in one of the ways."""
    memory.give_back()
    old, layers = net(), [layer.name for layer in net().net.layers]
    ends = [name for name in layers if name.endswith("_out")]
    seam = {"block": ends[-2], "everything": layers[0]}
    model = transfer.begin(seam[way], classifier, old)
    maps = at(seam[way], known[0])
    transfer.fine_tune(model, maps, known[1], **plan)
    maps = at(seam[way], queried[0])
    scores = transfer.in_batches(model, maps)
    return float(np.mean(scores.argmax(axis=1) == queried[1]))


def at(seam, images):
    """Return the net's maps at a seam, of images enlarged part by part."""
    old = net()
    old = old._replace(preprocess=functools.partial(enlarged, old=old))
    parts = np.array_split(images, -(-len(images) // 500))
    return np.concatenate([transfer.maps_at(seam, p, old) for p in parts])


if __name__ == "__main__":
    resumable.main(
        __doc__,
        ROWS,
        measure,
        lesson="10_transfer_matrix",
        file="transfer_matrix.jsonl",
        on=on,
    )
