"""Digital zoom: which part of a camera's picture one large tile shows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, QRectF

LARGEST = 8.0
STEP = 1.25
DETAIL_PX = 2560
"""Frames are never asked for wider than this: no street camera has more."""


@dataclass(frozen=True, slots=True)
class Lens:
    """`zoom` times as large round (`x`, `y`), fractions of the picture."""

    zoom: float = 1.0
    x: float = 0.5
    y: float = 0.5

    @property
    def plain(self) -> bool:
        return self.zoom <= 1.0

    def part(self) -> QRectF:
        """What is seen, as fractions of the picture."""
        side = 1.0 / self.zoom
        return QRectF(self.x - side / 2, self.y - side / 2, side, side)

    def zoomed(self, factor: float, at: QPointF | None = None) -> Lens:
        """Closer or farther; what is at `at` (fractions of the view) stays where it is."""
        zoom = min(LARGEST, max(1.0, self.zoom * factor))
        if zoom < 1.02:
            return Lens()
        spot = at or QPointF(0.5, 0.5)
        part = self.part()
        x = part.x() + spot.x() * part.width()
        y = part.y() + spot.y() * part.height()
        side = 1.0 / zoom
        return Lens(zoom, x + (0.5 - spot.x()) * side, y + (0.5 - spot.y()) * side)._inside()

    def moved(self, right: float, down: float) -> Lens:
        """By fractions of the view; never beyond the picture's edge."""
        side = 1.0 / self.zoom
        return replace(self, x=self.x + right * side, y=self.y + down * side)._inside()

    def _inside(self) -> Lens:
        half = 0.5 / self.zoom
        return replace(self, x=min(1 - half, max(half, self.x)), y=min(1 - half, max(half, self.y)))

    def detail(self, width: int, height: int) -> tuple[int, int]:
        """How large the whole picture is asked for so that the part fills `width` x `height`."""
        factor = min(self.zoom, max(1.0, DETAIL_PX / max(1, width)))
        return round(width * factor), round(height * factor)


PLAIN = Lens()
"""The whole picture."""


def fitted(rect: QRect, width: int, height: int) -> QRect:
    """The largest rectangle of width:height in the middle of another."""
    scale = min(rect.width() / max(1, width), rect.height() / max(1, height))
    w, h = round(width * scale), round(height * scale)
    return QRect(
        rect.x() + (rect.width() - w) // 2,
        rect.y() + (rect.height() - h) // 2,
        max(1, w),
        max(1, h),
    )
