"""What each change to the lecture's CNN is worth on CIFAR-10 (lesson 07).

    python experiments/ablation.py            # what is missing, then the rows
    python experiments/ablation.py --list     # the changes and what is stored
    python experiments/ablation.py --only crops no_dropout --seeds 1

Every change alone is made to one net, the lecture's with its dropout, trained
for 12 epochs on 45,000 pictures (full_length: 40 epochs, and the test pictures
as well); accuracies are those of the 5,000 validation pictures. The layers
compute in bfloat16, which is twice as fast where the processor has it; what is
learned, the scores and the loss stay in float32. A finished run is one line in
data/ablation.jsonl, so the command can be stopped and started again; when a row
has its seeds, its mean and spread go into data/reference.csv under the lesson's
name 07_ablation.
"""

import keras
import numpy as np
import resumable
from keras import layers

from utils import data
from utils.taught import augmentation, cnn

EPOCHS, BATCH_SIZE, RATE = 12, 100, 0.001
PRECISION = "mixed_bfloat16"
LONG_EPOCHS = 40  # of the row at full length
ROWS = {  # name of the row: what is changed
    "none": {},
    "no_dropout": {"dropout": False},
    "flips": {"change": ["flips"]},
    "shifts": {"change": ["shifts"]},
    "crops": {"change": ["crops"]},
    "colours": {"change": ["colours"]},
    "batch_norm": {"batch_norm": True},
    "weight_decay": {"weight_decay": 0.1},
    "cosine": {"schedule": "cosine"},
    "one_cycle": {"schedule": "one_cycle"},
    "label_smoothing": {"smoothing": 0.1},
    "full_length": {
        "change": ["flips", "shifts"],
        "schedule": "cosine",
        "epochs": LONG_EPOCHS,
    },
}


def lecture_net(*, dropout=True, batch_norm=False):
    """Return the lecture's CNN at 32 × 32; its outputs are scores."""
    inputs = keras.Input((32, 32, 3))
    x = layers.Rescaling(1 / 255)(inputs)
    for filters in (32, 64):
        for _ in range(2):
            x = layers.Conv2D(filters, 3)(x)
            if batch_norm:
                x = layers.BatchNormalization()(x)
            x = layers.Activation("relu")(x)
        x = layers.MaxPooling2D(2)(x)
        if dropout:
            x = layers.Dropout(0.25)(x)
    x = layers.Dense(256, activation="relu")(layers.Flatten()(x))
    if dropout:
        x = layers.Dropout(0.5)(x)
    return keras.Model(inputs, layers.Dense(10, dtype="float32")(x))


def rate_of(schedule, steps):
    """Return a constant rate, warm-up and cosine, or one cycle."""
    if schedule == "one_cycle":
        return cnn.OneCycle(3 * RATE, steps)
    if schedule == "cosine":
        warm = steps // 20
        return keras.optimizers.schedules.CosineDecay(
            0.0, steps - warm, warmup_target=RATE, warmup_steps=warm
        )
    return RATE


def measure(row, seed, epochs):
    """Train one row with one seed; return its metrics by name."""
    train, validation, test = data.load_cifar10()
    options = ROWS[row]
    epochs = epochs or options.get("epochs", EPOCHS)
    keras.utils.clear_session()
    keras.utils.set_random_seed(seed)
    keras.config.set_dtype_policy(PRECISION)
    draw = np.random.default_rng(seed)
    net = lecture_net(
        dropout=options.get("dropout", True),
        batch_norm=options.get("batch_norm", False),
    )
    steps = epochs * -(-len(train.images) // BATCH_SIZE)
    net.compile(
        optimizer=keras.optimizers.AdamW(
            rate_of(options.get("schedule"), steps),
            weight_decay=options.get("weight_decay", 0.0),
        ),
        loss=keras.losses.CategoricalCrossentropy(
            from_logits=True, label_smoothing=options.get("smoothing", 0.0)
        ),
    )
    targets = np.eye(10, dtype=np.float32)[train.labels]
    for _ in range(epochs):
        images = train.images
        for name in options.get("change", []):
            images = getattr(augmentation, name)(images, draw)
        net.fit(images, targets, batch_size=BATCH_SIZE, verbose=0)
    found = {
        "train_accuracy": accuracy(net, train.images[:5_000], train.labels),
        "validation_accuracy": accuracy(
            net, validation.images, validation.labels
        ),
        "validation_both_ways_accuracy": accuracy(
            net, validation.images, validation.labels, both_ways=True
        ),
    }
    if "epochs" in options:  # its bar is on the test pictures
        found["test_accuracy"] = accuracy(net, test.images, test.labels)
    return found


def accuracy(net, images, labels, *, both_ways=False):
    """Return the share named rightly, also averaged over the mirror image."""
    shares = cnn.probabilities(net, images, both_ways=both_ways)
    return float(np.mean(shares.argmax(axis=1) == labels[: len(images)]))


if __name__ == "__main__":
    resumable.main(
        __doc__, ROWS, measure, lesson="07_ablation", file="ablation.jsonl"
    )
