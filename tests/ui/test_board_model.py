"""The board's list is sorted and counted at every moment, whatever arrives in whatever order."""

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtTest import QAbstractItemModelTester

from command_center.domain.targets import Targets
from command_center.domain.unit import Unit, UnitStatus
from command_center.domain.unit_words import default_limits
from command_center.situation.board import BoardRow
from command_center.situation.strength import NOBODY, Strength
from command_center.ui.units.lines import (
    STATUS_ORDER,
    Group,
    Grouping,
    GroupLine,
    Line,
    UnitLine,
    groups_of,
    natural,
    unit_line,
)
from command_center.ui.units.model import BoardModel
from command_center.ui.units.whereabouts import Area


def spoken(entry: Line) -> str:
    return entry.key[-1][-1]


NOW = datetime(2026, 11, 21, 7, 7, 32, tzinfo=UTC)
TARGETS = Targets()
LIMITS = default_limits(TARGETS)
RANKS = {"samapta": 0, "lantas": 1}
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


def container(id: str) -> Unit:
    """A kompi, pleton or regu, whatever agency asks for it."""
    return Unit(id, 1, id.upper(), "any", "regu", (), 0, None, None, STATUSES[0], NOW, "")


def line(
    row: BoardRow,
    grouping: Grouping = Grouping.STATUS,
    now: datetime = NOW,
    above: tuple[Unit, ...] = (),
) -> UnitLine:
    shown = row.shown_status(now, TARGETS)
    groups = groups_of(row, Area(), shown, grouping, RANKS, above)
    return unit_line(row, Area(), groups, now, TARGETS, LIMITS)


def expected(units: dict[str, UnitLine]) -> list[Line]:
    """The oracle: everything sorted from nothing."""
    groups: dict[Group, Strength] = {}
    for unit in units.values():
        for group in unit.groups:
            groups[group] = groups.get(group, NOBODY) + unit.strength
    heads = [GroupLine(group, strength) for group, strength in groups.items()]
    everything: list[Line] = [*units.values(), *heads]
    return sorted(everything, key=lambda entry: entry.key)


def assert_counts(model: BoardModel) -> None:
    """Every heading equals the lines that stand under it, and the total equals them all."""
    open_heads: list[GroupLine] = []
    under: dict[GroupLine, list[UnitLine]] = {}
    everybody: list[UnitLine] = []
    for entry in model.lines:
        while open_heads and entry.key[: len(open_heads[-1].key)] != open_heads[-1].key:
            open_heads.pop()
        if isinstance(entry, GroupLine):
            open_heads.append(entry)
            under[entry] = []
        else:
            assert open_heads, "a unit stands above the first heading"
            assert tuple(head.group for head in open_heads) == entry.groups
            everybody.append(entry)
            for head in open_heads:
                under[head].append(entry)
    assert model.strength.total == len(everybody)
    for heading, inside in [*under.items(), (None, everybody)]:
        strength = model.strength if heading is None else heading.strength
        assert inside or heading is None, "a heading with nothing under it"
        free = [one for one in inside if one.available]
        assert (strength.ready, strength.total) == (len(free), len(inside))
        assert strength.ready_people == sum(one.row.crew for one in free)
        assert strength.people == sum(one.row.crew for one in inside)


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


@pytest.mark.parametrize("seed", range(6))
def test_a_tree_keeps_its_strength_as_units_change_their_pleton(qapp: object, seed: int) -> None:
    dice = random.Random(seed)
    model = BoardModel(spoken)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    kompi, plenty = container("kompi"), [container(f"pleton-{n}") for n in range(3)]
    paths = [(), (kompi,), *((kompi, pleton) for pleton in plenty), (plenty[0],)]
    units: dict[str, UnitLine] = {}
    for _ in range(400):
        number = dice.randrange(12)
        if dice.random() < 0.2:
            model.drop(f"unit-{number:03}")
            units.pop(f"unit-{number:03}", None)
        else:
            agency = dice.choice(["samapta", "lantas"])
            said = row(number, dice.choice(STATUSES), agency, dice.random() < 0.3)
            units[said.id] = line(said, Grouping.AGENCY, above=dice.choice(paths))
            model.put(units[said.id])
        assert list(model.lines) == expected(units)
        assert_counts(model)


def test_a_pleton_is_chosen_as_its_units(qapp: object) -> None:
    model = BoardModel(spoken)
    pleton = (container("pleton-1"),)
    inside = [line(row(n, STATUSES[0]), Grouping.AGENCY, above=pleton) for n in (1, 2)]
    outside = line(row(3, STATUSES[0]), Grouping.AGENCY)
    model.replace_all([*inside, outside])
    heads = [at for at, entry in enumerate(model.lines) if isinstance(entry, GroupLine)]
    agency, own = heads
    assert [one.row.id for one in model.chosen([own])] == ["unit-001", "unit-002"]
    assert [one.row.id for one in model.chosen(range(len(model.lines)))] == [
        "unit-003",
        "unit-001",
        "unit-002",
    ]
    assert model.chosen([agency]) == []


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
    assert model.waiting == (0, 0)


def test_a_held_line_says_what_is_so_where_it_stands(qapp: object) -> None:
    model = BoardModel(spoken)
    model.replace_all([line(row(1, UnitStatus.AVAILABLE)), line(row(2, UnitStatus.AVAILABLE))])
    model.hold(True)
    model.put(line(row(1, UnitStatus.ON_SCENE)))
    standing = model.line_at(1)
    assert isinstance(standing, UnitLine)
    assert (standing.row.id, standing.shown) == ("unit-001", UnitStatus.ON_SCENE)
    assert (model.waiting, model.strength.ready) == ((0, 1), 1)


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
    model.put(line(replace(row(1, UnitStatus.AVAILABLE), status_reason="apel")))
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
