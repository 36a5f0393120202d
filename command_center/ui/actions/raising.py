"""An incident whose units were pulled again and again: one class up or as it is, by a key."""

from __future__ import annotations

from command_center.commands.triage import SetPriority
from command_center.domain.permissions import Permission
from command_center.situation.robbed import decided_word, offered_class, pulls_of
from command_center.ui.actions.action import Action, Reason, submit, undo_of, why_ended
from command_center.ui.actions.incident import selected
from command_center.ui.format import number_sign
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

RAISE, STAY = "incident.raise", "incident.stay"


def _reason(seat: Seat) -> Reason:
    incident = selected(seat)
    if incident is None:
        return "select_incident"
    if not incident.is_open:
        return why_ended(incident)
    return None if offered_class(seat.situation, incident) is not None else "not_pulled_often"


def _decide(seat: Seat, *, raise_it: bool) -> None:
    """How often it was pulled is kept as the word why."""
    incident = selected(seat)
    to = offered_class(seat.situation, incident) if incident is not None else None
    if incident is None or to is None:
        return
    stands = incident.priority
    to = to if raise_it else stands
    command = SetPriority(
        incident.id, to, stands, decided_word(pulls_of(seat.situation, incident.id))
    )
    number = number_sign(incident.number, incident.alias)
    submit(seat, command, undo_of("incident", incident.id), number=number, priority=to.value)


def _raise(seat: Seat) -> None:
    _decide(seat, raise_it=True)


def _stay(seat: Seat) -> None:
    _decide(seat, raise_it=False)


RAISING_ACTIONS = (
    Action(
        RAISE,
        QT_TRANSLATE_NOOP("Actions", "Naikkan kelas"),
        "Ctrl+Alt+V",
        Permission.TRIAGE,
        _reason,
        _raise,
    ),
    Action(
        STAY,
        QT_TRANSLATE_NOOP("Actions", "Kelas tetap"),
        "Ctrl+Alt+0",
        Permission.TRIAGE,
        _reason,
        _stay,
    ),
)
