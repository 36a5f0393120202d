"""Putting an alarm aside: for how long and why. Over the window, away by Esc."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from command_center.commands.alarms import REASON_LONGEST, ShelveAlarm
from command_center.domain.errors import OperatorError
from command_center.ports import Outcome
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.alarms.summary import alarm_text, shelvable
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
ACTION = "alarm.shelve"
MINUTES = (15, 30, 60, 120, 240, 480)


class ShelveSheet(QFrame):
    """Begins with the alarm that `alarm.shelve` was called for; stays open when it is refused."""

    def __init__(self, seat: Seat, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("raised")
        self._seat = seat
        self.alarm = QComboBox()
        self.alarm.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.minutes = QComboBox()
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_LONGEST)
        self.save = KeyButton(seat, "", "Return", primary=True)
        self.leave = KeyButton(seat, "", "Esc")
        fields, buttons = QHBoxLayout(), QHBoxLayout()
        fields.addWidget(self.minutes)
        fields.addWidget(self.reason, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.save)
        body = QVBoxLayout(self)
        body.addWidget(self.alarm)
        body.addLayout(fields)
        body.addLayout(buttons)
        self.hide()
        self.save.clicked.connect(self._save)
        self.leave.clicked.connect(self.hide)
        self.reason.returnPressed.connect(self._save)
        seat.asking.asked.connect(self._asked)
        seat.theme.changed.connect(self._restyle)
        self._retranslate()
        self._restyle()

    def _asked(self, action_id: str, alarm_id: object) -> None:
        if action_id != ACTION:
            return
        self.alarm.clear()
        for alarm in shelvable(self._seat.situation, self._seat.live.now()):
            self.alarm.addItem(alarm_text(alarm, self._seat), alarm.id)
        self.alarm.setCurrentIndex(max(0, self.alarm.findData(alarm_id)))
        if self.alarm.count() == 0:
            return
        self.reason.clear()
        self._place()
        self.show()
        self.raise_()
        self.reason.setFocus()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None:
            return
        over = parent.window()
        self.setParent(over)
        self.setFixedWidth(min(self._seat.theme.px(520), over.width()))
        self.adjustSize()
        room = over.rect()
        self.move((room.width() - self.width()) // 2, (room.height() - self.height()) // 3)

    def _save(self) -> None:
        minutes = int(self.minutes.currentData())
        command = ShelveAlarm(str(self.alarm.currentData()), minutes, self.reason.text())
        self._seat.submit(command, lambda outcome: self._done(outcome, minutes), self._refused)

    def _done(self, outcome: Outcome, minutes: int) -> None:
        self.hide()
        self._seat.notices.done(outcome.kind, None, minutes=minutes)

    def _refused(self, error: OperatorError) -> None:
        self._seat.notices.failed(error)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _retranslate(self) -> None:
        chosen = max(0, self.minutes.currentIndex())
        self.minutes.clear()
        for minutes in MINUTES:
            text = (
                translate("Alarms", "%1 menit") if minutes < 60 else translate("Alarms", "%1 jam")
            )
            number = minutes if minutes < 60 else minutes // 60
            self.minutes.addItem(text.replace("%1", str(number)), minutes)
        self.minutes.setCurrentIndex(chosen)
        self.alarm.setAccessibleName(translate("Alarms", "Alarm yang ditunda"))
        self.minutes.setAccessibleName(translate("Alarms", "Berapa lama"))
        self.reason.setPlaceholderText(translate("Alarms", "Mengapa ditunda"))
        self.reason.setAccessibleName(translate("Alarms", "Mengapa ditunda"))
        self.save.relabel(translate("Alarms", "Tunda"))
        self.leave.relabel(translate("Alarms", "Batal"))
        self.setAccessibleName(translate("Alarms", "Tunda alarm"))

    def _restyle(self) -> None:
        theme = self._seat.theme
        for widget in (self.alarm, self.minutes, self.reason):
            widget.setFont(theme.font(13))
        space = theme.px(8)
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(space)
            layout.setContentsMargins(space, space, space, space)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
