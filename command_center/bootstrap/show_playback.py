"""The past of a room in the real window: no lane, no duty, no camera, no voice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

from command_center.bootstrap.desk import DONE, ENVIRONMENT, POOL
from command_center.bootstrap.panels import PANELS
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.playback import Past, Refusing
from command_center.domain.room import Role
from command_center.ports import Act
from command_center.runtime.attachments import attachments_dir
from command_center.runtime.clock import SteeredClock
from command_center.runtime.logs import begin_log, report_bug
from command_center.runtime.paths import config_dir, data_dir
from command_center.situation.advising.recommender import Recommender, StraightStreets
from command_center.situation.playback.feed import PastTelemetry, PlaybackFeed
from command_center.situation.playback.history import PastHistory
from command_center.ui import screenshot
from command_center.ui.application import application
from command_center.ui.asking import Asking
from command_center.ui.i18n import Language
from command_center.ui.live import Live
from command_center.ui.notices import Notices
from command_center.ui.person import Person
from command_center.ui.playback.bar import PlaybackBar, stand_under
from command_center.ui.playback.moment import MomentPanel
from command_center.ui.playback.player import Player
from command_center.ui.seat import Seat
from command_center.ui.selection import Selection
from command_center.ui.tasks import Tasks
from command_center.ui.theme import Theme
from command_center.ui.window import Makers, Window
from command_center.video.engine import Engine
from command_center.video.onvif.client import CameraControl
from command_center.video.policy import StreamPolicy

SHOWN = (
    *("queue", "detail", "map", "units", "figures", "chart", "alarms", "referrals", "hospitals"),
    "handbook",
)
"""What tells of the room as it was; pages that look into all history or into live cameras do not
belong here."""
WATCHING = Act("staff:observer", "putar-ulang", "", Role.OBSERVER.value)
CLOSE_S = 2.0


class PlaybackDesk:
    """One window onto the past and what it stands on. `close` once, after the window is gone."""

    def __init__(self, past: Past, picture: Picture, at: datetime | None = None) -> None:
        recording, period = past.recording, past.recording.period
        self.past = past
        self.clock = SteeredClock(at or period.since, until=period.until)
        self._pool = ThreadPoolExecutor(POOL, thread_name_prefix="io")
        theme = Theme(picture.theme or "dark")
        theme.apply(application())
        language = Language()
        live = Live(PlaybackFeed(recording, self.clock), PastTelemetry(), self.clock)
        self.seat = self._seat(live, theme)
        makers: Makers = {name: PANELS[name] for name in SHOWN} | {
            "moment": partial(MomentPanel, recording=recording)
        }
        self.window = Window(self.seat, makers, language, config_dir() / "playback")
        if picture.language:
            language.use(picture.language)
        self.player = Player(recording, self.clock, live, self.window)
        self.bar = PlaybackBar(self.seat, self.player)
        stand_under(self.window, self.bar)
        live.start()

    def _seat(self, live: Live, theme: Theme) -> Seat:
        past, zone = self.past, ZoneInfo(self.past.city.time_zone)
        tasks = Tasks(self._pool)
        tasks.bug.connect(report_bug)
        nothing = StreamPolicy()
        return Seat(
            live=live,
            selection=Selection(),
            tasks=tasks,
            executor=Refusing(),
            history=PastHistory(past.database.history, self.clock),
            engine=Engine(nothing),
            control=CameraControl(nothing),
            city=past.city,
            theme=theme,
            notices=Notices(),
            asking=Asking(),
            recommender=Recommender(past.city, zone, StraightStreets(zone)),
            person=Person(WATCHING),
            zone=zone,
            room_kind=past.room.kind,
            pictures=data_dir() / "pictures" / past.room.id,
            settings=config_dir() / "playback",
            evidence=data_dir() / "evidence" / past.room.id,
            attachments=attachments_dir(past.room.id),
            past=True,
        )

    def close(self) -> None:
        self.player.pause()
        self.seat.live.stop()
        self.seat.tasks.stop()
        self.seat.control.close()
        self.seat.engine.close(CLOSE_S)
        self._pool.shutdown(wait=True, cancel_futures=True)
        self.past.close()


def show_playback(past: Past, picture: Picture, at: datetime | None = None) -> int:
    """Returns the exit status."""
    begin_log("playback")
    app, status = application(), DONE
    desk = PlaybackDesk(past, picture, at)
    desk.window.resize(picture.width, picture.height)
    desk.window.start()
    desk.bar.scrub.setFocus()
    if picture.file is not None:
        desk.window.resize(picture.width, picture.height)

        def taken(written: bool) -> None:
            nonlocal status
            status = DONE if written else ENVIRONMENT
            app.quit()

        screenshot.save_after(desk.window, picture.file, picture.after_s, taken)
    ended = app.exec()
    desk.window.close()
    desk.close()
    return status or ended
