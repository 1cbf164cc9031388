"""The live view of a training: what it shows, and that it disturbs nothing."""

import _thread
import re
import signal
import statistics
import threading
import time
from types import SimpleNamespace

import keras
import nbclient
import nbformat
import numpy as np
import pytest
from keras import layers
from nbformat import v4

from utils import (
    live,
    live_buttons,
    live_curves,
    live_page,
    live_pictures,
    live_ranges,
    live_screen,
    panels,
    plots,
    shapes32,
)

CLASSES = shapes32.CLASSES
LABELS = np.arange(40) % 10
IMAGES = shapes32.render(LABELS, seed=3)
WIDGET = "application/vnd.jupyter.widget-view+json"


class Buttons(live_buttons.Buttons):
    """The view's buttons, which tell when the training has begun to wait."""

    def __init__(self):
        super().__init__()
        self.waiting = threading.Event()

    def wait(self):
        self.waiting.set()
        try:
            super().wait()
        finally:
            self.waiting.clear()


class Shown:
    """What a panel was asked to show, and its buttons."""

    def __init__(self):
        self.lines, self.parts = [], []
        self.buttons = Buttons()

    def show(self, line, parts):
        self.lines.append(line)
        self.parts.append(parts)


@pytest.fixture
def shown(monkeypatch):
    """Give views a panel, as in JupyterLab, that draws whenever it may."""
    panel = Shown()
    screen = SimpleNamespace(panel=panel)
    monkeypatch.setattr(live_screen, "of_cell", lambda finish: screen)
    monkeypatch.setattr(live, "SECONDS", 0)
    monkeypatch.setattr(live, "SHARE", 1e9)
    return panel


def small_net(*more, rate=0.01, loss="sparse_categorical_crossentropy"):
    keras.utils.set_random_seed(5)
    net = keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            layers.Rescaling(1 / 255),
            layers.Conv2D(4, 5, strides=3, activation="relu"),
            layers.Conv2D(6, 3, activation="relu"),
            *more,
            layers.Flatten(),
            layers.Dense(10, activation="softmax"),
        ]
    )
    net.compile(keras.optimizers.SGD(rate), loss, metrics=["accuracy"])
    return net


def new_view():
    return live.View(IMAGES, LABELS, classes=CLASSES)


def fit(net, view, **options):
    options = {"batch_size": 8, "verbose": 0, **options}
    return net.fit(IMAGES, LABELS, callbacks=[view], **options)


def test_each_loss_is_that_of_its_own_batch():
    net, view = small_net(rate=0.0), new_view()
    fit(net, view, shuffle=False, epochs=2)
    right = net.predict(IMAGES, verbose=0)[np.arange(40), LABELS]
    expected = -np.log(right).reshape(5, 8).mean(axis=1)
    np.testing.assert_allclose(view.losses, np.tile(expected, 2), rtol=1e-4)


def test_the_smooth_loss_is_the_mean_of_the_batches_around():
    losses = np.random.default_rng(0).random(300)
    batches, thin, smooth = live_curves.smoothed(losses)
    np.testing.assert_array_equal(batches, np.arange(1, 301))
    np.testing.assert_array_equal(thin, losses)
    expected = [losses[max(0, end - 8) : end + 7].mean() for end in batches]
    np.testing.assert_allclose(smooth, expected)


def test_a_long_curve_is_thinned_out_and_keeps_its_ends():
    batches, thin, smooth = live_curves.smoothed(np.arange(5000.0))
    assert len(batches) == len(thin) == len(smooth) <= 400
    assert (batches[0], batches[-1]) == (1, 5000)
    np.testing.assert_array_equal(thin, batches - 1)


def test_the_curves_go_on_when_fit_is_called_again():
    net, view = small_net(), new_view()
    held = (IMAGES[:8], LABELS[:8])
    before = fit(net, view, epochs=2, validation_data=held).history
    after = fit(net, view, validation_data=held).history
    assert len(view.losses) == 15
    for name, key in (("training", "accuracy"), ("validation", "val_accuracy")):
        np.testing.assert_allclose(
            view.accuracy[name], before[key] + after[key], rtol=1e-6
        )


