"""In the top bar: that nothing can be heard here, or that some tones are mute."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton

from command_center.ui.alarms.kinds import kind_name
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence
from command_center.ui.tones.choice import ToneChoice
from command_center.ui.tones.ringer import Ringer

translate = QCoreApplication.translate
SHEET = "alarm.tones"
_PAD = 6


class MuteBadge(QAbstractButton):
    """Absent while every tone can be heard. Its tooltip says why not; pressing it opens the sheet.
    `grew` when it needs another width."""

    grew = Signal()

    def __init__(self, seat: Seat, choice: ToneChoice, ringer: Ringer) -> None:
        super().__init__()
        self._seat, self._choice, self._ringer = seat, choice, ringer
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(lambda: seat.asking.ask(SHEET))
        choice.changed.connect(self.refresh)
        seat.live.ticked.connect(self._ticked)
        seat.theme.changed.connect(self.updateGeometry)
        self.refresh()

    @property
    def wanted(self) -> bool:
        """Whether there is something to say."""
        return bool(self.text())

    def _ticked(self, _: object) -> None:
        self.refresh()

    def refresh(self) -> None:
        text, why = self._words()
        if (text, why) == (self.text(), self.toolTip()):
            return
        grown = text != self.text()
        self.setText(text)
        self.setToolTip(why)
        self.setAccessibleName(f"{text}: {why}" if why else text)
        if grown:
            self.updateGeometry()
            self.grew.emit()
        self.update()

    def _words(self) -> tuple[str, str]:
        fault = self._ringer.fault
        if fault:
            return translate("Tones", "bisu"), sentence(fault, {})
        muted = sorted(kind_name(kind) for kind in self._choice.muted)
        if muted:
            return translate("Tones", "%1 nada bisu").replace("%1", str(len(muted))), "\n".join(
                muted
            )
        return "", ""

    def sizeHint(self) -> QSize:
        theme = self._seat.theme
        metrics = QFontMetrics(theme.font(13, bold=True))
        width = metrics.horizontalAdvance(self.text()) + 2 * theme.px(_PAD)
        return QSize(width, metrics.height() + theme.px(6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._seat.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        edge = "accent" if self.hasFocus() else "warn"
        painter.setPen(QPen(theme.color(edge), 2.0 if self.hasFocus() else 1.0))
        painter.drawRoundedRect(box, theme.px(6), theme.px(6))
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.color("warn"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)
