"""One line over the foot of the window: what was just done, what went wrong, and the undo."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from command_center.commands.undo import Undo
from command_center.domain.errors import OperatorError
from command_center.ui.actions.action import submit
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.exercise_frame import frame_px
from command_center.ui.notices import UNDO_SECONDS, Notice
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate
ERROR_SECONDS = 12.0
_STEP_MS, _LEAST_PX = 100, 38


class StatusLine(QFrame):
    """Lies over the window's lower edge, so that nothing moves when it comes and goes.

    An undo is offered for 5 s, a failure stays 12 s; a newer notice replaces an older one.
    """

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(parent)
        self._seat = seat
        self._over = parent
        self._notice: Notice | None = None
        self._until = 0.0
        self._span = UNDO_SECONDS
        self.words = PlainLabel(seat.theme)
        self.undo = KeyButton(seat, translate("Window", "Urungkan"), "Ctrl+Z")
        self.undo.clicked.connect(self.take_back)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.undo)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._count_down)
        seat.notices.said.connect(self.show_notice)
        seat.asking.asked.connect(self._asked)
        parent.installEventFilter(self)
        self.hide()

    def show_notice(self, notice: Notice) -> None:
        self._notice = notice
        self._span = ERROR_SECONDS if notice.error else UNDO_SECONDS
        self._until = time.monotonic() + self._span
        text = sentence(notice.code, notice.params, self._seat.situation)
        self.words.tint("alarm" if notice.error else "text")
        self.words.setText(text)
        self.setAccessibleName(text)
        self.undo.setVisible(notice.undo is not None)
        self.show()
        self.raise_()
        self.place()
        self._timer.start(_STEP_MS)

    @property
    def offered(self) -> Undo | None:
        """What Ctrl+Z would take back now."""
        if self._notice is None or time.monotonic() > self._until:
            return None
        return self._notice.undo

    def take_back(self) -> None:
        """Submit the compensating commands, once."""
        undo, notice = self.offered, self._notice
        if undo is None or notice is None:
            self._seat.notices.failed(OperatorError("nothing_to_undo"))
            return
        self.dismiss()
        for one in (undo, *notice.also):
            submit(self._seat, one)

    def dismiss(self) -> None:
        self._timer.stop()
        self._notice = None
        self.hide()

    def place(self) -> None:
        """Centred over the lower edge of the window."""
        theme, room = self._seat.theme, self._over.rect()
        self._row.setContentsMargins(theme.px(12), theme.px(6), theme.px(8), theme.px(6))
        self._row.activate()  # the undo may just have come or gone
        hint = self.sizeHint()
        width = min(max(hint.width(), theme.px(360)), room.width() - theme.px(24))
        self.words.setWordWrap(hint.width() > width)
        height = max(hint.height(), self.heightForWidth(width), theme.px(_LEAST_PX))
        left, gap = (room.width() - width) // 2, theme.px(12) + frame_px(self._seat)
        self.setGeometry(left, room.height() - height - gap, width, height)

    def _asked(self, action_id: str, _: object) -> None:
        if action_id == "view.undo":
            self.take_back()

    def _count_down(self) -> None:
        if time.monotonic() > self._until:
            self.dismiss()
        else:
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.place()
        return False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.undo.relabel(translate("Window", "Urungkan"))
            if self._notice is not None:
                params = self._notice.params
                self.words.setText(sentence(self._notice.code, params, self._seat.situation))
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._seat.theme
        error = self._notice is not None and self._notice.error
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setBrush(theme.color("raised"))
        painter.setPen(QPen(theme.color("alarm" if error else "line"), 1.0))
        painter.drawRoundedRect(box, theme.px(6), theme.px(6))
        left = max(0.0, self._until - time.monotonic()) / self._span
        width = math.floor((self.width() - theme.px(12)) * left)
        bar = theme.color("alarm" if error else "accent")
        painter.fillRect(theme.px(6), self.height() - theme.px(3), width, theme.px(2), bar)
        painter.end()