def test_a_validation_accuracy_can_be_noted_after_fit():
    net, view = small_net(), new_view()
    for share in (0.25, 0.5):
        fit(net, view)
        assert np.isnan(view.accuracy["validation"][-1])
        view.note(validation_accuracy=share)
    assert view.accuracy["validation"] == [0.25, 0.5]


def test_what_is_noted_is_a_share_of_an_epoch_that_has_ended():
    view = new_view()
    with pytest.raises(ValueError, match="No epoch has ended yet"):
        view.note(validation_accuracy=0.5)
    with pytest.raises(ValueError, match=r"87.*from 0 to 1"):
        view.note(validation_accuracy=87)


def test_the_chart_has_a_point_for_each_share_and_none_for_nan():
    accuracy = {"training": [0.0, 1.0], "validation": [np.nan, 0.5]}
    charts = live_curves.svg([2.0, 1.0], accuracy)
    heights = [float(y) for y in re.findall(r'cy="([\d.]+)"', charts)]
    assert len(heights) == 3
    assert heights[0] > heights[2] > heights[1]
    assert heights[2] == pytest.approx((heights[0] + heights[1]) / 2)
    assert "nan" not in charts


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_a_training_that_went_astray_can_still_be_drawn(bad):
    look = SimpleNamespace(
        filters=np.full((3, 3, 3, 4), bad),
        maps=[("only", np.full((5, 5, 3), bad))],
        rows=[live_ranges.Row("one", (bad, bad), None, (0.0, bad), None)],
        remarks=[],
    )
    accuracy = {"training": [0.1], "validation": [bad]}
    mistakes = [(IMAGES[0], "<a>", "b")]
    parts = live_page.parts([2.0, bad], accuracy, look, mistakes, IMAGES[0])
    assert str(bad) not in parts["curves"] and str(bad) in parts["table"]
    assert "&lt;a&gt;<br>taken for b" in parts["mistakes"]
    figure = live_pictures.still([2.0, bad], accuracy, look, mistakes)
    assert panels.png(figure, 1).startswith(b"\x89PNG")


def test_the_mistakes_are_the_first_wrong_pictures_of_the_sample(shown):
    net, view = small_net(), new_view()
    fit(net, view)
    view._draw()
    guesses = net.predict(IMAGES, verbose=0).argmax(axis=1)
    wrong = np.flatnonzero(guesses != LABELS)[:8]
    expected = [(CLASSES[LABELS[i]], CLASSES[guesses[i]]) for i in wrong]
    said = re.findall(
        r"<br>|>(\w+)<br>taken for (\w+)", shown.parts[-1]["mistakes"]
    )
    assert [pair for pair in said if any(pair)] == expected
    right = np.mean(guesses == LABELS)
    assert f"{100 * right:.0f} % of 40 pictures" in shown.lines[-1]


def test_a_sample_without_mistakes_says_so(shown):
    look = SimpleNamespace(filters=None, rows=[], remarks=[])
    parts = live_page.parts([1.0], {"training": []}, look, [], IMAGES[0])
    assert "none in the sample" in parts["mistakes"]


def test_ranges_equal_those_worked_out_by_hand():
    images = np.array([[3, 1], [0, 2], [1, 5]], np.uint8).reshape(3, 1, 2, 1)
    labels = np.array([0, 1, 1])
    net = keras.Sequential(
        [
            keras.Input((1, 2, 1)),
            layers.Conv2D(1, (1, 2), name="convolution"),
            layers.Flatten(),
            layers.Dense(2, name="scores"),
        ]
    )
    kernel, bias = np.array([0.5, -0.25]), 0.1
    matrix, shift = np.array([1.0, -2.0]), np.array([0.3, 0.0])
    net.layers[0].set_weights([kernel.reshape(1, 2, 1, 1), np.array([bias])])
    net.layers[2].set_weights([matrix[None], shift])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    net.compile("sgd", loss)

    pixels = images.reshape(3, 2).astype(float)
    features = pixels @ kernel + bias  # (3,)
    scores = features[:, None] * matrix + shift  # (3, 2)
    shares = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    by_scores = (shares - np.eye(2)[labels]) / 3
    by_features = by_scores @ matrix  # (3,)
    expected = [
        [
            features,
            by_features,
            [*kernel, bias],
            [*(pixels.T @ by_features), by_features.sum()],
        ],
        [
            scores,
            by_scores,
            [*matrix, *shift],
            [*(features @ by_scores), *by_scores.sum(axis=0)],
        ],
    ]

    view = live.View(images, labels, classes=["a", "b"])
    view._sample.watch(net)
    look = view._sample.look()
    assert [row.layer for row in look.rows] == ["convolution", "scores"]
    for row, numbers in zip(look.rows, expected, strict=True):
        ranges = [(np.min(some), np.max(some)) for some in numbers]
        np.testing.assert_allclose(row[1:], ranges, rtol=1e-4)
    np.testing.assert_array_equal(look.guesses, scores.argmax(axis=1))
    ((_, maps),) = look.maps
    np.testing.assert_allclose(maps.ravel(), features[:1], rtol=1e-5)


