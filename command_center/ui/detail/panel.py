"""The selected incident as a panel."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident
from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import action_button
from command_center.ui.actions.incident import order
from command_center.ui.detail.advisor import Advisor
from command_center.ui.detail.asked import Asked
from command_center.ui.detail.cards import CardStrip, now_ms
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.heading import Heading
from command_center.ui.detail.nearest import MOST_CARDS, Card
from command_center.ui.detail.order_box import OrderBox
from command_center.ui.detail.order_set import SEEN_MS, OrderSet
from command_center.ui.detail.questions import Answer, QuestionBar
from command_center.ui.detail.reader import TimelineReader
from command_center.ui.detail.timeline_view import ShownLine, TimelineView
from command_center.ui.detail.words import fill, order_text, translate
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

BUTTONS = ("take", "verify", "merge", "unmerge", "note", "snapshot", "close", "reopen")
REFRESH_S = 5.0
LEAST_MS = 1000.0
"""Advice is not worked out more often than this while other units come and go."""
ROOMY_PX = 470


class DetailPanel(QFrame):
    """Facts, timeline, nearest units, the order's words and what can be done."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._advised_at: datetime | None = None
        self._advised_for: str | None = None
        self._asked_ms = -LEAST_MS
        self._waiting: list[Card] | None = None
        self.set = OrderSet()
        self.heading = Heading(seat, self)
        self.lines = TimelineView(seat.theme, self)
        self.near = PlainLabel(seat.theme, "text3", 11, parent=self)
        self.strip = CardStrip(seat.theme, self.set, self)
        self.box = OrderBox(seat, self)
        self.bar = QuestionBar(seat, self)
        self._asked = Asked(seat, self.bar)
        self._buttons = QWidget(self)
        self.empty = PlainLabel(seat.theme, "text3", parent=self)
        self._advisor = Advisor(seat, self)
        self._reader = TimelineReader(seat, self)
        self._compose()
        self._connect()
        self._retranslate()
        self._select(seat.selection.incident_id)

    def _compose(self) -> None:
        seat = self._seat
        self.body = QWidget(self)
        inside = QVBoxLayout(self.body)
        for part in (self.heading, self.lines, self.near, self.strip, self.box, self.bar):
            inside.addWidget(part)
        flow = FlowLayout(self._buttons)
        primary = action_button(seat, "incident.order", primary=True, parent=self._buttons)
        flow.addWidget(primary)
        self._actions = {
            name: action_button(seat, f"incident.{name}", parent=self._buttons) for name in BUTTONS
        }
        for button in self._actions.values():
            flow.addWidget(button)
        inside.addWidget(self._buttons)
        inside.setStretch(1, 1)
        for label in (self.near, self.empty):
            label.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.scroller = QScrollArea(self)
        self.scroller.setWidget(self.body)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFrameShape(QFrame.Shape.NoFrame)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroller.viewport().setAutoFillBackground(False)
        self.body.setAutoFillBackground(False)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(1, 1, 1, 1)
        outside.addWidget(self.empty)
        outside.addWidget(self.scroller)

    def _connect(self) -> None:
        seat = self._seat
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        seat.selection.incident_changed.connect(self._select)
        seat.asking.asked.connect(self._ask)
        seat.theme.changed.connect(self._restyle)
        self._advisor.advised.connect(self._advised)
        self._reader.ready.connect(self._read)
        self.strip.marked.connect(self._suggest_words)
        self.box.sent.connect(self.order)
        self.bar.opened.connect(self._make_room)
        self.bar.left.connect(self._take_waiting)

    @property
    def incident(self) -> Incident | None:
        id = self._seat.selection.incident_id
        return self._seat.situation.incident(id) if id else None

    # --- the room's signals --------------------------------------------------------------------

    def _select(self, id: str | None) -> None:
        self.bar.leave()
        self.set.clear()
        self.strip.show_cards([])
        self.lines.show_lines([])
        self._refresh(advice=True)

    def _changed(self, touched: Touched) -> None:
        incident = self.incident
        if incident is None:
            return
        family = {incident.id, *self._seat.situation.family(incident.id)}
        mine = touched.everything or bool(family & touched.incidents)
        if mine:
            self._refresh(advice=bool(touched.units) or touched.everything)
        elif touched.units and now_ms() - self._asked_ms >= LEAST_MS:
            self._ask_advice(incident)
        elif touched.units:
            self._advised_at = None

    def _ticked(self, now: datetime) -> None:
        """Units drive while nothing is logged."""
        incident, last = self.incident, self._advised_at
        if incident is not None and (last is None or (now - last).total_seconds() >= REFRESH_S):
            self._ask_advice(incident)

    def _refresh(self, *, advice: bool) -> None:
        incident = self.incident
        self.empty.setVisible(incident is None)
        self.scroller.setVisible(incident is not None)
        if incident is None:
            return
        self.heading.show_incident(incident)
        merged = bool(self._seat.situation.merged_into(incident.id)) or bool(incident.merged_into)
        self._actions["unmerge"].setVisible(merged)
        self._actions["close"].setVisible(incident.is_open)
        self._actions["reopen"].setVisible(not incident.is_open)
        self._reader.ask(incident.id)
        self._suggest_words()
        if advice or self._advised_for != incident.id:
            self._ask_advice(incident)

    def _ask_advice(self, incident: Incident) -> None:
        self._asked_ms = now_ms()
        self._advised_at, self._advised_for = self._seat.live.now(), incident.id
        roomy = self.height() >= self._seat.theme.px(ROOMY_PX)
        self._advisor.ask(incident.id, MOST_CARDS if roomy else MOST_CARDS // 2)

    def _read(self, id: str, lines: list[ShownLine]) -> None:
        if id == self._seat.selection.incident_id:
            self.lines.show_lines(lines)

    # --- advice --------------------------------------------------------------------------------

    def _advised(self, id: str, cards: list[Card]) -> None:
        if id != self._seat.selection.incident_id:
            return
        if self.bar.isVisible():
            self._waiting = cards
            return
        incident = self.incident
        open_now = incident is not None and incident.is_open
        self.strip.show_cards(cards if open_now else [])
        self._say_near()

    def _make_room(self) -> None:
        """A question takes the place of the buttons."""
        self._buttons.hide()
        if (layout := self.body.layout()) is not None:
            layout.activate()
        self.scroller.ensureWidgetVisible(self.bar)

    def _take_waiting(self) -> None:
        """The buttons are back, and so is advice that came while a question stood open."""
        self._buttons.show()
        cards, self._waiting = self._waiting, None
        id = self._seat.selection.incident_id
        if cards is not None and id is not None:
            self._advised(id, cards)

    def _say_near(self) -> None:
        incident = self.incident
        if self.set.cards:
            text = translate("Detail", "Unit siap terdekat, waktu perkiraan garis lurus")
        elif incident is not None and incident.lat is None:
            text = translate("Detail", "Lokasi belum diketahui: seret unit dari papan ke kejadian")
        else:
            text = translate("Detail", "Tidak ada unit siap")
        self.near.setText(text)

    def _suggest_words(self) -> None:
        incident = self.incident
        if incident is None:
            return
        units = [self._seat.situation.unit(id) for id in self.set.marked]
        signs = [unit.call_sign for unit in units if unit is not None]
        self.box.follow(incident.id, order_text(incident, signs))

    # --- acting --------------------------------------------------------------------------------

    def _ask(self, action_id: str, subject_id: str | None) -> None:
        incident = self.incident
        if incident is None or subject_id != incident.id:
            return
        if action_id == "incident.order":
            self.order()
        elif action_id == "incident.close":
            self._asked.ending(incident)
        elif action_id == "incident.note":
            self._asked.note(incident)
        elif action_id == "incident.merge":
            self._asked.target(incident)

    def order(self) -> None:
        """Order the marked units; if advice changed them under the key, ask first."""
        incident = self.incident
        decision = self.set.decide(now_ms())
        if incident is None:
            return
        if not decision.units:
            self._seat.notices.failed(OperatorError("order_needs_units"))
        elif decision.ask:
            self._ask_again(incident, decision.units)
        else:
            self._send(incident, decision.units)

    def _ask_again(self, incident: Incident, units: tuple[str, ...]) -> None:
        """Confirm exactly these units; a key that was already on its way does not count."""
        asked_at = now_ms()

        def confirm() -> None:
            if now_ms() - asked_at >= SEEN_MS:
                self.bar.leave()
                self._send(incident, units)

        rows = [self._seat.situation.unit(id) for id in units]
        names = ", ".join(unit.call_sign for unit in rows if unit is not None)
        title = fill(translate("Detail", "Saran baru saja berubah. Perintahkan %1?"), names)
        yes = Answer(translate("Detail", "Perintahkan"), "Return", confirm)
        self.bar.ask(title, [yes])

    def _send(self, incident: Incident, units: tuple[str, ...]) -> None:
        order(self._seat, incident.id, units, self.box.text)
        self.set.unchoose()
        self.box.reset()

    # --- appearance ----------------------------------------------------------------------------

    def _restyle(self) -> None:
        theme = self._seat.theme
        px = theme.px
        layout = self.body.layout()
        if layout is not None:
            layout.setContentsMargins(px(14), px(8), px(14), px(10))
            layout.setSpacing(px(6))
        buttons = self._buttons.layout()
        if buttons is not None:
            buttons.setSpacing(px(5))
        self.lines.setMinimumHeight(px(72))
        self.lines.scheduleDelayedItemsLayout()
        self.box.restyle()
        self.strip.arrange()

    def _retranslate(self) -> None:
        self.bar.leave()
        self.heading.forget()
        self.strip.relabel()
        self.setAccessibleName(translate("Detail", "Rincian kejadian"))
        self.lines.setAccessibleName(translate("Detail", "Lini masa"))
        self.empty.setText(translate("Detail", "Pilih kejadian di antrean"))
        self._restyle()
        self._refresh(advice=False)
        self._say_near()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
