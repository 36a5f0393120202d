"""The selected incident as a panel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from command_center.commands.dispatch import ORDER_LENGTH
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident
from command_center.situation.advising.advice import Advice
from command_center.situation.situation import Touched
from command_center.ui.actions.incident import order
from command_center.ui.actions.levels import LEVEL_ACTION
from command_center.ui.actions.notes import HERE, PROCEDURE, STRIKE
from command_center.ui.actions.offline import report_order
from command_center.ui.actions.orders import ADDRESS_ACTION
from command_center.ui.actions.reasons import REASONS
from command_center.ui.detail.advisor import Advisor
from command_center.ui.detail.asked import Asked
from command_center.ui.detail.asked_levels import AskedLevels
from command_center.ui.detail.asked_links import AskedLinks
from command_center.ui.detail.asked_orders import AskedOrders
from command_center.ui.detail.cards import now_ms
from command_center.ui.detail.frame import DetailFrame
from command_center.ui.detail.here import ask_which
from command_center.ui.detail.offer_words import over_the_cards
from command_center.ui.detail.order_box import COPY
from command_center.ui.detail.order_set import SEEN_MS
from command_center.ui.detail.order_words import OrderWords
from command_center.ui.detail.present import (
    ADDRESS,
    CLOSE,
    LEVEL,
    LINK,
    MERGE,
    NOTE,
    ORDER,
    PLAN,
    REPLY,
    TAKE_OVER,
    Present,
)
from command_center.ui.detail.promised import promised
from command_center.ui.detail.questions import NOTE_LENGTH, Answer
from command_center.ui.detail.reader import TimelineReader
from command_center.ui.detail.striking import Striking
from command_center.ui.detail.timeline_view import ShownLine
from command_center.ui.detail.words import fill, translate
from command_center.ui.drafts import texts_of
from command_center.ui.reassign.subject import PULL, subject_of
from command_center.ui.seat import Seat

REFRESH_S = 5.0
LEAST_MS = 1000.0
"""Advice is not worked out more often than this while other units come and go."""


class DetailPanel(DetailFrame):
    """Facts, timeline, nearest units, the order's words and what can be done."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(seat, parent)
        self._advised_at: datetime | None = None
        self._advised_for: str | None = None
        self._asked_ms = -LEAST_MS
        self._advice: Advice | None = None
        self._waiting: list[Advice | None] = []
        self._asked = Asked(seat, self.bar)
        links = AskedLinks(seat, self.bar)
        orders = AskedOrders(seat, self.bar)
        levels = AskedLevels(seat, self.bar)
        self._words = OrderWords(seat)
        self._present = Present(seat, self.shelf.present, self)
        self._questions: dict[str, tuple[str, Callable[[Incident], None]]] = {
            "incident.close": (CLOSE, self._asked.ending),
            "incident.note": (NOTE, self._asked.note),
            "incident.why": (NOTE, self._asked.why),
            "incident.merge": (MERGE, self._asked.target),
            "incident.parent": (MERGE, self._asked.parent),
            "incident.plan": (PLAN, links.plan),
            "incident.link": (LINK, links.link),
            "incident.unlink": (LINK, links.unlink),
            LEVEL_ACTION: (LEVEL, levels.level),
            "incident.takeover": (TAKE_OVER, self._asked.taking_over),
            "incident.reply": (REPLY, self._asked.reply),
            ADDRESS_ACTION: (ADDRESS, orders.address),
        }
        striking = Striking(seat, self.bar, self.lines, self._asked.stand)
        self._questions[STRIKE] = (NOTE, striking.ask)
        self._questions[HERE] = ("", partial(ask_which, seat, self.bar))
        self._questions[REASONS] = ("", lambda _: self.strip.explain())
        self._questions[PROCEDURE] = ("", lambda _: self.procedure.turn())
        self.lines.strike.connect(
            lambda id: striking.ask_note(self.incident, id) if self.incident else None
        )
        self._sending = {"incident.order": self.order, "incident.report": self.report}
        self._advisor = Advisor(seat, self)
        self._reader = TimelineReader(seat, self)
        self._connect()
        self._retranslate()
        self._select(seat.selection.incident_id)

    def _connect(self) -> None:
        seat = self._seat
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        seat.live.connected.connect(self._connected)
        seat.selection.incident_changed.connect(self._select)
        seat.asking.asked.connect(self._ask)
        seat.theme.changed.connect(self.restyle)
        self._advisor.advised.connect(self._advised)
        self._reader.ready.connect(self._read)
        self.strip.marked.connect(self._suggest_words)
        self.box.sent.connect(self.order)
        self.box.words.painted.connect(lambda: self.set.painted(now_ms()))
        self.bar.opened.connect(lambda: self.make_room(asking=True, ordering=False))
        self.bar.leaving.connect(self._make_room)
        for form in (self.referrals.form, self.hospitals.form):
            form.opened.connect(self._make_room)
            form.left.connect(self._make_room)
        self.bar.left.connect(self._take_waiting)
        self.bar.left.connect(self._present.leave_question)
        self.box.words.entered.connect(lambda: self._present.edit(ORDER))
        self.box.words.left.connect(lambda: self._present.leave(ORDER))

    @property
    def incident(self) -> Incident | None:
        id = self._seat.selection.incident_id
        return self._seat.situation.incident(id) if id else None

    # --- the room's signals --------------------------------------------------------------------

    def _select(self, id: str | None) -> None:
        with self.layouts.changing():
            self.bar.leave()
            self.set.clear()
            self._advice = None
            self._waiting = []
            self.strip.show_advice(None)
            self.lines.show_lines([])
            self._refresh(advice=True)

    def _changed(self, touched: Touched) -> None:
        incident = self.incident
        if incident is None:
            return
        family = {incident.id, *self._seat.situation.family(incident.id)}
        anew = touched.everything or touched.judged
        mine = anew or bool(family & touched.incidents)
        if mine:
            # what was decided of it says how much is wanted
            decided = bool(touched.units) or "handling" in touched.entities
            self._refresh(advice=decided or anew)
        elif touched.units and now_ms() - self._asked_ms >= LEAST_MS:
            self._ask_advice(incident)
        elif touched.units:
            self._advised_at = None

    def _connected(self, _: object) -> None:
        """Other things can be done out of the room's reach."""
        self._refresh(advice=False)

    def _ticked(self, now: datetime) -> None:
        """Units drive while nothing is logged."""
        incident, last = self.incident, self._advised_at
        self.unheard.show_incident(incident)
        if incident is not None and (last is None or (now - last).total_seconds() >= REFRESH_S):
            self._ask_advice(incident)

    def _refresh(self, *, advice: bool) -> None:
        incident = self.incident
        with self.layouts.changing():
            self._show(incident)
        if incident is not None and (advice or self._advised_for != incident.id):
            self._ask_advice(incident)

    def _show(self, incident: Incident | None) -> None:
        self.empty.setVisible(incident is None)
        self.scroller.setVisible(incident is not None)
        self.foot.setVisible(incident is not None)
        self._present.show_incident(incident)
        self.unheard.show_incident(incident)
        self.procedure.show_incident(incident)
        self.shelf.dispute.show_incident(incident)
        if incident is None:
            return
        self._asked.look(incident)
        self.heading.show_incident(incident)
        self.links.show_incident(incident)
        self.show_buttons(incident)
        if not self.bar.isVisible():
            self._make_room()
        self._reader.ask(incident.id)
        self._suggest_words()

    def _ask_advice(self, incident: Incident) -> None:
        self._asked_ms = now_ms()
        self._advised_at, self._advised_for = self._seat.live.now(), incident.id
        self._advisor.ask(incident.id, self.most_cards())

    def _read(self, id: str, lines: list[ShownLine]) -> None:
        if id == self._seat.selection.incident_id:
            self.lines.show_lines(lines)

    # --- advice --------------------------------------------------------------------------------

    def _advised(self, id: str, advice: Advice | None) -> None:
        if id != self._seat.selection.incident_id:
            return
        if self.bar.isVisible():
            self._waiting = [advice]
            return
        incident = self.incident
        open_now = incident is not None and incident.is_open
        self._advice = advice if open_now else None
        with self.layouts.changing():
            self.strip.show_advice(self._advice)
            self._say_near()

    def _take_waiting(self) -> None:
        """Advice that came while a question stood open."""
        waiting, self._waiting = self._waiting, []
        id = self._seat.selection.incident_id
        if waiting and id is not None:
            self._advised(id, waiting[0])

    def _make_room(self) -> None:
        """Nobody is sent to what is over, nor while it is being handed on or a hospital asked."""
        incident = self.incident
        form = not (self.referrals.form.isHidden() and self.hospitals.form.isHidden())
        ordering = incident is not None and incident.is_open and not form
        self.make_room(asking=form, ordering=ordering)

    def _say_near(self) -> None:
        incident = self.incident
        if self._advice is not None:
            text = over_the_cards(self._advice)
        elif incident is not None and incident.lat is None:
            text = translate("Detail", "Lokasi belum diketahui: seret unit dari papan ke kejadian")
        else:
            text = ""
        self.near.setText(text)

    def _suggest_words(self) -> None:
        incident = self.incident
        if incident is None:
            return
        units = [self._seat.situation.unit(id) for id in self.set.marked]
        signs = [unit.call_sign for unit in units if unit is not None]
        self.set.tell(self._words.facts(incident))
        self.box.follow(incident.id, self._words.line(incident, signs))

    # --- acting --------------------------------------------------------------------------------

    def _ask(self, action_id: str, subject_id: str | None) -> None:
        incident = self.incident
        if incident is None or subject_id != incident.id:
            return
        if action_id == COPY:
            self.box.copy()
        elif action_id in self._sending:
            self._unless_hidden(self._sending[action_id])
        elif action_id in self._questions:
            name, ask = self._questions[action_id]
            ask(incident)
            if name:
                self._present.edit(name)

    def _unless_hidden(self, send: Callable[[], None]) -> None:
        """Nobody is sent who is not on the screen: a question that hides the cards comes first."""
        if self.bar.isVisible() and self.strip.isHidden():
            self.bar.take_focus()
        else:
            send()

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

    def report(self) -> None:
        """The marked units were sent over the radio."""
        incident, units = self.incident, self.set.decide(now_ms()).units
        if incident is None:
            return
        if not units:
            self._seat.notices.failed(OperatorError("order_needs_units"))
            return
        report_order(self._seat, incident.id, units, self.box.text)
        self.strip.unchoose()
        self.box.reset()

    def _ask_again(self, incident: Incident, units: tuple[str, ...]) -> None:
        """Confirm exactly these units; a key that was already on its way does not count. What
        has changed once more meanwhile is asked about anew."""
        asked_at = now_ms()

        def confirm() -> None:
            if now_ms() - asked_at < SEEN_MS:
                return
            decision, now = self.set.decide(now_ms()), self.incident
            if now is None or not decision.units:
                self.bar.leave()
            elif decision.ask or set(decision.units) != set(units):
                self._ask_again(now, decision.units)
            else:
                self._send(now, units)

        rows = [self._seat.situation.unit(id) for id in units]
        names = ", ".join(unit.call_sign for unit in rows if unit is not None)
        title = fill(translate("Detail", "Saran baru saja berubah. Perintahkan %1?"), names)
        yes = Answer(translate("Detail", "Perintahkan"), "Return", confirm)
        self.bar.ask(title, [yes])
        self.make_room(asking=True, ordering=True)

    def _send(self, incident: Incident, units: tuple[str, ...]) -> None:
        """To where it was painted to be: `incident` is as it was when the key was pressed. Nobody
        is taken from a job before its price was on the screen."""
        told, text = promised(self.strip.drives, units), self.box.text
        if self.bar.isVisible():
            self.bar.leave()  # advice that has waited takes the place of what is sent here
        if any(self._seat.situation.active_assignment(id) for id in units):
            self._seat.asking.ask(PULL, subject_of(incident.id, units))
            return
        order(self._seat, incident.id, units, text, address=incident.address, promised=told)
        self.strip.unchoose()
        self.box.reset()

    # --- what was not sent ---------------------------------------------------------------------

    def unsent(self) -> dict[str, Any]:
        replies = {id: text for id, text in self._asked.replies.items() if text.strip()}
        kept = {"orders": self.box.unsent(), "notes": self._asked.unsent(), "replies": replies}
        return {what: texts for what, texts in kept.items() if texts}

    def put_back(self, kept: dict[str, Any]) -> None:
        self.box.put_back(texts_of(kept.get("orders"), ORDER_LENGTH))
        self._asked.put_back(texts_of(kept.get("notes"), NOTE_LENGTH))
        self._asked.replies = texts_of(kept.get("replies"), NOTE_LENGTH)

    def forget_unsent(self) -> None:
        if self.bar.isVisible():
            self.bar.leave()
        self.put_back({})

    # --- appearance ----------------------------------------------------------------------------

    def _retranslate(self) -> None:
        self.relabel()
        self.restyle()
        self._refresh(advice=False)
        self._say_near()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
