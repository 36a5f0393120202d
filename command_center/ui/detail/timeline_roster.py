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
    "roster.undone": QT_TRANSLATE_NOOP("Timeline", "%1 membatalkan perubahan regu atau pola"),
    "regu.kept": QT_TRANSLATE_NOOP("Timeline", "%1 mencatat regu"),
    "regu.disbanded": QT_TRANSLATE_NOOP("Timeline", "%1 membubarkan regu"),
    "personnel.kept": QT_TRANSLATE_NOOP("Timeline", "%1 mengubah daftar personel"),
    "personnel.left": QT_TRANSLATE_NOOP("Timeline", "%1 mengeluarkan orang dari daftar personel"),
    "duties.kept": QT_TRANSLATE_NOOP("Timeline", "%1 mengisi jadwal dinas"),
    "duty.struck": QT_TRANSLATE_NOOP("Timeline", "%1 mencoret satu dinas"),
    "swap.asked": QT_TRANSLATE_NOOP("Timeline", "%1 meminta tukar dinas"),
    "swap.decided": QT_TRANSLATE_NOOP("Timeline", "%1 memutuskan tukar dinas"),
    "swap.withdrawn": QT_TRANSLATE_NOOP("Timeline", "%1 menarik permintaan tukar dinas"),
    "roll.opened": QT_TRANSLATE_NOOP("Timeline", "%1 membuka apel"),
    "roll.marked": QT_TRANSLATE_NOOP("Timeline", "%1 mencatat kehadiran"),
    "roll.plotted": QT_TRANSLATE_NOOP("Timeline", "%1 mengatur awak"),
    "unit.checked": QT_TRANSLATE_NOOP("Timeline", "%1 memeriksa perlengkapan unit"),
    "roll.finished": QT_TRANSLATE_NOOP("Timeline", "%1 menyelesaikan apel"),
    "crews.fed": QT_TRANSLATE_NOOP("Timeline", "%1 mencatat awak unit menurut apel"),
    "seat.taken": QT_TRANSLATE_NOOP("Timeline", "%1 mencatat siapa duduk di meja"),
    "seat.left": QT_TRANSLATE_NOOP("Timeline", "%1 mencatat meja kosong"),
}


def _said(text: str) -> Say:
    return lambda line, names: fill(translate("Timeline", text), names.person(line.actor))


ROSTER_SENTENCES: Mapping[str, Say] = {kind: _said(text) for kind, text in _BY_WHOM.items()}
