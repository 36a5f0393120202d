"""To which printer a document goes: asked in its panel, the system's own choice first."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from command_center.domain.errors import OperatorError
from command_center.ui.detail.questions import Answer, QuestionBar
from command_center.ui.detail.words import fill
from command_center.ui.printing import ToPrinter, printers
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
OFFERED = 9
"""As many as there are keys for answers."""


def ask_printer(
    seat: Seat, panel: QWidget, question: QuestionBar, work: Callable[[ToPrinter], None]
) -> None:
    """Which one, in the question of the panel; then `work` on another thread, and what came of it.
    It is asked at once, whenever the print server answers: the keyboard goes there when the person
    asks, not later. Whoever has left the question or the panel meanwhile is asked nothing."""
    asked = question.search(translate("Printing", "Mencari printer…"))

    def found(names: list[str]) -> None:
        if not question.asks(asked):
            return
        if names and panel.isVisible():
            _offer(seat, question, names, work)
            return
        question.leave()
        if not names:
            seat.notices.failed(OperatorError("printer_none"))

    def failed(error: OperatorError) -> None:
        if question.asks(asked):
            question.leave()
        seat.notices.failed(error)

    seat.tasks.run(printers, found, failed)


def _offer(
    seat: Seat, question: QuestionBar, names: list[str], work: Callable[[ToPrinter], None]
) -> None:
    def chosen(name: str) -> None:
        question.leave()
        seat.tasks.run(
            partial(work, ToPrinter(name)),
            lambda _: seat.notices.done("document_printed", printer=name),
            seat.notices.failed,
        )

    title = translate("Printing", "Cetak ke printer yang mana?")
    if len(names) > OFFERED:
        title = fill(
            translate("Printing", "Cetak ke printer yang mana? (%1 pertama)"), str(OFFERED)
        )
    shown = enumerate(names[:OFFERED], 1)
    question.found(title, [Answer(name, str(at), partial(chosen, name)) for at, name in shown])
