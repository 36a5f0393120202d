"""What is only kept here is seen at once, and goes without a trace when the room has it."""

from __future__ import annotations

import copy
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from command_center.advice.triage import Facts, Suggestion, Table
from command_center.commands.dispatch import SetUnitStatus
from command_center.commands.intake import EnterCall, incident_of_call
from command_center.commands.notes import AddNote
from command_center.commands.offline import as_kept, encode, kind_of
from command_center.commands.reported import ReportOrder
from command_center.domain.entities import as_fields, to_json
from command_center.domain.ids import new_id
from command_center.domain.incident import Priority
from command_center.domain.log import Act, Change, LogEntry, StoredEntry
from command_center.domain.unit import Agency, Unit, UnitStatus
from command_center.geo.nearby import NearPlace
from command_center.ports import RowsSnapshot
from command_center.situation.overlay import Overlay
from command_center.situation.situation import Situation
from command_center.situation.state import state
from command_center.storage.outbox import Item, ItemState

AT = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)
ACT = Act("staff:a", "meja-b", "shift:1", "operator")
UNIT = Unit(
    "u1", 1, "SAMAPTA 12", "a1", "r4", (), 4, None, None, UnitStatus.AVAILABLE, AT, ""
)  # fmt: skip


class Nowhere:
    def area_at(self, lat: float, lon: float) -> str | None:
        return None

    def area_named(self, name: str) -> str | None:
        return None

    def label_point(self, code: str) -> tuple[float, float] | None:
        return None

    def local_day(self, at: datetime) -> str:
        return at.date().isoformat()

    def near(self, lat: float, lon: float, within_m: float) -> list[NearPlace]:
        return []

    def knows(self, kind: str, name: str = "") -> bool:
        return False

    def local(self, at: datetime) -> datetime:
        return at

    def local_hour(self, at: datetime) -> int:
        return at.hour


def triage(facts: Facts, table: Table) -> Suggestion:
    return Suggestion(Priority.P2, 3, (), ())


@pytest.fixture
def situation() -> Situation:
    situation = Situation()
    rows = {
        "unit": [to_json(as_fields(UNIT))],
        "agency": [to_json(as_fields(Agency("a1", 1, "samapta", "Samapta", "SMP", True, True)))],
    }
    situation.load(RowsSnapshot(10, bytes(32), "e", rows))
    return situation


@pytest.fixture
def overlay(situation: Situation) -> Overlay:
    overlay = Overlay(situation)
    overlay.prepare(Nowhere(), triage)
    return overlay


def item(command: Any, minutes: int = 0, alias: str = "") -> Item:
    at = AT + timedelta(minutes=minutes)
    kept = as_kept(command, at, alias)
    return Item(new_id(at), kind_of(command), encode(kept), encode(ACT), alias, at)


def call() -> Item:
    return item(EnterCall("kebakaran", "asap tebal", "Jl. Ijen"), 1, "B-03")


def images(situation: Situation) -> dict[str, Any]:
    return copy.deepcopy(situation.tables.rows)


def test_a_kept_call_is_an_incident_with_its_local_number(
    situation: Situation, overlay: Overlay
) -> None:
    kept = call()
    touched = overlay.take([kept])
    (incident,) = situation.open_incidents()
    assert incident.id == incident_of_call(kept.op_id, AT)
    assert (incident.alias, incident.number, incident.priority.value) == ("B-03", 0, "P2")
    assert situation.kept["incident", incident.id] == 1
    assert incident.id in touched.incidents
    assert len(situation.reports(incident.id)) == 1
    assert situation.day(incident.day).incidents == 1


def test_what_is_kept_builds_on_what_was_kept_before(
    situation: Situation, overlay: Overlay
) -> None:
    kept = call()
    id = incident_of_call(kept.op_id, AT)
    overlay.take([kept, item(AddNote(id, "dua korban"), 2), item(ReportOrder(id, "u1"), 3)])
    held = situation.active_assignment("u1")
    assert held is not None
    assert held.incident_id == id
    unit = situation.unit("u1")
    assert unit is not None
    assert (unit.status, unit.version) == (UnitStatus.ORDERED, 1)
    assert situation.kept["incident", id] == 3
    assert situation.kept["unit", "u1"] == 1
    kinds = [stored.entry.kind for stored in overlay.entries([id])]
    assert kinds == ["call.entered", "note.added", "order.reported"]
    assert overlay.entries(["another"]) == []


def test_lifting_leaves_no_trace(situation: Situation, overlay: Overlay) -> None:
    before, said = images(situation), state(situation)
    kept = call()
    id = incident_of_call(kept.op_id, AT)
    overlay.take([kept, item(AddNote(id, "dua korban"), 2), item(ReportOrder(id, "u1"), 3)])
    assert images(situation) != before
    overlay.lift()
    assert images(situation) == before
    assert state(situation) == said
    assert not situation.kept
    assert situation.reports_in(AT + timedelta(minutes=1)) == 0
    overlay.lay()
    assert situation.open_count == 1


def arrives(situation: Situation, overlay: Overlay, kept: Item, seq: int) -> None:
    """The room's own entry, as the live picture folds it."""
    overlay.lift()
    fields = {**to_json(as_fields(UNIT)), "call_sign": "SAMAPTA 12"}
    change = Change("unit", "u1", 2, {"status_reason": "radio"}, {"status_reason": ""})
    assert fields["version"] == 1
    entry = LogEntry("unit.status", 1, kept.op_id, "a", "w", "s", "", "", "", (change,))
    situation.apply(StoredEntry(seq, bytes(32), entry))
    overlay.arrived(kept.op_id)
    overlay.lay()


def test_it_goes_when_the_real_entry_comes_before_its_answer(
    situation: Situation, overlay: Overlay
) -> None:
    kept = item(SetUnitStatus("u1", UnitStatus.BREAK), 5)
    overlay.take([kept])
    assert situation.kept["unit", "u1"] == 1
    arrives(situation, overlay, kept, 11)
    unit = situation.unit("u1")
    assert unit is not None
    assert (unit.status, unit.version) == (UnitStatus.AVAILABLE, 2)
    assert situation.kept["unit", "u1"] == 0


def test_it_stays_until_the_window_has_caught_up(situation: Situation, overlay: Overlay) -> None:
    kept = item(SetUnitStatus("u1", UnitStatus.BREAK), 5)
    overlay.take([replace(kept, state=ItemState.STORED, seq=11)])
    assert situation.kept["unit", "u1"] == 1
    assert overlay.items == ()
    arrives(situation, overlay, kept, 11)
    assert situation.kept["unit", "u1"] == 0


def test_what_the_room_refused_is_no_longer_shown_as_done(
    situation: Situation, overlay: Overlay
) -> None:
    kept = item(SetUnitStatus("u1", UnitStatus.BREAK), 5)
    overlay.take([kept])
    refused = replace(kept, state=ItemState.REFUSED, code="illegal_move")
    overlay.take([refused])
    unit = situation.unit("u1")
    assert unit is not None
    assert unit.status is UnitStatus.AVAILABLE
    assert overlay.items == (refused,)


def test_what_cannot_be_shown_yet_does_not_hide_the_rest(
    situation: Situation, overlay: Overlay
) -> None:
    nowhere = item(AddNote("an-incident-not-loaded", "halo"), 1)
    overlay.take([nowhere, call()])
    assert situation.open_count == 1
    assert len(overlay.items) == 2
