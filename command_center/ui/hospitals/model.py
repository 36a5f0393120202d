"""The hospitals of the city as rows: best suited first while an incident is selected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from command_center.advice.hospitals import Suggestion, suggest
from command_center.commands.hospital import OPEN
from command_center.domain.referral import Casualties, Hospital, Standby, StandbyState
from command_center.ui.hospitals.words import beds_line, ed_line, standby_line, suggestion_text
from command_center.ui.painted_rows import LEFT, RIGHT, paint_line
from command_center.ui.row_model import ROW_ROLE, Index
from command_center.ui.seat import Seat
from command_center.ui.spoken_rows import SpokenRows

ROW_PX = 62


@dataclass(frozen=True, slots=True)
class HospitalRow:
    """`suggestion` and `standby` are of the selected incident."""

    hospital: Hospital
    suggestion: Suggestion | None
    standby: Standby | None


def standbys_of(seat: Seat, incident_id: str) -> list[Standby]:
    """Of the incident and of what was merged into it, oldest first."""
    family = {incident_id, *seat.situation.family(incident_id)}
    rows = [row for row in seat.situation.all("standby") if row.incident_id in family]
    return sorted(rows, key=lambda row: (row.asked_at, row.id))


def casualties_of(seat: Seat, incident_id: str) -> list[Casualties]:
    return [row for row in seat.situation.all("casualties") if row.incident_id == incident_id]


def suggestions(seat: Seat, incident_id: str) -> list[Suggestion]:
    """Every hospital of the room for that incident, best first."""
    incident = seat.situation.incident(incident_id)
    if incident is None:
        return []
    where = None
    if incident.lat is not None and incident.lon is not None:
        where = (incident.lat, incident.lon)
    serious = sum(row.serious for row in casualties_of(seat, incident_id) if not row.hospital_id)
    standbys: dict[str, StandbyState] = {
        row.hospital_id: row.state for row in standbys_of(seat, incident_id)
    }
    hospitals: Sequence[Hospital] = list(seat.situation.all("hospital"))
    return suggest(hospitals, where, seat.live.now(), serious=serious, standbys=standbys)


def rows_of(seat: Seat) -> list[HospitalRow]:
    """By suitability while an incident is selected, else by name."""
    id = seat.selection.incident_id
    if id is None or seat.situation.incident(id) is None:
        hospitals = sorted(seat.situation.all("hospital"), key=lambda h: h.name)
        return [HospitalRow(hospital, None, None) for hospital in hospitals]
    asked = {row.hospital_id: row for row in standbys_of(seat, id)}
    return [HospitalRow(s.hospital, s, asked.get(s.hospital.id)) for s in suggestions(seat, id)]


def spoken(row: HospitalRow, now: datetime) -> str:
    """One line, as a screen reader says it."""
    parts = [row.hospital.name, ed_line(row.hospital, now)[0]]
    parts += [text for text, _ in beds_line(row.hospital, now)]
    if row.standby is not None:
        parts.append(standby_line(row.standby, now)[0])
    if row.suggestion is not None:
        parts.append(suggestion_text(row.suggestion))
    return ", ".join(parts)


def is_open(row: Standby | None) -> bool:
    return row is not None and row.state in OPEN


class HospitalModel(SpokenRows[HospitalRow]):
    def follow(self, rows: list[HospitalRow]) -> None:
        """A dozen rows: where their order stays, only what changed is painted anew."""
        ids = [row.hospital.id for row in rows]
        if ids != [row.hospital.id for row in self.rows]:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        for at, row in enumerate(rows):
            if row != self.rows[at]:
                self.rows[at] = row
                self.dataChanged.emit(self.index(at), self.index(at))


class HospitalDelegate(QStyledItemDelegate):
    """Name and standby; emergency department and beds, each with its age; why it suits."""

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(parent)
        self._seat = seat

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._seat.theme.px(200), self._seat.theme.px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, HospitalRow):
            return
        theme, rect, now = self._seat.theme, option.rect, self._seat.live.now()
        px, third = theme.px, rect.height() // 3
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("selected"))
        line = QRect(rect.left() + px(10), rect.top() + px(1), rect.width() - px(20), third)
        used = 0
        if row.standby is not None:
            painter.setFont(theme.font(11, bold=True, tabular=True))
            used = self._draw(painter, line, *standby_line(row.standby, now), RIGHT) + px(8)
        painter.setFont(theme.font(13, bold=True))
        self._draw(painter, line.adjusted(0, 0, -used, 0), row.hospital.name, "text", LEFT)
        painter.setFont(theme.font(11, tabular=True))
        middle = line.translated(0, third)
        for text, ink in (ed_line(row.hospital, now), *beds_line(row.hospital, now)):
            middle.setLeft(middle.left() + self._draw(painter, middle, text, ink, LEFT) + px(12))
        if row.suggestion is not None:
            last = line.translated(0, 2 * third)
            self._draw(painter, last, suggestion_text(row.suggestion), "text2", LEFT)
        edge = QRect(line.left(), rect.bottom(), line.width(), 1)
        painter.fillRect(edge, theme.color("line"))
        painter.restore()

    def _draw(
        self, painter: QPainter, rect: QRect, text: str, ink: str, where: Qt.AlignmentFlag
    ) -> int:
        """How wide it is."""
        painter.setPen(self._seat.theme.color(ink))
        return paint_line(painter, QRectF(rect), text, side=where)
