"""Opens the live room or a replayed one in the window."""

from __future__ import annotations

from collections import deque
from datetime import datetime
from functools import partial

from command_center.bootstrap.database.backups import Backups
from command_center.bootstrap.database.heads import EVERY_S, head_keeper
from command_center.bootstrap.database.pages import PageCheck, is_large
from command_center.bootstrap.database.salvage import open_or_restore, sqlite_file
from command_center.bootstrap.database.sealing import KeyKeeper
from command_center.bootstrap.desk import Desk, open_desk, run
from command_center.bootstrap.gateway import Intake
from command_center.bootstrap.panels import LIVE_PANELS, PANELS, with_machine, with_routes
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.playback_opener import PlaybackOpener
from command_center.bootstrap.replay import Replay
from command_center.bootstrap.room import RoomPlan
from command_center.bootstrap.rounds import Rounds
from command_center.bootstrap.standing import leave_when_damaged
from command_center.bootstrap.versions import VersionWatch
from command_center.domain.errors import OperatorError
from command_center.runtime.clock import LiveClock
from command_center.runtime.logs import begin_log
from command_center.runtime.secrets import database_password
from command_center.situation.situation import Touched
from command_center.storage.database import PageReader
from command_center.storage.sealed import SealedVault
from command_center.ui.application import application


def show_live(url: str, picture: Picture) -> int:
    """The room this machine is set to. Returns the exit status."""
    vitals = begin_log("live")
    application()
    room = open_or_restore(url, LiveClock(), RoomPlan(), database_password(url))
    panels = with_machine(with_routes(LIVE_PANELS, room), url)
    desk = open_desk(room, "live", picture, panels, with_duty=True, signing_in=True)
    _take_in(desk)
    desk.seat.live.ticked.connect(partial(VersionWatch.tick, VersionWatch(desk.seat, room)))
    PlaybackOpener(desk.seat, url)
    _keep_heads(desk, url)
    backups = Backups(room, url)
    desk.closers.append(backups.stop)
    backups.start()
    if (file := sqlite_file(url)) is not None:
        if is_large(file):
            _read_pages(desk)
        if vitals is not None:
            leave_when_damaged(desk.seat, file)
    return run(desk, picture, room.close, vitals)


def _read_pages(desk: Desk) -> None:
    check = PageCheck(PageReader(desk.room.database.engine), desk.room.watch)
    desk.closers.append(check.stop)
    check.start()


def _keep_heads(desk: Desk, url: str) -> None:
    """From a thread; the window hears of trouble with its own next tick."""
    troubles: deque[OperatorError] = deque()
    heads = head_keeper(desk.room, url, "live", troubles.append, database_password(url))
    vault = SealedVault(desk.room.database.engine, desk.room.clock)
    keys = KeyKeeper(desk.room, vault)

    def close() -> None:
        heads.close()
        keys.close()
        vault.close()

    rounds = Rounds("room-keeping", (heads.look, keys.look), EVERY_S, close)

    def tell(_now: datetime) -> None:
        while troubles:
            desk.seat.notices.failed(troubles.popleft())

    desk.seat.live.ticked.connect(tell)
    desk.closers.append(rounds.stop)
    rounds.start()


def _take_in(desk: Desk) -> None:
    """Sources are read and the gateway served here, unless another machine of the room does it."""
    intake, situation = Intake(desk.room), desk.seat.situation

    def changed(touched: Touched) -> None:
        intake.follow(situation, touched)

    def tick(_now: datetime) -> None:
        intake.follow(situation)

    desk.seat.live.changed.connect(changed)
    desk.seat.live.ticked.connect(tick)
    desk.closers.append(intake.stop)
    intake.start()


def show_replay(replay: Replay, picture: Picture) -> int:
    """Without clockwork: the timers of another room's past are not this room's alarms."""
    begin_log("replay")
    application()
    desk = open_desk(replay.room, "replay", picture, PANELS, with_duty=False)
    return run(desk, picture, replay.close)
