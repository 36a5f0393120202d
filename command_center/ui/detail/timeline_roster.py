"""Sentences about the roster and the roll-call."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate
from command_center.ui.i18n import QT_TRANSLATE_NOOP

Say = Callable[[TimelineLine, Names], str]
_BY_WHOM = {
    "room.shift_pattern": QT_TRANSLATE_NOOP("Timeline", "%1 mengubah pola jam dinas"),
}


def _said(text: str) -> Say:
    return lambda line, names: fill(translate("Timeline", text), names.person(line.actor))


ROSTER_SENTENCES: Mapping[str, Say] = {kind: _said(text) for kind, text in _BY_WHOM.items()}
