"""Checks see through objects that lie, and their messages teach."""

import sys
import types

import numpy as np
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from small_lesson import CHECK, SOLUTION, small_lesson, write
from traitlets.config import Config

from utils import checks, progress, tries
from utils.plain import NotPlainError, plain


def failure(check, *arguments, **options):
    """Return the message of a check that must fail."""
    with pytest.raises(checks.CheckFailed) as caught:
        check(*arguments, **options)
    return str(caught.value)


class Yes:
    """An object that claims to equal everything."""

    __hash__ = None

    def __eq__(self, other):
        return True

    def __array__(self, *arguments, **options):
        return np.array([3])


class YesArray(np.ndarray):
    """An array of wrong values that claims to equal everything."""

    __hash__ = None

    def __eq__(self, other):
        return np.array(True)

    def __array__(self, *arguments, **options):
        return np.array([3])

    @property
    def shape(self):
        return (1,)


class YesInteger(int):
    """A wrong number that shows the right one to whoever converts it."""

    __hash__ = None

    def __eq__(self, other):
        return True

    def __int__(self):
        return 3

    __index__ = __int__

    def __array__(self, *arguments, **options):
        return np.array(3)


class YesFloat(float):
    __hash__ = None

    def __eq__(self, other):
        return True

    def __float__(self):
        return 3.0

    def __array__(self, *arguments, **options):
        return np.array(3.0)


class YesNumPyFloat(np.float64):
    __hash__ = None

    def __eq__(self, other):
        return True

    def __array__(self, *arguments, **options):
        return np.array(3.0)


class YesList(list):
    def __iter__(self):
        return iter([3])

    def __len__(self):
        return 1

    def __getitem__(self, place):
        return 3


@pytest.mark.parametrize(
    "liar",
    [
        Yes(),
        np.array([7, 7]).view(YesArray),
        [YesInteger(7)],
        [YesFloat(7.0)],
        [YesNumPyFloat(7.0)],
        YesList([7]),
        np.array([Yes()], dtype=object),
        np.ma.masked_array([7], mask=[True]),
        np.ma.masked_array([3], mask=[False]),
        type("Tensor", (Yes,), {"__module__": "torch"})(),
    ],
)
@pytest.mark.parametrize("check", [checks.equal, checks.close])
def test_an_object_that_lies_does_not_pass(liar, check):
    failure(check, liar, [3], "three")


@pytest.mark.parametrize("liar", [Yes(), YesInteger(1), [True], 1, "True"])
def test_only_a_true_bool_passes_as_a_condition(liar):
    failure(checks.true, liar, "it holds")


@pytest.mark.parametrize("truth", [True, np.True_, np.array(True)])
def test_a_bool_of_python_or_numpy_passes_as_a_condition(truth):
    checks.true(truth, "it holds")
    assert failure(checks.true, ~np.array(truth), "it holds") == "✘ it holds"


def test_a_class_cannot_claim_to_come_from_a_library_it_is_not_in(
    monkeypatch,
):
    library = types.ModuleType("torch")
    library.Tensor = type("Tensor", (), {"__module__": "torch"})
    monkeypatch.setitem(sys.modules, "torch", library)
    with pytest.raises(NotPlainError, match="type Tensor"):
        plain(type("Tensor", (Yes,), {"__module__": "torch"})())


def test_a_tensor_that_needs_a_gradient_on_another_device_is_copied(
    monkeypatch,
):
    class Tensor:
        """What torch's own class offers, no more."""

        dtype = "torch.float32"

        def __init__(self, steps):
            self.steps = steps

        def detach(self):
            return Tensor([*self.steps, "detach"])

        def cpu(self):
            return Tensor([*self.steps, "cpu"])

        def numpy(self):
            assert self.steps == ["detach", "cpu"]
            return np.array([1.0, 2.0])

    Tensor.__module__, Tensor.__qualname__ = "torch", "Tensor"
    monkeypatch.setitem(sys.modules, "torch", types.ModuleType("torch"))
    sys.modules["torch"].Tensor = Tensor
    checks.equal(Tensor([]), [1, 2], "a tensor")


def test_tensors_of_keras_and_frames_of_pandas_are_compared_by_value():
    keras = pytest.importorskip("keras")
    pandas = pytest.importorskip("pandas")
    for value in [
        keras.ops.convert_to_tensor([[1.0, 2.0]]),
        keras.Variable([[1.0, 2.0]]),
        keras.ops.cast([[1.0, 2.0]], "bfloat16"),
        pandas.DataFrame([[1, 2]]),
        [keras.ops.convert_to_tensor([1.0, 2.0])],
    ]:
        checks.equal(value, [[1, 2]], "one row")
        assert "got      [[1" in failure(checks.equal, value, [[1, 3]], "row")
    half = keras.ops.cast([1.0], "bfloat16")  # NumPy has no such dtype
    checks.dtype(half, "float", "floats")
    assert "knows only its shape" in failure(
        checks.equal, keras.Input((3,)), [3], "values"
    )


