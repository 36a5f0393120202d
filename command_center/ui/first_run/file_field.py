"""A field for a file or a folder: typed, dragged, or looked for in the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from command_center.ui.first_run.chooser import Chooser
from command_center.ui.first_run.form import PathLine, StepForm
from command_center.ui.named_field import Beside

translate = QCoreApplication.translate
Endings = Callable[[], tuple[str, ...]]
BROWSE = "Ctrl+O"


class FileField(QWidget):
    """`endings` of the names that are shown, in lower case, as of now; none: a folder is wanted.
    Esc closes the list before it gives up anything else."""

    def __init__(
        self, form: StepForm, line: PathLine, name: Callable[[], str], endings: Endings
    ) -> None:
        super().__init__()
        px = form.bench.theme.px
        self.line, self._endings, self._form = line, endings, form
        self.named = named = form.named(line, name)
        self.browse = form.button(lambda: translate("FirstRun", "Cari…"), self.toggle, BROWSE)
        self.chooser = Chooser(form.bench)
        self.chooser.hide()
        top = QHBoxLayout()
        top.setSpacing(px(8))
        top.addWidget(named)
        top.addWidget(Beside(form.bench.theme, named, self.browse))
        top.addStretch(1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(px(6))
        rows.addLayout(top)
        rows.addWidget(self.chooser)
        self.chooser.chosen.connect(self._take)
        self.chooser.left.connect(self._leave)

    def offer(self, on: bool) -> None:
        """Whether something is to be looked for at all."""
        self.browse.setVisible(on)
        if not on:
            self.chooser.stop()

    def toggle(self) -> None:
        if self.chooser.isVisible():
            self._leave()
        else:
            self._fit()
            self.chooser.look(self.line.path, self._endings())
            self._form.grew.emit(self)

    def _take(self, path: Path) -> None:
        self._leave()
        self.line.setText(str(path))

    def _leave(self) -> None:
        """Enter reads what stands in the field."""
        self.line.setFocus()
        self.chooser.stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_O
        if (event.modifiers(), event.key()) == opens and not self.browse.isHidden():
            self.toggle()
        elif event.key() == Qt.Key.Key_Escape and self.chooser.isVisible():
            self._leave()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        """As wide as the line with its button."""
        self.chooser.setMaximumWidth(self.browse.mapTo(self, self.browse.rect().topRight()).x() + 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another step is in front."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.chooser.stop()
