"""Questions and controls over the wall: they lie on it, so that opening them moves no tile."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

_LAYOUT = (QEvent.Type.LayoutRequest, QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class Shelf(QWidget):
    """As wide as `over` and as high as those of `strips` that are shown. It lies at the bottom,
    or at the top where `chosen` (the selected tile's rectangle) is in the lower half."""

    def __init__(
        self, over: QWidget, strips: Sequence[QWidget], chosen: Callable[[], QRect | None]
    ) -> None:
        super().__init__(over)
        self._over = over
        self._chosen = chosen
        self._strips = strips
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for strip in strips:
            strip.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            strip.setAutoFillBackground(True)
            layout.addWidget(strip)
            strip.installEventFilter(self)
        over.installEventFilter(self)
        self.place()

    def place(self) -> None:
        """Where it lies now; away when nothing is open."""
        shown = [strip for strip in self._strips if not strip.isHidden()]
        self.setVisible(bool(shown))
        if not shown:
            return
        room = self._over.rect()
        height = min(room.height(), sum(_height(strip, room.width()) for strip in shown))
        chosen = self._chosen()
        low = chosen is not None and chosen.height() < room.height() * 0.9
        top = low and chosen is not None and chosen.center().y() > room.center().y()
        self.setGeometry(0, 0 if top else room.height() - height, room.width(), height)
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over:
            if event.type() is QEvent.Type.Resize:
                self.place()
        elif event.type() in _LAYOUT:
            self.place()
        return False


def _height(strip: QWidget, width: int) -> int:
    if strip.hasHeightForWidth():
        return strip.heightForWidth(width)
    layout = strip.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return strip.sizeHint().height()
