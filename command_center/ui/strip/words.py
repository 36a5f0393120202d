"""What the clocks and the reasons to leave one out are called on the screen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from command_center.domain.clocks import Clock, LeftOut
from command_center.situation.figures import FEW, Spread
from command_center.ui.format import count, short_stopwatch

translate = QCoreApplication.translate
NOTHING = "–"


def clock_name(clock: Clock) -> str:
    """From what to what."""
    return {
        Clock.ANSWER: translate("Clocks", "110 dijawab"),
        Clock.CALLBACK: translate("Clocks", "telepon balik"),
        Clock.VERIFY: translate("Clocks", "lapor→verifikasi"),
        Clock.ORDER: translate("Clocks", "verifikasi→perintah"),
        Clock.ACCEPT: translate("Clocks", "perintah→diterima"),
        Clock.DEPART: translate("Clocks", "diterima→menuju"),
        Clock.TURNOUT: translate("Clocks", "perintah→menuju"),
        Clock.TRAVEL: translate("Clocks", "menuju→TKP"),
        Clock.RESPONSE: translate("Clocks", "lapor→TKP"),
        Clock.SCENE: translate("Clocks", "TKP→selesai"),
    }[clock]


def left_name(reason: LeftOut) -> str:
    """Why something was not measured, after its number."""
    return {
        LeftOut.RUNNING: translate("Clocks", "masih berjalan"),
        LeftOut.MISSING: translate("Clocks", "langkah tidak tercatat"),
        LeftOut.REVERSED: translate("Clocks", "waktu terbalik"),
        LeftOut.NOT_SENT: translate("Clocks", "tanpa unit"),
        LeftOut.ABANDONED: translate("Clocks", "ditutup penelepon"),
        LeftOut.CANCELLED: translate("Clocks", "dibatalkan"),
        LeftOut.MERGED: translate("Clocks", "digabung"),
        LeftOut.IMPORTED: translate("Clocks", "data lama"),
        LeftOut.LATE: translate("Clocks", "laporan terlambat"),
    }[reason]


def share_name(share: float) -> str:
    return f"P{round(share * 100)}"


def seconds_text(seconds: float | None) -> str:
    return NOTHING if seconds is None else short_stopwatch(seconds)


def left_text(left: Mapping[LeftOut, int]) -> str:
    """ "3 langkah tidak tercatat, 1 digabung"; "" of nothing."""
    return ", ".join(f"{count(n)} {left_name(reason)}" for reason, n in left.items())


def about(name: str, spread: Spread) -> str:
    """What went into a figure and what did not, in one line."""
    text = translate("Clocks", "%1: dari %2").replace("%1", name).replace("%2", count(spread.used))
    parts = [text]
    if spread.few:
        parts.append(translate("Clocks", "kurang dari %1, baca hati-hati").replace("%1", str(FEW)))
    if spread.left:
        parts.append(
            translate("Clocks", "tidak dihitung: %1").replace("%1", left_text(spread.left))
        )
    if spread.running:
        parts.append(f"{count(spread.running)} {left_name(LeftOut.RUNNING)}")
    return "; ".join(parts)
