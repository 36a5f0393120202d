"""The coverage strip: which part of the city has no unit to send."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from command_center.ui.theme import Theme

translate = QCoreApplication.translate
PAD, GAP, HEIGHT = 6, 6, 38
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


@dataclass(frozen=True, slots=True)
class Cell:
    """`ready` fresh available units inside the area now, of `home` own units that live there."""

    code: str
    name: str
    ready: int
    home: int


class CoverageStrip(QWidget):
    """As many cells beside each other as their names allow, then another row of them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.cells: tuple[Cell, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._describe()

    def show_cells(self, cells: tuple[Cell, ...]) -> None:
        if cells == self.cells:
            return
        grown = len(cells) != len(self.cells)
        self.cells = cells
        self._describe()
        if grown:
            self.updateGeometry()
        self.update()

    def _describe(self) -> None:
        self.setAccessibleName(translate("Units", "Cakupan per kecamatan"))
        said = [self._said(cell) for cell in self.cells]
        self.setAccessibleDescription("; ".join(said))
        self.setToolTip("\n".join(said))

    @staticmethod
    def _said(cell: Cell) -> str:
        text = translate("Units", "%1: %2 siap di dalam, %3 unit berpangkalan")
        for mark, value in (("%1", cell.name), ("%2", cell.ready), ("%3", cell.home)):
            text = text.replace(mark, str(value))
        return text

    # --- geometry ------------------------------------------------------------------------------

    def _widths(self) -> list[int]:
        """What each cell needs for its name."""
        theme = self._theme
        measure = QFontMetrics(theme.font(11))
        return [measure.horizontalAdvance(cell.name) + theme.px(PAD) * 2 for cell in self.cells]

    def _rows(self, width: int) -> list[list[int]]:
        """The cells' widths row by row: one row if all names fit, else a grid of equal cells."""
        theme = self._theme
        gap, room = theme.px(GAP), width - 2 * theme.px(GAP)
        needed = self._widths()
        count = len(needed)
        spare = room - sum(needed) - gap * (count - 1)
        if spare >= 0 and count:
            return [[wide + spare // count for wide in needed]]
        least = max(needed, default=1)
        across = max(1, (room + gap) // (least + gap))
        wide = max(1, (room - gap * (across - 1)) // across)
        return [[wide] * min(across, count - start) for start in range(0, count, across)]

    def rects(self) -> list[QRect]:
        """Where each cell is painted."""
        theme = self._theme
        gap, height = theme.px(GAP), theme.px(HEIGHT)
        out = []
        for row, widths in enumerate(self._rows(self.width())):
            left = gap
            for wide in widths:
                out.append(QRect(left, gap + row * (height + gap), wide, height))
                left += wide + gap
        return out

    def heightForWidth(self, width: int) -> int:
        theme = self._theme
        rows = len(self._rows(width))
        return rows * (theme.px(HEIGHT) + theme.px(GAP)) + theme.px(GAP)

    def sizeHint(self) -> QSize:
        width = max(self.width(), self._theme.px(280))
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setFixedHeight(self.heightForWidth(event.size().width()))

    def restyle(self) -> None:
        self.setFixedHeight(self.heightForWidth(self.width()))
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._describe()
        super().changeEvent(event)

    # --- painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for cell, rect in zip(self.cells, self.rects(), strict=True):
            self._paint(painter, cell, rect)
        painter.end()

    def _paint(self, painter: QPainter, cell: Cell, rect: QRect) -> None:
        theme = self._theme
        # a room that has no units yet has no holes either
        empty = cell.ready == 0 and any(other.ready or other.home for other in self.cells)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("hole" if empty else "raised"))
        painter.drawRoundedRect(rect, theme.px(3), theme.px(3))
        inside = rect.adjusted(theme.px(PAD), theme.px(3), 0, -theme.px(2))
        upper = QRect(inside.left(), inside.top(), inside.width(), inside.height() // 2)
        lower = upper.translated(0, inside.height() // 2)
        ink = theme.color("alarm_text") if empty else theme.color("text2")
        painter.setPen(ink)
        painter.setFont(theme.font(11))
        painter.drawText(upper, LEFT, cell.name)
        number = str(cell.ready)
        painter.setFont(theme.font(15, bold=True, tabular=True))
        wide = painter.fontMetrics().horizontalAdvance(number)
        painter.setPen(ink if empty else theme.color("text"))
        painter.drawText(lower, LEFT, number)
        painter.setFont(theme.font(11, tabular=True))
        painter.setPen(ink)
        painter.drawText(lower.adjusted(wide, theme.px(1), 0, 0), LEFT, f"/{cell.home}")
