"""The one line that is typed: channel, call sign, words; Enter keeps it, Tab completes the sign."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from command_center.commands.radio import TEXT_LENGTH, WORD_LENGTH, LogRadio
from command_center.domain.errors import OperatorError
from command_center.ui.actions.action import submit
from command_center.ui.plain_label import PlainLabel
from command_center.ui.radio.parse import completions, read_line
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
CHANNELS = ("Senkom", "Siskamling", "Polisi RW", "Polresta", "Polsek")
"""To begin with; any other may be typed."""


class SaidField(QLineEdit):
    """Tab takes the first completion, Down leaves for the list."""

    completed = Signal()
    left_downwards = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.offers: list[str] = []
        self.setMaxLength(TEXT_LENGTH)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Tab
            and self.offers
        ):
            self.setText(f"{self.offers[0]} ")
            self.completed.emit()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        else:
            super().keyPressEvent(event)


class RadioEntry(QWidget):
    """What was refused stands there again, unless something else was typed since."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.channel = QComboBox()
        self.channel.setEditable(True)
        self.channel.addItems(CHANNELS)
        edit = self.channel.lineEdit()
        if edit is not None:
            edit.setMaxLength(WORD_LENGTH)
        self.field = SaidField()
        self.hint = PlainLabel(seat.theme, "text3", 11)
        self.hint.setWordWrap(True)
        line = QHBoxLayout()
        line.addWidget(self.channel)
        line.addWidget(self.field, 1)
        self._rows = QVBoxLayout(self)
        self._rows.addLayout(line)
        self._rows.addWidget(self.hint)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._offer)
        self.field.completed.connect(self._offer)
        self.field.returnPressed.connect(self.log)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def signs(self) -> Iterable[str]:
        """Of partners who are here, and of units."""
        situation = self._seat.situation
        for partner in situation.all("partner"):
            if partner.call_sign and partner.left_at is None:
                yield partner.call_sign
        for unit in situation.all("unit"):
            yield unit.call_sign

    def log(self) -> None:
        typed = self.field.text()
        said = read_line(typed, self.signs())
        if not said.text:
            self._seat.notices.failed(OperatorError("radio_empty"))
            return
        channel = self.channel.currentText().strip()
        command = LogRadio(said.text, channel, said.call_sign, said.activity)
        self.field.clear()

        def refused(_: OperatorError) -> None:
            if not self.field.text():
                self.field.setText(typed)

        submit(self._seat, command, failed=refused)

    def _offer(self) -> None:
        typed = self.field.text()
        self.field.offers = completions(typed, self.signs()) if len(typed) <= WORD_LENGTH else []
        if self.field.offers:
            self.hint.show_text(f"Tab: {' · '.join(self.field.offers)}")
        else:
            self.hint.show_text(self._usual())

    def _usual(self) -> str:
        return translate("Radio", "Enter mencatat · #bencana di akhir baris memberi kegiatan")

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(px(12), 0, px(12), px(6))
        self._rows.setSpacing(px(2))
        for part in (self.channel, self.field):
            part.setFont(self._seat.theme.font(13))

    def retranslate(self) -> None:
        self.channel.setAccessibleName(translate("Radio", "Kanal"))
        self.field.setAccessibleName(translate("Radio", "Kabar radio"))
        self.field.setPlaceholderText(translate("Radio", "Panggilan, lalu apa yang dikatakan"))
        self._offer()
