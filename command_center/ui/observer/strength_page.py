"""Strength: units by status and agency, as the unit board counts them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRectF, Qt

from command_center.domain.unit import UnitStatus
from command_center.situation.observing import AgencyStrength, strength_by_agency
from command_center.ui.format import count
from command_center.ui.observer.page import MIDDLE, RIGHT, Brush, WallPage, pieces, translate
from command_center.ui.units.words import status_word

_ORDER = (
    UnitStatus.AVAILABLE,
    UnitStatus.ORDERED,
    UnitStatus.EN_ROUTE,
    UnitStatus.ON_SCENE,
    UnitStatus.STAGED,
    UnitStatus.RETURNING,
    UnitStatus.BREAK,
    UnitStatus.UNAVAILABLE,
    UnitStatus.OFF_DUTY,
    UnitStatus.UNKNOWN,
)
_NAMES_EM, _COLUMN_EM = 9.5, 4.6
NONE = "–"
_FOOT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom


class StrengthPage(WallPage):
    agencies: list[AgencyStrength]
    statuses: list[UnitStatus]

    def title(self) -> str:
        return translate("Observer", "Kekuatan")

    def refresh(self) -> None:
        watched = self.watched
        self.agencies = strength_by_agency(watched.situation, watched.now(), watched.targets)
        used = {status for one in self.agencies for status in one.by_status}
        self.statuses = [status for status in _ORDER if status in used]

    def _columns(self, brush: Brush, room: QRectF) -> int:
        """Agencies beside each other, after the names and the sum."""
        wide = room.width() - brush.letters.text * (_NAMES_EM + _COLUMN_EM)
        return max(1, int(wide // (brush.letters.text * _COLUMN_EM)))

    def parts(self, brush: Brush, room: QRectF) -> int:
        return pieces(len(self.agencies), self._columns(brush, room))

    def paint(self, brush: Brush, room: QRectF, part: int) -> None:
        if not self.agencies:
            none = translate("Observer", "Belum ada unit")
            brush.write(room, none, ink="text2", px=brush.letters.title, align=MIDDLE)
            return
        columns = self._columns(brush, room)
        shown = self.agencies[part * columns :][:columns]
        heads = [*(one.short for one in shown), translate("Observer", "Semua")]
        rows = self._rows(shown)
        wide = (room.width() - brush.letters.text * _NAMES_EM) / len(heads) - brush.letters.text
        widest = max(brush.width(head, px=brush.letters.small) for head in heads)
        deep = 2 if widest > wide else 1
        high = min(brush.row, room.height() / (len(rows) + deep))
        box = QRectF(room.left(), room.top(), room.width(), high * deep)
        self._heads(brush, box, heads)
        box.setHeight(high)
        box.translate(0, high * (deep - 1))
        for status, name, numbers in rows:
            box.translate(0, high)
            brush.line(box.left(), box.right(), box.top())
            told = [count(n) if n else NONE for n in numbers]
            self._row(brush, box, name, told, bold=name == rows[-1][1])
            if status is not None:
                text = brush.letters.text
                side = text * 0.66
                top = box.center().y() - side / 2
                brush.status(QRectF(box.left() + text * 0.1, top, side, side), status)

    def _rows(self, shown: list[AgencyStrength]) -> list[tuple[UnitStatus | None, str, list[int]]]:
        """Status, name, the numbers of the agencies that are shown and of all; people last."""
        situation = self.watched.situation
        rows: list[tuple[UnitStatus | None, str, list[int]]] = []
        for status in self.statuses:
            numbers = _told(shown, self.agencies, partial(_of, status))
            rows.append((status, status_word(status, situation), numbers))
        if any(one.bespoken for one in self.agencies):
            asked = translate("Observer", "Diminta, dicek")
            rows.insert(1, (None, asked, _told(shown, self.agencies, lambda one: one.bespoken)))
        people = translate("Observer", "Orang siap")
        rows.append((None, people, _told(shown, self.agencies, lambda one: one.ready_people)))
        return rows

    def _heads(self, brush: Brush, box: QRectF, heads: list[str]) -> None:
        """On two lines where a name is long."""
        names = brush.letters.text * _NAMES_EM
        wide = (box.width() - names) / len(heads)
        for column, text in enumerate(heads):
            left = box.left() + names + column * wide
            cell = QRectF(left, box.top(), wide - brush.letters.text * 0.3, box.height())
            brush.wrap(cell, text, px=brush.letters.small, align=_FOOT)

    def _row(self, brush: Brush, box: QRectF, name: str, told: list[str], *, bold: bool) -> None:
        letters, names = brush.letters, brush.letters.text * _NAMES_EM
        wide = (box.width() - names) / len(told)
        words = QRectF(box.left() + letters.text * 1.1, box.top(), names, box.height())
        words.setRight(box.left() + names)
        brush.write(words, name, px=letters.small, bold=bold)
        px = letters.text
        for column, text in enumerate(told):
            left = box.left() + names + column * wide
            cell = QRectF(left, box.top(), wide - letters.text * 0.3, box.height())
            ink = "text3" if text == NONE else "text"
            brush.write(cell, text, ink=ink, px=px, bold=bold, align=RIGHT)


def _told(
    shown: Sequence[AgencyStrength],
    every: Sequence[AgencyStrength],
    number: Callable[[AgencyStrength], int],
) -> list[int]:
    return [*map(number, shown), sum(map(number, every))]


def _of(status: UnitStatus, one: AgencyStrength) -> int:
    return one.by_status.get(status, 0)
