"""Train the two small nets that stand in for ResNet50 and InceptionV3.

    python experiments/small_nets.py resnet
    python experiments/small_nets.py inception
    python experiments/small_nets.py resnet --epochs 1 --into build/weights

They learn CIFAR-10 and nothing else, because shapes32 and digits28 are what
they are transferred to where no weights of ImageNet are at hand. Each goes into
data/weights without its classifier, its kernels as float16, with a .json file
beside them: the net as Keras builds it, where its numbers come from, what it
reaches on the test pictures with a classifier. Layers are named as in
keras.applications: conv2_block1_out, mixed0. A net is trained once, with one
seed, on the training and the validation pictures.
"""

import argparse
import hashlib
import json
import time
from pathlib import Path

import keras
import numpy as np
from keras import layers

from coursekit import calibrate
from utils import data, runs, settings
from utils.taught import augmentation, cnn

BATCH_SIZE, PEAK = 256, 0.4
DECAY = 0.001  # of each weight, times the rate
EPOCHS = {
    "resnet": 30,
    "inception": 20,
}  # of a net: the .json file says how long it took


def normed(x, filters, window, *, name, stride=1, bend=True):
    """Return maps after a convolution, normalisation and mostly ReLU."""
    x = layers.Conv2D(
        filters,
        window,
        stride,
        padding="same",
        use_bias=False,
        kernel_initializer="he_normal",
        name=f"{name}_conv",
    )(x)
    x = layers.BatchNormalization(momentum=0.9, name=f"{name}_bn")(x)
    return layers.Activation("relu", name=f"{name}_relu")(x) if bend else x


def residual(x, filters, *, name, stride=1):
    """Return ReLU(what comes in + two convolutions), as in ResNet-18."""
    shortcut = x
    if stride > 1:
        shortcut = normed(
            x, filters, 1, name=f"{name}_0", stride=stride, bend=False
        )
    x = normed(x, filters, 3, name=f"{name}_1", stride=stride)
    x = normed(x, filters, 3, name=f"{name}_2", bend=False)
    x = layers.Add(name=f"{name}_add")([shortcut, x])
    return layers.Activation("relu", name=f"{name}_out")(x)


def resnet():
    """Return a ResNet of 13 layers with weights, (H, W, 3) to 128 maps."""
    inputs = keras.Input((None, None, 3))
    x = normed(inputs, 32, 3, name="conv1")
    x = layers.MaxPooling2D(2, name="pool1_pool")(x)
    for stage, filters in enumerate([32, 64, 128]):
        for number in (1, 2):
            stride = 2 if stage and number == 1 else 1
            name = f"conv{stage + 2}_block{number}"
            x = residual(x, filters, name=name, stride=stride)
    return keras.Model(inputs, x, name="small_resnet")


def module(x, width, *, name):
    """Return four branches side by side: 1 × 1, 3 × 3, 3 × 3 twice, a mean."""
    one = normed(x, width, 1, name=f"{name}_a1")
    three = normed(x, width, 1, name=f"{name}_b1")
    three = normed(three, width, 3, name=f"{name}_b2")
    five = normed(x, width, 1, name=f"{name}_c1")
    five = normed(five, width, 3, name=f"{name}_c2")
    five = normed(five, width, 3, name=f"{name}_c3")
    mean = layers.AveragePooling2D(3, 1, padding="same", name=f"{name}_mean")(x)
    mean = normed(mean, width, 1, name=f"{name}_d1")
    return layers.Concatenate(name=name)([one, three, five, mean])


