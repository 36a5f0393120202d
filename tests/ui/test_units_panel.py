"""The board follows the room, counts honestly, and is worked by keys, menu and drag."""

import json
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPaintEvent, QRegion
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from command_center.commands.dispatch import AcknowledgeOrder, ReleaseUnit, SetUnitStatus
from command_center.commands.undo import Undo
from command_center.domain.room import Role
from command_center.domain.unit import UnitStatus
from command_center.ports import Position
from command_center.ui.actions.buttons import key_text
from command_center.ui.actions.table import ACTIONS
from command_center.ui.actions.unit import UNIT_ACTIONS
from command_center.ui.units import words
from command_center.ui.units.dragging import MIME, drag_picture, drag_texts
from command_center.ui.units.lines import Grouping, GroupLine, UnitLine
from command_center.ui.units.panel import BoardPanel
from command_center.ui.units.verbs import VERBS
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW, ago, picture_rows, unit
from tests.ui.seats import Desk

SAMAPTA_14 = "unit-samapta-14"
LANTAS_03 = "unit-lantas-03"
ITS_ORDER = "assignment-unit-lantas-03"


@pytest.fixture
def panel(desk: Desk, qtbot: QtBot) -> BoardPanel:
    made = BoardPanel(desk.seat)
    qtbot.addWidget(made)
    made.resize(474, 690)
    made.show()
    return made


def at(unit_id: str, lat: float = -7.95, lon: float = 112.64, age_s: float = 5) -> Position:
    return Position(unit_id, lat, lon, 10.0, 5.0, 90.0, ago(age_s))


def line_of(panel: BoardPanel, unit_id: str) -> UnitLine:
    return panel.model.units[unit_id]


def choose(panel: BoardPanel, *unit_ids: str) -> None:
    panel.view.clearSelection()
    chosen = panel.view.selectionModel()
    for unit_id in unit_ids:
        place = panel.model.row_of(unit_id)
        assert place is not None
        index = panel.model.index(place)
        chosen.setCurrentIndex(index, chosen.SelectionFlag.Select)


def press(panel: BoardPanel, key: Qt.Key) -> None:
    """A unit's key: the window has the same ones for the one selected unit."""
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(panel.view, key, both)


def assert_every_count_equals_its_rows(panel: BoardPanel, desk: Desk) -> None:
    now, targets = desk.clock.now(), desk.seat.targets
    rows = [entry for entry in panel.model.lines if isinstance(entry, UnitLine)]

    def counted(members: list[UnitLine]) -> str:
        ready = sum(entry.row.is_available(now, targets) for entry in members)
        stale = sum(entry.row.is_doubtful(now, targets) for entry in members)
        return f"{ready} siap{f', {stale} basi' if stale else ''} / {len(members)}"

    assert panel.header.count.text() == counted(rows)
    heads = [entry for entry in panel.model.lines if isinstance(entry, GroupLine)]
    outer = [head for head in heads if head.group.depth == 0]
    assert sum(head.strength.total for head in outer) == len(rows)
    for head in heads:
        members = [entry for entry in rows if head.group in entry.groups]
        assert words.group_count(head) == counted(members)


@pytest.mark.parametrize("grouping", list(Grouping))
def test_every_count_equals_its_rows(panel: BoardPanel, desk: Desk, grouping: Grouping) -> None:
    panel.group_by(grouping)
    assert_every_count_equals_its_rows(panel, desk)
    desk.change(desk.row("unit", SAMAPTA_14), status=UnitStatus.ON_SCENE, status_since=NOW)
    desk.settle()
    assert_every_count_equals_its_rows(panel, desk)
    desk.telemetry.put_positions([at("unit-reskrim-02")])
    desk.tick(400)
    assert_every_count_equals_its_rows(panel, desk)


def test_the_header_counts_the_picture(panel: BoardPanel) -> None:
    assert panel.header.count.text() == "6 siap / 16"


def test_silence_takes_a_unit_out_of_the_count(panel: BoardPanel, desk: Desk) -> None:
    desk.telemetry.put_positions([at(SAMAPTA_14)])
    desk.change(desk.row("unit", SAMAPTA_14), status_since=ago(1))
    desk.settle()
    desk.tick(1)
    assert line_of(panel, SAMAPTA_14).available
    desk.tick(desk.seat.targets.position_stale_s)
    assert line_of(panel, SAMAPTA_14).shown is UnitStatus.UNKNOWN
    assert panel.header.count.text().startswith("5 siap")
    assert_every_count_equals_its_rows(panel, desk)


