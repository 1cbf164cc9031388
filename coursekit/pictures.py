"""Draw the lessons' opening pictures, from our own shapes alone.

`python -m coursekit.pictures` writes them to notebooks/images/. Nothing in
them comes from a data set that may not be handed on.
"""

from pathlib import Path

import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers
from matplotlib.patches import FancyArrowPatch
from PIL import Image
from scipy import interpolate, spatial
from sklearn.linear_model import RidgeClassifier
from sklearn.neural_network import MLPClassifier

from utils import plots, settings, shapes32, shipped
from utils.taught import augmentation

_ARROW = {"arrowstyle": "-|>", "mutation_scale": 14, "color": "0.3"}
KNOBS = {"viewpoint": 0.35, "illumination": 0.3, "clutter": 0.3}
LENET = [  # name, size, maps
    ("input\n32 × 32", 32, 1),
    ("C1\n6", 28, 6),
    ("S2\n6", 14, 6),
    ("C3\n16", 10, 16),
    ("S4\n16", 5, 16),
]
CODE = [
    ".......",
    "#######",
    "##.....",
    "##.....",
    "######.",
    "##...##",
    ".....##",
    ".....##",
    ".....##",
    "##...##",
    ".#####.",
    ".......",
]  # the code of a 5
# a 5 as somebody might write it: (x, y) from 0 to 1, y down
FIVE = [
    (0.36, 0.22),
    (0.33, 0.46),
    (0.52, 0.42),
    (0.68, 0.56),
    (0.62, 0.76),
    (0.42, 0.84),
    (0.25, 0.76),
]
BAR = np.array([(0.36, 0.21), (0.72, 0.17)])
TEMPLATES = ["star", "circle", "triangle", "crescent", "hourglass"]


def numbers():
    """Draw a star, a corner of it, and the corner's numbers (lesson 01)."""
    star = shapes32.render(
        [shapes32.CLASSES.index("star")], seed=4, knobs={"illumination": 0.3}
    )[0]
    rows, columns = slice(7, 15), slice(12, 20)
    corner = star[rows, columns]
    fig, axes = plots.subplots(1, 3, size=(9, 3))
    plots.show_image(axes[0], star, "what you see: a star")
    plots.show_image(axes[1], corner, "8 × 8 of its pixels")
    plots.show_image(
        axes[2], np.full_like(corner, 255), "what the computer gets (red)"
    )
    frame = plt.Rectangle(
        (columns.start - 0.5, rows.start - 0.5),
        8,
        8,
        fill=False,
        edgecolor="white",
        linewidth=2,
    )
    axes[0].add_patch(frame)
    for (row, column), value in np.ndenumerate(corner[:, :, 0]):
        axes[2].text(
            column, row, str(value), ha="center", va="center", fontsize=9
        )
    return fig


def nearest():
    """Draw a query and its five nearest neighbours with votes (lesson 02)."""
    (images, labels), _, (queries, truth) = shapes32.load()
    rows = images.reshape(len(images), -1).astype(np.float32)
    star = shapes32.CLASSES.index("star")
    for query in np.flatnonzero(truth == star):
        row = queries[query].reshape(-1).astype(np.float32)
        found = np.argsort(np.sum((rows - row) ** 2, axis=1))[:5]
        votes = np.bincount(labels[found], minlength=10)
        if votes[star] == 3 and votes.max() == 3 and (votes == 2).any():
            break
    fig, axes = plots.subplots(1, 7, size=(9, 1.45))
    plots.show_image(axes[0], queries[query], "query: ?")
    plots.show_image(axes[1], np.full((32, 32, 3), 255), "five nearest")
    axes[1].set_axis_off()
    axes[1].add_patch(
        FancyArrowPatch((0, 16), (31, 16), mutation_scale=20, color="#666666")
    )
    for spot, neighbour in zip(axes[2:], found, strict=True):
        plots.show_image(
            spot, images[neighbour], shapes32.CLASSES[labels[neighbour]]
        )
    return fig


def templates():
    """Draw a star, five templates and the star's scores (lesson 03)."""
    labels = np.arange(4_000) % len(shapes32.CLASSES)
    knobs = {"viewpoint": 0.1, "illumination": 0.2}
    images = shapes32.render(labels, seed=3, knobs=knobs)
    mean = images.mean(axis=0)
    rows = ((images - mean) / 255).reshape(len(images), -1)
    model = RidgeClassifier(alpha=1000).fit(rows, labels)
    shown = [shapes32.CLASSES.index(name) for name in TEMPLATES]
    all_scores = model.decision_function(rows)
    star = shapes32.CLASSES.index("star")
    lead = all_scores[:, star] - np.delete(all_scores, star, 1).max(axis=1)
    query = int(np.argmax(np.where(labels == star, lead, -np.inf)))
    fig, axes = plots.subplots(1, 6, size=(9, 1.9))
    plots.show_image(axes[0], images[query], "picture")
    for spot, label in zip(axes[1:], shown, strict=True):
        weights = model.coef_[label].reshape(32, 32, 3)
        picture = 127.5 + 127.5 * weights / np.abs(weights).max()
        plots.show_image(
            spot, np.rint(picture).astype(np.uint8), shapes32.CLASSES[label]
        )
        spot.set_xlabel(f"{all_scores[query, label]:+.2f}", fontsize=11)
    axes[0].set_xlabel("scores:", fontsize=11)
    return fig


