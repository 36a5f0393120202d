"""Who sits at this seat: the curtain, leaving, the own password, and the people of the room."""

from __future__ import annotations

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import Action, Reason, asks
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

LOCK, LEAVE, PASSWORD, PEOPLE = (
    "session.lock",
    "session.leave",
    "session.password",
    "session.people",
)


def _here(seat: Seat) -> Reason:
    """An exercise and a replay belong to whoever started them."""
    if seat.person.door is None:
        return "no_sign_in_here"
    return None if seat.person.known else "sign_in_first"


def _working(seat: Seat) -> Reason:
    return _here(seat) or (None if seat.person.signed_in else "sign_in_first")


def _with_door(seat: Seat) -> Reason:
    return None if seat.person.door is not None else "no_sign_in_here"


def _nothing(seat: Seat) -> str | None:
    return None


SESSION_ACTIONS = (
    Action(
        LOCK,
        QT_TRANSLATE_NOOP("Actions", "Kunci"),
        "Ctrl+L",
        Permission.WATCH,
        _working,
        asks(LOCK, _nothing),
    ),
    Action(
        LEAVE,
        QT_TRANSLATE_NOOP("Actions", "Keluar atau ganti orang"),
        "Ctrl+Shift+Q",
        Permission.WATCH,
        _here,
        asks(LEAVE, _nothing),
    ),
    Action(
        PASSWORD,
        QT_TRANSLATE_NOOP("Actions", "Ganti kata sandi"),
        "Ctrl+Shift+W",
        Permission.WATCH,
        _working,
        asks(PASSWORD, _nothing),
    ),
    Action(
        PEOPLE,
        QT_TRANSLATE_NOOP("Actions", "Orang dan peran"),
        "Ctrl+Shift+O",
        Permission.ADMINISTER,
        _with_door,
        asks(PEOPLE, _nothing),
    ),
)