def test_the_gradient_by_a_softmax_is_that_of_the_loss_behind_it():
    net, view = small_net(), new_view()
    view._sample.watch(net)
    last = view._sample.look().rows[-1]
    shares = net.predict(IMAGES, verbose=0)
    # Keras divides by the sum of the shares, which is 1, before the logarithm
    by_shares = (1 - np.eye(10)[LABELS] / shares) / 40
    expected = (by_shares.min(), by_shares.max())
    np.testing.assert_allclose(last.activation_gradient, expected, rtol=1e-4)


@pytest.mark.parametrize(
    ("loss", "units"),
    [
        ("categorical_crossentropy", 2),
        (keras.losses.CategoricalCrossentropy(from_logits=True), 2),
        (keras.losses.SparseCategoricalCrossentropy(), 2),
        (keras.losses.BinaryCrossentropy(from_logits=True), 1),
        ("binary_crossentropy", 1),
    ],
    ids=["name", "logits", "sparse", "one logit", "one share"],
)
def test_the_loss_that_fit_minimizes_gives_the_gradients(loss, units):
    labels = LABELS[:4] % 2
    activation = None if getattr(loss, "from_logits", False) else "sigmoid"
    net = keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            layers.Flatten(),
            layers.Dense(units, activation=activation, name="last"),
        ]
    )
    net.compile(keras.optimizers.SGD(1.0), loss)
    net.layers[1].set_weights([net.get_weights()[0] / 1e4, np.zeros(units)])
    view = live.View(IMAGES[:4], labels, classes=["even", "odd"])
    view._sample.watch(net)
    look = view._sample.look()
    before = np.concatenate([one.ravel() for one in net.get_weights()])
    sparse = "sparse" in getattr(loss, "name", "") or units == 1
    targets = labels[:, None] if sparse else np.eye(2)[labels]
    net.train_on_batch(IMAGES[:4], targets)
    after = np.concatenate([one.ravel() for one in net.get_weights()])
    step = before - after  # the gradient: the learning rate is 1
    np.testing.assert_allclose(
        look.rows[0].weight_gradient, (step.min(), step.max()), rtol=1e-3
    )


@pytest.mark.parametrize("from_logits", [True, False])
@pytest.mark.parametrize("score", [-0.25, 0.25])
def test_a_single_output_decides_between_two_classes(from_logits, score):
    activation = None if from_logits else "sigmoid"  # 0.44 and 0.56
    last = layers.Dense(1, activation, kernel_initializer="zeros")
    net = keras.Sequential([keras.Input((32, 32, 3)), layers.Flatten(), last])
    last.set_weights([last.get_weights()[0], np.array([score])])
    loss = keras.losses.BinaryCrossentropy(from_logits=from_logits)
    net.compile("sgd", loss)
    view = live.View(IMAGES, LABELS % 2, classes=["even", "odd"])
    view._sample.watch(net)
    assert set(view._sample.look().guesses) == {int(score > 0)}


