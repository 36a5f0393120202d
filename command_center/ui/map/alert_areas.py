"""Where warnings to the public hold: alerts of others by their severity, and our own notices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from command_center.domain.alert import Severity
from command_center.situation.public_alerts import approved_notices, kept_alerts
from command_center.situation.situation import Situation
from command_center.ui.format import age
from command_center.ui.map.labels import Box as Pixels
from command_center.ui.map.layer import Found, Level, Piece
from command_center.ui.map.viewport import Box, Ground
from command_center.ui.map.warned_areas import WarnedArea, alert_areas, notice_area
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
Line = Qt.PenStyle
LOOKS = {
    Severity.EXTREME: ("alarm", 3.4, Line.SolidLine),
    Severity.SEVERE: ("warn", 2.6, Line.SolidLine),
    Severity.MODERATE: ("warn", 1.8, Line.DashLine),
    Severity.MINOR: ("text2", 1.8, Line.DotLine),
    Severity.UNKNOWN: ("text3", 1.4, Line.DashDotDotLine),
    None: ("accent", 1.6, Line.DashDotLine),
}
"""Ink, width in pixels of the program, line: told apart without the colour."""
LINES = (0, -1, 1, -2, 2, -3, 3)
Taken = Callable[[float], Sequence[Pixels]]
AGE_STEP_S = 300
"""Labels are written anew so often."""


class AlertAreas:
    """Gone when it is over. A label stands on the widest area of each, where it has room."""

    id = "alerts"
    level = Level.BENEATH_MARKS
    follows = frozenset({"room_setting", "public_notice"})

    def __init__(self, ground: Ground, seat: Seat, city: Box, taken: Taken) -> None:
        """`taken` are the names of the ground, which lie over it."""
        self._ground = ground
        self._seat = seat
        self._taken = taken
        self._box = city
        self._made: dict[object, tuple[WarnedArea, ...]] = {}
        self._areas: tuple[WarnedArea, ...] = ()

    @property
    def version(self) -> object:
        now = self._seat.live.now()
        steps = tuple((one, self._age_s(one, now)) for one in self._standing(now))
        return steps, self._seat.theme.color("warn").rgba()

    def take(self, situation: Situation) -> None:
        made: dict[object, tuple[WarnedArea, ...]] = {}
        for key, alert in kept_alerts(situation).items():
            known = self._made.get(key)
            made[key] = known or tuple(alert_areas(alert, self._ground, self._box))
        for notice in approved_notices(situation):
            area = notice_area(notice, self._seat.city, self._ground)
            known = self._made.get((notice.id, notice.version))
            made[notice.id, notice.version] = known or ((area,) if area is not None else ())
        self._made = made
        self._areas = tuple(area for areas in made.values() for area in areas)

    def _standing(self, now: datetime) -> list[WarnedArea]:
        return [area for area in self._areas if area.holds(now)]

    def title(self) -> str:
        return translate("Map", "Peringatan publik")

    def note(self) -> str:
        standing = self._standing(self._seat.live.now())
        if not standing:
            return translate("Map", "tidak ada yang berlaku")
        warned = {one.id.rpartition("/")[0] for one in standing if one.severity is not None}
        notices = sum(one.severity is None for one in standing)
        text = translate("Map", "%1 peringatan (merah ekstrem, jingga berat), %2 pemberitahuan")
        return text.replace("%1", str(len(warned))).replace("%2", str(notices))

    # --- painting ------------------------------------------------------------------------------

    def paint(self, painter: QPainter, piece: Piece) -> None:
        now = self._seat.live.now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        standing = self._standing(now)
        scale, box = piece.scale, QRectF(*piece.box).adjusted(-4, -4, 4, 4)
        metres = QRectF(
            box.left() / scale, box.top() / scale, box.width() / scale, box.height() / scale
        )
        for area in standing:
            if area.box.intersects(metres):
                self._outline(painter, piece, area, metres)
        painter.setFont(self._seat.theme.font(11))
        for area in standing:
            self._label(painter, piece, area, now)

    def _outline(self, painter: QPainter, piece: Piece, area: WarnedArea, metres: QRectF) -> None:
        ink, width, line = LOOKS[area.severity]
        theme = self._seat.theme
        pen = QPen(theme.color(ink), width * theme.scale * piece.ratio, line)
        pen.setCosmetic(True)
        painter.save()
        painter.scale(piece.scale, piece.scale)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(area.lines(piece.scale).touching(metres))
        painter.restore()

    def _label(self, painter: QPainter, piece: Piece, area: WarnedArea, now: datetime) -> None:
        """On a plate of its own, so that it is read over whatever lies below."""
        if area.label_at is None:
            return
        text, measure = self.label(area, now), QFontMetricsF(painter.font())
        wide, high = measure.horizontalAdvance(text) + 8, measure.height() + 2
        if area.box.width() * piece.scale < wide:
            return
        plate = self._beside_names(area, piece.scale, QRectF(0, 0, wide, high))
        if not plate.intersects(QRectF(*piece.box)):
            return
        theme = self._seat.theme
        painter.fillRect(plate, theme.color("panel"))
        painter.setPen(theme.color("text"))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)

    def _beside_names(self, area: WarnedArea, scale: float, plate: QRectF) -> QRectF:
        """The nearest line up or down in which no name is written, or its own."""
        assert area.label_at is not None, "it was looked at"
        plate.moveCenter(QPointF(*area.label_at) * scale)
        names = [QRectF(*box) for box in self._taken(scale)]
        for lines in LINES:
            moved = plate.translated(0, lines * plate.height())
            if not any(moved.intersects(name) for name in names):
                return moved
        return plate

    # --- words ---------------------------------------------------------------------------------

    def label(self, area: WarnedArea, now: datetime) -> str:
        """What it is, how bad, how old and until when."""
        old_s = self._age_s(area, now)
        old = age(old_s) if old_s >= AGE_STEP_S else translate("Map", "baru")
        parts = [area.title, self._how_bad(area), old, self._until(area)]
        return " · ".join(filter(None, parts))

    def at(self, x_m: float, y_m: float, reach_m: float) -> Sequence[Found]:
        here, now = QPointF(x_m, y_m), self._seat.live.now()
        return [
            Found(self.id, area.id, self._said(area, now))
            for area in self._standing(now)
            if area.box.contains(here) and area.path.contains(here)
        ]

    def _said(self, area: WarnedArea, now: datetime) -> str:
        old = age((now - area.since).total_seconds())
        given = translate("Map", "dikeluarkan %1 lalu").replace("%1", old)
        return " · ".join(filter(None, (area.text, self._how_bad(area), given, self._until(area))))

    def _how_bad(self, area: WarnedArea) -> str:
        return {
            Severity.EXTREME: translate("Map", "ekstrem"),
            Severity.SEVERE: translate("Map", "berat"),
            Severity.MODERATE: translate("Map", "sedang"),
            Severity.MINOR: translate("Map", "ringan"),
            Severity.UNKNOWN: translate("Map", "tingkat tidak disebut"),
            None: translate("Map", "pemberitahuan kita"),
        }[area.severity]

    def _until(self, area: WarnedArea) -> str:
        if area.ends_at is None:
            return ""
        zone = self._seat.zone
        try:
            local = area.ends_at.astimezone(zone)
        except OverflowError:  # kept before such an end was refused
            local = area.ends_at
        today = self._seat.live.now().astimezone(zone)
        if local.date() == today.date():
            day = ""
        else:
            day = local.strftime("%d-%m " if local.year == today.year else "%d-%m-%Y ")
        return translate("Map", "s.d. %1").replace("%1", day + local.strftime("%H:%M"))

    def _age_s(self, area: WarnedArea, now: datetime) -> float:
        """In steps."""
        return (now - area.since).total_seconds() // AGE_STEP_S * AGE_STEP_S
