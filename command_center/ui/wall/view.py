"""What one tile shows at one moment, and where everything of it lies."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPen, QPixmap

from command_center.ui.wall.arrange import Cell
from command_center.ui.wall.lens import PLAIN, Lens, fitted
from command_center.ui.wall.near import Near
from command_center.video.model import CameraStatus

Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class TileView:
    """As of `at`. `number` is the incident's the tile belongs to, `offer` the living camera that
    may stand in for it."""

    cell: Cell
    status: CameraStatus
    at: datetime
    number: int | None
    selected: bool
    focused: bool
    offer: Near | None = None
    lens: Lens = PLAIN
    recording: bool = False


@dataclass(slots=True)
class Ready:
    """A tile laid out, so that a new picture costs no more than painting it. `source` None: the
    picture has the target's size; `edges` is what it leaves free."""

    view: TileView
    size: Size | None
    target: QRect
    source: QRectF | None
    edges: list[QRect]
    overlays: list[tuple[QPoint, QPixmap]] = field(default_factory=list)
    borders: list[tuple[QPen, QRect]] = field(default_factory=list)


def laid_out(rect: QRect, view: TileView, size: Size | None, ratio: float) -> Ready:
    """Where the picture lies. One of an earlier size is scaled into the tile."""
    if size is None:
        return Ready(view, size, rect, None, [rect])
    target = fitted(rect, *size)
    part = view.lens.part()
    source = QRectF(
        part.x() * size[0], part.y() * size[1], part.width() * size[0], part.height() * size[1]
    )
    same = (
        view.lens.plain
        and abs(size[0] - target.width() * ratio) <= 1.5
        and abs(size[1] - target.height() * ratio) <= 1.5
    )
    return Ready(view, size, target, None if same else source, _edges(rect, target))


def _edges(rect: QRect, target: QRect) -> list[QRect]:
    """What the picture leaves free; a pixel more under its rounded edge."""
    x, y, w, h = rect.x(), rect.y(), rect.width(), rect.height()
    edges = []
    if target.width() < w:
        right = target.right()
        edges += [QRect(x, y, target.left() - x + 1, h), QRect(right, y, x + w - right, h)]
    if target.height() < h:
        low = target.bottom()
        edges += [QRect(x, y, w, target.top() - y + 1), QRect(x, low, w, y + h - low)]
    return edges
