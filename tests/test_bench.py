"""The bench of the misconception tests judges answers rightly itself."""

import good_lesson
import pytest
import test_misconceptions as bench
from house_rules import Lesson, stub, visible


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A bench for the small lesson, and its first exercise."""
    path = good_lesson.write_project(tmp_path_factory.mktemp("project"))
    lesson = Lesson(path, good_lesson.notebook())
    made = bench.Bench(lesson)
    yield made, lesson.exercises["02-one"]
    made.close()


def outcome_of(small, answer):
    made, exercise = small
    return bench.judge(made, exercise, answer, visible(exercise.check.source))


def test_right_answer_passes(small):
    made, exercise = small
    answer, check = exercise.answer.source, exercise.check.source
    assert bench.judge(made, exercise, answer, check)["raised"] is None


def test_stub_is_stopped(small):
    answer = stub(small[1].answer.source)
    assert outcome_of(small, answer)["raised"] == "NotImplementedError"


WRONG = "def one(images):\n    return np.array([3])"
MESSAGE = "# message: 128  is Bright\n"


def test_wrong_answer_is_rejected_with_the_words_of_the_check(small):
    outcome = outcome_of(small, WRONG)
    assert bench.complaints(outcome, MESSAGE) == []
    assert bench.complaints(outcome, "# message: too dark\n")


def test_wrong_answer_that_crashes_is_not_taught_by_a_check(small):
    outcome = outcome_of(small, "def one(images):\n    return images.nothing")
    assert "AttributeError" in bench.complaints(outcome, MESSAGE)[0]


def test_wrong_answer_that_only_hidden_tests_find_is_reported(small):
    answer = "def one(images):\n    return np.array([4])"
    complaints = bench.complaints(outcome_of(small, answer), MESSAGE)
    assert complaints == ["the visible checks accept this wrong solution"]


def test_answers_do_not_see_what_another_answer_left_behind(small):
    outcome_of(small, "left = 3\nnp = None\ndef one(images):\n    return left")
    outcome = outcome_of(small, "def one(images):\n    return left")
    assert outcome["raised"] == "NameError"
    assert outcome_of(small, WRONG)["failed_check"]
