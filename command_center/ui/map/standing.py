"""What stands still on the map: incidents and cameras, painted once and mended where one of them
is another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QRegion

from command_center.ui.map.layout import Item, Layout
from command_center.ui.map.viewport import Viewport
from command_center.ui.theme import Theme

MOST_MENDED = 24
"""Of more changes all is painted anew."""
EDGE_PX, CELL_PX = 24, 64


class Standing:
    """A picture as large as the view."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._picture = QPixmap()
        self._of: tuple[object, ...] = ()
        self._layout: Layout | None = None
        self._seen: dict[str, Item] = {}
        self.mended = 0

    def forget(self) -> None:
        self._layout = None

    def picture(self, layout: Layout, viewport: Viewport, generation: int, ratio: float) -> QPixmap:
        """`generation`: of the marks' own pictures."""
        of = (viewport, generation, ratio)
        if layout is self._layout and of == self._of:
            return self._picture
        seen = _seen(layout, viewport, self._theme.px(EDGE_PX))
        if self._layout is None or of != self._of or layout.dots != self._layout.dots:
            self._anew(layout, viewport, ratio, seen.values())
        else:
            changed = _changed(self._seen, seen)
            if len(changed) > MOST_MENDED:
                self._anew(layout, viewport, ratio, seen.values())
            elif changed:
                self._mend(layout, viewport, changed, seen.values())
        self._of, self._layout, self._seen = of, layout, seen
        return self._picture

    def _anew(
        self, layout: Layout, viewport: Viewport, ratio: float, items: Iterable[Item]
    ) -> None:
        size = QSize(round(viewport.width * ratio), round(viewport.height * ratio))
        if self._picture.size() != size:
            self._picture = QPixmap(size)
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        self._paint(layout, viewport, items, None)

    def _mend(
        self,
        layout: Layout,
        viewport: Viewport,
        changed: Sequence[Item],
        items: Iterable[Item],
    ) -> None:
        """Only where something was or is another, with all that overlaps it."""
        region = QRegion()
        cells: set[tuple[int, int]] = set()
        for item in changed:
            box = _box(item).translated(*viewport.origin)
            region += box.toAlignedRect().adjusted(-1, -1, 1, 1)
            column, row = _cell(item)
            cells |= {(column + i, row + k) for i in (-1, 0, 1) for k in (-1, 0, 1)}
        touched = [item for item in items if _cell(item) in cells]
        self.mended += 1
        self._paint(layout, viewport, touched, region)

    def _paint(
        self, layout: Layout, viewport: Viewport, items: Iterable[Item], region: QRegion | None
    ) -> None:
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if region is not None:
            painter.setClipRegion(region)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Clear)
            painter.fillRect(region.boundingRect(), Qt.GlobalColor.transparent)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.translate(*viewport.origin)
        painter.setPen(QPen(self._theme.color("text3"), 2 * self._theme.scale))
        painter.drawPoints(layout.dots)
        for item in items:
            if item.sprite is not None:
                painter.drawPixmap(item.corner, item.sprite)
        painter.end()


def _seen(layout: Layout, viewport: Viewport, reach: float) -> dict[str, Item]:
    """What can be seen of it, from the back to the front."""
    x, y = viewport.origin
    left, top = -x - reach, -y - reach
    right, bottom = viewport.width - x + reach, viewport.height - y + reach
    return {
        item.id: item
        for item in layout.items
        if item.at is None
        and item.sprite is not None
        and left <= item.x <= right
        and top <= item.y <= bottom
    }


def _changed(before: dict[str, Item], now: dict[str, Item]) -> list[Item]:
    """Those that are not what they were, as they were and as they are."""
    changed = [item for id, item in now.items() if before.get(id) is not item]
    return changed + [item for id, item in before.items() if now.get(id) is not item]


def _cell(item: Item) -> tuple[int, int]:
    """Marks in cells that do not touch do not overlap."""
    return int(item.x // CELL_PX), int(item.y // CELL_PX)


def _box(item: Item) -> QRectF:
    if item.sprite is None:
        return QRectF()
    return QRectF(item.corner, item.sprite.deviceIndependentSize())
