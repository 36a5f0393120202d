"""The 110 form: opened by F3, filled by keyboard, saved by Ctrl+Enter, closed by Esc."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDockWidget,
    QWidget,
)

from command_center.advice.categories import categories
from command_center.commands.intake import TEXT_LENGTH
from command_center.commands.suggesting import SETTING, Where, ground_of, standing_of
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Priority, ReporterKind
from command_center.domain.partner import PhoneCall
from command_center.domain.place import LocatedBy, Place
from command_center.geo.local import CityFacts
from command_center.ports import Outcome
from command_center.situation.early import open_episodes
from command_center.ui.actions.calls import FORM
from command_center.ui.call.draft import NOWHERE, Begun, Draft, Scene, point_of
from command_center.ui.call.frame import ADDRESS_LENGTH, CallFrame
from command_center.ui.call.suggestions import Option
from command_center.ui.call.words import address_of, missing_text, translate
from command_center.ui.calls.false_before import FalseBefore
from command_center.ui.calls.words import call_line
from command_center.ui.detail.focus import FocusReturn
from command_center.ui.detail.names import category_label
from command_center.ui.detail.words import fill
from command_center.ui.format import number_sign, stopwatch
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence
from command_center.ui.triage_table.reasons import reasons_text

ACTION = "incident.call"


class CallForm(CallFrame):
    """Comes forward when asked for. Closing hides it, with its dock if it has one, and keeps what
    was typed."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(seat, parent)
        self.draft = Draft()
        self._facts = CityFacts(seat.city)
        self._since: datetime | None = None
        self._saving = False
        self._wants_focus = False
        self._focus = FocusReturn(self)
        self._false = FalseBefore(seat, self)
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        seat = self._seat
        seat.asking.asked.connect(self._asked)
        seat.live.ticked.connect(self._ticked)
        seat.theme.changed.connect(self.restyle)
        self._false.told.connect(self._show_false)
        self.category.chosen.connect(lambda code: self._set(category=code or ""))
        self.place.chosen.connect(self._place_chosen)
        self.place.field.textChanged.connect(lambda text: self._set(address=text.strip()))
        self.words.textChanged.connect(
            lambda: self._set(text=self.words.toPlainText()[:TEXT_LENGTH])
        )
        self.reporter.currentIndexChanged.connect(
            lambda _: self._set(reporter=self.reporter.currentData())
        )
        self.priority.given.connect(self._given)
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.leave)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            save = QShortcut(QKeySequence(keys), self)
            save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            save.activated.connect(self.save)

    # --- opening and closing -------------------------------------------------------------------

    def _asked(self, action_id: str, subject_id: object) -> None:
        if action_id == ACTION and isinstance(subject_id, Begun):
            self.begin(subject_id)
        elif action_id == ACTION:
            self.open()
        elif action_id == FORM and isinstance(subject_id, str):
            self.open_for(subject_id)

    def open(self) -> None:
        """Show the form as it was left; the clock of a new call starts now."""
        self._start_clock()
        self.prepare()
        self._focus.remember()
        self._wants_focus = True
        self.show()
        if self.isVisible():
            self._take_focus()

    def begin(self, begun: Begun) -> None:
        """With what was typed on the command line; never over what stands in the form already."""
        if not self.draft.blank:
            self._seat.notices.failed(OperatorError("call_form_busy"))
            self.open()
            return
        self.open()
        self._choose_category(begun.category)
        if begun.place is not None:
            self.place.choose(Option("", address_of(begun.place), begun.place))
        self.words.setPlainText(begun.text[:TEXT_LENGTH])
        if begun.category and self.isVisible():
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_category(self, code: str) -> None:
        category = categories().get(code)
        if category is not None:
            self.category.choose(Option("", category_label(category), code))

    def open_for(self, phone_call: str) -> None:
        """The form of a call of the exchange; words about another one are never given to it."""
        if not self.draft.blank and self.draft.phone_call != phone_call:
            self._seat.notices.failed(OperatorError("call_form_busy"))
        else:
            self.draft = replace(self.draft, phone_call=phone_call)
        self.open()
        self._show_call()

    def _show_call(self) -> None:
        """Which call of the exchange it is."""
        call: PhoneCall | None = self._seat.situation.get("phone_call", self.draft.phone_call)
        self.linked.setVisible(call is not None)
        if call is not None:
            self.linked.show_text(call_line(call, self._seat))
        self._false.look_at_call(call)
        self._show_false()

    def _show_false(self) -> None:
        """A fact about the caller; nothing in the form follows from it, and no field moves for
        it: a number of which nothing is known has its line, too."""
        call: PhoneCall | None = self._seat.situation.get("phone_call", self.draft.phone_call)
        text = self._false.text()
        none = translate("Call", "Tanpa laporan palsu dalam 90 hari")
        self.false.tint("warn" if text else "text3")
        self.false.show_text(text or none)
        self.false.setVisible(call is not None and bool(call.caller_ref))

    def _start_clock(self) -> None:
        if self._since is None:
            self._since = self._seat.live.now()
            self._ticked(self._since)

    def showEvent(self, event: QShowEvent) -> None:
        """Its dock may come forward only after it was asked."""
        super().showEvent(event)
        if self._wants_focus:
            self._take_focus()

    def _take_focus(self) -> None:
        self._wants_focus = False
        self.category.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Close; what was typed is still there the next time."""
        if self.draft.blank:
            self.draft = Draft()
            self._since = None
            self.clock.show_text("")
            self._show_call()
        self._focus.give_back()
        host: QWidget | None = self
        while host is not None and not isinstance(host, QDockWidget):
            host = host.parentWidget()
        (host or self).hide()

    def _ticked(self, now: datetime) -> None:
        if self._since is not None:
            self.clock.show_text(stopwatch((now - self._since).total_seconds()))

    # --- the draft -----------------------------------------------------------------------------

    def _set(self, **fields: object) -> None:
        drawn = replace(self.draft, **fields)  # type: ignore[arg-type]
        self.draft = replace(drawn, scene=self._scene(drawn))
        if self.draft != Draft():
            self._start_clock()
        self.error.show_text("")
        self._show_priority()

    def _scene(self, draft: Draft) -> Scene:
        """By the table the room has now, at the place that was chosen."""
        situation = self._seat.situation
        table = standing_of(situation.get("room_setting", SETTING)).table
        point = point_of(draft.place, self._seat.city)
        where = NOWHERE
        if point is not None:
            hit = self._seat.city.area_at(point.lat, point.lon)
            code = hit.code if hit is not None else None
            where = Where(point.lat, point.lon, LocatedBy.TYPED, area_code=code)
        call: PhoneCall | None = situation.get("phone_call", draft.phone_call)
        anonymous = draft.reporter is ReporterKind.ANONYMOUS
        return Scene(
            ground=ground_of(table, self._facts, situation.operations, open_episodes(situation)),
            at=self._since or self._seat.live.now(),
            caller_ref=call.caller_ref if call is not None and not anonymous else "",
            where=where,
        )

    def _place_chosen(self, place: Place | None) -> None:
        self._set(place=place)

    def _given(self, priority: Priority | None) -> None:
        """Choosing the suggestion itself is a choice too; None is the suggestion again."""
        self._set(given=priority)

    def _show_priority(self) -> None:
        draft = self.draft
        suggestion = draft.suggestion
        self.priority.mark(draft.shown)
        text = translate("Call", "Saran %1: %2")
        if draft.given is not None and draft.given is not suggestion.priority:
            text = translate("Call", "Dipilih petugas; saran %1: %2")
        shown = fill(
            text, suggestion.priority.value, reasons_text(suggestion.reasons, draft.scene.table)
        )
        self.reasons.show_text(shown if draft.category else "")

    # --- saving --------------------------------------------------------------------------------

    def save(self) -> None:
        """Hand the call over as shown, or say beside the fields what is missing."""
        if self._saving:
            return
        missing = self.draft.missing()
        if missing is not None:
            self.error.show_text(missing_text(missing))
            (self.words if self.draft.category else self.category).setFocus()
            return
        self._saving = True
        self.save_button.setEnabled(False)
        self._seat.submit(self.draft.command(self._seat.city), self._saved, self._failed)

    def _saved(self, outcome: Outcome) -> None:
        self._ready_again()
        alias = str(outcome.result.get("alias", ""))
        number = number_sign(int(outcome.result.get("number", 0)), alias)
        self._seat.notices.done(
            "call_kept_locally" if outcome.local else outcome.kind, number=number
        )
        self._clear()
        self.leave()
        if incident_id := outcome.result.get("incident_id"):
            select = partial(self._seat.selection.select_incident, str(incident_id))
            self._seat.live.once_folded(outcome.seq, select)

    def _failed(self, error: OperatorError) -> None:
        self._ready_again()
        self.error.show_text(sentence(error.code, error.params))

    def _ready_again(self) -> None:
        self._saving = False
        self.save_button.setEnabled(True)

    def _clear(self) -> None:
        self.category.clear()
        self.place.clear()
        self.words.clear()
        self.reporter.setCurrentIndex(0)
        self.draft = Draft()
        self._since = None
        self._show_priority()
        self._show_call()

    # --- what was not sent ---------------------------------------------------------------------

    def unsent(self) -> dict[str, Any]:
        draft = self.draft
        if draft.blank:
            return {}
        return {
            "phone_call": draft.phone_call,
            "category": draft.category,
            "address": draft.address,
            "place": draft.place.code if draft.place else "",
            "text": draft.text,
            "given": draft.given.value if draft.given else "",
            "reporter": draft.reporter.value,
            "since": self._since.isoformat() if self._since else "",
        }

    def put_back(self, kept: dict[str, Any]) -> None:
        """The call's clock runs on from when it began. The form stays where it is, open or not."""
        said = {name: value for name, value in kept.items() if isinstance(value, str)}
        address = said.get("address", "")[:ADDRESS_LENGTH]
        self._choose_category(said.get("category", ""))
        place = self._seat.city.geocoder.place(said.get("place", ""), address)
        if place is not None:
            self.place.choose(Option("", address, place))
        else:
            self.place.field.setText(address)
        self.words.setPlainText(said.get("text", "")[:TEXT_LENGTH])
        self.draft = replace(self.draft, phone_call=said.get("phone_call", ""))
        self._show_call()
        if said.get("reporter") in set(ReporterKind):
            self.reporter.setCurrentIndex(list(ReporterKind).index(ReporterKind(said["reporter"])))
        if said.get("given") in set(Priority):
            self._given(Priority(said["given"]))
        with suppress(ValueError):
            since = datetime.fromisoformat(said.get("since", ""))
            self._since = since if since.tzinfo is not None else self._since

    def forget_unsent(self) -> None:
        self._clear()
        self.clock.show_text("")

    # --- keys and appearance -------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Plain keys belong to the form while it has the focus, not to the window's shortcuts."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            function = Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35
            if held == Qt.KeyboardModifier.NoModifier and not function:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            event.accept()

    def _retranslate(self) -> None:
        self.relabel()
        self.restyle()
        self._show_priority()
        self._show_call()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
