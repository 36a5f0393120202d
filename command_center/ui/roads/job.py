"""One file of streets being taken in: read on another thread, told of as it goes, stopped when
asked. Nothing is stored before a person has said so."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from command_center.commands.roads import KeepRoads
from command_center.domain.errors import OperatorError
from command_center.geo.roadnet.assemble import Stopped
from command_center.geo.roadnet.reading import RoadsImport, read_roads
from command_center.geo.roadnet.table import RoadTable, save
from command_center.ui.seat import Seat

TOLD_MS = 200


class RoadsJob(QObject):
    """`told` carries how many streets are done; `read` (name of the file, RoadsImport); `stopped`
    that there is nothing: it was stopped, or could not be read. One at a time."""

    told = Signal(int)
    read = Signal(str, object)
    stopped = Signal()

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self._stop = threading.Event()
        self._done = 0
        self.running = False
        self._timer = QTimer(self)
        self._timer.setInterval(TOLD_MS)
        self._timer.timeout.connect(self._tell)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    def start(self, path: Path) -> None:
        if self.running:
            return
        self.running, self._done = True, 0
        self._stop.clear()
        self._timer.start()
        self._tell()
        work = partial(self._work, path)
        self._seat.tasks.run(work, partial(self._finished, path.name), self._failed)

    def stop(self) -> None:
        """It ends at its next look, within a moment."""
        self._stop.set()

    def keep(
        self, source: str, made: RoadsImport, licence: str, done: Callable[[KeepRoads], None]
    ) -> None:
        """Write the graph on this machine; `done` is handed what the room is to be told of it."""
        table = made.table
        assert table is not None
        folder, islands = self._seat.roads.folder, made.islands
        work = partial(_written, table, folder, source, islands, licence)
        self._seat.tasks.run(work, done, self._seat.notices.failed)

    def _tell(self) -> None:
        self.told.emit(self._done)

    def _progress(self, done: int) -> None:
        self._done = done
        if self._stop.is_set():
            raise Stopped

    def _work(self, path: Path) -> RoadsImport | None:
        """On another thread. None: it was stopped."""
        try:
            return read_roads(path, self._progress)
        except Stopped:
            return None
        except OSError as error:
            raise OperatorError("roads_file_unreadable", file=path.name) from error

    def _finished(self, name: str, made: RoadsImport | None) -> None:
        self._rest()
        if made is None:
            self.stopped.emit()
        else:
            self.read.emit(name, made)

    def _failed(self, error: OperatorError) -> None:
        self._rest()
        self._seat.notices.failed(error)
        self.stopped.emit()

    def _rest(self) -> None:
        self.running = False
        self._timer.stop()


def _written(table: RoadTable, folder: Path, source: str, islands: int, licence: str) -> KeepRoads:
    try:
        _, digest = save(table, folder)
    except OSError as error:
        raise OperatorError("roads_not_written") from error
    return KeepRoads(source, digest, len(table.lat), len(table.start), islands, licence)
