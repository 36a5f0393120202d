"""Crash logs under an id that a person can quote: what a window leaves when it dies or hangs.

The supervisor names each window it starts and hands it the end of a pipe to beat on; the window
keeps a crash log of that name, which the supervisor closes with how it ended."""

from __future__ import annotations

import faulthandler
import os
import re
import sys
import uuid
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from command_center.runtime.files import write_private

ID_NAME, PIPE_NAME = "COMMAND_CENTER_CRASH_ID", "COMMAND_CENTER_BEATS"
BEAT, LEAVING = b".", b"e"
START_AGAIN = 75
"""With this status a window ends in order to be opened anew."""

HANGS_AFTER_S = 2.0
MOST_KEPT = 20
MOST_STACKS, STACKS_LEFT = 256 * 1024, 64 * 1024
_ID = re.compile(r"[0-9a-f]{8}")
_UNTOLD = "crash.untold"


def new_crash_id() -> str:
    return uuid.uuid4().hex[:8]


def crash_log(folder: Path, id: str) -> Path:
    return folder / f"crash-{id}.txt"


@dataclass(slots=True)
class Vitals:
    """A supervised window's side: beats, and what the interpreter says last. `beat` is called by
    the GUI thread alone; while it is not, the stacks of all threads are written once after 2 s."""

    id: str
    _pipe: int
    _file: TextIO
    _deaf: bool = field(default=False)

    def beat(self) -> None:
        faulthandler.dump_traceback_later(HANGS_AFTER_S, file=self._file)
        self._write(BEAT)

    def leave(self) -> None:
        """From here on the window is closing: silence is no crash."""
        faulthandler.cancel_dump_traceback_later()
        self._write(LEAVING)

    def _write(self, word: bytes) -> None:
        if self._deaf:
            return
        try:
            os.write(self._pipe, word)
        except OSError:
            self._deaf = True  # the supervisor is gone; the window works on without it


def open_stacks(path: Path) -> TextIO:
    """For the interpreter to write into, for as long as the program lives: that is what
    faulthandler needs. What many crashes left there is cut to its end; in its place, as another
    window may have it open."""
    with suppress(OSError), path.open("r+b") as file:
        if file.seek(0, os.SEEK_END) > MOST_STACKS:
            file.seek(-STACKS_LEFT, os.SEEK_END)
            end = file.read()
            file.seek(0)
            file.write(end)
            file.truncate()
    return path.open("a", encoding="utf-8")


def supervised() -> bool:
    """Whether a supervisor started this program."""
    return ID_NAME in os.environ


def take_vitals(folder: Path, environment: Mapping[str, str] = os.environ) -> Vitals | None:
    """Of the window that a supervisor started; None for any other program. What the supervisor
    said is taken out of the environment: it is meant for nobody else."""
    id, pipe = environment.get(ID_NAME, ""), environment.get(PIPE_NAME, "")
    for name in (ID_NAME, PIPE_NAME):
        os.environ.pop(name, None)
    if not _ID.fullmatch(id) or not pipe.isdigit():
        return None
    folder.mkdir(parents=True, exist_ok=True)
    # The handle stays open for as long as the process lives: that is what faulthandler needs.
    file = crash_log(folder, id).open("a", encoding="utf-8")
    faulthandler.enable(file)
    return Vitals(id, _own(int(pipe)), file)


def _own(pipe: int) -> int:
    """The number of the pipe in this process, for none of its children."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - exists nowhere else

        pipe = msvcrt.open_osfhandle(pipe, os.O_WRONLY)
    else:
        os.set_inheritable(pipe, False)
    return pipe


def conclude(folder: Path, id: str, how: str) -> Path:
    """Write how a window ended under its crash log, to be told at the next start."""
    folder.mkdir(parents=True, exist_ok=True)
    path = crash_log(folder, id)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{at} {how}\n")
    write_private(folder / _UNTOLD, id)
    for old in sorted(folder.glob("crash-*.txt"), key=lambda p: p.stat().st_mtime)[:-MOST_KEPT]:
        old.unlink(missing_ok=True)
    return path


def forget_empty(folder: Path, id: str) -> None:
    """After a good end: an empty crash log says nothing."""
    path = crash_log(folder, id)
    if path.is_file() and path.stat().st_size == 0:
        path.unlink()


def untold(folder: Path) -> str | None:
    """The id of the last crash, once."""
    path = folder / _UNTOLD
    try:
        id = path.read_text(encoding="utf-8")[:8]
        path.unlink()
    except FileNotFoundError:
        return None
    return id if _ID.fullmatch(id) else None
