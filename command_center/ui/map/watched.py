"""Places that are watched over, by kind, and the polling stations of the newest election."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from command_center.advice.criteria import shipped_criteria
from command_center.domain.errors import OperatorError
from command_center.domain.site import Election, PollingStation, Site, SiteKind, SubjectKind
from command_center.geo.city import CityPack
from command_center.situation.situation import Situation
from command_center.situation.vulnerability import criteria_of, standing
from command_center.ui.format import count
from command_center.ui.map.backdrop import PLACES_FROM
from command_center.ui.map.layer import Found, Level, Piece
from command_center.ui.map.rated import INK, OPACITY
from command_center.ui.map.scattered import Scattered, Spot, SpotNames, Taken
from command_center.ui.map.viewport import Ground
from command_center.ui.places.words import kind_text
from command_center.ui.theme import Theme

translate = QCoreApplication.translate
SITE_PX, STATION_PX = 10, 5
ELECTION = frozenset({SiteKind.KPU, SiteKind.BAWASLU, SiteKind.LOGISTICS})
OFFICES = frozenset(
    {
        SiteKind.CITY_HALL, SiteKind.COUNCIL, SiteKind.GOVERNMENT, SiteKind.POLICE, SiteKind.POST,
        SiteKind.PRISON,
    }
)  # fmt: skip
PUBLIC = frozenset(SiteKind) - ELECTION - OFFICES


class Watched:
    """Places of `kinds`: a square for those of an election, a house for offices, a cross for
    hospitals, a ring for the rest."""

    level = Level.BENEATH_MARKS
    follows = frozenset({"site"})

    def __init__(
        self,
        id: str,
        kinds: frozenset[SiteKind],
        title: Callable[[], str],
        ground: Ground,
        theme: Theme,
        taken: Taken,
    ) -> None:
        self.id = id
        self.title = title
        self._kinds = kinds
        self._ground = ground
        self._theme = theme
        self._names = SpotNames(theme, taken)
        self._spots = Scattered(())
        self._all = 0

    @property
    def version(self) -> object:
        return self._spots

    def take(self, situation: Situation) -> None:
        rows: list[Site] = [
            row
            for row in situation.all("site")
            if row.kind in self._kinds and row.closed_at is None
        ]
        spots = [
            Spot(row.id, row.short or row.name, *self._ground.to_m(row.lat, row.lon), row.kind)
            for row in sorted(rows, key=lambda row: (list(SiteKind).index(row.kind), row.name))
            if row.lat is not None and row.lon is not None
        ]
        self._all = len(rows)
        if tuple(spots) != self._spots.all:
            self._spots = Scattered(spots)

    def note(self) -> str:
        text = translate("Map", "%1 dari %2 berkoordinat")
        return text.replace("%1", count(len(self._spots.all))).replace("%2", count(self._all))

    def paint(self, painter: QPainter, piece: Piece) -> None:
        side = self._theme.px(SITE_PX)
        ink, ground = self._theme.color("accent"), self._theme.color("panel")
        painter.setPen(QPen(ink, 1.4 * self._theme.scale))
        painter.setBrush(ground)
        for spot in self._spots.seen(piece, side):
            at = QPointF(spot.x_m * piece.scale, spot.y_m * piece.scale)
            _paint_site(painter, SiteKind(spot.kind), at, side / 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if piece.scale >= PLACES_FROM:
            self._names.paint(painter, piece, self._spots, side / 2 + 2)

    def at(self, x_m: float, y_m: float, reach_m: float) -> Sequence[Found]:
        return [
            Found(self.id, spot.id, f"{kind_text(SiteKind(spot.kind))}: {spot.name}")
            for spot in self._spots.near(x_m, y_m, reach_m)
        ]


def _paint_site(painter: QPainter, kind: SiteKind, at: QPointF, half: float) -> None:
    box = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
    if kind in ELECTION:
        painter.drawRect(box)
    elif kind in OFFICES:
        eaves = at.y() - half * 0.2
        roof = (at.x(), box.top()), (box.right(), eaves), (box.right(), box.bottom())
        wall = (box.left(), box.bottom()), (box.left(), eaves)
        painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in (*roof, *wall)]))
    elif kind is SiteKind.HOSPITAL:
        painter.drawEllipse(box)
        painter.drawLine(at - QPointF(half * 0.6, 0), at + QPointF(half * 0.6, 0))
        painter.drawLine(at - QPointF(0, half * 0.6), at + QPointF(0, half * 0.6))
    else:
        painter.drawEllipse(box)


class Stations:
    """A square each, filled the more the more vulnerable it is judged; hollow: not judged."""

    id = "stations"
    level = Level.BENEATH_MARKS
    follows = frozenset({"polling_station", "election", "assessment", "room_setting"})

    def __init__(self, city: CityPack, ground: Ground, theme: Theme) -> None:
        self._city = city
        self._ground = ground
        self._theme = theme
        self._election: Election | None = None
        self._spots = Scattered(())
        self._all = 0

    @property
    def version(self) -> object:
        return self._spots

    def take(self, situation: Situation) -> None:
        elections: list[Election] = list(situation.all("election"))
        self._election = max(elections, key=lambda row: (row.day, row.name), default=None)
        rows: list[PollingStation] = [
            row
            for row in situation.all("polling_station")
            if self._election and row.election_id == self._election.id and row.gone_at is None
        ]
        self._all = len(rows)
        spots = list(self._made(rows, situation))
        if tuple(spots) != self._spots.all:
            self._spots = Scattered(spots)

    def _made(self, rows: Sequence[PollingStation], situation: Situation) -> Sequence[Spot]:
        try:
            table = criteria_of(situation)
        except OperatorError:
            table = shipped_criteria()  # the page of criteria says so
        judged = standing(situation)
        found = []
        for row in sorted(rows, key=lambda row: (row.area_code, row.number)):
            if row.lat is None or row.lon is None:
                continue
            rating = judged.get((SubjectKind.STATION, row.id))
            shade = table.shade_of(rating.value) if rating is not None else None
            area = self._city.gazetteer.by_code(row.area_code)
            name = f"TPS {row.number} {area.name if area else row.area_code}"
            found.append(Spot(row.id, name, *self._ground.to_m(row.lat, row.lon), "", shade))
        return found

    def title(self) -> str:
        return translate("Map", "TPS")

    def note(self) -> str:
        if self._election is None:
            return translate("Map", "belum ada daftar TPS")
        text = translate("Map", "%3: %1 dari %2 berkoordinat")
        text = text.replace("%1", count(len(self._spots.all))).replace("%2", count(self._all))
        return text.replace("%3", self._election.name)

    def paint(self, painter: QPainter, piece: Piece) -> None:
        side = self._theme.px(STATION_PX)
        painter.setPen(QPen(self._theme.color("text2"), 1.0))
        by_shade: dict[int | None, list[QRectF]] = {}
        for spot in self._spots.seen(piece, side):
            x, y = spot.x_m * piece.scale - side / 2, spot.y_m * piece.scale - side / 2
            by_shade.setdefault(spot.shade, []).append(QRectF(x, y, side, side))
        for shade, boxes in by_shade.items():
            ink = self._theme.color("panel" if shade is None else INK)
            ink.setAlphaF(1.0 if shade is None else 0.3 + OPACITY[shade])
            painter.setBrush(ink)
            painter.drawRects(boxes)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def at(self, x_m: float, y_m: float, reach_m: float) -> Sequence[Found]:
        near = self._spots.near(x_m, y_m, reach_m)[:5]
        return [Found(self.id, spot.id, spot.name) for spot in near]
