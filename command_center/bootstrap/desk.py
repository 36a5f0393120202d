"""The window over a room that is open, and what runs as long as it stands."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from command_center.bootstrap.attachments import AttachmentCopies
from command_center.bootstrap.cameras import CameraWatch, policy_for
from command_center.bootstrap.early_watch import EarlyWatch
from command_center.bootstrap.entrance import Entrance
from command_center.bootstrap.evidence import EvidenceKeeper
from command_center.bootstrap.garbage import Garbage
from command_center.bootstrap.kept import KeptWork, paper_folder
from command_center.bootstrap.lease import DutyLease
from command_center.bootstrap.moved import MovedCameras
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.presence import join_presence
from command_center.bootstrap.room import OpenedRoom
from command_center.bootstrap.second_look import NightlyLook
from command_center.bootstrap.show_observer import wall_beside
from command_center.bootstrap.sightings import SightingWatch, check_detector, eyes_setup
from command_center.bootstrap.standing import Standing
from command_center.bootstrap.streets import RoomStreets
from command_center.bootstrap.upkeep import Upkeep
from command_center.domain.errors import OperatorError
from command_center.domain.place import PlaceKind
from command_center.domain.room import RoomKind
from command_center.duty.alarms import DutyRoster
from command_center.duty.clockwork import Clockwork
from command_center.runtime.attachments import attachments_dir
from command_center.runtime.crash import Vitals
from command_center.runtime.logs import report_bug
from command_center.runtime.paths import config_dir, data_dir
from command_center.runtime.setting_layers import look
from command_center.runtime.settings import OPTIONS, load_settings
from command_center.runtime.tone_player import open_player
from command_center.situation.advising.recommender import Recommender
from command_center.situation.situation import Touched
from command_center.storage.sealed import SealedVault
from command_center.ui import screenshot
from command_center.ui.actions.printed import KeyPrinter
from command_center.ui.application import application
from command_center.ui.asking import Asking
from command_center.ui.curtain.idle import Idle
from command_center.ui.handbook.printer import HandbookPrinter
from command_center.ui.heartbeat import Heartbeat
from command_center.ui.i18n import Language
from command_center.ui.live import KEEP_CLOSED, Live
from command_center.ui.notices import Notices
from command_center.ui.observer.opener import ObserverOpener
from command_center.ui.offline.paper import EmergencyPaper
from command_center.ui.offline.sheet import KeptSheet
from command_center.ui.person import Person
from command_center.ui.referrals.printer import LetterPrinter
from command_center.ui.seat import Seat
from command_center.ui.selection import Selection
from command_center.ui.tasks import Tasks
from command_center.ui.theme import Theme
from command_center.ui.tones.synthesis import silence
from command_center.ui.window import Makers, Window
from command_center.video.onvif.client import CameraControl
from command_center.video.process.client import RemoteEngine

DONE, ENVIRONMENT = 0, 4
POOL = 4
CLOSE_ENGINE_S = 8.0
SETTLE_S = 6.0
"""What a selection needs before its picture: its cameras, its timeline, its advice."""


@dataclass(slots=True)
class Desk:
    """One window and what it stands on. `close` may be called once, after the window is gone."""

    room: OpenedRoom
    seat: Seat
    window: Window
    language: Language
    pool: ThreadPoolExecutor
    closers: list[Callable[[], None]] = field(default_factory=list)

    def close(self) -> None:
        self.seat.live.stop()
        self.seat.tasks.stop()
        for closer in self.closers:
            closer()
        self.seat.control.close()
        self.seat.engine.close(CLOSE_ENGINE_S)
        self.pool.shutdown(wait=True, cancel_futures=True)
        if self.seat.vault is not None:
            self.seat.vault.close()


def open_desk(
    room: OpenedRoom,
    settings: str,
    picture: Picture,
    makers: Makers,
    *,
    with_duty: bool,
    signing_in: bool = False,
) -> Desk:
    """The window, not yet shown. `settings` names the folder of this kind of room's settings.
    Without `signing_in` the seat is the local shift lead's."""
    app = application()
    garbage = Garbage()
    theme = Theme(picture.theme or "dark")
    theme.apply(app)
    language = Language()
    pool = ThreadPoolExecutor(POOL, thread_name_prefix="io")
    live = Live(room.database.feed, room.watch, room.clock, watch=room.database.doctor)
    folder = config_dir() / settings
    work = KeptWork(room, live) if with_duty else None
    entrance = Entrance(room, live.situation) if signing_in else None
    person = Person(room.act, entrance.door if entrance else None)
    copies = AttachmentCopies(room, live.situation)
    tone = open_player(silence()) if picture.file is None else None
    streets = RoomStreets.of(room)
    made = _seat(room, live, theme, pool, folder, work, person, streets)
    seat = replace(made, tone=tone, bring=copies.bring)
    _begin(seat, work)
    window = Window(seat, makers, language, folder)
    _look(picture, theme, language, window)
    desk = Desk(room, seat, window, language, pool)
    streets.start()
    desk.closers += [copies.close, streets.close]
    if tone is not None:
        desk.closers.append(tone.close)
    if entrance is not None:
        _mind(desk, entrance)
    else:
        live.changed.connect(partial(_follow_shift, seat))
    check_detector(seat, eyes_setup(room.room))
    ObserverOpener(seat.asking, partial(wall_beside, seat), window)
    _watch(desk, garbage)
    _tell_settings(seat)
    if work is not None:
        _keep_work(desk, work)
        _put_on_duty(desk)
    return desk


