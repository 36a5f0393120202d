"""The doctor of this machine as the window asks it; what it loads is loaded when it is asked."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from command_center.bootstrap.doctor.findings import Finding
from command_center.domain.errors import OperatorError
from command_center.runtime.clock import LiveClock
from command_center.runtime.paths import data_dir
from command_center.ui.doctor.model import Step

FOLDER, NAME = "bantuan", "pusat-komando-bantuan-%Y%m%d-%H%M%S.zip"
_NAMED, MOST_KEPT = "pusat-komando-bantuan-*.zip", 5


class MachineDoctor:
    """`ui.doctor.model.Doctor`, for the room in the database `url`."""

    def __init__(self, url: str) -> None:
        self._url = url

    def look(self) -> list[Finding]:
        from command_center.bootstrap.doctor.gather import gather  # noqa: PLC0415 - a web client
        from command_center.bootstrap.doctor.look import look  # noqa: PLC0415

        return look(gather(self._url, LiveClock()))

    def keep_support(self, step: Step) -> Path:
        from command_center.bootstrap.support.file import write_support  # noqa: PLC0415 - as above

        clock = LiveClock()
        folder = data_dir() / FOLDER
        path = folder / clock.now().astimezone().strftime(NAME)
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
            write_support(path, self._url, clock, step)
        except OSError as error:
            raise OperatorError("first_run_machine", reason=error.strerror) from error
        _forget_older(folder)
        return path


def _forget_older(folder: Path) -> None:
    """Each holds megabytes of logs, and any key press makes one."""
    with suppress(OSError):  # another time
        files = sorted(folder.glob(_NAMED), key=lambda file: file.stat().st_mtime)
        for file in files[:-MOST_KEPT]:
            file.unlink()
