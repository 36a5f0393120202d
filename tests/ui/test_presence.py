"""A field that somebody edits: said to the others, shown to them, and never overwritten."""

import threading
from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from command_center.domain.errors import OperatorError
from command_center.domain.incident import Disposition, IncidentStatus, Priority
from command_center.domain.unit import UnitStatus
from command_center.ports import Editing
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.table import ACTIONS
from command_center.ui.alarms.shelving import ShelveSheet
from command_center.ui.call.form import CallForm
from command_center.ui.commandline.line import CommandLine
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.presence import Field, Presence
from tests.ui.scene import NOW
from tests.ui.seats import Desk
from tests.ui.shown_detail import shown_detail

KPU = "incident-147"
PATIENCE_MS = 20_000


class HandLines:
    """The lines of a room, in memory; refuses while `broken`."""

    def __init__(self) -> None:
        self.standing: dict[str, Editing] = {}
        self.put_count = 0
        self.broken = False
        self._lock = threading.Lock()

    def put(self, editing: Editing) -> None:
        self._demand()
        with self._lock:
            self.standing[editing.window] = editing
            self.put_count += 1

    def leave(self, window: str) -> None:
        self._demand()
        with self._lock:
            self.standing.pop(window, None)

    def present(self) -> Sequence[Editing]:
        self._demand()
        with self._lock:
            return list(self.standing.values())

    def _demand(self) -> None:
        if self.broken:
            raise OperatorError("database_unreachable")


ORDER = Field("incident", KPU, "order")
THEIRS = Editing("meja-9:x", "staff-dw", "incident", KPU, "close")


@pytest.fixture
def lines() -> HandLines:
    return HandLines()


@pytest.fixture
def presence(lines: HandLines) -> Iterator[Presence]:
    made = Presence()
    made.start(lines, "meja-2:a")
    yield made
    made.stop()


def test_the_others_are_told_when_it_begins_and_when_it_ends(
    presence: Presence, lines: HandLines, qtbot: QtBot
) -> None:
    presence.edit(ORDER, "staff-rs")
    mine = Editing("meja-2:a", "staff-rs", "incident", KPU, "order")
    qtbot.waitUntil(lambda: lines.standing.get("meja-2:a") == mine, timeout=PATIENCE_MS)
    presence.leave(Field("incident", KPU, "note"))
    assert presence.mine == ORDER
    presence.leave(ORDER)
    qtbot.waitUntil(lambda: not lines.standing, timeout=PATIENCE_MS)


def test_it_is_said_again_while_it_lasts(
    presence: Presence, lines: HandLines, qtbot: QtBot
) -> None:
    presence.edit(ORDER, "staff-rs")
    qtbot.waitUntil(lambda: lines.put_count >= 3, timeout=PATIENCE_MS)


def test_others_are_heard_and_oneself_is_not(
    presence: Presence, lines: HandLines, qtbot: QtBot
) -> None:
    presence.edit(ORDER, "staff-rs")
    lines.put(THEIRS)
    qtbot.waitUntil(lambda: presence.others == (THEIRS,), timeout=PATIENCE_MS)
    assert presence.on("incident", KPU) == (THEIRS,)
    assert presence.on("incident", "incident-146") == ()
    lines.leave("meja-9:x")
    qtbot.waitUntil(lambda: presence.others == (), timeout=PATIENCE_MS)


def test_without_the_database_nobody_is_shown_and_it_comes_back(
    presence: Presence, lines: HandLines, qtbot: QtBot
) -> None:
    lines.put(THEIRS)
    qtbot.waitUntil(lambda: presence.others == (THEIRS,), timeout=PATIENCE_MS)
    lines.broken = True
    presence.edit(ORDER, "staff-rs")
    qtbot.waitUntil(lambda: presence.others == (), timeout=PATIENCE_MS)
    lines.broken = False
    qtbot.waitUntil(lambda: "meja-2:a" in lines.standing, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: presence.others == (THEIRS,), timeout=PATIENCE_MS)


