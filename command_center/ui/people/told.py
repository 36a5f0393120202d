"""What came of it: a fault, or a temporary password that is shown once and kept nowhere."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from command_center.domain.errors import OperatorError
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate


class Told(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self.line = PlainLabel(seat.theme)
        self.line.setWordWrap(True)
        self.secret = PlainLabel(seat.theme, "text", 22, bold=True, tabular=True)
        self.secret.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.hint = PlainLabel(seat.theme, "text2", 11)
        self.hint.setWordWrap(True)
        rows = self._rows = QVBoxLayout(self)
        for label in (self.line, self.secret, self.hint):
            rows.addWidget(label)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self.hide()

    def clear(self) -> None:
        for label in (self.line, self.secret, self.hint):
            label.setText("")
        self.hide()

    def wait(self) -> None:
        self._show(translate("People", "Membuat kata sandi sementara…"), "text2")

    def fail(self, error: OperatorError) -> None:
        self._show(sentence(error.code, error.params, self._seat.situation), "alarm")

    def tell(self, name: str, login: str, password: str) -> None:
        text = translate("People", "Kata sandi sementara untuk %1 (nama masuk %2):")
        self._show(text.replace("%1", name).replace("%2", login), "text")
        self.secret.setText(password)
        self.secret.setAccessibleName(translate("People", "Kata sandi sementara"))
        hint = translate("People", "Tampil sekali ini saja; ia menggantinya saat pertama masuk.")
        self.hint.setText(hint)
        self.secret.show()
        self.hint.show()

    def _show(self, text: str, ink: str) -> None:
        self.line.tint(ink)
        self.line.setText(text)
        for label in (self.secret, self.hint):
            label.setText("")
            label.hide()
        self.show()

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(px(12), px(8), px(12), px(8))
        self._rows.setSpacing(px(2))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._seat.theme.color("raised"))
        painter.end()
