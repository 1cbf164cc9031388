"""What each change to the lecture's CNN is worth on CIFAR-10 (lesson 07).

    python experiments/ablation.py            # what is missing, then the rows
    python experiments/ablation.py --list     # the changes and what is stored
    python experiments/ablation.py --only crops no_dropout --seeds 1

Every change alone is made to one net, the lecture's with its dropout, trained
for 12 epochs on 45,000 pictures (full_length: 40 epochs, and the test pictures
as well); accuracies are those of the 5,000 validation pictures. A finished run
is one line in data/ablation.jsonl, so the command can be stopped and started
again; when a row has its seeds, its mean and spread go into data/reference.csv
under the lesson's name 07_ablation.
"""

import argparse
import json
from pathlib import Path

import keras
import numpy as np
from keras import layers, ops

from coursekit import bands, calibrate
from utils import data, runs, settings

EPOCHS, BATCH_SIZE, RATE = 12, 100, 0.001
LONG_EPOCHS = 40  # of the row at full length
SEEDS = 3
NAME = "07_ablation"
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


def flips(images, draw):
    """Return the images, about half of them mirrored left to right."""
    mirrored = draw.random(len(images)) < 0.5
    changed = images.copy()
    changed[mirrored] = images[mirrored, :, ::-1]
    return changed


def shifts(images, draw, by=2):
    """Return images moved by up to `by` pixels each way; black comes in."""
    height, width = images.shape[1:3]
    frame = ((0, 0), (by, by), (by, by), (0, 0))
    framed = np.pad(images, frame)
    places = draw.integers(0, 2 * by + 1, (2, len(images)))
    changed = np.empty_like(images)
    for top, left in np.ndindex(2 * by + 1, 2 * by + 1):
        here = (places[0] == top) & (places[1] == left)
        changed[here] = framed[here, top : top + height, left : left + width]
    return changed


def crops(images, draw, smallest=24):
    """Return windows of `smallest` to all pixels, enlarged to full size."""
    count, size = len(images), images.shape[1]
    scale = draw.uniform(smallest, size, count) / size
    right, down = draw.uniform(0, 1, (2, count)) * (1 - scale) * (size - 1)
    zero = np.zeros(count)
    parts = [scale, zero, right, zero, scale, down, zero, zero]
    maps = np.stack(parts, axis=1)  # (N, 8)
    changed = np.empty_like(images)
    for start in range(0, count, 5_000):
        part = slice(start, start + 5_000)
        pixels = images[part].astype(np.float32)
        moved = ops.image.affine_transform(pixels, maps[part])
        changed[part] = np.rint(ops.convert_to_numpy(moved))
    return changed


def colours(images, draw, amount=0.1):
    """Return images, each with its own change of colour along RGB's axes.

    AlexNet's: an amount of each principal axis of the pixels' colours, drawn
    from a normal distribution, times the variance along it (colours 0 to 1).
    """
    pixels = images[:, ::4, ::4].reshape(-1, 3) / 255  # a sixteenth of them
    variances, axes = np.linalg.eigh(np.cov(pixels.T))
    drawn = draw.normal(0, amount, (len(images), 3)) * variances
    added = 255 * drawn @ axes.T  # (N, 3)
    changed = np.empty_like(images)
    for start in range(0, len(images), 5_000):
        part = slice(start, start + 5_000)
        moved = images[part] + added[part, None, None].astype(np.float32)
        changed[part] = np.rint(np.clip(moved, 0, 255))
    return changed


CHANGES = {f.__name__: f for f in (flips, shifts, crops, colours)}


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
    return keras.Model(inputs, layers.Dense(10)(x))


def rate_of(schedule, steps):
    """Return a constant rate, a warm-up and cosine, or one cycle."""
    if schedule is None:
        return RATE
    warm = steps // (20 if schedule == "cosine" else 4)
    peak = RATE if schedule == "cosine" else 3 * RATE
    return keras.optimizers.schedules.CosineDecay(
        0.0, steps - warm, warmup_target=peak, warmup_steps=warm
    )


def measure(row, seed, splits, epochs=None):
    """Train one row with one seed; return its metrics by name."""
    train, validation, test = splits
    options = dict(ROWS[row])
    epochs = epochs or options.get("epochs", EPOCHS)
    keras.utils.clear_session()
    keras.utils.set_random_seed(seed)
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
            images = CHANGES[name](images, draw)
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
    """Return the share read rightly, also averaged over the mirror image."""
    scores = net.predict(images, batch_size=500, verbose=0)
    if both_ways:
        mirrored = net.predict(images[:, :, ::-1], batch_size=500, verbose=0)
        scores = sum(
            map(ops.convert_to_numpy, map(ops.softmax, (scores, mirrored)))
        )
    return float(np.mean(scores.argmax(axis=1) == labels[: len(images)]))


def stored(path):
    """Return {(row, seed): line} of the finished runs."""
    if not path.is_file():
        return {}
    lines = map(json.loads, path.read_text("utf-8").splitlines())
    return {(line["row"], line["seed"]): line for line in lines}


def write_rows(found):
    """Put every row that has its seeds into data/reference.csv."""
    rows = []
    for row in ROWS:
        lines = [line for (name, _), line in found.items() if name == row]
        if len(lines) >= SEEDS:
            rows += bands.summarise(lines)
    if rows:
        bands.replace_rows(rows)
    return rows


def main():
    """Run what is missing; print and store every finished run."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--only", nargs="+", choices=ROWS, default=list(ROWS))
    parser.add_argument("--seeds", type=int, default=SEEDS)
    parser.add_argument("--epochs", type=int, help="a trial: nothing is stored")
    wanted = parser.parse_args()
    path = Path(settings.project_root()) / "data" / "ablation.jsonl"
    found = stored(path)
    if wanted.list:
        for row, options in ROWS.items():
            seeds = sorted(seed for name, seed in found if name == row)
            print(f"{row:16} {options or 'the net as it is'}, seeds {seeds}")
        return
    splits = data.load_cifar10()
    if splits[0].name != "CIFAR-10":
        raise SystemExit(f"CIFAR-10 is needed, and this is {splits[0].name}.")
    todo = [(row, seed) for seed in range(wanted.seeds) for row in wanted.only]
    for row, seed in todo:
        if (row, seed) in found and not wanted.epochs:
            continue
        metrics = measure(row, seed, splits, wanted.epochs)
        print(
            row, seed, {k: round(v, 4) for k, v in metrics.items()}, flush=True
        )
        if wanted.epochs:
            continue
        line = {
            "row": row,
            "seed": seed,
            "lesson": NAME,
            "profile": "cpu",
            "backend": runs.backend(),
            "metrics": [
                [f"{row}_{name}", "CIFAR-10", value]
                for name, value in metrics.items()
            ],
            "hardware": calibrate.hardware("cpu"),
            "versions": "; ".join(
                f"{k} {v}" for k, v in runs.versions().items()
            ),
        }
        found[row, seed] = line
        with path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
        write_rows(found)


if __name__ == "__main__":
    main()
