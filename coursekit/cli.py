"""The `course` command: parse the arguments and call the module that acts."""

import sys
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from coursekit import UserError

app = typer.Typer(
    name="course",
    help="Learn, teach and check the course: one command each.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
PASS_ON = {"allow_extra_args": True, "ignore_unknown_options": True}
LESSON = "Its number, its name or its path: 02, 02_knn_baselines, …"

Lesson = Annotated[str, typer.Argument(metavar="LESSON", help=LESSON)]
Profile = Annotated[
    str | None,
    typer.Option(
        metavar="P",
        help="smoke (embedded data, seconds), cpu or gpu; default: cpu, or "
        "what COURSE_PROFILE says.",
    ),
]
Workspace = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="Folder of your own copies; default: my_lessons/, or what "
        "COURSE_WORKSPACE says.",
    ),
]


def main():
    """Run the command line; print what a user can mend as plain text."""
    app(prog_name="course")


def call(module, *arguments, **options):
    """Call `main` of one of this package's modules and exit with its code.

    The module is imported only now: `course lab` need not wait for what
    `course report` imports.
    """
    try:
        function = import_module(f"coursekit.{module}").main
        code = function(*arguments, **options)
    except UserError as error:
        typer.echo(str(error), err=True)
        code = 2
    except KeyboardInterrupt:
        typer.echo("Stopped.", err=True)
        code = 130
    raise typer.Exit(code or 0)


@app.command(context_settings=PASS_ON)
def lab(
    context: typer.Context,
    workspace: Workspace = None,
    solved: Annotated[
        bool,
        typer.Option(
            "--solved",
            help="Open notebooks/, the solved lessons (instructors, authors).",
        ),
    ] = False,
    reset: Annotated[
        str | None,
        typer.Option(
            metavar="LESSON",
            help="Start this lesson anew; your old copy is kept beside it.",
        ),
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(
            metavar="N", help="Port to listen on; default 8888 or the next."
        ),
    ] = None,
    browser: Annotated[
        bool,
        typer.Option(
            "--browser/--no-browser",
            help="Open the browser, or only print the address.",
        ),
    ] = True,
):
    """Open JupyterLab on your own copies of the lessons.

    Missing copies are made in my_lessons/; what is there is never
    overwritten. Every other option is passed on to JupyterLab, for example
    --ip=0.0.0.0. With python3 course.py, --gpu and --cpu choose the packages.
    """
    call(
        "lab",
        workspace=workspace,
        solved=solved,
        reset=reset,
        port=port,
        browser=browser,
        extra=context.args,
    )


@app.command(context_settings=PASS_ON)
def test(context: typer.Context):
    """Run every test and every notebook on the embedded data.

    Where COURSE_DATA names a folder with the real data, the short lessons run
    on it too. Every other option is passed on to pytest.
    """
    call("test", extra=context.args)


@app.command()
def doctor():
    """Check this machine: packages, devices, data, disk, memory.

    For every problem it names the command that mends it. The exit code is 1
    if a lesson could not run.
    """
    call("doctor")


@app.command()
def fetch(
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]...",
            help="Data sets or weight files, such as mnist or cifar10; "
            "without a name, every one that a lesson needs.",
        ),
    ] = None,
):
    """Download data sets and weights, check them and keep them for later."""
    call("fetch", names or [])


@app.command()
def run(
    lesson: Lesson,
    profile: Profile = None,
    html: Annotated[
        bool, typer.Option("--html", help="Write a web page as well.")
    ] = False,
):
    """Execute a lesson without JupyterLab; the result lands in build/."""
    call("run", lesson, profile=profile, html=html)


@app.command()
def refresh(
    lessons: Annotated[list[str], typer.Argument(metavar="LESSON...")],
):
    """Execute lessons of notebooks/ anew and store their outputs."""
    call("refresh", lessons)


@app.command()
def calibrate(
    lesson: Lesson,
    seeds: Annotated[
        int, typer.Option(min=2, help="How many seeds to run: 0, 1, 2, …")
    ] = 5,
    profile: Profile = None,
):
    """Run a lesson with several seeds and write its rows of reference.csv.

    Finished runs are kept: when it is interrupted, it goes on from there.
    """
    call("calibrate", lesson, seeds=seeds, profile=profile)


@app.command()
def report(
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Where to write; default: build/report/."
        ),
    ] = None,
):
    """Draw the leaderboard and the costs of all lessons."""
    call("report", out=out)


@app.command()
def update(lesson: Lesson, workspace: Workspace = None):
    """Bring your copy of a lesson to its newest version.

    Your answers and the cells you added are carried over; your old copy is
    kept beside the new one.
    """
    call("update", lesson, workspace=workspace)


@app.command()
def student(
    out: Annotated[
        Path,
        typer.Argument(
            metavar="OUT", help="Folder to make; nothing may be in it yet."
        ),
    ],
    lessons: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[LESSON]...", help="Lessons to hand out; default: all."
        ),
    ] = None,
):
    """Make the folder to hand out: lessons without solutions, and set-up."""
    call("student", out, lessons=lessons or [])


@app.command()
def bundle(
    out: Annotated[
        Path,
        typer.Argument(
            metavar="OUT",
            help="Folder to make; nothing but an older bundle may be in it.",
        ),
    ],
    light: Annotated[
        bool,
        typer.Option(
            "--light",
            help="The light ResNet50 and InceptionV3: cut before their last "
            "stage, kernels as float16.",
        ),
    ] = False,
):
    """Make small weight files for a lab whose network is slow.

    Reads the full files of Keras, downloaded where needed, and puts 40 MB in
    place of 183 into OUT/weights: for the folder that COURSE_DATA names.
    """
    call("bundle", out, light=light)


if __name__ == "__main__":
    sys.exit(main())
