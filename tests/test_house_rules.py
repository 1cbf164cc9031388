"""Each house rule finds what it is there to find, on made-up bad lessons."""

import ast

import good_lesson
import house_rules
import pytest
from house_rules import Lesson
from nbformat import v4

SPOILERS = []


def spoils(rule, words):
    """Register a function that breaks `rule`; the complaint says `words`."""

    def register(function):
        SPOILERS.append(
            pytest.param(rule, words, function, id=function.__name__)
        )
        return function

    return register


@pytest.fixture
def path(tmp_path):
    return good_lesson.write_project(tmp_path)


def find(nb, start):
    """Return the first cell whose source begins with `start`."""
    return next(cell for cell in nb.cells if cell.source.startswith(start))


def insert(nb, before, *cells):
    """Put cells before the first one whose source begins with `before`."""
    index = nb.cells.index(find(nb, before))
    nb.cells[index:index] = cells


def code(source, **more):
    return v4.new_code_cell(source, **more)


def text(source):
    return v4.new_markdown_cell(source)


def test_the_good_lesson_keeps_every_rule(path):
    lesson = Lesson(path, good_lesson.notebook())
    for rule in house_rules.RULES:
        assert rule(lesson) == [], rule.__name__


def test_every_rule_has_a_lesson_that_breaks_it():
    tested = {param.values[0] for param in SPOILERS}
    assert tested == set(house_rules.RULES)


@spoils(house_rules.metadata_describes_the_course, "metadata.course.lesson")
def lesson_is_named_otherwise_in_its_metadata(nb):
    nb.metadata.course.lesson = "03_other"


@spoils(house_rules.metadata_describes_the_course, "minutes")
def minutes_were_never_measured(nb):
    del nb.metadata.course["minutes"]


@spoils(house_rules.metadata_describes_the_course, "title")
def title_differs_from_the_metadata(nb):
    nb.metadata.course.title = "Count digits"


@spoils(house_rules.opening_has_one_title_and_at_most_60_words, "61 words")
def opening_is_one_word_too_long(nb):
    nb.cells[0].source = good_lesson.OPENING.replace(
        "Which digits are bright?", "word " * 45
    )


@spoils(house_rules.opening_has_one_title_and_at_most_60_words, "# Verb")
def second_title_stands_below(nb):
    insert(nb, "## Summary", text("# Another title"))


@spoils(house_rules.opening_says_what_you_build_learn_and_need, "You need")
def needs_are_not_said(nb):
    nb.cells[0].source = good_lesson.OPENING.replace("**You need**", "Take")


@spoils(house_rules.opening_says_what_you_build_learn_and_need, "2 things")
def only_two_things_are_learned(nb):
    nb.cells[0].source = good_lesson.OPENING.replace("- to doubt\n", "")


@spoils(house_rules.opening_says_what_you_build_learn_and_need, "GB")
def memory_is_not_said(nb):
    nb.cells[0].source = good_lesson.OPENING.replace("0.5 GB", "little")


@spoils(house_rules.opening_shows_one_picture, "0 pictures")
def opening_has_no_picture(nb):
    nb.cells[0].source = good_lesson.OPENING.split("![")[0]


@spoils(house_rules.sections_stand_in_order, "end with")
def summary_is_missing(nb):
    nb.cells.remove(find(nb, "## Summary"))


@spoils(house_rules.sections_stand_in_order, "is no step")
def section_has_a_name_of_its_own(nb):
    insert(nb, "## Evaluate", text("## Have fun\nMore of it."))


@spoils(house_rules.sections_stand_in_order, "comes after")
def build_stands_after_evaluate(nb):
    insert(nb, "## Results", text("## Build\nToo late for that."))


@spoils(house_rules.sections_stand_in_order, "first ## heading")
def setup_is_missing(nb):
    nb.cells.remove(find(nb, "## Setup"))


