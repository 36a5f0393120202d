"""The past of a room in the real window: any second of it, and nothing of it can be touched."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from command_center.bootstrap.picture import Picture
from command_center.bootstrap.playback import open_past, period_of, prove
from command_center.bootstrap.playback_opener import PlaybackOpener
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.bootstrap.show_playback import PlaybackDesk
from command_center.cli import main
from command_center.commands.cameras import ImportCameras
from command_center.commands.dispatch import OrderUnits, SetUnitStatus
from command_center.commands.notes import AddNote, KeepSnapshot
from command_center.commands.room import RegisterUnit
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import Camera, Role
from command_center.domain.unit import UnitStatus
from command_center.runtime.paths import data_dir
from command_center.situation.playback.recording import Period
from command_center.ui.actions.playback import PLAYBACK
from command_center.ui.actions.table import ACTIONS
from command_center.ui.exercise_frame import frame_word
from command_center.ui.playback.moment import MomentPanel
from tests.room.conftest import HandClock
from tests.room.desk import Desk
from tests.ui import seats

FILE = "a.png"


@dataclass
class Past:
    url: str
    begun: datetime
    reported: datetime
    ended: datetime
    incident: str
    entries: int
    hash: str


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Past:
    url = f"sqlite:///{tmp_path_factory.mktemp('past') / 'room.db'}"
    clock = HandClock()
    room = open_room(url, clock, RoomPlan())
    desk, begun = Desk(room), clock.now()
    clock.turn(60)
    unit = str(
        desk.do(
            RegisterUnit("SAMAPTA 12", "samapta", home="Klojen", status=UnitStatus.AVAILABLE)
        ).result["unit_id"]
    )
    clock.turn(60)
    incident = desk.report()
    reported = clock.now()
    clock.turn(60)
    told = {unit: {"seconds": 312.0}}
    desk.do(OrderUnits(incident, (unit,), "merapat", promised=told))
    clock.turn(60)
    desk.do(SetUnitStatus(unit, UnitStatus.ON_SCENE))
    clock.turn(60)
    camera = Camera("K-1", 1, "K-1", "Alun-alun", "", "", "hls", -7.98, 112.63, enabled=True)
    desk.do(ImportCameras((camera,)), act=room.console)
    desk.do(KeepSnapshot(incident, "K-1", FILE, "0" * 64, 640, 360, clock.now()))
    made = Past(url, begun, reported, clock.now(), incident, len(desk.kinds()), desk.hash())
    room.close()
    return made


@pytest.fixture
def window(past: Past, qtbot: QtBot) -> Iterator[PlaybackDesk]:
    opened = open_past(past.url, Period(past.begun, past.ended))
    assert opened is not None
    picture = data_dir() / "pictures" / opened.room.id / FILE
    picture.parent.mkdir(parents=True, exist_ok=True)
    QImage(640, 360, QImage.Format.Format_RGB32).save(str(picture))
    desk = PlaybackDesk(opened, Picture(None, 0.0, 1920, 1080), past.ended)
    desk.window.start()
    yield desk
    desk.window.close()
    desk.close()
    desk.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def at(desk: PlaybackDesk, qtbot: QtBot, moment: datetime) -> None:
    desk.player.seek(moment)
    settle(desk, qtbot)


def settle(desk: PlaybackDesk, qtbot: QtBot) -> None:
    recording = desk.player.recording

    def there() -> None:
        assert not desk.seat.live.is_syncing
        assert desk.seat.situation.seq == recording.seq_by(desk.player.now())

    qtbot.waitUntil(there)


def test_the_window_says_loudly_what_it_is(window: PlaybackDesk) -> None:
    assert window.window.windowTitle().startswith("PUTAR ULANG")
    assert frame_word(window.seat) == "PUTAR ULANG"
    assert "PUTAR ULANG" in window.bar.word.text()
    assert "wall" not in window.window.docks


def test_any_second_is_shown_as_it_was(window: PlaybackDesk, qtbot: QtBot, past: Past) -> None:
    situation = window.seat.situation
    window.seat.selection.select_incident(past.incident)
    at(window, qtbot, past.reported - timedelta(seconds=1))
    assert situation.incident(past.incident) is None
    at(window, qtbot, past.reported)
    incident = situation.incident(past.incident)
    assert incident is not None
    assert (incident.first_order_at, situation.open_count) == (None, 1)
    at(window, qtbot, past.ended)
    incident = situation.incident(past.incident)
    assert incident is not None
    assert incident.first_on_scene_at is not None


def test_advice_and_stills_are_those_of_the_moment(
    window: PlaybackDesk, qtbot: QtBot, past: Past
) -> None:
    moment = window.window.docks["moment"].panel
    assert isinstance(moment, MomentPanel)
    at(window, qtbot, past.ended)
    qtbot.waitUntil(lambda: "saran saat itu: SAMAPTA 12 5:12" in moment.lines.text())
    qtbot.waitUntil(lambda: not moment.stills[0].picture.pixmap().isNull())
    at(window, qtbot, past.reported)
    qtbot.waitUntil(lambda: "SAMAPTA 12" not in moment.lines.text())
    assert moment.stills[0].isHidden()
    assert not moment.none.isHidden()


def test_nothing_can_be_done_and_every_action_says_why(window: PlaybackDesk, past: Past) -> None:
    seat = window.seat
    seat.selection.select_incident(past.incident)
    for action in ACTIONS.values():
        if action.permission is not Permission.WATCH:
            assert action.reason(seat) == "playback_read_only", action.id
    assert ACTIONS[PLAYBACK].reason(seat) == "playback_already"
    refused = seat.executor.submit(AddNote(past.incident, "kemudian"))
    assert isinstance(refused.exception(), OperatorError)


def test_looking_writes_nothing(window: PlaybackDesk, qtbot: QtBot, past: Past) -> None:
    at(window, qtbot, past.reported)
    window.player.play()
    for action in ACTIONS.values():
        if action.id != "view.menu":  # it waits for a hand
            action.perform(window.seat)
    window.player.pause()
    assert len(list(window.past.database.history.entries())) == past.entries


def test_the_bar_goes_by_hand_and_by_key(window: PlaybackDesk, qtbot: QtBot, past: Past) -> None:
    scrub, player = window.bar.scrub, window.player
    QTest.mouseClick(scrub, Qt.MouseButton.LeftButton, pos=QPoint(0, scrub.height() // 2))
    settle(window, qtbot)
    assert player.now() == past.begun
    QTest.keyClick(scrub, Qt.Key.Key_N)
    settle(window, qtbot)
    assert window.seat.situation.seq > player.recording.first
    for key, moved in ((Qt.Key.Key_Right, 10), (Qt.Key.Key_Down, -1)):
        before = player.now()
        QTest.keyClick(scrub, key)
        assert player.now() - before == timedelta(seconds=moved)
    QTest.keyClick(scrub, Qt.Key.Key_End)
    settle(window, qtbot)
    assert player.now() == past.ended
    assert window.seat.situation.seq == player.recording.last


def test_it_runs_at_its_speed_and_stops_at_the_end(
    window: PlaybackDesk, qtbot: QtBot, past: Past
) -> None:
    at(window, qtbot, past.begun)
    window.player.use_speed(1200)
    window.player.play()
    qtbot.waitUntil(lambda: not window.player.playing, timeout=10000)
    settle(window, qtbot)
    assert window.player.now() == past.ended


def test_a_typed_time_is_gone_to(window: PlaybackDesk, qtbot: QtBot, past: Past) -> None:
    box = window.bar.moment
    box.setDateTime(box.dateTime().addSecs(-61))
    box.editingFinished.emit()
    settle(window, qtbot)
    assert window.player.now() == past.ended - timedelta(seconds=61)


def test_a_typed_time_is_of_the_room_whatever_zone_the_period_was_given_in(
    window: PlaybackDesk, qtbot: QtBot, past: Past
) -> None:
    at(window, qtbot, past.ended.astimezone(timezone(timedelta(hours=7))))
    box = window.bar.moment
    box.setDateTime(box.dateTime().addSecs(-61))
    box.editingFinished.emit()
    settle(window, qtbot)
    assert window.player.now() == past.ended - timedelta(seconds=61)


def test_a_period_is_kept_in_utc(past: Past) -> None:
    period = period_of("2026-11-21T14:00:00+07:00", "2026-11-21T15:00:00+07:00", past.ended)
    assert (period.since.hour, period.since.tzinfo) == (7, UTC)
    assert (period.until.hour, period.until.tzinfo) == (8, UTC)


def test_leaving_the_time_field_goes_nowhere(
    window: PlaybackDesk, qtbot: QtBot, past: Past
) -> None:
    box, player = window.bar.moment, window.player

    def leave_after(moment: datetime) -> datetime:
        at(window, qtbot, moment)
        window.bar.scrub.setFocus()
        qtbot.waitUntil(lambda: not box.hasFocus())
        settle(window, qtbot)
        return player.now()

    at(window, qtbot, past.reported)
    window.window.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.hasFocus)
    assert leave_after(past.ended) == past.ended
    box.setFocus()
    box.setDateTime(box.dateTime().addSecs(-61))
    QTest.keyClick(box, Qt.Key.Key_Return)
    settle(window, qtbot)
    assert player.now() == past.ended - timedelta(seconds=61)
    assert leave_after(past.reported) == past.reported


def test_the_whole_period_ends_in_the_hash_of_the_room(past: Past) -> None:
    opened = open_past(past.url, Period(past.begun, past.ended))
    assert opened is not None
    told = prove(opened)
    opened.close()
    assert told["same"] is True
    assert told["hash"] == past.hash


@pytest.mark.parametrize(
    ("since", "until", "status"),
    [
        ("nanti", "", 2),
        ("0001-01-01T00:00:00+07:00", "", 2),
        ("2026-11-22T00:00:00Z", "2026-11-21T00:00:00Z", 2),
        ("2020-01-01T00:00:00Z", "2026-11-21T00:00:00Z", 2),
        ("2026-11-20T00:00:00Z", "2026-11-20T01:00:00Z", 3),
    ],
)
def test_a_period_that_cannot_be_played_is_told(
    past: Past, since: str, until: str, status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["playback", "--headless", "--database", past.url, "--from", since, "--to", until]
    assert main(words) == status
    assert capsys.readouterr().err.startswith("command-center: ")


def test_the_past_is_read_only_for_whoever_looks(tmp_path: Path, qapp: object) -> None:
    from tests.ui.scene import NOW, picture_rows

    desk = seats.make_desk(picture_rows(), NOW, tmp_path, role=Role.SHIFT_LEAD)
    action = ACTIONS["incident.take"]
    assert action.reason(desk.seat) != "playback_read_only"
    past = dataclasses.replace(desk.seat, past=True)
    assert action.reason(past) == "playback_read_only"
    assert past.may(Permission.WATCH)
    desk.close()


class Started:
    """In place of the process."""

    def poll(self) -> None:
        return None


def test_the_running_window_opens_it_apart(qapp: object, tmp_path: Path) -> None:
    from tests.ui.scene import NOW, picture_rows

    desk = seats.make_desk(picture_rows(), NOW, tmp_path)
    started: list[list[str]] = []

    def start(words: list[str]) -> Started:
        started.append(list(words))
        return Started()

    opener = PlaybackOpener(desk.seat, "sqlite:///x.db", start)  # type: ignore[arg-type]
    incident = next(iter(desk.seat.situation.open_incidents()))
    desk.seat.selection.select_incident(incident.id)
    ACTIONS[PLAYBACK].perform(desk.seat)
    desk.settle()
    desk.close()
    assert opener is not None
    (words,) = started
    assert words[:3] == ["playback", "--database", "sqlite:///x.db"]
    assert datetime.fromisoformat(words[4]) == (incident.opened_at - timedelta(minutes=2)).replace(
        microsecond=0
    )
    assert desk.notices[-1].code == "playback_opened"
