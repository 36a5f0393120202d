"""A signature: the person's own password once more, checked away from the thread that paints."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit

from command_center.commands.handover import SignHandover
from command_center.domain.errors import OperatorError
from command_center.ports import Outcome
from command_center.ui.detail.questions import Answer, QuestionBar
from command_center.ui.handover.words import translate
from command_center.ui.person import Entered
from command_center.ui.seat import Seat

Done = Callable[[Outcome], None]


def ask_signature(seat: Seat, question: QuestionBar, command: SignHandover, done: Done) -> None:
    """Where nobody signs in a seat is somebody's from the start: there is no password to ask."""
    if seat.person.door is None or seat.person.entered is None:
        seat.submit(command, done, seat.notices.failed)
        return
    text = translate("Handover", "Tanda tangan: kata sandi Anda").strip()
    sign = partial(_sign, seat, question, command, done)
    question.ask(text, [Answer(translate("Handover", "Tanda tangani"), "Return", sign)], "")
    if question.field is not None:
        question.field.setEchoMode(QLineEdit.EchoMode.Password)


def _sign(seat: Seat, question: QuestionBar, command: SignHandover, done: Done) -> None:
    password = question.field.text() if question.field is not None else ""
    if not password:
        seat.notices.failed(OperatorError("handover_needs_password"))
        return
    question.leave()
    person, door, entered = seat.person, seat.person.door, seat.person.entered
    if door is None or entered is None or not person.signed_in:
        seat.notices.failed(OperatorError("sign_in_first"))
        return

    def signed(answer: tuple[Entered, Outcome]) -> None:
        again, outcome = answer
        if person.entered is entered:
            person.enter(again)
        seat.live.hurry()
        done(outcome)

    seat.tasks.run(lambda: door.sign(entered, password, command), signed, seat.notices.failed)