def test_a_new_unit_takes_its_place_by_agency_and_call_sign(panel: BoardPanel, desk: Desk) -> None:
    desk.add(unit("unit-samapta-10", "SAMAPTA 10", "samapta", UnitStatus.AVAILABLE, 5))
    desk.settle()
    samapta = [
        entry.row.call_sign
        for entry in panel.model.lines
        if isinstance(entry, UnitLine) and entry.row.agency_id == "samapta"
    ]
    assert samapta == ["SAMAPTA 09", "SAMAPTA 10", "SAMAPTA 12", "SAMAPTA 14"]


def test_agencies_that_are_asked_say_so(panel: BoardPanel) -> None:
    titles = [words.group_title(e.group) for e in panel.model.lines if isinstance(e, GroupLine)]
    assert "SAMAPTA" in titles
    assert "DAMKAR (diminta)" in titles


def test_what_a_row_says(panel: BoardPanel, desk: Desk) -> None:
    desk.telemetry.put_positions([at(SAMAPTA_14, age_s=4)])
    desk.tick(0)
    assert words.where(line_of(panel, LANTAS_03)) == "#0147 belum dijawab"
    assert words.where(line_of(panel, "unit-dalmas-1")) == "#0147 Kantor KPU"
    assert words.call_sign(line_of(panel, "unit-dalmas-1")) == "DALMAS 1 (30)"
    assert words.heard(line_of(panel, SAMAPTA_14), NOW) == "4 dtk"
    assert words.heard(line_of(panel, "unit-brimob-a"), NOW) == "–"
    assert words.in_status(line_of(panel, "unit-reskrim-02"), NOW) == "1 j 12 m"


def test_the_area_follows_the_position(panel: BoardPanel, desk: Desk) -> None:
    panel.group_by(Grouping.AREA)
    assert words.group_title(line_of(panel, SAMAPTA_14).groups[0]) == "LOWOKWARU"
    blimbing = desk.seat.city.gazetteer.by_code("35.73.01")
    assert blimbing is not None
    assert blimbing.lat is not None
    assert blimbing.lon is not None
    desk.telemetry.put_positions([at(SAMAPTA_14, blimbing.lat, blimbing.lon)])
    desk.tick()
    assert words.group_title(line_of(panel, SAMAPTA_14).groups[0]) == "BLIMBING"


def test_a_cut_feed_moves_nothing_but_the_ages(panel: BoardPanel, desk: Desk) -> None:
    before = panel.model.lines
    desk.feed.cut = True
    desk.change(desk.row("unit", SAMAPTA_14), status=UnitStatus.ON_SCENE)
    for _ in range(5):
        desk.tick()
    desk.settle()
    assert panel.model.lines == before
    aged = words.in_status(line_of(panel, LANTAS_03), desk.clock.now())
    assert aged == "46 dtk"


