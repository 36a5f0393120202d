"""Across the window while the room is one that came from a backup: nothing can be written yet."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from command_center.domain.room import AlarmType
from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import action_button
from command_center.ui.actions.restored import CONFIRM
from command_center.ui.format import moment
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

translate = QCoreApplication.translate


class RestoredBand(QWidget):
    """What the room stands at, and the shift lead's button; absent in a room that is well."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.words = PlainLabel(seat.theme, "alarm_text", 13, bold=True)
        self.words.setWordWrap(True)
        self.confirm = action_button(seat, CONFIRM)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.confirm)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        seat.live.changed.connect(self._changed)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    def _changed(self, touched: Touched) -> None:
        if touched.everything or touched.entities & {"room", "alarm"}:
            self.refresh()

    def refresh(self) -> None:
        room = self._seat.situation.room
        restored = room is not None and room.restored_at is not None
        if restored:
            text = translate(
                "Window",
                "PUSAT DATA DIPULIHKAN ke keadaan %1. Hanya dapat dibaca sampai kepala regu"
                " memeriksa dan mengesahkan.",
            )
            self.words.setText(text.replace("%1", self._state_of()))
            self.setAccessibleName(self.words.text())
        self.setVisible(restored)

    def _state_of(self) -> str:
        """When the last entry of the backup was recorded, by the room's clock."""
        for alarm in self._seat.situation.open_alarms():
            if alarm.type is AlarmType.DATABASE_RESTORED:
                return moment(alarm.params.get("backup_at", ""), self._seat.zone)
        return "?"

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._row.setContentsMargins(px(12), px(4), px(4), px(4))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._seat.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1.0, 1.0, -1.0, -1.0)
        painter.setBrush(theme.color("alarm_band"))
        painter.setPen(QPen(theme.color("alarm"), 2.0, Qt.PenStyle.SolidLine))
        painter.drawRoundedRect(box, theme.px(6), theme.px(6))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)
