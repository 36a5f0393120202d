"""Handing an incident on: asked for, answered, taken back and printed."""

from __future__ import annotations

from command_center.commands.referral import AnswerReferral, ReferIncident, WithdrawReferral
from command_center.domain.permissions import Permission
from command_center.domain.referral import Referral, ReferralState
from command_center.domain.room import Role
from command_center.ui.actions.action import Action, Reason, always, asks, submit
from command_center.ui.format import number_sign
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

REFER, ANSWER, LETTER, LIST = (
    "incident.refer",
    "incident.answer",
    "incident.letter",
    "view.referrals",
)


def refer(seat: Seat, command: ReferIncident) -> None:
    agency = seat.situation.get("agency", command.agency_id)
    number = _number(seat, command.incident_id)
    submit(seat, command, number=number, agency=agency.short if agency else "?")


def answer(
    seat: Seat, row: Referral, state: ReferralState, reason: str = "", outcome: str = ""
) -> None:
    """What somebody heard or read, written down."""
    number, agency = _about(seat, row)
    command = AnswerReferral(row.id, state, reason=reason, outcome=outcome)
    submit(seat, command, number=number, agency=agency)


def withdraw(seat: Seat, row: Referral, reason: str) -> None:
    number, agency = _about(seat, row)
    submit(seat, WithdrawReferral(row.id, reason), number=number, agency=agency)


def may_answer(seat: Seat, row: Referral) -> bool:
    """A liaison answers for the own agency only."""
    if not seat.may(Permission.ANSWER_REFERRALS):
        return False
    if seat.person.role is not Role.LIAISON:
        return True
    staff = seat.situation.staff(seat.act.actor)
    return staff is not None and staff.agency_id == row.agency_id


def referrals_of(seat: Seat, incident_id: str) -> list[Referral]:
    """Of the incident and of what was merged into it, oldest first."""
    family = {incident_id, *seat.situation.family(incident_id)}
    rows = [row for row in seat.situation.all("referral") if row.incident_id in family]
    return sorted(rows, key=lambda row: (row.referred_at, row.id))


def _about(seat: Seat, row: Referral) -> tuple[str, str]:
    agency = seat.situation.get("agency", row.agency_id)
    return _number(seat, row.incident_id), agency.short if agency else "?"


def _number(seat: Seat, incident_id: str) -> str:
    incident = seat.situation.incident(incident_id)
    return number_sign(incident.number, incident.alias) if incident else "#?"


def _selected_id(seat: Seat) -> str | None:
    return seat.selection.incident_id


def _referable(seat: Seat) -> Reason:
    id = seat.selection.incident_id
    incident = seat.situation.incident(id) if id else None
    if incident is None:
        return "select_incident"
    return "merged_is_referred_whole" if incident.merged_into else None


def _answerable(seat: Seat) -> Reason:
    id = seat.selection.incident_id
    if id is None:
        return "select_incident"
    rows = [row for row in referrals_of(seat, id) if row.ended_at is None]
    return None if any(may_answer(seat, row) for row in rows) else "no_open_referral"


REFERRAL_ACTIONS = (
    Action(
        REFER,
        QT_TRANSLATE_NOOP("Actions", "Teruskan"),
        "T",
        Permission.REFER,
        _referable,
        asks(REFER, _selected_id),
    ),
    Action(
        ANSWER,
        QT_TRANSLATE_NOOP("Actions", "Catat jawaban instansi"),
        "Shift+T",
        Permission.ANSWER_REFERRALS,
        _answerable,
        asks(ANSWER, _selected_id),
    ),
    Action(
        LIST,
        QT_TRANSLATE_NOOP("Actions", "Daftar penerusan"),
        "Alt+R",
        Permission.WATCH,
        always,
        asks(LIST, lambda seat: None),
    ),
)
