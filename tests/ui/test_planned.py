"""Incidents that are planned stand apart until they are due; linked ones lead to each other."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from command_center.commands.links import LinkIncidents, UnlinkIncidents
from command_center.commands.plan import PlanIncident
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Handling, IncidentLink, LinkKind
from command_center.domain.room import Role
from command_center.situation.timeline import timeline
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.table import ACTIONS
from command_center.ui.commandline.grammar import read, understand
from command_center.ui.detail.names import Names
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.detail.timeline_words import sentence as line_text
from command_center.ui.due_time import due_text, read_due, split_due
from command_center.ui.planned.panel import PlannedPanel
from command_center.ui.queue.panel import QueuePanel
from tests.ui.conftest import MakeDesk
from tests.ui.real_room import RealDesk, real_desk
from tests.ui.scene import NOW
from tests.ui.seats import Desk
from tests.ui.shown_detail import shown_detail
from tests.ui.test_radio_text import cut, desk_at, show

__all__ = ["desk_at", "real_desk"]

WIB = ZoneInfo("Asia/Jakarta")
MID = datetime(2026, 11, 21, 14, 7, tzinfo=WIB)
KPU, OTHER = "incident-147", "incident-146"
HOUR = timedelta(hours=1)


def planned(id: str, due_at: datetime | None) -> Handling:
    return Handling(id, 1, None, due_at, False, NOW, "staff-rs")


def linked(first: str, second: str) -> IncidentLink:
    first, second = sorted((first, second))
    return IncidentLink("link-1", 1, first, second, NOW, "staff-rs", None)


# --- times as they are typed --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14:30", "2026-11-21T14:30"),
        ("besok 08.00", "2026-11-22T08:00"),
        ("tomorrow 8:00", "2026-11-22T08:00"),
        ("lusa 8:00", "2026-11-23T08:00"),
        ("24-11 08:00", "2026-11-24T08:00"),
        ("2/1 08:00", "2027-01-02T08:00"),
        ("24-11-2027 08:00", "2027-11-24T08:00"),
        ("+90", "2026-11-21T15:37"),
        ("+2j", "2026-11-21T16:07"),
    ],
)
def test_a_time_is_read_as_people_write_it(typed: str, meant: str) -> None:
    assert read_due(typed, MID, WIB) == datetime.fromisoformat(f"{meant}+07:00")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("14:00", "due_passed_today"),
        ("20-11 08:00", "due_passed"),
        ("besok", "due_unreadable"),
        ("31-02 08:00", "due_unreadable"),
        ("25:00", "due_unreadable"),
        ("", "due_unreadable"),
    ],
)
def test_a_time_that_is_none_or_has_passed_is_refused(typed: str, code: str) -> None:
    with pytest.raises(OperatorError) as refused:
        read_due(typed, MID, WIB)
    assert refused.value.code == code


def test_a_time_before_other_words_is_told_from_them() -> None:
    found = split_due(["besok", "08:00", "pawai", "2", "truk"], MID, WIB)
    assert found == (datetime(2026, 11, 22, 8, 0, tzinfo=WIB), "pawai 2 truk")
    assert split_due(["pawai"], MID, WIB) is None


def test_a_time_is_shown_no_longer_than_it_must_be() -> None:
    shown = [
        due_text(MID + step, MID, WIB)
        for step in (HOUR, timedelta(days=1), timedelta(days=3), timedelta(days=60))
    ]
    assert shown == ["15:07", "besok 14:07", "24-11 14:07", "20-01-2027 14:07"]


# --- the queue ----------------------------------------------------------------------------------


def test_what_is_planned_stands_last_with_its_time_and_rings_when_due(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.add(planned(KPU, NOW + HOUR))
    queue = QueuePanel(desk.seat)
    qtbot.addWidget(queue)
    queue.resize(540, 900)
    queue.show()
    desk.settle()
    rows = [queue.model.row_at(at) for at in range(queue.model.rowCount())]
    assert (rows[-1].id, rows[-1].is_ahead(NOW)) == (KPU, True)
    ahead = queue.grab().toImage()
    desk.tick(HOUR.total_seconds() + 1)
    desk.settle()
    assert queue.model.row_at(0).id == KPU
    assert queue.grab().toImage() != ahead
    fresh = QueuePanel(desk.seat)
    qtbot.addWidget(fresh)
    fresh.resize(540, 900)
    fresh.show()
    desk.settle()
    assert fresh.view.grab().toImage() == queue.view.grab().toImage()


# --- the detail ---------------------------------------------------------------------------------


@pytest.fixture
def detail(desk: Desk, qtbot: QtBot) -> DetailPanel:
    return shown_detail(desk, qtbot, 800, KPU)


def typed(detail: DetailPanel, text: str) -> None:
    field = detail.bar.field
    assert isinstance(field, QLineEdit)
    field.setText(text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_an_incident_is_planned_from_its_key(detail: DetailPanel, desk: Desk) -> None:
    ACTIONS["incident.plan"].perform(desk.seat)
    typed(detail, "13:00")
    assert (desk.commands, detail.bar.isVisible()) == ([], True)
    assert "sudah lewat" in detail.bar.newer.text()
    typed(detail, "besok 08:00")
    desk.settle()
    due_at = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
    assert desk.commands == [PlanIncident(KPU, due_at, None)]
    assert desk.notices[-1].params["when"] == "dijadwalkan besok 08:00"
    assert desk.notices[-1].undo is not None


def test_a_plan_is_shown_and_taken_back_against_what_was_seen(
    detail: DetailPanel, desk: Desk
) -> None:
    desk.add(planned(KPU, NOW + HOUR))
    desk.settle()
    assert detail.links.due.text() == "Dijadwalkan 15:07, 1 j lagi"
    ACTIONS["incident.plan"].perform(desk.seat)
    typed(detail, "sekarang")
    assert desk.commands == [PlanIncident(KPU, None, NOW + HOUR)]
    desk.tick(HOUR.total_seconds() + 1)
    assert detail.links.due.isHidden()


def test_a_linked_incident_is_selected_from_the_other(detail: DetailPanel, desk: Desk) -> None:
    assert detail.links.isHidden()
    desk.add(linked(KPU, OTHER))
    desk.settle()
    (row,) = detail.links.rows
    assert row.words.text().startswith("Tautan #0146 ")
    row.part.click()
    assert desk.commands == [UnlinkIncidents(KPU, OTHER)]
    row.go.click()
    desk.settle()
    assert desk.seat.selection.incident_id == OTHER
    assert [row.other_id for row in detail.links.rows] == [KPU]


def test_any_incident_is_linked_by_its_number(detail: DetailPanel, desk: Desk) -> None:
    ACTIONS["incident.link"].perform(desk.seat)
    QTest.keyClick(detail.bar, Qt.Key.Key_0)
    typed(detail, "9999")
    assert desk.commands == []
    assert "9999" in detail.bar.newer.text()
    typed(detail, "#0146")
    assert desk.commands == []
    QTest.keyClick(detail.bar, Qt.Key.Key_2)
    assert desk.commands == [LinkIncidents(KPU, OTHER, LinkKind.EFFECT)]


@pytest.mark.parametrize(
    ("kind", "there", "back"),
    [
        (LinkKind.EFFECT, "Akibat dari #0146 ", "Penyebab #0147 "),
        (LinkKind.SAME_PERSON, "Pelaku sama dengan #0146 ", "Pelaku sama dengan #0147 "),
    ],
)
def test_what_two_have_to_do_with_each_other_is_said_from_each_side(
    detail: DetailPanel, desk: Desk, kind: LinkKind, there: str, back: str
) -> None:
    first = kind if sorted((KPU, OTHER))[0] == KPU else kind.reversed
    desk.add(replace(linked(KPU, OTHER), kind=first))
    desk.settle()
    assert detail.links.rows[0].words.text().startswith(there)
    detail.links.rows[0].go.click()
    desk.settle()
    assert detail.links.rows[0].words.text().startswith(back)
    ACTIONS["incident.link"].perform(desk.seat)
    near = [b.text() for b in detail.bar.findChildren(KeyButton) if back in b.accessibleName()]
    assert len(near) == 1, "what it is linked as already is offered, to be said otherwise"


def test_parting_asks_which(detail: DetailPanel, desk: Desk) -> None:
    assert ACTIONS["incident.unlink"].reason(desk.seat) == "incident_not_linked"
    desk.add(linked(KPU, OTHER))
    desk.settle()
    ACTIONS["incident.unlink"].perform(desk.seat)
    QTest.keyClick(detail.bar, Qt.Key.Key_1)
    assert desk.commands == [UnlinkIncidents(KPU, OTHER)]


# --- the command line ---------------------------------------------------------------------------


def test_plans_and_links_are_typed(desk: Desk) -> None:
    for line in ("jadwal 0147 besok 08:00", "taut 0147 0146", "jadwal 0147 sekarang"):
        said = understand(desk.seat, line)
        assert said is not None, line
        said.run(desk.seat)
    due_at = datetime(2026, 11, 22, 1, 0, tzinfo=UTC)
    assert desk.commands == [
        PlanIncident(KPU, due_at, None),
        LinkIncidents(KPU, OTHER),
        PlanIncident(KPU, None, None),
    ]


def test_a_link_is_typed_with_its_kind(desk: Desk) -> None:
    for line in ("taut 0147 0146 sebab", "link 0147 0146 person"):
        said = understand(desk.seat, line)
        assert said is not None, line
        said.run(desk.seat)
    kinds = (LinkKind.CAUSE, LinkKind.SAME_PERSON)
    assert desk.commands == [LinkIncidents(KPU, OTHER, kind) for kind in kinds]
    reading = read(desk.seat, "taut 0147 0146 sepupu")
    assert reading is not None
    assert reading.wrong is not None
    assert reading.wrong.code == "link_kind_unknown"
    desk.add(linked(KPU, OTHER))
    desk.settle()
    said = understand(desk.seat, "taut 0147 0146")
    assert said is not None
    assert said.reason == "incident_linked_already"


def test_a_typed_plan_without_a_time_says_so(desk: Desk) -> None:
    for line, code in (
        ("jadwal 0147 nanti", "due_unreadable"),
        ("rencana tawuran konvoi", "due_missing"),
        ("rencana tawuran 13:00 konvoi", "due_passed_today"),
    ):
        reading = read(desk.seat, line)
        assert reading is not None
        assert reading.wrong is not None
        assert reading.wrong.code == code
    said = understand(desk.seat, "lepastaut 0147 0146")
    assert said is not None
    assert said.reason == "incident_not_linked"


# --- the panel, over a real room ----------------------------------------------------------------


def panel_of(real: RealDesk) -> PlannedPanel:
    panel = PlannedPanel(real.seat)
    real.qtbot.addWidget(panel)
    panel.resize(540, 600)
    panel.show()
    with real.qtbot.waitActive(panel):
        panel.activateWindow()
    return panel


def write(panel: PlannedPanel, **values: str) -> None:
    for name, text in values.items():
        field = panel.entry.inside[name]
        assert isinstance(field, QLineEdit)
        field.setText(text)
    panel.entry.keep_button.click()


def test_an_incident_to_come_is_entered_and_planned(real_desk: RealDesk) -> None:
    panel = panel_of(real_desk)
    QTest.keyClick(panel.view, Qt.Key.Key_Insert)
    write(panel, due="", place="", text="konvoi kampanye")
    assert "Tulis kapan" in panel.faults.text()
    write(panel, due="besok 08:00", place="negeri entah berantah")
    assert "tidak dikenal" in panel.faults.text()
    write(panel, place="Stadion Gajayana")
    real_desk.until(lambda: panel.model.rows)
    (row,) = panel.model.rows
    assert row.right.startswith("besok 08:00 · ")
    assert "Gajayana" in row.second
    assert real_desk.seat.selection.incident_id == row.id
    assert real_desk.kinds()[-1] == "incident.planned"
    panel.view.setCurrentIndex(panel.model.index(0, 0))
    QTest.keyClick(panel.view, Qt.Key.Key_Delete)
    real_desk.until(lambda: not panel.model.rows)
    real_desk.until(lambda: real_desk.notices[-1].undo)
    undo = real_desk.notices[-1].undo
    real_desk.do(undo)
    real_desk.until(lambda: panel.model.rows)


def selected(desk: Desk) -> str | None:
    return desk.seat.selection.incident_id


def test_a_row_somebody_goes_to_is_selected_and_none_by_itself(desk: Desk, qtbot: QtBot) -> None:
    desk.add(planned(OTHER, NOW + HOUR), planned(KPU, NOW + 2 * HOUR))
    panel = PlannedPanel(desk.seat)
    qtbot.addWidget(panel)
    panel.resize(540, 400)
    panel.show()
    with qtbot.waitActive(panel):
        panel.activateWindow()
    desk.settle()
    panel.setFocus()
    desk.tick(61)
    desk.settle()
    assert selected(desk) is None
    QTest.keyClick(panel.view, Qt.Key.Key_Down)
    desk.tick(61)
    assert selected(desk) == KPU
    at = panel.view.visualRect(panel.model.index(0, 0)).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert selected(desk) == OTHER


def test_no_word_is_cut_narrow_and_at_150_percent(desk_at: Desk, qtbot: QtBot) -> None:
    desk_at.add(planned(OTHER, NOW + HOUR))
    panel = PlannedPanel(desk_at.seat)
    show(desk_at, panel, qtbot)
    assert cut(panel) == []
    panel.ask("add")
    desk_at.settle()
    assert cut(panel) == []


def test_who_may_not_plan_is_told(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk(role=Role.OBSERVER)
    panel = PlannedPanel(desk.seat)
    qtbot.addWidget(panel)
    panel.show()
    panel.ask("add")
    desk.settle()
    assert [notice.code for notice in desk.notices] == ["not_allowed"]
    assert panel.entry.isHidden()


def test_links_go_both_ways_and_back_in_a_real_room(real_desk: RealDesk) -> None:
    first, second = real_desk.report(), real_desk.report("rumah terbakar", category="kebakaran")
    seat, index = real_desk.seat, real_desk.seat.situation.of_incidents
    said = understand(seat, "taut 1 2")
    assert said is not None
    said.run(seat)
    real_desk.until(lambda: index.linked(first) == [second] and index.linked(second) == [first])
    real_desk.until(lambda: real_desk.notices)
    real_desk.do(real_desk.notices[-1].undo)
    real_desk.until(lambda: not index.linked(first))
    said = understand(seat, "taut 2 1 akibat")
    assert said is not None
    said.run(seat)
    real_desk.until(lambda: index.linked_as(first) == {second: LinkKind.CAUSE})
    (entry,) = timeline(real_desk.room.database.history.about("incident", first, 10**9, 1), {first})
    assert "menautkan: #0002 akibat dari #0001" in line_text(entry, Names(seat.situation))
