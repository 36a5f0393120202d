"""The situation level of each place of the running operations: read here, changed in the panel of
operations only."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from command_center.domain.room import Operation, SituationLevel
from command_center.situation.situation import Touched
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
_HEIGHT, _PAD, _GAP = 20, 8, 5
MOST_GREEN = 3
"""More of them than this are one badge with their number: what is not hijau is never folded."""


def level_text(level: str) -> str:
    return {
        SituationLevel.GREEN: translate("TopBar", "HIJAU"),
        SituationLevel.YELLOW: translate("TopBar", "KUNING"),
        SituationLevel.RED: translate("TopBar", "MERAH"),
    }[SituationLevel(level)]


def operation_text(operation: Operation, today: date) -> str:
    """The operation's name and its day: "Mantap Praja · Hari H−6"."""
    if operation.target_day is None:
        return operation.name
    days = (date.fromisoformat(operation.target_day) - today).days
    day = "H" if days == 0 else f"H{'−' if days > 0 else '+'}{abs(days)}"
    text = translate("TopBar", "%1 · Hari %2")
    return text.replace("%2", day).replace("%1", operation.name)


class SituationBadges(QWidget):
    """One badge a place; the word says the level, the colour repeats it."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = seat.theme
        self._seat = seat
        self.badges: list[tuple[str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        seat.theme.changed.connect(self.updateGeometry)

    def refresh(self) -> bool:
        """Read the operations again; True if the badges changed."""
        worst = list(SituationLevel)[::-1]
        every = (operation.levels for operation in self._seat.situation.operations)
        badges = sorted(
            (badge for levels in every for badge in levels.items()),
            key=lambda badge: (worst.index(SituationLevel(badge[1])), badge[0].casefold()),
        )
        if badges == self.badges:
            return False
        self.badges = badges
        self.updateGeometry()
        self.update()
        self.setAccessibleName("; ".join(f"{place}: {level_text(le)}" for place, le in badges))
        return True

    def _texts(self) -> list[tuple[str, str]]:
        green = [badge for badge in self.badges if badge[1] == SituationLevel.GREEN]
        shown = self.badges if len(green) <= MOST_GREEN else self.badges[: -len(green)]
        texts = [(f"{place} {level_text(level)}", level) for place, level in shown]
        if shown is not self.badges:
            word = level_text(SituationLevel.GREEN)
            texts.append((f"{len(green)} {word}", SituationLevel.GREEN.value))
        return texts

    def sizeHint(self) -> QSize:
        theme = self._theme
        metrics = QFontMetrics(theme.font(11, bold=True))
        pads = theme.px(2 * _PAD)
        widths = [metrics.horizontalAdvance(text) + pads for text, _ in self._texts()]
        gaps = theme.px(_GAP) * max(0, len(widths) - 1)
        return QSize(sum(widths) + gaps, theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(11, bold=True))
        left, height = 0, theme.px(_HEIGHT)
        top = (self.height() - height) // 2
        for text, level in self._texts():
            width = painter.fontMetrics().horizontalAdvance(text) + theme.px(2 * _PAD)
            box = QRect(left, top, width, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(level))
            painter.drawRoundedRect(QRectF(box), theme.px(4), theme.px(4))
            painter.setPen(theme.color("on_fill"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            left += width + theme.px(_GAP)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.updateGeometry()
        super().changeEvent(event)


class BadgeStrip(SituationBadges):
    """For windows without a top bar: torn-off panels, cameras. Gone while nothing has a level."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(seat, parent)
        seat.live.changed.connect(self._changed)
        self.refresh()
        self.setVisible(bool(self.badges))

    def _changed(self, touched: Touched) -> None:
        if (touched.everything or "operation" in touched.entities) and self.refresh():
            self.setVisible(bool(self.badges))


def today(seat: Seat, now: datetime) -> date:
    """The room's local day."""
    return now.astimezone(seat.zone).date()