def test_a_frozen_layer_has_no_gradient_by_its_weights():
    net, view = small_net(), new_view()
    net.layers[1].trainable = False
    net.compile("sgd", "sparse_categorical_crossentropy")
    view._sample.watch(net)
    frozen, other, _ = view._sample.look().rows
    assert frozen.weight_gradient is None and frozen.activation_gradient
    assert other.weight_gradient is not None
    assert "–" in live_page.table([frozen])


def test_a_net_with_nothing_to_train_has_gradients_by_activations_only():
    frozen = layers.Dense(10, "softmax", trainable=False)
    net = keras.Sequential([keras.Input((32, 32, 3)), layers.Flatten(), frozen])
    net.compile("sgd", "sparse_categorical_crossentropy")
    view = new_view()
    view._sample.watch(net)
    (row,) = view._sample.look().rows
    assert row.activation_gradient and row.weight_gradient is None
    assert row.weight[0] < 0 < row.weight[1]


def test_a_deep_net_has_twelve_rows_with_first_and_last():
    net = keras.Sequential([keras.Input((32, 32, 3)), layers.Flatten()])
    for _ in range(29):
        net.add(layers.Dense(3))
    net.add(layers.Dense(10))
    net.compile("sgd", "sparse_categorical_crossentropy")
    view = new_view()
    view._sample.watch(net)
    names = [row.layer for row in view._sample.look().rows]
    everything = [layer.name for layer in net.layers[1:]]
    assert len(names) == 12
    assert (names[0], names[-1]) == (everything[0], everything[-1])


def test_filters_are_grey_at_zero_and_have_the_colours_of_their_channels():
    filters = np.zeros((20, 20, 3, 2))
    filters[:, :, 0, 1], filters[:, :, 1, 1] = 0.5, -0.5
    block = live_pictures.filter_tiles(filters)
    assert block.shape == (20, 41, 3) and block.dtype == np.uint8
    assert np.all(block[:, :20] == 128) and np.all(block[:, 20] == 255)
    assert np.all(block[:, 21:] == (255, 1, 128))
    greys = live_pictures.filter_tiles(filters[:, :, :1])
    assert np.all(greys[:, 21:] == 255) and np.all(greys[:, :20] == 128)


def test_maps_are_black_at_zero_and_white_at_the_highest_of_all():
    maps = np.stack([np.full((20, 20), 2.0), np.full((20, 20), 4.0)], axis=-1)
    block = live_pictures.map_tiles(maps)
    assert np.all(block[:, :20] == 128) and np.all(block[:, 21:] == 255)
    assert np.all(live_pictures.map_tiles(0 * maps)[:, :20] == 0)


def test_a_net_without_a_convolution_shows_all_but_filters_and_maps(shown):
    net = keras.Sequential(
        [keras.Input((32, 32, 3)), layers.Flatten(), layers.Dense(10)],
        name="flat",
    )
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    net.compile("sgd", loss)
    view = new_view()
    fit(net, view)
    parts = shown.parts[-1]
    assert parts["remarks"] == (
        "Filters and maps are left out: no Conv2D in flat."
    )
    assert "filters" not in parts and "maps" not in parts
    assert parts["mistakes"] and parts["table"] and parts["curves"]
    assert view._finish().startswith(b"\x89PNG")


def test_on_another_backend_gradients_are_left_out_and_it_is_said(
    shown, monkeypatch
):
    net, view = small_net(), new_view()
    fit(net, view)
    assert shown.parts[-1]["table"].count("<th") == 5
    monkeypatch.setattr(keras.backend, "backend", lambda: "jax")
    view._draw()
    assert shown.parts[-1]["table"].count("<th") == 3
    assert "this is jax" in shown.parts[-1]["remarks"]


def test_a_loss_that_fails_on_the_sample_does_not_end_the_training(shown):
    def weighted(truth, scores):
        if truth.shape[0] == 40:
            raise KeyError("weights of <these> pictures")
        return keras.losses.sparse_categorical_crossentropy(truth, scores)

    net, view = small_net(loss=weighted), new_view()
    fit(net, view)
    assert len(view.losses) == 5
    said = shown.parts[-1]["remarks"]
    assert "KeyError" in said and "&lt;these&gt;" in said


