"""Two real windows' worth of seats on one database: what one loses the other has won, and both
know it."""

import dataclasses
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from command_center.bootstrap.presence import join_presence
from command_center.bootstrap.room import OpenedRoom, RoomPlan, open_room
from command_center.commands.intake import ReceiveReport
from command_center.commands.people import AddStaff
from command_center.commands.room import RegisterUnit
from command_center.commands.triage import TakeIncident
from command_center.domain.incident import Priority
from command_center.domain.room import Role
from command_center.domain.targets import Targets
from command_center.domain.unit import UnitStatus
from command_center.duty.alarms import DutyRoster
from command_center.duty.clockwork import Clockwork
from command_center.ports import Act
from command_center.ui.actions.incident import ask_take_over, order, prioritise
from command_center.ui.detail.panel import DetailPanel
from command_center.ui.live import Live
from command_center.ui.notices import Notice
from command_center.ui.person import Person
from command_center.ui.seat import Seat
from command_center.ui.tasks import Tasks
from tests.ui.seats import make_desk

PATIENCE_MS = 30_000


class HandClock:
    def __init__(self) -> None:
        self.at = datetime(2026, 11, 21, 7, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.at


@dataclass
class Place:
    """One workstation: its own connections, its own picture, its own panel."""

    room: OpenedRoom
    seat: Seat
    detail: DetailPanel
    said: list[Notice]

    @property
    def me(self) -> str:
        return self.seat.act.actor


@dataclass
class Two:
    clock: HandClock
    left: Place
    right: Place
    incident: str
    other: str
    units: dict[str, str]

    def show(self, incident_id: str, qtbot: QtBot) -> None:
        """Both look at the incident and have heard all there is."""
        for place in (self.left, self.right):
            knows = partial(place.seat.situation.incident, incident_id)
            eventually(qtbot, knows)
            place.seat.selection.select_incident(incident_id)


def eventually(qtbot: QtBot, seen: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(seen()), timeout=PATIENCE_MS)


def do(room: OpenedRoom, command: Any, act: Act | None = None) -> dict[str, Any]:
    return dict(room.lane.submit(command, act=act).result(20).result)


@pytest.fixture
def two(database_url: str, tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Two]:
    clock = HandClock()
    ends: list[Callable[[], object]] = []
    rooms = [open_room(database_url, clock, RoomPlan()) for _ in range(2)]
    pool = ThreadPoolExecutor(2)
    first = rooms[0]
    units = {}
    for sign, agency in (("SAMAPTA 12", "samapta"), ("LANTAS 03", "lantas")):
        status = UnitStatus.AVAILABLE
        made = do(first, RegisterUnit(sign, agency, crew=4, home="Klojen", status=status))
        units[sign] = str(made["unit_id"])
    incidents = [_report(first, number) for number in range(2)]
    people = [
        str(do(first, AddStaff(name, name[:4].lower(), Role.OPERATOR), first.console)["staff_id"])
        for name in ("Rahmad Sutrisno", "Dewi Wulandari")
    ]
    places = []
    for number, (room, id) in enumerate(zip(rooms, people, strict=True)):
        act = Act(id, f"meja-{number}", room.act.shift, Role.OPERATOR.value)
        places.append(_place(room, act, tmp_path / str(number), pool, qtbot, ends))
    yield Two(clock, places[0], places[1], incidents[0], incidents[1], units)
    for place in places:
        place.seat.live.stop()
        place.seat.tasks.stop()
    pool.shutdown()
    qapp.processEvents()  # what was asked and answered meanwhile
    for place in places:
        place.detail.close()
    for end in ends:
        end()
    for room in rooms:
        room.close()


def _report(room: OpenedRoom, number: int) -> str:
    report = ReceiveReport(
        source_id="110",
        external_id=f"r{number}",
        category="unjuk_rasa",
        text="massa mendorong pagar",
        area="Kauman",
        priority=Priority.P3,
    )
    return str(do(room, report)["incident_id"])


def _place(
    room: OpenedRoom,
    act: Act,
    folder: Path,
    pool: ThreadPoolExecutor,
    qtbot: QtBot,
    ends: list[Callable[[], object]],
) -> Place:
    desk = make_desk([], room.clock.now(), folder)
    live = Live(room.database.feed, room.watch, room.clock)
    live.start()
    seat = dataclasses.replace(
        desk.seat,
        live=live,
        person=Person(act),
        executor=room.lane,
        history=room.database.history,
        tasks=Tasks(pool),
    )
    ends += [join_presence(room, seat), desk.close]
    detail = DetailPanel(seat)
    qtbot.addWidget(detail)
    detail.resize(540, 700)
    detail.show()
    return Place(room, seat, detail, desk.notices)


def loser_of(two: Two, qtbot: QtBot) -> tuple[Place, Place]:
    """(who lost, who won), once one of them has been told."""
    places = (two.left, two.right)
    qtbot.waitUntil(lambda: all(p.said for p in places), timeout=PATIENCE_MS)
    told = [[(notice.code, notice.params) for notice in p.said] for p in places]
    assert any(p.detail.shelf.conflict.loss for p in places), told
    qtbot.waitUntil(
        lambda: any(p.detail.shelf.conflict.isVisible() for p in places), timeout=PATIENCE_MS
    )
    lost = [place for place in places if place.detail.shelf.conflict.isVisible()]
    assert len(lost) == 1, "both were told they lost"
    (loser,) = lost
    return loser, two.left if loser is two.right else two.right


def initials(place: Place) -> str:
    person = place.seat.situation.staff(place.me)
    assert person is not None
    return person.initials


def has_priority(place: Place, id: str, priority: Priority) -> bool:
    incident = place.seat.situation.incident(id)
    return incident is not None and incident.priority is priority


def test_of_two_priorities_one_wins_and_the_other_is_told_by_whom(two: Two, qtbot: QtBot) -> None:
    two.show(two.incident, qtbot)
    wanted = {two.left.me: Priority.P1, two.right.me: Priority.P4}
    for place in (two.left, two.right):
        prioritise(place.seat, two.incident, wanted[place.me])
    loser, winner = loser_of(two, qtbot)
    card = loser.detail.shelf.conflict
    assert initials(winner) in card.who.text()
    mine, theirs = wanted[loser.me].value, wanted[winner.me].value
    assert (card.mine.text(), card.theirs.text()) == (f"Anda: {mine}", f"Yang berlaku: {theirs}")
    card.insist.click()
    for place in (two.left, two.right):
        eventually(qtbot, partial(has_priority, place, two.incident, wanted[loser.me]))


def test_of_two_orders_for_one_unit_the_other_is_offered_the_next(two: Two, qtbot: QtBot) -> None:
    two.show(two.incident, qtbot)
    two.show(two.other, qtbot)
    unit = two.units["SAMAPTA 12"]
    goals = {two.left.me: two.incident, two.right.me: two.other}
    for place in (two.left, two.right):
        order(place.seat, goals[place.me], (unit,), "SAMAPTA 12, merapat.")
    loser, winner = loser_of(two, qtbot)
    card = loser.detail.shelf.conflict
    qtbot.waitUntil(card.other.isVisible, timeout=PATIENCE_MS)
    assert card.other.text() == "Perintahkan LANTAS 03"
    card.other.click()
    for place in (two.left, two.right):
        situation = place.seat.situation

        def both(s: Any = situation) -> bool:
            held = {sign: s.active_assignment(id) for sign, id in two.units.items()}
            return all(held.values()) and {
                sign: assignment.incident_id for sign, assignment in held.items()
            } == {"SAMAPTA 12": goals[winner.me], "LANTAS 03": goals[loser.me]}

        qtbot.waitUntil(both, timeout=PATIENCE_MS)


def test_who_edits_is_seen_next_door_and_gone_when_they_leave(two: Two, qtbot: QtBot) -> None:
    two.show(two.incident, qtbot)
    with qtbot.waitActive(two.left.detail):
        two.left.detail.activateWindow()
    two.left.detail.box.words.setFocus()
    label = two.right.detail.shelf.present
    qtbot.waitUntil(label.isVisible, timeout=PATIENCE_MS)
    assert label.text() == f"sedang diubah oleh {initials(two.left)} (perintah)"
    two.left.detail.box.words.clearFocus()
    qtbot.waitUntil(lambda: not label.isVisible(), timeout=PATIENCE_MS)


def test_an_incident_changes_hands_when_nobody_answers(two: Two, qtbot: QtBot) -> None:
    do(two.left.room, TakeIncident(two.incident), two.left.seat.act)
    two.show(two.incident, qtbot)
    heard = two.right.seat.situation

    def owned(by: Place) -> bool:
        incident = heard.incident(two.incident)
        return incident is not None and incident.owner_id == by.me

    qtbot.waitUntil(lambda: owned(two.left), timeout=PATIENCE_MS)
    ask_take_over(two.right.seat, two.incident, "pelapor di telepon saya")
    for place in (two.left, two.right):
        qtbot.waitUntil(place.detail.shelf.take_over.isVisible, timeout=PATIENCE_MS)
    assert two.left.detail.shelf.take_over.give.isVisible()
    roster = DutyRoster((), lambda lat, lon: None, lambda code: None)
    clockworks = [Clockwork(p.room.lane, p.room.system, roster) for p in (two.left, two.right)]
    two.clock.at += timedelta(seconds=Targets().take_over_s + 1)
    for clockwork in clockworks:  # the lease may change hands between two ticks
        clockwork.tick(heard, two.clock.now())
    qtbot.waitUntil(lambda: owned(two.right), timeout=PATIENCE_MS)
    for place in (two.left, two.right):
        eventually(qtbot, place.detail.shelf.take_over.isHidden)
    entries = [e.entry.kind for e in two.left.room.database.history.entries()]
    assert entries.count("take_over.passed") == 1
