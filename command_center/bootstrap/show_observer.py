"""Opens the observers' wall: over a database that is only read, or beside a desk's own window."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from command_center.bootstrap.database.salvage import sqlite_file
from command_center.bootstrap.database_watch import DatabaseWatch
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.read_city import with_imports
from command_center.domain.errors import OperatorError
from command_center.domain.room import Room, RoomKind
from command_center.geo.packs import load_pack
from command_center.runtime.clock import LiveClock
from command_center.runtime.logs import begin_log
from command_center.runtime.paths import resources_dir
from command_center.runtime.secrets import database_password
from command_center.runtime.settings import Settings, load_settings
from command_center.situation.readiness import ReadyUnits
from command_center.storage.database import Database, open_database
from command_center.ui import screenshot
from command_center.ui.application import application
from command_center.ui.i18n import Language
from command_center.ui.live import Live
from command_center.ui.observer.wall import ObserverWall
from command_center.ui.observer.watched import Watched
from command_center.ui.seat import Seat
from command_center.ui.theme import Theme

DONE, ENVIRONMENT = 0, 4
LATELY = timedelta(hours=24)
LEAST_S, LEAST_M = 3, 1


def wall_of(watched: Watched, settings: Settings) -> ObserverWall:
    """As this machine is set; what cannot be is the least that can."""
    return ObserverWall(
        watched,
        max(LEAST_M, settings.observer_distance_m),
        max(0, settings.observer_diagonal_in),
        max(LEAST_S, settings.observer_seconds),
    )


def wall_beside(seat: Seat) -> ObserverWall:
    """What a desk shows on a screen of its own: of the seat it takes only what can be read."""
    watched = Watched(
        seat.live,
        seat.theme,
        seat.city,
        seat.zone,
        seat.room_kind,
        ReadyUnits(seat.situation),
    )
    return wall_of(watched, load_settings(seat.room_kind.value))


def _watched(database: Database, picture: Picture) -> Watched:
    """The room of that database; OperatorError where there is none yet."""
    clock = LiveClock()
    snapshot = database.feed.snapshot(clock.now() - LATELY)
    rows = list(snapshot.rows["room"])
    if not rows:
        raise OperatorError("no_room_yet", file=str(database.engine.url.database))
    room = Room(**{**rows[0], "kind": RoomKind(rows[0]["kind"])})
    city = with_imports(load_pack(resources_dir() / "packs" / room.pack), snapshot.rows)
    theme = Theme(picture.theme or "dark")
    theme.apply(application())
    telemetry = DatabaseWatch(database.telemetry, clock, database.doctor)
    live = Live(database.feed, telemetry, clock, watch=database.doctor)
    ready = ReadyUnits(live.situation)
    zone = ZoneInfo(city.time_zone)
    return Watched(live, theme, city, zone, room.kind, ready)


def show_observer(url: str, picture: Picture) -> int:
    """On the whole screen, until its window is closed. Returns the exit status."""
    begin_log("observer")
    app, status = application(), DONE
    file = sqlite_file(url)
    if file is not None and not file.is_file():
        raise OperatorError("no_room_yet", file=str(file))
    password = database_password(url)
    # not a standby: what one lags behind would be shown as now
    database = open_database(url, migrate=False, password=password, pages=False)
    try:
        watched = _watched(database, picture)
        database.doctor.start()
        watched.live.start()
        language = Language()
        if picture.language:
            language.use(picture.language)
        wall = wall_of(watched, load_settings(watched.kind.value))
        wall.resize(picture.width, picture.height)
        if picture.file is None:
            wall.fill_screen()
        else:
            wall.show()

            def taken(written: bool) -> None:
                nonlocal status
                status = DONE if written else ENVIRONMENT
                app.quit()

            screenshot.save_after(wall, picture.file, picture.after_s, taken)
        ended = app.exec()
        watched.live.stop()
    finally:
        database.close()
    return status or ended
