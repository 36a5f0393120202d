"""The open P1: what, in which kelurahan, since when, and who is on it. No name, no address."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from command_center.advice.categories import categories
from command_center.domain.incident import Priority
from command_center.situation.observing import UrgentLine, urgent
from command_center.ui.detail.names import category_label
from command_center.ui.format import count, number_sign, stopwatch
from command_center.ui.observer.page import MIDDLE, RIGHT, Brush, WallPage, pieces, translate
from command_center.ui.queue.words import area_line

_ROWS = 2.15


class UrgentPage(WallPage):
    lines: list[UrgentLine]

    def title(self) -> str:
        return translate("Observer", "P1 terbuka")

    def refresh(self) -> None:
        self.lines = urgent(self.watched.situation)

    def _each(self, brush: Brush, room: QRectF) -> int:
        return max(1, int(room.height() // (brush.row * _ROWS)))

    def parts(self, brush: Brush, room: QRectF) -> int:
        return pieces(len(self.lines), self._each(brush, room))

    def paint(self, brush: Brush, room: QRectF, part: int) -> None:
        if not self.lines:
            calm = translate("Observer", "Tidak ada P1 terbuka")
            brush.write(room, calm, ink="text2", px=brush.letters.title, align=MIDDLE)
            return
        each, high = self._each(brush, room), brush.row * _ROWS
        for at, line in enumerate(self.lines[part * each :][:each]):
            self._row(brush, QRectF(room.left(), room.top() + at * high, room.width(), high), line)

    def _row(self, brush: Brush, box: QRectF, line: UrgentLine) -> None:
        letters, row = brush.letters, brush.row
        brush.line(box.left(), box.right(), box.top())
        side = letters.text * 0.8
        top = box.top() + letters.text * 0.12
        glyph = QRectF(box.left(), top + (row - side) / 2, side, side)
        brush.priority(glyph, Priority.P1, line.verified)
        left = box.left() + letters.text * 1.3
        age = stopwatch((self.watched.now() - line.opened_at).total_seconds())
        aside = brush.width(age, bold=True) + letters.text
        right = QRectF(box.right() - aside, top, aside, row)
        brush.write(right, age, bold=True, align=RIGHT)
        known = categories().get(line.category)
        what = category_label(known) if known else translate("Observer", "Kejadian")
        name = f"{number_sign(line.number)}  {what}"
        brush.write(QRectF(left, top, box.right() - aside - left, row), name, bold=True)
        below = QRectF(left, top + row * 0.94, box.right() - left, row)
        where = area_line(self.watched.city, line.area) or translate(
            "Observer", "tempat belum pasti"
        )
        who, ink = self._who(line)
        used = brush.width(f"{where}   ", px=letters.small)
        brush.write(below, where, ink="text2", px=letters.small)
        beside = below.adjusted(min(used, below.width() * 0.5), 0, 0, 0)
        brush.write(beside, who, ink=ink, px=letters.small)

    def _who(self, line: UrgentLine) -> tuple[str, str]:
        """Who is on it, and the token it is written in."""
        if not line.taken:
            return translate("Observer", "belum diambil"), "warn"
        if not line.units:
            return translate("Observer", "belum ada unit"), "warn"
        shown, more = line.units[:3], len(line.units) - 3
        return ", ".join(shown) + (f" +{count(more)}" if more > 0 else ""), "text"
