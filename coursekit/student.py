"""`course student`: the folder that an instructor hands out."""

import shutil
import tempfile
from pathlib import Path

from coursekit import UserError, builds, notebooks, workspaces
from utils import settings

FILES = (
    "course.py",
    "pyproject.toml",
    "uv.lock",
    "requirements.txt",
    "environment.yml",
    "LICENSE",
    ".gitignore",
)
FOLDERS = ("utils", "coursekit", "data")
LEFT_OUT = ("__pycache__", ".*", "cache")
README = """\
# {title}

You need Python 3.11, 3.12 or 3.13 and about 3 GB of disk. In this folder, run

    python3 course.py lab

(on Windows: `py course.py lab`). The first start installs what the lessons
need; then JupyterLab opens in your browser. Your own copies of the lessons
are in `my_lessons/`: work there, and hand in from there. `lessons/` holds the
lessons as you got them; nothing in `my_lessons/` is ever overwritten.

| command | what it does |
|---|---|
| `python3 course.py lab` | open JupyterLab |
| `python3 course.py doctor` | check the computer, the packages and the data |
| `python3 course.py fetch` | download the data, to work without a network |
| `python3 course.py update 02` | after you got a new version of a lesson |

Lessons in this folder:

{lessons}
"""


def main(out, *, lessons):
    """Make the hand-out of the named lessons, or of all, in the folder `out`.

    It runs on its own: set-up, utils and coursekit, the small files of data/,
    the lessons without solutions, hidden tests and outputs, and their
    pictures. The lesson that begins the course always comes along. The folder
    appears all at once. Raises UserError when `out` exists, or when this
    project is a hand-out itself.
    """
    out = Path(out).resolve()
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise UserError(
            f"{out} exists already and is not an empty folder. Name a folder "
            "that does not exist yet: " + settings.command("student OUT")
        )
    folder = workspaces.source_folder()
    if folder.name != "notebooks":
        raise UserError("This is a hand-out; make hand-outs from the course.")
    known = notebooks.lessons(folder)
    chosen = {notebooks.find(name, folder) for name in lessons} or set(known)
    chosen = sorted(chosen | set(known[:1]))
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            dir=out.parent, prefix=f".{out.name}."
        ) as temporary:
            made = Path(temporary) / "student"
            made.mkdir()
            _fill(made, chosen)
            if out.exists():
                out.rmdir()  # empty, or it would have been refused
            made.rename(out)
    except OSError as error:
        raise UserError(
            f"{out} cannot be written: {error}. Free disk space or name "
            "another folder."
        ) from error
    print(f"Handed out {len(chosen)} lessons: {workspaces.relative(out)}")
    return 0


def _fill(made, chosen):
    """Write everything that belongs into a hand-out."""
    root = settings.project_root()
    for name in FILES:
        if (root / name).is_file():
            shutil.copy2(root / name, made / name)
    for name in FOLDERS:
        shutil.copytree(
            root / name,
            made / name,
            ignore=shutil.ignore_patterns(*LEFT_OUT),
        )
    rows = []
    for path in chosen:
        solved = notebooks.read(path)
        built = builds.build(solved, handout=True)
        if left := builds.traces(built, solved):
            raise UserError(f"{path.name} still shows a solution: {left[0]}")
        notebooks.write(made / "lessons" / path.name, built)
        title = built.metadata["course"].get("title", path.stem)
        rows.append(f"- `{path.stem}`: {title}")
        for name in workspaces.pictures(built):
            picture = path.parent / name
            if picture.is_file():
                target = made / "lessons" / name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(picture, target)
    title = root.joinpath("README.md").read_text("utf-8").partition("\n")[0]
    text = README.format(
        title=title.lstrip("# ") or "Course", lessons="\n".join(rows)
    )
    (made / "README.md").write_text(text, encoding="utf-8")
