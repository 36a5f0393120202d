"""Where reports are written: the room's own folder; only codes of ours and dates in a name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from command_center.domain.errors import OperatorError
from command_center.ui.leaving import leaving_path
from command_center.ui.seat import Seat


def report_file(seat: Seat, what: str, suffix: str) -> Path:
    now = seat.live.now().astimezone(seat.zone)
    return leaving_path(seat, f"{what}-{now:%Y%m%d-%H%M%S}.{suffix}")


def write(seat: Seat, path: Path, work: Callable[[], None]) -> None:
    """On another thread; where it went, or that it went nowhere, is said."""

    def guarded() -> None:
        try:
            work()
        except OperatorError as error:
            raise OperatorError("report_not_written", folder=str(path.parent)) from error

    seat.tasks.run(
        guarded,
        lambda _: seat.notices.done("report_written", file=str(path)),
        seat.notices.failed,
    )
