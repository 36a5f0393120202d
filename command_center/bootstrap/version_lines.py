"""What the administrator of a machine types to change its versions, where a window may not."""

from __future__ import annotations

import shlex
from pathlib import Path

from command_center.ui.updates.model import Lines
from command_center.updates.installation import Installation

COMMAND = Path("/usr/bin/command-center")
"""Where the package puts it: on the path of `sudo`, too."""


def lines(installation: Installation, source: str, url: str) -> Lines:
    """Each whole, for another account has settings of its own: `source` of updates as it is set
    here, "" if it is not, and the `url` of this room's database."""
    start = f"{_program(installation)} update"
    came = _quoted(installation, _whole(source)) if source else "FOLDER"
    return Lines(
        stage=f"{start} stage --from {came}",
        use=f"{start} apply",
        back=f"{start} rollback --database {_quoted(installation, url)}",
        sudo=installation.linked,
    )


def _program(installation: Installation) -> str:
    if not installation.linked:
        return f'"{installation.root / "command-center.exe"}"'
    current = installation.root / "current" / "command-center"
    if COMMAND.resolve() == current.resolve():
        return f"sudo {COMMAND.name}"
    return f"sudo {shlex.quote(str(current))}"


def _whole(source: str) -> str:
    """A folder from its root on: that terminal stands somewhere else."""
    return source if "://" in source else str(Path(source).expanduser().absolute())


def _quoted(installation: Installation, word: str) -> str:
    return shlex.quote(word) if installation.linked else f'"{word}"'
