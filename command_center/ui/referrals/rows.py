"""The referrals somebody has to look at as a list, and how one is painted: those that are open, the
one whose clock ends first on top, and those that came back refused."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from command_center.commands.referral import overdue_from
from command_center.domain.incident import IncidentStatus
from command_center.domain.referral import Referral, ReferralState
from command_center.situation.situation import Situation
from command_center.ui.format import number_sign
from command_center.ui.painted_rows import LEFT, RIGHT, paint_line
from command_center.ui.referrals.words import STATE_INK, clock_text, state_text, step_text
from command_center.ui.row_model import ROW_ROLE, Index
from command_center.ui.seat import Seat
from command_center.ui.spoken_rows import SpokenRows

_NOWHERE = QModelIndex()
ROW_PX = 44
NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """What the list says of one."""

    row: Referral
    agency: str
    sign: str
    title: str

    @property
    def order(self) -> tuple[datetime, str]:
        return overdue_from(self.row) or self.row.ended_at or NEVER, self.row.id


def rows_of(seat: Seat) -> list[ReferralRow]:
    """Those that are open or came back, by their clock."""
    situation = seat.situation
    newest: dict[str, datetime] = {}
    for row in situation.all("referral"):
        newest[row.incident_id] = max(row.referred_at, newest.get(row.incident_id, row.referred_at))
    found = []
    for row in situation.all("referral"):
        waits = row.referred_at == newest[row.incident_id] and came_back(row, situation)
        if row.ended_at is not None and not waits:
            continue
        agency, incident = (
            situation.get("agency", row.agency_id),
            situation.incident(row.incident_id),
        )
        sign = number_sign(incident.number, incident.alias) if incident else "#?"
        title = incident.title if incident else ""
        found.append(ReferralRow(row, agency.short if agency else "?", sign, title))
    return sorted(found, key=lambda one: one.order)


def came_back(row: Referral, situation: Situation) -> bool:
    """Refused, and nobody is at work on the incident: it is ours again."""
    incident = situation.incident(row.incident_id)
    if row.state is not ReferralState.REFUSED or incident is None:
        return False
    return incident.is_open and incident.status is not IncidentStatus.HANDLED


def spoken(one: ReferralRow, now: datetime) -> str:
    """One line, as a screen reader says it."""
    clock, _ = clock_text(one.row, now)
    step = step_text(one.row.escalated)
    parts = (one.sign, one.agency, state_text(one.row.state), one.row.reason, clock, step)
    return " · ".join(part for part in (*parts, one.title) if part)


class ReferralModel(SpokenRows[ReferralRow]):
    """Rows come, go and move one by one: who looks at one keeps looking at it."""

    def follow(self, rows: Sequence[ReferralRow]) -> None:
        """Become `rows`, which are sorted by their order."""
        wanted = {one.row.id: one for one in rows}
        for at in reversed(range(len(self.rows))):
            old = self.rows[at]
            new = wanted.get(old.row.id)
            if new is None or new.order != old.order:
                self._remove(at)
            elif new != old:
                self.rows[at] = new
                self.dataChanged.emit(self.index(at), self.index(at))
        here = {one.row.id for one in self.rows}
        for one in rows:
            if one.row.id not in here:
                self._insert(one)

    def _remove(self, at: int) -> None:
        self.beginRemoveRows(_NOWHERE, at, at)
        del self.rows[at]
        self.endRemoveRows()

    def _insert(self, one: ReferralRow) -> None:
        at = bisect_left(self.rows, one.order, key=lambda other: other.order)
        self.beginInsertRows(_NOWHERE, at, at)
        self.rows.insert(at, one)
        self.endInsertRows()


class ReferralDelegate(QStyledItemDelegate):
    """Two lines: number, agency and clock; how it stands, who is next, and the title."""

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(parent)
        self._seat = seat

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._seat.theme.px(200), self._seat.theme.px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        one = index.data(ROW_ROLE)
        if not isinstance(one, ReferralRow):
            return
        theme, rect = self._seat.theme, option.rect
        px, half = theme.px, rect.height() // 2
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("selected"))
        upper = QRect(rect.left() + px(10), rect.top() + px(2), rect.width() - px(20), half)
        text, ink = clock_text(one.row, self._seat.live.now())
        painter.setFont(theme.font(13, bold=True, tabular=True))
        used = self._draw(painter, upper, text, ink or "text2", RIGHT)
        head = upper.adjusted(0, 0, -used - px(8), 0)
        self._draw(painter, head, f"{one.sign}  {one.agency}", "text", LEFT)
        lower = upper.translated(0, half - px(2))
        painter.setFont(theme.font(11))
        said = self._draw(painter, lower, state_text(one.row.state), _ink(one.row.state), LEFT)
        rest = lower.adjusted(said + px(8), 0, 0, 0)
        step = step_text(one.row.escalated)
        words = step or one.row.reason or one.title
        self._draw(painter, rest, words, "alarm" if step else "text2", LEFT)
        painter.restore()

    def _draw(
        self, painter: QPainter, rect: QRect, text: str, ink: str, where: Qt.AlignmentFlag
    ) -> int:
        """How wide it is."""
        painter.setPen(self._seat.theme.color(ink))
        return paint_line(painter, QRectF(rect), text, side=where)


def _ink(state: ReferralState) -> str:
    return STATE_INK[state]
