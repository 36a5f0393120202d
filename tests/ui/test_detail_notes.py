"""Struck notes, the procedure with its steps, what else is at the place, and callers who were wrong
before: in the detail of an incident."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.advice.procedures import SETTING
from command_center.commands.checklist import TickItem, UntickItem
from command_center.commands.notes import StrikeNote
from command_center.domain.errors import OperatorError
from command_center.domain.incident import (
    ChecklistMark,
    Disposition,
    IncidentStatus,
    Note,
    Priority,
    ReporterKind,
)
from command_center.domain.place import LocatedBy
from command_center.domain.room import Role, RoomSetting
from command_center.ports import FalseReport
from command_center.ui.actions.table import ACTIONS
from command_center.ui.detail import step_row
from command_center.ui.detail.panel import DetailPanel
from tests.ui.conftest import MakeDesk
from tests.ui.scene import NOW, incident
from tests.ui.seats import Desk
from tests.ui.shown_detail import shown_detail

KPU, OTHER = "incident-147", "incident-146"
EVIL = "<b>Tutup</b> pintu & jendela %1"
BOOK = {
    "gangguan": {
        "text": "Dahulukan yang terluka.",
        "items": [["tanya", EVIL], ["kamera", "Kamera terdekat dilihat"], ["batas", "Batas"]],
    }
}


def show(desk: Desk, qtbot: QtBot) -> DetailPanel:
    desk.history.about = lambda *_: list(desk.history.stored)  # type: ignore[method-assign]
    made = shown_detail(desk, qtbot, 900, KPU)
    look(made, desk)
    return made


@pytest.fixture
def detail(desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[DetailPanel]:
    monkeypatch.setattr(step_row, "SEEN_MS", 0)
    desk.add(RoomSetting(SETTING, 1, BOOK))
    made = show(desk, qtbot)
    yield made
    made.close()


def look(detail: DetailPanel, desk: Desk) -> None:
    desk.settle()
    detail.grab()
    desk.settle()


def ask(desk: Desk, action: str) -> None:
    ACTIONS[action].perform(desk.seat)
    desk.settle()


def write(detail: DetailPanel, text: str) -> None:
    assert detail.bar.field is not None
    QTest.keyClicks(detail.bar.field, text)
    QTest.keyClick(detail.bar.field, Qt.Key.Key_Return)


def noted(detail: DetailPanel, desk: Desk, *texts: str) -> None:
    for n, text in enumerate(texts, 1):
        note = Note(f"note-{n}", 1, KPU, text, "staff-dw", NOW, None)
        desk.add(note, kind="note.added")
    look(detail, desk)


# --- notes that are wrong ----------------------------------------------------------------------


def test_the_newest_notes_are_offered_and_both_reason_and_right_words_go(
    detail: DetailPanel, desk: Desk
) -> None:
    noted(detail, desk, "massa 200", "massa 900")
    ask(desk, "incident.strike")
    QTest.keyClick(detail.bar, Qt.Key.Key_1)
    write(detail, "salah dengar")
    write(detail, "massa 90")
    desk.settle()
    assert desk.commands == [StrikeNote("note-2", "salah dengar", "massa 90")]
    assert not detail.bar.isVisible()


def test_nothing_is_struck_without_a_reason(detail: DetailPanel, desk: Desk) -> None:
    noted(detail, desk, "massa 200")
    detail.lines.strike.emit("note-1")
    write(detail, "  ")
    assert detail.bar.isVisible()
    assert desk.commands == []


def test_del_strikes_the_note_at_the_cursor_and_only_a_note(
    detail: DetailPanel, desk: Desk
) -> None:
    noted(detail, desk, "massa 200")
    detail.lines.setFocus()
    last = detail.lines.timeline.rowCount() - 1
    detail.lines.setCurrentIndex(detail.lines.timeline.index(last))
    assert detail.lines.menu(detail.lines.currentIndex()).actions()[0].isEnabled()
    QTest.keyClick(detail.lines, Qt.Key.Key_Delete)
    assert detail.bar.isVisible()
    detail.bar.leave()
    desk.change(desk.row("incident", KPU), "incident.verified", verified_at=NOW)
    look(detail, desk)
    detail.lines.setFocus()
    detail.lines.setCurrentIndex(detail.lines.timeline.index(last + 1))
    assert not detail.lines.menu(detail.lines.currentIndex()).actions()[0].isEnabled()
    QTest.keyClick(detail.lines, Qt.Key.Key_Delete)
    assert not detail.bar.isVisible()


def test_a_struck_note_stays_readable_with_who_when_and_why(
    detail: DetailPanel, desk: Desk
) -> None:
    noted(detail, desk, "massa 200", "massa 900")
    before = detail.lines.timeline.lines
    resets: list[None] = []
    detail.lines.timeline.modelReset.connect(lambda: resets.append(None))
    struck(desk, "note-1", "salah alamat")
    look(detail, desk)
    now = detail.lines.timeline.lines
    assert [line.text for line in now[: len(before)]] == [line.text for line in before]
    assert now[len(before) - 2].struck == "dicoret RS 14:07: salah alamat"
    assert now[len(before) - 2].spoken.endswith("“massa 200” · dicoret RS 14:07: salah alamat")
    assert not resets
    assert [line.note_id for line in detail.lines.standing_notes()] == ["note-2"]
    taken_back(desk, "note-1")
    look(detail, desk)
    assert detail.lines.timeline.lines[len(before) - 2].struck == ""


def struck(desk: Desk, id: str, reason: str) -> None:
    """As the room logs it, with what the verb told."""
    desk.change(desk.row("note", id), "note.struck", struck_at=NOW)
    tell_last(desk, {"incident_id": KPU, "note_id": id, "reason": reason})


def taken_back(desk: Desk, id: str) -> None:
    desk.change(desk.row("note", id), "entry.undone", struck_at=None)


def tell_last(desk: Desk, result: dict[str, str]) -> None:
    stored = desk.history.stored[-1]
    entry = replace(stored.entry, inputs={**stored.entry.inputs, "result": result})
    desk.history.stored[-1] = replace(stored, entry=entry)


# --- what is to be done ------------------------------------------------------------------------


def test_folded_it_is_a_button_that_says_how_far_it_is(detail: DetailPanel, desk: Desk) -> None:
    part = detail.procedure
    assert part.isHidden()
    assert part.button.isVisible()
    assert part.button.text() == "Prosedur 0/3"
    assert part.button.accessibleName().endswith(f" · 0 dari 3 · {EVIL}")
    desk.add(done("tanya"), kind="checklist.ticked")
    look(detail, desk)
    assert part.button.text() == "Prosedur 1/3"


def test_a_click_unfolds_and_takes_no_keyboard_and_the_key_folds_from_inside(
    detail: DetailPanel, desk: Desk
) -> None:
    part = detail.procedure
    detail.box.words.setFocus()
    QTest.mouseClick(part.button, Qt.MouseButton.LeftButton)
    assert part.isVisible()
    assert detail.box.words.hasFocus()
    ask(desk, "incident.procedure")
    assert part.rows[0].box.hasFocus()
    ask(desk, "incident.procedure")
    assert part.isHidden()
    assert detail.box.words.hasFocus()


def test_the_key_opens_it_and_space_and_enter_tick(detail: DetailPanel, desk: Desk) -> None:
    part = detail.procedure
    ask(desk, "incident.procedure")
    assert part.isVisible()
    assert part.words.text() == "Dahulukan yang terluka."
    assert part.rows[0].words.text() == EVIL
    assert part.rows[0].box.hasFocus()
    QTest.keyClick(part.rows[0].box, Qt.Key.Key_Space)
    QTest.keyClick(part.rows[0].box, Qt.Key.Key_Down)
    assert part.rows[1].box.hasFocus()
    QTest.keyClick(part.rows[1].box, Qt.Key.Key_Return)
    desk.settle()
    assert desk.commands == [TickItem(KPU, "tanya"), TickItem(KPU, "kamera")]


def test_unfolded_in_a_small_panel_its_beginning_is_in_sight(
    detail: DetailPanel, desk: Desk
) -> None:
    detail.resize(520, 430)
    look(detail, desk)
    ask(desk, "incident.procedure")
    look(detail, desk)
    top = detail.procedure.mapTo(detail.scroller.viewport(), QPoint()).y()
    assert 0 <= top < detail.scroller.viewport().height()


def done(item: str, by: str = "staff-dw") -> ChecklistMark:
    return ChecklistMark(f"mark-{item}", 1, KPU, item, NOW, by, None)


def test_a_done_step_says_who_and_when_and_moves_no_other(detail: DetailPanel, desk: Desk) -> None:
    part = detail.procedure
    ask(desk, "incident.procedure")
    look(detail, desk)
    before = [row.geometry() for row in part.rows]
    desk.add(done("tanya"), kind="checklist.ticked")
    look(detail, desk)
    assert part.rows[0].box.isChecked()
    assert part.rows[0].who.text() == "DW 14:07"
    assert [row.geometry() for row in part.rows] == before
    QTest.mouseClick(part.rows[0], Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.commands == [UntickItem(KPU, "tanya")]


def test_a_tick_on_its_way_is_not_turned_back_by_other_news(
    detail: DetailPanel, desk: Desk
) -> None:
    part = detail.procedure
    desk.recorder.hold = True
    ask(desk, "incident.procedure")
    QTest.keyClick(part.rows[0].box, Qt.Key.Key_Space)
    desk.change(desk.row("incident", KPU), "incident.verified", verified_at=NOW)
    look(detail, desk)
    assert part.rows[0].box.isChecked()
    assert part.rows[0].who.text() == "…"


def test_a_refused_tick_is_shown_as_it_stands(detail: DetailPanel, desk: Desk) -> None:
    desk.recorder.error = OperatorError("unknown_checklist_item", item="tanya")
    ask(desk, "incident.procedure")
    QTest.keyClick(detail.procedure.rows[0].box, Qt.Key.Key_Space)
    desk.settle()
    assert not detail.procedure.rows[0].box.isChecked()


def test_who_may_not_triage_sees_and_ticks_nothing(new_desk: MakeDesk, qtbot: QtBot) -> None:
    desk = new_desk(role=Role.OBSERVER)
    detail = show(desk, qtbot)
    ask(desk, "incident.procedure")
    part = detail.procedure
    assert part.rows
    assert not any(row.box.isEnabled() for row in part.rows)
    QTest.mouseClick(part.rows[0], Qt.MouseButton.LeftButton)
    assert desk.commands == []


def test_a_new_book_of_the_room_is_shown_at_once(detail: DetailPanel, desk: Desk) -> None:
    row = desk.row("room_setting", SETTING)
    ask(desk, "incident.procedure")
    desk.change(row, value={"gangguan": {"text": "", "items": [["satu", "Satu"]]}})
    look(detail, desk)
    assert [row.item.code for row in detail.procedure.rows] == ["satu"]
    assert detail.procedure.words.isHidden()


def test_a_folded_procedure_makes_no_steps_and_counts_them(detail: DetailPanel, desk: Desk) -> None:
    assert detail.procedure.rows == []
    said = detail.procedure.button.text()
    ask(desk, "incident.procedure")
    assert said.endswith(f"0/{len(detail.procedure.rows)}")


def test_a_click_that_was_on_its_way_ticks_nothing(desk: Desk, qtbot: QtBot) -> None:
    detail = show(desk, qtbot)
    ask(desk, "incident.procedure")
    QTest.mouseClick(detail.procedure.rows[0], Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.commands == []


# --- what else is there ------------------------------------------------------------------------


def put_at(desk: Desk, id: str, lat: float, lon: float) -> None:
    row = desk.row("incident", id)
    desk.change(row, lat=lat, lon=lon, located_by=LocatedBy.GPS, accuracy_m=5.0)


def neighbour(desk: Desk, number: int) -> None:
    row = incident(number, "Pohon tumbang", Priority.P3, 60, status=IncidentStatus.NEW, owner=None)
    desk.add(replace(row, lat=-7.95, lon=112.63, located_by=LocatedBy.GPS, accuracy_m=5.0))


def test_others_at_the_place_are_said_and_one_key_away(detail: DetailPanel, desk: Desk) -> None:
    put_at(desk, KPU, -7.95, 112.63)
    look(detail, desk)
    assert detail.heading.here.isHidden()
    neighbour(desk, 170)
    neighbour(desk, 171)
    look(detail, desk)
    desk.tick()
    assert detail.heading.here.text() == "2 kejadian lain di tempat ini"
    ask(desk, "incident.here")
    QTest.keyClick(detail.bar, Qt.Key.Key_2)
    desk.settle()
    assert desk.seat.selection.incident_id == "incident-171"


def test_the_line_does_not_come_under_a_pointer(detail: DetailPanel, desk: Desk) -> None:
    put_at(desk, KPU, -7.95, 112.63)
    look(detail, desk)
    detail.heading.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)
    neighbour(desk, 170)
    look(detail, desk)
    desk.tick()
    assert detail.heading.here.isHidden()
    detail.heading.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, False)
    desk.tick()
    assert not detail.heading.here.isHidden()


def test_alone_it_says_so_in_one_sentence(detail: DetailPanel, desk: Desk) -> None:
    put_at(desk, KPU, -7.95, 112.63)
    look(detail, desk)
    assert ACTIONS["incident.here"].reason(desk.seat) == "nothing_else_here"


# --- who was wrong before ----------------------------------------------------------------------


def test_false_reports_before_are_a_fact_on_the_line_of_sources(
    detail: DetailPanel, desk: Desk
) -> None:
    ago = NOW - timedelta(days=8)
    desk.history.false = [
        FalseReport("ref-a", "old-1", ago),
        FalseReport("ref-a", "old-2", ago - timedelta(days=30)),
        FalseReport("ref-a", KPU, NOW),
        FalseReport("ref-b", "old-3", ago),
    ]
    for report in list(desk.seat.situation.reports(KPU))[:1]:
        desk.change(desk.row("report", report.id), reporter_ref="ref-a")
    desk.change(desk.row("incident", KPU), "incident.verified", verified_at=NOW)
    look(detail, desk)
    said = "JMP ×3 · pelapor rahasia · 2 laporan palsu dalam 90 hari, terakhir 13-11-2026"
    assert detail.heading.sources.text() == said
    assert desk.commands == []


def test_nobody_who_is_anonymous_is_looked_after(detail: DetailPanel, desk: Desk) -> None:
    desk.history.false = [FalseReport("ref-a", "old-1", NOW - timedelta(days=8))]
    for report in list(desk.seat.situation.reports(KPU))[:1]:
        row = desk.row("report", report.id)
        desk.change(row, reporter_ref="ref-a", reporter=ReporterKind.ANONYMOUS)
    desk.change(desk.row("incident", KPU), "incident.verified", verified_at=NOW)
    look(detail, desk)
    assert "palsu" not in detail.heading.sources.text()


def test_out_of_reach_the_window_says_what_it_knows(detail: DetailPanel, desk: Desk) -> None:
    def lost(refs: Sequence[str], since: datetime) -> Sequence[FalseReport]:
        raise OperatorError("database_unreachable")

    desk.history.false_reports = lost  # type: ignore[method-assign]
    for id in (KPU, OTHER):
        for report in list(desk.seat.situation.reports(id))[:1]:
            desk.change(desk.row("report", report.id), reporter_ref="ref-a")
    ended = {"status": IncidentStatus.CLOSED, "disposition": Disposition.PRANK, "closed_at": NOW}
    desk.change(desk.row("incident", OTHER), "incident.closed", **ended)
    desk.change(desk.row("incident", KPU), "incident.verified", verified_at=NOW)
    look(detail, desk)
    assert detail.heading.sources.text().endswith("1 laporan palsu yang diketahui jendela ini")
