"""The words of the order. What stands here is what is sent and stored."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from command_center.commands.dispatch import ORDER_LENGTH
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.table import ACTIONS
from command_center.ui.detail.words import translate
from command_center.ui.leaving import leaving_words
from command_center.ui.seat import Seat

_FEWEST, _MOST = 1, 4
COPY = "incident.copy_order"


class _Words(QPlainTextEdit):
    """Enter sends, Shift+Enter starts a line."""

    sent = Signal()
    entered = Signal()
    left = Signal()
    painted = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shifted = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shifted:
            if not event.isAutoRepeat():
                self.sent.emit()
        else:
            super().keyPressEvent(event)


class OrderBox(QWidget):
    """Follows the suggested words until somebody types; then the suggestion is offered beside.

    Typed words are kept per incident until sent or given up.
    """

    sent = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._theme = seat.theme
        self._notices = seat.notices
        self._incident_id = ""
        self._suggested = ""
        self._drafts: dict[str, str] = {}
        self.words = _Words(self)
        self.words.setTabChangesFocus(True)
        self.words.sent.connect(self.sent)
        self.words.textChanged.connect(self._typed)
        self.offer = KeyButton(seat, "", parent=self)
        self.offer.clicked.connect(self.reset)
        self.offer.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.copy_button = KeyButton(seat, "", ACTIONS[COPY].key, parent=self)
        self.copy_button.clicked.connect(self.copy)
        beside = QHBoxLayout()
        beside.addWidget(self.words, 1)
        beside.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(beside)
        layout.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignLeft)
        self.restyle()

    @property
    def text(self) -> str:
        """At most what a stored order holds."""
        return self.words.toPlainText()[:ORDER_LENGTH]

    def follow(self, incident_id: str, suggested: str) -> None:
        """Show the words for this incident: the person's own if there are any."""
        same = incident_id == self._incident_id
        self._incident_id, self._suggested = incident_id, suggested
        draft = self._drafts.get(incident_id)
        if draft is None:
            self._put(suggested)
        elif not same:
            self._put(draft)
        self._offer()

    def reset(self) -> None:
        """Give up what was typed."""
        self._drafts.pop(self._incident_id, None)
        self._put(self._suggested)
        self._offer()

    def copy(self) -> None:
        """The words as they stand, for another program that sends them; of an exercise marked."""
        if self.text.strip():
            QGuiApplication.clipboard().setText(leaving_words(self._seat, self.text))
            self._notices.done("order_copied")

    def unsent(self) -> dict[str, str]:
        """What somebody typed in place of the suggested words, by incident."""
        own = self._incident_id
        return {
            id: text
            for id, text in self._drafts.items()
            if id and text.strip() and (id != own or text != self._suggested)
        }

    def put_back(self, drafts: dict[str, str]) -> None:
        self._drafts = dict(drafts)
        self._put(self._drafts.get(self._incident_id, self._suggested))
        self._offer()

    def _put(self, text: str) -> None:
        if text != self.words.toPlainText():
            self.words.blockSignals(True)
            self.words.setPlainText(text)
            self.words.blockSignals(False)

    def _typed(self) -> None:
        self._drafts[self._incident_id] = self.words.toPlainText()
        self._offer()

    def _offer(self) -> None:
        self._fit()
        draft = self._drafts.get(self._incident_id)
        self.offer.setVisible(draft is not None and draft != self._suggested)

    def restyle(self) -> None:
        """After another theme, size or language."""
        self.words.setFont(self._theme.font(13))
        self._fit()
        self.words.setAccessibleName(translate("Detail", "Teks perintah"))
        self.words.setPlaceholderText(translate("Detail", "Belum ada unit dipilih"))
        self.offer.relabel(translate("Detail", "Pakai teks saran"))
        self.copy_button.relabel(translate("Detail", "Salin"))

    def _fit(self) -> None:
        """As high as the words need, within limits."""
        lines = round(self.words.document().size().height())
        line = QFontMetrics(self._theme.font(13)).lineSpacing()
        shown = min(_MOST, max(_FEWEST, lines))
        self.words.setFixedHeight(shown * line + self._theme.px(20))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.restyle()
        super().changeEvent(event)