def test_a_training_ends_with_the_same_weights_to_the_last_bit(shown):
    ends = []
    for watched in (False, True):
        keras.utils.set_random_seed(1)  # dropout draws its seed when made
        net = small_net(layers.BatchNormalization(), layers.Dropout(0.5))
        net.compile("adam", "sparse_categorical_crossentropy")
        callbacks = [new_view()] if watched else []
        net.fit(
            IMAGES,
            LABELS,
            batch_size=8,
            epochs=2,
            verbose=0,
            callbacks=callbacks,
        )
        state = [*net.variables, *net.optimizer.variables]
        arrays = [keras.ops.convert_to_numpy(one) for one in state]
        next_draws = [keras.random.normal((3,)), np.random.random(3)]
        ends.append([*arrays, *map(np.asarray, next_draws)])
    assert len(shown.lines) == 10, "drawn after every batch"
    for plain, watched in zip(*ends, strict=True):
        np.testing.assert_array_equal(plain, watched)


def test_the_view_neither_retraces_the_training_nor_uses_up_names(shown):
    class Counting(layers.Layer):
        calls = 0

        def call(self, x, training=False):
            Counting.calls += bool(training)
            return x

    calls, numbers = [], []
    for callbacks in ([], [], [new_view()]):
        Counting.calls = 0
        net = small_net(Counting())
        net.fit(
            IMAGES,
            LABELS,
            batch_size=8,
            epochs=2,
            verbose=0,
            callbacks=callbacks,
        )
        calls.append(Counting.calls)
        names = [
            keras.Sequential().name,
            keras.Model(net.inputs, net.outputs).name,
        ]
        numbers.append([int(name.rpartition("_")[2]) for name in names])
    assert calls[0] == calls[1] == calls[2]
    plain, watched = np.diff(numbers, axis=0)
    np.testing.assert_array_equal(plain, watched)


def test_pictures_are_drawn_when_they_are_earned_and_not_too_often(
    monkeypatch,
):
    now = [100.0]
    monkeypatch.setattr(live.time, "perf_counter", lambda: now[0])
    clock, at = live.Clock(), []
    clock.begin()
    for _ in range(20_000):
        now[0] += 0.01  # a batch
        clock.end_training()
        if clock.is_due():
            at.append(clock.training)
            now[0] += 0.4 if len(at) == 1 else 0.1
            clock.drawn()
        clock.end_view()
    assert at[0] == pytest.approx(0.01)
    assert at[1] == pytest.approx(0.4 / 0.04, abs=0.02)
    gaps = np.diff(at)
    np.testing.assert_allclose(gaps[2:], 0.1 / 0.04, atol=0.02)
    assert clock.training == pytest.approx(200)
    assert 0.03 < clock.share <= 0.04
    monkeypatch.setattr(live, "SHARE", 1.0)  # cheap ones are held back, too
    shown_at = clock.training
    clock.drawn()
    while not clock.is_due():
        now[0] += 0.01
        clock.end_training()
    assert clock.training - shown_at == pytest.approx(1, abs=0.02)


def test_a_view_in_another_cell_shows_a_picture_at_once(shown, monkeypatch):
    monkeypatch.setattr(live, "SHARE", 0.0)  # no further picture is earned
    view = new_view()
    fit(small_net(), view)
    assert len(shown.lines) == 1
    view._screen = None  # as when the cell has ended
    fit(small_net(), view)
    assert len(shown.lines) == 2


def test_a_look_takes_the_newest_weights_where_fit_keeps_them_apart(shown):
    net, asked = small_net(), []
    net.jax_state_sync = lambda: asked.append(True)  # what JAX's nets have
    fit(net, new_view())
    assert len(asked) == len(shown.lines) > 0


def test_a_net_of_half_precision_is_shown_as_others_are(shown):
    net = small_net()
    for layer in net.layers[1:3]:  # the convolutions
        layer.dtype_policy = keras.DTypePolicy("mixed_bfloat16")
    view = new_view()
    fit(net, view)
    look = view._sample.look()
    assert all(maps.dtype == np.float32 for _, maps in look.maps)
    assert {"filters", "maps", "mistakes", "table"} <= set(shown.parts[-1])
    assert view._finish().startswith(b"\x89PNG")


