"""`course doctor`: one page about this machine, and what mends what is wrong.

The facts come from utils.machine. Only the devices that Keras sees are asked
for here, in a process of its own, so that a TensorFlow that crashes or hangs
is one more line of the report.

`python -m coursekit.doctor --gpu` is the check that gpu.yml makes first: it
fails unless Keras sees a GPU.
"""

import argparse
import json
import os
import subprocess
import sys

from rich.console import Console
from rich.table import Table
from rich.text import Text

from utils import machine, settings
from utils.facts import SIGNS, Fact

DEVICE_SECONDS = 180  # the first import from a cold disk can take a minute
STYLES = {"ok": "green", "note": "yellow", "problem": "red"}
# one JSON line, whatever a library prints around it
ASK = """\
import json, keras
kinds = {kind: keras.distribution.list_devices(kind) for kind in ("cpu", "gpu")}
total = float(keras.ops.sum(keras.ops.ones((2, 2))))
assert total == 4, total
print(json.dumps({"backend": keras.backend.backend(), **kinds}))
"""


def main():
    """Print the page; return 1 if a lesson could not run, 0 otherwise."""
    facts = list(machine.summary().facts)
    after = [fact.topic for fact in facts].index("Backend") + 1
    facts.insert(after, devices_fact())
    Console(highlight=False).print(page(facts))
    problems = [fact for fact in facts if fact.state == "problem"]
    if problems:
        print(f"{len(problems)} to mend before every lesson can run.")
    else:
        print("Every lesson can run here.")
    return 1 if problems else 0


def page(facts):
    """Return the facts as a rich table, mending commands under each."""
    table = Table(box=None, show_header=False, padding=(0, 1))
    table.add_column(width=1)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for fact in facts:
        text = Text(fact.text)
        if fact.mend:
            text.append(f"\n→ {fact.mend}", style="bold")
        sign = Text(SIGNS[fact.state], style=STYLES[fact.state])
        table.add_row(sign, Text(fact.topic), text)
    return table


def devices(command=(sys.executable, "-c", ASK), seconds=DEVICE_SECONDS):
    """Return (what Keras sees, "") or (None, why it cannot be asked).

    What it sees is {"backend": name, "cpu": [...], "gpu": [...]}.
    """
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            timeout=seconds,
            env={**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"},
            stdin=subprocess.DEVNULL,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None, f"importing Keras took more than {seconds} s"
    for line in reversed(done.stdout.splitlines()):
        try:
            seen = json.loads(line)
        except ValueError:
            continue
        if isinstance(seen, dict) and "backend" in seen:
            return seen, ""
    said = [line for line in done.stderr.splitlines() if line.strip()]
    last = said[-1].strip() if said else "it said nothing"
    return None, f"importing Keras ended with {done.returncode}: {last}"


def devices_fact(asked=None):
    """Return the line about devices; `asked` is what `devices` returned."""
    seen, why = asked or devices()
    if seen is None:
        mend = f"delete .venv, then `{settings.command('doctor')}`"
        return Fact("Devices", why, "problem", mend)
    count = len(seen["gpu"])
    text = f"{seen['backend']} sees {count or 'no'} GPU{'s' * (count > 1)}"
    if count == 0 and os.environ.get("COURSE_PROFILE") == "gpu":
        mend = f"`{settings.command('--gpu doctor')}`, or unset COURSE_PROFILE"
        return Fact("Devices", text, "problem", mend)
    return Fact("Devices", text)


def require_gpu(asked=None):
    """Print what Keras sees; return 0 when a GPU is among it, else 1."""
    seen, why = asked or devices()
    if seen is None:
        print(f"No device could be asked for: {why}")
        return 1
    print(f"{seen['backend']} sees {seen['gpu'] or 'no GPU'}")
    return 0 if seen["gpu"] else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m coursekit.doctor")
    parser.add_argument("--gpu", action="store_true", help="fail without a GPU")
    sys.exit(require_gpu() if parser.parse_args().gpu else main())
