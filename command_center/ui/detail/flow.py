"""Lays widgets out in lines and starts a new one where they do not fit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class FlowLayout(QLayout):
    """Items keep their size hints, left to right, `gap` pixels apart in both directions. One wider
    than the layout gets the width there is. From the item `push` on they stand at the right end of
    the line in which it stands; with `together` on a line of their own unless all of them fit
    beside what stands before."""

    def __init__(self, parent: QWidget | None = None, gap: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.push: QWidget | None = None
        self.together = False
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """Remembered until an item changes: one change of a panel asks for it dozens of times."""
        if width not in self._heights:
            self._heights[width] = self._lay(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        self._heights = {}
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _lay(self, rect: QRect, *, move: bool) -> int:
        """Place the items, or only measure; answers the height used."""
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        y, gap = area.y(), self.spacing()
        right = False
        for place, line in enumerate(self._lines(area.width())):
            right = self.together and (right or any(i.widget() is self.push for i, _ in line))
            y += gap if place else 0
            tall = max(size.height() for _, size in line)
            if move:
                self._move(line, QRect(area.x(), y, area.width(), tall), right=right)
            y += tall
        return y + margins.bottom() - rect.y()

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(1, width)))
            pushed = self.together and self.push is not None and item.widget() is self.push
            needed = self._tail_width() if pushed else size.width()
            if not lines or used + needed > width:
                lines.append([])
                used = 0
            lines[-1].append((item, size))
            used += size.width() + self.spacing()
        return lines

    def _tail_width(self) -> int:
        """Of everything from `push` on, in one line."""
        shown = [item for item in self._items if not item.isEmpty()]
        at = next(n for n, item in enumerate(shown) if item.widget() is self.push)
        tail = shown[at:]
        return sum(item.sizeHint().width() for item in tail) + self.spacing() * (len(tail) - 1)

    def _move(
        self, line: list[tuple[QLayoutItem, QSize]], box: QRect, *, right: bool = False
    ) -> None:
        gap = self.spacing()
        spare = box.width() - sum(size.width() + gap for _, size in line) + gap
        pushed = self.push is not None and any(item.widget() is self.push for item, _ in line)
        x = box.x() + (spare if right and not pushed else 0)
        for item, size in line:
            if pushed and item.widget() is self.push:
                x += spare
            top = box.y() + (box.height() - size.height()) // 2
            item.setGeometry(QRect(QPoint(x, top), size))
            x += size.width() + gap
