"""What greys an action out is what the room asks of its command: neither a key that is refused in
the room, nor one that is greyed out for somebody the room would have obeyed."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType

import pytest

from command_center import bootstrap, commands, ui
from command_center.commands.registry import VERBS
from command_center.commands.undo import Undo
from command_center.domain.permissions import Permission
from command_center.domain.room import Camera
from command_center.ui.actions.action import Action
from command_center.ui.actions.table import ACTIONS
from command_center.ui.cameras.verbs import verbs
from command_center.ui.seat import Seat

for module in pkgutil.iter_modules(commands.__path__, f"{commands.__name__}."):
    importlib.import_module(module.name)
COMMANDS = {command.__name__: command for command in VERBS}

# An action that asks a panel first: what the panel submits in the end.
ASKED: dict[str, tuple[str, ...]] = {
    "incident.takeover": ("AskTakeOver",),
    "incident.order": ("OrderUnits",),
    "incident.note": ("AddNote",),
    "incident.strike": ("StrikeNote",),
    "incident.merge": ("MergeIncidents",),
    "incident.parent": ("SetParent",),
    "incident.plan": ("PlanIncident",),
    "incident.alarm_level": ("SetAlarmLevel",),
    "incident.link": ("LinkIncidents",),
    "incident.unlink": ("UnlinkIncidents",),
    "incident.close": ("CloseIncident",),
    "incident.call": ("EnterCall",),
    "incident.address": ("CorrectAddress",),
    "incident.refer": ("ReferIncident",),
    "incident.answer": ("AnswerReferral",),
    "incident.standby": ("AskStandby", "CountCasualties"),
    "incident.reply": ("ReplyToReporters",),
    "incident.why": ("SetPriority",),
    "incident.report": ("ReportOrder",),
    "incident.kentongan": ("SoundKentongan",),
    "incident.visit": ("AskVisit",),
    "incident.visited": ("DoneVisit",),
    "call.take": ("TakeCall",),
    "call.end": ("EndCall",),
    "call.back": ("CallBack",),
    "alarm.shelve": ("ShelveAlarm",),
    "alarm.repeat": ("RepeatOrder",),
    "alarm.next_unit": ("ReplaceSilent",),
    "unit.call_off": ("CancelOrder",),
    "unit.welfare_give_up": ("EndWelfare",),
    "incident.call_off": ("CancelOrder",),
    "unit.reassign": ("OrderUnits", "ReassignUnit"),
    "unit.move": ("MoveUnits",),
    "view.close_road": ("CloseRoad",),
    "view.import_roads": ("KeepRoads",),
    "view.unit_words": ("SetUnitWords", "SetUnitLimits"),
    "session.people": ("AddStaff", "ChangeStaff", "StaffLeaves"),
    "wall.rename": ("RenameCamera",),
    "wall.note": ("NoteCamera",),
    "wall.mask": ("MaskCamera",),
    "wall.record": ("RequestEvidence",),
}


def names_in(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from names_in(constant)


def reached(run: object, seen: set[int] | None = None) -> set[str]:
    """Commands that a function makes, by itself or by the functions of the window it calls."""
    seen = set() if seen is None else seen
    if not isinstance(run, FunctionType) or id(run) in seen:
        return set()
    seen.add(id(run))
    held = [cell.cell_contents for cell in run.__closure__ or ()]
    used = [run.__globals__.get(name) for name in names_in(run.__code__)]
    found = {one.__name__ for one in used if isinstance(one, type) and one in VERBS}
    found.discard(Undo.__name__)  # offered with the answer, under a permission of its own
    for one in (*held, *used):
        if isinstance(one, FunctionType) and one.__module__.startswith("command_center.ui."):
            found |= reached(one, seen)
    return found


def asked(action: Action) -> bool:
    return action.run.__qualname__.startswith("asks.")


def submitted(action: Action) -> set[str]:
    """Read out of the code where the action does it itself, typed above where it asks first."""
    if action.run.__qualname__.startswith("asks."):
        return set(ASKED.get(action.id, ()))
    return reached(action.run)


@cache
def made_in_the_program() -> set[str]:
    """Commands that the window, or what stands behind its panels, makes anywhere."""
    made = set()
    for package in (ui, bootstrap):
        for path in Path(package.__path__[0]).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            if "command_center.commands." in text:
                nodes = ast.walk(ast.parse(text))
                made |= {node.id for node in nodes if isinstance(node, ast.Name)} & COMMANDS.keys()
    return made


def permissions_of(names: Iterable[str]) -> set[Permission]:
    return {VERBS[COMMANDS[name]].permission for name in names}


@pytest.mark.parametrize("action", ACTIONS.values(), ids=list(ACTIONS))
def test_an_action_asks_for_what_its_command_asks_for(action: Action) -> None:
    """What tells the room nothing is for everybody who watches."""
    wanted = permissions_of(submitted(action)) or {Permission.WATCH}
    assert wanted == {action.permission}


def test_a_key_of_the_camera_list_asks_for_what_its_command_asks_for() -> None:
    asked = {"rename": {"RenameCamera"}, "note": {"NoteCamera"}}
    for name, one in verbs(_nothing, _nothing).items():
        wanted = permissions_of(asked.get(name) or reached(one.run)) or {Permission.WATCH}
        assert wanted == {one.permission}, name


def test_what_is_typed_here_is_an_action_that_asks_and_a_command_that_is_made() -> None:
    asking = {id for id, one in ACTIONS.items() if one.run.__qualname__.startswith("asks.")}
    assert ASKED.keys() <= asking
    assert {name for names in ASKED.values() for name in names} <= made_in_the_program()


def test_the_code_is_read_through_functions_and_closures() -> None:
    found = {id: submitted(ACTIONS[id]) for id in ("incident.p3", "unit.release", "call.claim")}
    assert found == {
        "incident.p3": {"SetPriority"},
        "unit.release": {"ReleaseUnit"},
        "call.claim": {"ClaimCall"},
    }


def _nothing(seat: Seat, camera: Camera) -> None:
    """Stands for the question that the list's window asks."""