@pytest.mark.parametrize(
    "value",
    [
        3,
        3.0,
        np.uint8(3),
        np.float32(3),
        np.array(3),
        np.array(3, dtype=object),
    ],
)
def test_values_count_and_dtypes_do_not(value):
    checks.equal(value, 3, "three")
    checks.close(value, 3.0000001, "three")
    assert "expected 4\n  got      3" in failure(checks.equal, value, 4, "four")


@pytest.mark.parametrize(
    "value",
    [[1, 2], (1, 2), range(1, 3), np.array([1, 2], np.uint8), [1, 2.0]],
)
def test_lists_tuples_ranges_and_arrays_are_alike(value):
    checks.equal(value, np.array([1.0, 2.0]), "one, two")


def test_none_is_met_as_an_open_exercise():
    with pytest.raises(checks.CheckFailed) as caught:
        checks.equal(None, [3], "two votes beat one")
    assert caught.value.unsolved
    assert "nothing is returned yet" in str(caught.value)
    assert str(caught.value).startswith("○ two votes beat one")


def test_a_wrong_shape_has_its_own_message():
    said = failure(checks.equal, np.zeros((3, 2)), np.zeros((2, 3)), "rows")
    assert "expected shape (2, 3), got (3, 2)" in said
    said = failure(checks.equal, [3], 3, "one number")
    assert "expected shape () (a single value), got (1,)" in said
    said = failure(checks.shape, np.zeros((3, 2)), (2, 3), "rows")
    assert said == "✘ rows\n  expected shape (2, 3), got (3, 2)"
    checks.shape(np.zeros(5), 5, "five")


def test_a_wrong_kind_has_its_own_message():
    assert "expected integers, got text: ['3']" in failure(
        checks.equal, ["3"], [3], "numbers"
    )
    assert "expected True or False, got integers" in failure(
        checks.equal, [2, 1], [True, False], "a mask"
    )
    assert "mixes text and numbers" in failure(
        checks.equal, ["a", 1], ["a", "b"], "text"
    )
    assert "differ in shape: (2,) and (3,)" in failure(
        checks.equal, [[1, 2], [1, 2, 3]], [[1], [2]], "rows"
    )
    assert "got None, where" in failure(checks.equal, [1, None], [1, 2], "all")


def test_a_wrong_text_gets_the_message_of_its_mistake():
    mistakes = [("ab", "not the first two"), ("bc", "not the last two")]
    said = failure(checks.equal, "bc", "ac", "the outer two", mistakes)
    assert "not the last two" in said
    said = failure(checks.equal, "xx", "ac", "the outer two", mistakes)
    assert "the outer two" in said and "'ac'" in said
    checks.equal("ac", "ac", "the outer two", mistakes)


def test_nan_matches_nan_only():
    checks.equal([np.nan, 1], [np.nan, 1], "same")
    checks.close([np.nan, np.inf], [np.nan, np.inf], "same")
    for check in (checks.equal, checks.close):
        said = failure(check, [np.nan, 1.0], [0.0, 1.0], "no NaN")
        assert "NaN (not a number) stands in 1 of 2 places" in said
        failure(check, [0.0], [np.nan], "NaN expected")
        failure(check, [1.0], [np.inf], "infinite")
        failure(check, [-np.inf], [np.inf], "infinite")


def test_close_is_absolute_below_one_and_relative_above():
    checks.close(0.5 + 9e-7, 0.5, "near")
    checks.close(1000.0009, 1000.0, "near")
    failure(checks.close, 0.5 + 2e-6, 0.5, "near")
    failure(checks.close, 1000.002, 1000.0, "near")
    checks.close(0.52, 0.5, "near", tolerance=0.05)


def test_small_unsigned_numbers_do_not_wrap_around():
    failure(checks.close, np.uint8(0), np.uint8(255), "far", tolerance=0.01)


def test_large_arrays_show_where_the_first_values_differ():
    expected = np.arange(1000).reshape(10, 100)
    actual = expected.copy()
    actual[4, 5:9] = 0
    said = failure(checks.equal, actual, expected, "rows")
    assert "4 of 1,000 values differ, the first 3:" in said
    assert "at [4, 5] expected 405, got 0" in said
    assert "[4, 8]" not in said
    assert len(said) < 300


def test_a_difference_in_late_digits_is_visible():
    said = failure(checks.equal, 0.1 + 0.2, 0.3, "sum")
    assert "0.30000000000000004" in said
    said = failure(checks.equal, [0.1 + 0.2], [0.3], "sum")
    assert "0.30000000000000004" in said


