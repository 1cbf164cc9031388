"""The house rules for lessons, each a function from a lesson to complaints.

A rule takes a Lesson and returns a list of sentences: which cell breaks it,
how, and what to do. An empty list means that the lesson keeps the rule. The
rules themselves are tested on made-up bad lessons in test_house_rules.py, the
lessons in test_lessons.py. CONTRIBUTING.md lists them for authors.
"""

import ast
import builtins
import re
import symtable
from html.parser import HTMLParser
from pathlib import Path

STEPS = (
    "Look at the data",
    "Prepare",
    "Build",
    "Train",
    "Evaluate",
    "What went wrong",
)
ENDING = ("Results so far", "Summary", "Exercises", "Further reading")
CHECKED = "nbval-check-output"
STYLE = 'plt.style.use("utils.course")'
FILLERS = (
    "simply",
    "just",
    "obviously",
    "easy",
    "easily",
    "crucial",
    "powerful",
    "let's",
    "dive in",
    "dive into",
    "now let us",
)
OPENING_WORDS = 60
LINE = 80
CELL_LINES = 20
IMPORT_LINES = 25  # the formatter gives each name a line
ANSWER_LINES = 25
CLASS_LINES = 25  # it cannot be split
CHECK_LINES = 48  # visible; the hidden tests count for themselves
QUESTION_LINES = 30
NOTEBOOK_BYTES = 1_000_000
HIDDEN = re.compile(
    r"^ *### BEGIN HIDDEN TESTS *\n(.*?)^ *### END HIDDEN TESTS *\n?",
    re.M | re.S,
)
SOLUTION = re.compile(
    r"^( *)### BEGIN SOLUTION *\n(.*?)^ *### END SOLUTION *$", re.M | re.S
)
IMAGE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<source>[^)\s]+)[^)]*\)")
IMAGE_TAG = re.compile(r"<img\b[^>]*>", re.I)
MACHINE_PATH = re.compile(
    r"(?<![\w.])(/(home|Users|root|tmp|work|usr|opt|var|mnt|private|content)/"
    r"|[A-Za-z]:\\\w|~/)"
)
WIDGET_TEXT = re.compile(
    r"^(interactive|\w*(Box|Slider|Buttons?|Dropdown|Output|Checkbox|Tab|"
    r"Accordion|Select|Text|Play|Image))\(\w+="
)
IMPORTANT_TAGS = ("raises-exception", "nbval-raises-exception", "nbval-skip")


class Cell:
    """One cell of a lesson: where it stands and what is asked about it."""

    def __init__(self, index, node, section):
        self.index = index
        self.node = node
        self.section = section  # the last `## ` heading at or above it, or ""
        self.source = node["source"]
        self.is_code = node["cell_type"] == "code"
        self.grader = node["metadata"].get("nbgrader") or {}
        self.outputs = node.get("outputs", []) if self.is_code else []
        self._tree = None

    @property
    def name(self):
        """How a complaint names the cell: number in the file, first line."""
        lines = self.source.strip().splitlines()
        return f"cell {self.index} ({lines[0][:40] if lines else 'empty'!r})"

    @property
    def tree(self):
        """The cell's syntax tree; magics and shell lines become `pass`."""
        if self._tree is None:
            self._tree = ast.parse(without_magics(self.source))
        return self._tree

    @property
    def tags(self):
        return self.node["metadata"].get("tags", [])

    @property
    def grade_id(self):
        return self.grader.get("grade_id", "")

    @property
    def is_answer(self):
        return self.is_code and bool(self.grader.get("solution"))

    @property
    def is_check(self):
        return self.is_code and bool(self.grader.get("grade"))

    @property
    def is_question(self):
        return self.is_code and "questions.ask(" in self.source

    @property
    def displays(self):
        """Whether the cell shows something: by its code or stored output."""
        if any(out["output_type"] != "error" for out in self.outputs):
            return True
        body = self.tree.body
        return bool(body) and isinstance(body[-1], ast.Expr)


class Lesson:
    """A notebook with its path, split into cells that know their section."""

    def __init__(self, path, node):
        self.path = Path(path)
        self.node = node
        self.number = self.path.name[:2]
        self.is_start = self.number == "00"
        self.cells = []
        section = ""
        for index, cell in enumerate(node["cells"]):
            if cell["cell_type"] == "markdown":
                found = headings(cell["source"])
                section = found[-1] if found else section
            self.cells.append(Cell(index, cell, section))

    @property
    def code(self):
        return [cell for cell in self.cells if cell.is_code]

    @property
    def prose(self):
        return [c for c in self.cells if c.node["cell_type"] == "markdown"]

    @property
    def headings(self):
        return [h for cell in self.prose for h in headings(cell.source)]

    @property
    def setup(self):
        """The code cells under ## Setup: imports, then settings."""
        return [cell for cell in self.code if cell.section == "Setup"]

    @property
    def opening(self):
        """The text of all cells above ## Setup."""
        above = []
        for cell in self.cells:
            if cell.section:
                break
            above.append(cell.source)
        return "\n\n".join(above)

    @property
    def exercises(self):
        """{grade_id of the answer: Exercise}, in the order of the answers."""
        return {
            cell.grade_id: Exercise(self, cell)
            for cell in self.cells
            if cell.is_answer
        }

    def before_evaluate(self):
        """The code cells above the first ## Evaluate, or all of them."""
        cells = []
        for cell in self.cells:
            if step(cell.section) == "Evaluate":
                break
            if cell.is_code:
                cells.append(cell)
        return cells


