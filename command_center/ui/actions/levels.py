"""How much of its plan is wanted for an incident: the alarm level."""

from __future__ import annotations

from command_center.advice.recommend.question import RecommendFault
from command_center.advice.run_cards import RUN_CARDS_SETTING, cards_in_force
from command_center.commands.plan import SetAlarmLevel
from command_center.domain.permissions import Permission
from command_center.situation.queue import alarm_level
from command_center.ui.actions.action import Action, Reason, asks, submit, undo_of, why_ended
from command_center.ui.actions.incident import selected, selected_id
from command_center.ui.format import number_sign
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

LEVEL_ACTION = "incident.alarm_level"
USUAL = 3


def set_level(seat: Seat, incident_id: str, level: int, reason: str) -> None:
    """Against what this seat sees: another person's newer choice is not overwritten."""
    incident = seat.situation.incident(incident_id)
    stands = alarm_level(seat.situation, incident_id)
    number = number_sign(incident.number, incident.alias) if incident else "#?"
    command = SetAlarmLevel(incident_id, level, reason, stands)
    submit(seat, command, undo_of("handling", incident_id), number=number, level=str(level))


def levels_offered(seat: Seat) -> tuple[int, ...]:
    """The usual ones, and those beyond them that the run cards in force plan for."""
    setting = seat.situation.get("room_setting", RUN_CARDS_SETTING)
    try:
        cards = cards_in_force(setting.value if setting is not None else None)
    except RecommendFault:
        cards = ()
    highest = max((card.alarm for card in cards), default=USUAL)
    return tuple(range(1, max(USUAL, highest) + 1))


def _open(seat: Seat) -> Reason:
    incident = selected(seat)
    if incident is None:
        return "select_incident"
    return why_ended(incident)


LEVEL_ACTIONS = (
    Action(
        LEVEL_ACTION,
        QT_TRANSLATE_NOOP("Actions", "Tingkat alarm"),
        "Shift+G",
        Permission.DISPATCH,
        _open,
        asks(LEVEL_ACTION, selected_id),
    ),
)
