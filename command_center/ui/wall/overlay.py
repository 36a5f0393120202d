"""What stands on a tile's lower edge and in its corner, painted once and kept as a picture."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPen, QPixmap, QPolygonF

from command_center.ui.theme import Theme
from command_center.video.model import Level

BAND = 34
_KEPT = 256
_MARK = 14
_BARS = {Level.HALF: (True, False, True, False), Level.KEY: (True, False, False, False)}


@dataclass(frozen=True, slots=True)
class Band:
    """The words of a tile's lower edge. `late`: the right one is a warning. `short` stands for it
    where the name would be cut otherwise."""

    label: str
    name: str
    right: str
    late: bool
    short: str = ""


@dataclass(frozen=True, slots=True)
class Marks:
    """What the tile's corner says without words."""

    level: Level | None = None
    pinned: bool = False
    recording: bool = False
    zoom: str = ""

    @property
    def any(self) -> bool:
        return bool(self.level or self.pinned or self.recording or self.zoom)


class Overlays:
    """Bands and marks by what they say; forgotten when the theme changes."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._kept: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()
        theme.changed.connect(self._kept.clear)

    def band(self, width: int, ratio: float, band: Band) -> QPixmap:
        """`width` x BAND pixels at 100 %, see-through at the top."""
        return self._get((width, ratio, band), QSize(width, self._theme.px(BAND) + 1), ratio, band)

    def marks(self, ratio: float, marks: Marks) -> QPixmap:
        """A strip of them, as wide as they need."""
        px = self._theme.px
        count = sum((marks.level is not None, marks.pinned, marks.recording))
        width = count * px(_MARK + 4) + px(4)
        if marks.zoom:
            width += self._theme_width(marks.zoom) + px(8)
        return self._get((ratio, marks), QSize(width, px(_MARK + 6)), ratio, marks)

    def _theme_width(self, text: str) -> int:
        probe = QPixmap(1, 1)
        painter = QPainter(probe)
        painter.setFont(self._theme.font(11, tabular=True))
        width = painter.fontMetrics().horizontalAdvance(text)
        painter.end()
        return width

    def _get(
        self, key: tuple[object, ...], size: QSize, ratio: float, what: Band | Marks
    ) -> QPixmap:
        known = self._kept.get(key)
        if known is not None:
            self._kept.move_to_end(key)
            return known
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        box = QRect(0, 0, size.width(), size.height())
        if isinstance(what, Band):
            self._paint_band(painter, box, what)
        else:
            self._paint_marks(painter, box, what)
        painter.end()
        self._kept[key] = made
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return made

    # --- the lower edge ------------------------------------------------------------------------

    def _paint_band(self, painter: QPainter, box: QRect, band: Band) -> None:
        theme = self._theme
        gradient = QLinearGradient(box.topLeft(), box.bottomLeft())
        for at, alpha in ((0.0, 0), (0.45, 120), (1.0, 200)):
            shade = theme.color("tile_shade")
            shade.setAlpha(alpha)
            gradient.setColorAt(at, shade)
        painter.fillRect(box, gradient)
        line = box.adjusted(theme.px(6), theme.px(14), -theme.px(6), -theme.px(3))
        used = self._right(painter, line, band)
        self._name(painter, line.adjusted(0, 0, -used, 0), band)

    def _right(self, painter: QPainter, line: QRect, band: Band) -> int:
        """Its width; 0 where it leaves the camera's label no room."""
        theme = self._theme
        painter.setFont(theme.font(11, bold=True))
        label = painter.fontMetrics().horizontalAdvance(band.label + " ")
        painter.setFont(theme.font(11, tabular=True))
        advance = painter.fontMetrics().horizontalAdvance
        text = band.right
        gap = theme.px(8)
        if band.short and label + advance(band.name) + gap + advance(text) > line.width():
            text = band.short
        width = advance(text) + gap
        if not text or (width + label > line.width() and not band.late):
            return 0
        if band.late:  # a warning is read on any picture
            ground = theme.color("tile_shade")
            ground.setAlpha(200)
            plate = QRect(line.right() - width + theme.px(4), line.top(), width, line.height())
            painter.fillRect(plate, ground)
        painter.setPen(theme.color("tile_alarm" if band.late else "tile_accent"))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(line, flags, text)
        return width

    def _name(self, painter: QPainter, line: QRect, band: Band) -> None:
        theme = self._theme
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        elide = Qt.TextElideMode.ElideRight
        painter.setPen(theme.color("tile_text"))
        painter.setFont(theme.font(11, bold=True))
        metrics = painter.fontMetrics()
        painter.drawText(line, flags, metrics.elidedText(band.label, elide, max(0, line.width())))
        rest = line.adjusted(metrics.horizontalAdvance(band.label + " "), 0, 0, 0)
        painter.setFont(theme.font(11))
        name = painter.fontMetrics().elidedText(band.name, elide, max(0, rest.width()))
        painter.drawText(rest, flags, name)

    # --- the corner ----------------------------------------------------------------------------

    def _paint_marks(self, painter: QPainter, box: QRect, marks: Marks) -> None:
        px = self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = self._theme.color("tile_shade")
        ground.setAlpha(170)
        painter.setBrush(ground)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(box), px(4), px(4))
        x = px(4)
        painters = (
            (marks.recording, self._recording),
            (marks.pinned, self._pin),
            (marks.level is not None, lambda p, r: self._level(p, r, marks.level)),
        )
        for wanted, paint in painters:
            if wanted:
                paint(painter, QRectF(x, px(3), px(_MARK), px(_MARK)))
                x += px(_MARK + 4)
        if marks.zoom:
            painter.setPen(self._theme.color("tile_text"))
            painter.setFont(self._theme.font(11, tabular=True))
            rest = box.adjusted(x, 0, 0, 0)
            flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rest, flags, marks.zoom)

    def _recording(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("tile_alarm"))
        inset = box.width() * 0.18
        painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))

    def _pin(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(self._theme.color("tile_text"), max(1.0, self._theme.scale * 1.4)))
        painter.setBrush(self._theme.color("tile_text"))
        x, y, side = box.x(), box.y(), box.width()
        head = [(0.3, 0.08), (0.7, 0.08), (0.64, 0.42), (0.8, 0.6), (0.2, 0.6), (0.36, 0.42)]
        painter.drawPolygon(QPolygonF([QPointF(x + a * side, y + b * side) for a, b in head]))
        painter.drawLine(QPointF(x + side / 2, y + 0.6 * side), QPointF(x + side / 2, y + side))

    def _level(self, painter: QPainter, box: QRectF, level: Level | None) -> None:
        """Four pictures as bars, the decoded ones filled; a still one is a lone frame."""
        ink = self._theme.color("tile_text")
        painter.setPen(QPen(ink, 1.0))
        if level is None or level not in _BARS:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(2, 3, -2, -3))
            return
        step = box.width() / 4
        for place, filled in enumerate(_BARS[level]):
            bar = QRectF(box.x() + place * step + 0.5, box.y() + 2, step - 1.5, box.height() - 4)
            painter.setBrush(ink if filled else Qt.BrushStyle.NoBrush)
            painter.drawRect(bar)