@spoils(house_rules.imports_stand_in_one_cell_under_setup, "imports; move")
def import_stands_in_a_function_further_down(nb):
    insert(nb, "## Evaluate", code("def f():\n    import os\n    return os"))


@spoils(house_rules.figures_have_the_style_of_the_course, "under the imports")
def figures_look_as_matplotlib_likes(nb):
    insert(nb, "## Evaluate", code("plots.show_images(digits)"))


@spoils(house_rules.settings_follow_the_imports_with_the_seed_last, "SEED")
def seed_does_not_come_last(nb):
    find(nb, "THRESHOLD").source += "\nBATCH = 3"


@spoils(house_rules.settings_follow_the_imports_with_the_seed_last, "upper")
def setting_is_written_small(nb):
    find(nb, "THRESHOLD").source = "epochs = 3\nSEED = settings.seed(0)"


@spoils(house_rules.profile_is_used_only_through_settings_pick, "profile")
def lesson_branches_on_the_profile(nb):
    find(
        nb, "bright ="
    ).source = 'if settings.profile() == "smoke":\n    bright = 3'


@spoils(house_rules.profile_is_used_only_through_settings_pick, "outside")
def number_is_picked_outside_the_settings(nb):
    find(nb, "bright =").source = "settings.pick(smoke=1, cpu=2, gpu=3)"


@spoils(house_rules.checked_cells_have_stored_outputs, "stores nothing")
def checked_cell_has_lost_its_output(nb):
    find(nb, "bright =").outputs = []


@spoils(house_rules.checked_cells_have_stored_outputs, "stores nothing")
def checked_cell_has_lost_its_count(nb):
    find(nb, "bright =").execution_count = None


@spoils(house_rules.checked_cells_have_stored_outputs, "use a tag")
def cell_is_marked_by_a_comment(nb):
    find(nb, "bright =").source = "# NBVAL_CHECK_OUTPUT\n28 * 28"


@spoils(house_rules.no_cell_may_fail_or_be_skipped, "raises-exception")
def solved_cell_may_raise(nb):
    find(nb, "bright =").metadata.tags = ["raises-exception"]


@spoils(house_rules.no_cell_may_fail_or_be_skipped, "ValueError")
def error_is_stored(nb):
    find(nb, "bright =").outputs = [
        v4.new_output("error", ename="ValueError", evalue="", traceback=[])
    ]


@spoils(house_rules.execution_counts_run_from_1, "counts are")
def cells_ran_out_of_order(nb):
    find(nb, "bright =").execution_count = 99


@spoils(house_rules.cells_have_unique_ids, "stands twice")
def cell_was_copied_with_its_id(nb):
    nb.cells[5].id = nb.cells[4].id


@spoils(house_rules.graded_cells_have_unique_grade_ids, "stands twice")
def graded_cell_was_copied(nb):
    find(nb, "def two").metadata.nbgrader.grade_id = "02-one"


@spoils(house_rules.graded_cells_have_unique_grade_ids, "begin with 02-")
def grade_id_belongs_to_another_lesson(nb):
    find(nb, "def two").metadata.nbgrader.grade_id = "03-two"


@spoils(house_rules.no_path_of_one_machine, "/home/")
def home_folder_is_in_an_output(nb):
    find(nb, "bright =").outputs = good_lesson.displayed("'/home/ada/x.npy'")


@spoils(house_rules.no_path_of_one_machine, "~/")
def home_folder_is_in_the_text(nb):
    find(nb, "## Summary").source += " It lies in ~/data."


@spoils(house_rules.data_is_found_by_utils_not_by_path, "../data")
def data_is_found_from_the_folder_of_the_kernel(nb):
    find(nb, "bright =").source = 'np.load("../data/x.npy")'


@spoils(house_rules.data_is_found_by_utils_not_by_path, "sys.path")
def path_of_modules_is_changed(nb):
    find(nb, "bright =").source = 'sys.path.append("utils")'


