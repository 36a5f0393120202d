"""The recommended units as cards to choose from, each with its minutes and what its going costs."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from command_center.ui.detail.nearest import MOST_CARDS, Card
from command_center.ui.detail.order_set import OrderSet
from command_center.ui.detail.words import fill, translate
from command_center.ui.format import age, count
from command_center.ui.theme import Theme

_PAD, _GAP, _HEIGHT, _RADIUS = 8, 6, 58, 6
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def now_ms() -> float:
    return time.monotonic() * 1000


def card_key(place: int) -> str:
    return f"Ctrl+{place + 1}"


class UnitCard(QAbstractButton):
    """Checked: an order would go to it."""

    painted = Signal()

    def __init__(self, theme: Theme, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._key = card_key(place)
        self.card: Card | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_card(self, card: Card, marked: bool) -> None:
        self.card = card
        self.setChecked(marked)
        self.setAccessibleName(f"{self._headline()}, {self._crew()}, {self._cost()}")
        self.update()

    def nextCheckState(self) -> None:
        """The strip decides what is checked."""

    def _headline(self) -> str:
        assert self.card is not None
        return f"{self.card.call_sign} · {age(self.card.minutes * 60)}"

    def _crew(self) -> str:
        assert self.card is not None
        people = fill(translate("Detail", "%1 org"), count(self.card.crew))
        return fill(translate("Detail", "%1 · diminta"), people) if self.card.asked else people

    def _cost(self) -> str:
        assert self.card is not None
        ready = self.card.ready
        return f"{self.card.area} {ready}→{max(0, ready - 1)}" if self.card.area else ""

    def sizeHint(self) -> QSize:
        px = self._theme.px
        if self.card is None:
            return QSize(px(120), px(_HEIGHT))
        big, small = self._theme.font(13, bold=True), self._theme.font(11)
        measure = QFontMetrics(small).horizontalAdvance
        cost = measure(self._cost()) + px(10) + measure(self._key)
        widest = max(
            QFontMetrics(big).horizontalAdvance(self._headline()), measure(self._crew()), cost
        )
        return QSize(widest + 2 * px(_PAD) + 2, px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.card is None:
            return
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = "accent" if self.isChecked() or self.hasFocus() else "line"
        painter.setPen(QPen(theme.color(edge), 2.0 if self.hasFocus() else 1.0))
        painter.setBrush(theme.color("selected" if self.isChecked() else "raised"))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, px(_RADIUS), px(_RADIUS))
        line = QRect(px(_PAD), px(4), self.width() - 2 * px(_PAD), px(18))
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.color("text"))
        painter.drawText(line, _LEFT, self._headline())
        painter.setFont(theme.font(11))
        painter.setPen(theme.color("text2"))
        painter.drawText(line.translated(0, px(17)), _LEFT, self._crew())
        last = line.translated(0, px(32))
        painter.setPen(theme.color("text3"))
        painter.drawText(last, _RIGHT, self._key)
        painter.setPen(theme.color("warn" if self.card.ready <= 1 else "text2"))
        painter.drawText(last, _LEFT, self._cost())
        painter.end()
        self.painted.emit()


class CardStrip(QWidget):
    """Cards in as many columns as fit. `marked` follows every change of what an order means."""

    marked = Signal()

    def __init__(self, theme: Theme, order_set: OrderSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._set = order_set
        self._cards = [self._make(place) for place in range(MOST_CARDS)]
        self._count = 0

    def _make(self, place: int) -> UnitCard:
        card = UnitCard(self._theme, place, self)
        card.hide()
        card.painted.connect(lambda: self._set.painted(now_ms()))
        card.clicked.connect(lambda: self._choose_card(card))
        shortcut = QShortcut(QKeySequence(card_key(place)), self)
        shortcut.activated.connect(lambda: self.choose(place))
        return card

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Take new advice."""
        self._count = len(cards)
        self._set.offer(tuple(card.unit_id for card in cards))
        for place, widget in enumerate(self._cards):
            if place < len(cards):
                widget.card = cards[place]
            widget.setVisible(place < len(cards))
        self._mark()
        self.arrange()

    @property
    def shown(self) -> list[UnitCard]:
        """The cards on the screen."""
        return self._cards[: self._count]

    def choose(self, place: int) -> None:
        """By key: the card that was seen at this place."""
        self._set.toggle(place, now_ms())
        self._mark()

    def _choose_card(self, card: UnitCard) -> None:
        if card.card is not None:
            self._set.toggle_unit(card.card.unit_id)
            self._mark()

    def relabel(self) -> None:
        """After another language."""
        self._mark()
        self.arrange()

    def _mark(self) -> None:
        marked = self._set.marked
        for widget in self.shown:
            if widget.card is not None:
                widget.show_card(widget.card, widget.card.unit_id in marked)
        self.marked.emit()

    def arrange(self) -> None:
        """Lay the cards out for the width there is; fixes this widget's height."""
        px = self._theme.px
        shown = self.shown
        widest = max((card.sizeHint().width() for card in shown), default=1)
        columns = max(1, min((self.width() + px(_GAP)) // (widest + px(_GAP)), 3))
        wide = (self.width() - (columns - 1) * px(_GAP)) // columns
        for place, card in enumerate(shown):
            row, column = divmod(place, columns)
            x, y = column * (wide + px(_GAP)), row * (px(_HEIGHT) + px(_GAP))
            card.setGeometry(x, y, wide, px(_HEIGHT))
        rows = -(-self._count // columns)
        height = max(0, rows * (px(_HEIGHT) + px(_GAP)) - px(_GAP))
        if height != self.height():
            self.setFixedHeight(height)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.arrange()
        return super().event(event)
