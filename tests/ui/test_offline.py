"""What is only kept here is seen in amber, counted, listed with its reason, and moves nothing."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from command_center.advice.triage import suggest
from command_center.commands.dispatch import SetUnitStatus
from command_center.commands.intake import EnterCall, incident_of_call
from command_center.commands.notes import AddNote
from command_center.commands.offline import as_kept, encode, kind_of
from command_center.commands.reported import ReportOrder, ResolveConflict
from command_center.domain.errors import OperatorError
from command_center.domain.ids import new_id
from command_center.domain.room import Role
from command_center.domain.unit import (
    Assignment,
    AssignmentKind,
    Order,
    OrderConflict,
    OrderStatus,
    UnitStatus,
)
from command_center.geo.local import CityFacts
from command_center.ports import Outcome
from command_center.storage.outbox import Item, ItemState
from command_center.ui.actions.action import submit
from command_center.ui.actions.offline import report_order
from command_center.ui.commandline.grammar import understand
from command_center.ui.commandline.index import Index
from command_center.ui.commandline.search import search
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.detail.timeline_view import ShownLine
from command_center.ui.health.dots import HealthDots
from command_center.ui.notices import Notice
from command_center.ui.offline.kept import Damage, Kept
from command_center.ui.offline.paper import AT_MOST_S, EmergencyPaper
from command_center.ui.offline.sheet import KeptSheet
from command_center.ui.queue.panel import QueuePanel
from command_center.ui.queue.words import flags
from command_center.ui.sentences import sentence
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW, picture_rows
from tests.ui.seats import Desk, malang


def item(desk: Desk, command: object, before_s: float = 60, alias: str = "") -> Item:
    at = NOW - timedelta(seconds=before_s)
    body = encode(as_kept(command, at, alias))
    return Item(new_id(at), kind_of(command), body, encode(desk.seat.act), alias, at)


def keep(desk: Desk, *items: Item) -> None:
    desk.seat.live.overlay.prepare(CityFacts(malang()), suggest)
    desk.seat.live.keep(items)


def a_call(desk: Desk) -> tuple[Item, str]:
    call = item(desk, EnterCall("kebakaran", "asap tebal", "Jl. Kawi 24"), 90, "B-03")
    return call, incident_of_call(call.op_id, NOW)


def test_a_kept_call_stands_in_the_queue_under_its_local_number(desk: Desk) -> None:
    panel = QueuePanel(desk.seat)
    call, id = a_call(desk)
    focused, selected = QWidget.focusWidget(panel), desk.seat.selection.incident_id
    keep(desk, call, item(desk, AddNote(id, "dua korban"), 30))
    row = panel.model.ledger.rows[id]
    assert (row.number, row.alias, row.kept) == (0, "B-03", 2)
    assert flags(row)[0] == "tersimpan lokal"
    assert (QWidget.focusWidget(panel), desk.seat.selection.incident_id) == (focused, selected)
    assert not panel.grab().isNull()


def test_the_list_under_the_pointer_holds_still(desk: Desk) -> None:
    panel = QueuePanel(desk.seat)
    before = [panel.model.row_at(at).id for at in range(panel.model.rowCount())]
    panel.model.hold(len(before) - 1)
    call, id = a_call(desk)
    keep(desk, call)
    assert [panel.model.row_at(at).id for at in range(panel.model.rowCount())] == before
    panel.catch_up()
    assert panel.model.row_of(id) is not None


def test_it_is_found_by_what_people_call_it(desk: Desk) -> None:
    call, id = a_call(desk)
    keep(desk, call)
    for word in ("B-03", "b3", "b-03"):
        found = Index(desk.seat.situation).incident(word)
        assert found is not None
        assert found.id == id
    assert any(hit.title.startswith("B-03 ") for hit in search(desk.seat, "b-03"))


def test_the_timeline_says_what_the_room_has_not_heard(desk: Desk, qtbot: QtBot) -> None:
    panel = DetailPanel(desk.seat)
    qtbot.addWidget(panel)
    call, id = a_call(desk)
    keep(desk, call, item(desk, AddNote(id, "dua korban"), 30))
    desk.seat.selection.select_incident(id)
    desk.settle()
    lines: tuple[ShownLine, ...] = panel.lines.timeline.lines
    assert [line.kept for line in lines] == [True, True]
    assert all(line.text.endswith("tersimpan lokal") for line in lines)
    assert panel.heading.title.text().startswith("B-03 ")
    assert panel.heading.sources.text().startswith("2 tersimpan lokal")


def test_out_of_reach_the_timeline_read_last_is_shown_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    incident = next(desk.seat.situation.open_incidents())
    panel = DetailPanel(desk.seat)
    qtbot.addWidget(panel)
    desk.seat.selection.select_incident(incident.id)
    desk.change(incident, kind="incident.taken", title="Massa bertambah")
    desk.settle()
    assert len(panel.lines.timeline.lines) == 1

    def unreachable(*_: object) -> None:
        raise OperatorError("database_unreachable")

    monkeypatch.setattr(desk.history, "about", unreachable)
    keep(desk, item(desk, AddNote(incident.id, "tetap dicatat")))
    desk.settle()
    assert [line.kept for line in panel.lines.timeline.lines] == [False, True]
    assert not [notice for notice in desk.notices if notice.error]


def refused(desk: Desk) -> Item:
    unit = next(iter(desk.seat.situation.all("unit")))
    kept = item(desk, SetUnitStatus(unit.id, UnitStatus.ON_SCENE), 600)
    return replace(kept, state=ItemState.REFUSED, code="illegal_move", params={})


def with_kept(desk: Desk, damage: Damage | None = None) -> list[str]:
    """A desk whose outbox can be told; what it was told."""
    told: list[str] = []
    object.__setattr__(desk.seat, "kept", Kept(desk.seat.live, lambda: (), told.append, damage))
    return told


def test_what_waits_is_counted_where_it_moves_nothing_else(desk: Desk) -> None:
    dots = HealthDots(desk.seat)
    assert dots.kept.isHidden()
    call, _ = a_call(desk)
    keep(desk, call, refused(desk))
    assert not dots.kept.isHidden()
    assert dots.kept.text() == "1 tersimpan lokal · 1 ditolak"
    keep(desk)
    assert dots.kept.isHidden()


def test_what_the_room_refused_is_listed_with_the_reason_until_dealt_with(
    desk: Desk, qtbot: QtBot
) -> None:
    told = with_kept(desk)
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(1366, 768)
    sheet = KeptSheet(desk.seat, over)
    over.show()
    call, _ = a_call(desk)
    bad = refused(desk)
    keep(desk, call, bad)
    assert sheet.isHidden()  # it opens only when asked
    desk.seat.asking.ask("view.kept")
    texts = [label.text() for label in sheet.findChildren(type(sheet.title))]
    assert any(text.startswith("ditolak ruang: ") for text in texts)
    assert any("B-03" in text for text in texts)
    button = next(b for b in sheet.findChildren(type(sheet.paper)) if b.text() == "Sudah diurus")
    button.click()
    desk.settle()
    assert told == [bad.op_id]
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert sheet.isHidden()


def test_a_damaged_outbox_is_told_until_somebody_has_read_of_it(desk: Desk, qtbot: QtBot) -> None:
    with_kept(desk, Damage("meja.db.damaged-1", 3))
    dots = HealthDots(desk.seat)
    assert "simpanan rusak" in dots.kept.text()
    assert not dots.kept.isHidden()
    over = QWidget()
    qtbot.addWidget(over)
    sheet = KeptSheet(desk.seat, over)
    over.show()
    desk.seat.asking.ask("view.kept")
    assert "meja.db.damaged-1" in sheet.damage.text()
    desk.seat.asking.ask("view.kept")
    assert dots.kept.isHidden()


def disputed_rows() -> list[object]:
    """The picture's rows, and a unit of one incident that another desk has sent to a second one,
    earlier by radio."""
    rows = picture_rows()
    held = next(
        r
        for r in rows
        if isinstance(r, Assignment) and r.kind is AssignmentKind.ACTIVE and r.closed_at is None
    )
    other = next(
        r for r in rows if type(r).__name__ == "Incident" and r.is_open and r.id != held.incident_id
    )
    at = held.ordered_at - timedelta(seconds=40)
    order = Order("order-radio", 1, other.id, "segera", "radio", "staff-rs", at)
    reported = replace(
        held,
        id="reported",
        incident_id=other.id,
        order_id=order.id,
        kind=AssignmentKind.REPORTED,
        status=OrderStatus.ORDERED,
        ordered_at=at,
        accepted_at=None,
        en_route_at=None,
        on_scene_at=None,
    )
    conflict = OrderConflict("c1", 1, held.unit_id, held.id, "reported", NOW, None, None, None)
    return [*rows, order, reported, conflict]


@pytest.mark.parametrize("role", [Role.SHIFT_LEAD, Role.OPERATOR])
def test_both_incidents_show_the_conflict_and_only_a_lead_decides(
    new_desk: MakeDesk, qtbot: QtBot, role: Role
) -> None:
    desk = new_desk(rows=disputed_rows(), role=role)
    situation = desk.seat.situation
    (conflict,) = situation.disputes()
    first, then = situation.disputed_orders(conflict)
    assert first.id == "reported"
    detail, queue = DetailPanel(desk.seat), QueuePanel(desk.seat)
    qtbot.addWidget(detail)
    detail.resize(500, 700)
    detail.show()
    card = detail.shelf.dispute
    for order in (first, then):
        incident = situation.incident(order.incident_id)
        assert incident is not None
        desk.seat.selection.select_incident(incident.id)
        desk.settle()
        assert not card.isHidden()
        chips = queue.model.ledger.rows[incident.id].units
        unit = situation.unit(conflict.unit_id)
        assert unit is not None
        assert [chip.call_sign for chip in chips if chip.disputed] == [unit.call_sign]
    assert card.lines[0].text().startswith("Pertama ")
    card.buttons[0].click()
    wanted = [ResolveConflict("c1", "reported")] if role is Role.SHIFT_LEAD else []
    assert desk.commands == wanted
    assert card._flow.isHidden() is (role is Role.OPERATOR)


def test_an_order_by_radio_is_recorded_for_each_unit(desk: Desk) -> None:
    incident = next(desk.seat.situation.open_incidents())
    units = [unit.id for unit in desk.seat.situation.all("unit")][:2]
    report_order(desk.seat, incident.id, tuple(units), "segera")
    assert desk.commands == [ReportOrder(incident.id, unit, "segera") for unit in units]


def test_the_command_line_takes_the_radio_s_time(desk: Desk) -> None:
    unit = next(u for u in desk.seat.situation.all("unit") if u.call_sign == "SAMAPTA 12")
    call, id = a_call(desk)
    keep(desk, call)
    assert understand(desk.seat, "radio samapta12") is None
    plain = understand(desk.seat, "radio samapta12 b-03")
    timed = understand(desk.seat, "radio samapta 12 B-03 14:02")
    later = understand(desk.seat, "radio samapta12 B-03 23:59")
    assert plain is not None
    assert timed is not None
    assert later is not None
    assert "14:02" in timed.text
    for said in (plain, timed, later):
        said.run(desk.seat)
    at = NOW.replace(hour=7, minute=2, second=0, microsecond=0)  # 14:02 in WIB
    yesterday = NOW.replace(day=20, hour=16, minute=59, second=0, microsecond=0)
    assert desk.commands == [
        ReportOrder(id, unit.id, "", None),
        ReportOrder(id, unit.id, "", at),
        ReportOrder(id, unit.id, "", yesterday),
    ]


def test_what_was_kept_is_said_so_and_cannot_be_undone_here(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def local(command: object, done: object, failed: object) -> None:
        assert callable(done)
        done(Outcome("op", None, "note.added", {}, local=True))

    monkeypatch.setattr(type(desk.seat), "submit", lambda _, *given: local(*given))
    submit(desk.seat, AddNote("i", "halo"), number="#0147")
    assert desk.notices == [Notice("kept_locally", {"number": "#0147"})]
    assert "Tersimpan lokal" in sentence("kept_locally", {})


def test_the_paper_is_written_when_something_changed_and_before_it_is_a_minute_old(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seconds = [1000.0]
    monkeypatch.setattr("command_center.ui.offline.paper.time.monotonic", lambda: seconds[0])
    paper = EmergencyPaper(desk.seat, tmp_path / "paper")
    written: list[float] = []

    def tick_until(last: float) -> None:
        while seconds[0] <= last:
            before = paper.file.stat().st_mtime_ns if paper.file.exists() else 0
            paper.tick(NOW)
            desk.settle()
            if paper.file.exists() and paper.file.stat().st_mtime_ns != before:
                written.append(seconds[0])
            seconds[0] += 1.0

    tick_until(1065.0)
    assert written[0] == 1000.0
    assert max(b - a for a, b in itertools.pairwise(written)) <= 60.0
    call, _ = a_call(desk)
    keep(desk, call)
    tick_until(written[-1] + AT_MOST_S)
    text = paper.file.read_text(encoding="utf-8")
    assert "B-03*" in text
    assert min(b - a for a, b in itertools.pairwise(written)) >= AT_MOST_S


def test_a_paper_that_cannot_be_written_is_told_once(desk: Desk, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("no folder", encoding="utf-8")
    paper = EmergencyPaper(desk.seat, blocked / "below")
    for _ in range(3):
        paper._written_s = None
        paper.tick(NOW)
        desk.settle()
    assert [notice.code for notice in desk.notices] == ["paper_failed"]
    assert list(tmp_path.glob("*.part")) == []


def test_printing_says_where_the_paper_is(desk: Desk, tmp_path: Path) -> None:
    paper = EmergencyPaper(desk.seat, tmp_path)
    desk.seat.asking.ask("view.paper")
    desk.settle()
    (pdf,) = tmp_path.glob("*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert desk.notices[-1] == Notice("paper_printed", {"file": str(pdf)})
    assert paper.file.name.endswith(".html")
