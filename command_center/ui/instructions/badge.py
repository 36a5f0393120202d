"""In the top bar: how many instructions wait for who sits here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from command_center.situation.instructions import unheard_by
from command_center.ui.actions.instructions import INSTRUCTIONS
from command_center.ui.detail.words import fill
from command_center.ui.instructions.words import translate
from command_center.ui.seat import Seat

_PAD = 6


class InstructionBadge(QAbstractButton):
    """Absent while there is none. It takes no focus and makes no sound; pressing it shows them.
    `grew` when it needs another width."""

    grew = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self._open)
        seat.live.changed.connect(self.refresh)
        seat.live.ticked.connect(self.refresh)
        seat.person.changed.connect(self.refresh)
        seat.theme.changed.connect(self.updateGeometry)
        self.refresh()

    @property
    def wanted(self) -> bool:
        """Whether there is something to say."""
        return bool(self.text())

    def _open(self) -> None:
        mine = self._mine()
        self._seat.asking.ask(INSTRUCTIONS, mine[0] if mine else None)

    def _mine(self) -> list[str]:
        """Ids of the instructions, the newest first."""
        seat = self._seat
        if not seat.person.signed_in or seat.past:
            return []
        rows = unheard_by(seat.situation, seat.act, seat.live.now())
        return list(dict.fromkeys(row.instruction_id for row in rows))

    def refresh(self, *_: object) -> None:
        waiting = len(self._mine())
        text = fill(translate("Instructions", "%1 perintah"), str(waiting)) if waiting else ""
        if text == self.text():
            return
        self.setText(text)
        said = translate("Instructions", "%1 untuk Anda, belum Anda nyatakan didengar")
        self.setToolTip(fill(said, text) if text else "")
        self.setAccessibleName(self.toolTip())
        self.updateGeometry()
        self.grew.emit()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self._seat.theme
        metrics = QFontMetrics(theme.font(13, bold=True))
        width = metrics.horizontalAdvance(self.text()) + 2 * theme.px(_PAD)
        return QSize(width, metrics.height() + theme.px(6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._seat.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("accent" if self.hasFocus() else "text2"), 1.0))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), theme.px(4), theme.px(4))
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.color("text"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
