"""What is known of the marked place: how it is judged and why, what was said, whom to call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

SHOWN_MS = 60_000
"""A note that was opened is covered again after this."""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines under a small heading; `ink` of the lines."""

    heading: str
    text: str
    ink: str = "text"


class PlaceCard(QScrollArea):
    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QFrame()
        inside.setObjectName("raised")
        self._rows = QVBoxLayout(inside)
        self.setWidget(inside)
        self.title = self._label("text", 13, bold=True)
        self.parts: list[tuple[PlainLabel, PlainLabel]] = []
        self.opened = self._label("warn", 13)
        self.opened.hide()
        self._rows.addStretch(1)
        self._cover_soon = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._cover_soon.timeout.connect(self.cover)
        self._shown: tuple[str, tuple[Part, ...]] | None = None
        seat.theme.changed.connect(self._restyle)
        seat.person.changed.connect(self.cover)
        self._restyle()

    def show_parts(self, title: str, parts: Sequence[Part]) -> None:
        """Those with text. What was opened of another place is covered."""
        shown = title, tuple(part for part in parts if part.text)
        if shown == self._shown:
            return
        if self._shown is not None and self._shown[0] != title:
            self.cover()
        self._shown = shown
        self.title.show_text(title)
        while len(self.parts) < len(shown[1]):
            self.parts.append(self._pair())
        for at, (heading, text) in enumerate(self.parts):
            part = shown[1][at] if at < len(shown[1]) else Part("", "")
            heading.show_text(part.heading)
            text.show_text(part.text)
            text.tint(part.ink)
            for label in (heading, text):
                label.setVisible(bool(part.text))
        self.setAccessibleName(title)

    def show_opened(self, text: str) -> None:
        """For a minute, on top of everything."""
        self.opened.show_text(text)
        self.opened.show()
        self._cover_soon.start()
        self.ensureWidgetVisible(self.opened)

    def cover(self) -> None:
        self._cover_soon.stop()
        self.opened.clear()
        self.opened.hide()

    def _pair(self) -> tuple[PlainLabel, PlainLabel]:
        at = self._rows.indexOf(self.opened) + 1 + 2 * len(self.parts)
        heading, text = PlainLabel(self._seat.theme, "text3", 11), self._made("text", 13)
        self._rows.insertWidget(at, heading)
        self._rows.insertWidget(at + 1, text)
        return heading, text

    def _label(self, ink: str, size_px: int, *, bold: bool = False) -> PlainLabel:
        label = self._made(ink, size_px, bold=bold)
        self._rows.addWidget(label)
        return label

    def _made(self, ink: str, size_px: int, *, bold: bool = False) -> PlainLabel:
        label = PlainLabel(self._seat.theme, ink, size_px, bold)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(px(12), px(6), px(12), px(6))
        self._rows.setSpacing(px(3))
