"""What one person left the board as, at this workstation."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from command_center.ui.personal import personal_file
from command_center.ui.seat import Seat
from command_center.ui.units.lines import Grouping

_GROUPING = "board/grouping"


def _file(seat: Seat) -> QSettings | None:
    if seat.settings is None or not seat.person.known:
        return None
    return personal_file(seat.settings, seat.act.actor, "units")


def kept_grouping(seat: Seat) -> Grouping:
    """By agency for whoever never chose."""
    file = _file(seat)
    value = file.value(_GROUPING) if file is not None else None
    return Grouping(value) if value in list(Grouping) else Grouping.AGENCY


def keep_grouping(seat: Seat, grouping: Grouping) -> None:
    file = _file(seat)
    if file is not None:
        file.setValue(_GROUPING, grouping.value)
        file.sync()
