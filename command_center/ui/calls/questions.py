"""What a call is asked in the panel itself: a reason, a result, the ladder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from command_center.commands.call_rules import SetCallRules
from command_center.commands.calls import CallBack, EndCall, TakeCall
from command_center.commands.pranks import MarkPrank, StrikePrank
from command_center.domain.calls import CALLED_BACK, SETTING, WRAP_UP, CallOutcome, CallRules, Rung
from command_center.domain.errors import Conflict, OperatorError
from command_center.domain.partner import PhoneCall
from command_center.duty.calls import call_rules
from command_center.ports import Outcome
from command_center.ui.actions.calls import FORM
from command_center.ui.calls.sections import marks_of
from command_center.ui.calls.words import number_text, outcome_text, translate, who
from command_center.ui.detail.questions import Answer, QuestionBar
from command_center.ui.seat import Seat

LONGEST_LADDER = 400


class CallQuestions(QuestionBar):
    """One question at a time; what was asked goes to the room from here."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(seat, parent)
        self._desk = seat

    def take(self, call: PhoneCall) -> None:
        """At once within the grace, else with a reason."""
        now, rules = self._desk.live.now(), call_rules(self._desk.situation)
        claimed_at = call.claimed_at or now
        if (now - claimed_at).total_seconds() <= rules.grace_s:
            self._submit(TakeCall(call.id), partial(self._open_form, call.id))
            return
        title = translate("Calls", "Ambil alih dari %1: tulis alasannya")
        self._typed(
            title.replace("%1", who(self._desk.situation, call)),
            translate("Calls", "Ambil alih"),
            lambda reason: TakeCall(call.id, reason),
            partial(self._open_form, call.id),
        )

    def end(self, call: PhoneCall) -> None:
        title = translate("Calls", "Hasil telepon %1").replace("%1", number_text(call))
        self._choose(title, WRAP_UP, lambda outcome: EndCall(call.id, outcome))

    def back(self, call: PhoneCall) -> None:
        """Through the exchange, by its own number of the call; then how it went."""
        title = translate("Calls", "Telepon balik lewat sentral, panggilan %1. Hasilnya?")
        self._choose(
            title.replace("%1", call.call_id[:60]),
            CALLED_BACK,
            lambda outcome: CallBack(call.id, outcome),
            lambda outcome: self._reached(call.id, outcome),
        )

    def mark(self, call: PhoneCall) -> None:
        title = translate("Calls", "Tandai %1 sebagai iseng: tulis alasannya")
        self._typed(
            title.replace("%1", number_text(call)),
            translate("Calls", "Tandai"),
            lambda reason: MarkPrank(call.id, reason),
        )

    def strike(self, call: PhoneCall) -> None:
        """The newest mark against its number."""
        for mark in marks_of(self._desk.situation, call)[:1]:
            title = translate("Calls", "Coret tanda iseng “%1”: tulis alasannya")
            self._typed(
                title.replace("%1", " ".join(mark.reason.split())[:80]),
                translate("Calls", "Coret"),
                partial(StrikePrank, mark.id),
            )

    def ladder(self) -> None:
        rules = call_rules(self._desk.situation)
        kept = self._desk.situation.get("room_setting", SETTING)
        version = kept.version if kept is not None else 0
        title = translate("Calls", "Tangga jawab: nama dan detik, dipisah koma")

        def command(text: str) -> SetCallRules:
            return SetCallRules(with_ladder(rules, text), version)

        self._typed(title, translate("Calls", "Simpan"), command, typed=ladder_text(rules))

    # --- how it is asked -----------------------------------------------------------------------

    def _typed(
        self,
        title: str,
        verb: str,
        command: Callable[[str], Any],
        done: Callable[[], None] | None = None,
        typed: str = "",
    ) -> None:
        def answer() -> None:
            if self.field is not None:
                self._submit(command(self.field.text()), done)

        self.ask(title, [Answer(verb, "Return", answer)], typed)

    def _choose(
        self,
        title: str,
        outcomes: Sequence[CallOutcome],
        command: Callable[[CallOutcome], Any],
        done: Callable[[CallOutcome], None] | None = None,
    ) -> None:
        def answer(outcome: CallOutcome) -> None:
            after = partial(done, outcome) if done is not None else None
            self._submit(command(outcome), after)

        answers = [
            Answer(outcome_text(outcome), str(number), partial(answer, outcome))
            for number, outcome in enumerate(outcomes, 1)
        ]
        self.ask(title, answers)

    def _submit(self, command: Any, done: Callable[[], None] | None) -> None:
        """What is refused stays asked, with what was written."""

        def stored(outcome: Outcome) -> None:
            if self.isVisible():
                self.leave()
            self._desk.notices.done(outcome.kind)
            if done is not None:
                done()

        def refused(error: OperatorError) -> None:
            if isinstance(error, Conflict) and error.params.get("entity") == "phone_call":
                error = OperatorError("call_claimed_by", by=error.params.get("by"))
            self._desk.notices.failed(error)

        self._desk.submit(command, stored, refused)

    def _open_form(self, call_id: str) -> None:
        self._desk.asking.ask(FORM, call_id)

    def _reached(self, call_id: str, outcome: CallOutcome) -> None:
        if outcome is CallOutcome.REACHED:
            self._open_form(call_id)


def ladder_text(rules: CallRules) -> str:
    """ "Polsek 10, Polres 10, Polda 10, Mabes 10"."""
    return ", ".join(f"{rung.name} {rung.seconds}" for rung in rules.ladder)


def with_ladder(rules: CallRules, text: str) -> CallRules:
    """The rules with the ladder as written; a rung without seconds gets 0, which the room
    refuses."""
    rungs = []
    for part in text[:LONGEST_LADDER].split(","):
        name, _, seconds = part.strip().rpartition(" ")
        known = seconds.isascii() and seconds.isdigit() and len(seconds) < 5
        rungs.append(Rung(name.strip(), int(seconds) if known else 0))
    return replace(rules, ladder=tuple(rungs))
