"""What the controls of a camera are called and say."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from command_center.ui.detail.words import fill
from command_center.ui.format import age, clock
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence
from command_center.ui.wall.ptz_hand import SPEEDS, Hand, Way

translate = QCoreApplication.translate
ARROWS = (Way.LEFT, Way.UP, Way.DOWN, Way.RIGHT)


def way_name(way: Way) -> str:
    """For a reader, with its key."""
    return {
        Way.LEFT: translate("Ptz", "Geser kamera ke kiri (Shift+Kiri)"),
        Way.UP: translate("Ptz", "Geser kamera ke atas (Shift+Atas)"),
        Way.DOWN: translate("Ptz", "Geser kamera ke bawah (Shift+Bawah)"),
        Way.RIGHT: translate("Ptz", "Geser kamera ke kanan (Shift+Kanan)"),
        Way.CLOSER: translate("Ptz", "Perbesar kamera (Shift+PgUp)"),
        Way.FARTHER: translate("Ptz", "Perkecil kamera (Shift+PgDn)"),
    }[way]


def speed_name(speed: float) -> str:
    names = (
        translate("Ptz", "Pelan"),
        translate("Ptz", "Sedang"),
        translate("Ptz", "Cepat"),
    )
    return dict(zip(SPEEDS, names, strict=True))[speed]


def state(seat: Seat, hand: Hand) -> str:
    """Who holds the camera and for how long, or what is wrong with its control."""
    camera, holder = hand.camera, hand.holding.holder()
    if camera is None:
        return ""
    if hand.trouble is not None:
        return f"{camera.label}: {sentence(hand.trouble.code, hand.trouble.params)}"
    if hand.about is not None and not hand.about.movable:
        return f"{camera.label}: {sentence('ptz_unsupported', {})}"
    if holder is None:
        return fill(translate("Ptz", "%1 bebas"), camera.label)
    if holder.mine:
        left = age(hand.holding.left().total_seconds())
        return fill(translate("Ptz", "%1 Anda pegang · %2 lagi"), camera.label, left)
    person = seat.situation.staff(holder.id)
    name = person.name if person is not None else translate("Ptz", "orang lain")
    until = clock(holder.until, seat.zone)
    return fill(translate("Ptz", "%1 dipegang %2 sampai %3"), camera.label, name, until)
