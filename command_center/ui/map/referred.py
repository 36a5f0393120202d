"""Incidents that another agency has now: an arrow beside their mark."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QPolygonF

from command_center.domain.referral import Referral, ReferralState
from command_center.situation.situation import Situation
from command_center.ui.map.items import place_of
from command_center.ui.map.layer import Found, Level, Piece
from command_center.ui.map.marks import Marks
from command_center.ui.theme import Theme

translate = QCoreApplication.translate
AWAY_PX, SIDE_PX = 8, 8
UNANSWERED, TAKEN = "warn", "text2"


class Referred:
    """Loud while nobody there has answered."""

    id = "referred"
    level = Level.ABOVE_MARKS
    follows = frozenset({"referral"})

    def __init__(self, marks: Marks, theme: Theme) -> None:
        self._marks = marks
        self._theme = theme
        self._open: dict[str, str] = {}

    @property
    def version(self) -> object:
        """Arrows go with their marks."""
        marks = self._marks.incidents
        return tuple((marks[id], ink) for id, ink in self._open.items() if id in marks)

    def take(self, situation: Situation) -> None:
        found: dict[str, str] = {}
        for row in situation.all("referral"):
            if isinstance(row, Referral) and row.ended_at is None:
                waits = row.state is ReferralState.SENT
                loud = waits or found.get(row.incident_id) == UNANSWERED
                found[row.incident_id] = UNANSWERED if loud else TAKEN
        self._open = dict(sorted(found.items()))

    def title(self) -> str:
        return translate("Map", "Diteruskan ke instansi")

    def note(self) -> str:
        waiting = sum(ink == UNANSWERED for ink in self._open.values())
        text = translate("Map", "%1 kejadian, %2 belum dijawab")
        return text.replace("%1", str(len(self._open))).replace("%2", str(waiting))

    def paint(self, painter: QPainter, piece: Piece) -> None:
        theme, marks = self._theme, self._marks.incidents
        away, side = theme.px(AWAY_PX), theme.px(SIDE_PX)
        more = away + side + 2
        seen = QRectF(*piece.box).adjusted(-more, -more, more, more)
        for id, token in self._open.items():
            mark = marks.get(id)
            if mark is None:
                continue
            at = QPointF(*place_of(mark, piece.scale, theme.scale))
            if not seen.contains(at):
                continue
            foot = at + QPointF(away * 0.6, -away * 0.6)
            tip = foot + QPointF(side, -side)
            for ink, wide in (("panel", 4.0), (token, 1.8)):
                painter.setPen(QPen(theme.color(ink), wide * theme.scale))
                painter.drawLine(foot, tip)
                head = [tip - QPointF(side * 0.7, 0), tip, tip + QPointF(0, side * 0.7)]
                painter.drawPolyline(QPolygonF(head))

    def at(self, x_m: float, y_m: float, reach_m: float) -> Sequence[Found]:
        return ()
