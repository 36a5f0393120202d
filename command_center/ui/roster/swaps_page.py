"""Swaps of duty: asked for here, decided by a shift lead."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from command_center.commands.swaps import AskSwap, DecideSwap, WithdrawSwap
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.roster import Duty, DutySwap, Personnel, SwapState
from command_center.ports import Outcome
from command_center.situation.roster import duties, on_duty, people, swaps
from command_center.ui.actions.action import submit
from command_center.ui.detail.names import Names
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.format import count
from command_center.ui.list_page import Keys
from command_center.ui.places.card import Part
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import TextRow
from command_center.ui.roster.page import RosterPage
from command_center.ui.roster.planning import typed_day
from command_center.ui.roster.words import named, shift_text, swap_text, translate
from command_center.ui.seat import Seat

_KEYS: Keys = {
    "ask": ("Ins", Qt.Key.Key_Insert),
    "approve": ("S", Qt.Key.Key_S),
    "refuse": ("X", Qt.Key.Key_X),
    "withdraw": ("Del", Qt.Key.Key_Delete),
}
_FIELDS = ("giver", "day", "number", "taker", "back", "back_number", "reason")


class SwapsPage(RosterPage):
    needs = {  # noqa: RUF012
        **dict.fromkeys(("ask", "withdraw"), Permission.KEEP_ROSTER),
        **dict.fromkeys(("approve", "refuse"), Permission.REASSIGN),
    }
    of_a_row = dict.fromkeys(("approve", "refuse", "withdraw"), "select_swap")

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat, _KEYS, "approve")
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    def rows(self) -> list[TextRow]:
        return [self._row(swap) for swap in swaps(self._seat.situation)]

    def _row(self, swap: DutySwap) -> TextRow:
        situation, both = self._seat.situation, (swap.giver_id, swap.taker_id)
        names = [named(situation, "personnel", id) for id in both]
        below = [self._duty_text(swap.giver_duty_id)]
        if swap.taker_duty_id:
            below.append(fill(translate("Roster", "balas %1"), self._duty_text(swap.taker_duty_id)))
        words = " · ".join(part for part in (*below, swap.reason) if part)
        return TextRow(swap.id, " → ".join(names), swap_text(swap.state), words)

    def _duty_text(self, id: str) -> str:
        duty = self._seat.situation.get("duty", id)
        return shift_text(duty, self._seat.zone) if duty is not None else ""

    def refresh(self, *args: object) -> None:
        waiting = sum(s.state is SwapState.ASKED for s in swaps(self._seat.situation))
        said = fill(translate("Roster", "%1 tukar dinas menunggu pimpinan"), count(waiting))
        self.say(self.standing, said if waiting else "")
        super().refresh(*args)

    def nothing(self) -> str:
        return translate("Roster", "Tidak ada tukar dinas. Minta satu (Ins).")

    def facts(self, id: str) -> tuple[str, Sequence[Part]]:
        swap = self._swap(id)
        if swap is None:
            return "", ()
        names = Names(self._seat.situation)
        at = swap.asked_at.astimezone(self._seat.zone)
        asked = f"{names.person(swap.asked_by)} · {at:%d-%m %H.%M}"
        parts = [Part(translate("Roster", "DIMINTA"), asked, "text2")]
        if swap.decided_by and swap.decided_at is not None:
            at = swap.decided_at.astimezone(self._seat.zone)
            who = f"{swap_text(swap.state)} · {names.person(swap.decided_by)}"
            said = f"{who} · {at:%d-%m %H.%M}\n{swap.why}"
            parts.append(Part(translate("Roster", "PUTUSAN"), said.strip(), "text2"))
        return swap.reason, parts

    def _swap(self, id: str) -> DutySwap | None:
        found = self._seat.situation.get("duty_swap", id)
        return found if isinstance(found, DutySwap) else None

    # --- what is asked -------------------------------------------------------------------------

    def reason(self, asked: str) -> str | None:
        why = super().reason(asked)
        swap = self._swap(self.marked) if why is None and asked != "ask" else None
        return "swap_is_over" if swap is not None and swap.state is not SwapState.ASKED else why

    def answer(self, asked: str) -> None:
        doing: dict[str, Callable[[], None]] = {
            "ask": self._open,
            "approve": self._approve,
            "refuse": self._ask_refuse,
            "withdraw": lambda: submit(self._seat, WithdrawSwap(self.marked)),
        }
        doing[asked]()

    def _open(self) -> None:
        form = FieldsForm(self._seat, _FIELDS, {}, wide=("reason",))
        form.rename(
            {
                "giver": translate("Roster", "Yang digantikan (NRP atau nama)"),
                "day": translate("Roster", "Dinas tanggal (hh-bb-tttt)"),
                "number": translate("Roster", "Dinas ke (bila lebih dari satu)"),
                "taker": translate("Roster", "Penggantinya (NRP atau nama)"),
                "back": translate("Roster", "Balas dinas tanggal (boleh kosong)"),
                "back_number": translate("Roster", "Balas dinas ke"),
                "reason": translate("Roster", "Alasan"),
            },
            {},
        )
        form.kept.connect(self._keep)
        self.show_form(form, {})

    def _keep(self, values: Mapping[str, Any]) -> None:
        said = {name: " ".join(str(values[name]).split()) for name in _FIELDS}
        try:
            giver, taker = self._who(said["giver"]), self._who(said["taker"])
            duty = self._duty(giver, typed_day(said["day"]), said["number"])
            back = ""
            if said["back"]:
                back = self._duty(taker, typed_day(said["back"]), said["back_number"]).id
        except OperatorError as error:
            self._seat.notices.failed(error)
            return
        self._submit_kept(AskSwap(giver.id, duty.id, taker.id, said["reason"], back), giver, taker)

    def _submit_kept(self, command: AskSwap, giver: Personnel, taker: Personnel) -> None:
        close, failed = self.being_kept()

        def done(outcome: Outcome) -> None:
            close()
            self._seat.notices.done(outcome.kind, None, giver=giver.name, taker=taker.name)

        self._seat.submit(command, done, failed)

    def _who(self, said: str) -> Personnel:
        """By number, or by a name that only one of them has."""
        every = people(self._seat.situation)
        found = [one for one in every if one.nrp == said.replace(" ", "")]
        if not found and said:
            found = [one for one in every if said.casefold() in one.name.casefold()]
        if len(found) != 1:
            code = "person_many" if found else "person_none"
            raise OperatorError(code, name=said[:40], count=len(found))
        return found[0]

    def _duty(self, person: Personnel, day: date, number: str) -> Duty:
        """The one of that person on that day; of several the one whose number was said."""
        situation = self._seat.situation
        on_day = [duty for duty in duties(situation) if duty.day == day.isoformat()]
        who = on_duty(situation, on_day)
        found = [
            duty
            for duty in on_day
            if person.id in who[duty.id] and number in ("", str(duty.number + 1))
        ]
        if len(found) != 1:
            code = "swap_which_duty" if found else "swap_of_no_duty"
            raise OperatorError(code, name=person.name, day=f"{day:%d-%m-%Y}")
        return found[0]

    def _told(self, swap: DutySwap) -> dict[str, Any]:
        situation = self._seat.situation
        return {
            "giver": named(situation, "personnel", swap.giver_id),
            "taker": named(situation, "personnel", swap.taker_id),
        }

    def _approve(self) -> None:
        swap = self._swap(self.marked)
        if swap is not None:
            state = swap_text(SwapState.APPROVED)
            command = DecideSwap(swap.id, approve=True)
            submit(self._seat, command, **self._told(swap), state=state)

    def _ask_refuse(self) -> None:
        swap = self._swap(self.marked)
        if swap is None:
            return
        yes = Answer(translate("Roster", "Tolak"), "Return", partial(self._refuse, swap))
        self.question.ask(translate("Roster", "Mengapa ditolak?"), [yes], typed="")

    def _refuse(self, swap: DutySwap) -> None:
        command = DecideSwap(swap.id, approve=False, why=self.typed())
        submit(self._seat, command, **self._told(swap), state=swap_text(SwapState.REFUSED))

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Roster", "Tukar dinas"))
        self.relabel(
            {
                "ask": translate("Roster", "Minta tukar"),
                "approve": translate("Roster", "Setujui"),
                "refuse": translate("Roster", "Tolak"),
                "withdraw": translate("Roster", "Tarik"),
            }
        )
