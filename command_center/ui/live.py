"""The live picture of this window: entries in, batches out, at most every 100 ms."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from command_center.domain.errors import OperatorError
from command_center.domain.log import StoredEntry
from command_center.ports import ChangeFeed, Clock, Health, Position, Telemetry
from command_center.situation.fold import OutOfStep
from command_center.situation.overlay import Overlay
from command_center.situation.situation import Situation
from command_center.storage.outbox import Item

log = logging.getLogger(__name__)
FLUSH_MS = 100
TICK_MS = 1000
TELEMETRY_S = 1.0
KEEP_CLOSED = timedelta(hours=24)
Key = tuple[str, str]


class Live(QObject):
    """Folds the feed into `situation` on the GUI thread and tells panels what was touched.

    `changed(Touched)` follows entries, `telemetry()` new positions and health, `ticked(datetime)`
    the room's clock once a second. Nothing else moves a panel.
    """

    changed = Signal(object)
    telemetry = Signal()
    ticked = Signal(object)
    syncing = Signal(bool)
    _arrived = Signal(object)
    _broke = Signal(int)
    _heard = Signal(object, object)

    def __init__(
        self,
        feed: ChangeFeed,
        telemetry: Telemetry,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.situation = Situation()
        self.overlay = Overlay(self.situation)
        self.clock = clock
        self._feed = feed
        self._telemetry = telemetry
        self._waiting: list[StoredEntry] = []
        self._arrived.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._broke.connect(self._broken, Qt.ConnectionType.QueuedConnection)
        feed.on_broken = self._broke.emit
        self._flush = QTimer(self)
        self._flush.setSingleShot(True)
        self._flush.timeout.connect(self._apply_waiting)
        self._second = QTimer(self)
        self._second.timeout.connect(self._tick)
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._stopping = threading.Event()
        self._listener: threading.Thread | None = None

    def start(self) -> None:
        """Load the snapshot and follow the log from there."""
        self._load()
        self._hear(self._telemetry.positions(), self._telemetry.health())
        self._listener = threading.Thread(target=self._listen, name="telemetry", daemon=True)
        self._listener.start()
        self._second.start(TICK_MS)
        self._tick()

    def stop(self) -> None:
        self._stopping.set()
        self._second.stop()
        self._flush.stop()
        self._feed.stop()
        if self._listener is not None:
            self._listener.join()

    def now(self) -> datetime:
        return self.clock.now()

    def _load(self) -> None:
        snapshot = self._feed.snapshot(self.clock.now() - KEEP_CLOSED)
        touched = self.situation.load(snapshot)
        touched.merge(self.overlay.lift())
        touched.merge(self.overlay.lay())
        self._feed.start(self.situation.seq, self._arrived.emit)
        self.changed.emit(touched)

    def _take(self, entries: Sequence[StoredEntry]) -> None:
        """First change at once, then at most every FLUSH_MS."""
        self._waiting.extend(entries)
        if not self._flush.isActive():
            self._apply_waiting()
            self._flush.start(FLUSH_MS)

    def _apply_waiting(self) -> None:
        if not self._waiting:
            return
        entries, self._waiting = self._waiting, []
        touched = self.overlay.lift()
        try:
            for entry in entries:
                if entry.seq > self.situation.seq:
                    touched.merge(self.situation.apply(entry))
                self.overlay.arrived(entry.entry.op_id)
        except OutOfStep as error:
            log.warning("feed out of step, loading again: %s", error)
            self._resync()
            return
        touched.merge(self.overlay.lay())
        self._flush.start(FLUSH_MS)
        self.changed.emit(touched)

    def keep(self, items: Iterable[Item]) -> None:
        """What is only kept at this workstation now."""
        self.changed.emit(self.overlay.take(items))

    def _broken(self, seq: int) -> None:
        log.warning("the log does not continue at %d, loading again", seq)
        self._resync()

    def _resync(self) -> None:
        self.syncing.emit(True)
        self._feed.stop()
        self._waiting.clear()
        self._load()
        self.syncing.emit(False)

    def _listen(self) -> None:
        """On a thread of its own: whoever writes telemetry may hold the database for long."""
        while not self._stopping.wait(TELEMETRY_S):
            try:
                self._heard.emit(self._telemetry.positions(), self._telemetry.health())
            except OperatorError as error:
                log.info("telemetry not read: %s", error.code)

    def _hear(self, positions: Mapping[str, Position], health: Mapping[Key, Health]) -> None:
        self.situation.positions = dict(positions)
        self.situation.health = dict(health)
        self.telemetry.emit()

    def _tick(self) -> None:
        self.ticked.emit(self.clock.now())