@spoils(house_rules.data_is_found_by_utils_not_by_path, "absolute")
def path_begins_at_the_root(nb):
    find(nb, "bright =").source = 'np.load("/srv/data/x.npy")'


@spoils(house_rules.keras_not_tensorflow_is_used, "tf")
def tensorflow_is_called(nb):
    find(nb, "bright =").source = "tf.reduce_mean(train.images)"


@spoils(house_rules.no_cell_installs_or_downloads, "%pip install")
def package_is_installed(nb):
    find(nb, "bright =").source = "%pip install rich"


@spoils(house_rules.no_cell_installs_or_downloads, "keras.datasets")
def data_comes_past_the_loaders(nb):
    find(nb, "bright =").source = "keras.datasets.mnist.load_data()"


@spoils(house_rules.test_is_locked_until_evaluate, "test.images")
def images_of_test_are_opened_early(nb):
    find(nb, "train.images").source = "test.images.mean()"


@spoils(house_rules.test_is_locked_until_evaluate, "holdout.labels")
def labels_of_test_are_opened_under_another_name(nb):
    find(nb, "train, val").source = "a, b, holdout = data.load_mnist()"
    find(nb, "train.images").source = "len(holdout.labels)"


@spoils(house_rules.test_is_locked_until_evaluate, "apart")
def split_test_is_taken_apart_early(nb):
    find(nb, "train.images").source = "images, *rest = test\nimages[0]"


@spoils(house_rules.test_is_locked_until_evaluate, "unpack")
def splits_are_kept_in_one_name(nb):
    find(nb, "train, val").source = "splits = data.load_mnist()"


@spoils(house_rules.lines_are_at_most_80_characters, "81 characters")
def line_is_one_character_too_long(nb):
    find(nb, "bright =").source = "x = " + "1" * 77


@spoils(house_rules.cells_are_at_most_20_lines, "21 lines")
def cell_is_one_line_too_long(nb):
    find(nb, "bright =").source = "\n".join(["bright = 1"] * 21)


@spoils(house_rules.cells_are_at_most_20_lines, "26 lines; at most 25")
def imports_are_one_line_too_long(nb):
    cell = find(nb, "import numpy")
    lines = cell.source.strip().splitlines()
    cell.source = "\n".join([*lines, *["import os"] * (26 - len(lines))])


@spoils(house_rules.cells_are_at_most_20_lines, "26 lines")
def answer_is_one_line_too_long(nb):
    cell = find(nb, "def two")
    lines = cell.source.splitlines()
    cell.source = "\n".join(lines[:2] + ["    x = 1"] * 21 + lines[2:])


@spoils(house_rules.cells_are_at_most_20_lines, "49 lines")
def check_is_one_visible_line_too_long(nb):
    cell = find(nb, "checks.equal(two")
    cell.source = "x = 1\n" * 47 + cell.source


@spoils(house_rules.text_stands_before_every_code_cell, "shows nothing")
def second_cell_in_a_row_shows_nothing(nb):
    cell = find(nb, "train.images")
    cell.source, cell.outputs = "shape = train.images.shape", []


@spoils(house_rules.text_stands_before_every_code_cell, "3 in a row")
def three_code_cells_stand_in_a_row(nb):
    insert(nb, "## Evaluate", code("1 + 1"))


@spoils(house_rules.text_stands_before_every_code_cell, "only a heading")
def heading_stands_without_text(nb):
    find(nb, "## Evaluate").source = "## Evaluate"


@spoils(house_rules.prose_has_no_filler_words, "Simply")
def text_says_simply(nb):
    find(nb, "## Summary").source += " Simply add them."


@spoils(house_rules.prose_has_no_filler_words, "let's")
def text_says_lets_with_a_curly_apostrophe(nb):
    find(nb, "## Summary").source += " Now let’s go on."


