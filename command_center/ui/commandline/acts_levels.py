"""What the typed verb about the alarm level becomes."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from command_center.domain.incident import HIGHEST_ALARM
from command_center.domain.permissions import Permission
from command_center.situation.queue import alarm_level
from command_center.ui.actions.levels import LEVEL_ACTION, set_level
from command_center.ui.commandline.acts_incident import one, reason
from command_center.ui.commandline.reading import Got, Wrong
from command_center.ui.commandline.sentence import Sentence, placed, undoable
from command_center.ui.detail.words import fill
from command_center.ui.seat import Seat

translate = QCoreApplication.translate


def level(seat: Seat, got: Got) -> Sentence:
    """`tingkat 0147 2 api meluas`."""
    incident = one(got)
    word, _, why = got.text.strip().partition(" ")
    if not (word.isascii() and word.isdigit() and 1 <= int(word) <= HIGHEST_ALARM):
        raise Wrong("alarm_level_unknown", level=word, highest=HIGHEST_ALARM)
    if not why.strip():
        raise Wrong("order_needs_reason")
    stands = alarm_level(seat.situation, incident.id)
    text = translate("CommandLine", "Alarm %1 ke tingkat %2: %3")
    now = fill(translate("CommandLine", "sekarang %1"), str(stands))
    return Sentence(
        fill(text, placed(incident), word, why.strip()),
        Permission.DISPATCH,
        partial(set_level, incident_id=incident.id, level=int(word), reason=why.strip()),
        notes=(now, undoable()),
        reason=reason(seat, LEVEL_ACTION, incident),
    )
