"""The board's heading: how many are ready of how many, and by what the list is grouped."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QWidget,
)

from command_center.situation.strength import NOBODY, Strength
from command_center.ui.actions.buttons import key_text
from command_center.ui.actions.table import ACTIONS
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.plain_label import PlainLabel
from command_center.ui.theme import Theme
from command_center.ui.units.filter import LONGEST
from command_center.ui.units.lines import Grouping
from command_center.ui.units.words import ready_text

translate = QCoreApplication.translate

_LABELS = {
    Grouping.AGENCY: QT_TRANSLATE_NOOP("Units", "Satuan"),
    Grouping.STATUS: QT_TRANSLATE_NOOP("Units", "Status"),
    Grouping.AREA: QT_TRANSLATE_NOOP("Units", "Wilayah"),
}


class FilterField(QLineEdit):
    """Enter and Down go on to the list, Esc gives up what was looked for."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class BoardHeader(QWidget):
    """`grouped` carries the Grouping somebody chose."""

    grouped = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._counts = (NOBODY, 0, (0, 0))
        self._wide: bool | None = None
        self.title = PlainLabel(theme, bold=True)
        self.count = PlainLabel(theme, "text2", tabular=True)
        self.waiting = PlainLabel(theme, "accent", tabular=True)
        self.filter = FilterField()
        self.filter.setMaxLength(LONGEST)
        self.filter.hide()
        self._key = PlainLabel(theme, "text3", size_px=11)
        self._words, self._bar = QWidget(), QWidget()
        self._words_row, self._bar_row = QHBoxLayout(self._words), QHBoxLayout(self._bar)
        for row in (self._words_row, self._bar_row):
            row.setContentsMargins(0, 0, 0, 0)
        for label in (self.title, self.count, self.waiting):
            self._words_row.addWidget(label)
        self._words_row.addStretch(1)
        self._buttons = self._make_buttons()
        self._bar_row.addWidget(self._key)
        self._grid = QGridLayout(self)
        self._grid.addWidget(self.filter, 2, 0, 1, 2)
        self.restyle()

    def _make_buttons(self) -> dict[Grouping, QToolButton]:
        group = QButtonGroup(self)
        buttons = {}
        for grouping in Grouping:
            button = QToolButton()
            button.setObjectName("flat")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _=False, grouping=grouping: self.grouped.emit(grouping))
            group.addButton(button)
            self._bar_row.addWidget(button)
            buttons[grouping] = button
        buttons[Grouping.AGENCY].setChecked(True)
        return buttons

    def choose(self, grouping: Grouping) -> None:
        self._buttons[grouping].setChecked(True)

    def show_counts(self, shown: Strength, hidden: int, waiting: tuple[int, int]) -> None:
        """Of the list; `hidden` by the filter, `waiting` = new and other units that are held."""
        if (shown, hidden, waiting) != self._counts:
            self._counts = (shown, hidden, waiting)
            self._write_counts()

    def _write_counts(self) -> None:
        shown, hidden, (new, moved) = self._counts
        text = ready_text(shown)
        if hidden:
            text += " · " + translate("Units", "%1 disaring").replace("%1", str(hidden))
        self.count.show_text(text)
        said = [
            translate("Units", "%1 baru").replace("%1", str(new)) if new else "",
            translate("Units", "%1 berubah").replace("%1", str(moved)) if moved else "",
        ]
        self.waiting.show_text(", ".join(part for part in said if part))
        self.waiting.setToolTip(translate("Units", "Menunggu daftar dilepas: Home"))
        self._place()

    # --- appearance ----------------------------------------------------------------------------

    def restyle(self) -> None:
        theme = self._theme
        self._grid.setContentsMargins(theme.px(12), theme.px(6), theme.px(8), theme.px(6))
        self._words_row.setSpacing(theme.px(8))
        self._bar_row.setSpacing(theme.px(2))
        self.filter.setFont(theme.font(13))
        self.retranslate()

    def retranslate(self) -> None:
        self.title.show_text(translate("Units", "STATUS UNIT"))
        self._bar.setAccessibleName(translate("Units", "Kelompokkan menurut"))
        hint = translate("Units", "Saring: panggilan, satuan, status, wilayah, nomor")
        self.filter.setPlaceholderText(hint)
        self.filter.setAccessibleName(hint)
        self._key.show_text(key_text(ACTIONS["view.grouping"].key))
        for grouping, button in self._buttons.items():
            text = translate("Units", _LABELS[grouping])
            button.setText(text)
            button.setAccessibleName(text)
        self._write_counts()

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
