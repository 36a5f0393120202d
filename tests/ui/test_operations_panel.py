"""Operations on screen, over a real room: levels set by keys, the log, and who heard."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from command_center.advice.level_plans import LevelPlans, PlanItem, write_plans
from command_center.commands.again import again
from command_center.commands.alarms import RaiseAlarm
from command_center.commands.hospital import RegisterHospitals
from command_center.commands.level_plans import EndTask, SetPlans
from command_center.commands.levels import SetSituationLevel
from command_center.commands.operations import StartOperation
from command_center.commands.order_of_battle import ForceRow, ImportForces
from command_center.commands.room import RegisterUnit
from command_center.commands.sites import KeepSite
from command_center.domain.errors import OperatorError
from command_center.domain.levels import GREEN, YELLOW
from command_center.domain.operation import Authority, Branch, ForceStage, TaskKind
from command_center.domain.referral import Hospital
from command_center.domain.room import Operation, Role
from command_center.domain.site import SiteKind
from command_center.domain.unit import UnitStatus
from command_center.duty.due import Due
from command_center.duty.operations import overdue_plan_tasks, raised_levels
from command_center.ui.actions.alarm import answer
from command_center.ui.actions.operations import OPERATIONS
from command_center.ui.alarms.summary import alarm_text
from command_center.ui.operations.panel import OperationsPanel
from tests.ui.real_room import RealDesk, real_desk

__all__ = ["real_desk"]


class Operations:
    def __init__(self, desk: RealDesk, qtbot: QtBot) -> None:
        self.desk = desk
        self.panel = OperationsPanel(desk.seat)
        qtbot.addWidget(self.panel)
        self.panel.resize(470, 860)
        self.panel.show()
        self.panel.activateWindow()

    @property
    def page(self) -> Any:
        return self.panel.page

    def rows(self) -> list[str]:
        return [row.first for row in self.page.model.rows]

    def second(self, at: int = 0) -> str:
        return str(self.page.model.rows[at].second)

    def mark(self, name: str = "") -> None:
        at = self.rows().index(name) if name else 0
        self.page.view.setCurrentIndex(self.page.model.index(at, 0))

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.page.view, key)

    def write(self, **values: object) -> None:
        form = self.page.shown_form
        for name, value in values.items():
            field = form.inside[name]
            if isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(value))
            else:
                assert isinstance(field, QLineEdit)
                field.setText(str(value))
        self.heard(form.keep_button.click)

    def answer(self, typed: str) -> None:
        field = self.page.question.field
        field.setText(typed)
        self.heard(lambda: QTest.keyClick(field, Qt.Key.Key_Return))

    def heard(self, act: Any) -> None:
        """Until the seat has said what came of it, and what is in the log stands here."""
        said = len(self.desk.notices)
        act()
        self.desk.until(lambda: len(self.desk.notices) > said)
        self.desk.seen(len(self.desk.kinds()))
        self.page.refresh()

    def last(self) -> str:
        return self.desk.notices[-1].code


@pytest.fixture
def operations(real_desk: RealDesk, qtbot: QtBot) -> Operations:
    real_desk.sit(Role.SHIFT_LEAD)
    return Operations(real_desk, qtbot)


@pytest.fixture
def rally(operations: Operations) -> Operations:
    """An operation with two places."""
    now = operations.desk.clock.now()
    levels = {"KPU": "hijau", "Bawaslu": "hijau"}
    operations.desk.do(StartOperation(Operation("op", 1, "Mantap", now, None, None, levels)))
    operations.page.refresh()
    operations.mark("KPU")
    return operations


def test_an_operation_is_opened_and_its_places_come_from_the_list(operations: Operations) -> None:
    assert "N" in operations.page.view.empty
    operations.desk.do(KeepSite(SiteKind.KPU, "KPU Kota Malang", "kpu", "KPU", area="Arjosari"))
    operations.press(Qt.Key.Key_N)
    operations.write(name="Mantap Praja", day="27-13-2026")
    assert operations.last() == "operation_bad_day"
    operations.write(day="27-11-2026")
    operations.press(Qt.Key.Key_Insert)
    operations.answer("kpu kota malang")
    assert operations.rows() == ["KPU"]
    operations.mark()
    assert "KPU Kota Malang" in [text.text() for _, text in operations.page.card.parts][-1]


def test_a_level_is_set_by_its_key_and_nothing_of_it_is_filled_in(rally: Operations) -> None:
    rally.press(Qt.Key.Key_2)
    assert rally.page.shown_form.held() == {
        "ordered_by": "", "authority": None, "text": "", "reason": "",
    }  # fmt: skip
    assert rally.page.pending.text() == "KPU: hijau → kuning (lapis ganti)"
    rally.write(authority=Authority.CITY)
    assert rally.last() == "decision_needs_officer"
    rally.write(ordered_by="AKBP Hendra")
    assert rally.last() == "operation.level"
    assert rally.rows() == ["KPU", "Bawaslu"]
    assert rally.second() == "perintah AKBP Hendra (Kapolres)"
    assert rally.desk.seat.situation.operations[0].levels["KPU"] == "kuning"


def test_a_skip_asks_for_its_reason_and_the_same_level_opens_nothing(rally: Operations) -> None:
    rally.press(Qt.Key.Key_1)
    assert (rally.last(), rally.page.shown_form) == ("level_stands", None)
    rally.press(Qt.Key.Key_3)
    assert "melompati kuning" in rally.page.pending.text()
    rally.write(ordered_by="Irjen Kusuma", authority=Authority.PROVINCE)
    assert rally.last() == "level_skip_needs_reason"
    rally.write(reason="gerbang dijebol")
    assert rally.last() == "operation.level"


def test_who_was_second_is_told_what_the_first_has_set(rally: Operations) -> None:
    lost: list[Any] = []
    rally.desk.seat.notices.lost.connect(lost.append)
    rally.press(Qt.Key.Key_3)
    other = SetSituationLevel("op", "KPU", YELLOW, GREEN, "Kapolsek", Authority.SECTOR)
    rally.desk.do(other)
    rally.write(ordered_by="Kapolda", authority=Authority.PROVINCE, reason="gerbang dijebol")
    assert (rally.last(), rally.page.shown_form) == ("conflict", None)
    assert lost[0].conflict.params["theirs"] == {"level": "kuning", "place": "KPU"}
    insisted = again(lost[0].command, lost[0].conflict)
    rally.desk.do(insisted)
    assert rally.desk.seat.situation.operations[0].levels["KPU"] == "merah"


def test_the_same_order_after_another_is_not_told_as_done_and_stays_to_be_read(
    rally: Operations,
) -> None:
    rally.press(Qt.Key.Key_2)
    form = rally.page.shown_form
    rally.desk.do(SetSituationLevel("op", "KPU", YELLOW, GREEN, "Kapolsek", Authority.SECTOR))
    rally.write(ordered_by="AKBP Hendra", authority=Authority.CITY)
    assert (rally.last(), rally.page.shown_form) == ("level_stands", form)
    assert form.held()["ordered_by"] == "AKBP Hendra"
    assert rally.desk.said().count("operation.level") == 0


def test_force_is_recorded_with_its_officer_and_no_stage_stands_there(rally: Operations) -> None:
    rally.press(Qt.Key.Key_T)
    assert rally.page.shown_form.inside["stage"].currentText() == ""
    rally.write(ordered_by="Kompol Dwi")
    assert rally.last() == "force_needs_stage"
    rally.write(stage=ForceStage.ORDER)
    rally.panel.turn_to("log")
    assert rally.rows() == ["KPU · Tahap kekuatan: 2 Perintah lisan"]


def test_who_heard_is_written_beside_the_order_and_an_order_is_taken_back(
    rally: Operations,
) -> None:
    rally.press(Qt.Key.Key_2)
    rally.write(ordered_by="AKBP Hendra", authority=Authority.CITY)
    rally.panel.turn_to("log")
    rally.mark()
    assert "belum ada yang tercatat mendengar" in rally.second()
    rally.press(Qt.Key.Key_D)
    rally.write(who="Danton Dalmas 1")
    assert "didengar: Danton Dalmas 1" in rally.second()
    rally.desk.clock.forward(5)
    rally.press(Qt.Key.Key_C)
    rally.answer("salah tempat")
    assert rally.rows()[1].startswith("dicabut · KPU")
    assert rally.rows()[0] == "KPU · Pencabutan: kuning → hijau"
    assert rally.desk.seat.situation.operations[0].levels["KPU"] == "hijau"


def test_whoever_only_watches_is_told_so(rally: Operations) -> None:
    rally.desk.sit(Role.OBSERVER)
    rally.press(Qt.Key.Key_2)
    assert (rally.last(), rally.page.shown_form) == ("not_allowed", None)


def test_one_key_calls_the_plan_and_its_tasks_are_ended_one_by_one(rally: Operations) -> None:
    rally.desk.clock.forward(60)
    assert "K menjalankan" in rally.page.card.parts[0][0].text()
    rally.heard(lambda: rally.press(Qt.Key.Key_K))
    assert rally.last() == "plan.called"
    assert "5 tugas terbuka, 0 lewat waktu" in rally.second(1)
    rally.desk.clock.forward(180)
    rally.panel.turn_to("tasks")
    rally.mark()
    assert rally.page.model.rows[0].right == "lewat 01:00"
    rally.heard(lambda: rally.press(Qt.Key.Key_Return))
    assert rally.last() == "task.ended"
    rally.mark()
    rally.press(Qt.Key.Key_Delete)
    rally.answer("tidak ada kamera")
    assert rally.page.standing.text() == "3 tugas terbuka, 0 lewat waktu, 2 selesai"
    rally.panel.turn_to("board")
    rally.mark("KPU")
    rally.heard(lambda: rally.press(Qt.Key.Key_K))
    assert rally.last() == "plan_called_already"


def test_a_list_that_is_scrolled_stays_where_it_is_while_its_clocks_run(
    rally: Operations, qtbot: QtBot
) -> None:
    items = [PlanItem(GREEN, TaskKind.TELL, f"Pos {n:02}", "Pamapta", 5) for n in range(40)]
    rally.desk.do(SetPlans(write_plans(LevelPlans(tuple(items)))))
    rally.page.refresh()
    rally.heard(lambda: rally.press(Qt.Key.Key_K))
    rally.panel.turn_to("tasks")
    rally.mark()
    view = rally.page.view
    marked, bar = rally.page.marked, view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 400)
    bar.setValue(400)
    rally.desk.clock.forward(30)
    before = rally.page.model.rows[0].right
    with qtbot.assertNotEmitted(rally.page.model.modelReset):
        rally.page.tick()
    assert rally.page.model.rows[0].right != before
    assert (bar.value(), rally.page.marked) == (400, marked)
    other = rally.page.model.rows[1].id
    with qtbot.waitSignal(rally.page.model.modelReset):
        rally.desk.do(EndTask(other))
        rally.page.refresh()
    assert (bar.value(), rally.page.marked) == (400, marked)


def test_a_call_closes_the_roads_it_names_and_asks_for_the_view(rally: Operations) -> None:
    asked: list[object] = []
    rally.desk.seat.asking.asked.connect(lambda id, subject: asked.append((id, subject)))
    items = (
        PlanItem(GREEN, TaskKind.CAMERAS, "Kamera", "Operator", 2, subject="Pagar KPU"),
        PlanItem(
            GREEN, TaskKind.CLOSURE, "Jl. Bantaran", "Lantas", 9, subject="-7.9,112.6 -8,112.6"
        ),
    )
    rally.desk.do(SetPlans(write_plans(LevelPlans(items))))
    rally.page.refresh()
    rally.press(Qt.Key.Key_K)
    rally.desk.until(lambda: "road.closed" in rally.desk.said())
    rally.desk.seen(len(rally.desk.kinds()))
    assert asked == [("wall.view", "Pagar KPU")]
    (closure,) = rally.desk.seat.situation.all("road_closure")
    assert (closure.name, closure.reason) == ("Jl. Bantaran", "situasi hijau di KPU")


def test_what_another_operation_took_is_off_what_is_left_here(rally: Operations) -> None:
    desk = rally.desk
    for sign in ("SAMAPTA 01", "SAMAPTA 02"):
        unit = RegisterUnit(sign, "samapta", "samapta", (), 4, "Arjosari")
        desk.do(replace(unit, status=UnitStatus.AVAILABLE))
    now = desk.clock.now()
    desk.do(StartOperation(Operation("other", 1, "Lain", now, None, None, {})))
    force = ForceRow(Branch.POLRI, "Regu", 4, call_sign="SAMAPTA 02")
    desk.do(ImportForces("other", (force, replace(force, name="Tim", call_sign="", strength=9))))
    rally.panel.turn_to("forces")
    assert rally.rows() == []
    left = rally.page.card.parts[0][1].text()
    assert "Blimbing: sisa 4 dari 8" in left
    assert "9 orang Polri tanpa panggilan di papan" in left


def test_the_plans_are_edited_as_a_draft_and_saved_as_a_version(rally: Operations) -> None:
    rally.panel.turn_to("plans")
    many = len(rally.rows())
    rally.press(Qt.Key.Key_Insert)
    form = rally.page.shown_form
    for name, text in (("text", "Posko"), ("owner", "Pamapta"), ("minutes", "x")):
        form.inside[name].setText(text)
    rally.heard(form.keep_button.click)
    assert rally.last() == "plans_wrong"
    form.inside["minutes"].setText("7")
    form.keep_button.click()
    assert (len(rally.rows()), rally.page.pending.text()) == (many + 1, "Belum disimpan.")
    rally.heard(lambda: rally.press(Qt.Key.Key_S))
    assert rally.last() == "room.level_plans"
    assert "versi 1" in rally.page.standing.text()
    rally.mark("Posko")
    rally.press(Qt.Key.Key_Delete)
    assert len(rally.rows()) == many
    rally.press(Qt.Key.Key_Z)
    assert rally.page.reason("save") == "plans_nothing_changed"
    rally.press(Qt.Key.Key_H)
    rally.desk.until(lambda: rally.page.versions is not None)
    assert len(rally.rows()) == 1


def rung(rally: Operations, due: Due) -> str:
    """Raises it and answers it with the key; the sentence it had."""
    desk = rally.desk
    raising = RaiseAlarm(due.type, due.subject_kind, due.subject_id, due.params)
    desk.seen(desk.room.lane.submit(raising, act=desk.room.system).result(20).seq or 0)
    (alarm,) = [a for a in desk.seat.situation.open_alarms() if a.type is due.type]
    answer(desk.seat, alarm.id)
    return alarm_text(alarm, desk.seat)


def test_a_raised_level_and_late_tasks_ring_and_lead_to_their_rows(rally: Operations) -> None:
    asked: list[str] = []
    rally.desk.seat.asking.asked.connect(lambda id, _: asked.append(id))
    rally.press(Qt.Key.Key_2)
    rally.write(ordered_by="AKBP Hendra", authority=Authority.CITY)
    rally.desk.clock.forward(60)
    rally.mark("KPU")
    rally.heard(lambda: rally.press(Qt.Key.Key_K))
    (due,) = raised_levels(rally.desk.seat.situation)
    assert rung(rally, due) == "KPU: situasi naik dari hijau ke kuning, perintah AKBP Hendra"
    assert rally.panel.page is rally.panel.pages["log"]
    assert rally.page.marked == due.subject_id
    (late, *_) = overdue_plan_tasks(rally.desk.seat.situation, rally.desk.clock.forward(1_200))
    assert rung(rally, late).startswith("KPU: 2 tugas rencana kuning lewat waktu: ")
    assert rally.panel.page is rally.panel.pages["tasks"]
    assert rally.page.marked == late.subject_id
    assert asked == [OPERATIONS, OPERATIONS]


def test_one_key_asks_the_hospitals_a_task_names_for_the_incident_at_its_place(
    rally: Operations,
) -> None:
    desk, asked = rally.desk, list[object]()
    desk.seat.asking.asked.connect(lambda id, subject: asked.append((id, subject)))
    known = [
        Hospital(code, 1, code, name, None, None, None, (), "", None, {})
        for code, name in (("rssa", "RS Saiful Anwar"), ("rsl", "RS Lavalette"))
    ]
    desk.room.lane.submit(RegisterHospitals(tuple(known)), act=desk.room.console).result(20)
    desk.seen(len(desk.kinds()))
    named = PlanItem(GREEN, TaskKind.HOSPITAL, "RS siaga", "Humas", 5, subject="RSSA; rs lavalette")
    wrong = replace(named, subject="RS Entah")
    with pytest.raises(OperatorError, match="plans_wrong"):
        desk.do(SetPlans(write_plans(LevelPlans((wrong,)))))
    desk.do(SetPlans(write_plans(LevelPlans((named, replace(named, text="Lain", subject=""))))))
    rally.page.refresh()
    rally.heard(lambda: rally.press(Qt.Key.Key_K))
    rally.panel.turn_to("tasks")
    rally.mark("RS siaga")
    rally.press(Qt.Key.Key_R)
    assert rally.last() == "standby_no_incident"
    desk.report("ricuh di Pasar Gadang")
    incident = desk.report("massa mendorong pagar KPU")
    rally.press(Qt.Key.Key_R)
    desk.until(lambda: desk.said().count("standby.asked") == 2)
    desk.seen(len(desk.kinds()))
    rows = desk.seat.situation.all("standby")
    told = {(row.incident_id, row.hospital_id, row.text) for row in rows}
    assert told == {(incident, code, "KPU: situasi hijau") for code in ("rssa", "rsl")}
    rally.press(Qt.Key.Key_R)
    assert rally.last() == "standby_all_asked"
    rally.mark("Lain")
    rally.press(Qt.Key.Key_R)
    assert asked == [("incident.standby", incident)]
    assert desk.seat.selection.incident_id == incident