class Exercise:
    """The cells of one exercise, found by the grade_id of its answer."""

    def __init__(self, lesson, answer):
        self.id = answer.grade_id
        self.answer = answer
        cells = lesson.cells
        self.text = named(cells, f"{self.id}-text")
        self.check = named(cells, f"{self.id}-check")
        self.hints = None
        if self.text and self.text.index + 1 < len(cells):
            self.hints = cells[self.text.index + 1]
        first = self.text.index if self.text else answer.index
        last = self.check.index if self.check else answer.index
        self.code = [c for c in cells[first : last + 1] if c.is_code]


def named(cells, grade_id):
    """Return the first cell with this grade_id, or None."""
    return next((c for c in cells if c.grade_id == grade_id), None)


def headings(source):
    """Return the texts of the `## ` headings, fenced code left out."""
    return re.findall(r"^## +(.+?) *#* *$", without_fences(source), re.M)


def step(heading):
    """Return the part of a heading that names the step: "Build: …" -> Build."""
    return re.split(r": | — | – ", heading)[0].strip()


def without_fences(source):
    """Return Markdown without its fenced and indented code blocks."""
    source = re.sub(r"^ *(```|~~~).*?^ *\1 *$", "", source, flags=re.M | re.S)
    return re.sub(r"^(\t| {4,})(?![-*\d]).*$", "", source, flags=re.M)


def plain(source):
    """Return the words a reader reads: no code, no tags, no link targets."""
    source = re.sub(r"`[^`]*`", " ", without_fences(source))
    source = IMAGE.sub(" ", source)
    source = re.sub(r"\]\([^)]*\)", "]", source)
    return re.sub(r"<[^>]+>|\$[^$]*\$", " ", source)


def words(text):
    """Return the words of a text: runs with a letter or a digit in them."""
    return [w for w in text.split() if re.search(r"\w", w)]


def without_magics(source):
    """Return code with every line magic and shell line made a comment."""
    return re.sub(r"^(\s*)[%!].*$", r"\1pass", source, flags=re.M)


def visible(source):
    """Return a check cell's code without its hidden tests."""
    return HIDDEN.sub("", source)


def stub(source):
    """Return an answer cell as a student gets it, its solution taken out."""
    return SOLUTION.sub(
        r"\1# YOUR CODE HERE\n\1raise NotImplementedError()", source
    )


def bound_names(code):
    """Return the names that code binds at its top level."""
    table = symtable.symtable(code, "cell", "exec")
    return {
        symbol.get_name()
        for symbol in table.get_symbols()
        if symbol.is_assigned() or symbol.is_imported() or symbol.is_namespace()
    }


def free_names(code):
    """Return the names that code takes from outside itself."""
    needed = set()

    def visit(table):
        top = table.get_type() == "module"
        for symbol in table.get_symbols():
            outside = symbol.is_global() or (top and not symbol.is_assigned())
            if symbol.is_referenced() and (outside or top):
                needed.add(symbol.get_name())
        for child in table.get_children():
            visit(child)

    visit(symtable.symtable(code, "cell", "exec"))
    return needed - bound_names(code) - set(dir(builtins))


