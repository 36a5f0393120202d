"""Instructions: what holds, who has heard it, and what is late to be heard."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from command_center.commands.instructions import (
    DUE_MINUTES,
    GiveInstruction,
    HearInstruction,
    WithdrawInstruction,
)
from command_center.domain.errors import OperatorError
from command_center.domain.instruction import HeardBy, InstructionReceipt
from command_center.domain.permissions import Permission
from command_center.domain.referral import Delivery, DeliveryState
from command_center.situation.instructions import Given, instructions, is_for, sent_to
from command_center.ui.actions.action import TOLD, submit, undo_of
from command_center.ui.detail.names import Names
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.due_time import read_due
from command_center.ui.format import count, stopwatch
from command_center.ui.instructions.naming import addressees, named_receipt
from command_center.ui.instructions.page import InstructionPage
from command_center.ui.instructions.rows import DueRow
from command_center.ui.instructions.words import addressee_text, how_text, time_text, translate
from command_center.ui.list_page import Keys
from command_center.ui.places.card import Part
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

_KEYS: Keys = {
    "add": ("Ins", Qt.Key.Key_Insert),
    "heard": ("Return", Qt.Key.Key_Return),
    "withdraw": ("Del", Qt.Key.Key_Delete),
}
_FIELDS = ("text", "to", "ordered_by", "due", "expires")
_ANSWERED = (HeardBy.RADIO, HeardBy.TELEPHONE, HeardBy.IN_PERSON)
_NUMBERED = 9


class GivenPage(InstructionPage):
    needs = {  # noqa: RUF012
        "add": Permission.REASSIGN,
        "heard": Permission.TAKE_REPORTS,
        "withdraw": Permission.REASSIGN,
    }
    of_a_row = {"heard": "select_instruction", "withdraw": "select_instruction"}  # noqa: RUF012

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat, _KEYS, "heard")
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    def rows(self) -> list[TextRow]:
        now = self._seat.live.now()
        found = instructions(self._seat.situation)
        standing = [one for one in found if one.instruction.holds(now)]
        unheard = [one for one in standing if one.unheard]
        heard = [one for one in standing if not one.unheard]
        over = [one for one in found if not one.instruction.holds(now)]
        told = translate("Instructions", "%1 perintah berlaku, %2 belum didengar semua")
        self.say(self.standing, fill(told, count(len(standing)), count(len(unheard))))
        return [self._row(one, now) for one in (*unheard, *heard, *over)]

    def _row(self, one: Given, now: datetime) -> TextRow:
        row, over = one.instruction, not one.instruction.holds(now)
        late = bool(one.unheard) and not over and row.due_at <= now
        heard = f"{len(one.receipts) - len(one.unheard)}/{len(one.receipts)}"
        right = fill(translate("Instructions", "%1 dengar"), heard)
        if late:
            waited = stopwatch((now - row.due_at).total_seconds())
            right = fill(translate("Instructions", "%1 · lewat %2"), right, waited)
        elif over:
            right = self._ended(one, now)
        given = time_text(row.given_at, now, self._seat.zone)
        by = row.ordered_by or Names(self._seat.situation).person(row.given_by)
        waiting = ", ".join(map(self._to, one.unheard if not over else ()))
        below = " · ".join(part for part in (given, by, waiting) if part)
        return DueRow(row.id, " ".join(row.text.split()), right, below, late, over)

    def _ended(self, one: Given, now: datetime) -> str:
        row = one.instruction
        if row.withdrawn_at is not None:
            at = time_text(row.withdrawn_at, now, self._seat.zone)
            return fill(translate("Instructions", "dicabut %1"), at)
        at = time_text(row.expires_at or now, now, self._seat.zone)
        return fill(translate("Instructions", "berakhir %1"), at)

    def _to(self, receipt: InstructionReceipt) -> str:
        return addressee_text(receipt.kind, receipt.addressee, self._seat.situation)

    def nothing(self) -> str:
        return translate("Instructions", "Belum ada perintah. Pimpinan regu memberi dengan Ins.")

    def _given(self, id: str) -> Given | None:
        found = instructions(self._seat.situation)
        return next((one for one in found if one.instruction.id == id), None)

    def facts(self, id: str) -> tuple[str, Sequence[Part]]:
        one = self._given(id)
        if one is None:
            return "", ()
        row, now, zone = one.instruction, self._seat.live.now(), self._seat.zone
        names = Names(self._seat.situation)
        by = fill(
            translate("Instructions", "%1, dicatat %2"), row.ordered_by, names.person(row.given_by)
        )
        until = (
            time_text(row.expires_at, now, zone)
            if row.expires_at
            else translate("Instructions", "sampai dicabut")
        )
        due = time_text(row.due_at, now, zone)
        spans = fill(translate("Instructions", "didengar sebelum %1, berlaku %2"), due, until)
        heard = "\n".join(self._heard(receipt, names, now) for receipt in one.receipts)
        title = translate("Instructions", "Perintah pimpinan")
        return title, (
            Part(translate("Instructions", "ISI"), row.text),
            Part(translate("Instructions", "KEPADA"), heard),
            Part(
                translate("Instructions", "PEMBERI"),
                by if row.ordered_by else names.person(row.given_by),
                "text2",
            ),
            Part(translate("Instructions", "WAKTU"), spans, "text2"),
            Part(translate("Instructions", "DICABUT"), row.reason, "warn"),
        )

    def _heard(self, receipt: InstructionReceipt, names: Names, now: datetime) -> str:
        if receipt.heard_at is None or receipt.how is None:
            waits = fill(translate("Instructions", "○ %1: belum mendengar"), self._to(receipt))
            return self._with_sent(waits, receipt, now)
        at = time_text(receipt.heard_at, now, self._seat.zone)
        by = names.person(receipt.heard_by or "")
        if receipt.how is HeardBy.SYSTEM:
            told = translate("Instructions", "✓ %1: %2 %3")
            heard = fill(told, self._to(receipt), at, how_text(receipt.how))
            heard = f"{heard}, {receipt.told_by}" if receipt.told_by else heard
            return self._with_sent(heard, receipt, now)
        told = translate("Instructions", "✓ %1: %2 %3, dicatat %4")
        heard = fill(told, self._to(receipt), at, how_text(receipt.how), by)
        return self._with_sent(heard, receipt, now)

    def _with_sent(self, said: str, receipt: InstructionReceipt, now: datetime) -> str:
        return " · ".join(filter(None, (said, self._sent(receipt, now))))

    def _sent(self, receipt: InstructionReceipt, now: datetime) -> str:
        """What became of the message to the unit's own system; "" where none was written, or
        where the unit has answered it. That it was withdrawn no unit answers."""
        sent = sent_to(self._seat.situation, receipt)
        if sent is not None and sent.body.get("withdrawn"):
            return _withdrawal(sent)
        if sent is None or receipt.heard_at is not None:
            return ""
        if sent.state is DeliveryState.WAITING:
            return translate("Instructions", "belum sampai di sistemnya")
        if sent.state is DeliveryState.REFUSED:
            return translate("Instructions", "ditolak sistemnya")
        at = time_text(sent.ended_at or sent.made_at, now, self._seat.zone)
        return fill(translate("Instructions", "di sistemnya sejak %1"), at)

    # --- what is asked -------------------------------------------------------------------------

    def reason(self, asked: str) -> str | None:
        why = super().reason(asked)
        one = self._given(self.marked) if why is None and asked != "add" else None
        if one is None:
            return why
        if one.instruction.withdrawn_at is not None:
            return "instruction_withdrawn"
        return "instruction_all_heard" if asked == "heard" and not one.unheard else None

    def answer(self, asked: str) -> None:
        one = self._given(self.marked)
        if asked == "add":
            self._open()
        elif one is not None and asked == "heard":
            self._ask_who(one)
        elif one is not None:
            title = translate("Instructions", "Cabut perintah ini? Tulis alasannya.")
            yes = Answer(translate("Instructions", "Cabut"), "Return", partial(self._withdraw, one))
            self.question.ask(title, [yes], typed="")

    def _withdraw(self, one: Given) -> None:
        submit(self._seat, WithdrawInstruction(one.instruction.id, self.typed()))

    def _ask_who(self, one: Given) -> None:
        """What is for who sits here is said at once; of the others a person says who and how."""
        act = self._seat.act
        own = [row for row in one.unheard if is_for(row.kind, row.addressee, act)]
        if own:
            self._hear(own[0], HeardBy.DESK)
            return
        if len(one.unheard) > _NUMBERED:
            title = translate("Instructions", "Siapa yang mendengar? Tulis namanya.")
            go = Answer(translate("Instructions", "Lanjut"), "Return", partial(self._typed, one))
            self.question.ask(title, [go], typed="", hint=", ".join(map(self._to, one.unheard)))
            return
        title = translate("Instructions", "Siapa yang mendengar?")
        answers = [
            Answer(self._to(row), str(at), partial(self._ask_how, row))
            for at, row in enumerate(one.unheard, 1)
        ]
        self.question.ask(title, answers)

    def _typed(self, one: Given) -> None:
        """Whoever is named of those who wait; a name that is none of theirs leaves the question."""
        field = self.question.field
        said = field.text().strip() if field is not None else ""
        try:
            found = named_receipt(said, one.unheard, self._seat)
        except OperatorError as error:
            self._seat.notices.failed(error)
            return
        self._ask_how(found)

    def _ask_how(self, receipt: InstructionReceipt) -> None:
        self.question.leave()
        title = fill(translate("Instructions", "%1 mendengar lewat apa?"), self._to(receipt))
        answers = [
            Answer(how_text(how), str(at), partial(self._hear, receipt, how))
            for at, how in enumerate(_ANSWERED, 1)
        ]
        self.question.ask(title, answers)

    def _hear(self, receipt: InstructionReceipt, how: HeardBy) -> None:
        self.question.leave()
        undo = undo_of("instruction_receipt", receipt.id)
        submit(self._seat, HearInstruction(receipt.id, how), undo, who=self._to(receipt))

    def _open(self) -> None:
        form = FieldsForm(self._seat, _FIELDS, {}, wide=("text", "to", "ordered_by"))
        names = {
            "text": translate("Instructions", "Isi perintah"),
            "to": translate("Instructions", "Kepada (koma di antaranya)"),
            "ordered_by": translate("Instructions", "Perintah dari (kosong: Anda)"),
            "due": translate("Instructions", "Didengar dalam (menit)"),
            "expires": translate("Instructions", "Berlaku sampai (kosong: sampai dicabut)"),
        }
        form.rename(names, {})
        form.kept.connect(self._keep)
        self.show_form(form, {"due": str(DUE_MINUTES)})

    def _keep(self, values: Mapping[str, Any]) -> None:
        try:
            command = self._command(values)
        except OperatorError as error:
            self.say(self.faults, sentence(error.code, error.params))
            return
        close, failed = self.being_kept()
        submit(self._seat, command, failed=failed, stored=close, count=TOLD)

    def _command(self, values: Mapping[str, Any]) -> GiveInstruction:
        now, due, expires = (
            self._seat.live.now(),
            str(values["due"]).strip(),
            str(values["expires"]),
        )
        if not due.isdecimal():
            raise OperatorError("instruction_due_range", most=24 * 60)
        until = read_due(expires, now, self._seat.zone) if expires.strip() else None
        to = addressees(str(values["to"]), self._seat)
        by = str(values["ordered_by"])
        return GiveInstruction(str(values["text"]), to, by, int(due[:6]), until)

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Instructions", "Perintah pimpinan"))
        self.buttons["add"].relabel(translate("Instructions", "Beri perintah"))
        self.buttons["heard"].relabel(translate("Instructions", "Sudah didengar"))
        self.buttons["withdraw"].relabel(translate("Instructions", "Cabut"))
        super().retranslate()


def _withdrawal(sent: Delivery) -> str:
    if sent.state is DeliveryState.WAITING:
        return translate("Instructions", "pencabutan belum sampai di sistemnya")
    if sent.state is DeliveryState.REFUSED:
        return translate("Instructions", "pencabutan ditolak sistemnya")
    return translate("Instructions", "pencabutan sampai di sistemnya")