def test_a_window_that_closes_leaves(lines: HandLines, qtbot: QtBot) -> None:
    presence = Presence()
    presence.start(lines, "meja-2:a")
    presence.edit(ORDER, "staff-rs")
    qtbot.waitUntil(lambda: bool(lines.standing), timeout=PATIENCE_MS)
    presence.stop()
    assert lines.standing == {}


# --- in the detail panel -----------------------------------------------------------------------


@pytest.fixture
def detail(desk: Desk, qtbot: QtBot) -> Iterator[DetailPanel]:
    made = shown_detail(desk, qtbot, 700, KPU)
    yield made
    made.close()


def hear(desk: Desk, *others: Editing) -> None:
    desk.seat.presence.others = others
    desk.seat.presence.changed.emit()
    desk.settle()


def test_who_else_edits_the_incident_is_named(detail: DetailPanel, desk: Desk) -> None:
    hear(desk, THEIRS)
    assert detail.shelf.present.isVisible()
    assert detail.shelf.present.text() == "sedang diubah oleh DW (penyelesaian)"
    desk.seat.selection.select_incident("incident-146")
    desk.settle()
    assert not detail.shelf.present.isVisible()
    desk.seat.selection.select_incident(KPU)
    hear(desk)
    assert not detail.shelf.present.isVisible()


def test_nothing_in_the_foot_moves_when_somebody_comes(detail: DetailPanel, desk: Desk) -> None:
    detail.grab()
    before = [button.mapTo(detail, button.rect().topLeft()) for button in buttons(detail)]
    hear(desk, THEIRS)
    desk.settle()
    detail.grab()
    assert [b.mapTo(detail, b.rect().topLeft()) for b in buttons(detail)] == before


def buttons(detail: DetailPanel) -> list[QWidget]:
    return [detail.box.words, *detail.strip.shown, *detail._actions.values()]


@pytest.mark.parametrize(
    ("action", "name"),
    [("incident.close", "close"), ("incident.note", "note"), ("incident.merge", "merge")],
)
def test_a_question_is_said_while_it_stands(
    detail: DetailPanel, desk: Desk, action: str, name: str
) -> None:
    ACTIONS[action].perform(desk.seat)
    desk.settle()
    assert desk.seat.presence.mine == Field("incident", KPU, name)
    QTest.keyClick(detail.bar, Qt.Key.Key_Escape)
    assert desk.seat.presence.mine is None


def test_the_order_is_said_while_its_words_have_the_keyboard(
    detail: DetailPanel, desk: Desk
) -> None:
    detail.box.words.setFocus()
    assert desk.seat.presence.mine == ORDER
    ACTIONS["incident.close"].perform(desk.seat)
    assert desk.seat.presence.mine == Field("incident", KPU, "close")
    QTest.keyClick(detail.bar, Qt.Key.Key_Escape)
    assert desk.seat.presence.mine == ORDER
    desk.seat.selection.select_incident("incident-146")
    assert desk.seat.presence.mine is None


# --- a field under edit is never overwritten -----------------------------------------------------


def storm(desk: Desk) -> None:
    """Whatever may arrive while somebody types: about the very incident, units, alarms, all."""
    for title in ("Massa bubar", "Massa kembali"):
        row = desk.row("incident", KPU)
        desk.change(row, title=title, address=f"Jl. {title}", priority=Priority.P3)
        unit = desk.row("unit", "unit-samapta-14")
        desk.change(unit, status=UnitStatus.BREAK)
        desk.settle()
        desk.change(desk.row("unit", "unit-samapta-14"), status=UnitStatus.AVAILABLE)
        desk.tick(2)
        desk.settle()
    desk.change(desk.row("alarm", "alarm-2"), cleared_at=NOW)
    hear(desk, THEIRS)
    desk.settle()


def type_into(field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Left)