def calls(tree, name):
    """Yield the calls of `module.function` in a syntax tree."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == name:
            yield node


# --- the rules ---------------------------------------------------------------


def file_is_named_by_number_and_topic(lesson):
    if re.fullmatch(r"\d\d_[a-z0-9_]+\.ipynb", lesson.path.name):
        return []
    return [f"{lesson.path.name}: name it like 02_knn_baselines.ipynb"]


def metadata_describes_the_course(lesson):
    about = lesson.node["metadata"].get("course", {})
    said = []
    if about.get("lesson") != lesson.path.stem:
        said.append(
            f"metadata.course.lesson is {about.get('lesson')!r}, expected "
            f"{lesson.path.stem!r}"
        )
    if not isinstance(about.get("short"), bool):
        said.append("metadata.course.short must be true or false")
    title = headings_1(lesson.opening)
    if not title or about.get("title") != title[0]:
        said.append("metadata.course.title must be the text of the # heading")
    for key in ("minutes", "memory_gb"):
        value = about.get(key)
        if isinstance(value, bool) or not isinstance(value, int | float):
            said.append(f"metadata.course.{key} must be a measured number")
    if lesson.node["metadata"].get("kernelspec", {}).get("name") != "python3":
        said.append("the kernel must be python3")
    return said


def headings_1(source):
    """Return the texts of the `# ` headings."""
    return re.findall(r"^# +(.+?) *$", without_fences(source), re.M)


def opening_has_one_title_and_at_most_60_words(lesson):
    titles = [t for cell in lesson.prose for t in headings_1(cell.source)]
    if not lesson.opening.lstrip().startswith("# ") or len(titles) != 1:
        return [f"open with one `# Verb phrase` heading; found {titles}"]
    question = lesson.opening.split("**You will build", 1)[0]
    body = "\n".join(
        line for line in question.splitlines() if not line.startswith("# ")
    )
    count = len(words(plain(body)))
    if not 0 < count <= OPENING_WORDS:
        return [f"{count} words between title and You will build; 1 to 60"]
    return []


def opening_says_what_you_build_learn_and_need(lesson):
    parts = [
        re.search(rf"\*\*{name}[.:]?\*\*", lesson.opening)
        for name in ("You will build", "You will learn", "You need")
    ]
    if not all(parts):
        return [
            "write **You will build**, **You will learn** and **You need** "
            "above ## Setup"
        ]
    places = [part.start() for part in parts]
    if places != sorted(places):
        return ["keep the order build, learn, need"]
    said = []
    learn = lesson.opening[places[1] : places[2]]
    count = len(re.findall(r"^ *(?:[-*]|\d+\.) +\S", learn, re.M))
    low = 1 if lesson.is_start else 3
    if not low <= count <= 5:
        said.append(f"You will learn lists {count} things; {low} to 5")
    need = lesson.opening[places[2] :]
    if not re.search(r"\d+ minutes?\b|\d+ min\b|[Aa] minute", need):
        said.append("You need must say how many minutes")
    if not re.search(r"\d(\.\d+)? GB\b", need):
        said.append("You need must say how many GB of memory")
    return said


def opening_shows_one_picture(lesson):
    count = len(IMAGE.findall(lesson.opening))
    count += len(IMAGE_TAG.findall(lesson.opening))
    if count == 1 or (lesson.is_start and count == 0):
        return []
    return [f"{count} pictures above ## Setup; show one"]


def sections_stand_in_order(lesson):
    found = lesson.headings
    if not found or found[0] != "Setup":
        return ["the first ## heading must be `## Setup`"]
    said = []
    if found.count("Setup") > 1:
        said.append("`## Setup` stands twice")
    ending = [h for h in found if h in ENDING]
    wanted = [
        h
        for h in ENDING
        if not lesson.is_start or h == "Exercises" or h in found
    ]
    if ending != wanted:
        said.append(f"end with {wanted} in this order; found {ending}")
    if ending and found[-len(ending) :] != ending:
        said.append(f"no other section may stand among {list(ENDING)}")
    if lesson.is_start:
        return said
    last = -1
    for heading in found[1:]:
        if heading in ENDING:
            break
        if step(heading) not in STEPS:
            said.append(
                f"`## {heading}` is no step; use {', '.join(STEPS)}, each "
                "also as `## Build: a second idea`"
            )
            continue
        rank = STEPS.index(step(heading))
        if rank <= last and heading == step(heading):
            said.append(
                f"`## {heading}` comes after `## {STEPS[last]}`: a step that "
                "begins a new idea names it, as in "
                f"`## {heading}: the second idea`"
            )
        last = rank
    return said


def imports_stand_in_one_cell_under_setup(lesson):
    importing = [
        cell
        for cell in lesson.code
        if any(
            isinstance(node, ast.Import | ast.ImportFrom)
            for node in ast.walk(cell.tree)
        )
    ]
    if not lesson.setup or importing[:1] != lesson.setup[:1]:
        return ["the first code cell under ## Setup must hold the imports"]
    return [
        f"{cell.name} imports; move that to the cell under ## Setup"
        for cell in importing[1:]
    ]


def figures_have_the_style_of_the_course(lesson):
    draws = any("plots." in cell.source for cell in lesson.code)
    styled = any(STYLE in cell.source for cell in lesson.setup[:1])
    if lesson.is_start or styled or not draws:
        return []
    return [f"the lesson uses utils.plots: put `{STYLE}` under the imports"]


def settings_follow_the_imports_with_the_seed_last(lesson):
    if len(lesson.setup) < 2:
        return (
            []
            if lesson.is_start
            else ["a settings cell must follow the imports under ## Setup"]
        )
    said = []
    cell = lesson.setup[1]
    constants = []
    for node in cell.tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = (
                node.targets if isinstance(node, ast.Assign) else [node.target]
            )
            constants += [ast.unparse(target) for target in targets]
    for name in constants:
        if not re.fullmatch(r"[A-Z][A-Z0-9_]*", name):
            said.append(f"{cell.name}: {name} is not an upper-case constant")
    if "settings.seed(" not in cell.source or constants[-1:] != ["SEED"]:
        said.append(f"{cell.name}: SEED = settings.seed(0) must come last")
    for other in lesson.code:
        if other not in lesson.setup and "settings.seed(" in other.source:
            said.append(f"{other.name} calls settings.seed; use SEED")
    return said


def profile_is_used_only_through_settings_pick(lesson):
    said = []
    for cell in lesson.code:
        for node in ast.walk(cell.tree):
            text = ast.unparse(node) if isinstance(node, ast.Attribute) else ""
            profile = text == "settings.profile" and not lesson.is_start
            if profile or text in ("os.environ", "os.getenv"):
                said.append(f"{cell.name} uses {text}; use settings.pick")
        if "COURSE_" in cell.source and not lesson.is_start:
            said.append(f"{cell.name} reads a COURSE_ variable")
        picks = next(calls(cell.tree, "settings.pick"), None)
        if picks and cell not in lesson.setup:
            said.append(f"{cell.name} calls settings.pick outside ## Setup")
    return said


def checked_cells_have_stored_outputs(lesson):
    said = []
    for cell in lesson.code:
        if re.search(r"^\s*#\s*(NBVAL_|PYTEST_VALIDATE)", cell.source, re.M):
            said.append(f"{cell.name}: use a tag instead of the comment")
        count = cell.node.get("execution_count")
        if CHECKED in cell.tags and (count is None or not cell.outputs):
            said.append(f"{cell.name} is tagged {CHECKED} but stores nothing")
    return said


def no_cell_may_fail_or_be_skipped(lesson):
    said = []
    for cell in lesson.code:
        for tag in IMPORTANT_TAGS:
            if tag in cell.tags:
                said.append(f"{cell.name} is tagged {tag}")
        for output in cell.outputs:
            if output["output_type"] == "error":
                said.append(f"{cell.name} stores a {output.get('ename')}")
    return said


def execution_counts_run_from_1(lesson):
    counts = [cell.node.get("execution_count") for cell in lesson.code]
    if counts == list(range(1, len(counts) + 1)):
        return []
    return [f"counts are {counts}: run `course refresh {lesson.number}`"]


def cells_have_unique_ids(lesson):
    ids = [cell.node.get("id") for cell in lesson.cells]
    said = [
        f"{cell.name} has no id"
        for cell in lesson.cells
        if not cell.node.get("id")
    ]
    twice = sorted({i for i in ids if i and ids.count(i) > 1})
    return said + [f"cell id {i} stands twice" for i in twice]


def graded_cells_have_unique_grade_ids(lesson):
    ids = [cell.grade_id for cell in lesson.cells if cell.grader]
    said = [
        f"{cell.name} has nbgrader metadata without grade_id"
        for cell in lesson.cells
        if cell.grader and not cell.grade_id
    ]
    for grade_id in sorted({i for i in ids if i}):
        if ids.count(grade_id) > 1:
            said.append(f"grade_id {grade_id} stands twice")
        if not grade_id.startswith(f"{lesson.number}-"):
            said.append(f"grade_id {grade_id} must begin with {lesson.number}-")
    return said


def no_path_of_one_machine(lesson):
    said = []
    for cell in lesson.cells:
        strings = [cell.source]
        for output in cell.outputs:
            strings.append(output.get("text", ""))
            data = output.get("data", {})
            strings += [data.get("text/plain", ""), data.get("text/html", "")]
        for text in map(str, strings):
            found = MACHINE_PATH.search(text)
            if found:
                start = found.start()
                said.append(f"{cell.name}: {text[start : start + 30]!r}")
    return said


def data_is_found_by_utils_not_by_path(lesson):
    said = []
    for cell in lesson.code:
        for node in ast.walk(cell.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                value = node.value
                if value.startswith("..") and re.match(r"\.\.([/\\]|$)", value):
                    said.append(f"{cell.name}: {value!r}; load with utils.data")
                if re.match(r"/\w+/", value):
                    said.append(f"{cell.name}: absolute path {value!r}")
            if isinstance(node, ast.Attribute) and (
                ast.unparse(node) == "sys.path"
            ):
                said.append(f"{cell.name} touches sys.path")
    return said


def keras_not_tensorflow_is_used(lesson):
    said = []
    for cell in lesson.code:
        for node in ast.walk(cell.tree):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            elif isinstance(node, ast.Name):
                names = [node.id]
            for name in names:
                if name.split(".")[0] in ("tf", "tensorflow"):
                    said.append(
                        f"{cell.name} uses {name}; use keras or keras.ops"
                    )
    return said


def no_cell_installs_or_downloads(lesson):
    pattern = re.compile(
        r"^\s*[%!]+.*\b(pip3?|conda|mamba|uv|apt|apt-get|npm|wget|curl|git)\b"
        r"|urlretrieve|urlopen|\brequests\.get|keras\.utils\.get_file"
        r"|keras\.datasets|fetch_openml",
        re.M,
    )
    return [
        f"{cell.name}: {pattern.search(cell.source)[0].strip()!r}; only "
        "utils.data may fetch"
        for cell in lesson.code
        if pattern.search(cell.source)
    ]


def test_is_locked_until_evaluate(lesson):
    """Look for uses of the test images or labels above ## Evaluate.

    The test split is what stands third when a loader's result is unpacked,
    and every name that is `test` or ends in `_test`.
    """
    said = []
    names = {"test"}
    for cell in lesson.code:
        for node in ast.walk(cell.tree):
            if isinstance(node, ast.Name) and node.id.endswith("_test"):
                names.add(node.id)
            if isinstance(node, ast.Assign) and is_loader(node.value):
                target = node.targets[0]
                if isinstance(target, ast.Tuple) and len(target.elts) == 3:
                    names.add(ast.unparse(target.elts[2]))
                else:
                    said.append(
                        f"{cell.name}: unpack the loader's result as "
                        "`train, validation, test = …`"
                    )
    for cell in lesson.before_evaluate():
        parents = {
            child: node
            for node in ast.walk(cell.tree)
            for child in ast.iter_child_nodes(node)
        }
        for node in ast.walk(cell.tree):
            if not isinstance(node, ast.Name) or node.id not in names:
                continue
            if not isinstance(node.ctx, ast.Load):
                continue
            use = parents.get(node)
            if isinstance(use, ast.Attribute):
                after = parents.get(use)
                shape = (
                    isinstance(after, ast.Attribute) and after.attr == "shape"
                )
                if use.attr in ("name", "classes") or shape:
                    continue
                said.append(f"{cell.name} uses {ast.unparse(use)}")
            elif isinstance(use, ast.Subscript | ast.Assign | ast.Starred):
                said.append(f"{cell.name} takes {node.id} apart or renames it")
    return said


def is_loader(node):
    """Whether an expression is a call of a loader with three splits."""
    return isinstance(node, ast.Call) and ast.unparse(node.func).endswith(
        ("load_mnist", "load_cifar10")
    )


def lines_are_at_most_80_characters(lesson):
    return [
        f"{cell.name}, line {number}: {len(line)} characters"
        for cell in lesson.code
        for number, line in enumerate(cell.source.splitlines(), 1)
        if len(line) > LINE
    ]


def cells_are_at_most_20_lines(lesson):
    said = []
    imports = lesson.setup[:1]
    for cell in lesson.code:
        limit = CELL_LINES
        source = cell.source
        if cell in imports:
            limit = IMPORT_LINES
        elif cell.is_answer:
            limit = ANSWER_LINES
        elif cell.is_question:
            limit = QUESTION_LINES
        elif [type(node) for node in cell.tree.body] == [ast.ClassDef]:
            limit = CLASS_LINES
        elif cell.is_check:
            limit = CHECK_LINES
            hidden = "".join(HIDDEN.findall(source))
            if len(hidden.splitlines()) > limit:
                said.append(f"{cell.name} has over {limit} hidden lines")
            source = visible(source)
        count = len(source.strip().splitlines())
        if count > limit:
            said.append(f"{cell.name} has {count} lines; at most {limit}")
    return said


def text_stands_before_every_code_cell(lesson):
    said = []
    in_a_row = 0
    for before, cell in zip([None, *lesson.cells], lesson.cells, strict=False):
        if not cell.is_code:
            in_a_row = 0
            continue
        in_a_row += 1
        if cell.section == "Setup" or cell.is_check or cell.is_question:
            continue
        if before is None or not before.is_code:
            text = plain(before.source) if before else ""
            text = re.sub(r"^#+ .*$", "", text, flags=re.M)
            if len(words(text)) < 3:
                said.append(f"{cell.name} has only a heading before it")
        elif in_a_row > 2:
            said.append(f"{cell.name} is code cell {in_a_row} in a row")
        elif not cell.displays:
            said.append(
                f"{cell.name} follows a code cell and shows nothing; put "
                "text between them"
            )
    return said


def prose_has_no_filler_words(lesson):
    pattern = re.compile(
        rf"\b({'|'.join(map(re.escape, FILLERS))})(?!\w)", re.I
    )
    said = []
    for cell in lesson.cells:
        if cell.is_code:
            spoken = (
                node.value
                for call in ast.walk(cell.tree)
                if isinstance(call, ast.Call)
                and ast.unparse(call.func).startswith(("checks.", "questions."))
                for node in ast.walk(call)
                if isinstance(node, ast.Constant)
                and isinstance(node.value, str)
            )
            text = " ".join(spoken)
        else:
            text = plain(cell.source)
        for found in pattern.finditer(text.replace("’", "'")):
            near = text[max(0, found.start() - 20) : found.end() + 20]
            said.append(f"{cell.name}: {found[0]!r} in {near!r}")
    return said


def stored_outputs_hold_no_widget_views(lesson):
    said = []
    if "widgets" in lesson.node["metadata"]:
        said.append("metadata.widgets must go: `course refresh` drops it")
    for cell in lesson.code:
        kinds = set()
        widget = False
        for output in cell.outputs:
            data = output.get("data", {})
            kinds.update(data)
            if any("widget-view" in kind for kind in data):
                said.append(f"{cell.name} stores a widget view")
                widget = True
            widget |= bool(WIDGET_TEXT.match(str(data.get("text/plain", ""))))
        if widget and not kinds & {"image/png", "text/html"}:
            said.append(
                f"{cell.name} shows a widget and nothing static beside it"
            )
    return said


def stored_outputs_hold_no_warnings(lesson):
    return [
        f"{cell.name} stores stderr: {str(output.get('text'))[:60]!r}"
        for cell in lesson.code
        for output in cell.outputs
        if output.get("name") == "stderr"
    ]


def stored_results_come_from_real_data(lesson):
    return [
        f"{cell.name} stores results on embedded data: run the earlier lessons "
        "on real data, then `course refresh`"
        for cell in lesson.code
        if "(embedded)" in str(cell.outputs)
    ]


def notebook_is_at_most_1_megabyte(lesson):
    size = lesson.path.stat().st_size if lesson.path.is_file() else 0
    if size <= NOTEBOOK_BYTES:
        return []
    return [f"{size / 1e6:.2f} MB; store smaller figures"]


def pictures_in_text_are_local_and_described(lesson):
    said = []
    for cell in lesson.prose:
        source = without_fences(cell.source)
        pictures = [(m["source"], m["alt"]) for m in IMAGE.finditer(source)]
        for tag in IMAGE_TAG.findall(source):
            link = re.search(r"""src=["']([^"']*)["']""", tag)
            alt = re.search(r"""alt=["']([^"']*)["']""", tag)
            pictures.append((link[1] if link else "", alt[1] if alt else ""))
        for link, alt in pictures:
            if re.match(r"\w+:|/", link):
                said.append(f"{cell.name}: {link[:40]!r} is not a local file")
            elif not (lesson.path.parent / link).is_file():
                said.append(f"{cell.name}: {link!r} does not exist")
            if len(words(alt)) < 3:
                said.append(f"{cell.name}: describe {link[:40]!r} in alt text")
    return said


def no_line_of_text_begins_with_a_year_and_a_full_stop(lesson):
    """JupyterLab makes a numbered list of it."""
    return [
        f"{cell.name}: {line.strip()[:40]!r} becomes a list: move the number"
        for cell in lesson.prose
        for line in without_fences(cell.source).splitlines()
        if re.match(r"\s*\d{2,}[.)] ", line)
    ]


def exercises_are_3_to_5(lesson):
    count = len(lesson.exercises)
    low, high = (1, 1) if lesson.is_start else (3, 5)
    if low <= count <= high:
        return []
    return [f"{count} graded exercises; {low} to {high}"]


def exercises_have_text_hints_answer_and_check(lesson):
    said = []
    for exercise in lesson.exercises.values():
        known = [exercise.text, exercise.hints, exercise.answer, exercise.check]
        if not all(known):
            said.append(
                f"{exercise.id}: text, hints, answer or check is missing"
            )
            continue
        places = [cell.index for cell in known]
        if places != sorted(places):
            said.append(f"{exercise.id}: order text, hints, answer, check")
        elif exercise.code[-2:] != [exercise.answer, exercise.check]:
            said.append(f"{exercise.id}: no code between answer and check")
        if any(cell.section != "Exercises" for cell in known):
            said.append(f"{exercise.id} stands outside ## Exercises")
        said += wrong_metadata(exercise)
        said += wrong_regions(exercise)
    return said


def wrong_metadata(exercise):
    """Return complaints about the nbgrader metadata of an exercise."""
    wanted = [
        (exercise.text, dict(grade=False, solution=False, locked=True)),
        (exercise.answer, dict(grade=False, solution=True, locked=False)),
        (exercise.check, dict(grade=True, solution=False, locked=True)),
    ]
    said = []
    for cell, fields in wanted:
        fields |= dict(schema_version=3, task=False)
        for key, value in fields.items():
            if cell.grader.get(key) != value:
                said.append(f"{cell.grade_id}: nbgrader.{key} must be {value}")
    if exercise.text.is_code:
        said.append(f"{exercise.id}-text must be a Markdown cell")
    points = exercise.check.grader.get("points")
    if not isinstance(points, int | float) or points <= 0:
        said.append(f"{exercise.id}-check has no points")
    return said


def wrong_regions(exercise):
    """Return complaints about solution, visible and hidden regions."""
    said = []
    answer, check = exercise.answer.source, exercise.check.source
    kinds = ast.FunctionDef | ast.ClassDef
    bodies = exercise.answer.tree.body
    if len(bodies) != 1 or not isinstance(bodies[0], kinds):
        said.append(f"{exercise.id}: the answer must be one function or class")
    elif not ast.get_docstring(bodies[0]):
        said.append(f"{exercise.id}: give {bodies[0].name} a docstring")
    regions = len(SOLUTION.findall(answer))
    marks = [answer.count(f"### {m} SOLUTION") for m in ("BEGIN", "END")]
    if regions == 0 or marks != [regions, regions]:
        said.append(f"{exercise.id}: ### BEGIN and END SOLUTION, in pairs")
    elif regions > 1 and isinstance(bodies[0], ast.FunctionDef):
        said.append(f"{exercise.id}: one SOLUTION region in a function")
    try:
        ast.parse(stub(answer))
    except SyntaxError:
        said.append(f"{exercise.id} is not valid Python when unsolved")
    if len(HIDDEN.findall(check)) != 1:
        said.append(f"{exercise.id}: one ### BEGIN/END HIDDEN TESTS region")
    seen = visible(check)
    try:
        tree = ast.parse(seen)
    except SyntaxError:
        return [*said, f"{exercise.id}: the visible check is not valid Python"]
    made = [
        ast.unparse(node.func)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
    ]
    if not any(
        name.startswith("checks.") and name != "checks.done" for name in made
    ):
        said.append(f"{exercise.id} has no visible check")
    done = [ast.unparse(call.args[0]) for call in calls(tree, "checks.done")]
    if done != [repr(exercise.id)]:
        said.append(f"{exercise.id}: end with checks.done({exercise.id!r})")
    return said


class Details(HTMLParser):
    """Count nested <details> and their summaries."""

    def __init__(self):
        super().__init__()
        self.depth = self.deepest = self.opened = self.summaries = 0

    def handle_starttag(self, tag, attrs):
        if tag == "details":
            self.opened += 1
            self.depth += 1
            self.deepest = max(self.deepest, self.depth)
        self.summaries += tag == "summary"

    def handle_endtag(self, tag):
        self.depth -= tag == "details"


def exercises_have_three_nested_hints(lesson):
    said = []
    for exercise in lesson.exercises.values():
        if exercise.hints is None or exercise.hints.is_code:
            said.append(f"{exercise.id}: a Markdown cell with hints after it")
            continue
        parser = Details()
        parser.feed(exercise.hints.source)
        counted = (parser.opened, parser.deepest, parser.summaries)
        if counted != (3, 3, 3) or parser.depth != 0:
            said.append(
                f"{exercise.id}: three <details>, each inside the one before "
                "and with a <summary>"
            )
        if (
            f'checks.show_solution("{exercise.id}")'
            not in exercise.hints.source
        ):
            said.append(
                f"{exercise.id}: the last hint names "
                f'checks.show_solution("{exercise.id}")'
            )
    return said


def exercises_are_leaves(lesson):
    """Look for names that an exercise takes from the lesson, or gives to it."""
    given = set()
    for cell in lesson.setup:
        given |= bound_names(without_magics(cell.source))
    said = []
    made = {}  # name -> exercise that binds it
    inside = set()
    for exercise in lesson.exercises.values():
        code = "\n".join(without_magics(c.source) for c in exercise.code)
        inside.update(cell.index for cell in exercise.code)
        for name in sorted(free_names(code) - given):
            said.append(
                f"{exercise.id} uses {name}, which is neither in ## Setup nor "
                "made in the exercise"
            )
        made |= dict.fromkeys(bound_names(code) - given, exercise.id)
    first = min(inside, default=len(lesson.cells))
    for cell in lesson.code:
        if cell.index < first or cell.index in inside:
            continue
        for name in sorted(free_names(without_magics(cell.source))):
            if name in made:
                said.append(f"{cell.name} uses {name}, made in {made[name]}")
    return said


def exercises_have_four_wrong_solutions(lesson):
    root = lesson.path.resolve().parent.parent
    said = []
    for grade_id in lesson.exercises:
        folder = root / "tests" / "misconceptions" / grade_id
        files = sorted(folder.glob("*.py"))
        if len(files) < 4:
            said.append(
                f"tests/misconceptions/{grade_id}/ holds {len(files)} wrong "
                "solutions; at least 4"
            )
        said += [
            f"{file.name}: {problem}"
            for file in files
            for problem in wrong_solution_problems(file.read_text("utf-8"))
        ]
    return said


def messages(source):
    """Return the words that a check must say to a wrong solution."""
    return re.findall(r"^# message: *(.+?) *$", source, re.M)


def wrong_solution_problems(source):
    """Return what a file in tests/misconceptions lacks."""
    said = []
    try:
        if not ast.get_docstring(ast.parse(source)):
            said.append("begin with a docstring that names the mistake")
    except SyntaxError as error:
        said.append(f"not valid Python: {error}")
    if not messages(source):
        said.append("add `# message: words that the check must say`")
    return said


def lesson_asks_at_least_4_questions(lesson):
    ids = []
    said = []
    for cell in lesson.code:
        for call in calls(cell.tree, "questions.ask"):
            if not call.args or not isinstance(call.args[0], ast.Constant):
                said.append(f"{cell.name}: give the id as a string, first")
                continue
            ids.append(call.args[0].value)
            said += question_problems(call)
    for name in sorted(set(map(str, ids))):
        if not name.startswith(f"{lesson.number}-"):
            said.append(f"question {name} must begin with {lesson.number}-")
        if ids.count(name) > 1:
            said.append(f"question {name} stands twice")
    low = 1 if lesson.is_start else 4
    if len(ids) < low:
        said.append(f"{len(ids)} questions; at least {low}")
    return said


def question_problems(call):
    """Return what is wrong with the answers of one questions.ask."""
    name = call.args[0].value
    answers = call.args[2] if len(call.args) > 2 else None
    right = {word.arg: word.value for word in call.keywords}.get("correct")
    if not isinstance(answers, ast.Dict) or right is None:
        return [f"question {name}: ask(id, text, {{…}}, correct=…)"]
    said = []
    given = [ast.unparse(key) for key in answers.keys if key]
    if ast.unparse(right) not in given:
        said.append(f"question {name}: `correct` is none of the answers")
    for value in answers.values:
        if isinstance(value, ast.Constant) and not str(value.value).strip():
            said.append(f"question {name}: an answer has no feedback")
    return said


def taught_code_is_not_imported_by_its_own_lesson(lesson):
    taught = lesson.path.resolve().parent.parent / "utils" / "taught"
    own = {
        file.stem
        for file in taught.glob("*.py")
        if taught_lesson(file.read_text("utf-8")) == lesson.path.stem
    }
    said = []
    for cell in lesson.code:
        for node in ast.walk(cell.tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                names = {alias.name for alias in node.names}
                names.add(node.module.rsplit(".", 1)[-1])
                if "utils.taught" in node.module and names & own:
                    said.append(f"{cell.name} imports what it teaches")
    return said


def taught_lesson(source):
    """Return the LESSON that a module of utils/taught names, or None."""
    for node in ast.parse(source).body:
        if isinstance(node, ast.Assign) and (
            ast.unparse(node.targets[0]) == "LESSON"
        ):
            return ast.literal_eval(node.value)
    return None


def untaught(source, lesson):
    """Return complaints about functions that differ from the lesson's.

    `source` is a module of utils/taught. Its public functions and classes are
    compared by syntax tree, docstrings included, with those of the lesson.
    """
    kinds = ast.FunctionDef | ast.ClassDef
    shown = {}
    for cell in lesson.code:
        if cell.is_answer:
            continue
        for node in cell.tree.body:
            if isinstance(node, kinds):
                shown.setdefault(node.name, []).append(ast.dump(node))
    said = []
    for node in ast.parse(source).body:
        if not isinstance(node, kinds):
            continue
        if node.name not in shown:
            said.append(f"{node.name} is not defined in {lesson.path.stem}")
        elif ast.dump(node) not in shown[node.name]:
            said.append(f"{node.name} differs from {lesson.path.stem}'s")
    return said


def readme_problems(readme, names):
    """Compare the lessons that a README links with the notebooks there are."""
    linked = set(re.findall(r"\(notebooks/([\w-]+)\.ipynb\)", readme))
    said = [
        f"README.md has no row for {n}" for n in sorted(set(names) - linked)
    ]
    return said + [
        f"README.md links {n}, which does not exist"
        for n in sorted(linked - set(names))
    ]


RULES = (
    file_is_named_by_number_and_topic,
    metadata_describes_the_course,
    opening_has_one_title_and_at_most_60_words,
    opening_says_what_you_build_learn_and_need,
    opening_shows_one_picture,
    sections_stand_in_order,
    imports_stand_in_one_cell_under_setup,
    figures_have_the_style_of_the_course,
    settings_follow_the_imports_with_the_seed_last,
    profile_is_used_only_through_settings_pick,
    checked_cells_have_stored_outputs,
    no_cell_may_fail_or_be_skipped,
    execution_counts_run_from_1,
    cells_have_unique_ids,
    graded_cells_have_unique_grade_ids,
    no_path_of_one_machine,
    data_is_found_by_utils_not_by_path,
    keras_not_tensorflow_is_used,
    no_cell_installs_or_downloads,
    test_is_locked_until_evaluate,
    lines_are_at_most_80_characters,
    cells_are_at_most_20_lines,
    text_stands_before_every_code_cell,
    prose_has_no_filler_words,
    stored_outputs_hold_no_widget_views,
    stored_outputs_hold_no_warnings,
    stored_results_come_from_real_data,
    notebook_is_at_most_1_megabyte,
    pictures_in_text_are_local_and_described,
    no_line_of_text_begins_with_a_year_and_a_full_stop,
    exercises_are_3_to_5,
    exercises_have_text_hints_answer_and_check,
    exercises_have_three_nested_hints,
    exercises_are_leaves,
    exercises_have_four_wrong_solutions,
    lesson_asks_at_least_4_questions,
    taught_code_is_not_imported_by_its_own_lesson,
)
