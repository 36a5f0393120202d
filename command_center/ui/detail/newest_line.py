"""What is known of the incident, scrolled; the newest line of the timeline is always in sight."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QWidget

from command_center.ui.detail.timeline_view import ShownLine, TimelineView
from command_center.ui.detail.words import fill, translate
from command_center.ui.queue.words import plain_tip
from command_center.ui.theme import Theme

_HEIGHT_PX, _GAP_PX = 20, 8
_MOVED = (QEvent.Type.Move, QEvent.Type.Resize)


class NewestLine(QAbstractButton):
    """The line, cut where there is no more room; pressed, the timeline comes into sight."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.line: ShownLine | None = None
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()

    def sizeHint(self) -> QSize:
        return QSize(0, self._theme.px(_HEIGHT_PX))

    def say(self, line: ShownLine) -> None:
        if line != self.line:
            self.line = line
            self.setAccessibleName(fill(translate("Detail", "Terbaru: %1"), line.spoken))
            self.setToolTip(plain_tip(line.spoken))
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        line, theme = self.line, self._theme
        if line is None:
            return
        painter, left = QPainter(self), theme.px(14)
        painter.setPen(theme.color("line"))
        painter.drawLine(0, 0, self.width(), 0)
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setFont(theme.font(13, tabular=True))
        painter.setPen(theme.color("text"))
        painter.drawText(self.rect().adjusted(left, 0, 0, 0), middle, line.time)
        left += painter.fontMetrics().horizontalAdvance(line.time) + theme.px(_GAP_PX)
        painter.setFont(theme.font(13))
        painter.setPen(theme.color("warn" if line.kept else "text2"))
        words = self.rect().adjusted(left, 0, -theme.px(_GAP_PX), 0)
        one_line = " ".join(line.text.split())
        shown = QFontMetrics(painter.font()).elidedText(
            one_line, Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, middle, shown)
        painter.end()


class Known(QScrollArea):
    """Scrolls `body`, in which `lines` stand; `newest` takes a line below while they end out of
    sight."""

    def __init__(self, theme: Theme, body: QWidget, lines: TimelineView, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = lines
        self.newest = NewestLine(theme, self)
        self.newest.clicked.connect(self._bring_lines)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._look)
        for bar in (self.verticalScrollBar(), lines.verticalScrollBar()):
            bar.valueChanged.connect(self._look_soon)
            bar.rangeChanged.connect(self._look_soon)
        model = lines.timeline
        for signal in (model.rowsInserted, model.modelReset, model.dataChanged):
            signal.connect(self._look_soon)
        for part in (lines, lines.viewport()):
            part.installEventFilter(self)

    def ensureWidgetVisible(self, part: QWidget, xmargin: int = 50, ymargin: int = 50) -> None:
        """Not where the newest line would then stand before it."""
        room = max(ymargin, self.newest.sizeHint().height())
        super().ensureWidgetVisible(part, xmargin, room)

    def _look_soon(self) -> None:
        """Once, when everything has its place."""
        if not self._soon.isActive():
            self._soon.start(0)

    def _look(self) -> None:
        lines = self._lines.timeline.lines
        if lines:
            self.newest.say(lines[-1])
        wanted = bool(lines) and not self._lines_end_in_sight()
        if wanted == self.newest.isHidden():
            self.newest.setVisible(wanted)
            self.setViewportMargins(0, 0, 0, self.newest.sizeHint().height() if wanted else 0)
            self._place()

    def _lines_end_in_sight(self) -> bool:
        """All of the last line, or as much of a long one as the timeline has room for."""
        lines, seen = self._lines, self.viewport()
        last = lines.visualRect(lines.timeline.index(len(lines.timeline.lines) - 1))
        room = lines.viewport().rect()
        inside = last.intersected(room)
        needed = min(last.height(), room.height())
        corner = lines.viewport().mapTo(self, inside.topLeft()) - seen.mapTo(self, QPoint())
        shown = QRect(corner, inside.size()).intersected(seen.rect())
        return shown.height() >= needed > 0

    def _bring_lines(self) -> None:
        lines, body = self._lines, self.widget()
        assert body is not None, "it was given one when it was made"
        lines.scrollToBottom()
        self.ensureVisible(0, lines.mapTo(body, QPoint(0, lines.height())).y(), 0, 0)

    def _place(self) -> None:
        height = self.newest.sizeHint().height()
        self.newest.setGeometry(0, self.height() - height, self.width(), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        self._look_soon()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVED and watched in (self._lines, self._lines.viewport()):
            self._look_soon()
        return super().eventFilter(watched, event)
