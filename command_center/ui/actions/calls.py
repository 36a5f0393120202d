"""Calls of 110: answering, taking over, ending, calling back."""

from __future__ import annotations

from command_center.commands.calls import ClaimCall
from command_center.domain.errors import Conflict, OperatorError
from command_center.domain.partner import PhoneCall
from command_center.domain.permissions import Permission
from command_center.duty.calls import call_rules
from command_center.ports import Outcome
from command_center.ui.actions.action import Action, Reason, always, asks
from command_center.ui.calls.sections import held_by, held_by_others, ringing, to_call_back
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

CLAIM, TAKE, END, BACK, PANEL, FORM = (
    "call.claim",
    "call.take",
    "call.end",
    "call.back",
    "call.panel",
    "call.form",
)


def claim(seat: Seat, call_id: str) -> None:
    """This desk answers it; the 110 form opens for it."""

    def done(outcome: Outcome) -> None:
        seat.notices.done(outcome.kind)
        seat.asking.ask(FORM, call_id)

    def failed(error: OperatorError) -> None:
        if isinstance(error, Conflict):
            error = OperatorError("call_claimed_by", by=error.params.get("by"))
        seat.notices.failed(error)

    seat.submit(ClaimCall(call_id), done, failed)


def _ringing(seat: Seat) -> PhoneCall | None:
    now = seat.live.now()
    return next(iter(ringing(seat.situation, now, call_rules(seat.situation))), None)


def _waiting(seat: Seat) -> PhoneCall | None:
    now = seat.live.now()
    return next(iter(to_call_back(seat.situation, now, call_rules(seat.situation))), None)


def _others(seat: Seat) -> PhoneCall | None:
    return next(iter(held_by_others(seat.situation, seat.act.actor)), None)


def _own(seat: Seat) -> PhoneCall | None:
    return next(iter(held_by(seat.situation, seat.act.actor)), None)


def _can_claim(seat: Seat) -> Reason:
    return None if _ringing(seat) is not None else "no_call_ringing"


def _claim_first(seat: Seat) -> None:
    call = _ringing(seat)
    if call is not None:
        claim(seat, call.id)


def _id(call: PhoneCall | None) -> str | None:
    return call.id if call is not None else None


CALL_ACTIONS = (
    Action(
        CLAIM,
        QT_TRANSLATE_NOOP("Actions", "Angkat telepon"),
        "Ctrl+J",
        Permission.TAKE_REPORTS,
        _can_claim,
        _claim_first,
    ),
    Action(
        TAKE,
        QT_TRANSLATE_NOOP("Actions", "Ambil alih telepon"),
        "Alt+Shift+J",
        Permission.TAKE_REPORTS,
        lambda seat: None if _others(seat) is not None else "no_call_of_others",
        asks(TAKE, lambda seat: _id(_others(seat))),
    ),
    Action(
        END,
        QT_TRANSLATE_NOOP("Actions", "Catat hasil telepon"),
        "Alt+J",
        Permission.TAKE_REPORTS,
        lambda seat: None if _own(seat) is not None else "no_call_of_yours",
        asks(END, lambda seat: _id(_own(seat))),
    ),
    Action(
        BACK,
        QT_TRANSLATE_NOOP("Actions", "Telepon balik"),
        "Ctrl+F3",
        Permission.TAKE_REPORTS,
        lambda seat: None if _waiting(seat) is not None else "no_call_to_return",
        asks(BACK, lambda seat: _id(_waiting(seat))),
    ),
    Action(
        PANEL,
        QT_TRANSLATE_NOOP("Actions", "Daftar telepon"),
        "Shift+F3",
        Permission.WATCH,
        always,
        asks(PANEL, lambda seat: None),
    ),
)
