"""The situation level of every place of the running operations."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from command_center.situation.observing import LevelLine, levels
from command_center.ui.detail.words import fill
from command_center.ui.format import age
from command_center.ui.observer.page import MIDDLE, RIGHT, Brush, WallPage, pieces, translate
from command_center.ui.situation_badges import level_text

_ROWS = 2.15


class LevelsPage(WallPage):
    lines: list[LevelLine]

    def title(self) -> str:
        return translate("Observer", "Situasi")

    def wanted(self) -> bool:
        return bool(self.lines)

    def refresh(self) -> None:
        self.lines = levels(self.watched.situation)

    def _each(self, brush: Brush, room: QRectF) -> int:
        return max(1, int(room.height() // (brush.row * _ROWS)))

    def parts(self, brush: Brush, room: QRectF) -> int:
        return pieces(len(self.lines), self._each(brush, room))

    def paint(self, brush: Brush, room: QRectF, part: int) -> None:
        each, high = self._each(brush, room), brush.row * _ROWS
        badge = max(
            (brush.width(level_text(one.level), bold=True) for one in self.lines), default=0.0
        )
        badge += brush.letters.text * 1.2
        for at, line in enumerate(self.lines[part * each :][:each]):
            box = QRectF(room.left(), room.top() + at * high, room.width(), high)
            self._row(brush, box, line, badge)

    def _row(self, brush: Brush, box: QRectF, line: LevelLine, badge: float) -> None:
        letters, row, painter = brush.letters, brush.row, brush.painter
        brush.line(box.left(), box.right(), box.top())
        tag = QRectF(box.left(), box.top() + (box.height() - row) / 2, badge, row)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush.theme.color(line.level.value))
        painter.drawRoundedRect(tag, letters.text * 0.15, letters.text * 0.15)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        brush.write(tag, level_text(line.level), ink="on_fill", bold=True, align=MIDDLE)
        since = age((self.watched.now() - line.since).total_seconds())
        told = fill(translate("Observer", "sejak %1 lalu"), since)
        aside = brush.width(told) + letters.text
        left = tag.right() + letters.text * 0.8
        top = box.top() + letters.text * 0.12
        words = QRectF(left, top, box.right() - aside - left, row)
        brush.write(words, line.place, bold=True)
        below = words.translated(0, row * 0.94)
        brush.write(below, line.operation, ink="text2", px=letters.small)
        right = QRectF(box.right() - aside, box.top(), aside, box.height())
        brush.write(right, told, ink="text2", align=RIGHT)
