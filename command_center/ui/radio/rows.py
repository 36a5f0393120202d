"""Lines of the air as rows, the newest first: what is new is put in, nothing else moves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from command_center.advice.radio import RadioCode, gloss, radio_book
from command_center.commands.radio import CODES_SETTING
from command_center.domain.partner import Partner, RadioLine
from command_center.domain.room import RoomSetting
from command_center.domain.unit import Agency
from command_center.situation.situation import Situation
from command_center.ui.detail.names import Names
from command_center.ui.radio.words import activity_text, glossed

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
Index = QModelIndex | QPersistentModelIndex
_Known = tuple[RadioLine, Partner | None, str, Agency | None]


@dataclass(frozen=True, slots=True)
class RadioRow:
    """`beside` are the glosses of the codes in the line; `number` of its incident, "" for none;
    `offered` the agency it is offered to."""

    line: RadioLine
    speaker: str
    beside: str
    number: str
    offered: Agency | None

    @property
    def struck(self) -> bool:
        return self.line.struck_at is not None


@dataclass(frozen=True, slots=True)
class CodeBook:
    """The code book in force: the room's own, else the one the program ships; off unless the room
    switched it on. `version` of the setting, 0 = there is none yet."""

    on: bool
    codes: tuple[RadioCode, ...]
    version: int


def code_book(situation: Situation) -> CodeBook:
    setting = situation.get("room_setting", CODES_SETTING)
    if not isinstance(setting, RoomSetting):
        return CodeBook(False, radio_book().codes, 0)
    rows = setting.value.get("codes", [])
    codes = tuple(RadioCode(str(row[0]), str(row[1])) for row in rows if len(row) == 2)
    return CodeBook(bool(setting.value.get("on")), codes, setting.version)


class RowMaker:
    """Makes rows of what the room knows, and the same row as before where nothing changed."""

    def __init__(self) -> None:
        self._codes: tuple[RadioCode, ...] = ()
        self._made: dict[str, tuple[_Known, RadioRow]] = {}

    def rows(self, situation: Situation) -> list[RadioRow]:
        """Newest first."""
        book = code_book(situation)
        if (codes := book.codes if book.on else ()) != self._codes:
            self._codes = codes
            self._made.clear()
        agencies: dict[str, Agency] = {agency.code: agency for agency in situation.all("agency")}
        offers = {act: agencies.get(code) for act, code in radio_book().agencies.items()}
        lines: list[RadioLine] = sorted(
            situation.all("radio_line"), key=lambda one: (one.at, one.id), reverse=True
        )
        names = Names(situation)
        made = {line.id: self._entry(line, situation, names, offers) for line in lines}
        self._made = made
        return [row for _, row in made.values()]

    def _entry(
        self,
        line: RadioLine,
        situation: Situation,
        names: Names,
        offers: dict[str, Agency | None],
    ) -> tuple[_Known, RadioRow]:
        partner = situation.get("partner", line.partner_id) if line.partner_id else None
        number = names.incident(line.incident_id) if line.incident_id else ""
        offered = None if line.struck_at else offers.get(line.activity)
        known = (line, partner, number, offered)
        before = self._made.get(line.id)
        if before is not None and before[0] == known:
            return before
        beside = glossed(gloss(line.text, self._codes)) if self._codes else ""
        speaker = f"{line.call_sign} · {partner.name}" if partner else line.call_sign
        return known, RadioRow(line, speaker, beside, number, offered)


def spoken(row: RadioRow) -> str:
    """For a reader, and for a pointer that rests on it."""
    parts = (row.speaker, row.line.text, row.beside, activity_text(row.line.activity), row.number)
    return " · ".join(part for part in parts if part)


class RadioModel(QAbstractTableModel):
    """One column of rows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[RadioRow] = []

    def show_rows(self, rows: list[RadioRow]) -> None:
        """New lines come in at the top; only when lines went or came elsewhere is all new."""
        fresh = len(rows) - len(self.rows)
        known = [row.line.id for row in self.rows]
        if fresh >= 0 and known and known == [row.line.id for row in rows[fresh:]]:
            self._grow(rows, fresh)
        elif rows != self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def _grow(self, rows: list[RadioRow], fresh: int) -> None:
        if fresh:
            self.beginInsertRows(QModelIndex(), 0, fresh - 1)
            self.rows = [*rows[:fresh], *self.rows]
            self.endInsertRows()
        for at, row in enumerate(rows):
            if self.rows[at] is not row and self.rows[at] != row:
                self.rows[at] = row
                self.dataChanged.emit(self.index(at, 0), self.index(at, 0))

    def places(self, ids: Iterable[str]) -> list[int]:
        wanted = set(ids)
        return [at for at, row in enumerate(self.rows) if row.line.id in wanted]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return spoken(row)
        return None
