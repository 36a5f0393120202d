"""Public notices as lines: drafts first, then what holds, then what was taken back."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from command_center.domain.referral import NoticeState, PublicNotice
from command_center.situation.situation import Situation
from command_center.ui.detail.words import fill
from command_center.ui.format import moment
from command_center.ui.replies.words import notice_kind_text, notice_state_text, translate
from command_center.ui.theme import Theme

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
ROW_PX = 44
_ORDER = tuple(NoticeState)
_INK = {
    NoticeState.DRAFT: "warn",
    NoticeState.APPROVED: "ok",
    NoticeState.WITHDRAWN: "text3",
}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
Index = QModelIndex | QPersistentModelIndex


def notices(situation: Situation) -> list[PublicNotice]:
    """Newest first within each state."""
    newest = sorted(situation.all("public_notice"), key=lambda row: row.made_at, reverse=True)
    return sorted(newest, key=lambda row: _ORDER.index(row.state))


class NoticeModel(QAbstractTableModel):
    """A column of rows, replaced as a whole: there are a handful."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[PublicNotice] = []

    def show_rows(self, rows: list[PublicNotice]) -> bool:
        """Whether anything is different."""
        if rows == self.rows:
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def place_of(self, id: str) -> int | None:
        return next((at for at, row in enumerate(self.rows) if row.id == id), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()] if 0 <= index.row() < len(self.rows) else None
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{row.title}, {notice_state_text(row.state)}"
        return None


class NoticeDelegate(QStyledItemDelegate):
    """The title with its state, under it what it is, until when, and its words; plain text."""

    def __init__(self, theme: Theme, zone: tzinfo, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._zone = zone

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(self._theme.px(200), self._theme.px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, PublicNotice):
            return
        theme, rect = self._theme, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("selected"))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), theme.color("line"))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
        self._words(painter, rect, row)
        painter.restore()

    def _words(self, painter: QPainter, rect: QRect, row: PublicNotice) -> None:
        theme, px = self._theme, self._theme.px
        left, width = rect.left() + px(12), rect.width() - px(24)
        top = QRectF(left, rect.top() + px(4), width, px(20))
        state = notice_state_text(row.state)
        painter.setFont(theme.font(13))
        painter.setPen(theme.color(_INK[row.state]))
        painter.drawText(top, _RIGHT, state)
        room = width - QFontMetrics(theme.font(13)).horizontalAdvance(state) - px(12)
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.color("text3" if row.state is NoticeState.WITHDRAWN else "text"))
        _elided(painter, top, row.title, room)
        painter.setFont(theme.font(11))
        painter.setPen(theme.color("text2"))
        below = QRectF(left, rect.top() + px(24), width, px(16))
        _elided(painter, below, second_line(row, self._zone), width)


def second_line(row: PublicNotice, zone: tzinfo) -> str:
    parts = [notice_kind_text(row.kind)]
    if row.valid_until is not None:
        until = moment(row.valid_until.isoformat(), zone)
        parts.append(fill(translate("Replies", "s.d. %1"), until))
    parts.append(" ".join(row.text.split()))
    return " · ".join(parts)


def _elided(painter: QPainter, box: QRectF, text: str, room: float) -> None:
    shown = QFontMetrics(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, int(room))
    painter.drawText(box, _LEFT, shown)