def _tell_settings(seat: Seat) -> None:
    """What is set wrongly on this machine and was not used."""
    for fault in look(seat.room_kind.value, OPTIONS).faults:
        seat.notices.failed(fault)


def _begin(seat: Seat, work: KeptWork | None) -> None:
    """From here on the room is followed."""
    live = seat.live
    live.changed.connect(partial(_admit_cameras, seat))
    moved = MovedCameras(seat.engine, live.situation)
    live.changed.connect(partial(MovedCameras.hear, moved))
    live.start()
    if work is not None:
        work.start()


def _keep_work(desk: Desk, work: KeptWork) -> None:
    """What is written and printed here goes on while the room is out of reach."""
    seat, window, papers = desk.seat, desk.window, paper_folder(desk.room)
    KeptSheet(seat, window)
    EmergencyPaper(seat, papers, window)
    LetterPrinter(seat, papers, window)
    KeyPrinter(seat, papers, window)
    HandbookPrinter(seat, papers, window)
    desk.closers.append(work.close)


def _watch(desk: Desk, garbage: Garbage) -> None:
    """What looks after the room once a second."""
    room, seat, live = desk.room, desk.seat, desk.seat.live
    watch = CameraWatch(seat, room.database.telemetry)
    eyes = SightingWatch(seat, room.database.telemetry)
    keeper = EvidenceKeeper(seat, evidence_dir(room), room.system)
    upkeep = Upkeep(live.situation, KEEP_CLOSED, live.changed.emit)

    def tick(now: datetime) -> None:
        # A connected method does not keep its object; this function keeps them all.
        watch.tick(now)
        eyes.tick(now)
        upkeep.tick(now)
        keeper.tick(now)
        garbage.tick()

    live.ticked.connect(tick)
    heartbeat = Heartbeat(seat.engine, desk.window)
    desk.closers += [garbage.close, heartbeat.stop, join_presence(room, seat)]


def _mind(desk: Desk, entrance: Entrance) -> None:
    """The curtain falls by itself; the program's own session does not run out."""
    seat = desk.seat
    desk.closers.append(entrance.close)
    Idle(seat, load_settings("live").lock_after_min * 60.0, desk.window)
    seat.live.ticked.connect(partial(Entrance.tick, entrance, seat))


def _follow_shift(seat: Seat, touched: Touched) -> None:
    """Where somebody signs in, the curtain does."""
    seat.person.follow(seat.situation, touched)


def _admit_cameras(seat: Seat, touched: Touched) -> None:
    """Before any panel hears of them: a camera may be registered while the room is open."""
    if touched.everything or "camera" in touched.entities:
        policy = policy_for(seat.situation, seat.room_kind)
        seat.engine.allow(policy)
        seat.control.allow(policy)


def _look(picture: Picture, theme: Theme, language: Language, window: Window) -> None:
    """What was asked for on the command line goes before what the person kept."""
    if picture.theme:
        theme.use(picture.theme)
    if picture.language:
        language.use(picture.language)
    window.resize(picture.width, picture.height)