def hidden_units():
    """Draw a star, five hidden units and three class scores (lesson 04)."""
    labels = np.arange(6_000) % len(shapes32.CLASSES)
    knobs = {"viewpoint": 0.1, "illumination": 0.2}
    images = shapes32.render(labels, seed=5, knobs=knobs)
    mean = images.mean(axis=0)
    rows = ((images - mean) / 255).reshape(len(images), -1)
    net = MLPClassifier((40,), alpha=3, tol=0.01, random_state=0)
    net.fit(rows, labels)
    star = shapes32.CLASSES.index("star")
    query = int(np.flatnonzero(labels == star)[3])
    sums = rows[query] @ net.coefs_[0] + net.intercepts_[0]
    outputs = np.maximum(sums, 0)
    scores = outputs @ net.coefs_[1] + net.intercepts_[1]
    loud, quiet = np.argsort(-sums)[:3], np.argsort(sums)[:2]
    fig, axes = plots.subplots(1, 7, size=(9, 1.9))
    plots.show_image(axes[0], images[query], "picture")
    axes[0].set_xlabel("sum, bent:", fontsize=11)
    for spot, unit in zip(axes[1:6], [*loud, *quiet], strict=True):
        weights = net.coefs_[0][:, unit].reshape(32, 32, 3)
        picture = 127.5 + 127.5 * weights / np.abs(weights).max()
        plots.show_image(spot, np.rint(picture).astype(np.uint8), "unit")
        spot.set_xlabel(f"{sums[unit]:+.1f} → {outputs[unit]:.1f}", fontsize=11)
    plots.show_image(axes[6], np.full((32, 32, 3), 255, np.uint8), "scores")
    for line, label in enumerate(np.argsort(-scores)[:4]):
        axes[6].text(
            0,
            5 + 7 * line,
            f"{shapes32.CLASSES[label]} {scores[label]:+.1f}",
            fontsize=9,
            va="center",
            weight="normal" if line else "bold",
        )
    return fig


def edges():
    """Draw a star, an edge filter, and what the filter makes (lesson 05)."""
    star = shapes32.render(
        [shapes32.CLASSES.index("star")], seed=4, knobs={"illumination": 0.3}
    )[0]
    grey = star.mean(axis=2)
    kernel = np.array([[-1, 0, 1]] * 3)
    fig, axes = plots.subplots(1, 3, size=(6, 2.3))
    plots.show_image(axes[0], np.rint(grey).astype(np.uint8), "picture")
    plots.show_image(axes[1], 127.5 + 127.5 * kernel, "filter")
    for (row, column), value in np.ndenumerate(kernel):
        shade = "white" if value < 0 else "black"
        style = {"ha": "center", "va": "center", "color": shade}
        text = f"{value:+d}" if value else "0"
        axes[1].text(column, row, text, fontsize=14, **style)
    windows = np.lib.stride_tricks.sliding_window_view(grey, (3, 3))
    sums = (windows * kernel).sum(axis=(2, 3))
    answer = 127.5 + 127.5 * sums / np.abs(sums).max()
    plots.show_image(axes[2], np.rint(answer).astype(np.uint8), "output")
    return fig