def inception():
    """Return a net of six modules, (H, W, 3) to 320 maps."""
    inputs = keras.Input((None, None, 3))
    x = normed(inputs, 32, 3, name="stem")
    for number in range(6):
        if number % 2 == 0:  # 32 -> 16 -> 8 -> 4
            x = layers.MaxPooling2D(2, name=f"pool{number // 2}")(x)
        x = module(x, (16, 40, 80)[number // 2], name=f"mixed{number}")
    return keras.Model(inputs, x, name="small_inception")


NETS = {
    "resnet": (resnet, keras.applications.resnet50.preprocess_input),
    "inception": (inception, keras.applications.inception_v3.preprocess_input),
}


def with_classifier(net):
    """Return the net with means of maps and ten scores on top."""
    x = layers.GlobalAveragePooling2D()(net.output)
    return keras.Model(net.input, layers.Dense(10)(x))


def prepared(images, preprocess):
    """Return uint8 pictures as the net's family takes them."""
    return preprocess(images.astype(np.float32))


def train(name, epochs, seed):
    """Return (net, the same with its classifier, the test pictures)."""
    training, validation, test = data.load_cifar10()
    if test.name != "CIFAR-10":
        raise SystemExit(f"CIFAR-10 is needed, and this is {test.name}.")
    both = data.join(training, validation)
    build, preprocess = NETS[name]
    keras.utils.set_random_seed(seed)
    draw = np.random.default_rng(seed)
    net = build()
    whole = with_classifier(net)
    cnn.compute_in(whole, "mixed_bfloat16")
    steps = epochs * -(-len(both.images) // BATCH_SIZE)
    whole.compile(
        keras.optimizers.SGD(
            cnn.OneCycle(PEAK, steps),
            momentum=0.9,
            nesterov=True,
            weight_decay=DECAY,
        ),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    start = time.time()
    for epoch in range(epochs):
        images = augmentation.flips(both.images, draw)
        images = augmentation.shifts(images, draw)
        found = whole.fit(
            prepared(images, preprocess),
            both.labels,
            batch_size=BATCH_SIZE,
            verbose=0,
        ).history
        print(
            f"{name} epoch {epoch + 1}: {found['accuracy'][0]:.3f}, "
            f"{time.time() - start:.0f} s",
            flush=True,
        )
    cnn.compute_in(whole, "float32")
    return net, whole, test


def accuracy(whole, preprocess, split):
    """Return the share of a split's pictures that the net names rightly."""
    scores = whole.predict(
        prepared(split.images, preprocess), batch_size=500, verbose=0
    )
    return float(np.mean(scores.argmax(axis=1) == split.labels))


def halved(part):
    """Return a kernel as float16; what has one axis stays as it is."""
    return part.astype(np.float16) if part.ndim > 1 else part


def ship(name, epochs, seed, folder):
    """Train a net, store it in a folder; return what is written beside it."""
    start = time.time()
    net, whole, test = train(name, epochs, seed)
    seconds = time.time() - start
    preprocess = NETS[name][1]
    before = accuracy(whole, preprocess, test)
    parts = [halved(part) for part in net.get_weights()]
    if not all(np.isfinite(part).all() for part in parts):
        raise SystemExit(f"{name}: a weight is too large for float16.")
    net.set_weights([part.astype(np.float32) for part in parts])
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{net.name}.npz"
    named = {str(place): part for place, part in enumerate(parts)}
    np.savez_compressed(path, **named)
    provenance = {
        "file": path.name,
        "sha256": hashlib.sha256(path.read_bytes()).hexdigest(),
        "data": test.name,
        "trained_by": f"experiments/small_nets.py {name}",
        "epochs": epochs,
        "seed": seed,
        "seconds": round(seconds),
        "parameters": net.count_params(),
        "test_accuracy_float32": before,
        "test_accuracy": accuracy(whole, preprocess, test),
        "hardware": calibrate.hardware("cpu"),
        "versions": runs.versions(),
        "net": json.loads(net.to_json()),
    }
    beside = path.with_suffix(".json")
    beside.write_text(json.dumps(provenance) + "\n", "utf-8")
    return provenance


def main():
    """Read the command line, train one net and print its provenance."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("name", choices=NETS)
    parser.add_argument("--epochs", type=int, help="30 and 20 by default")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--into",
        type=Path,
        default=settings.project_root() / "data" / "weights",
        help="the folder to store the net in",
    )
    wanted = parser.parse_args()
    epochs = wanted.epochs or EPOCHS[wanted.name]
    provenance = ship(wanted.name, epochs, wanted.seed, wanted.into)
    del provenance["net"]
    print(json.dumps(provenance, indent=1))


if __name__ == "__main__":
    main()
