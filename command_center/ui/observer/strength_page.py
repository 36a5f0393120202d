"""Strength: units by status and agency, as the unit board counts them."""

from __future__ import annotations

from PySide6.QtCore import QRectF

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
        columns, text = self._columns(brush, room), brush.letters.text
        shown = self.agencies[part * columns :][:columns]
        heads = [*(one.short for one in shown), translate("Observer", "Semua")]
        high = min(brush.row, room.height() / (len(self.statuses) + 2))
        box = QRectF(room.left(), room.top(), room.width(), high)
        self._row(brush, box, "", heads, bold=False)
        for status in self.statuses:
            box.translate(0, high)
            numbers = [one.by_status.get(status, 0) for one in shown]
            numbers.append(sum(one.by_status.get(status, 0) for one in self.agencies))
            name = status_word(status, self.watched.situation)
            brush.line(box.left(), box.right(), box.top())
            self._row(brush, box, name, [count(n) if n else NONE for n in numbers], bold=False)
            side = text * 0.66
            glyph = QRectF(box.left() + text * 0.1, box.center().y() - side / 2, side, side)
            brush.status(glyph, status)
        box.translate(0, high)
        brush.line(box.left(), box.right(), box.top())
        people = [one.ready_people for one in shown]
        people.append(sum(one.ready_people for one in self.agencies))
        word = translate("Observer", "Orang siap")
        self._row(brush, box, word, [count(n) for n in people], bold=True)

    def _row(self, brush: Brush, box: QRectF, name: str, told: list[str], *, bold: bool) -> None:
        """A row without a name is that of the headings."""
        letters, names = brush.letters, brush.letters.text * _NAMES_EM
        wide = (box.width() - names) / len(told)
        words = QRectF(box.left() + letters.text * 1.1, box.top(), names, box.height())
        words.setRight(box.left() + names)
        brush.write(words, name, px=letters.small, bold=bold)
        px = letters.text if name else letters.small
        for column, text in enumerate(told):
            left = box.left() + names + column * wide
            cell = QRectF(left, box.top(), wide - letters.text * 0.3, box.height())
            ink = "text3" if text == NONE else "text" if name else "text2"
            brush.write(cell, text, ink=ink, px=px, bold=bold, align=RIGHT)