def _seat(
    room: OpenedRoom,
    live: Live,
    theme: Theme,
    pool: ThreadPoolExecutor,
    settings: Path,
    work: KeptWork | None,
    person: Person,
    streets: RoomStreets,
) -> Seat:
    tasks, zone = Tasks(pool), ZoneInfo(room.city.time_zone)
    notices = Notices()
    tasks.bug.connect(lambda error: notices.failed(OperatorError("bug", id=report_bug(error))))
    policy = policy_for(live.situation, room.room.kind)
    live_room = room.room.kind is RoomKind.LIVE  # an exercise has nobody's data to keep
    return Seat(
        live=live,
        selection=Selection(),
        tasks=tasks,
        executor=work.executor if work else room.lane,
        history=room.database.history,
        engine=RemoteEngine(policy, _crash_file(), eyes=eyes_setup(room.room)),
        control=CameraControl(policy),
        city=room.city,
        theme=theme,
        notices=notices,
        asking=Asking(),
        recommender=Recommender(room.city, zone, streets),
        person=person,
        zone=zone,
        room_kind=room.room.kind,
        pictures=data_dir() / "pictures" / room.room.id,
        settings=settings,
        evidence=evidence_dir(room),
        attachments=attachments_dir(room.room.id),
        kept=work.kept if work else None,
        vault=SealedVault(room.database.engine, room.clock) if live_room else None,
        map_tiles=_map_tiles(room.room.kind),
    )


def _map_tiles(kind: RoomKind) -> Path | None:
    file = load_settings(kind).map_tiles
    return Path(file) if file else None


def evidence_dir(room: OpenedRoom) -> Path:
    """Where this workstation keeps what it recorded for the room."""
    return data_dir() / "evidence" / room.room.id


def _crash_file() -> str:
    """Beside the window's own; the process appends to it, and cuts it where it is long."""
    folder = data_dir() / "logs"
    folder.mkdir(parents=True, exist_ok=True)
    return str(folder / "video.crash")


def _put_on_duty(desk: Desk) -> None:
    room, seat = desk.room, desk.seat
    areas = tuple(a.code for a in room.city.areas if a.kind is PlaceKind.KECAMATAN)
    roster = DutyRoster(areas, _kecamatan_at(room), room.city.kecamatan_of, seat.zone)
    clockwork = Clockwork(room.lane, room.system, roster)
    lease = DutyLease(room.database.leases, room.act.workstation, room.clock, clockwork)
    lease.start()
    desk.closers.append(lease.stop)
    seat.live.ticked.connect(lambda now: clockwork.tick(seat.situation, now))
    seat.live.ticked.connect(partial(NightlyLook.tick, NightlyLook(room, seat, clockwork)))
    early = EarlyWatch(room, seat, clockwork)
    seat.live.changed.connect(partial(EarlyWatch.hear, early))
    seat.live.ticked.connect(partial(EarlyWatch.tick, early))


def _kecamatan_at(room: OpenedRoom) -> Callable[[float, float], str | None]:
    def at(lat: float, lon: float) -> str | None:
        hit = room.city.area_at(lat, lon)
        return room.city.kecamatan_of(hit.code) if hit else None

    return at


def _select(seat: Seat, number: int) -> None:
    found = [i.id for i in seat.situation.open_incidents() if i.number == number]
    if found:
        seat.selection.select_incident(found[0])


def _fit(window: Window) -> None:
    """No part of a first start lies beyond a small screen."""
    window.resize(window.size().boundedTo(window.screen().availableSize()))


def run(
    desk: Desk,
    picture: Picture,
    close_room: Callable[[], None],
    vitals: Vitals | None = None,
) -> int:
    app, status = application(), DONE
    if picture.file is None:
        _fit(desk.window)
    desk.window.start()
    standing = Standing(desk.seat, desk.window, vitals, keep=picture.file is None)
    if picture.file is not None:
        desk.window.resize(picture.width, picture.height)

        def taken(written: bool) -> None:
            nonlocal status
            status = DONE if written else ENVIRONMENT
            app.quit()

        screenshot.save_after(desk.window, picture.file, picture.after_s, taken)
        if picture.select is not None:
            select = partial(_select, desk.seat, picture.select)
            screenshot.call_after(desk.window, picture.after_s - SETTLE_S, select)
    ended = app.exec()
    standing.leave()
    desk.window.close()
    desk.close()
    close_room()
    return status or ended