def test_a_still_names_only_the_curves_it_has():
    for shares, names in [
        ([0.2, 0.4], ["training", "validation"]),
        ([np.nan, np.nan], ["training"]),
    ]:
        _, axes = plots.subplots()
        accuracy = {"training": [0.1, 0.3], "validation": shares}
        live_pictures._draw_accuracies(axes, accuracy)
        texts = [text.get_text() for text in axes.get_legend().get_texts()]
        assert texts == names


def test_the_view_slows_a_training_by_no_more_than_a_twentieth(
    shown, monkeypatch
):
    fit(small_net(), new_view())  # in a fresh process TensorFlow starts slowly
    shown.lines.clear()
    monkeypatch.setattr(live, "SECONDS", 1)
    monkeypatch.setattr(live, "SHARE", 0.04)
    labels = np.arange(1000) % 10
    images = shapes32.render(labels, seed=1)
    view, nets = new_view(), [small_net(), small_net()]
    callbacks, seconds, ratios = [[], [view]], [0.0, 0.0], []
    while view._clock.training < 12:
        for watched in (False, True) if len(ratios) % 2 else (True, False):
            began = time.perf_counter()
            nets[watched].fit(
                images,
                labels,
                batch_size=16,
                epochs=3,
                verbose=0,
                callbacks=callbacks[watched],
            )
            seconds[watched] = time.perf_counter() - began
        ratios.append(seconds[True] / seconds[False])
    assert shown.lines and view.share <= 0.05
    ratio = statistics.median(ratios)
    print(f"share {view.share:.4f}, ratio {ratio:.3f} of {len(ratios)}")
    assert ratio < 1.4, "far above the noise of a busy machine"


class Channel:
    """A channel to a page, as the kernel makes one."""

    def __init__(self):
        self.sent, self.answer = [], None

    def on_msg(self, answer):
        self.answer = answer

    def send(self, data):
        self.sent.append(data)

    def click(self, word):
        self.answer({"content": {"data": word}})


def elsewhere(function, *arguments):
    """Call a function in another thread, as a subshell does."""
    thread = threading.Thread(target=function, args=arguments)
    thread.start()
    thread.join()


def test_without_a_subshell_python_never_answers_and_no_button_comes():
    buttons, channel = live_buttons.Buttons(), Channel()
    buttons._opened(channel, None)
    channel.click("pause")
    channel.click("stop")
    assert channel.sent == []
    assert not buttons.paused and not buttons.stopped


def test_in_a_subshell_every_page_hears_how_things_stand():
    buttons, one, other = live_buttons.Buttons(), Channel(), Channel()
    elsewhere(buttons._opened, one, None)
    elsewhere(buttons._opened, other, None)
    elsewhere(other.click, "pause")
    assert buttons.paused
    elsewhere(one.click, "go on")
    assert not buttons.paused
    elsewhere(one.click, "stop")
    elsewhere(one.click, "pause")
    assert not buttons.paused and buttons.stopped
    states = [(said["paused"], said["stopped"]) for said in other.sent]
    ended = (False, True)
    assert states == [
        (False, False),
        (True, False),
        (False, False),
        ended,
        ended,
    ]


def press(view, shown, *words):
    """Press buttons from another thread once training runs; return counts."""
    counts = []

    def reader():
        for word in words:
            seen = len(view.losses)
            while len(view.losses) == seen and not shown.buttons.paused:
                time.sleep(0.01)
            if word == "interrupt":
                while shown.buttons.waiting.is_set():
                    _thread.interrupt_main()
                    time.sleep(1)
                return
            shown.buttons.heed(word)
            if word == "pause":
                shown.buttons.waiting.wait()
                counts.append(len(view.losses))
                time.sleep(1.5)
                counts.append(len(view.losses))

    thread = threading.Thread(target=reader, daemon=True)
    thread.start()
    return counts


