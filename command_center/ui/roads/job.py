"""One file of streets being taken in: told of as it goes, stopped when asked. Nothing is stored
before a person has said so."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from command_center.commands.roads import KeepRoads
from command_center.domain.errors import OperatorError
from command_center.geo.roadnet.assemble import Stopped
from command_center.geo.roadnet.reading import RoadsImport, read_roads
from command_center.geo.roadnet.table import RoadTable, save
from command_center.ui.long_work import LongWork
from command_center.ui.seat import Seat


class RoadsJob(LongWork):
    """`told` carries how many streets are done; `read` (name of the file, RoadsImport); `stopped`
    that there is nothing: it was stopped, or could not be read."""

    told = Signal(int)
    read = Signal(str, object)
    stopped = Signal()

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(seat, parent)
        self._done = 0

    def start(self, path: Path) -> None:
        if not self.running:
            self._done = 0
            self.begin(partial(self._work, path), partial(self._finished, path.name))

    def keep(
        self, source: str, made: RoadsImport, licence: str, done: Callable[[KeepRoads], None]
    ) -> None:
        """Write the graph on this machine; `done` is handed what the room is to be told of it."""
        table = made.table
        assert table is not None
        folder, islands = self._seat.roads.folder, made.islands
        work = partial(_written, table, folder, source, islands, licence)
        self._seat.tasks.run(work, done, self._seat.notices.failed)

    def tell(self) -> None:
        self.told.emit(self._done)

    def came_to_nothing(self) -> None:
        self.stopped.emit()

    def _work(self, path: Path, stop: threading.Event) -> RoadsImport | None:
        """On another thread. None: it was stopped."""
        try:
            return read_roads(path, partial(self._progress, stop))
        except Stopped:
            return None
        except OSError as error:
            raise OperatorError("roads_file_unreadable", file=path.name) from error

    def _progress(self, stop: threading.Event, done: int) -> None:
        self._done = done
        if stop.is_set():
            raise Stopped

    def _finished(self, name: str, made: RoadsImport | None) -> None:
        if made is None:
            self.stopped.emit()
        else:
            self.read.emit(name, made)


def _written(table: RoadTable, folder: Path, source: str, islands: int, licence: str) -> KeepRoads:
    try:
        _, digest = save(table, folder)
    except OSError as error:
        raise OperatorError("roads_not_written") from error
    return KeepRoads(source, digest, len(table.lat), len(table.start), islands, licence)
