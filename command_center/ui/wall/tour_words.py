"""What the tour's button says."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from command_center.ui.format import age
from command_center.ui.wall.tour import Hold

translate = QCoreApplication.translate


def hold_text(hold: Hold | None) -> str:
    """Why a tour waits, in a word."""
    if hold is None:
        return ""
    return {
        Hold.POINTER: translate("Wall", "penunjuk di dinding"),
        Hold.CAMERA: translate("Wall", "kamera dipilih"),
        Hold.INCIDENT: translate("Wall", "kejadian dipilih"),
        Hold.LARGE: translate("Wall", "satu kamera dibesarkan"),
        Hold.ASKING: translate("Wall", "sedang mengisi"),
    }[hold]


def tour_text(running: bool, hold: Hold | None, left_s: int) -> str:
    """On the tour's button: "Tur", "Tur 8 dtk", "Tur dijeda"."""
    if not running:
        return translate("Wall", "Tur")
    if hold is not None:
        return translate("Wall", "Tur dijeda")
    return translate("Wall", "Tur %1").replace("%1", age(left_s))


def tour_tip(running: bool, hold: Hold | None, interval_s: int) -> str:
    if running and hold is not None:
        return translate("Wall", "Dijeda: %1").replace("%1", hold_text(hold))
    words = translate("Wall", "Halaman berganti tiap %1")
    return words.replace("%1", age(interval_s))
