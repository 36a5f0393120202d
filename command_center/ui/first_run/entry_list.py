"""What is in a folder, a painted row each: folders, then files with their size."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import cast

from PySide6.QtCore import (
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from command_center.ui.first_run.folder import Entry
from command_center.ui.painted_rows import RIGHT, paint_ground, paint_line
from command_center.ui.theme import Theme

_ENTRY = Qt.ItemDataRole.UserRole
_ROW_PX, _PAD_PX, _GLYPH_PX, _SIZE_PX = 26, 8, 14, 80


class EntryRow(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QListWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, self._theme.px(_ROW_PX))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme, entry = self._theme, index.data(_ENTRY)
        painter.save()
        paint_ground(painter, option, theme)
        box = QRectF(option.rect).adjusted(theme.px(_PAD_PX), 0, -theme.px(_PAD_PX), 0)
        if entry.size is None:
            self._paint_folder(painter, box)
        box.setLeft(box.left() + theme.px(_GLYPH_PX + _PAD_PX))
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("text"))
        size = 0 if entry.size is None else theme.px(_SIZE_PX)
        paint_line(painter, box, entry.name, box.width() - size)
        if entry.size is not None:
            painter.setFont(theme.font(11))
            painter.setPen(theme.color("text2"))
            paint_line(painter, box, size_text(entry.size), size, RIGHT)
        painter.restore()

    def _paint_folder(self, painter: QPainter, box: QRectF) -> None:
        """A box with a tab."""
        wide = self._theme.px(_GLYPH_PX)
        corner = QPointF(box.left(), box.center().y() - wide * 0.36)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("text2"))
        painter.drawRoundedRect(QRectF(corner.x(), corner.y(), wide * 0.5, wide * 0.4), 1.5, 1.5)
        top = corner.y() + wide * 0.14
        painter.drawRoundedRect(QRectF(corner.x(), top, wide, wide * 0.6), 1.5, 1.5)


class EntryList(QListWidget):
    """`opened` by Enter or a double click, `up` by Backspace."""

    opened = Signal()
    up = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setItemDelegate(EntryRow(theme, self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemDoubleClicked.connect(lambda _: self.opened.emit())
        theme.changed.connect(self.doItemsLayout)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        self.clear()
        for entry in entries:
            item = QListWidgetItem(entry.name)
            item.setData(_ENTRY, entry)
            self.addItem(item)

    def stand_on(self, path: Path | None, otherwise: int = -1) -> None:
        """The row of `path`, or that one; -1: none."""
        paths = [self.item(row).data(_ENTRY).path for row in range(self.count())]
        self.setCurrentRow(paths.index(path) if path in paths else otherwise)

    @property
    def current(self) -> Entry | None:
        item = cast("QListWidgetItem | None", self.currentItem())
        found: Entry | None = item.data(_ENTRY) if item is not None else None
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that is held down opens one folder, not the next one in it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.opened.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.up.emit()
        else:
            super().keyPressEvent(event)


def size_text(size: int) -> str:
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
