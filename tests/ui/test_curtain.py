"""Signing in at the seat: the strip, the curtain, and what it leaves readable."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from command_center.commands.notes import AddNote
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import Role, Staff
from command_center.situation.board import board_row
from command_center.ui.actions.table import ACTIONS
from command_center.ui.curtain.idle import Idle
from command_center.ui.curtain.stage import Stage
from command_center.ui.curtain.strip import Curtain
from command_center.ui.i18n import Language
from command_center.ui.person import Person
from command_center.ui.plain_label import PlainLabel
from command_center.ui.queue.panel import QueuePanel
from command_center.ui.sentences import sentence
from command_center.ui.sentences_people import PEOPLE
from command_center.ui.units.verbs import VERBS, fits, run
from command_center.ui.wall.board import WallBoard
from command_center.ui.window import Window
from tests.ui.conftest import MakeDesk
from tests.ui.doors import HandDoor, entered, signed_in_desk
from tests.ui.scene import picture_rows
from tests.ui.seats import Desk, refuse


class Seated:
    """A curtain that is seen, and hands to type with."""

    def __init__(self, desk: Desk, door: HandDoor, qtbot: QtBot) -> None:
        self.desk, self.door = desk, door
        self.curtain = Curtain(desk.seat, door)
        qtbot.addWidget(self.curtain)
        self.curtain.resize(1400, 60)
        self.curtain.setVisible(self.curtain.stage is not Stage.OPEN)
        desk.settle()

    def line(self, name: str) -> QLineEdit:
        return self.curtain.lines[name]

    def type(self, **texts: str) -> None:
        """Into the fields, then Enter in the last."""
        for name, text in texts.items():
            self.line(name).setText(text)
        QTest.keyClick(self.line(list(texts)[-1]), Qt.Key.Key_Return)
        self.desk.settle()

    def ask(self, action: str) -> None:
        ACTIONS[action].perform(self.desk.seat)
        self.desk.settle()

    @property
    def said(self) -> str:
        return self.curtain.words.line.text()

    @property
    def shown(self) -> list[str]:
        return [n for n, one in self.curtain.fields.items() if not one.isHidden()]


Sit = Callable[..., Seated]


@pytest.fixture
def sit(new_desk: MakeDesk, qtbot: QtBot) -> Sit:
    def seated(door: HandDoor | None = None, *, inside: bool = False) -> Seated:
        door = door or HandDoor()
        desk = signed_in_desk(new_desk, door=door) if inside else new_desk(door=door)
        return Seated(desk, door, qtbot)

    return seated


def test_nobody_may_act_before_signing_in_and_everybody_may_watch(sit: Sit) -> None:
    seat = sit().desk.seat
    assert [p for p in Permission if seat.may(p)] == [Permission.WATCH]
    refused: list[OperatorError] = []
    seat.submit(AddNote("incident-147", "x"), lambda _: None, refused.append)
    ACTIONS["incident.take"].perform(seat)
    assert ACTIONS["incident.take"].reason(seat) == "sign_in_first"


def test_nothing_is_submitted_behind_the_curtain(sit: Sit) -> None:
    seated = sit(inside=True)
    refused: list[OperatorError] = []
    seated.ask("session.lock")
    command = AddNote("incident-147", "x")
    seated.desk.seat.submit(command, lambda _: None, refused.append)
    seated.desk.settle()
    assert [error.code for error in refused] == ["sign_in_first"]
    assert seated.desk.commands == []


def test_login_password_enter_and_the_strip_is_gone(sit: Sit) -> None:
    seated = sit()
    assert (seated.curtain.stage, seated.shown) == (Stage.ENTRY, ["login", "password"])
    assert seated.curtain.isVisible()
    seated.type(login="rahmad", password="kopi-tubruk-7")
    assert seated.door.calls[-1] == ("sign_in", ("rahmad", "kopi-tubruk-7", False))
    assert seated.desk.seat.act.actor == "staff-rs"
    assert seated.desk.seat.may(Permission.DISPATCH)
    assert not seated.curtain.isVisible()
    assert {line.text() for line in seated.curtain.lines.values()} == {""}


def test_enter_goes_to_the_field_that_is_empty(sit: Sit, qtbot: QtBot) -> None:
    seated = sit()
    seated.curtain.activateWindow()
    seated.type(login="rahmad")
    qtbot.waitUntil(seated.line("password").hasFocus)
    assert [name for name, _ in seated.door.calls] == ["needs_administrator"]


def test_a_wrong_password_is_said_plainly_and_only_it_is_cleared(sit: Sit) -> None:
    seated = sit()
    seated.type(login="rahmad", password="salah")
    assert seated.said == sentence("sign_in_refused", {})
    assert (seated.line("login").text(), seated.line("password").text()) == ("rahmad", "")
    assert not seated.desk.seat.person.signed_in
    assert seated.line("password").echoMode() is QLineEdit.EchoMode.Password


def test_a_lock_out_counts_down(sit: Sit) -> None:
    seated = sit()
    until = seated.desk.clock.now() + timedelta(minutes=15)
    seated.door.error = OperatorError("sign_in_locked", until=until)
    seated.type(login="rahmad", password="kopi-tubruk-7")
    assert "15:00" in seated.said
    seated.desk.tick(61)
    assert "13:59" in seated.said
    seated.desk.tick(14 * 60)
    assert seated.said == sentence("sign_in_locked", {})


def test_the_curtain_keeps_the_person_and_asks_the_password_only(sit: Sit) -> None:
    seated = sit(inside=True)
    assert not seated.curtain.isVisible()
    seated.ask("session.lock")
    assert (seated.curtain.stage, seated.shown) == (Stage.LOCKED, ["password"])
    assert "Aiptu Rahmad S." in seated.curtain.words.head.text()
    assert seated.desk.seat.act.actor == "staff-rs"
    assert not seated.desk.seat.may(Permission.DISPATCH)
    seated.type(password="kopi-tubruk-7")
    assert seated.door.calls[-1] == ("sign_in", ("rahmad", "kopi-tubruk-7", True))
    assert seated.desk.seat.may(Permission.DISPATCH)


def test_somebody_else_takes_a_locked_seat(sit: Sit) -> None:
    seated = sit(inside=True)
    seated.ask("session.lock")
    seated.curtain.other_button.click()
    seated.desk.settle()
    assert seated.door.calls[-1] == ("sign_out", ("rahmad",))
    assert (seated.curtain.stage, seated.desk.seat.act.actor) == (Stage.ENTRY, "")
    seated.door.people["dewi"] = ("staff-dw", "Bripka Dewi W.", Role.OPERATOR)
    seated.type(login="dewi", password="nasi-pecel-5")
    assert seated.desk.seat.act.actor == "staff-dw"


def test_a_given_password_is_changed_before_anything_else(sit: Sit) -> None:
    seated = sit(HandDoor(must_change=True))
    seated.type(login="rahmad", password="abcd-efgh-jkmn")
    assert (seated.curtain.stage, seated.shown) == (Stage.GIVEN, ["password", "repeat"])
    assert not seated.desk.seat.may(Permission.DISPATCH)
    seated.type(password="sepeda-onta-9", repeat="sepeda-onta-8")
    assert seated.said == sentence("passwords_differ", {})
    seated.type(password="sepeda-onta-9", repeat="sepeda-onta-9")
    assert seated.door.calls[-1] == ("change_password", (None, "sepeda-onta-9"))
    assert seated.desk.seat.may(Permission.DISPATCH)


def test_the_own_password_is_changed_in_the_strip_or_not_at_all(sit: Sit) -> None:
    seated = sit(inside=True)
    seated.ask("session.password")
    assert seated.shown == ["old", "password", "repeat"]
    QTest.keyClick(seated.line("old"), Qt.Key.Key_Escape)
    assert not seated.curtain.isVisible()
    seated.ask("session.password")
    new = "sepeda-onta-9"
    seated.type(old="kopi-tubruk-7", password=new, repeat=new)
    assert seated.door.calls[-1] == ("change_password", ("kopi-tubruk-7", new))
    assert [notice.code for notice in seated.desk.notices] == ["password.changed"]
    assert not seated.curtain.isVisible()


def test_a_new_room_makes_its_administrator(sit: Sit) -> None:
    seated = sit(HandDoor(first=True))
    assert seated.shown == ["name", "login", "password", "repeat"]
    new = "kopi-tubruk-7"
    seated.type(name="Sri Wahyuni", login="sri.w", password=new, repeat=new)
    assert seated.door.calls[-1] == ("create_administrator", ("Sri Wahyuni", "sri.w", new))
    assert seated.desk.seat.may(Permission.ADMINISTER)
    assert not seated.curtain.isVisible()


def test_a_workstation_of_an_unfounded_server_is_told_what_to_run(sit: Sit) -> None:
    door = HandDoor(error=OperatorError("needs_db_init"))
    seated = sit(door)
    assert (seated.curtain.stage, seated.shown) == (Stage.TOLD, [])
    assert "command-center db init" in seated.said
    door.error = None
    seated.curtain.enter_button.click()
    seated.desk.settle()
    assert seated.curtain.stage is Stage.ENTRY


def test_without_a_database_one_may_still_come_in(sit: Sit) -> None:
    door = HandDoor(error=OperatorError("database_unreachable"))
    seated = sit(door)
    door.error, door.offline = None, True
    assert seated.curtain.stage is Stage.ENTRY
    seated.type(login="rahmad", password="kopi-tubruk-7")
    assert seated.desk.seat.person.entered.offline  # type: ignore[union-attr]


# --- what draws the curtain ----------------------------------------------------------------------


class Seconds:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_a_seat_nobody_touches_is_locked(sit: Sit) -> None:
    seated, seconds = sit(inside=True), Seconds()
    idle = Idle(seated.desk.seat, 900, seated.curtain, seconds)
    seconds.now += 899
    seated.desk.tick()
    assert seated.desk.seat.person.signed_in
    idle.touch()
    seconds.now += 899
    seated.desk.tick()
    assert seated.desk.seat.person.signed_in
    seconds.now += 1
    seated.desk.tick()
    assert seated.desk.seat.person.locked
    assert seated.said == sentence("seat_idle", {})


def test_keys_in_the_window_count_as_touch(sit: Sit, qtbot: QtBot) -> None:
    seated, seconds = sit(inside=True), Seconds()
    seated.ask("session.password")
    seated.curtain.activateWindow()
    qtbot.waitUntil(seated.curtain.isActiveWindow)
    Idle(seated.desk.seat, 900, seated.curtain, seconds)
    seconds.now += 899
    QTest.keyClick(seated.curtain.windowHandle(), Qt.Key.Key_A)
    seconds.now += 899
    seated.desk.tick()
    assert seated.desk.seat.person.signed_in


def test_no_idle_time_never_locks(sit: Sit) -> None:
    seated, seconds = sit(inside=True), Seconds()
    Idle(seated.desk.seat, 0, seated.curtain, seconds)
    seconds.now += 1e6
    seated.desk.tick()
    assert seated.desk.seat.person.signed_in


def test_twelve_hours_end_with_a_warning_before(sit: Sit) -> None:
    seated = sit(inside=True)
    Idle(seated.desk.seat, 0, seated.curtain)
    seated.desk.tick(12 * 3600 - 16 * 60)
    assert seated.desk.notices == []
    seated.desk.tick(70)
    seated.desk.tick(70)
    assert [notice.code for notice in seated.desk.notices] == ["sign_in_ends"]
    seated.desk.tick(10 * 60)
    assert len(seated.desk.notices) == 2
    assert seated.desk.seat.person.signed_in
    seated.desk.tick(5 * 60)
    assert seated.desk.seat.person.locked
    assert seated.said == sentence("sign_in_ended", {})


def test_another_role_counts_at_once_and_who_left_is_out(sit: Sit) -> None:
    seated = sit(inside=True)
    desk = seated.desk
    idle = Idle(desk.seat, 0, seated.curtain)
    row = desk.row("staff", "staff-rs")
    row = desk.change(row, role=Role.OBSERVER)
    desk.settle()
    assert not desk.seat.may(Permission.DISPATCH)
    assert desk.seat.act.role == "observer"
    desk.change(row, left_at=desk.clock.now())
    desk.settle()
    assert not desk.seat.person.known
    assert seated.said == sentence("staff_has_left", {})
    assert idle.parent() is seated.curtain


def how(person: Person) -> tuple[bool, bool]:
    """(offline, working)"""
    return bool(person.entered and person.entered.offline), person.signed_in


def test_an_offline_sign_in_becomes_a_real_one(sit: Sit) -> None:
    seated = sit(inside=True)
    idle = Idle(seated.desk.seat, 0, seated.curtain)
    person = seated.desk.seat.person
    person.enter(entered("staff-rs", "Aiptu Rahmad S.", Role.OPERATOR, offline=True))
    seated.door.error = OperatorError("database_unreachable")
    idle.resume()
    seated.desk.settle()
    assert how(person) == (True, True)
    seated.door.error = None
    idle.resume()
    seated.desk.settle()
    assert how(person) == (False, True)


def test_a_proof_that_is_no_longer_good_asks_the_password(sit: Sit) -> None:
    seated = sit(inside=True)
    idle = Idle(seated.desk.seat, 0, seated.curtain)
    person = seated.desk.seat.person
    person.enter(entered("staff-rs", "Aiptu Rahmad S.", Role.OPERATOR, offline=True))
    seated.door.error = OperatorError("sign_in_again")
    idle.resume()
    seated.desk.settle()
    assert person.locked
    assert seated.said == sentence("sign_in_again", {})


def test_an_exercise_has_no_curtain(desk: Desk) -> None:
    desk.seat.person.lock()
    assert desk.seat.person.signed_in
    assert ACTIONS["session.lock"].reason(desk.seat) == "no_sign_in_here"


def test_each_person_has_their_own_look(new_desk: MakeDesk, tmp_path: Path) -> None:
    people = {
        "rahmad": ("staff-rs", "Aiptu Rahmad S.", Role.OPERATOR),
        "dewi": ("staff-dw", "Bripka Dewi W.", Role.OPERATOR),
    }
    desk = new_desk(door=HandDoor(people=people))
    window = Window(desk.seat, {"queue": QueuePanel}, Language(), tmp_path)
    window.start()
    person, theme = desk.seat.person, desk.seat.theme
    rahmad, dewi = (entered(*people[login], login) for login in ("rahmad", "dewi"))
    person.enter(rahmad)
    theme.use("light")
    theme.resize(1.2)
    window.use_layout("operasi")
    person.leave()
    assert (theme.name, window.layout_name) == ("light", "operasi")
    person.enter(dewi)
    theme.use("dark")
    theme.resize(1.0)
    window.use_layout("siap")
    person.leave()
    theme.use("light")  # by nobody
    person.enter(rahmad)
    assert (theme.name, theme.scale, window.layout_name) == ("light", 1.2, "operasi")
    person.enter(dewi)
    assert (theme.name, theme.scale, window.layout_name) == ("dark", 1.0, "siap")
    window.close()
    window.deleteLater()


@pytest.mark.parametrize("scale", [0.9, 1.0, 1.5])
def test_no_word_of_the_strip_is_cut_on_a_small_screen(
    new_desk: MakeDesk, qtbot: QtBot, scale: float
) -> None:
    desk, door = new_desk(door=HandDoor(), scale=scale), HandDoor(first=True)
    desk.seat.theme.apply(cast("QApplication", QApplication.instance()))
    curtain = Curtain(desk.seat, door)
    qtbot.addWidget(curtain)
    curtain.resize(1366, 60)
    curtain.show()
    desk.settle()
    for code in ("", *sorted(PEOPLE)):
        curtain._error = OperatorError(code) if code else None
        curtain.follow()
        curtain.resize(1366, curtain.heightForWidth(1366))
        desk.settle()
        for label in curtain.findChildren(PlainLabel):
            if label.isVisible():
                right = label.mapTo(curtain, label.rect().topRight()).x()
                assert label.sizeHint().width() <= label.width(), label.text()
                assert right <= curtain.width(), label.text()


def test_a_liaison_finds_the_units_of_other_agencies_greyed_out(new_desk: MakeDesk) -> None:
    rows = [
        replace(row, role=Role.LIAISON, agency_id="psc119")
        if isinstance(row, Staff) and row.id == "staff-dw"
        else row
        for row in picture_rows()
    ]
    desk = signed_in_desk(new_desk, "staff-dw", Role.LIAISON, rows=rows)
    desk.seat.selection.select_unit("unit-amb-01")
    assert ACTIONS["unit.break"].reason(desk.seat) is None
    assert ACTIONS["incident.take"].reason(desk.seat) == "not_allowed"
    desk.seat.selection.select_unit("unit-samapta-14")
    assert ACTIONS["unit.break"].reason(desk.seat) == "not_your_agency"
    desk.seat.selection.select_unit("unit-lantas-03")
    assert ACTIONS["unit.acknowledge"].reason(desk.seat) == "not_your_agency"
    verb = next(verb for verb in VERBS if verb.id == "unit.break")
    situation = desk.seat.situation
    board = [board_row(situation, unit) for unit in situation.all("unit")]
    theirs = [row for row in board if row.call_sign == "SAMAPTA 14"]
    ours = [row for row in board if row.call_sign == "AMB 01"]
    assert (fits(verb, theirs, desk.seat), fits(verb, ours, desk.seat)) == (False, True)
    run(verb, board, desk.seat)
    desk.settle()
    moved = {desk.row("unit", command.unit_id).agency_id for command in desk.commands}
    assert moved == {"psc119"}


def test_each_person_has_their_own_wall(new_desk: MakeDesk) -> None:
    desk = new_desk(door=HandDoor())
    board = WallBoard(desk.seat)
    board.read_directory()
    person = desk.seat.person
    person.enter(entered("staff-rs", "Aiptu Rahmad S.", Role.OPERATOR))
    before = board.arrangement.shape
    board.use_shape("2x2")
    assert before != "2x2"
    person.leave()
    assert board.arrangement.shape == "2x2"
    person.enter(entered("staff-dw", "Bripka Dewi W.", Role.OPERATOR, "dewi"))
    assert board.arrangement.shape == before
    person.enter(entered("staff-rs", "Aiptu Rahmad S.", Role.OPERATOR))
    assert board.arrangement.shape == "2x2"


def test_a_sign_in_that_ended_elsewhere_asks_the_password(sit: Sit) -> None:
    seated = sit(inside=True)
    refuse(seated.desk, "session_ended")
    failed: list[OperatorError] = []
    seated.desk.seat.submit(AddNote("incident-147", "x"), lambda _: None, failed.append)
    seated.desk.settle()
    assert [error.code for error in failed] == ["session_ended"]
    assert seated.curtain.stage is Stage.LOCKED
    assert seated.said == sentence("session_ended", {})


def test_an_offline_sign_in_is_made_good_though_the_news_came_before(sit: Sit) -> None:
    seated, seconds = sit(inside=True), Seconds()
    Idle(seated.desk.seat, 0, seated.curtain, seconds)
    person = seated.desk.seat.person
    person.enter(entered("staff-rs", "Aiptu Rahmad S.", Role.OPERATOR, offline=True))
    seated.door.error = OperatorError("database_unreachable")
    for _ in range(3):
        seated.desk.tick()
        seated.desk.settle()
    assert [name for name, _ in seated.door.calls].count("resume") == 1
    seated.door.error = None
    seconds.now += 5
    seated.desk.tick()
    seated.desk.settle()
    assert how(person) == (False, True)
