"""A list that is also a file: read in, looked through, stored in parts, written out."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from command_center.connectors.places.sheet import Sheet, Tell
from command_center.documents.place_tables import WRITERS, Lines
from command_center.domain.errors import OperatorError
from command_center.domain.place import PlaceKind
from command_center.geo.spelling import kind_named, words
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.dropped_file import local_file
from command_center.ui.format import count
from command_center.ui.leaving import leaving_lines, leaving_path
from command_center.ui.places.form_page import FormPage
from command_center.ui.places.job import ImportJob
from command_center.ui.places.preview import Changes
from command_center.ui.places.words import translate
from command_center.ui.sentences import sentence

ERRORS_SHOWN = 6


class WrittenPage(FormPage):
    """A list that is written out. `file_name` begins the names of the files."""

    file_name = ""

    @abstractmethod
    def table(self) -> Lines:
        """Everything the list has; what can be read in again is as it is read."""

    def ask_export(self) -> None:
        title = translate("Places", "Tulis sebagai apa?")
        answers = [
            Answer(translate("Places", "CSV"), "1", partial(self._export, ".csv")),
            Answer(translate("Places", "Buku kerja XLSX"), "2", partial(self._export, ".xlsx")),
        ]
        self.question.ask(title, answers)

    def _export(self, ending: str) -> None:
        self.question.leave()
        seat = self._seat
        lines = self.table()
        stamp = seat.live.now().astimezone(seat.zone).strftime("%Y%m%d-%H%M%S")
        path = leaving_path(seat, f"{self.file_name}-{stamp}{ending}")

        def written(path: Path) -> None:
            seat.notices.done("places_exported", count=len(lines) - 1, file=str(path))

        told = leaving_lines(seat, lines)
        seat.tasks.run(partial(write_lines, path, told), written, seat.notices.failed)


class FileListPage(WrittenPage):
    def begin_files(self) -> None:
        """Once the page is made."""
        self.setAcceptDrops(True)
        self.job = ImportJob(self._seat, self)
        self.job.reading.connect(self._told_reading)
        self.job.read.connect(self._was_read)
        self.job.storing.connect(self._told_storing)
        self.job.stored.connect(self._was_stored)
        self.job.failed.connect(self._came_to_nothing)

    # --- what a page of its own says -----------------------------------------------------------

    @abstractmethod
    def read(self, data: bytes, tell: Tell) -> Sheet[Any]:
        """On another thread. OperatorError."""

    @abstractmethod
    def changes(self, rows: tuple[Any, ...]) -> Changes[Any]:
        """Against what the room has now."""

    @abstractmethod
    def storing(self, source: str) -> Callable[[tuple[Any, ...]], Any]:
        """The command that stores a part; `source` as a person said where the list is from."""

    # --- reading -------------------------------------------------------------------------------

    def ask_file(self) -> None:
        title = translate("Places", "Berkas CSV atau XLSX mana? Tulis jalurnya, atau seret.")
        yes = Answer(translate("Places", "Baca"), "Return", self._read_typed)
        self.question.ask(title, [yes], typed="")

    def _read_typed(self) -> None:
        typed = self.typed()
        if typed:
            self.read_file(Path(typed).expanduser())

    def read_file(self, path: Path) -> None:
        """What it would change is shown before anything is stored."""
        why = self.reason("import")
        if why is not None:
            self._seat.notices.failed(OperatorError(why))
            return
        self.say(self.faults, "")
        self.job.start(path, self.read)
        self.follow()

    def _told_reading(self, rows: int) -> None:
        self.say(self.outlook, fill(translate("Places", "Membaca: %1 baris"), count(rows)))

    def _was_read(self, name: str, sheet: Sheet[Any]) -> None:
        self.say(self.outlook, "")
        lines = [sentence(error.code, error.params) for error in sheet.errors[:ERRORS_SHOWN]]
        if len(sheet.errors) > ERRORS_SHOWN:
            more = translate("Places", "… dan %1 lagi")
            lines.append(fill(more, count(len(sheet.errors) - ERRORS_SHOWN)))
        self.say(self.faults, "\n".join(lines))
        self.follow()
        changes = self.changes(sheet.rows)
        if not changes.wanted:
            if not sheet.errors:
                self._seat.notices.failed(OperatorError("places_nothing_new"))
            return
        self.ask_store(name, changes, len({error.row for error in sheet.errors}))

    def ask_store(self, name: str, changes: Changes[Any], bad: int) -> None:
        told = translate(
            "Places",
            "Impor %1 baru dan %2 diubah? %3 sama, %4 tidak ada di berkas dan tetap, %5 baris"
            " salah tidak ikut. Sumber daftar:",
        )
        numbers = (len(changes.added), len(changes.changed), changes.same, changes.absent, bad)
        store = partial(self._store, changes)
        yes = Answer(translate("Places", "Impor"), "Return", store)
        now = QApplication.focusWidget()
        self.question.ask(fill(told, *map(count, numbers)), [yes], typed=name)
        if now is not None and not self.isAncestorOf(now):
            now.setFocus()  # somebody went on with other work while the file was read

    def _store(self, changes: Changes[Any]) -> None:
        self.job.store(changes.wanted, self.storing(self.typed()))
        self.follow()

    def _told_storing(self, stored: int, whole: int) -> None:
        said = translate("Places", "Menyimpan %1 dari %2; Esc menghentikan")
        self.say(self.outlook, fill(said, count(stored), count(whole)))

    def _was_stored(self, stored: int, whole: int, told: dict[str, Any]) -> None:
        said = ""
        if stored < whole:
            said = translate(
                "Places", "Dihentikan: %1 dari %2 tersimpan. Impor lagi untuk meneruskan."
            )
            said = fill(said, count(stored), count(whole))
        self.say(self.outlook, said)
        self._seat.notices.done(self.stored_kind, **told)
        self.follow()

    stored_kind = ""

    def _came_to_nothing(self) -> None:
        self.say(self.outlook, "")
        self.follow()

    def known_area(self, name: str) -> str | None:
        """The kelurahan that has just this name, nickname or code, however it is written: in a file
        nobody sees what a beginning or a name inside other words was taken for."""
        place = self._seat.city.gazetteer.locate(name, PlaceKind.KELURAHAN)
        if place is None:
            return None
        kind, bare = kind_named(words(name))
        said = {"".join(words(name))}
        if kind is PlaceKind.KELURAHAN:
            said.add("".join(bare))
        known = {"".join(words(one)) for one in (place.code, place.name, *place.nicknames)}
        return place.code if said & known else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_file(event.mimeData()) is not None and self.reason("import") is None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = local_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.read_file(path)


def write_lines(path: Path, lines: Lines) -> Path:
    """On another thread. Named by us."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(WRITERS[path.suffix](lines))
    except OSError as error:
        raise OperatorError("places_not_written") from error
    return path