def lenet():
    """Draw LeNet-5 as stacks of planes, a digit going in (lesson 06)."""
    fig, axes = plots.subplots(size=(9, 3))
    axes.set(xlim=(-2, 246), ylim=(-26, 57), aspect="equal")
    axes.set_axis_off()
    style = {"ha": "center", "va": "top", "fontsize": 12}
    left = 0
    for name, size, count in LENET:
        side, step = 0.9 * size + 3, 11 / count
        for number in range(count):
            corner = left + step * number, 22 - side / 2 + step * number
            plane = plt.Rectangle(
                corner, side, side, facecolor="white", edgecolor="#0072B2"
            )
            axes.add_patch(plane)
        if count == 1:
            plane.set(facecolor="none", zorder=4)
            inside = (corner[0], corner[0] + side, corner[1], corner[1] + side)
            ink = 255 * (1 - _stroke(64))
            axes.imshow(ink, extent=inside, vmin=0, vmax=255)
        middle = left + (side + step * (count - 1)) / 2
        axes.text(middle, -6, name, **style)
        left += side + step * (count - 1) + 9
    drawn = [255 * (place == ".") for row in CODE for place in row]
    shades = np.random.default_rng(120).uniform(90, 255, 120)
    for name, values, columns in [
        ("C5\n120", shades, 8),
        ("F6\n84", drawn, 7),
    ]:
        picture = np.reshape(values, (-1, columns))
        rows = len(picture)
        box = (left, left + 2.6 * columns, 22 - 1.3 * rows, 22 + 1.3 * rows)
        axes.imshow(picture, extent=box, vmin=0, vmax=255)
        frame = plt.Rectangle(
            (box[0], box[2]),
            box[1] - box[0],
            box[3] - box[2],
            fill=False,
            edgecolor="#999999",
        )
        axes.add_patch(frame)
        axes.text((box[0] + box[1]) / 2, -6, name, **style)
        left = box[1] + 9
    for digit in range(10):
        weight = "bold" if digit == 5 else "normal"
        height = 46 - 5.6 * digit
        axes.text(left + 3, height, str(digit), fontsize=10, weight=weight)
    axes.text(left + 5, -6, "output\n10", **style)
    return fig


def versions():
    """Draw a crescent and what lesson 07's four changes make of it."""
    place = shapes32.CLASSES.index("crescent")
    plain = shapes32.render([place], seed=4, knobs={"illumination": 0.3})
    draw = np.random.default_rng(12)
    shown = {"one picture": plain, "flipped": plain[:, :, ::-1]}
    shown["moved"] = augmentation.shifts(plain, draw, 6)
    shown["cut out"] = augmentation.crops(plain, draw, 16)
    for name, added in [("lighter", 25), ("darker", -25)]:
        shown[name] = np.clip(plain + float(added), 0, 255).astype(np.uint8)
    fig, axes = plots.subplots(1, len(shown), size=(9, 1.9))
    for spot, (name, images) in zip(axes, shown.items(), strict=True):
        plots.show_image(spot, images[0], name)
    return fig


def errors():
    """Draw the best top-5 error on ImageNet by year (lesson 08)."""
    years = np.arange(2010, 2018)
    best = [28.19, 25.77, 15.32, 11.20, 6.66, 3.57, 2.99, 2.251]
    names = ["", "", "AlexNet", "Clarifai", "GoogLeNet", "ResNet", "", ""]
    fig, axes = plots.subplots(size=(9, 3))
    colours = [plots.COLOURS["plain"] if y > 2011 else "0.6" for y in years]
    axes.bar(years, best, color=colours)
    for year, error, name in zip(years, best, names, strict=True):
        text = f"{name}\n{error:.1f}" if name else f"{error:.1f}"
        height = max(error, 5.1) + 0.5  # above the dashed line
        axes.text(year, height, text, ha="center", fontsize=10)
    axes.axhline(5.1, linestyle="--", color="black")
    axes.text(2017.6, 5.6, "a person: 5.1", fontsize=10)
    axes.set(ylim=(0, 34), ylabel="top-5 error, %", xlim=(2009.4, 2018.8))
    axes.set(xticks=years)
    axes.grid(visible=False, axis="x")
    return fig


def depths():
    """Draw a star and its maps at three depths of a net (lesson 09)."""
    star = shapes32.render(
        [shapes32.CLASSES.index("star")], seed=4, knobs={"illumination": 0.3}
    )
    net, _ = shipped.load("shapes32")
    bends = [p for p in net.layers if isinstance(p, layers.Activation)]
    part = keras.Model(net.input, [bends[place].output for place in (0, 2, 4)])
    fig, axes = plots.subplots(1, 7, size=(9, 1.9))
    plots.show_image(axes[0], star[0], "picture")
    names = ["early", "middle", "late"]
    for depth, maps in enumerate(part.predict(star, verbose=0)):
        loudest = np.argsort(-maps[0].std(axis=(0, 1)))[:2]
        for spot, channel in zip(axes[1 + 2 * depth :], loudest, strict=False):
            answer = maps[0, :, :, channel]
            shades = 255 * (answer - answer.min()) / np.ptp(answer)
            plots.show_image(spot, np.rint(shades), names[depth])
    return fig