class PaintedRegions(QObject):
    """What a widget was asked to paint anew."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.seen: list[QRegion] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.seen.append(event.region())
        return False


def test_a_tick_repaints_only_the_cells_of_time(panel: BoardPanel, desk: Desk) -> None:
    desk.tick()
    desk.settle()
    painted = PaintedRegions(panel.view.viewport())
    desk.tick()
    desk.settle()
    place = panel.model.row_of(LANTAS_03)
    assert place is not None
    row = panel.view.visualRect(panel.model.index(place))
    assert len(painted.seen) == 1
    assert painted.seen[0].intersects(row)
    left_half = QRect(0, 0, row.width() // 3, panel.view.viewport().height())
    assert not painted.seen[0].intersects(left_half)


def test_the_list_holds_still_under_the_pointer(panel: BoardPanel, desk: Desk) -> None:
    panel.group_by(Grouping.STATUS)
    place = QPointF(50, 50)
    panel.view.enterEvent(QEnterEvent(place, place, place))
    row = panel.model.row_of(SAMAPTA_14)
    desk.change(desk.row("unit", SAMAPTA_14), status=UnitStatus.ON_SCENE)
    desk.settle()
    assert panel.model.row_of(SAMAPTA_14) == row
    assert line_of(panel, SAMAPTA_14).shown is UnitStatus.ON_SCENE
    assert panel.header.waiting.text() == "1 berubah"
    assert_every_count_equals_its_rows(panel, desk)
    panel.view.leaveEvent(QEvent(QEvent.Type.Leave))
    assert panel.model.row_of(SAMAPTA_14) != row
    assert panel.header.waiting.text() == ""


def test_selection_is_shared_both_ways(panel: BoardPanel, desk: Desk) -> None:
    choose(panel, LANTAS_03)
    assert desk.seat.selection.unit_id == LANTAS_03
    desk.seat.selection.select_unit(SAMAPTA_14)
    assert [entry.row.id for entry in panel.view.chosen()] == [SAMAPTA_14]
    panel.group_by(Grouping.STATUS)
    assert [entry.row.id for entry in panel.view.chosen()] == [SAMAPTA_14]


def test_dragged_units_travel_as_a_list_of_ids(panel: BoardPanel) -> None:
    choose(panel, SAMAPTA_14, LANTAS_03)
    data = panel.model.mimeData(panel.view.selectedIndexes())
    assert data.formats() == [MIME]
    assert sorted(json.loads(bytes(data.data(MIME).data()))) == [LANTAS_03, SAMAPTA_14]


def test_headings_are_neither_chosen_nor_dragged(panel: BoardPanel) -> None:
    panel.view.selectAll()
    assert len(panel.view.chosen()) == 16
    assert json.loads(bytes(panel.model.mimeData([panel.model.index(0)]).data(MIME).data())) == []


def test_arrow_keys_go_from_unit_to_unit(panel: BoardPanel, desk: Desk) -> None:
    choose(panel, SAMAPTA_14)
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    assert desk.seat.selection.unit_id == "unit-dalmas-1"


def test_a_dragged_unit_shows_what_it_is_taken_from(panel: BoardPanel, desk: Desk) -> None:
    lines = [line_of(panel, "unit-dalmas-1"), line_of(panel, SAMAPTA_14)]
    assert drag_texts(lines) == [("DALMAS 1", "#0147 Kantor KPU"), ("SAMAPTA 14", "")]
    assert drag_texts([lines[0]] * 7)[-1] == ("+2", "")
    busy = drag_picture(lines, desk.seat.theme, 1.0)
    free = drag_picture(lines[1:], desk.seat.theme, 1.0)
    assert busy.width() > free.width() > 0


@pytest.mark.parametrize(
    ("key", "unit_id", "command"),
    [
        (Qt.Key.Key_T, LANTAS_03, AcknowledgeOrder(LANTAS_03, ITS_ORDER)),
        (Qt.Key.Key_M, LANTAS_03, SetUnitStatus(LANTAS_03, UnitStatus.EN_ROUTE, holder=ITS_ORDER)),
        (Qt.Key.Key_D, LANTAS_03, SetUnitStatus(LANTAS_03, UnitStatus.ON_SCENE, holder=ITS_ORDER)),
        (Qt.Key.Key_X, SAMAPTA_14, SetUnitStatus(SAMAPTA_14, UnitStatus.UNAVAILABLE, holder="")),
        (Qt.Key.Key_Delete, LANTAS_03, ReleaseUnit(LANTAS_03, ITS_ORDER)),
    ],
)
def test_a_key_says_it_for_the_unit_and_can_be_taken_back(
    panel: BoardPanel, desk: Desk, key: Qt.Key, unit_id: str, command: object
) -> None:
    choose(panel, unit_id)
    press(panel, key)
    desk.settle()
    assert desk.commands == [command]
    subject = ("unit", unit_id)
    if not isinstance(command, SetUnitStatus):
        subject = ("assignment", f"assignment-{unit_id}")
    assert desk.notices[-1].undo == Undo(*subject, "op-1")


@pytest.mark.parametrize("key", [Qt.Key.Key_T, Qt.Key.Key_M, Qt.Key.Key_S, Qt.Key.Key_Delete])
def test_a_key_that_does_not_fit_does_nothing(panel: BoardPanel, desk: Desk, key: Qt.Key) -> None:
    choose(panel, SAMAPTA_14)
    press(panel, key)
    assert desk.commands == []


def test_an_observer_changes_nothing(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk(role=Role.OBSERVER)
    panel = BoardPanel(desk.seat)
    qtbot.addWidget(panel)
    choose(panel, LANTAS_03)
    press(panel, Qt.Key.Key_M)
    assert desk.commands == []
    assert not any(action.isEnabled() for action in panel.view.menu().actions())


def test_a_key_is_about_all_chosen_units(panel: BoardPanel, desk: Desk) -> None:
    choose(panel, LANTAS_03, SAMAPTA_14)
    press(panel, Qt.Key.Key_X)
    assert {command.unit_id for command in desk.commands} == {LANTAS_03, SAMAPTA_14}


def test_the_board_answers_its_own_keys_and_leaves_the_others(panel: BoardPanel) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    kind = QEvent.Type.ShortcutOverride
    ours = QKeyEvent(kind, Qt.Key.Key_M, both)
    other = QKeyEvent(kind, Qt.Key.Key_M, Qt.KeyboardModifier.NoModifier, "m")
    for event in (ours, other):
        event.ignore()
        panel.view.event(event)
    assert ours.isAccepted()
    assert not other.isAccepted()


def test_the_menu_shows_every_verb_with_its_key(panel: BoardPanel) -> None:
    choose(panel, LANTAS_03)
    actions = panel.view.menu().actions()
    assert [a.text().split("\t")[1] for a in actions] == [key_text(v.key) for v in VERBS]
    assert {verb.id for verb in VERBS} == {action.id for action in UNIT_ACTIONS}
    enabled = {action.text().split("\t")[0] for action in actions if action.isEnabled()}
    assert {"Perintah diterima", "Menuju TKP", "Lepas dari kejadian"} <= enabled


def test_one_key_goes_through_the_groupings(panel: BoardPanel, desk: Desk) -> None:
    panel.activateWindow()
    desk.settle()
    for title in ("SIAP", "BLIMBING", "SAMAPTA"):
        ACTIONS["view.grouping"].perform(desk.seat)
        first = panel.model.line_at(0)
        assert isinstance(first, GroupLine)
        assert words.group_title(first.group) == title


def test_text_of_a_unit_is_never_markup(new_desk: MakeDesk, qtbot: QtBot) -> None:
    rows = picture_rows()
    rows = [
        replace(row, call_sign="<b>X</b>") if getattr(row, "id", "") == SAMAPTA_14 else row
        for row in rows
    ]
    desk = new_desk(rows)
    panel = BoardPanel(desk.seat)
    qtbot.addWidget(panel)
    assert "<b>" not in words.tip(line_of(panel, SAMAPTA_14), NOW, "", panel.look.meaning)


@pytest.mark.parametrize("width", [280, 474])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_words_of_ours_fit_their_cells(
    new_desk: MakeDesk, qtbot: QtBot, width: int, scale: float
) -> None:
    desk = new_desk(scale=scale)
    panel = BoardPanel(desk.seat)
    qtbot.addWidget(panel)
    panel.resize(round(width * scale), 690)
    panel.show()
    desk.settle()
    assert panel.width() == round(width * scale)
    header = panel.header
    for label in (header.title, header.count):
        assert label.width() >= label.sizeHint().width()


def test_a_unit_that_is_away_says_why_where_its_place_would_be(
    new_desk: MakeDesk, qtbot: QtBot
) -> None:
    desk = new_desk()
    panel = BoardPanel(desk.seat)
    qtbot.addWidget(panel)
    row = desk.row("unit", SAMAPTA_14)
    desk.change(row, status=UnitStatus.UNAVAILABLE, status_reason="servis")
    desk.settle()
    line = line_of(panel, SAMAPTA_14)
    assert words.where(line) == words.where_short(line) == "servis"
    assert line.area.name in words.tip(line, NOW, "", panel.look.meaning)
    desk.change(desk.row("unit", SAMAPTA_14), status=UnitStatus.AVAILABLE, status_reason="servis")
    desk.settle()
    assert words.where(line_of(panel, SAMAPTA_14)) == line.area.name