def test_differs_names_the_misconception():
    message = "that is the mean of all channels, not one for each"
    said = failure(checks.differs, 0.1 + 0.2, 0.3, message)
    assert said == f"✘ {message}\n  got 0.3"
    checks.differs(0.4, 0.3, message)
    checks.differs([0.3, 0.3], 0.3, message)
    checks.differs(3_000_001, 3_000_000, message)
    assert "nothing is returned" in failure(checks.differs, None, 0.3, message)
    failure(checks.differs, Yes(), 0.3, message)


def test_dtype_knows_kinds_and_names():
    checks.dtype(np.zeros(3, np.float32), "float", "floats")
    checks.dtype(np.zeros(3, np.uint8), "integer", "integers")
    checks.dtype(np.zeros(3, np.uint8), "uint8", "bytes")
    checks.dtype(np.zeros(3, np.uint8), np.uint8, "bytes")
    checks.dtype([True], "bool", "mask")
    said = failure(checks.dtype, np.zeros(3), np.float32, "small floats")
    assert said == "✘ small floats\n  expected float32, got float64"
    failure(checks.dtype, [1.0], "integer", "integers")
    with pytest.raises(ValueError, match="take float, integer"):
        checks.dtype([1], "number", "numbers")


def test_raises_tells_no_error_from_another_error():
    def fails(error):
        def function():
            raise error

        return function

    checks.raises(ValueError, fails(ValueError("no")), "k is checked")
    said = failure(checks.raises, ValueError, fails(KeyError("k")), "checked")
    assert "expected ValueError, got KeyError: 'k'" in said
    said = failure(checks.raises, ValueError, lambda: 3, "checked")
    assert "got an answer and no error" in said
    for wanted in (Exception, RuntimeError):  # the open stub is not it
        with pytest.raises(NotImplementedError):
            checks.raises(wanted, fails(NotImplementedError()), "checked")


def test_unchanged_sees_a_write_into_the_input():
    image = np.arange(3)
    before = image.copy()
    checks.unchanged(before, image, "the picture stays")
    image[1] = 9
    said = failure(checks.unchanged, before, image, "the picture stays")
    assert "changed in place" in said
    assert "expected [0 1 2]\n  got      [0 9 2]" in said


def test_the_copy_does_not_follow_its_source():
    source = np.arange(3)
    copy = plain(source)
    source[0] = 9
    assert copy[0] == 0


def test_lists_without_end_are_refused():
    endless = []
    endless.append(endless)
    assert "nested" in failure(checks.equal, endless, [1], "a list")


def test_a_mistake_in_the_expected_value_is_not_the_learners():
    with pytest.raises(NotPlainError):
        checks.equal([1], {1}, "a set")


