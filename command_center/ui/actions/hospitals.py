"""Hospitals: the board, and standby and casualties of the selected incident."""

from __future__ import annotations

from command_center.commands.hospital import (
    AnswerStandby,
    AskStandby,
    CancelStandby,
    CountCasualties,
)
from command_center.domain.permissions import Permission
from command_center.domain.referral import Standby, StandbyState
from command_center.ui.actions.action import Action, Reason, always, asks, submit
from command_center.ui.format import number_sign
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

STANDBY, BOARD = "incident.standby", "view.hospitals"


def ask_standby(seat: Seat, command: AskStandby) -> None:
    number, hospital = _number(seat, command.incident_id), _hospital(seat, command.hospital_id)
    submit(seat, command, number=number, hospital=hospital)


def answer_standby(seat: Seat, row: Standby, state: StandbyState, text: str = "") -> None:
    """What somebody heard on the telephone, written down."""
    submit(seat, AnswerStandby(row.id, state, text), hospital=_hospital(seat, row.hospital_id))


def cancel_standby(seat: Seat, row: Standby) -> None:
    submit(seat, CancelStandby(row.id), hospital=_hospital(seat, row.hospital_id))


def count_casualties(seat: Seat, command: CountCasualties) -> None:
    submit(seat, command, number=_number(seat, command.incident_id))


def _number(seat: Seat, incident_id: str) -> str:
    incident = seat.situation.incident(incident_id)
    return number_sign(incident.number, incident.alias) if incident else "#?"


def _hospital(seat: Seat, id: str) -> str:
    hospital = seat.situation.get("hospital", id)
    return hospital.name if hospital else "?"


def _selected(seat: Seat) -> str | None:
    return seat.selection.incident_id


def _here(seat: Seat) -> Reason:
    return None if seat.selection.incident_id else "select_incident"


HOSPITAL_ACTIONS = (
    Action(
        STANDBY,
        QT_TRANSLATE_NOOP("Actions", "RS siaga"),
        "H",
        Permission.REFER,
        _here,
        asks(STANDBY, _selected),
    ),
    Action(
        BOARD,
        QT_TRANSLATE_NOOP("Actions", "Papan rumah sakit"),
        "Alt+I",
        Permission.WATCH,
        always,
        asks(BOARD, lambda seat: None),
    ),
)
