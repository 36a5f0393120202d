"""A scope as a page: rows under headings that scroll, and what of them somebody looks for."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator
from typing import Protocol

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat


class Row(Protocol):
    def holds(self, words: list[str]) -> bool: ...

    def setVisible(self, visible: bool) -> None: ...

    def isHidden(self) -> bool: ...

    def retranslate(self) -> None: ...

    def entry(self) -> QWidget:
        """What the keyboard goes to."""


class Sections(QScrollArea):
    """A heading without a row in sight is not in sight either."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        body = QWidget()
        self._rows = QVBoxLayout(body)
        self._rows.setSpacing(0)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.addStretch(1)
        self._under: list[tuple[PlainLabel, Callable[[], str], list[Row]]] = []
        self.setWidget(body)
        for ground in (self.viewport(), body):  # the dock paints it
            ground.setAutoFillBackground(False)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def head(self, text: Callable[[], str]) -> None:
        """The rows that are added next stand under it."""
        label = PlainLabel(self._seat.theme, "text3", 11, bold=True)
        px = self._seat.theme.px
        label.setContentsMargins(px(12), px(10), px(12), px(2))
        label.show_text(text().upper())
        self._insert(label)
        self._under.append((label, text, []))

    def add(self, row: Row) -> None:
        assert isinstance(row, QWidget)
        self._under[-1][2].append(row)
        self._insert(row)

    def _insert(self, part: QWidget) -> None:
        self._rows.insertWidget(self._rows.count() - 1, part)

    def look_for(self, words: list[str]) -> int:
        """How many rows hold all the words."""
        count = 0
        for label, _, rows in self._under:
            found = [row.holds(words) for row in rows]
            for row, shown in zip(rows, found, strict=True):
                row.setVisible(shown)
            label.setVisible(any(found))
            count += sum(found)
        return count

    def enter(self) -> None:
        """With the keyboard to the first row in sight."""
        rows = (row for _, _, rows in self._under for row in rows)
        first = next((row for row in rows if not row.isHidden()), None)
        if first is not None:
            first.entry().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self) -> None:
        for label, text, rows in self._under:
            label.show_text(text().upper())
            for row in rows:
                row.retranslate()


class ScopePage(QFrame):
    """What of the settings belongs to one scope. Its rows are made heading by heading once somebody
    opens it, so that neither the window's start nor anybody waits for a hundred widgets."""

    built = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self.sections = Sections(seat)
        self.is_built = False
        self._parts = self.parts()

    def build(self) -> None:
        """From here on by itself; `built` when all of it is there."""
        try:
            next(self._parts)
        except StopIteration:
            self.is_built = True
            self.refresh()
            self.built.emit()
        else:
            QTimer.singleShot(0, self, self.build)

    @abstractmethod
    def parts(self) -> Iterator[None]:
        """Adds a heading with its rows at each step."""

    @abstractmethod
    def refresh(self) -> None:
        """Show how things stand."""

    @abstractmethod
    def retranslate(self) -> None:
        """Every word in the language of the screen."""
