"""Where cards about other people stand: over the timeline, so that nothing moves for them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.ui.detail.conflict_card import ConflictCard
from command_center.ui.detail.takeover_card import TakeOverCard
from command_center.ui.offline.dispute_card import DisputeCard
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat


class Shelf(QWidget):
    """Lies over `panel` and ends where `foot` begins. Where there is no room for all, the card
    that runs out of time goes before the one that waits."""

    def __init__(self, seat: Seat, panel: QWidget, foot: QWidget) -> None:
        super().__init__(panel)
        self._theme = seat.theme
        self._panel, self._foot = panel, foot
        self.conflict = ConflictCard(seat, self)
        self.take_over = TakeOverCard(seat, self)
        self.dispute = DisputeCard(seat, self)
        self._line = QFrame(self)
        self._line.setObjectName("raised")
        self.present = PlainLabel(seat.theme, "warn", 11, parent=self._line)
        self.present.setWordWrap(True)
        inside = self._inside = QVBoxLayout(self._line)
        inside.addWidget(self.present)
        self._rows = QVBoxLayout(self)
        for part in (self.dispute, self.take_over, self.conflict, self._line):
            self._rows.addWidget(part)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self.place)
        for card in (self.dispute, self.take_over, self.conflict):
            card.moved.connect(self._soon)
        for watched in (panel, foot, self.present):
            watched.installEventFilter(self)
        self.place()

    def _soon(self) -> None:
        """Once what has changed is laid out."""
        self._again.start(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)
        if event.type() in (*kinds, QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._soon()
        return False

    def place(self) -> None:
        """Follow the panel, its foot and what there is to show."""
        px = self._theme.px
        self._rows.setContentsMargins(px(14), 0, px(14), px(4))
        self._rows.setSpacing(px(4))
        self._inside.setContentsMargins(px(10), px(3), px(10), px(3))
        self._line.setVisible(not self.present.isHidden())
        self.dispute.setVisible(self.dispute.conflict is not None)
        self.take_over.setVisible(self.take_over.row is not None)
        self.conflict.setVisible(self.conflict.loss is not None)
        room = self._panel.height() if self._foot.isHidden() else self._foot.y()
        if self._height() > room and not self.take_over.isHidden():
            self.conflict.hide()
        if self._height() > room and not self.dispute.isHidden():
            self.take_over.hide()
        height = self._height()
        parts = (self.dispute, self.take_over, self.conflict, self._line)
        self.setVisible(any(not part.isHidden() for part in parts))
        self.setGeometry(0, max(0, room - height), self._panel.width(), height)
        self.raise_()

    def _height(self) -> int:
        self._rows.invalidate()
        self._rows.activate()
        return self._rows.totalHeightForWidth(self._panel.width())
