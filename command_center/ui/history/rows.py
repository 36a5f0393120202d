"""The incidents that were found, and how one of them is painted."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from command_center.domain.incident import IncidentStatus
from command_center.ports import Hit
from command_center.ui.detail.words import disposition_text
from command_center.ui.format import clock, number_sign
from command_center.ui.glyphs import paint_priority
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
HIT_ROLE = Qt.ItemDataRole.UserRole
ROW_PX = 44
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def spoken(hit: Hit, seat: Seat) -> str:
    """One line, as a screen reader says it."""
    return " · ".join((number_sign(hit.number), when(hit, seat), hit.title, end_of(hit)))


def when(hit: Hit, seat: Seat) -> str:
    return f"{hit.day} {clock(hit.opened_at, seat.zone, seconds=False)}"


def end_of(hit: Hit) -> str:
    """How it ended, or that it has not."""
    if hit.disposition is not None and hit.closed_at is not None:
        return disposition_text(hit.disposition)
    if hit.status is IncidentStatus.MERGED:
        return translate("History", "digabung")
    if hit.status is IncidentStatus.CANCELLED:
        return translate("History", "dibatalkan")
    return translate("History", "terbuka")


class HitModel(QAbstractListModel):
    """Grows at its end only."""

    def __init__(self, words: Callable[[Hit], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.hits: list[Hit] = []

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= index.row() < len(self.hits):
            return None
        hit = self.hits[index.row()]
        if role == HIT_ROLE:
            return hit
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(hit)
        return None

    def show(self, hits: Sequence[Hit]) -> None:
        self.beginResetModel()
        self.hits = list(hits)
        self.endResetModel()

    def extend(self, hits: Sequence[Hit]) -> None:
        if hits:
            self.beginInsertRows(_NOWHERE, len(self.hits), len(self.hits) + len(hits) - 1)
            self.hits += hits
            self.endInsertRows()


class HitDelegate(QStyledItemDelegate):
    """Two lines: number, title and end; time and the words around what was found."""

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(parent)
        self._seat = seat

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(self._seat.theme.px(200), self._seat.theme.px(ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        hit = index.data(HIT_ROLE)
        if not isinstance(hit, Hit):
            return
        theme, rect = self._seat.theme, option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("selected"))
        px, half = theme.px, rect.height() // 2
        shape = QRectF(rect.left() + px(10), rect.top() + px(5), px(14), px(14))
        paint_priority(painter, shape, hit.priority, True, theme)
        upper = QRect(rect.left() + px(30), rect.top() + px(2), rect.width() - px(40), half)
        lower = upper.translated(0, half - px(2))
        self._first(painter, upper, hit)
        painter.setPen(theme.color("text2"))
        painter.setFont(theme.font(11, tabular=True))
        self._line(painter, lower, f"{when(hit, self._seat)}  {hit.context}")
        painter.restore()

    def _first(self, painter: QPainter, rect: QRect, hit: Hit) -> None:
        theme = self._seat.theme
        painter.setFont(theme.font(11))
        painter.setPen(theme.color("text2"))
        ended = end_of(hit)
        painter.drawText(rect, int(_RIGHT), ended)
        room = QFontMetrics(theme.font(11)).horizontalAdvance(ended) + theme.px(10)
        painter.setFont(theme.font(13, bold=True, tabular=True))
        painter.setPen(theme.color("text"))
        self._line(
            painter, rect.adjusted(0, 0, -room, 0), f"{number_sign(hit.number)}  {hit.title}"
        )

    def _line(self, painter: QPainter, rect: QRect, text: str) -> None:
        """Text from outside may be cut; the whole of it is in the timeline."""
        cut = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(_LEFT), cut)
