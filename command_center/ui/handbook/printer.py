"""Writes the handbook and the card as PDF beside the emergency boards."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from command_center.ui.actions.handbook import CARD
from command_center.ui.seat import Seat

PRINT = "handbook.print"
BOOK_NAME, CARD_NAME = "buku-panduan", "kartu-ringkas"


class HandbookPrinter(QObject):
    """Answers `view.print_card` and PRINT (the chapters of one role, or all): the notice says
    where the paper is."""

    def __init__(self, seat: Seat, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._folder = folder
        seat.asking.asked.connect(self._asked)

    def _asked(self, action_id: str, subject: object) -> None:
        if action_id not in (PRINT, CARD):
            return
        from command_center.ui.handbook import making  # noqa: PLC0415 - when asked for

        language = making.screen_language()
        if action_id == CARD:
            self._run(CARD_NAME, "card_printed", partial(making.card, language))
        else:
            role = subject if isinstance(subject, str) else None
            self._run(BOOK_NAME, "handbook_printed", partial(making.book, language, role))

    def _run(self, name: str, told: str, write: Callable[[Path], object]) -> None:
        seat = self._seat
        now = seat.live.now().astimezone(seat.zone)
        target = self._folder / f"{name}-{now.strftime('%Y%m%d-%H%M%S')}.pdf"
        seat.tasks.run(
            lambda: write(target),
            lambda _: seat.notices.done(told, file=str(target)),
            seat.notices.failed,
        )
