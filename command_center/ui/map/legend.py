"""What the signs mean, how far things are, and what the map cannot show."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPixmap

from command_center.domain.incident import Priority
from command_center.domain.unit import UnitStatus
from command_center.ui.format import count, metres
from command_center.ui.glyphs import paint_priority, paint_status
from command_center.ui.map.viewport import Viewport
from command_center.ui.theme import Theme

translate = QCoreApplication.translate
LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
KILOMETRE_M = 1000
STEPS = (1, 2, 5)
LONGEST_BAR_PX, BAR_TEXT_PX = 96, 60
ENTRY_GAP = 12
Glyph = Callable[[QPainter, QRectF, Theme], None]


@dataclass(frozen=True, slots=True)
class Entry:
    glyphs: tuple[Glyph, ...]
    text: str


def _incident(priority: Priority, verified: bool = True) -> Glyph:
    return lambda painter, box, theme: paint_priority(painter, box, priority, verified, theme)


def _unit(status: UnitStatus) -> Glyph:
    return lambda painter, box, theme: paint_status(painter, box, status, theme)


def entries(silent_units: int, credit: str = "") -> list[Entry]:
    """`silent_units` are on duty but send no position: said, so that nobody takes the map for
    everything. `credit` says whose map the rest lies on."""
    found = [
        Entry(tuple(_incident(p) for p in Priority), translate("Map", "kejadian P1–P4")),
        Entry((_incident(Priority.P2, False),), translate("Map", "belum diverifikasi")),
        Entry((_unit(UnitStatus.AVAILABLE),), translate("Map", "unit siap")),
        Entry((_unit(UnitStatus.UNKNOWN),), translate("Map", "posisi usang")),
    ]
    if silent_units:
        text = translate("Map", "%1 unit tanpa posisi").replace("%1", str(silent_units))
        found.append(Entry((), text))
    if credit:
        found.append(Entry((), credit))
    return found


def legend_rows(
    silent_units: int, width: float, theme: Theme, credit: str = ""
) -> list[list[tuple[Entry, float]]]:
    """Entries with their widths, as many to a row as fit."""
    measure = QFontMetricsF(theme.font(11))
    side, gap = theme.px(10), theme.px(ENTRY_GAP)
    rows: list[list[tuple[Entry, float]]] = [[]]
    used = 0.0
    for entry in entries(silent_units, credit):
        marks = len(entry.glyphs) * (side + theme.px(2)) + (theme.px(3) if entry.glyphs else 0)
        wide = marks + measure.horizontalAdvance(entry.text) + 1
        if rows[-1] and used + gap + wide > width:
            rows.append([])
            used = 0.0
        used += wide + (gap if rows[-1] else 0)
        rows[-1].append((entry, wide))
    return rows


def paint_legend(
    painter: QPainter, viewport: Viewport, silent_units: int, theme: Theme, credit: str = ""
) -> None:
    """In the lower left corner, beside the room of the scale bar."""
    pad, line = theme.px(10), theme.px(16)
    room = viewport.width - 3 * pad - theme.px(LONGEST_BAR_PX + BAR_TEXT_PX)
    rows = legend_rows(silent_units, room, theme, credit)
    widest = max(sum(wide + theme.px(ENTRY_GAP) for _, wide in row) for row in rows)
    high = len(rows) * line + theme.px(8)
    _clear(painter, QRectF(0, viewport.height - high, widest + pad, high), theme)
    painter.setFont(theme.font(11))
    for number, row in enumerate(reversed(rows)):
        top = viewport.height - theme.px(6) - (number + 1) * line
        left = float(pad)
        for entry, wide in row:
            _paint_entry(painter, entry, QRectF(left, top, wide, line), theme)
            left += wide + theme.px(ENTRY_GAP)


def _paint_entry(painter: QPainter, entry: Entry, box: QRectF, theme: Theme) -> None:
    side, gap = theme.px(10), theme.px(2)
    x = box.left()
    for glyph in entry.glyphs:
        glyph(painter, QRectF(x, box.center().y() - side / 2, side, side), theme)
        x += side + gap
    x += theme.px(3) if entry.glyphs else 0
    painter.setPen(theme.color("text2"))
    painter.drawText(QRectF(x, box.top(), box.right() - x + 1, box.height()), LEFT, entry.text)


def _clear(painter: QPainter, box: QRectF, theme: Theme) -> None:
    """Ground for words, through which marks still show faintly."""
    ground = theme.color("panel")
    ground.setAlphaF(0.85)
    painter.fillRect(box, ground)


def bar_length_m(scale: float, longest_px: float) -> float:
    """The longest round distance (1, 2 or 5 times a power of ten) of at most `longest_px`."""
    limit = longest_px / scale
    power = 1.0
    while power * 10 <= limit:
        power *= 10
    return max((step * power for step in STEPS if step * power <= limit), default=power)


def paint_scale(painter: QPainter, viewport: Viewport, theme: Theme) -> None:
    """In the lower right corner."""
    length_m = bar_length_m(viewport.scale, theme.px(LONGEST_BAR_PX))
    length = length_m * viewport.scale
    right, low = viewport.width - theme.px(10), viewport.height - theme.px(12)
    reserved, high = theme.px(LONGEST_BAR_PX + BAR_TEXT_PX), theme.px(24)
    _clear(
        painter, QRectF(viewport.width - reserved, viewport.height - high, reserved, high), theme
    )
    painter.setPen(QPen(theme.color("text2"), 1.4 * theme.scale))
    tick = theme.px(3)
    painter.drawLine(QPointF(right - length, low), QPointF(right, low))
    for x in (right - length, right):
        painter.drawLine(QPointF(x, low - tick), QPointF(x, low + tick))
    painter.setFont(theme.font(11, tabular=True))
    whole = length_m >= KILOMETRE_M
    text = f"{count(round(length_m / KILOMETRE_M))} km" if whole else metres(length_m)
    wide = QFontMetricsF(painter.font()).horizontalAdvance(text)
    box = QRectF(right - length - theme.px(6) - wide, low - theme.px(8), wide + 1, theme.px(16))
    painter.drawText(box, LEFT, text)


class Legend:
    """Legend and scale, painted once for each view: the clock repaints the map every second."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._picture = QPixmap()
        self._of: tuple[object, ...] = ()
        self.credit = ""

    def forget(self) -> None:
        self._of = ()

    def picture(self, viewport: Viewport, silent_units: int, ratio: float) -> QPixmap:
        of = (viewport.width, viewport.height, viewport.scale, silent_units, ratio, self.credit)
        if of != self._of:
            self._of = of
            self._paint(viewport, silent_units, ratio)
        return self._picture

    def _paint(self, viewport: Viewport, silent_units: int, ratio: float) -> None:
        size = QSize(round(viewport.width * ratio), round(viewport.height * ratio))
        self._picture = QPixmap(size)
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_legend(painter, viewport, silent_units, self._theme, self.credit)
        paint_scale(painter, viewport, self._theme)
        painter.end()