def test_the_order_being_typed_stays_and_the_new_words_are_offered(
    detail: DetailPanel, desk: Desk
) -> None:
    words = detail.box.words
    type_into(words, "x segera, ")
    typed, cursor = words.toPlainText(), words.textCursor().position()
    storm(desk)
    assert (words.toPlainText(), words.textCursor().position()) == (typed, cursor)
    assert words.hasFocus()
    assert detail.box.offer.isVisible()
    detail.box.offer.click()
    assert "Massa kembali" in detail.box.text


@pytest.mark.parametrize("action", ["incident.note", "incident.takeover"])
def test_what_is_typed_into_a_question_stays(detail: DetailPanel, desk: Desk, action: str) -> None:
    desk.change(desk.row("incident", KPU), owner_id="staff-dw")
    desk.settle()
    ACTIONS[action].perform(desk.seat)
    field = detail.bar.field
    assert field is not None
    type_into(field, "massa 200")
    storm(desk)
    desk.change(desk.row("incident", KPU), owner_id="staff-x")
    desk.settle()
    assert detail.bar.field is field
    assert (field.text(), field.cursorPosition(), field.hasFocus()) == ("massa 200", 8, True)
    assert detail.bar.newer.text() == "Sementara itu dipegang staff-x"


def test_a_close_that_was_overtaken_says_so_before_it_is_answered(
    detail: DetailPanel, desk: Desk
) -> None:
    ACTIONS["incident.close"].perform(desk.seat)
    storm(desk)
    assert not detail.bar.newer.isVisible()
    closed, how = IncidentStatus.CLOSED, Disposition.RESOLVED
    desk.change(desk.row("incident", KPU), status=closed, disposition=how, closed_at=NOW)
    desk.settle()
    assert detail.bar.isVisible()
    assert detail.bar.newer.text() == "Sementara itu diselesaikan: Tertangani"


def answers(detail: DetailPanel) -> list[KeyButton]:
    return detail.bar.findChildren(KeyButton)


def test_a_merge_being_chosen_keeps_its_answers(detail: DetailPanel, desk: Desk) -> None:
    ACTIONS["incident.merge"].perform(desk.seat)
    before = [button.text() for button in answers(detail)]
    storm(desk)
    assert before
    assert [button.text() for button in answers(detail)] == before


def test_the_call_being_taken_stays(desk: Desk, qtbot: QtBot) -> None:
    form = CallForm(desk.seat)
    qtbot.addWidget(form)
    form.open()
    with qtbot.waitActive(form):
        form.activateWindow()
    type_into(form.words, "asap tebal dari gudang")
    QTest.keyClicks(form.place.field, "Jl. Kolonel")
    form.words.setFocus()
    before = texts(form)
    storm(desk)
    assert texts(form) == before
    assert form.words.hasFocus()
    form.close()


def test_the_reason_an_alarm_is_put_aside_for_stays(desk: Desk, qtbot: QtBot) -> None:
    parent = QWidget()
    parent.resize(900, 600)
    sheet = ShelveSheet(desk.seat, parent)
    qtbot.addWidget(parent)
    parent.show()
    desk.seat.asking.ask("alarm.shelve", "alarm-2")
    type_into(sheet.reason, "menunggu patroli")
    before = texts(sheet)
    storm(desk)
    assert texts(sheet) == before


def test_the_command_line_stays(desk: Desk, qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    line = CommandLine(desk.seat, over)
    line.setParent(over)
    over.show()
    type_into(line, "tugas samapta")
    storm(desk)
    assert (line.text(), line.cursorPosition()) == ("tugas samapta", 12)


def texts(widget: QWidget) -> list[object]:
    """All that a person typed or chose in it, and where the cursors are."""
    found: list[object] = []
    for line in widget.findChildren(QLineEdit):
        found += [line.text(), line.cursorPosition()]
    for words in widget.findChildren(QPlainTextEdit):
        found += [words.toPlainText(), words.textCursor().position()]
    found += [box.currentText() for box in widget.findChildren(QComboBox)]
    assert found
    return found