def test_pause_holds_the_training_go_on_resumes_it_and_stop_ends_it(shown):
    net, view = small_net(), new_view()
    counts = press(view, shown, "pause", "go on", "stop")
    began = time.perf_counter()
    fit(net, view, epochs=100_000)
    took = time.perf_counter() - began
    assert counts[0] == counts[1] < len(view.losses)
    assert view.stopped
    clock = view._clock
    assert clock.training + clock.view < took - 1, "without the pause"
    done = len(view.losses)
    fit(net, view, epochs=3)
    assert len(view.losses) == done + 1, "a further fit in this cell ends too"


def test_a_paused_training_can_be_interrupted(shown):
    # a test before this one may have left a handler that interrupts nothing
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    net, view = small_net(), new_view()
    press(view, shown, "pause", "interrupt")
    began = time.perf_counter()
    with pytest.raises(KeyboardInterrupt):
        fit(net, view, epochs=100_000)
    clock = view._clock
    paused = time.perf_counter() - began - clock.training - clock.view
    signal.signal(signal.SIGINT, before or signal.SIG_DFL)
    assert paused > 1.5
    began = time.perf_counter()
    view._finish()  # as IPython does at the end of the cell
    assert clock._price <= time.perf_counter() - began, "without the pause"


def test_in_a_terminal_nothing_is_shown_and_nothing_looked_at(
    capsys, monkeypatch
):
    view = new_view()
    monkeypatch.setattr(view._sample, "look", None)
    fit(small_net(), view)
    assert capsys.readouterr() == ("", "")
    assert len(view.losses) == 5 and 0 < view.share < 0.5
    assert not view.stopped


class Shell:
    """A shell with a kernel, as far as a screen needs it."""

    kernel = True

    def __init__(self):
        self.called = []
        self.events = SimpleNamespace(
            register=lambda _, call: self.called.append(call),
            unregister=lambda _, call: self.called.remove(call),
        )

    def end_cell(self):
        for call in self.called[:]:
            call(None)


@pytest.fixture
def displayed(monkeypatch):
    """Return (shell, list of what was displayed) of a kernel."""
    shell, all_ = Shell(), []
    monkeypatch.setattr(live_screen, "get_ipython", lambda: shell)
    for name in ("display", "update_display"):
        monkeypatch.setattr(
            live_screen,
            name,
            lambda bundle, raw, display_id=None, name=name: all_.append(
                (name, bundle, display_id)
            ),
        )
    return shell, all_


def test_under_pytest_a_cell_shows_one_still_picture_at_its_end(displayed):
    shell, shows = displayed
    net, view = small_net(), new_view()
    fit(net, view)
    fit(net, view)
    assert shows == []
    shell.end_cell()
    shell.end_cell()
    ((how, bundle, _),) = shows
    assert how == "display" and set(bundle) == {"text/plain", "image/png"}
    fit(net, view)
    shell.end_cell()
    assert len(shows) == 2, "another cell has its own picture"


def test_in_jupyterlab_the_output_that_was_live_holds_the_still_at_the_end(
    displayed, monkeypatch
):
    monkeypatch.delenv("PYTEST_CURRENT_TEST")
    shell, shows = displayed
    net, view = small_net(), new_view()
    fit(net, view)
    elsewhere(shell.end_cell)  # a cell that ran in a subshell
    ((how, first, place),) = shows
    assert how == "display" and WIDGET in first and "image/png" not in first
    panel = view._screen.panel
    assert "Epoch 1, batch 1 (1 in all)" in panel.line.value
    shell.end_cell()
    _, (how, last, again) = shows
    assert how == "update_display" and place == again
    assert last[WIDGET] == first[WIDGET]
    assert last["image/png"].startswith(b"\x89PNG")
    assert "Epoch 1, batch 5 (5 in all)" in panel.line.value
    assert panel.buttons.widget.over


def test_a_cell_that_failed_before_the_first_batch_ends_quietly(displayed):
    shell, shows = displayed
    view = new_view()
    with pytest.raises(ValueError):
        fit(small_net(), view, sample_weight=np.ones(3))
    view.set_model(small_net())
    view.on_train_begin()
    shell.end_cell()
    assert shows == [] and shell.called == []


