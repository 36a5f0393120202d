"""A button made from an action: its label, its key, greyed out with the reason as tooltip."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from command_center.ui.actions.action import Action
from command_center.ui.actions.keys import RETURN, TYPING
from command_center.ui.actions.table import ACTIONS
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence
from command_center.ui.theme import Theme

translate = QCoreApplication.translate
_PAD, _GAP, _HEIGHT, _RADIUS = 8, 6, 26, 6


def key_text(key: str) -> str:
    """A key as it is written on a button: "Enter", "F8", "Shift+M", "Shift+Enter"."""
    text = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return text.replace("Return", "Enter")


class Themed(Protocol):
    """A seat, or what stands in its place before there is a room."""

    @property
    def theme(self) -> Theme: ...


class KeyButton(QAbstractButton):
    """A button that paints `text()` and, dimmer, `key`. `primary` is the panel's loud one."""

    def __init__(
        self,
        seat: Themed,
        text: str,
        key: str = "",
        primary: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = seat.theme
        self.key = key
        self.primary = primary
        self.brief = False
        self.key_is_ours = True
        self._measured: tuple[str, str, float] | None = None
        self._wide = 0
        self.setText(text)
        self.setAccessibleName(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme.changed.connect(self.updateGeometry)
        self._theme.changed.connect(self.update)

    def setText(self, text: str) -> None:
        """Its key is written beside the text: an ampersand in words from outside makes none."""
        super().setText(text)
        self.setShortcut(QKeySequence())

    def relabel(self, text: str) -> None:
        if text != self.text() or text != self.accessibleName():
            self.setText(text)
            self.setAccessibleName(text)
            self.updateGeometry()

    @property
    def written_key(self) -> str:
        return "" if self.brief else self.key

    def show_brief(self, brief: bool) -> None:
        """Where room is short the key is not written on it."""
        if brief is not self.brief:
            self.brief = brief
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Measured once: one change of a panel asks every button several times."""
        measured = (self.text(), self.written_key, self._theme.scale)
        if measured != self._measured:
            self._measured, self._wide = measured, self.wide(self.written_key)
        return QSize(self._wide, self._theme.px(_HEIGHT))

    def wide(self, key: str) -> int:
        """How wide with that key written on it, "" for none."""
        theme = self._theme
        width = QFontMetrics(theme.font(13)).horizontalAdvance(self.text()) + 2 * theme.px(_PAD)
        if key:
            written = QFontMetrics(theme.font(11)).horizontalAdvance(key_text(key))
            width += theme.px(_GAP) + written
        return width + 2

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_box(painter)
        self._paint_words(painter)
        painter.end()

    def _paint_box(self, painter: QPainter) -> None:
        theme = self._theme
        live = self.isEnabled()
        loud = self.primary and live
        over = live and (self.underMouse() or self.isDown() or self.isChecked())
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        fill = "primary" if loud else "selected" if over else "raised" if live else "panel"
        painter.setBrush(theme.color(fill))
        edge = "accent" if self.hasFocus() or (loud and over) else "primary" if loud else "line"
        painter.setPen(QPen(theme.color(edge), 2.0 if self.hasFocus() else 1.0))
        painter.drawRoundedRect(box, theme.px(_RADIUS), theme.px(_RADIUS))

    def _paint_words(self, painter: QPainter) -> None:
        theme = self._theme
        words = self.rect().adjusted(theme.px(_PAD), 0, -theme.px(_PAD), 0)
        loud = self.primary and self.isEnabled()
        ink = "on_primary" if loud else "text" if self.isEnabled() else "text3"
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(13))
        painter.setPen(theme.color(ink))
        painter.drawText(words, middle | Qt.AlignmentFlag.AlignLeft, self.text())
        if self.written_key and self.key_is_ours:
            painter.setFont(theme.font(11))
            painter.setPen(theme.color("on_primary" if loud else "text3"))
            key = key_text(self.written_key)
            painter.drawText(words, middle | Qt.AlignmentFlag.AlignRight, key)


class ActionButton(KeyButton):
    """Runs one action; follows the seat so that it is never enabled in vain."""

    def __init__(
        self, seat: Seat, action: Action, primary: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(seat, action.label, action.key, primary, parent)
        self._seat = seat
        self.action = action
        self.clicked.connect(self._perform)
        seat.live.changed.connect(self._follow)
        seat.selection.incident_changed.connect(self._follow)
        seat.selection.unit_changed.connect(self._follow)
        seat.selection.camera_changed.connect(self._follow)
        seat.person.changed.connect(self._follow)
        seat.theme.changed.connect(self._follow)
        app = QApplication.instance()
        if action.key == RETURN and isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        self._follow()

    def _focus_moved(self, _: QWidget | None, now: QWidget | None) -> None:
        """Where Enter means something else, as on a camera, it is not written here."""
        ours = now is None or now is self or not _means_its_own(now)
        if ours is not self.key_is_ours:
            self.key_is_ours = ours
            self._follow()
            self.update()

    def _perform(self) -> None:
        self.action.perform(self._seat)

    def _follow(self, _: object = None) -> None:
        reason = self.action.reason(self._seat)
        spare = key_text(self.key) if self.brief else ""
        if not self.key_is_ours:
            back = translate("Actions", "%1, lalu %2").replace("%2", key_text(self.key))
            spare = back.replace("%1", key_text(ACTIONS["view.queue"].key))
        tip = spare if reason is None else sentence(reason, {})
        if self.isEnabled() is not (reason is None):
            self.setEnabled(reason is None)
        if tip != self.toolTip():
            self.setToolTip(tip)

    def show_brief(self, brief: bool) -> None:
        super().show_brief(brief)
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.relabel(self.action.label)
            self._follow()
        super().changeEvent(event)


def _means_its_own(focus: QWidget) -> bool:
    """Whether Enter is that widget's and not the window's: asked as Qt asks before a shortcut."""
    if isinstance(focus, (*TYPING, QAbstractButton)):
        return True
    none = Qt.KeyboardModifier.NoModifier
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Return, none)
    asked.ignore()
    QApplication.sendEvent(focus, asked)
    return asked.isAccepted()


def action_button(
    seat: Seat, action_id: str, primary: bool = False, parent: QWidget | None = None
) -> ActionButton:
    """The button of an action of the table."""
    return ActionButton(seat, ACTIONS[action_id], primary, parent)
