"""Thousands of incidents on the map: what is painted stays bounded, what stays is not remade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.domain.incident import Incident, IncidentStatus, Priority
from command_center.domain.unit import UnitStatus
from command_center.ports import Position
from command_center.ui.map.age import FRESH_S, STEP_S
from command_center.ui.map.canvas import LATER_MS
from command_center.ui.map.items import Item
from command_center.ui.map.layout import Kept
from command_center.ui.map.panel import CROWD, MapPanel
from command_center.ui.map.words import MOST_NAMES, Written
from tests.ui.conftest import MakeDesk
from tests.ui.map_pictures import finished
from tests.ui.scene import incident_rows, picture_rows
from tests.ui.seats import Desk


def crowd(count: int) -> list[Incident]:
    model = next(row for row in incident_rows() if row.is_open and row.lat is not None)
    assert model.lat is not None
    return [
        replace(
            model,
            id=f"crowd-{at:04}",
            number=1000 + at,
            priority=Priority.P4,
            lat=model.lat + at * 1e-5,
        )
        for at in range(count)
    ]


@pytest.fixture
def desk(new_desk: MakeDesk) -> Desk:
    return new_desk([*picture_rows(), *crowd(CROWD)])


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> MapPanel:
    made = MapPanel(desk.seat)
    qtbot.addWidget(made)
    made.resize(890, 600)
    made.show()
    desk.tick(0)
    return made


def items_of(panel: MapPanel) -> dict[str, Item]:
    return {item.id: item for item in panel.canvas.layout_now().items()}


def test_a_crowd_is_shown_whole_but_not_all_of_it_is_named(panel: MapPanel) -> None:
    layout = panel.canvas.layout_now()
    assert len(panel.marks.incidents) > CROWD
    assert set(panel.marks.incidents) <= {item.id for item in layout.items()}
    others = len(panel.marks.units) + len(panel.marks.cameras)
    assert 0 < len(layout.names) <= MOST_NAMES + others


def test_the_chosen_one_is_named_although_it_is_the_last(panel: MapPanel, desk: Desk) -> None:
    panel.canvas.zoom(400.0)
    last = list(panel.marks.incidents)[-1]
    before = {id(name.picture) for name in panel.canvas.layout_now().names}
    desk.seat.selection.select_incident(last)
    picture = panel.canvas._sprites.name(panel.marks.incidents[last].label, "text", True)
    assert id(picture) not in before
    assert any(name.picture is picture for name in panel.canvas.layout_now().names)


def test_only_what_changed_is_made_anew(panel: MapPanel, desk: Desk) -> None:
    before = dict(panel.marks.incidents)
    items = items_of(panel)
    desk.change(desk.row("incident", "crowd-0007"), priority=Priority.P1)
    desk.settle()
    panel._take_waiting()
    after, laid = panel.marks.incidents, items_of(panel)
    assert after["crowd-0007"].priority is Priority.P1
    assert all(after[id] is before[id] for id in after if id != "crowd-0007")
    assert all(laid[id] is items[id] for id in after if id != "crowd-0007")


def test_a_crowd_follows_the_room_a_little_later(panel: MapPanel, desk: Desk, qtbot: QtBot) -> None:
    desk.change(desk.row("incident", "crowd-0007"), status=IncidentStatus.CLOSED)
    desk.settle()
    assert "crowd-0007" in panel.marks.incidents
    qtbot.waitUntil(lambda: "crowd-0007" not in panel.marks.incidents)


def quiet(panel: MapPanel, desk: Desk) -> None:
    """Until nothing of the map waits to be painted, and all that was has been shown."""
    QTest.qWait(LATER_MS + 50)
    finished(panel.canvas)
    desk.settle()


def test_the_clock_paints_the_map_anew_only_where_a_unit_pales(
    panel: MapPanel, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(panel.canvas, "update", lambda: asked.append("paint"))
    quiet(panel, desk)
    asked.clear()
    desk.tick()
    quiet(panel, desk)
    assert asked == []
    heard = Position("unit-lantas-03", -7.98, 112.63, 10.0, 0.0, None, desk.clock.now())
    desk.telemetry.put_positions([heard])
    desk.tick()
    desk.settle()
    assert "unit-lantas-03" in panel.marks.units
    quiet(panel, desk)
    asked.clear()
    desk.tick()
    quiet(panel, desk)
    assert asked == []
    desk.tick(FRESH_S + STEP_S + 1)
    desk.settle()
    qtbot.waitUntil(lambda: asked != [])


def written(panel: MapPanel) -> tuple[Sequence[Written], Sequence[Written]]:
    """As the map has them, after a look at whether writing all anew gives the same."""
    canvas = panel.canvas
    kept = canvas.layout_now()
    before, canvas._kept, canvas._layout = canvas._kept, Kept(), None
    anew = canvas.layout_now()
    canvas._kept, canvas._layout = before, kept
    for mine, fresh in ((kept.names, anew.names), (kept.headings, anew.headings)):
        assert [(w.box, id(w.picture)) for w in mine] == [(w.box, id(w.picture)) for w in fresh]
    return kept.names, kept.headings


def test_names_are_placed_anew_only_when_one_of_them_may_be_another(
    panel: MapPanel, desk: Desk
) -> None:
    before, version = written(panel), panel.marks.version
    last = list(panel.marks.incidents)[-1]
    desk.change(desk.row("incident", last), lat=-7.9, lon=112.6)
    desk.settle()
    panel._take_waiting()
    assert panel.marks.version != version
    names, headings = written(panel)
    assert names is before[0]
    assert headings is before[1]
    desk.seat.selection.select_incident(last)
    chosen, _ = written(panel)
    assert chosen is not names
    at = Position("unit-lantas-03", -7.98, 112.63, 10.0, 0.0, None, desk.clock.now())
    desk.telemetry.put_positions([at])
    desk.tick()
    desk.settle()
    moved, _ = written(panel)
    assert moved is not chosen
    panel.canvas.zoom(3.0)
    nearer, _ = written(panel)
    assert nearer is not moved
    first = next(iter(panel.marks.incidents))
    desk.change(desk.row("incident", first), status=IncidentStatus.CLOSED)
    desk.settle()
    panel._take_waiting()
    assert written(panel)[0] is not nearer


def crowded(desk: Desk, panel: MapPanel, count: int) -> None:
    """So many units more, spread over the city, some of them on an order."""
    model = desk.row("unit", "unit-samapta-14")
    for number in range(count):
        desk.add(replace(model, id=f"many-{number:04}", version=1, call_sign=f"BANYAK {number}"))
    heard = [
        Position(f"many-{number:04}", -8.03 + number % 40 * 0.0025, 112.59 + number // 40 * 0.01,
                 10.0, 0.0, None, desk.clock.now())
        for number in range(count)
    ]  # fmt: skip
    desk.telemetry.put_positions(heard)
    desk.settle()
    desk.tick()
    desk.settle()
    assert len(panel.marks.units) >= count


def test_of_a_crowd_of_units_those_in_view_are_named(panel: MapPanel, desk: Desk) -> None:
    count = 2 * MOST_NAMES
    crowded(desk, panel, count)
    canvas = panel.canvas
    sprites, marks = canvas._sprites, panel.marks

    def is_named(number: int) -> bool:
        picture = sprites.name(marks.units[f"many-{number:04}"].label, "text2", False)
        return any(name.picture is picture for name in canvas.layout_now().names)

    assert sum(is_named(number) for number in range(count)) <= MOST_NAMES
    last = marks.units[f"many-{count - 1:04}"]
    assert not is_named(count - 1)
    canvas.look_at(replace(canvas.viewport, x_m=last.x_m, y_m=last.y_m, scale=0.5))
    assert is_named(count - 1)


def test_names_of_a_crowd_stand_still_while_the_map_is_panned_a_little(
    panel: MapPanel, desk: Desk
) -> None:
    crowded(desk, panel, 2 * MOST_NAMES)
    canvas = panel.canvas
    canvas.zoom(8.0)
    before = canvas.layout_now().names
    canvas.look_at(canvas.viewport.panned(60, 30))
    assert canvas.layout_now().names is before
    canvas.look_at(canvas.viewport.panned(2 * canvas.width(), 0))
    assert canvas.layout_now().names is not before


def test_a_unit_that_says_nothing_new_keeps_its_mark(panel: MapPanel, desk: Desk) -> None:
    heard = Position("unit-lantas-03", -7.98, 112.63, 10.0, 0.0, None, desk.clock.now())
    desk.telemetry.put_positions([heard, replace(heard, unit_id="unit-amb-03", lat=-7.96)])
    desk.tick()
    before, items = dict(panel.marks.units), items_of(panel)
    desk.telemetry.put_positions([replace(heard, lat=-7.97, at=desk.clock.now())])
    desk.tick()
    after, laid = panel.marks.units, items_of(panel)
    assert after["unit-lantas-03"] is not before["unit-lantas-03"]
    assert len(before) > 1
    assert all(after[id] is before[id] for id in before if id != "unit-lantas-03")
    assert all(laid[id] is items[id] for id in before if id != "unit-lantas-03")


def test_a_unit_that_goes_off_duty_leaves_the_map(panel: MapPanel, desk: Desk) -> None:
    desk.telemetry.put_positions(
        [Position("unit-lantas-03", -7.98, 112.63, 10.0, 0.0, None, desk.clock.now())]
    )
    desk.tick()
    silent = panel.marks.silent_units
    desk.change(desk.row("unit", "unit-lantas-03"), status=UnitStatus.OFF_DUTY)
    desk.change(desk.row("unit", "unit-amb-03"), status=UnitStatus.OFF_DUTY)
    desk.settle()
    panel._take_waiting()
    assert "unit-lantas-03" not in panel.marks.units
    assert panel.marks.silent_units == silent - ("unit-amb-03" not in desk.telemetry.at)


def test_where_units_hide_each_other_those_at_rest_are_dots(
    panel: MapPanel, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("command_center.ui.map.layout.DENSE", 2 * MOST_NAMES)
    crowded(desk, panel, 2 * MOST_NAMES + 1)
    canvas, id = panel.canvas, "many-0007"
    dot = canvas._sprites.dot(UnitStatus.AVAILABLE)
    assert items_of(panel)[id].sprite is dot
    desk.seat.selection.select_unit(id)
    assert items_of(panel)[id].sprite is not dot
    mark = panel.marks.units["many-0011"]
    canvas.look_at(replace(canvas.viewport, x_m=mark.x_m, y_m=mark.y_m, scale=0.5))
    assert items_of(panel)["many-0011"].sprite is not dot
