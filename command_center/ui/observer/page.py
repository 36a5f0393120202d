"""What a page of the wall is, and the brush it is painted with."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from command_center.domain.incident import Priority
from command_center.domain.unit import UnitStatus
from command_center.ui.glyphs import paint_priority, paint_status
from command_center.ui.observer.letters import Letters, sized
from command_center.ui.observer.watched import Watched
from command_center.ui.theme import Theme

translate = QCoreApplication.translate
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MIDDLE = Qt.AlignmentFlag.AlignCenter
TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
GLYPH_PX = 16.0
"""What the shapes of the window are drawn for."""


@dataclass(frozen=True, slots=True)
class Brush:
    """A painter with letters of the right size. Text from outside is plain text."""

    painter: QPainter
    theme: Theme
    letters: Letters

    @property
    def row(self) -> float:
        """Height of a row of text."""
        return self.letters.text * 1.45

    def write(
        self,
        box: QRectF,
        text: str,
        *,
        ink: str = "text",
        px: int = 0,
        bold: bool = False,
        align: Qt.AlignmentFlag = LEFT,
    ) -> None:
        """One line, cut with … where it does not fit; `px` 0 = the size of rows."""
        font = sized(self.theme, px or self.letters.text, bold=bold, tabular=True)
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        self.painter.setFont(font)
        self.painter.setPen(self.theme.color(ink))
        self.painter.drawText(box, align | Qt.TextFlag.TextSingleLine, shown)

    def wrap(
        self,
        box: QRectF,
        text: str,
        *,
        ink: str = "text2",
        px: int = 0,
        align: Qt.AlignmentFlag = TOP_LEFT,
    ) -> None:
        """As many lines as the box holds."""
        self.painter.setFont(sized(self.theme, px or self.letters.text))
        self.painter.setPen(self.theme.color(ink))
        self.painter.drawText(box, align | Qt.TextFlag.TextWordWrap, text)

    def width(self, text: str, *, px: int = 0, bold: bool = False) -> float:
        font = sized(self.theme, px or self.letters.text, bold=bold, tabular=True)
        return QFontMetricsF(font).horizontalAdvance(text)

    def glyph(self, box: QRectF, paint: Callable[[QRectF], None]) -> None:
        """A shape whose strokes grow with it; `paint` has a box of GLYPH_PX for it."""
        scale = box.width() / GLYPH_PX
        self.painter.save()
        self.painter.translate(box.topLeft())
        self.painter.scale(scale, scale)
        paint(QRectF(0, 0, GLYPH_PX, GLYPH_PX))
        self.painter.restore()

    def priority(self, box: QRectF, priority: Priority, verified: bool = True) -> None:
        """Its shape, hollow while nobody has verified it."""
        self.glyph(
            box,
            lambda inside: paint_priority(self.painter, inside, priority, verified, self.theme),
        )

    def status(self, box: QRectF, status: UnitStatus) -> None:
        self.glyph(box, lambda inside: paint_status(self.painter, inside, status, self.theme))

    def line(self, left: float, right: float, y: float) -> None:
        self.painter.setPen(self.theme.color("line"))
        self.painter.drawLine(round(left), round(y), round(right), round(y))


class WallPage(ABC):
    """`refresh` reads the room; `parts` says on how many screens what it read stands."""

    def __init__(self, watched: Watched) -> None:
        self.watched = watched

    @abstractmethod
    def title(self) -> str: ...

    @abstractmethod
    def refresh(self) -> None: ...

    def parts(self, brush: Brush, room: QRectF) -> int:
        return 1

    def wanted(self) -> bool:
        """Whether there is anything that it could ever say in this room now."""
        return True

    @abstractmethod
    def paint(self, brush: Brush, room: QRectF, part: int) -> None: ...


def pieces(count: int, each: int) -> int:
    """Screens that so many rows take; an empty list takes one."""
    return max(1, -(-count // max(1, each)))
