"""The open referrals as a list, the one whose clock ends first on top, and how one is painted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from command_center.commands.referral import overdue_from
from command_center.domain.referral import Referral, ReferralState
from command_center.ui.format import number_sign
from command_center.ui.referrals.words import STATE_INK, clock_text, state_text, step_text
from command_center.ui.seat import Seat

AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
ROW_ROLE = Qt.ItemDataRole.UserRole
ROW_PX = 44
NEVER = datetime.max.replace(tzinfo=UTC)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class ReferralRow:
    """What the list says of one."""

    row: Referral
    agency: str
    sign: str
    title: str

    @property
    def order(self) -> tuple[datetime, str]:
        return overdue_from(self.row) or NEVER, self.row.id


def rows_of(seat: Seat) -> list[ReferralRow]:
    """Those that are open, by their clock."""
    situation = seat.situation
    found = []
    for row in situation.all("referral"):
        if row.ended_at is not None:
            continue
        agency, incident = (
            situation.get("agency", row.agency_id),
            situation.incident(row.incident_id),
        )
        sign = number_sign(incident.number, incident.alias) if incident else "#?"
        title = incident.title if incident else ""
        found.append(ReferralRow(row, agency.short if agency else "?", sign, title))
    return sorted(found, key=lambda one: one.order)


def spoken(one: ReferralRow, now: datetime) -> str:
    """One line, as a screen reader says it."""
    clock, _ = clock_text(one.row, now)
    parts = (one.sign, one.agency, state_text(one.row.state), clock, step_text(one.row.escalated))
    return " · ".join(part for part in (*parts, one.title) if part)


class ReferralModel(QAbstractListModel):
    """Rows come, go and move one by one: who looks at one keeps looking at it."""

    def __init__(self, words: Callable[[ReferralRow], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.rows: list[ReferralRow] = []

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.rows):
            return None
        if role == ROW_ROLE:
            return self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(self.rows[index.row()])
        return None

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

    def tell_time(self) -> None:
        """Every clock has moved on."""
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

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

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(self._seat.theme.px(200), self._seat.theme.px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
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
        used = self._draw(painter, upper, text, ink or "text2", _RIGHT)
        head = upper.adjusted(0, 0, -used - px(8), 0)
        self._draw(painter, head, f"{one.sign}  {one.agency}", "text", _LEFT)
        lower = upper.translated(0, half - px(2))
        painter.setFont(theme.font(11))
        said = self._draw(painter, lower, state_text(one.row.state), _ink(one.row.state), _LEFT)
        rest = lower.adjusted(said + px(8), 0, 0, 0)
        step = step_text(one.row.escalated)
        self._draw(painter, rest, step or one.title, "alarm" if step else "text2", _LEFT)
        painter.restore()

    def _draw(
        self, painter: QPainter, rect: QRect, text: str, ink: str, where: Qt.AlignmentFlag
    ) -> int:
        """How wide it is."""
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, rect.width()))
        painter.setPen(self._seat.theme.color(ink))
        painter.drawText(rect, int(where), shown)
        return metrics.horizontalAdvance(shown)


def _ink(state: ReferralState) -> str:
    return STATE_INK[state]
