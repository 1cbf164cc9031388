"""The rates of fine-tuning in transfer_matrix.py, from training pictures.

    python experiments/transfer_rates.py --seeds 1   # what is missing
    python experiments/transfer_rates.py --list      # what is stored

Each data set and each way to fine-tune, at three rates: learn from 500 training
pictures of each class, ask about 100 others. (CIFAR-10's three lie lower: its
last block had named fewer at 0.0003 and at 0.001, in runs that are not stored.)
One seed was run: it cannot tell rates apart whose accuracies differ by a point.
With three seeds a row would go into data/reference.csv as 10_transfer_rates. A
finished run is one line of data/transfer_rates.jsonl, so the command can be
stopped and started again.
"""

import resumable
import transfer_matrix as matrix

from utils.taught import transfer

KNOWN, ASKED = 500, 100  # pictures of a class
RATES = {
    "cifar10": (0.00001, 0.00003, 0.0001),
    "mnist": (0.00003, 0.0001, 0.0003),
    "shapes32": (0.00003, 0.0001, 0.0003),
}
ROWS = {
    f"{name}_{way}_{rate:.5f}": (name, way, rate)
    for name, way in matrix.RATES
    for rate in RATES[name]
}


def on(row):
    """Return the name that a row's results are stored under."""
    name, way, _ = ROWS[row]
    return matrix.on(f"{name}_{KNOWN}_{way}")


def measure(row, seed, epochs):
    """Return what a net tuned at one rate names of other training pictures."""
    name, way, rate = ROWS[row]
    _, (images, labels), _ = matrix.pictures(name)
    places = transfer.some_of_each(labels, KNOWN + ASKED, seed)
    each = places.reshape(-1, KNOWN + ASKED)  # class by class
    lots = each[:, :KNOWN].ravel(), each[:, KNOWN:].ravel()
    known, asked = [(transfer.in_colour(images[k]), labels[k]) for k in lots]
    features = matrix.features(known[0], matrix.net())[-1]
    classifier = transfer.fit_linear(features, labels[lots[0]], matrix.C)
    plan = {"rate": rate, "seed": seed}
    plan["epochs"] = epochs or matrix.EPOCHS[KNOWN]
    found = matrix.tuned(way, classifier, known, asked, plan)
    return {"validation_accuracy": found}


if __name__ == "__main__":
    resumable.main(
        __doc__,
        ROWS,
        measure,
        lesson="10_transfer_rates",
        file="transfer_rates.jsonl",
        on=on,
    )
