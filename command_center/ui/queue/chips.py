"""The third line of a row: sources, units and what is missing, as far as there is room."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen

from command_center.domain.unit import OrderStatus, UnitStatus
from command_center.situation.queue import QueueRow, UnitChip
from command_center.ui.glyphs import paint_status
from command_center.ui.queue.words import translate
from command_center.ui.theme import Theme

GLYPH_OF = {
    OrderStatus.ORDERED: UnitStatus.ORDERED,
    OrderStatus.ACCEPTED: UnitStatus.ORDERED,
    OrderStatus.EN_ROUTE: UnitStatus.EN_ROUTE,
    OrderStatus.ON_SCENE: UnitStatus.ON_SCENE,
}
_CENTRE = Qt.AlignmentFlag.AlignCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ChipLine:
    """`source_name` turns a source's id into what people call it."""

    def __init__(self, theme: Theme, source_name: Callable[[str], str]) -> None:
        self._theme = theme
        self._source_name = source_name

    def paint(self, painter: QPainter, line: QRectF, row: QueueRow, flags: Sequence[str]) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(11))
        metrics = QFontMetrics(self._theme.font(11))
        right = line.right()
        shown = []
        for text in flags:  # ours is whole or, where the shape must say it alone, not there
            width = metrics.horizontalAdvance(text) + self._theme.px(6)
            if right - width >= line.left():
                shown.append(text)
                right -= width
        x, units = line.left(), len(row.units)
        wide = right - (self._rest_width(units) if units else 0)
        for source in row.sources:
            name = self._source_name(source.source_id)
            text = name if source.count == 1 else f"{name} ×{source.count}"
            x = self._source(painter, QRectF(x, line.top(), wide - x, line.height()), text)
        for number, chip in enumerate(row.units):
            room = QRectF(x, line.top(), right - x, line.height())
            after = units - number - 1
            if self._width(chip) + (self._rest_width(after) if after else 0) > room.width():
                x = self._rest(painter, room, after + 1)
                break
            x = self._unit(painter, room, chip)
        painter.setPen(self._theme.color("warn"))
        for text in shown:
            width = metrics.horizontalAdvance(text) + self._theme.px(6)
            painter.drawText(QRectF(x, line.top(), width, line.height()), _LEFT, text)
            x += width
        painter.restore()

    def _source(self, painter: QPainter, room: QRectF, text: str) -> float:
        px = self._theme.px
        metrics = QFontMetrics(self._theme.font(11))
        widest = max(0, int(room.width()) - px(14))
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, min(widest, px(110)))
        if not shown:
            return room.left()
        width = metrics.horizontalAdvance(shown) + px(12)
        box = QRectF(room.left() + 0.5, room.top() + 0.5, width - 1, room.height() - 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.color("text3"), 1))
        painter.drawRoundedRect(box, px(3), px(3))
        painter.setPen(self._theme.color("text2"))
        painter.drawText(box, _CENTRE, shown)
        return room.left() + width + px(4)

    def _width(self, chip: UnitChip) -> int:
        text = self._text(chip)
        advance = QFontMetrics(self._theme.font(11)).horizontalAdvance(text)
        return advance + self._theme.px(28)

    def _text(self, chip: UnitChip) -> str:
        if chip.requested:
            return translate("Queue", "%1 diminta").replace("%1", chip.call_sign)
        if chip.disputed:
            return translate("Queue", "%1 konflik").replace("%1", chip.call_sign)
        return chip.call_sign

    def _unit(self, painter: QPainter, room: QRectF, chip: UnitChip) -> float:
        theme, px = self._theme, self._theme.px
        width = self._width(chip)
        box = QRectF(room.left(), room.top(), width, room.height())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("line"))
        painter.drawRoundedRect(box, px(3), px(3))
        painter.setPen(theme.color("warn" if chip.disputed else "text"))
        painter.drawText(box.adjusted(px(6), 0, -px(18), 0), _LEFT, self._text(chip))
        side = px(10)
        mark = QRectF(box.right() - px(16), box.center().y() - side / 2, side, side)
        paint_status(painter, mark, GLYPH_OF[chip.status], theme)
        return box.right() + px(4)

    def _rest_width(self, count: int) -> int:
        metrics = QFontMetrics(self._theme.font(11))
        return metrics.horizontalAdvance(f"+{count}") + self._theme.px(6)

    def _rest(self, painter: QPainter, room: QRectF, count: int) -> float:
        text, width = f"+{count}", self._rest_width(count)
        painter.setPen(self._theme.color("text2"))
        painter.drawText(QRectF(room.left(), room.top(), width, room.height()), _LEFT, text)
        return room.left() + width
