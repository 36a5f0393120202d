"""A live room's people at its real window, in a file and at a server."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from command_center.bootstrap.database.administration import Founder, Place, init
from command_center.bootstrap.desk import Desk, open_desk
from command_center.bootstrap.panels import LIVE_PANELS
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.intake import EnterCall
from command_center.commands.notes import AddNote
from command_center.domain.errors import OperatorError
from command_center.domain.log import LogEntry
from command_center.domain.permissions import Permission
from command_center.domain.room import Role
from command_center.runtime.clock import LiveClock
from command_center.storage.engine import open_engine
from command_center.storage.roles import add_workstation
from command_center.ui.actions.table import ACTIONS
from command_center.ui.curtain.stage import Stage
from command_center.ui.curtain.strip import Curtain
from command_center.ui.people.panel import PeoplePanel
from tests.postgres import Server

PATIENCE_S = 30.0
BOSS, SECRET, NEW = "sri.w", "kopi-tubruk-7", "sepeda-onta-9"


@dataclass
class Sitting:
    """Somebody before the window of a live room."""

    room: OpenedRoom
    desk: Desk

    @property
    def curtain(self) -> Curtain:
        assert self.desk.window.curtain is not None
        return self.desk.window.curtain

    @property
    def people(self) -> PeoplePanel:
        found = self.desk.window.docks["people"].findChild(PeoplePanel)
        assert isinstance(found, PeoplePanel)
        return found

    def until(self, true: Callable[[], bool]) -> None:
        deadline = time.monotonic() + PATIENCE_S
        while not true():
            assert time.monotonic() < deadline, "it did not come about"
            QTest.qWait(10)

    def type(self, stage: Stage, **texts: str) -> None:
        """Into the strip once it asks for that, then Enter."""
        self.until(lambda: self.curtain.stage is stage and self.curtain.enter_button.isEnabled())
        for name, text in texts.items():
            self.curtain.lines[name].setText(text)
        QTest.keyClick(self.curtain.lines[list(texts)[-1]], Qt.Key.Key_Return)

    def come_in(self, login: str, password: str) -> None:
        self.type(Stage.ENTRY, login=login, password=password)
        self.until(lambda: self.desk.seat.person.known)

    def ask(self, action: str) -> None:
        assert ACTIONS[action].reason(self.desk.seat) is None
        ACTIONS[action].perform(self.desk.seat)

    def add(self, name: str, login: str, role: Role) -> str:
        """By the panel; the temporary password as it is shown."""
        self.ask("session.people")
        self.people.ask("add")
        editor = self.people.editor
        editor.name.setText(name)
        editor.login.setText(login)
        editor.role.setCurrentIndex(editor.role.findData(role))
        QTest.keyClick(editor.login, Qt.Key.Key_Return)
        self.until(lambda: bool(self.people.told.secret.text()))
        return self.people.told.secret.text()

    def note(self) -> LogEntry:
        """What the one who sits here says now, as it is logged."""
        failed: list[OperatorError] = []
        done: list[object] = []
        incident = next(iter(self.desk.seat.situation.open_incidents())).id
        self.desk.seat.submit(AddNote(incident, "dicatat"), done.append, failed.append)
        self.until(lambda: bool(done or failed))
        assert failed == []
        return self.entries()[-1]

    def entries(self) -> list[LogEntry]:
        return [stored.entry for stored in self.room.database.history.entries()]

    def kinds(self) -> list[str]:
        return [entry.kind for entry in self.entries()]

    def close(self) -> None:
        self.until(lambda: self.desk.seat.situation.seq == len(self.kinds()))
        QTest.qWait(200)  # what was folded last is flushed
        self.desk.window.close()
        self.desk.close()
        self.room.close()
        self.desk.window.deleteLater()


def sit(url: str) -> Sitting:
    room = open_room(url, LiveClock(), RoomPlan())
    picture = Picture(None, 0.0, 1600, 900, None, None)
    desk = open_desk(room, "live", picture, LIVE_PANELS, with_duty=False, signing_in=True)
    desk.window.start()
    return Sitting(room, desk)


@pytest.fixture
def file_room(qapp: QApplication, tmp_path: Path) -> Iterator[Sitting]:
    sitting = sit(f"sqlite:///{tmp_path / 'room.db'}")
    enter = EnterCall("gangguan", "massa mendorong pagar", "Klojen")
    sitting.room.lane.submit(enter, act=sitting.room.system).result(PATIENCE_S)
    yield sitting
    sitting.close()


def test_from_an_empty_room_to_an_operator_at_work(file_room: Sitting) -> None:
    seat = file_room.desk.seat
    typed = {"name": "Sri Wahyuni", "login": BOSS, "password": SECRET, "repeat": SECRET}
    file_room.type(Stage.FIRST, **typed)
    file_room.until(lambda: seat.may(Permission.ADMINISTER))
    assert not seat.may(Permission.DISPATCH)
    given = file_room.add("Bripka Dewi W.", "dewi", Role.OPERATOR)
    file_room.ask("session.leave")
    file_room.come_in("dewi", given)
    file_room.type(Stage.GIVEN, password=NEW, repeat=NEW)
    file_room.until(lambda: seat.may(Permission.TRIAGE))
    assert file_room.people.model.rowCount() == 0
    assert file_room.people.told.secret.text() == ""
    said = file_room.note()
    assert (said.kind, said.actor) == ("note.added", seat.act.actor)
    assert (said.workstation, said.shift) == (seat.act.workstation, seat.act.shift)
    assert "Dewi" in file_room.desk.window.top_bar.who.person.text()
    kinds = [k for k in file_room.kinds() if k.startswith(("staff", "person", "password"))]
    assert kinds == [
        "staff.first_administrator",
        "person.signed_in",
        "staff.added",
        "password.given",
        "person.signed_out",
        "person.signed_in",
        "password.changed",
    ]
    text = repr(file_room.entries())
    assert not [secret for secret in (SECRET, NEW, given) if secret in text]


@pytest.mark.postgres
def test_a_workstation_signs_its_people_in_at_the_server(
    qapp: QApplication, postgres: Server
) -> None:
    name = postgres.new_database()
    owner = postgres.url(name)
    init(Place(owner, None, LiveClock()), Founder("Sri Wahyuni", BOSS, SECRET), RoomPlan())
    engine = open_engine(owner)
    login = add_workstation(engine, "meja-7", "rahasia")
    engine.dispose()
    sitting = sit(owner.replace("postgres@", f"{login}@"))
    try:
        enter = EnterCall("gangguan", "massa mendorong pagar", "Klojen")
        sitting.room.lane.submit(enter, act=sitting.room.system).result(PATIENCE_S)
        sitting.come_in(BOSS, SECRET)
        given = sitting.add("Bripka Dewi W.", "dewi", Role.OPERATOR)
        sitting.ask("session.leave")
        sitting.come_in("dewi", given)
        sitting.type(Stage.GIVEN, password=NEW, repeat=NEW)
        sitting.until(lambda: sitting.desk.seat.may(Permission.TRIAGE))
        said = sitting.note()
        assert (said.actor, said.workstation) == (sitting.desk.seat.act.actor, "meja-7")
        act = sitting.desk.seat.act
        sitting.ask("session.leave")
        sitting.until(lambda: sitting.kinds()[-1] == "person.signed_out")
        incident = next(iter(sitting.desk.seat.situation.open_incidents())).id
        stays = len(sitting.kinds())
        with pytest.raises(OperatorError):
            sitting.room.lane.submit(AddNote(incident, "hantu"), act=act).result(PATIENCE_S)
        assert len(sitting.kinds()) == stays
    finally:
        sitting.close()
        postgres.drop_database(name)
