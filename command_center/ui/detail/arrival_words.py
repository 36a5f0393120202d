"""How an arrival is written: minutes, the ends of the interval, by what it was reckoned."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication

from command_center.situation.advising.advice import Drive
from command_center.ui.detail.words import fill
from command_center.ui.format import MINUTE_S, age
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate


def minutes(seconds: float) -> int:
    """Whole ones, rounded up: nobody is there before."""
    return max(1, math.ceil(seconds / MINUTE_S))


def span(seconds: float) -> str:
    """A time to wait: "5 m", "1 j 12 m", "?" for one nobody knows."""
    return age(minutes(seconds) * MINUTE_S) if math.isfinite(seconds) else "?"


def arrival(drive: Drive) -> str:
    """ "5 m"."""
    return span(drive.seconds)


def interval(drive: Drive) -> str:
    """ "3–8" in minutes, "" where there is none."""
    if not math.isfinite(drive.seconds):
        return ""
    least, most = int(drive.low_s // MINUTE_S), minutes(drive.high_s)
    return f"{least}–{most}"


def reckoned(drive: Drive) -> str:
    """By the roads, or why not."""
    if drive.why in _STRAIGHT:
        return sentence(f"eta_{drive.why}", {})
    if drive.by == "straight":
        return translate("Arrival", "garis lurus")
    return translate("Arrival", "menurut jalan")


def in_full(drive: Drive) -> str:
    """ "5 m, 80 % antara 3–8 m, menurut jalan"."""
    if not math.isfinite(drive.seconds):
        return sentence(f"eta_{drive.why or 'no_position'}", {})
    text = translate("Arrival", "%1, 80 % antara %2 m, %3")
    return fill(text, arrival(drive), interval(drive), reckoned(drive))


_STRAIGHT = ("no_graph", "unit_off_road", "scene_off_road")