@pytest.fixture
def shell(tmp_path, monkeypatch):
    """An IPython that runs in a workspace with checks imported."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "ipython"))
    monkeypatch.setenv("COURSE_WORKSPACE", str(tmp_path / "my_lessons"))
    (tmp_path / "my_lessons").mkdir()
    monkeypatch.chdir(tmp_path / "my_lessons")
    InteractiveShell.clear_instance()
    config = Config({"HistoryManager": {"enabled": False}})
    running = InteractiveShell.instance(config=config)
    running.run_cell("import numpy as np\nfrom utils import checks")
    tries.watch()  # the import above may not have been the first
    yield running
    InteractiveShell.clear_instance()


def run(shell, source):
    """Run a cell; return the text and the displayed bundles."""
    with capture_output() as captured:
        shell.run_cell(source, store_history=True)
    return captured.stdout, [output.data for output in captured.outputs]


def kept(tmp_path):
    return progress.show().exercises.get("02-vote")


WRONG = "def vote(neighbours, num_classes):\n    return [1]"
STUB = "def vote(neighbours, num_classes):\n    raise NotImplementedError()"


def test_a_failed_check_shows_its_message_and_no_traceback(shell):
    text, _ = run(shell, WRONG + "\n" + CHECK)
    assert text == "✘ two votes beat one\n  expected [3]\n  got      [1]\n"


def test_an_open_stub_shows_a_friendly_line_in_its_check_cell_only(shell):
    run(shell, STUB)
    text, _ = run(shell, CHECK)
    assert text.startswith("○ 02-vote is still open")
    assert "Traceback" not in text
    text, _ = run(shell, "vote(0, 0)")
    assert "Traceback" in text


def test_a_known_mistake_gets_its_own_message():
    mistakes = [([1, 2, 3], "another shape"), ([4, 2], "that is the first")]
    with pytest.raises(checks.CheckFailed, match="that is the first"):
        checks.equal([4, 2], [2, 4], "sorted", mistakes)
    with pytest.raises(checks.CheckFailed, match="sorted"):
        checks.equal([9, 9], [2, 4], "sorted", mistakes)
    with pytest.raises(checks.CheckFailed, match="not squared"):
        checks.close(0.3, 0.09, "area", [(0.1 + 0.2, "not squared")])
    checks.equal([2, 4], [2, 4], "sorted", [([2, 4], "never said")])


def test_an_answer_that_was_not_run_is_named_and_is_no_try(shell, tmp_path):
    text, _ = run(shell, CHECK)
    assert text.startswith("○ 02-vote cannot be checked yet: `vote` is not")
    assert "Traceback" not in text
    assert kept(tmp_path) is None


def test_a_slip_inside_the_answer_keeps_its_traceback(shell, tmp_path):
    run(shell, "def vote(*_):\n    return labls")
    text, _ = run(shell, CHECK)
    assert "Traceback" in text and "labls" in text
    assert kept(tmp_path)["tries"] == 1


def test_the_open_stub_is_still_an_error(shell):
    run(shell, STUB)
    with capture_output():
        result = shell.run_cell(CHECK)
    assert isinstance(result.error_in_exec, NotImplementedError)


def test_each_failed_run_is_a_try_and_the_stub_is_none(shell, tmp_path):
    run(shell, STUB)
    run(shell, CHECK)
    run(shell, "def vote(*_): pass")
    run(shell, CHECK)
    assert kept(tmp_path) is None
    run(shell, WRONG)
    run(shell, CHECK)
    run(shell, "vote = lambda *_: 1 / 0")
    run(shell, CHECK)
    assert kept(tmp_path) == {"passed": None, "tries": 2}
    run(shell, SOLUTION)
    _, shown = run(shell, CHECK)
    assert [b["text/plain"] for b in shown] == ["✔ 02-vote: all checks passed"]
    passed = kept(tmp_path)
    assert passed["passed"]
    assert passed["tries"] == 3
    run(shell, WRONG)
    run(shell, CHECK)
    assert kept(tmp_path) == passed


def test_a_cell_without_done_is_no_try(shell, tmp_path):
    run(shell, 'checks.equal(1, 2, "one")\n# checks.done("02-vote")')
    assert kept(tmp_path) is None


def test_importing_the_checks_twice_counts_once(shell, tmp_path):
    run(shell, "import importlib\nfrom utils import tries")
    run(shell, "importlib.reload(tries).watch()\nimportlib.reload(checks)")
    run(shell, WRONG)
    run(shell, CHECK)
    assert kept(tmp_path)["tries"] == 1


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project whose notebooks/ holds one small lesson."""
    monkeypatch.setattr("utils.settings.project_root", lambda: tmp_path)
    write(small_lesson(), tmp_path / "notebooks" / "02_small.ipynb")
    return tmp_path


def test_a_solution_is_shown_without_its_markers(shell, project):
    _, shown = run(shell, 'checks.show_solution("02-vote")')
    region = "\n".join(SOLUTION.splitlines()[2:-1])
    assert shown[0]["text/markdown"].endswith(f"```python\n{region}\n```")
    assert region in shown[0]["text/plain"]
    assert "###" not in str(shown)


def test_a_solution_of_several_methods_is_shown_as_the_whole_class(
    shell, project
):
    method = "    def {}(self):\n        ### BEGIN SOLUTION\n"
    method += "        return {}\n        ### END SOLUTION\n"
    answer = 'class Two:\n    """Two methods."""\n\n'
    answer += method.format("one", 1) + method.format("two", 2)
    path = project / "notebooks" / "02_small.ipynb"
    write(small_lesson(answer), path)
    _, shown = run(shell, 'checks.show_solution("02-vote")')
    text = shown[0]["text/plain"]
    assert "class Two:" in text
    assert "def two(self):\n        return 2" in text
    assert "###" not in text


def test_an_unknown_exercise_is_met_with_the_near_names(shell, project):
    text, _ = run(shell, 'checks.show_solution("02-vot")')
    assert text == "No exercise is called '02-vot'. Did you mean 02-vote?\n"
    text, _ = run(shell, 'checks.show_solution("xyz")')
    assert text == "No exercise is called 'xyz'. There are 02-vote\n"


@pytest.mark.parametrize("left", ["no folder", "an unsolved lesson"])
def test_a_copy_without_solutions_says_that_they_come_later(
    shell, project, left
):
    lesson = project / "notebooks" / "02_small.ipynb"
    lesson.unlink()
    if left == "no folder":
        lesson.parent.rmdir()
    else:
        write(small_lesson(STUB), lesson)
    _, shown = run(shell, 'checks.show_solution("02-vote")')
    assert "They come later" in shown[0]["text/plain"]


def test_done_prints_its_line_where_no_ipython_runs(capsys):
    InteractiveShell.clear_instance()
    checks.done("02-vote")
    assert capsys.readouterr().out == "✔ 02-vote: all checks passed\n"
