"""Plain against residual nets, and three more pairs (lesson 08).

    python experiments/architectures.py            # what is missing
    python experiments/architectures.py --list     # nets and stored runs
    python experiments/architectures.py --only plain_44 residual_44 --seeds 1

Every net is trained as in the lesson: 10,000 pictures of CIFAR-10, 8 epochs,
nothing changed, nothing dropped. A finished run is one line in
data/architectures.jsonl, so the command can be stopped and started again; a
row that has its seeds goes into data/reference.csv as 08_experiments.
"""

import keras
import resumable

from utils import data
from utils.taught import architectures as taught

PICTURES, EPOCHS = 10_000, 8
ROWS = {
    "plain_20": lambda: taught.small_net(20, shortcut=False),
    "residual_20": lambda: taught.small_net(20, shortcut=True),
    "plain_44": lambda: taught.small_net(44, shortcut=False),
    "residual_44": lambda: taught.small_net(44, shortcut=True),
    "inception": lambda: taught.four_modules(taught.small_inception),
    "single": lambda: taught.four_modules(taught.chain((39, 3))),
    "seven": lambda: taught.four_modules(taught.chain((16, 7))),
    "three": lambda: taught.four_modules(taught.chain(*[(21, 3)] * 3)),
    "dense_end": lambda: taught.ending(dense=True),
    "mean_end": lambda: taught.ending(dense=False),
}


def measure(row, seed, epochs):
    """Train one net with one seed; return its accuracies."""
    train, validation, _ = data.load_cifar10()
    images, labels = train.images[:PICTURES], train.labels[:PICTURES]
    keras.utils.clear_session()
    keras.utils.set_random_seed(seed)
    net = ROWS[row]()
    curve = taught.fit_small(net, images, labels, epochs or EPOCHS)
    return {
        "training_accuracy": float(curve[-1]),
        "validation_accuracy": float(taught.accuracy(net, validation)),
    }


if __name__ == "__main__":
    resumable.main(
        __doc__,
        ROWS,
        measure,
        lesson="08_experiments",
        file="architectures.jsonl",
    )
