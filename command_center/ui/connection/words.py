"""The connection in words."""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from command_center.ports import Connection, LinkState
from command_center.ui.format import age, decimal
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Report:
    """What is to be said. `ink` is a colour of the theme, `age` "" where the data is of now."""

    word: str
    text: str
    age: str
    ink: str


def report(seat: Seat) -> Report | None:
    """None while all is well."""
    connection = seat.live.connection
    old = "" if connection.online else age_text(connection)
    if seat.live.is_syncing:
        text = translate("Connection", "Seluruh data dibaca lagi dari pusat data.")
        return Report(translate("Connection", "MENYINKRONKAN"), text, old, "accent")
    if not connection.online:
        text = sentence(connection.code, connection.params, seat.situation)
        return Report(state_word(connection), text, old, state_ink(connection))
    if connection.skewed:
        return Report(translate("Connection", "JAM MELESET"), skew_text(connection), "", "warn")
    return None


def chip(seat: Seat) -> tuple[str, str] | None:
    """What each panel says of its age, and in which ink; None while all is well."""
    connection = seat.live.connection
    if seat.live.is_syncing:
        return translate("Connection", "menyinkronkan"), "accent"
    if connection.online:
        return None
    return age_text(connection), state_ink(connection)


def state_word(connection: Connection) -> str:
    if connection.state is LinkState.OFFLINE:
        return translate("Connection", "LURING")
    return translate("Connection", "RAGU")


def state_ink(connection: Connection) -> str:
    return "alarm" if connection.state is LinkState.OFFLINE else "warn"


def age_text(connection: Connection) -> str:
    text = translate("Connection", "data %1 lalu")
    return text.replace("%1", age(time.monotonic() - connection.heard_s))


def skew_text(connection: Connection) -> str:
    skew_s = connection.skew_s or 0.0
    if skew_s > 0:
        text = translate("Connection", "Jam komputer ini %1 dtk lebih cepat dari pusat data.")
    else:
        text = translate("Connection", "Jam komputer ini %1 dtk lebih lambat dari pusat data.")
    return text.replace("%1", decimal(abs(skew_s)))
