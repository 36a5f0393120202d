"""Public notices as lines: drafts first, then what holds, then what was taken back."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QObject, QRect, QRectF, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from command_center.domain.referral import NoticeState, PublicNotice
from command_center.situation.situation import Situation
from command_center.ui.detail.words import fill
from command_center.ui.format import moment
from command_center.ui.painted_rows import RIGHT, paint_ground, paint_line
from command_center.ui.replies.words import notice_kind_text, notice_state_text, translate
from command_center.ui.row_model import ROW_ROLE, Index, RowModel
from command_center.ui.theme import Theme

ROW_PX = 44
_ORDER = tuple(NoticeState)
_INK = {
    NoticeState.DRAFT: "warn",
    NoticeState.APPROVED: "ok",
    NoticeState.WITHDRAWN: "text3",
}


def notices(situation: Situation) -> list[PublicNotice]:
    """Newest first within each state."""
    newest = sorted(situation.all("public_notice"), key=lambda row: row.made_at, reverse=True)
    return sorted(newest, key=lambda row: _ORDER.index(row.state))


class NoticeModel(RowModel[PublicNotice]):
    """There are a handful."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(lambda row: row.id, _spoken, parent)


def _spoken(row: PublicNotice) -> str:
    return f"{row.title}, {notice_state_text(row.state)}"


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
        paint_ground(painter, option, theme)
        self._words(painter, rect, row)
        painter.restore()

    def _words(self, painter: QPainter, rect: QRect, row: PublicNotice) -> None:
        theme, px = self._theme, self._theme.px
        left, width = rect.left() + px(12), rect.width() - px(24)
        top = QRectF(left, rect.top() + px(4), width, px(20))
        state = notice_state_text(row.state)
        painter.setFont(theme.font(13))
        painter.setPen(theme.color(_INK[row.state]))
        painter.drawText(top, RIGHT, state)
        room = width - QFontMetrics(theme.font(13)).horizontalAdvance(state) - px(12)
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.color("text3" if row.state is NoticeState.WITHDRAWN else "text"))
        paint_line(painter, top, row.title, room)
        painter.setFont(theme.font(11))
        painter.setPen(theme.color("text2"))
        below = QRectF(left, rect.top() + px(24), width, px(16))
        paint_line(painter, below, second_line(row, self._zone))


def second_line(row: PublicNotice, zone: tzinfo) -> str:
    parts = [notice_kind_text(row.kind)]
    if row.valid_until is not None:
        until = moment(row.valid_until.isoformat(), zone)
        parts.append(fill(translate("Replies", "s.d. %1"), until))
    parts.append(" ".join(row.text.split()))
    return " · ".join(parts)
