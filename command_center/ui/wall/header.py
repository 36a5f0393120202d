"""The line over the wall: what is live, the pages, the common layouts, and the way to the rest."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from command_center.ui.actions.buttons import KeyButton, action_button
from command_center.ui.actions.table import ACTIONS
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat
from command_center.ui.wall import shapes, words
from command_center.ui.wall.menu import shapes_key
from command_center.ui.wall.tour import Tour
from command_center.ui.wall.tour_words import tour_text, tour_tip

translate = QCoreApplication.translate
_TABS = ("2x2", "3x3", "4x4", "6x6")
_SPARED = ("2x2", "6x6")  # in the menu and on their keys where a third line would cost tiles
_ROOMY = 720


class WallHeader(QWidget):
    """Says what the panel tells it; asks by signals."""

    turned = Signal()
    shaped = Signal(str)
    arranging = Signal()
    touring = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow = FlowLayout(self)
        self._title = PlainLabel(seat.theme, "text", 13, bold=True)
        self._summary = PlainLabel(seat.theme, "text2", 13, tabular=True)
        self.turner = KeyButton(seat, "", ACTIONS["wall.page"].key)
        self.tabs = {name: QPushButton(shapes.label(name)) for name in _TABS}
        self.arrange = KeyButton(seat, "", ACTIONS["wall.menu"].key)
        self.tour = KeyButton(seat, "", ACTIONS["wall.tour"].key)
        self._place()
        self.turner.clicked.connect(self.turned)
        self.arrange.clicked.connect(self.arranging)
        self.tour.clicked.connect(self.touring)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self._retranslate()

    def _place(self) -> None:
        for name, button in self.tabs.items():
            button.setCheckable(True)
            button.setProperty("kind", "tab")
            button.setToolTip(shapes_key(name))
            button.setAccessibleName(f"CCTV {shapes.label(name)}")
            button.clicked.connect(lambda _=False, name=name: self.shaped.emit(name))
        kept = (action_button(self._seat, id) for id in ("incident.snapshot", "wall.record"))
        widgets = (*self.tabs.values(), self.turner, self.arrange, self.tour, *kept)
        for widget in (self._title, self._summary, *widgets):
            self._flow.addWidget(widget)
        self._flow.together = True
        self._spare()

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._flow.setContentsMargins(px(12), px(7), px(8), px(7))
        self._flow.setSpacing(px(4))
        self._title.setContentsMargins(0, 0, px(6), 0)
        self._summary.setMinimumWidth(0)

    def _spare(self) -> None:
        roomy = self.width() >= self._seat.theme.px(_ROOMY)
        for name in _SPARED:
            self.tabs[name].setVisible(roomy)
        self._flow.push = self.tabs["2x2" if roomy else "3x3"]
        self._flow.invalidate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._spare()
        super().resizeEvent(event)

    # --- what it says --------------------------------------------------------------------------

    def say(self, summary: str) -> None:
        """The line keeps room for the longest it may say: a counting second moves no tile."""
        self._summary.show_text(summary)
        if not self._summary.minimumWidth():
            metrics = self._summary.fontMetrics()
            longest = (
                metrics.horizontalAdvance(words.longest_summary()) + metrics.averageCharWidth()
            )
            self._summary.setMinimumWidth(longest)

    def summary(self) -> str:
        return self._summary.text()

    def show_place(self, shape: str, page: int, pages: int, view: str) -> None:
        """Which layout stands, which of its pages, and which named view it is."""
        for name, button in self.tabs.items():
            button.setChecked(name == shape)
        self.turner.relabel(words.page(page, pages))
        self.turner.setVisible(pages > 1)
        title = translate("Wall", "CCTV DISKOMINFO")
        self._title.show_text(f"{title} · {view}" if view else title)

    def show_tour(self, tour: Tour) -> None:
        self.tour.setCheckable(True)
        self.tour.setChecked(tour.running)
        self.tour.setToolTip(tour_tip(tour.running, tour.hold, tour.interval_s))
        self.tour.relabel(tour_text(tour.running, tour.hold, tour.left_s))

    def _retranslate(self) -> None:
        self._summary.setMinimumWidth(0)
        self.arrange.relabel(ACTIONS["wall.menu"].label)
        self.tour.relabel(ACTIONS["wall.tour"].label)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