@spoils(house_rules.prose_has_no_filler_words, "just")
def check_says_just(nb):
    cell = find(nb, "checks.equal(one")
    cell.source = cell.source.replace("128 is bright", "just add")


@spoils(house_rules.stored_outputs_hold_no_widget_views, "widget view")
def widget_view_is_stored(nb):
    find(nb, "bright =").outputs = [
        v4.new_output(
            "display_data",
            {"application/vnd.jupyter.widget-view+json": {}, "text/html": ""},
        )
    ]


@spoils(house_rules.stored_outputs_hold_no_widget_views, "metadata.widgets")
def widget_state_is_stored(nb):
    nb.metadata.widgets = {}


@spoils(house_rules.stored_outputs_hold_no_widget_views, "nothing static")
def widget_stands_without_a_picture(nb):
    find(nb, "bright =").outputs = good_lesson.displayed(
        "interactive(children=(IntSlider(value=0),))"
    )


@spoils(house_rules.stored_outputs_hold_no_warnings, "stderr")
def warning_is_stored(nb):
    find(nb, "bright =").outputs = [
        v4.new_output("stream", name="stderr", text="Warning: …")
    ]


@spoils(house_rules.stored_results_come_from_real_data, "embedded data")
def table_holds_a_run_without_real_data(nb):
    row = "LeNet-5  shapes32 (embedded)  97.70"
    find(nb, "bright =").outputs = [
        v4.new_output("execute_result", data={"text/plain": row})
    ]


@spoils(house_rules.pictures_in_text_are_local_and_described, "local")
def picture_comes_from_the_web(nb):
    find(
        nb, "## Summary"
    ).source += "\n![A cat on a sofa](https://example.org/cat.png)"


@spoils(house_rules.pictures_in_text_are_local_and_described, "exist")
def picture_does_not_exist(nb):
    find(nb, "## Summary").source += "\n![A cat on a sofa](images/cat.png)"


@spoils(house_rules.pictures_in_text_are_local_and_described, "alt text")
def picture_tag_is_not_described(nb):
    find(nb, "## Summary").source += '\n<img src="images/digits.png">'


@spoils(house_rules.no_line_of_text_begins_with_a_year_and_a_full_stop, "1998")
def year_begins_a_line(nb):
    find(nb, "## Summary").source += "\n- LeCun,\n  1998. LeNet."


@spoils(house_rules.exercises_are_3_to_5, "2 graded")
def exercise_is_missing(nb):
    nb.cells.remove(find(nb, "def two"))


@spoils(house_rules.exercises_have_text_hints_answer_and_check, "missing")
def exercise_has_no_check(nb):
    nb.cells.remove(find(nb, "checks.equal(two"))


@spoils(house_rules.exercises_have_text_hints_answer_and_check, "order")
def answer_stands_before_its_text(nb):
    cell = find(nb, "def two")
    nb.cells.remove(cell)
    insert(nb, "### Count two", cell)


@spoils(house_rules.exercises_have_text_hints_answer_and_check, "no code")
def code_stands_between_answer_and_check(nb):
    insert(nb, "checks.equal(two", code("two(np.zeros((1, 2, 2)))"))


@spoils(house_rules.exercises_have_text_hints_answer_and_check, "points")
def check_gives_no_points(nb):
    del find(nb, "checks.equal(two").metadata.nbgrader["points"]


@spoils(house_rules.exercises_have_text_hints_answer_and_check, "locked")
def check_may_be_changed(nb):
    find(nb, "checks.equal(two").metadata.nbgrader.locked = False


@spoils(house_rules.exercises_have_text_hints_answer_and_check, "done")
def check_does_not_end_with_done(nb):
    cell = find(nb, "checks.equal(two")
    cell.source = cell.source.replace('checks.done("02-two")', "")


