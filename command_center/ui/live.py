"""The live picture of this window: entries in, batches out, at most every 100 ms."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from command_center.domain.errors import OperatorError
from command_center.domain.log import StoredEntry
from command_center.ports import (
    ChangeFeed,
    Clock,
    Connection,
    ConnectionWatch,
    Health,
    LinkState,
    Position,
    Telemetry,
)
from command_center.runtime.logs import report_bug
from command_center.situation.fold import OutOfStep
from command_center.situation.overlay import Overlay
from command_center.situation.situation import Situation, Touched
from command_center.storage.outbox import Item

log = logging.getLogger(__name__)
FLUSH_MS = 100
PATIENCE_MS = 500
TICK_MS = 1000
AT_ONCE_S = 0.02
"""The longest the GUI thread folds without letting the window breathe."""
TELEMETRY_S, TELEMETRY_LEAST_S = 1.0, 0.4
RELOAD_S, STOP_S = 0.5, 5.0
KEEP_CLOSED = timedelta(hours=24)
Key = tuple[str, str]


class Live(QObject):
    """Folds the feed into `situation` on the GUI thread and tells panels what was touched.

    `changed(Touched)` follows entries, `telemetry()` new positions and health, `ticked(datetime)`
    the room's clock once a second, `connected(Connection)` how the database is reached,
    `syncing(bool)` that all of the room is read again, which another thread does. Nothing else
    moves a panel.
    """

    changed = Signal(object)
    telemetry = Signal()
    ticked = Signal(object)
    connected = Signal(object)
    syncing = Signal(bool)
    _arrived = Signal(int, object)
    _broke = Signal(int)
    _loaded = Signal(int, object)
    _heard = Signal(object, object)
    _reached = Signal()

    def __init__(
        self,
        feed: ChangeFeed,
        telemetry: Telemetry,
        clock: Clock,
        parent: QObject | None = None,
        *,
        watch: ConnectionWatch | None = None,
    ) -> None:
        """Without a `watch` the database is taken to be there."""
        super().__init__(parent)
        self.situation = Situation()
        self.overlay = Overlay(self.situation)
        self.clock = clock
        self.is_syncing = False
        self._feed = feed
        self._telemetry = telemetry
        self._watch = watch
        self._told = self.connection
        self._waiting: list[StoredEntry] = []
        self._wanted: list[tuple[int, Callable[[], None]]] = []
        self._load_number = 0
        self._loader: threading.Thread | None = None
        self._flush = QTimer(self)
        self._flush.setSingleShot(True)
        self._flush.timeout.connect(self._apply_waiting)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(lambda: self._do_wanted(waited=True))
        self._second = QTimer(self)
        self._second.timeout.connect(self._tick)
        self._stopping = threading.Event()
        self._news = threading.Event()
        self._listener: threading.Thread | None = None
        self._connect()

    def _connect(self) -> None:
        """What other threads tell is heard on this one."""
        queued = Qt.ConnectionType.QueuedConnection
        self._arrived.connect(self._take, queued)
        self._broke.connect(self._broken, queued)
        self._loaded.connect(self._become, queued)
        self._heard.connect(self._hear, queued)
        self._reached.connect(self._look_at_connection, queued)
        self._feed.on_broken = self._broke.emit
        self._telemetry.listen(self._news.set)
        if self._watch is not None:
            self._watch.subscribe(self._told_by_watch)

    @property
    def connection(self) -> Connection:
        """How the database is reached, as of now."""
        if self._watch is not None:
            return self._watch.connection
        now = self.clock.now()
        return Connection(LinkState.ONLINE, now, now, heard_s=time.monotonic())

    def start(self) -> None:
        """Load the snapshot and follow the log from there."""
        touched = self.situation.load(self._feed.snapshot(self.clock.now() - KEEP_CLOSED))
        self._follow(touched)
        self._hear(self._telemetry.positions(), self._telemetry.health())
        self._listener = threading.Thread(target=self._listen, name="telemetry", daemon=True)
        self._listener.start()
        self._second.start(TICK_MS)
        self._tick()

    def stop(self) -> None:
        self._stopping.set()
        self._news.set()
        self._second.stop()
        self._flush.stop()
        self._patience.stop()
        self._feed.stop()
        for thread in (self._listener, self._loader):
            if thread is not None:
                thread.join(STOP_S)

    def now(self) -> datetime:
        return self.clock.now()

    # --- the log --------------------------------------------------------------------------------

    def _follow(self, touched: Touched) -> None:
        touched.merge(self.overlay.lift())
        touched.merge(self.overlay.lay())
        number = self._load_number
        self._feed.start(self.situation.seq, lambda entries: self._arrived.emit(number, entries))
        self.changed.emit(touched)
        self._do_wanted()

    def _take(self, number: int, entries: Sequence[StoredEntry]) -> None:
        """First change at once, then at most every FLUSH_MS."""
        if number != self._load_number:
            return  # of a log that is no longer followed
        self._waiting.extend(entries)
        if self._wanted or not self._flush.isActive():
            self._apply_waiting()

    def _apply_waiting(self) -> None:
        if not self._waiting:
            return
        touched, until_s, done = self.overlay.lift(), time.monotonic() + AT_ONCE_S, 0
        try:
            for entry in self._waiting:
                if entry.seq > self.situation.seq:
                    touched.merge(self.situation.apply(entry))
                self.overlay.arrived(entry.entry.op_id)
                done += 1
                if time.monotonic() > until_s:
                    break
        except OutOfStep as error:
            log.warning("feed out of step, loading again: %s", error)
            self._resync()
        except Exception as error:  # noqa: BLE001 - an entry of somebody who means harm, or a bug
            report_bug(error)
            self._resync()
        del self._waiting[:done]
        touched.merge(self.overlay.lay())
        self._flush.start(FLUSH_MS)
        self.changed.emit(touched)
        self._do_wanted()

    def once_folded(self, seq: int | None, act: Callable[[], None]) -> None:
        """As soon as this window knows what was stored at `seq`: what is shown of it before would
        be shown as missing. At once where nothing was stored in the log, and no later than a hand
        would wait where the log does not come."""
        self._wanted.append((seq or 0, act))
        self._do_wanted()
        if self._wanted:
            self._patience.start(PATIENCE_MS)

    def _do_wanted(self, *, waited: bool = False) -> None:
        known = self.situation.seq
        due = [act for seq, act in self._wanted if waited or seq <= known]
        self._wanted = [one for one in self._wanted if not waited and one[0] > known]
        for act in due:
            act()

    def hurry(self) -> None:
        """Somebody here waits to see what they did: it is not kept until others' changes have
        come together."""
        self._flush.stop()
        self._apply_waiting()

    def keep(self, items: Iterable[Item]) -> None:
        """What is only kept at this workstation now."""
        self.changed.emit(self.overlay.take(items))

    def reload(self) -> None:
        """What was read is no longer where the clock is: the picture is read again, and shown as
        it was until then."""
        self._resync()

    def _broken(self, seq: int) -> None:
        log.warning("the log does not continue at %d, loading again", seq)
        self._resync()

    def _resync(self) -> None:
        """Until the room was read again this window shows what it knew, and that it is old."""
        if self.is_syncing or self._stopping.is_set():
            return
        self.is_syncing = True
        self.syncing.emit(True)
        self._load_number += 1
        self._waiting.clear()
        number = self._load_number
        self._loader = threading.Thread(
            target=self._load, args=(number,), name="load-again", daemon=True
        )
        self._loader.start()

    def _load(self, number: int) -> None:
        """On a thread of its own, however long the database takes to answer."""
        self._feed.stop()
        while not self._stopping.is_set():
            fresh = Situation()
            try:
                fresh.load(self._feed.snapshot(self.clock.now() - KEEP_CLOSED))
            except OperatorError as error:
                log.info("the room could not be read again: %s", error.code)
            except Exception as error:  # noqa: BLE001 - a window that stays old would be worse
                report_bug(error)
            else:
                self._loaded.emit(number, fresh)
                return
            self._stopping.wait(RELOAD_S)

    def _become(self, number: int, fresh: Situation) -> None:
        if number != self._load_number or self._stopping.is_set():
            return
        touched = self.situation.become(fresh)
        self.is_syncing = False
        self._follow(touched)
        self.syncing.emit(False)

    # --- beside the log -------------------------------------------------------------------------

    def _listen(self) -> None:
        """On a thread of its own: whoever writes telemetry may hold the database for long."""
        while not self._stopping.is_set():
            self._news.wait(TELEMETRY_S)
            self._news.clear()
            try:
                self._heard.emit(self._telemetry.positions(), self._telemetry.health())
            except OperatorError as error:
                log.info("telemetry not read: %s", error.code)
            self._stopping.wait(TELEMETRY_LEAST_S)

    def _hear(self, positions: Mapping[str, Position], health: Mapping[Key, Health]) -> None:
        self.situation.place(positions)
        self.situation.health = dict(health)
        self.telemetry.emit()

    def _told_by_watch(self, _: Connection) -> None:
        if not self._stopping.is_set():
            self._reached.emit()

    def _look_at_connection(self) -> None:
        before, now = self._told, self.connection
        self._told = now
        if (now.state, now.code, now.skewed) != (before.state, before.code, before.skewed):
            self.connected.emit(now)

    def _tick(self) -> None:
        self._look_at_connection()
        self.ticked.emit(self.clock.now())
