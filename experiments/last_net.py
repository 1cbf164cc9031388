"""The last net of lesson 07 with more maps and epochs, on any machine.

    python experiments/last_net.py --seeds 1 --only wide
    python experiments/last_net.py --list

`wide` is what the lesson's gpu profile trains, `narrow` a smaller net with more
epochs. Everything is as in the lesson, but that convolutions, pools and GELU
compute in bfloat16 without asking whether that is faster. A finished run is one
line in data/last_net.jsonl; a row that has its seeds goes into
data/reference.csv under the name 07_last_net.
"""

import keras
import numpy as np
import resumable

from utils import data
from utils.taught import augmentation, cnn

BATCH_SIZE, PEAK = 512, 0.75
ROWS = {
    "narrow": {"widths": (64, 256, 256), "epochs": 32},
    "wide": {"widths": (128, 384, 384), "epochs": 24},  # the gpu profile
}


def measure(row, seed, epochs):
    """Train one row with one seed; return accuracies on the test pictures."""
    train, validation, test = data.load_cifar10()
    everything = data.join(train, validation)
    epochs = epochs or ROWS[row]["epochs"]
    keras.utils.clear_session()
    keras.utils.set_random_seed(seed)
    draw = np.random.default_rng(seed)
    net = cnn.last_net(everything.images, ROWS[row]["widths"])
    cnn.compute_in(net, "mixed_bfloat16")
    steps = epochs * -(-len(everything.images) // BATCH_SIZE)
    optimizer = cnn.TwoSpeeds(
        cnn.OneCycle(PEAK, steps, up=0.23),
        momentum=0.85,
        nesterov=True,
        weight_decay=0.0045,
    )
    loss = keras.losses.CategoricalCrossentropy(
        from_logits=True, label_smoothing=0.2
    )
    net.compile(optimizer, loss)
    targets = np.eye(10, dtype=np.float32)[everything.labels]
    for _ in range(epochs):
        images = augmentation.flips(everything.images, draw)
        images = augmentation.shifts(images, draw)
        net.fit(images, targets, batch_size=BATCH_SIZE, verbose=0)
    cnn.compute_in(net, "float32")
    return {
        "one_way_accuracy": accuracy(net, test, both_ways=False),
        "both_ways_accuracy": accuracy(net, test, both_ways=True),
    }


def accuracy(net, test, *, both_ways):
    """Return the share of the test pictures that the net names rightly."""
    shares = cnn.probabilities(net, test.images, both_ways=both_ways)
    return float(np.mean(shares.argmax(axis=1) == test.labels))


if __name__ == "__main__":
    resumable.main(
        __doc__, ROWS, measure, lesson="07_last_net", file="last_net.jsonl"
    )
