"""The plugs of an exercise as a row of buttons: pressed in means pulled."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from command_center.domain.errors import OperatorError
from command_center.exercise.plugs import Plug, PlugKind, Plugs
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
NARROWEST = 270
"""Pixels at 100 %: no column is narrower."""


def plug_text(plug: Plug) -> str:
    if plug.kind is PlugKind.DATABASE:
        return translate("Exercise", "basis data")
    if plug.kind is PlugKind.CAMERAS:
        return translate("Exercise", "kamera")
    return plug.label


class PlugsPanel(QFrame):
    """Pulling and putting back happen on the I/O pool; a button shows what has been done."""

    def __init__(self, seat: Seat, plugs: Plugs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._seat = seat
        self._plugs = plugs
        self.title = PlainLabel(seat.theme, "text2", 11, bold=True)
        self.title.setWordWrap(True)
        self.buttons = {plug.name: self._button(plug) for plug in plugs.all()}
        self._row = QWidget()
        self._flow = FlowLayout(self._row, seat.theme.px(4))
        for button in self.buttons.values():
            self._flow.addWidget(button)
        self._fit = QTimer(self, singleShot=True, interval=0)
        self._fit.timeout.connect(self._keep_in_sight)
        self._rows = QVBoxLayout(self)
        first = QHBoxLayout()
        first.addWidget(self.title)
        self._rows.addLayout(first)
        self._rows.addWidget(self._row)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def _button(self, plug: Plug) -> QToolButton:
        button = QToolButton()
        button.setObjectName("small")
        button.setCheckable(True)
        button.setChecked(self._plugs.is_pulled(plug.name))
        button.clicked.connect(lambda pulled: self._turn(plug, pulled))
        return button

    def _turn(self, plug: Plug, pulled: bool) -> None:
        self.buttons[plug.name].setEnabled(False)
        work = self._plugs.pull if pulled else self._plugs.put_back
        self._seat.tasks.run(
            partial(work, plug.name),
            lambda _: self._show(plug),
            partial(self._failed, plug),
        )

    def _failed(self, plug: Plug, error: OperatorError) -> None:
        self._show(plug)
        self._seat.notices.failed(error)

    def _show(self, plug: Plug) -> None:
        button, pulled = self.buttons[plug.name], self._plugs.is_pulled(plug.name)
        state = (
            translate("Exercise", "%1: tercabut")
            if pulled
            else translate("Exercise", "%1: terpasang")
        )
        button.setEnabled(True)
        button.setChecked(pulled)
        button.setText(("× " if pulled else "") + plug_text(plug))
        button.setAccessibleName(state.replace("%1", plug_text(plug)))
        button.setToolTip(button.accessibleName())
        self._fit.start()

    def _keep_in_sight(self) -> None:
        """Every plug, however few pixels the panels around leave. While panels are arranged this
        one is narrow for a moment: a tall guess would push the others aside for good."""
        margins = self._rows.contentsMargins()
        width = max(self.width(), self._seat.theme.px(NARROWEST))
        inside = width - margins.left() - margins.right()
        self._row.setMinimumHeight(self._flow.heightForWidth(inside))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit.start()

    # --- appearance ----------------------------------------------------------------------------

    def _restyle(self) -> None:
        theme = self._seat.theme
        self._rows.setContentsMargins(theme.px(12), theme.px(4), theme.px(8), theme.px(8))
        self._rows.setSpacing(theme.px(4))
        for button in self.buttons.values():
            button.setFont(theme.font(11))
        self._fit.start()

    def _retranslate(self) -> None:
        self.title.show_text(translate("Exercise", "Cabut, lihat akibatnya, pasang lagi"))
        for plug in self._plugs.all():
            self._show(plug)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
