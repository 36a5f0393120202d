"""A panel that can be torn off to another monitor, closed and brought back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QMenu,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from command_center.ui import layouts
from command_center.ui.connection.chip import AgeChip
from command_center.ui.exercise_frame import frame_px, frame_word, paint_frame
from command_center.ui.seat import Seat
from command_center.ui.situation_badges import BadgeStrip

_GRIP = 8


class Grip(QWidget):
    """A thin title bar: drag or double-click tears off, the other button opens the menu. The
    panels carry their own titles."""

    def __init__(self, seat: Seat, dock: QDockWidget) -> None:
        super().__init__(dock)
        self._theme = seat.theme
        self.setCursor(Qt.CursorShape.SizeAllCursor)
        # Qt asks for the size hundreds of times per layout: the answer must not come from Python
        self._size = QSpacerItem(0, 0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addItem(self._size)
        seat.theme.changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        self._size.changeSize(self._theme.px(40), self._theme.px(_GRIP))
        self._size.invalidate()
        self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle, dot = self.rect().center(), self._theme.px(2)
        for step in (-2, -1, 0, 1, 2):
            x = middle.x() + step * 3 * dot
            painter.fillRect(x, middle.y(), dot, dot, self._theme.color("line"))
        painter.end()


class _Inside(QWidget):
    """The panel's ground and edge; torn off it has the badges, in an exercise the frame as well."""

    def __init__(self, seat: Seat, panel: QWidget) -> None:
        super().__init__()
        self._seat = seat
        self._framed = False
        self.badges: BadgeStrip | None = None
        self._layout = QVBoxLayout(self)
        self._layout.addWidget(panel)
        seat.real.changed.connect(self.update)
        self.frame(False)

    def frame(self, on: bool) -> None:
        self._framed = on
        thick = (frame_px(self._seat) if on else 0) + 1
        self._layout.setContentsMargins(thick, thick, thick, thick)
        self._show_badges(on)
        self.update()

    def _show_badges(self, on: bool) -> None:
        """Torn off, no top bar says how things stand."""
        if on and self.badges is None:
            self.badges, px = BadgeStrip(self._seat, self), self._seat.theme.px
            line = QHBoxLayout()
            line.setContentsMargins(px(12), px(6), px(12), 0)
            line.addWidget(self.badges)
            line.addStretch(1)
            self._layout.insertLayout(0, line)
        elif not on and self.badges is not None:
            self._layout.takeAt(0)
            badges, self.badges = self.badges, None
            badges.hide()
            badges.deleteLater()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._seat.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color("panel"))
        painter.setPen(QPen(theme.color("line"), 1.0))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.px(6), theme.px(6))
        painter.end()
        if self._framed:
            paint_frame(self, self._seat)


class PanelDock(QDockWidget):
    """One of the window's panels, by its name in layouts.TITLES."""

    def __init__(self, seat: Seat, name: str, panel: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.panel = panel
        self._seat = seat
        self._inside = _Inside(seat, panel)
        self._grip = Grip(seat, self)
        self.setWidget(self._inside)
        self.setTitleBarWidget(self._grip)
        self.age = AgeChip(seat, self)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        self.topLevelChanged.connect(self._torn_off)
        panel.installEventFilter(self)
        seat.real.changed.connect(self.retitle)
        self.retitle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A panel that hides itself, because it is done, takes its dock with it."""
        if event.type() is QEvent.Type.HideToParent and self.panel.isHidden():
            self.hide()
        return False

    def setVisible(self, visible: bool) -> None:
        """No layout, menu or kept state brings back an empty dock: the panel's word goes first."""
        super().setVisible(visible and not self.panel.isHidden())

    def retitle(self) -> None:
        text, frame = layouts.title(self.objectName()), frame_px(self._seat) > 0
        alone = f"{frame_word(self._seat)} · {text}" if frame else text
        self.setWindowTitle(alone if self.isFloating() else layouts.tab_title(self.objectName()))
        self.toggleViewAction().setText(text)
        self.panel.setAccessibleName(text)

    def _torn_off(self, floating: bool) -> None:
        self._inside.frame(floating)
        self.retitle()

    def add_items(self, menu: QMenu) -> None:
        """What can be done to the panel as such."""
        shown = self.toggleViewAction()
        menu.addAction(shown)
        tear = menu.addAction(layouts.tear_off_text(self.isFloating()))
        tear.setEnabled(not self.isHidden())
        tear.triggered.connect(lambda: self.setFloating(not self.isFloating()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.add_items(menu)
        menu.popup(self._grip.mapToGlobal(self._grip.rect().bottomLeft()))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retitle()
        super().changeEvent(event)
