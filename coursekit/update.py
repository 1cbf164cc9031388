"""`course update NN`: a newer lesson, with the learner's work in it."""

from coursekit import UserError, builds, notebooks, transplants, workspaces
from utils import settings


def main(lesson, *, workspace):
    """Bring the workspace copy of a lesson to its newest version.

    Answers and added cells are carried over, the old file is kept beside the
    new one, and what was not carried is said. Returns the exit code.
    """
    named = f" --workspace {workspace}" if workspace else ""
    workspace = workspaces.folder(workspace)
    source = notebooks.find(lesson, workspaces.source_folder())
    solved = notebooks.read(source)
    copy = workspace / source.name
    name = source.stem[:2]
    if not copy.exists():
        raise UserError(
            f"There is no copy of {source.stem} in {workspace}. Make one: "
            + settings.command(f"lab{named}")
        )
    try:
        mine = notebooks.read(copy)
    except UserError as error:
        raise UserError(
            f"{copy} is damaged. Start the lesson anew; the damaged file is "
            "kept: " + settings.command(f"lab --reset {name}{named}")
        ) from error
    started = mine.metadata.get("course", {}).get("source_sha")
    if started == builds.content_hash(solved):
        print(f"{workspaces.relative(copy)} is up to date.")
        return 0
    new = builds.build(solved, handout=False)
    new, carried = transplants.transplant(mine, new, own_cells=True)
    kept = workspaces.replace(copy, new, "before-update")
    workspaces.refresh_pictures(new, workspace)
    print(
        f"{workspaces.relative(copy)} is now the newest version, with "
        f"{_number(len(carried.answers), 'answer')} and "
        f"{_number(carried.own, 'added cell')} of yours."
    )
    if carried.changed:
        print("Cells of the lesson that you had changed are in its text again:")
        for line in carried.changed:
            print(f"  {line}")
    print(f"Your old copy is kept as {workspaces.relative(kept)}.")
    print(
        "If the lesson is open in JupyterLab, close its tab and open it anew."
    )
    return 0


def _number(count, noun):
    """Return "1 answer", "2 answers"."""
    return f"{count} {noun}" + ("" if count == 1 else "s")
