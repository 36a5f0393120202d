"""The board's heading: how many are ready of how many, and by what the list is grouped."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLabel, QToolButton, QWidget

from command_center.ui.theme import Theme
from command_center.ui.units.lines import Grouping

translate = QCoreApplication.translate

_LABELS = {
    Grouping.AGENCY: str(QT_TRANSLATE_NOOP("Units", "Satuan")),
    Grouping.STATUS: str(QT_TRANSLATE_NOOP("Units", "Status")),
    Grouping.AREA: str(QT_TRANSLATE_NOOP("Units", "Wilayah")),
}
KEYS = {"1": Grouping.AGENCY, "2": Grouping.STATUS, "3": Grouping.AREA}


class BoardHeader(QWidget):
    """`grouped` carries the Grouping somebody chose."""

    grouped = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts = (0, 0, 0)
        self._wide: bool | None = None
        self.title, self.count, self.waiting = QLabel(), QLabel(), QLabel()
        for label in (self.title, self.count, self.waiting):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._words = QWidget()
        row = QHBoxLayout(self._words)
        row.setContentsMargins(0, 0, 0, 0)
        for label in (self.title, self.count, self.waiting):
            row.addWidget(label)
        row.addStretch(1)
        self._bar = QWidget()
        self._buttons = self._make_buttons()
        self._grid = QGridLayout(self)
        self.restyle()

    def _make_buttons(self) -> dict[Grouping, QToolButton]:
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(0, 0, 0, 0)
        group = QButtonGroup(self)
        buttons = {}
        for grouping in Grouping:
            button = QToolButton()
            button.setObjectName("flat")
            button.setCheckable(True)
            # The key is drawn as an icon, which a right-to-left button puts behind its text.
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            button.clicked.connect(lambda _=False, grouping=grouping: self.grouped.emit(grouping))
            group.addButton(button)
            row.addWidget(button)
            buttons[grouping] = button
        buttons[Grouping.AGENCY].setChecked(True)
        return buttons

    def choose(self, grouping: Grouping) -> None:
        self._buttons[grouping].setChecked(True)

    def show_counts(self, ready: int, total: int, waiting: int) -> None:
        if (ready, total, waiting) == self._counts:
            return
        self._counts = (ready, total, waiting)
        self._write_counts()

    def _write_counts(self) -> None:
        ready, total, waiting = self._counts
        text = translate("Units", "%1 siap / %2")
        self.count.setText(text.replace("%1", str(ready)).replace("%2", str(total)))
        moved = translate("Units", "%1 berubah").replace("%1", str(waiting))
        self.waiting.setText(moved if waiting else "")

    # --- appearance ----------------------------------------------------------------------------

    def restyle(self) -> None:
        theme = self._theme
        self._colour(self.title, theme.color("text"))
        self._colour(self.count, theme.color("text2"))
        self._colour(self.waiting, theme.color("accent"))
        self.title.setFont(theme.font(13, bold=True))
        self.count.setFont(theme.font(13, tabular=True))
        self.waiting.setFont(theme.font(13, tabular=True))
        pad = theme.px(8)
        self._grid.setContentsMargins(theme.px(12), theme.px(6), pad, theme.px(6))
        self._words.layout().setSpacing(pad)  # type: ignore[union-attr]
        self._bar.layout().setSpacing(0)  # type: ignore[union-attr]
        self.retranslate()

    @staticmethod
    def _colour(label: QLabel, color: QColor) -> None:
        palette = label.palette()
        palette.setColor(label.foregroundRole(), color)
        label.setPalette(palette)

    def retranslate(self) -> None:
        self.title.setText(translate("Units", "STATUS UNIT"))
        self._bar.setAccessibleName(translate("Units", "Kelompokkan menurut"))
        for key, grouping in KEYS.items():
            text = translate("Units", _LABELS[grouping])
            button = self._buttons[grouping]
            button.setText(text)
            button.setAccessibleName(text)
            picture = self._key_picture(key)
            button.setIcon(QIcon(picture))
            button.setIconSize(picture.deviceIndependentSize().toSize())
        self._write_counts()
        self._place()

    def _key_picture(self, key: str) -> QPixmap:
        theme, ratio = self._theme, self.devicePixelRatioF()
        size = QSize(theme.px(9), theme.px(14))
        box = QRect(0, 0, size.width(), size.height())
        picture = QPixmap(size * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(QColor(0, 0, 0, 0))
        painter = QPainter(picture)
        painter.setFont(theme.font(11))
        painter.setPen(theme.color("text3"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
        painter.end()
        return picture

    def _place(self) -> None:
        """Buttons beside the words where there is room, below them in a narrow board."""
        room = self.width() - self._theme.px(28)
        needed = self._words.sizeHint().width() + self._bar.sizeHint().width()
        wide = needed + self._theme.px(8) <= room
        if wide == self._wide:
            return
        self._wide = wide
        self._grid.addWidget(self._words, 0, 0)
        where = (0, 1) if wide else (1, 0)
        self._grid.addWidget(self._bar, *where, Qt.AlignmentFlag.AlignLeft)
        self._grid.setColumnStretch(0, 1)

    def minimumSizeHint(self) -> QSize:
        """That of the narrow form, or the wide one could never be left."""
        parts = (self._words.minimumSizeHint(), self._bar.minimumSizeHint())
        widest = max(part.width() for part in parts) + self._theme.px(24)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
