"""The one window, with the guided page where the board will be."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QMainWindow

from command_center.ui.first_run.form import Bench
from command_center.ui.first_run.page import FirstRunPage
from command_center.ui.first_run.setup import Standing

translate = QCoreApplication.translate
SMALLEST = (760, 520)


class FirstRunWindow(QMainWindow):
    def __init__(self, bench: Bench, standing: Standing) -> None:
        super().__init__()
        self.setMinimumSize(*SMALLEST)
        self.page = FirstRunPage(bench, standing)
        self.setCentralWidget(self.page)
        self._retitle()

    def _retitle(self) -> None:
        self.setWindowTitle(translate("Window", "Pusat Komando"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retitle()
        super().changeEvent(event)
