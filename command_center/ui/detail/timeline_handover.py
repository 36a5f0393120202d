"""Sentences about the change of shift and the book of a shift."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate
from command_center.ui.i18n import QT_TRANSLATE_NOOP

Say = Callable[[TimelineLine, Names], str]
_BY_WHOM = {
    "handover.begun": QT_TRANSLATE_NOOP("Timeline", "%1 membekukan papan untuk serah terima"),
    "handover.accepted": QT_TRANSLATE_NOOP("Timeline", "%1 menerima butir serah terima"),
    "handover.signed": QT_TRANSLATE_NOOP("Timeline", "%1 menandatangani serah terima"),
    "handover.forced": QT_TRANSLATE_NOOP("Timeline", "%1 mengambil alih jaga dengan paksa"),
    "handover.cancelled": QT_TRANSLATE_NOOP("Timeline", "%1 membatalkan serah terima"),
    "room.handover": QT_TRANSLATE_NOOP("Timeline", "%1 mengubah aturan serah terima"),
    "book.written": QT_TRANSLATE_NOOP("Timeline", "%1 menulis di buku mutasi"),
    "book.struck": QT_TRANSLATE_NOOP("Timeline", "%1 mencoret satu baris buku mutasi"),
}


def _said(text: str) -> Say:
    return lambda line, names: fill(translate("Timeline", text), names.person(line.actor))


HANDOVER_SENTENCES: Mapping[str, Say] = {kind: _said(text) for kind, text in _BY_WHOM.items()}