@spoils(house_rules.exercises_have_text_hints_answer_and_check, "visible check")
def everything_is_checked_in_hiding(nb):
    cell = find(nb, "checks.equal(two")
    cell.source = cell.source[cell.source.index("checks.done") :]


@spoils(house_rules.exercises_have_text_hints_answer_and_check, "SOLUTION")
def solution_is_not_marked(nb):
    cell = find(nb, "def two")
    cell.source = cell.source.replace("    ### END SOLUTION", "")


@spoils(house_rules.exercises_have_three_nested_hints, "three <details>")
def hints_stand_side_by_side(nb):
    cell = find(nb, "<details>")
    cell.source = cell.source.replace("<details>", "</details><details>")


@spoils(house_rules.exercises_have_three_nested_hints, "show_solution")
def last_hint_does_not_lead_to_the_solution(nb):
    cell = find(nb, "<details>")
    cell.source = cell.source.replace("show_solution", "help")


@spoils(house_rules.exercises_are_leaves, "uses train")
def exercise_uses_a_variable_of_the_lesson(nb):
    cell = find(nb, "checks.equal(two")
    cell.source = cell.source.replace("np.full((1, 2, 2), 128)", "train.images")


@spoils(house_rules.exercises_are_leaves, "uses one")
def exercise_uses_the_answer_of_another(nb):
    cell = find(nb, "def two")
    cell.source = cell.source.replace("np.sum(images", "np.sum(one(images)")


@spoils(house_rules.exercises_are_leaves, "made in 02-one")
def lesson_goes_on_with_an_answer(nb):
    insert(nb, "Four questions", text("And now again."), code("one(3)"))


@spoils(house_rules.lesson_asks_at_least_4_questions, "3 questions")
def question_is_missing(nb):
    nb.cells.remove(find(nb, 'questions.ask(\n    "02-q4"'))


@spoils(house_rules.lesson_asks_at_least_4_questions, "stands twice")
def question_was_copied(nb):
    cell = find(nb, 'questions.ask(\n    "02-q4"')
    cell.source = cell.source.replace("q4", "q3")


@spoils(house_rules.lesson_asks_at_least_4_questions, "none of the answers")
def right_answer_cannot_be_chosen(nb):
    cell = find(nb, 'questions.ask(\n    "02-q4"')
    cell.source = cell.source.replace('correct="784"', 'correct="785"')


# Rules that look beside the notebook have a spoiler that takes its path.


@spoils(house_rules.file_is_named_by_number_and_topic, "name it like")
def file_has_no_number(nb, path):
    return path.with_name("counting.ipynb")


@spoils(house_rules.notebook_is_at_most_1_megabyte, "1.10 MB")
def file_is_too_large(nb, path):
    path.write_bytes(b"x" * 1_100_000)
    return path


@spoils(house_rules.exercises_have_four_wrong_solutions, "3 wrong")
def wrong_solution_is_missing(nb, path):
    tests = path.parent.parent / "tests"
    (tests / "misconceptions" / "02-one" / "wrong_0.py").unlink()
    return path


@spoils(house_rules.exercises_have_four_wrong_solutions, "message")
def wrong_solution_expects_no_message(nb, path):
    tests = path.parent.parent / "tests"
    (tests / "misconceptions" / "02-one" / "wrong_0.py").write_text(
        '"""A mistake."""\nx = 1\n', encoding="utf-8"
    )
    return path


@spoils(house_rules.taught_code_is_not_imported_by_its_own_lesson, "teaches")
def lesson_imports_what_it_teaches(nb, path):
    taught = path.parent.parent / "utils" / "taught" / "counting.py"
    taught.write_text('LESSON = "02_counting"\n', encoding="utf-8")
    find(nb, "import numpy").source += "\nfrom utils.taught import counting"
    return path


