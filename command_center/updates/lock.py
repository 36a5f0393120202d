"""One update at a time, also among programs."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from command_center.domain.errors import OperatorError
from command_center.updates.installation import open_folder

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """The system lets go of it for a program that was killed. OperatorError("update_busy")."""
    open_folder(folder)
    with (folder / "lock").open("ab") as file:
        if not _taken(file):
            raise OperatorError("update_busy")
        yield


if sys.platform == "win32":

    def _taken(file: BinaryIO) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:

    def _taken(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
