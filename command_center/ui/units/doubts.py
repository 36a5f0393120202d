"""What the board says of a unit in doubt: what it seems to do, or why somebody should call it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from command_center.situation.meaning import Ask
from command_center.situation.seeming import Seeming, Seems
from command_center.ui import format as written
from command_center.ui.i18n import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate

_SEEMS: Mapping[Seems, tuple[str, str]] = {
    Seems.SET_OFF: (
        QT_TRANSLATE_NOOP("Units", "tampaknya sudah berangkat: konfirmasi"),
        QT_TRANSLATE_NOOP("Units", "menuju?"),
    ),
    Seems.THERE: (
        QT_TRANSLATE_NOOP("Units", "tampaknya sudah di TKP: konfirmasi"),
        QT_TRANSLATE_NOOP("Units", "di TKP?"),
    ),
    Seems.LEFT: (
        QT_TRANSLATE_NOOP("Units", "tampaknya meninggalkan TKP: konfirmasi"),
        QT_TRANSLATE_NOOP("Units", "kembali?"),
    ),
    Seems.BACK: (
        QT_TRANSLATE_NOOP("Units", "tampaknya sudah di pos: konfirmasi siap"),
        QT_TRANSLATE_NOOP("Units", "siap?"),
    ),
    Seems.RESTED: (
        QT_TRANSLATE_NOOP("Units", "tampaknya selesai isoma: konfirmasi siap"),
        QT_TRANSLATE_NOOP("Units", "siap?"),
    ),
    Seems.FAR: (
        QT_TRANSLATE_NOOP("Units", "katanya di TKP, posisinya %1 dari situ: tanyakan"),
        QT_TRANSLATE_NOOP("Units", "jauh?"),
    ),
    Seems.JUMPED: (
        QT_TRANSLATE_NOOP("Units", "posisi meloncat %1, belum dipercaya: tanyakan"),
        QT_TRANSLATE_NOOP("Units", "posisi?"),
    ),
}
_ASK: Mapping[Ask, str] = {
    Ask.CONFLICT: QT_TRANSLATE_NOOP("Units", "bertugas tanpa perintah: tanyakan"),
    Ask.LOST: QT_TRANSLATE_NOOP("Units", "tak terdengar %1: tanyakan"),
    Ask.LONG: QT_TRANSLATE_NOOP("Units", "sudah %1: tanyakan"),
    Ask.USUAL: QT_TRANSLATE_NOOP("Units", "sudah %1, biasanya selesai: tanyakan"),
}


def seems_text(seems: Seeming) -> tuple[str, str]:
    """(what it says, what a narrow cell says)."""
    long, short = (translate("Units", text) for text in _SEEMS[seems.kind])
    return long.replace("%1", written.metres(seems.metres)), short


def ask_text(ask: Ask, seconds: float) -> tuple[str, str]:
    """The same of a unit that somebody should call, and for how long it has been so."""
    long = translate("Units", _ASK[ask]).replace("%1", written.age(seconds))
    return long, translate("Units", "tanyakan")
