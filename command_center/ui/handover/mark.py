"""One quiet word in the top bar: that a handover is open, or goes on."""

from __future__ import annotations

from datetime import datetime, timedelta

from command_center.domain.handover import due_at
from command_center.situation.handover import handover_now
from command_center.situation.shift_pattern import shift_pattern
from command_center.ui.handover.rules import rules
from command_center.ui.handover.words import clock_text, translate
from command_center.ui.seat import Seat

LATE = timedelta(hours=1)
"""How long after its end a shift is still said to be due: a room that keeps no shifts is not nagged
for ever."""


def handover_mark(seat: Seat, now: datetime) -> str:
    """ "" while nothing is due."""
    situation = seat.situation
    if handover_now(situation) is not None:
        return translate("Handover", "serah terima berjalan")
    shift = situation.shift
    if shift is None:
        return ""
    opens = timedelta(minutes=rules(seat).opens_min)
    due = due_at(shift_pattern(situation), shift.starts_at, seat.zone, opens)
    if not due - opens <= now < due + LATE:
        return ""
    text = translate("Handover", "serah terima %1")
    return text.replace("%1", clock_text(due, seat.zone))