NOTEBOOK = """\
import keras
import numpy as np
from keras import layers
from utils import live
images = np.arange(12 * 8 * 8, dtype=np.uint8).reshape(12, 8, 8, 1)
labels = np.arange(12) % 2
net = keras.Sequential([keras.Input((8, 8, 1)), layers.Conv2D(2, 3),
                        layers.Flatten(), layers.Dense(2, "softmax")])
net.compile("sgd", "sparse_categorical_crossentropy", metrics=["accuracy"])
view = live.View(images, labels, classes=["even", "odd"])
for epoch in range(2):
    _ = net.fit(images, labels, verbose=0, callbacks=[view])
    view.note(validation_accuracy=0.5)"""


@pytest.mark.parametrize("tested", [True, False])
def test_a_kernel_without_a_page_stores_one_output_with_the_still(
    tested, monkeypatch, tmp_path
):
    if not tested:
        monkeypatch.delenv("PYTEST_CURRENT_TEST")
    monkeypatch.setenv("TF_CPP_MIN_LOG_LEVEL", "3")
    notebook = v4.new_notebook(cells=[v4.new_code_cell(NOTEBOOK)])
    nbclient.NotebookClient(
        notebook,
        timeout=120,
        extra_arguments=["--IPKernelApp.capture_fd_output=False"],
        resources={"metadata": {"path": str(tmp_path)}},
    ).execute()
    nbformat.validate(notebook)
    (output,) = notebook.cells[0].outputs
    assert output.output_type == "display_data"
    assert "image/png" in output.data
    assert output.data["text/plain"] == live_screen.TEXT
    assert (WIDGET in output.data) is not tested


@pytest.mark.parametrize(
    ("images", "labels", "said"),
    [
        (IMAGES / 255, LABELS, r"float64 array .*needs uint8"),
        (IMAGES[0], LABELS, r"shape \(32, 32, 3\).*\(N, H, W, 1\)"),
        (IMAGES[:0], LABELS[:0], r"shape \(0, 32, 32, 3\)"),
        (IMAGES[..., :2], LABELS, r"shape \(40, 32, 32, 2\)"),
        (IMAGES, LABELS[:39], r"40 images, but labels of shape \(39,\)"),
        (IMAGES, LABELS + 1, "from 1 to 10: .* places of 10 classes"),
        (IMAGES, LABELS / 1, "labels are float64"),
    ],
    ids=["float", "one", "none", "channels", "lengths", "range", "kind"],
)
def test_a_sample_that_cannot_be_shown_says_why(images, labels, said):
    with pytest.raises(ValueError, match=said):
        live.View(images, labels, classes=CLASSES)


def test_a_net_that_cannot_be_watched_says_why():
    class Own(keras.Model):
        def __init__(self):
            super().__init__(name="own")
            self.last = layers.Dense(10)

        def call(self, x):
            return self.last(keras.ops.mean(x, axis=(1, 2)))

    def net(inputs, width):
        made = keras.Sequential(
            [keras.Input(inputs), layers.Flatten(), layers.Dense(width)],
            name="flat",
        )
        made.compile("sgd", "sparse_categorical_crossentropy")
        return made

    own = Own()
    own.compile("sgd", "sparse_categorical_crossentropy")
    for made, images, said in [
        (own, IMAGES, "own is a Own without `inputs`"),
        (net((3072,), 10), IMAGES.reshape(40, -1), r"\(3072,\).*`prepare`"),
        (net((32, 32, 3), 12), IMAGES, r"shape \[\(12,\)\].* 10 classes"),
    ]:
        with pytest.raises(ValueError, match=said):
            made.fit(images, LABELS, verbose=0, callbacks=[new_view()])


def test_prepare_turns_the_pictures_into_what_the_net_takes(shown):
    def prepare(images):
        return images.reshape(len(images), -1) / 255

    net = keras.Sequential([keras.Input((3072,)), layers.Dense(10, "softmax")])
    net.compile("sgd", "sparse_categorical_crossentropy")
    view = live.View(IMAGES, LABELS, classes=CLASSES, prepare=prepare)
    net.fit(prepare(IMAGES), LABELS, verbose=0, callbacks=[view])
    view._draw()
    guesses = net.predict(prepare(IMAGES), verbose=0).argmax(axis=1)
    np.testing.assert_array_equal(view._look.guesses, guesses)
