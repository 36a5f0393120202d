"""Instructions, tasks and notes on screen, over a real room: given, heard and done by keys."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from command_center.commands.instruction_out import HearFromUnit
from command_center.commands.order_routes import COLUMNS, SetOrderRoutes
from command_center.commands.room import ConnectSource, RegisterUnit
from command_center.commands.tell import ConfirmDelivery
from command_center.commands.visit import AskVisit
from command_center.domain.errors import OperatorError
from command_center.domain.instruction import AddresseeKind, HeardBy, Repeats
from command_center.domain.room import Role, SourceKind
from command_center.domain.unit import UnitStatus
from command_center.situation.instructions import tasks
from command_center.ui.commandline.search import Kind, search
from command_center.ui.instructions import tasks_page
from command_center.ui.instructions.badge import InstructionBadge
from command_center.ui.instructions.naming import addressees, days_of, owner
from command_center.ui.instructions.panel import InstructionsPanel
from tests.ui.real_room import RealDesk, real_desk

__all__ = ["real_desk"]


class Told:
    """The panel beside the badge of the top bar."""

    def __init__(self, desk: RealDesk, qtbot: QtBot) -> None:
        self.desk = desk
        self.panel = InstructionsPanel(desk.seat)
        self.badge = InstructionBadge(desk.seat)
        for widget in (self.panel, self.badge):
            qtbot.addWidget(widget)
        self.panel.resize(470, 860)
        self.panel.show()
        self.panel.activateWindow()

    @property
    def page(self) -> Any:
        return self.panel.page

    def row(self, at: int = 0) -> Any:
        return self.page.model.rows[at]

    def mark(self, at: int = 0) -> None:
        self.page.view.setCurrentIndex(self.page.model.index(at, 0))

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.page.view, key)

    def keep(self, **values: object) -> None:
        form = self.page.shown_form
        for name, value in values.items():
            field = form.inside[name]
            if isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(value))
            else:
                assert isinstance(field, QLineEdit)
                field.setText(str(value))
        form.keep_button.click()

    def heard(self, act: Any) -> None:
        """Until the seat has said what came of it, and what is in the log stands here."""
        said = len(self.desk.notices)
        act()
        self.desk.until(lambda: len(self.desk.notices) > said)
        self.desk.seen(len(self.desk.kinds()))
        self.page.refresh()
        self.badge.refresh()

    def typed(self, text: str) -> None:
        field = self.page.question.field
        field.setText(text)
        self.heard(lambda: QTest.keyClick(field, Qt.Key.Key_Return))

    def last(self) -> str:
        return self.desk.notices[-1].code


@pytest.fixture
def told(real_desk: RealDesk, qtbot: QtBot) -> Told:
    real_desk.sit(Role.SHIFT_LEAD)
    real_desk.do(RegisterUnit("SAMAPTA 12", "samapta", status=UnitStatus.AVAILABLE))
    return Told(real_desk, qtbot)


def test_an_instruction_is_given_to_those_typed_and_heard_by_each(told: Told) -> None:
    assert "Ins" in told.page.view.empty
    told.press(Qt.Key.Key_Insert)
    told.keep(text="Perketat patroli <b>Suhat</b>", to="pimpinan, SAMAPTA 99")
    assert "SAMAPTA 99" in told.page.faults.text()
    told.heard(lambda: told.keep(to="pimpinan, samapta 12"))
    assert told.last() == "instruction.given"
    assert told.row().right == "0/2 dengar"
    assert told.badge.text() == "1 perintah"
    assert not told.badge.hasFocus()
    told.mark()
    assert "Perketat patroli <b>Suhat</b>" in [text.text() for _, text in told.page.card.parts]
    told.heard(lambda: told.press(Qt.Key.Key_Return))
    assert told.badge.text() == "", "heard at this desk at once"
    told.press(Qt.Key.Key_Return)
    QTest.keyClicks(told.page.question, "1")
    told.heard(lambda: QTest.keyClicks(told.page.question, "1"))
    rows = {row.kind: row.how for row in told.desk.seat.situation.all("instruction_receipt")}
    assert rows == {AddresseeKind.LEAD: HeardBy.DESK, AddresseeKind.UNIT: HeardBy.RADIO}
    told.desk.sit(Role.OPERATOR)
    assert told.page.reason("add") == "not_allowed"
    assert told.page.reason("heard") == "instruction_all_heard"
    told.desk.sit(Role.SHIFT_LEAD)
    told.press(Qt.Key.Key_Delete)
    told.typed("situasi hijau lagi")
    assert told.row().right.startswith("dicabut")


def test_it_is_said_what_became_of_it_at_the_unit_s_own_system(told: Told) -> None:
    desk, head = told.desk, ",".join(COLUMNS)
    source = ConnectSource("mdt", "MDT", "", kind=SourceKind.PUSH, profile="agency",
                           reply_url="https://mdt.example/x")  # fmt: skip
    desk.room.lane.submit(source, act=desk.room.console).result(20)
    routes = SetOrderRoutes(f"{head}\nunit,SAMAPTA 12,contract,mdt,", 0)
    desk.room.lane.submit(routes, act=desk.room.console).result(20)
    told.press(Qt.Key.Key_Insert)
    told.heard(lambda: told.keep(text="Siaga", to="samapta 12"))
    told.mark()

    def to() -> str:
        return str(told.page.card.parts[1][1].text())

    assert to() == "○ SAMAPTA 12: belum mendengar · belum sampai di sistemnya"

    def arrived() -> None:
        sent = max(desk.seat.situation.all("delivery"), key=lambda row: row.made_at)
        desk.room.lane.submit(ConfirmDelivery(sent.id), act=desk.room.system).result(20)
        desk.seen(len(desk.kinds()))
        told.page.refresh()

    arrived()
    assert "· di sistemnya sejak " in to()
    given = next(iter(desk.seat.situation.all("instruction")))
    said = HearFromUnit("mdt", given.id, "SAMAPTA 12", given.given_at, "Bripka <b>Agus")
    desk.room.lane.submit(said, act=desk.room.system).result(20)
    desk.seen(len(desk.kinds()))
    told.page.refresh()
    assert to().startswith("✓ SAMAPTA 12: ")
    heard = to()
    assert heard.endswith(" lewat sistem unit, Bripka <b>Agus")
    told.press(Qt.Key.Key_Delete)
    told.typed("situasi hijau lagi")
    told.mark()
    assert to() == f"{heard} · pencabutan belum sampai di sistemnya"
    arrived()
    assert to() == f"{heard} · pencabutan sampai di sistemnya"


def test_of_many_who_wait_each_is_marked_by_a_typed_name(told: Told) -> None:
    for number in range(20, 32):
        told.desk.do(RegisterUnit(f"SAMAPTA {number}", "samapta", status=UnitStatus.AVAILABLE))
    told.press(Qt.Key.Key_Insert)
    every = ", ".join(f"samapta {number}" for number in range(20, 32))
    told.heard(lambda: told.keep(text="Siaga", to=every))
    told.mark()
    told.press(Qt.Key.Key_Return)
    question = told.page.question
    assert "SAMAPTA 31" in question.field.placeholderText()
    for name, code in (
        ("SAMAPTA 99", "addressee_unknown"),
        ("SAMAPTA 12", "addressee_not_waiting"),
        ("", "instruction_needs_addressee"),
    ):
        question.field.setText(name)
        QTest.keyClick(question.field, Qt.Key.Key_Return)
        assert told.last() == code
        assert question.field.text() == name, "the question stands"
    question.field.setText("samapta-31")
    QTest.keyClick(question.field, Qt.Key.Key_Return)
    assert question.field is None
    told.heard(lambda: QTest.keyClicks(question, "2"))
    heard = [row for row in told.desk.seat.situation.all("instruction_receipt") if row.heard_at]
    assert [(row.addressee, row.how) for row in heard] == [
        (
            next(u.id for u in told.desk.seat.situation.all("unit") if u.call_sign == "SAMAPTA 31"),
            HeardBy.TELEPHONE,
        )
    ]


def test_what_is_late_to_be_heard_says_how_long(told: Told) -> None:
    told.press(Qt.Key.Key_Insert)
    told.heard(lambda: told.keep(text="Siaga", to="pimpinan", due="1"))
    told.desk.clock.forward(90)
    told.page.refresh()
    assert told.row().right == "0/1 dengar · lewat 00:30"
    assert told.row().late


def test_a_task_of_the_day_is_made_done_and_taken_back(told: Told) -> None:
    told.panel.turn_to("tasks")
    told.press(Qt.Key.Key_Insert)
    told.keep(title="Uji radio", repeats=Repeats.WEEKLY, when="7.30", days="Sen Xyz")
    assert "Xyz" in told.page.faults.text()
    told.heard(lambda: told.keep(days="Senin kamis", owner="SAMAPTA 12"))
    assert told.last() == "room_task.made"
    assert told.row().second == "Senin, Kamis pukul 07:30 · SAMAPTA 12"
    told.mark()
    told.press(Qt.Key.Key_Return)
    told.typed("jernih")
    assert told.last() == "room_task.done"
    assert told.page.reason("done") == "task_done_now"
    told.press(Qt.Key.Key_Delete)
    told.typed("diganti")
    assert told.page.model.rows == []


def test_the_tasks_are_worked_out_once_a_look(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    told.panel.turn_to("tasks")
    told.press(Qt.Key.Key_Insert)
    told.heard(lambda: told.keep(title="Uji radio", repeats=Repeats.DAILY, when="7.30"))
    told.mark()
    looks: list[object] = []
    cards: list[str] = []
    show_parts = told.page.card.show_parts

    def counted(*about: Any) -> Any:
        looks.append(about)
        return tasks(*about)

    def shown(title: str, parts: Any) -> None:
        cards.append(title)
        show_parts(title, parts)

    monkeypatch.setattr(tasks_page, "tasks", counted)
    monkeypatch.setattr(told.page.card, "show_parts", shown)
    told.page.refresh()
    assert len(looks) == 1
    assert cards == ["Uji radio"]


def test_a_note_for_the_next_shift_is_written_found_and_struck(told: Told) -> None:
    told.panel.turn_to("notes")
    told.press(Qt.Key.Key_Insert)
    told.heard(lambda: told.keep(text="Lampu Suhat padam"))
    assert told.row().right.startswith("regu mulai")
    found = [one for one in search(told.desk.seat, "lampu suhat") if one.kind is Kind.TOLD]
    assert [one.title for one in found] == ["Lampu Suhat padam"]
    told.panel.turn_to("given")
    found[0].run(told.desk.seat)
    assert told.panel.page is told.panel.pages["notes"]
    told.press(Qt.Key.Key_Delete)
    told.typed("sudah nyala")
    assert told.row().right == "dicoret"


def test_what_comes_in_leaves_the_keyboard_where_it_is(told: Told, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    told.press(Qt.Key.Key_Insert)
    field.setFocus()
    told.heard(lambda: told.keep(text="Siaga", to="pimpinan"))
    assert QApplication.focusWidget() is field


def test_a_name_is_one_addressee_or_says_why_not(told: Told) -> None:
    seat = told.desk.seat
    assert [one.kind for one in addressees("Pimpinan regu, SAMAPTA-12", seat)] == [
        AddresseeKind.LEAD,
        AddresseeKind.UNIT,
    ]
    assert [one.id for one in addressees("semua meja", seat)] == [seat.act.workstation]
    assert owner(" ", seat).kind is AddresseeKind.ROOM
    assert days_of("rabu, Sab") == (2, 5)
    for text in ("S", "Se", "Xyz"):
        with pytest.raises(OperatorError, match="task_needs_days"):
            days_of(text)


def test_a_visit_that_is_due_is_in_sight_and_told_of_on_its_incident(told: Told) -> None:
    incident = told.desk.report()
    told.desk.do(AskVisit(incident, "tanya warga", area="Arjosari", due_minutes=1))
    told.desk.clock.forward(90)
    told.panel.turn_to("tasks")
    told.page.refresh()
    assert told.row().first.endswith("tanya warga")
    assert told.row().late
    told.mark()
    assert told.page.reason("end") == "visit_of_incident"
    asked: list[tuple[str, object]] = []
    told.desk.seat.asking.asked.connect(lambda id, about: asked.append((id, about)))
    told.press(Qt.Key.Key_Return)
    assert asked == [("incident.visited", incident)]
    assert told.desk.seat.selection.incident_id == incident


def test_what_was_told_is_found_by_its_words_in_the_archive(told: Told) -> None:
    told.press(Qt.Key.Key_Insert)
    told.heard(lambda: told.keep(text="Perketat patroli Suhat 100%", to="pimpinan"))
    told.panel.turn_to("archive")
    page = told.page
    page.filter.setText("SUHAT patroli")
    page.search()
    told.desk.until(lambda: page.model.rows)
    assert [row.first for row in page.model.rows] == ["Perketat patroli Suhat 100%"]
    told.mark()
    told.press(Qt.Key.Key_Return)
    assert told.panel.page is told.panel.pages["given"]
    told.panel.turn_to("archive")
    page.filter.setText("suhat tidakada")
    page.search()
    told.desk.until(lambda: not page.model.rows)
    page.filter.setText("%")
    page.search()
    told.desk.until(lambda: "huruf" in page.nothing())
