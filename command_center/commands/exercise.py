"""What the director and the evaluators of an exercise put on record, in its own log."""

from __future__ import annotations

from dataclasses import dataclass

from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import Room, RoomKind
from command_center.ports import UnitOfWork

LONGEST = 2_000
DIRECTED = "inject"
"""Reason of an act that the scenario's director lets happen: not a decision of the room."""
INJECT, NOTE, PACE = "exercise.inject", "exercise.note", "exercise.pace"


@dataclass(frozen=True, slots=True)
class RecordInject:
    """What became of an inject of the scenario: there, skipped, lost, unstaged."""

    inject: str
    kind: str
    title: str
    state: str


@dataclass(frozen=True, slots=True)
class RecordPace:
    """The director lets the exercise run so many times as fast as the clock on the wall; 0: it
    stands still."""

    speed: float


@dataclass(frozen=True, slots=True)
class AddEvaluatorNote:
    """What an evaluator saw, about an incident or, "" , the exercise."""

    text: str
    incident_id: str = ""


@verb(RecordInject, INJECT, Permission.RUN_CLOCKWORK, always_logged=True)
def record_inject(work: UnitOfWork, command: RecordInject, ctx: Context) -> Result:
    _demand_exercise(work)
    return {
        "inject": command.inject[:60],
        "kind": command.kind[:20],
        "title": command.title[:120],
        "state": command.state[:20],
    }


@verb(RecordPace, PACE, Permission.RUN_CLOCKWORK, always_logged=True)
def record_pace(work: UnitOfWork, command: RecordPace, ctx: Context) -> Result:
    _demand_exercise(work)
    return {"speed": command.speed}


@verb(AddEvaluatorNote, NOTE, Permission.WATCH, always_logged=True)
def add_evaluator_note(work: UnitOfWork, command: AddEvaluatorNote, ctx: Context) -> Result:
    """Whoever watches the exercise may evaluate it; nothing of the room changes by it."""
    _demand_exercise(work)
    text = command.text.strip()
    if not text:
        raise OperatorError("note_empty")
    if len(text) > LONGEST:
        raise OperatorError("text_too_long", limit=LONGEST)
    return {"text": text, "incident_id": command.incident_id}


def _demand_exercise(work: UnitOfWork) -> None:
    if any(room.kind is not RoomKind.EXERCISE for room in work.find(Room)):
        raise OperatorError("exercise_only")
