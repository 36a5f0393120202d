"""What is written of an incident and what is done by its procedure."""

from __future__ import annotations

from collections.abc import Callable

from command_center.commands.checklist import TickItem, UntickItem
from command_center.commands.notes import StrikeNote
from command_center.domain.permissions import Permission
from command_center.situation.together import beside
from command_center.ui.actions.action import Action, Reason, always, asks, submit, undo_of
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.seat import Seat

STRIKE, PROCEDURE, HERE = "incident.strike", "incident.procedure", "incident.here"
BOOK = "view.procedures"


def strike_note(seat: Seat, note_id: str, reason: str, text: str) -> None:
    """`text` is what is right instead, "" for nothing."""
    submit(seat, StrikeNote(note_id, reason, text), undo_of("note", note_id))


def tick(
    seat: Seat, incident_id: str, item: str, refused: Callable[[], None], *, done: bool
) -> None:
    """That step is done, or is not after all. `refused`: called when the room will not have it."""
    command = TickItem(incident_id, item) if done else UntickItem(incident_id, item)
    submit(seat, command, failed=lambda _: refused())


def _selected(seat: Seat) -> str | None:
    return seat.selection.incident_id


def _with_incident(seat: Seat) -> Reason:
    id = seat.selection.incident_id
    return None if id and seat.situation.incident(id) is not None else "select_incident"


def _with_others_here(seat: Seat) -> Reason:
    incident = seat.situation.incident(seat.selection.incident_id or "")
    if incident is None:
        return "select_incident"
    return None if beside(seat.situation, incident) else "nothing_else_here"


NOTE_ACTIONS = (
    Action(
        STRIKE,
        QT_TRANSLATE_NOOP("Actions", "Coret catatan"),
        "Shift+N",
        Permission.TRIAGE,
        _with_incident,
        asks(STRIKE, _selected),
    ),
    Action(
        PROCEDURE,
        QT_TRANSLATE_NOOP("Actions", "Prosedur kejadian"),
        "K",
        Permission.WATCH,
        _with_incident,
        asks(PROCEDURE, _selected),
    ),
    Action(
        HERE,
        QT_TRANSLATE_NOOP("Actions", "Kejadian lain di tempat ini"),
        "Shift+K",
        Permission.WATCH,
        _with_others_here,
        asks(HERE, _selected),
    ),
    Action(
        BOOK,
        QT_TRANSLATE_NOOP("Actions", "Buku prosedur"),
        "Ctrl+Alt+K",
        Permission.WATCH,
        always,
        asks(BOOK, lambda seat: None),
    ),
)
