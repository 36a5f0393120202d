"""The board's list is sorted and counted at every moment, whatever arrives in whatever order."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtTest import QAbstractItemModelTester

from command_center.domain.targets import Targets
from command_center.domain.unit import UnitStatus
from command_center.situation.board import BoardRow
from command_center.ui.units.lines import (
    STATUS_ORDER,
    Group,
    Grouping,
    GroupLine,
    Line,
    UnitLine,
    group_line,
    group_of,
    natural,
    unit_line,
)
from command_center.ui.units.model import BoardModel
from command_center.ui.units.whereabouts import Area
from command_center.ui.units.words import spoken

NOW = datetime(2026, 11, 21, 7, 7, 32, tzinfo=UTC)
TARGETS = Targets()
STATUSES = [status for status in STATUS_ORDER if status is not UnitStatus.UNKNOWN]


def row(
    number: int, status: UnitStatus, agency: str = "samapta", requested: bool = False
) -> BoardRow:
    return BoardRow(
        id=f"unit-{number:03}",
        call_sign=f"{agency.upper()} {number}",
        crew=2,
        kind="patroli",
        agency_id=agency,
        agency_short=agency.title(),
        ours=True,
        orderable=True,
        home=None,
        status=status,
        since=NOW,
        status_reason="",
        incident_id=None,
        incident_number=None,
        incident_address="",
        requested=requested,
        unanswered=False,
        position_at=None,
        heard_at=NOW,
        lat=None,
        lon=None,
    )


def line(row: BoardRow, grouping: Grouping = Grouping.STATUS, now: datetime = NOW) -> UnitLine:
    shown = row.shown_status(now, TARGETS)
    group = group_of(row, Area(), shown, grouping, {"samapta": 0, "lantas": 1})
    return unit_line(row, Area(), group, now, TARGETS)


def expected(units: dict[str, UnitLine]) -> list[Line]:
    """The oracle: everything sorted from nothing."""
    groups: dict[Group, list[UnitLine]] = {}
    for unit in units.values():
        groups.setdefault(unit.group, []).append(unit)
    heads = [
        group_line(group, sum(member.available for member in members), len(members))
        for group, members in groups.items()
    ]
    everything: list[Line] = [*units.values(), *heads]
    return sorted(everything, key=lambda entry: entry.key)


def assert_counts(model: BoardModel) -> None:
    """Every heading equals the lines that stand under it, and the total equals them all."""
    head: GroupLine | None = None
    under: dict[GroupLine, list[UnitLine]] = {}
    for entry in model.lines:
        if isinstance(entry, GroupLine):
            head = entry
            under[head] = []
        else:
            assert head is not None, "a unit stands above the first heading"
            under[head].append(entry)
    for heading, members in under.items():
        assert (heading.ready, heading.total) == (
            sum(member.available for member in members),
            len(members),
        )
    assert model.ready == sum(member.available for m in under.values() for member in m)


@pytest.mark.parametrize("grouping", [Grouping.STATUS, Grouping.AGENCY])
@pytest.mark.parametrize("seed", range(6))
def test_random_changes_leave_the_list_as_a_full_sort_would(
    qapp: object, seed: int, grouping: Grouping
) -> None:
    dice = random.Random(seed)
    model = BoardModel(spoken)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    units: dict[str, UnitLine] = {}
    for _ in range(400):
        number = dice.randrange(40)
        if dice.random() < 0.12:
            model.drop(f"unit-{number:03}")
            units.pop(f"unit-{number:03}", None)
        else:
            agency = dice.choice(["samapta", "lantas", "reskrim"])
            said = row(number, dice.choice(STATUSES), agency, dice.random() < 0.3)
            units[said.id] = line(said, grouping)
            model.put(units[said.id])
        assert list(model.lines) == expected(units)
        assert_counts(model)


@pytest.mark.parametrize("seed", range(4))
def test_a_held_list_keeps_its_places_and_catches_up_when_let_go(qapp: object, seed: int) -> None:
    dice = random.Random(seed)
    model = BoardModel(spoken)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    units = {r.id: line(r) for r in (row(n, dice.choice(STATUSES)) for n in range(30))}
    model.replace_all(units.values())
    model.hold(True)
    places = [entry.row.id if isinstance(entry, UnitLine) else "" for entry in model.lines]
    for _ in range(200):
        number = dice.randrange(35)
        if dice.random() < 0.1:
            model.drop(f"unit-{number:03}")
            units.pop(f"unit-{number:03}", None)
        else:
            said = row(number, dice.choice(STATUSES))
            units[said.id] = line(said)
            model.put(units[said.id])
        standing = [entry.row.id if isinstance(entry, UnitLine) else "" for entry in model.lines]
        assert standing == places
        assert_counts(model)
    model.hold(False)
    assert list(model.lines) == expected(units)
    assert model.waiting == 0


def test_a_held_line_says_what_is_so_where_it_stands(qapp: object) -> None:
    model = BoardModel(spoken)
    model.replace_all([line(row(1, UnitStatus.AVAILABLE)), line(row(2, UnitStatus.AVAILABLE))])
    model.hold(True)
    model.put(line(row(1, UnitStatus.ON_SCENE)))
    standing = model.line_at(1)
    assert isinstance(standing, UnitLine)
    assert (standing.row.id, standing.shown) == ("unit-001", UnitStatus.ON_SCENE)
    assert (model.waiting, model.ready) == (1, 1)


def test_the_selection_goes_with_a_unit_that_changes_its_group(qapp: object) -> None:
    model = BoardModel(spoken)
    model.replace_all([line(row(n, UnitStatus.AVAILABLE)) for n in range(5)])
    chosen = QItemSelectionModel(model)
    place = model.row_of("unit-003")
    assert place is not None
    chosen.setCurrentIndex(model.index(place), QItemSelectionModel.SelectionFlag.ClearAndSelect)
    model.put(line(row(3, UnitStatus.ON_SCENE)))
    now_at = model.line_at(chosen.currentIndex().row())
    assert isinstance(now_at, UnitLine)
    assert now_at.row.id == "unit-003"
    assert now_at.shown is UnitStatus.ON_SCENE


def test_an_unchanged_line_announces_nothing(qapp: object) -> None:
    model = BoardModel(spoken)
    model.replace_all([line(row(1, UnitStatus.AVAILABLE))])
    said: list[object] = []
    model.dataChanged.connect(lambda *indexes: said.append(indexes))
    model.put(line(row(1, UnitStatus.AVAILABLE)))
    assert said == []
    model.put(line(replace(row(1, UnitStatus.AVAILABLE), crew=5)))
    assert len(said) == 1


def test_a_stale_unit_is_never_available() -> None:
    ready = row(1, UnitStatus.AVAILABLE)
    later = NOW + timedelta(seconds=TARGETS.status_stale_s + 1)
    assert line(ready).available
    assert not line(ready, now=later).available
    assert line(ready, now=later).shown is UnitStatus.UNKNOWN
    assert not line(row(2, UnitStatus.AVAILABLE, requested=True)).available


def test_call_signs_are_ordered_as_people_count() -> None:
    names = ["DALMAS 10", "dalmas 2", "AMB 01", "DALMAS 1"]
    assert sorted(names, key=natural) == ["AMB 01", "DALMAS 1", "dalmas 2", "DALMAS 10"]
