"""The recommended units as cards to choose from, each with its minutes and what its going costs."""

from __future__ import annotations

import time
from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen, QShortcut
from PySide6.QtWidgets import QAbstractButton, QWidget

from command_center.situation.advising.advice import Advice, Drive, Offer
from command_center.ui.detail import offer_words as words
from command_center.ui.detail.arrival_words import interval
from command_center.ui.detail.order_set import OrderSet
from command_center.ui.plain_label import PlainLabel
from command_center.ui.queue.words import plain_tip
from command_center.ui.theme import Theme

MOST_CARDS = 6

_PAD, _GAP, _HEIGHT, _RADIUS = 8, 6, 58, 6
_WIDEST = 240
"""What is longer is cut on the card: two stand side by side in the usual panel."""
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
        self._straight = False
        self.offer: Offer | None = None
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_offer(self, offer: Offer, marked: bool, straight: bool) -> None:
        """`straight`: all arrivals are by straight line."""
        self.offer, self._straight = offer, straight
        self.setChecked(marked)
        self.setAccessibleName(words.told_of(offer))
        self.setToolTip(plain_tip(words.why(offer)))
        self.setAccessibleDescription(words.why(offer))
        self.update()

    def nextCheckState(self) -> None:
        """The strip decides what is checked."""

    def sizeHint(self) -> QSize:
        px, offer = self._theme.px, self.offer
        if offer is None:
            return QSize(px(120), px(_HEIGHT))
        big, small = self._theme.font(13, bold=True), self._theme.font(11)
        measure = QFontMetrics(small).horizontalAdvance
        first = QFontMetrics(big).horizontalAdvance(words.headline(offer))
        first += px(6) + measure(interval(offer.drive))
        last = measure(words.price(offer)) + px(10) + measure(self._key)
        widest = max(first, measure(words.what_it_is(offer, self._straight)), last)
        return QSize(widest + 2 * px(_PAD) + 2, px(_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.offer is None:
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
        self._paint_lines(painter, self.offer, line)
        painter.end()
        self.painted.emit()

    def _paint_lines(self, painter: QPainter, offer: Offer, line: QRect) -> None:
        theme, px = self._theme, self._theme.px
        doubtful = words.is_stale(offer)
        painter.setFont(theme.font(13, bold=True))
        painter.setPen(theme.color("warn" if doubtful else "text"))
        head = words.headline(offer)
        painter.drawText(line, _LEFT, head)
        after = painter.fontMetrics().horizontalAdvance(head) + px(6)
        painter.setFont(theme.font(11))
        painter.setPen(theme.color("text3"))
        painter.drawText(line.adjusted(after, px(1), 0, px(1)), _LEFT, interval(offer.drive))
        pulled = offer.card.knock_on is not None
        painter.setPen(theme.color("warn" if doubtful or pulled else "text2"))
        middle = words.what_it_is(offer, self._straight)
        self._paint_text(painter, line.translated(0, px(17)), middle)
        last = line.translated(0, px(32))
        painter.setPen(theme.color("text3"))
        painter.drawText(last, _RIGHT, self._key)
        painter.setPen(theme.color("warn" if words.is_dear(offer) else "text2"))
        room = last.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(self._key) - px(6), 0)
        self._paint_text(painter, room, words.price(offer))

    def _paint_text(self, painter: QPainter, box: QRect, text: str) -> None:
        """On one line, cut where the card ends: the whole of it stands in why."""
        kept = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _LEFT, kept)


class CardStrip(QWidget):
    """Cards in as many columns as fit, and on demand below them why. `marked` follows every change
    of what an order means."""

    marked = Signal()

    def __init__(self, theme: Theme, order_set: OrderSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._set = order_set
        self._cards = [self._make(place) for place in range(MOST_CARDS)]
        self.why = PlainLabel(theme, "text2", 11, parent=self)
        self.why.setWordWrap(True)
        self.why.hide()
        self._offers: tuple[Offer, ...] = ()
        self._straight, self._by = False, ""

    def _make(self, place: int) -> UnitCard:
        card = UnitCard(self._theme, place, self)
        card.hide()
        card.painted.connect(lambda: self._set.painted(now_ms()))
        card.clicked.connect(lambda: self._choose_card(card))
        shortcut = QShortcut(QKeySequence(card_key(place)), self)
        shortcut.activated.connect(lambda: self.choose(place))
        return card

    def show_advice(self, advice: Advice | None) -> None:
        """Take new advice; None: there is none."""
        offers = advice.offers if advice is not None else ()
        self._offers = offers
        self._straight = advice is not None and bool(advice.why_straight)
        self._by = words.by_which_cards(advice) if advice is not None else ""
        outside = {one.unit_id for one in offers if one.card.asked and not one.fills}
        self._set.offer(tuple(offer.unit_id for offer in offers), outside)
        for place, widget in enumerate(self._cards):
            if place < len(offers):
                widget.offer = offers[place]
            widget.setVisible(place < len(offers))
        self._mark()
        self.arrange()

    @property
    def shown(self) -> list[UnitCard]:
        """The cards on the screen."""
        return self._cards[: len(self._offers)]

    @property
    def drives(self) -> Mapping[str, Drive]:
        """The arrivals on the screen, by unit."""
        return {offer.unit_id: offer.drive for offer in self._offers}

    def choose(self, place: int) -> None:
        """By key: the card that was seen at this place."""
        self._set.toggle(place, now_ms())
        self._mark()

    def unchoose(self) -> None:
        """After an order: the first card is marked again."""
        self._set.unchoose()
        self._mark()

    def _choose_card(self, card: UnitCard) -> None:
        if card.offer is not None:
            self._set.toggle_unit(card.offer.unit_id)
            self._mark()

    def explain(self) -> None:
        """Say below the cards why the marked ones are there; once more: no longer."""
        self.why.setVisible(self.why.isHidden())
        self._explain()
        self.arrange()

    def _explain(self) -> None:
        marked = self._set.marked
        said = [words.why(offer) for offer in self._offers if offer.unit_id in marked]
        self.why.show_text("\n".join([*said, self._by] if said and self._by else said))

    def relabel(self) -> None:
        """After another language."""
        self._mark()
        self.arrange()

    def _mark(self) -> None:
        marked = self._set.marked
        for widget in self.shown:
            if widget.offer is not None:
                widget.show_offer(widget.offer, widget.offer.unit_id in marked, self._straight)
        if not self.why.isHidden():
            self._explain()
            self.arrange()
        self.marked.emit()

    def arrange(self) -> None:
        """Lay the cards out for the width there is; fixes this widget's height."""
        px, shown = self._theme.px, self.shown
        widest = max((min(card.sizeHint().width(), px(_WIDEST)) for card in shown), default=1)
        columns = max(1, min((self.width() + px(_GAP)) // (widest + px(_GAP)), 3))
        wide = (self.width() - (columns - 1) * px(_GAP)) // columns
        for place, card in enumerate(shown):
            row, column = divmod(place, columns)
            x, y = column * (wide + px(_GAP)), row * (px(_HEIGHT) + px(_GAP))
            card.setGeometry(x, y, wide, px(_HEIGHT))
        rows = -(-len(shown) // columns)
        height = max(0, rows * (px(_HEIGHT) + px(_GAP)) - px(_GAP))
        if not self.why.isHidden() and self.why.text():
            tall = self.why.heightForWidth(self.width())
            self.why.setGeometry(0, height + px(_GAP), self.width(), tall)
            height += px(_GAP) + tall
        if height != self.height():
            self.setFixedHeight(height)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.arrange()
        return super().event(event)
