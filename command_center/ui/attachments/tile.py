"""One file as a tile: a small picture, the first lines of a text, or its name."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from command_center.domain.incident import Attachment, AttachmentState
from command_center.ui.attachments.reading import Content
from command_center.ui.attachments.words import fault_of, kind_of, name_of, state_of
from command_center.ui.theme import Theme

WIDTH, HEIGHT, PAD = 132, 92, 6
_WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignTop.value


class AttachmentTile(QAbstractButton):
    """Checked: shown large. Only what can be shown can be pressed."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.row: Attachment | None = None
        self.content: Content | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_row(self, row: Attachment, content: Content | None) -> None:
        self.row, self.content = row, content
        shown = content is not None and (content.image is not None or bool(content.text))
        self.setEnabled(shown)
        self.setAccessibleName(f"{self._foot()}: {self._words()}")
        self.setToolTip(f"{name_of(row)}\n{self._foot()}" if self._plain() else "")
        self.update()

    def _plain(self) -> bool:
        """A tooltip guesses whether it is given markup; what looks like it is not shown there."""
        return self.row is not None and "<" not in name_of(self.row)

    def _foot(self) -> str:
        assert self.row is not None
        return kind_of(self.row) if self.row.state is AttachmentState.STORED else name_of(self.row)

    def _words(self) -> str:
        """What stands in place of a picture."""
        row, content = self.row, self.content
        assert row is not None
        if row.state is not AttachmentState.STORED:
            return state_of(row)
        if content is not None and content.fault:
            return f"{name_of(row)}\n{fault_of(content.fault)}"
        return content.text if content is not None and content.text else name_of(row)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(WIDTH), self._theme.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.row is None:
            return
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("raised"))
        small = theme.font(11)
        line = QFontMetrics(small).height()
        foot = QRect(px(PAD), self.height() - line - px(3), self.width() - px(2 * PAD), line)
        above = QRect(px(2), px(2), self.width() - px(4), foot.top() - px(4))
        self._paint_inside(painter, above)
        painter.setFont(small)
        painter.setPen(theme.color("text2"))
        metrics = QFontMetrics(small)
        text = metrics.elidedText(self._foot(), Qt.TextElideMode.ElideMiddle, foot.width())
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, text)
        edge = "accent" if self.isChecked() or self.hasFocus() else "line"
        painter.setPen(QPen(theme.color(edge), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_inside(self, painter: QPainter, box: QRect) -> None:
        theme, px = self._theme, self._theme.px
        image = self.content.image if self.content is not None else None
        if image is not None:
            size = image.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
            at = QRect(box.topLeft(), size)
            at.moveCenter(box.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(at, image)
            return
        refused = self.row is not None and self.row.state is AttachmentState.REFUSED
        painter.setFont(theme.font(11))
        painter.setPen(theme.color("warn" if refused else "text"))
        painter.drawText(box.adjusted(px(4), px(2), -px(4), 0), _WRAP, self._words())
