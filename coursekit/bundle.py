"""`course bundle`: light weight files, for a lab whose network is slow."""

import contextlib
import hashlib
import json
import os
import tempfile
from pathlib import Path

from coursekit import UserError, workspaces
from utils import downloads, manifest, settings
from utils.manifest import BUNDLE, DataError

MADE_BY = "course bundle --light"


def main(out, *, light):
    """Write both light networks of ImageNet into OUT/weights; return 0.

    They are cut out of the full files, which are downloaded where they are
    not found. A bundle.json beside them lists their hashes, by which they are
    accepted. Both are complete before one is put in its place. Raises
    UserError when `out` holds anything but an older bundle or cannot be
    written, when the full files cannot be had, and when a light network does
    not compute what the full one does.
    """
    if not light:
        raise UserError("Say what to bundle: " + _command())
    out = Path(out).resolve()
    try:
        _refuse_other_files(out)
        with _workshop(out) as folder:
            listing = _make(folder)
            for name in (*listing["files"], BUNDLE):
                (folder / name).replace(out / "weights" / name)
    except DataError as error:
        raise UserError(f"Nothing was bundled. {error}") from error
    except OSError as error:
        raise UserError(
            f"{out} cannot be written: {error}. Free disk space or name "
            "another folder."
        ) from error
    print(_report(out, listing["files"]))
    return 0


def _make(folder):
    """Write the light files and bundle.json; return what stands in it."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    import keras  # only now: it takes seconds

    from coursekit import light_weights
    from utils import pretrained

    files = {}
    for name, family in pretrained.FAMILIES.items():
        path = folder / Path(manifest.find(family.light).file).name
        source = downloads.find(family.full) or downloads.fetch(family.full)
        print(f"{name}: up to {family.cut}, from {source.name}", flush=True)
        found = light_weights.write(name, source, path)
        content = path.read_bytes()
        files[path.name] = {
            "sha256": hashlib.sha256(content).hexdigest(),
            "bytes": len(content),
            "made_from": source.name,
            "made_from_hash": manifest.find(family.full).hash,
            "difference": round(found, 6),
        }
    listing = {
        "made_by": MADE_BY,
        "keras": keras.__version__,
        "files": files,
    }
    text = json.dumps(listing, indent=1) + "\n"
    (folder / BUNDLE).write_text(text, encoding="utf-8")
    return listing


@contextlib.contextmanager
def _workshop(out):
    """Yield a temporary folder in OUT/weights; after a failure nothing is left.

    Raises OSError where it cannot be made.
    """
    weights = out / "weights"
    new = [folder for folder in (weights, out) if not folder.exists()]
    try:
        weights.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            dir=weights, prefix=".bundle-"
        ) as made:
            yield Path(made)
    except BaseException:
        for folder in new:
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def _refuse_other_files(out):
    """Raise UserError unless `out` is free, empty or holds an older bundle."""
    ours = set()
    if _is_bundle(out / "weights" / BUNDLE):
        files = [e.file for e in manifest.load().values() if e.bundled]
        ours = {out / "weights" / BUNDLE, *(out / file for file in files)}
    paths = out.rglob("*") if out.is_dir() else [out] * out.exists()
    for path in paths:
        if not path.is_dir() and path not in ours:
            raise UserError(
                f"{out} cannot be used: {path} is no part of an older bundle. "
                "Name a folder that does not exist yet, or is empty: "
                + _command()
            )


def _is_bundle(path):
    try:
        return json.loads(path.read_text("utf-8"))["made_by"] == MADE_BY
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _command():
    return settings.command("bundle --light OUT")


def _report(out, files):
    """Return what was written and what an instructor does next."""
    lines = [f"Written to {workspaces.relative(out / 'weights')}:"]
    lines += [
        f"  {name}  {facts['bytes'] / 1e6:.1f} MB, maps differ by "
        f"{facts['difference']:.2%} from those of the full net"
        for name, facts in files.items()
    ]
    others = [e for e in manifest.load().values() if e.kind != "weights"]
    data = ", ".join(e.folders[0] if e.listed else e.file for e in others)
    fetch = settings.command(f"fetch {' '.join(e.name for e in others)}")
    return "\n".join(
        [
            *lines,
            f"  {BUNDLE}  the hashes by which they are accepted",
            f"Next, put the data sets beside weights/: {data}. `{fetch}` says",
            "where they lie. Put the folder where all can read it, and set",
            f"COURSE_DATA to it: COURSE_DATA={out} {settings.command('lab')}",
            "Terms of use: data/README.md, Weights.",
        ]
    )
