"""An update that is killed at each of its steps, and which version starts afterwards.

usage: python -m tests.update_kills REPOSITORY ROOT_JSON FOLDER

Prints one JSON object a line: the step, what started after the kill, what after the next try.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.update_maker import bring, install

STEPS = (
    "checked", "check", "download", "downloaded", "unpack", "unpacked", "flush", "try", "place",
    "marked", "pointed",
)  # fmt: skip
"""Of an installation, up to the rename that lets the new version start."""


def killed_at(step: str, repository: str, root: bytes, folder: Path) -> dict[str, str]:
    installation = install(folder)
    child = os.fork()
    if child == 0:
        bring(installation, repository, root, lambda what, *_: _die(what, step))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    how = signal.Signals(os.WTERMSIG(status)).name if os.WIFSIGNALED(status) else "ended"
    after = _started(folder)
    bring(installation, repository, root)
    return {"step": step, "how": how, "after": after, "again": _started(folder)}


def _die(what: str, step: str) -> None:
    if what == step:
        os.kill(os.getpid(), signal.SIGKILL)


def _started(folder: Path) -> str:
    program = folder / "current" / "command-center"
    run = subprocess.run([program], capture_output=True, text=True, check=True)
    return run.stdout.strip()


def main() -> int:
    repository, root, folder = sys.argv[1], Path(sys.argv[2]).read_bytes(), Path(sys.argv[3])
    for step in STEPS:
        found = killed_at(step, repository, root, folder / step)
        sys.stdout.write(json.dumps(found) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