def columns():
    """Draw a net three times: trained, frozen, fine-tuned (lesson 10)."""
    stages = ["conv2", "conv3", "conv4", "conv5", "classifier"]
    learns, stays = plots.COLOURS["validation"], "0.85"
    kinds = {  # title: (which of the layers learn, the classifier's name)
        "on ImageNet": (5, "1,000 classes"),
        "little data: frozen": (1, "new classes"),
        "more data: fine-tuned": (3, "new classes"),
    }
    fig, axes = plots.subplots(size=(9, 3.2))
    axes.set(xlim=(-0.2, 9.2), ylim=(-0.8, 5.8))
    axes.axis("off")
    style = {"ha": "center", "va": "center", "fontsize": 10}
    for column, (title, (count, end)) in enumerate(kinds.items()):
        left = 1.5 + 2.7 * column
        axes.text(left + 1, 5.5, title, **style, weight="bold")
        for row, name in enumerate(stages):
            colour = learns if row >= len(stages) - count else stays
            box = plt.Rectangle((left, row), 2, 0.8, color=colour)
            axes.add_patch(box)
            shown = end if row == len(stages) - 1 else name
            axes.text(left + 1, row + 0.4, shown, **style)
    arrow = FancyArrowPatch((0.55, 0.1), (0.55, 4.7), **_ARROW)
    axes.add_patch(arrow)
    axes.text(0.55, -0.1, "generic", **style)
    axes.text(0.55, 4.95, "specific", **style)
    for colour, text, x in [(learns, "learns", 3.2), (stays, "stays", 5.4)]:
        key = plt.Rectangle((x, -0.7), 0.3, 0.3, color=colour)
        axes.add_patch(key)
        axes.text(x + 0.75, -0.55, text, **style)
    return fig


def two_steps():
    """Draw a net with new layers, in the two steps it learns (lesson 11)."""
    parts = {  # name: (width, the step from which it learns)
        "frozen blocks": (2.6, 3),
        "last two\nblocks": (1.3, 2),
        "mean of\neach map": (1.1, 3),
        "1024": (0.8, 1),
        "200": (0.6, 1),
        "classes": (0.9, 1),
    }
    learns, stays = plots.COLOURS["validation"], "0.85"
    fig, axes = plots.subplots(size=(9, 2.9))
    axes.set(xlim=(0, 9.6), ylim=(-0.6, 3))
    axes.axis("off")
    style = {"ha": "center", "va": "center", "fontsize": 10}
    for step, says in [(1, "first: rate"), (2, "then: rate / 10")]:
        bottom, left = 3.2 - 1.4 * step, 1.7
        axes.text(0, bottom + 0.45, says, va="center", fontsize=10)
        for name, (width, begins) in parts.items():
            colour = learns if step >= begins else stays
            box = plt.Rectangle((left, bottom), width, 0.9, color=colour)
            axes.add_patch(box)
            axes.text(left + width / 2, bottom + 0.45, name, **style)
            left += width + 0.1
    for colour, text, x in [(learns, "learns", 3.2), (stays, "stays", 5.4)]:
        key = plt.Rectangle((x, -0.4), 0.3, 0.25, color=colour)
        axes.add_patch(key)
        axes.text(x + 0.75, -0.28, text, **style)
    return fig


def photo():
    """Return a made-up photo of a written 5, uint8 (360, 480) (lesson 06)."""
    draw = np.random.default_rng(5)
    ink = np.zeros((360, 480))
    ink[60:300, 190:430] = _stroke(240)
    down, across = np.mgrid[0:1:360j, 0:1:480j]
    paper = 215 - 95 * across - 30 * down  # the light comes from the left
    pixels = paper * (1 - 0.75 * ink) + draw.normal(0, 4, ink.shape)
    return np.rint(np.clip(pixels, 0, 255)).astype(np.uint8)


def _stroke(size):
    """Return a written 5 as ink from 0 to 1, (size, size)."""
    points = interpolate.make_interp_spline(
        np.linspace(0, 1, len(FIVE)), FIVE, k=2
    )(np.linspace(0, 1, 400))
    points = np.vstack([np.linspace(BAR[0], BAR[1], 100), points]) * size
    row, column = np.mgrid[0:size, 0:size]
    pixels = np.stack([column.ravel(), row.ravel()], axis=1)
    distance, _ = spatial.cKDTree(points).query(pixels)
    ink = np.clip(0.045 * size + 0.5 - distance, 0, 1)
    return ink.reshape(size, size)


def main(folder=None):
    """Write all pictures as PNG files; return their paths."""
    folder = Path(folder or settings.project_root() / "notebooks" / "images")
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    with plt.style.context("utils.course"):
        for name, draw in {
            "01_numbers": numbers,
            "02_nearest": nearest,
            "03_templates": templates,
            "04_layers": hidden_units,
            "05_filter": edges,
            "06_lenet": lenet,
            "07_versions": versions,
            "08_errors": errors,
            "09_depths": depths,
            "10_transfer": columns,
            "11_two_steps": two_steps,
        }.items():
            path = folder / f"{name}.png"
            draw().savefig(path, dpi=100)
            written.append(path)
    path = folder / "06_photo.jpg"
    Image.fromarray(photo()).save(path, quality=85)
    written.append(path)
    return written


if __name__ == "__main__":
    for path in main():
        print(path)