@pytest.mark.parametrize(("rule", "says", "spoil"), SPOILERS)
def test_rule_complains_about_a_lesson_that_breaks_it(path, rule, says, spoil):
    nb = good_lesson.notebook()
    if spoil.__code__.co_argcount == 2:
        path = spoil(nb, path)
    else:
        spoil(nb)
    complaints = rule(Lesson(path, nb))
    assert any(says in complaint for complaint in complaints), complaints


def test_lesson_00_may_be_shorter_than_the_others(path):
    nb = good_lesson.notebook()
    for start in ("### Count two", "### Count three"):
        index = nb.cells.index(find(nb, start))
        del nb.cells[index : index + 4]
    for name in ("q2", "q3", "q4"):
        nb.cells.remove(find(nb, f'questions.ask(\n    "02-{name}"'))
    nb.cells.remove(find(nb, "## Results"))
    lesson = Lesson(path.with_name("00_counting.ipynb"), nb)
    for rule in (
        house_rules.exercises_are_3_to_5,
        house_rules.lesson_asks_at_least_4_questions,
        house_rules.sections_stand_in_order,
    ):
        complaints = [c for c in rule(lesson) if "begin with 00-" not in c]
        assert complaints == [], rule.__name__


def test_step_may_come_again_for_a_named_idea(path):
    nb = good_lesson.notebook()
    again = "## Evaluate: with other eyes\nLook at them again."
    insert(nb, "## Results", text("## Build: another\nOne more."), text(again))
    assert house_rules.sections_stand_in_order(Lesson(path, nb)) == []


def test_words_in_code_are_no_filler_words(path):
    nb = good_lesson.notebook()
    find(nb, "## Summary").source += " Set `knobs=easy` first."
    assert house_rules.prose_has_no_filler_words(Lesson(path, nb)) == []


def test_free_names_are_those_that_python_would_look_up_outside():
    source = (
        "def f(a, *, b=DEFAULT):\n"
        "    c = [x + shift for x in a]\n"
        "    return sum(c) + b\n"
        "y = f([1]) + known\n"
        "known = 2\n"
    )
    assert house_rules.free_names(source) == {"DEFAULT", "shift"}


def test_stub_keeps_the_contract_and_loses_the_solution():
    source = good_lesson.ANSWER.format(name="one")
    left = house_rules.stub(source)
    assert "np.sum" not in left and "SOLUTION" not in left
    function = ast.parse(left).body[0]
    assert ast.get_docstring(function).startswith("Return the number")
    with pytest.raises(NotImplementedError):
        space = {}
        exec(left, space)
        space["one"](None)


def test_visible_part_of_a_check_has_no_hidden_tests():
    seen = house_rules.visible(good_lesson.CHECK.format(name="one"))
    assert "128 is bright" in seen and "checks.done" in seen
    assert "200" not in seen and "HIDDEN" not in seen


TAUGHT = '''\
"""What lesson 02 taught."""

LESSON = "02_counting"


def count(images):
    """Return the number of pixels."""
    return images.size
'''


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (("images.size", "images.shape"), "differs"),
        (("number of", "count of"), "differs"),
        (("def count", "def other"), "not defined"),
    ],
)
def test_taught_function_must_equal_the_one_in_the_lesson(path, change, says):
    nb = good_lesson.notebook()
    insert(
        nb, "## Evaluate", text("So count."), code(TAUGHT.split("\n\n\n")[1])
    )
    lesson = Lesson(path, nb)
    assert house_rules.untaught(TAUGHT, lesson) == []
    complaints = house_rules.untaught(TAUGHT.replace(*change), lesson)
    assert says in " ".join(complaints)


def test_readme_must_list_every_lesson_and_no_other():
    readme = "| [Count](notebooks/02_counting.ipynb) | 2 min |"
    assert house_rules.readme_problems(readme, ["02_counting"]) == []
    assert "no row for 03_more" in " ".join(
        house_rules.readme_problems(readme, ["02_counting", "03_more"])
    )
    assert "does not exist" in " ".join(house_rules.readme_problems(readme, []))
