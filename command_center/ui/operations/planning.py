"""The plan of a place's level: what it says before it is called, and what calling it does here."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from command_center.advice.level_plans import (
    PLANS_SETTING,
    LevelPlans,
    PlanItem,
    line_of,
    plans_in_force,
    shipped_plans,
)
from command_center.commands.level_plans import CallPlan
from command_center.commands.roads import CloseRoad
from command_center.domain.errors import OperatorError
from command_center.domain.operation import TaskKind
from command_center.ports import Outcome
from command_center.situation.operations import PlaceStanding, plan_called
from command_center.ui.actions.action import submit
from command_center.ui.detail.words import fill
from command_center.ui.operations.words import level_word, task_kind_text, time_text
from command_center.ui.places.card import Part
from command_center.ui.seat import Seat

translate = QCoreApplication.translate


def plans_of(seat: Seat) -> LevelPlans:
    """The shipped ones where the room's own cannot be read; their page says so."""
    setting = seat.situation.get("room_setting", PLANS_SETTING)
    try:
        return plans_in_force(setting.value if setting else None, setting.version if setting else 0)
    except OperatorError:
        return shipped_plans()


def plan_part(seat: Seat, place: PlaceStanding, operation_id: str) -> Part:
    """When it was called, or what it will ask of whom."""
    called = plan_called(seat.situation, place, operation_id)
    word = level_word(place.level).upper()
    heading = fill(translate("Operations", "RENCANA %1"), word)
    if called is not None:
        at = time_text(called.at, seat.live.now(), seat.zone)
        told = translate("Operations", "dijalankan %1; tugasnya pada halaman Tugas")
        return Part(heading, fill(told, at), "text2")
    items = plans_of(seat).of(place.level, place.name)
    key = translate("Operations", "K menjalankan")
    return Part(f"{heading} · {key}", "\n".join(_lines(items)))


def _lines(items: Sequence[PlanItem]) -> list[str]:
    said = translate("Operations", "%1 · %2 (%3, %4 menit)")
    return [fill(said, task_kind_text(i.kind), i.text, i.owner, str(i.minutes)) for i in items]


def open_tasks(seat: Seat, operation_id: str) -> dict[str, tuple[int, int]]:
    """By place: how many are open there, and how many of them should be done by now."""
    now = seat.live.now()
    found: dict[str, tuple[int, int]] = {}
    for task in seat.situation.all("plan_task"):
        if task.operation_id == operation_id and task.done_at is None:
            many, late = found.get(task.place, (0, 0))
            found[task.place] = many + 1, late + (task.due_at < now)
    return found


def call_plan(seat: Seat, operation_id: str, place: PlaceStanding) -> None:
    """Its tasks are made; then the wall of this seat shows its view, and its roads are closed."""
    plans = plans_of(seat)
    items = plans.of(place.level, place.name)

    def called(outcome: Outcome) -> None:
        seat.notices.done(outcome.kind, **outcome.result)
        for item in items:
            if item.subject and item.kind is TaskKind.CAMERAS:
                seat.asking.ask("wall.view", item.subject)
            elif item.subject and item.kind is TaskKind.CLOSURE:
                why = fill(translate("Operations", "situasi %1 di %2"), place.level, place.name)
                submit(seat, CloseRoad(item.text, line_of(item.subject), why), name=item.text)

    command = CallPlan(operation_id, place.name, place.level, plans.version)
    seat.submit(command, called, seat.notices.failed)
