"""Everything that was ever told, by its words: what the window no longer holds, too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer

from command_center.domain.errors import OperatorError
from command_center.domain.instruction import ToldHit
from command_center.domain.permissions import Permission
from command_center.ui.actions.instructions import INSTRUCTIONS
from command_center.ui.instructions.page import InstructionPage
from command_center.ui.instructions.words import told_text, translate
from command_center.ui.list_page import Keys
from command_center.ui.places.card import Part
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

_KEYS: Keys = {"open": ("Return", Qt.Key.Key_Return)}
PAUSE_MS = 250


class ArchivePage(InstructionPage):
    """The database is asked while nobody types; an answer to another question is dropped."""

    needs = {"open": Permission.WATCH}  # noqa: RUF012
    of_a_row = {"open": "select_told"}  # noqa: RUF012

    def __init__(self, seat: Seat) -> None:
        self._hits: Sequence[ToldHit] = ()
        self._question, self._said = 0, ""
        super().__init__(seat, _KEYS, "open")
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.search)
        self.filter.textChanged.connect(lambda _: self._pause.start())
        self.filter.returnPressed.connect(self.search)
        self.setFocusProxy(self.filter)
        self.retranslate()

    def search(self) -> None:
        self._pause.stop()
        self._question += 1
        question, text, history = self._question, self.filter.text().strip(), self._seat.history

        def show(hits: Sequence[ToldHit], said: str = "") -> None:
            if question == self._question:
                self._hits, self._said = hits, said
                self.refresh()

        def failed(error: OperatorError) -> None:
            show((), sentence(error.code, error.params))

        if text:
            self._seat.tasks.run(lambda: history.told(text), show, failed)
        else:
            show(())

    def rows(self) -> list[TextRow]:
        return [self._row(hit) for hit in self._hits]

    def _row(self, hit: ToldHit) -> TextRow:
        at = hit.at.astimezone(self._seat.zone)
        return TextRow(
            hit.id, " ".join(hit.text.split()), f"{at:%d-%m-%Y %H:%M}", told_text(hit.entity)
        )

    def nothing(self) -> str:
        return self._said or translate(
            "Instructions", "Ketik kata di atas: semua yang pernah dicatat."
        )

    def facts(self, id: str) -> tuple[str, Sequence[Part]]:
        hit = next((one for one in self._hits if one.id == id), None)
        if hit is None:
            return "", ()
        return told_text(hit.entity), (Part(translate("Instructions", "ISI"), hit.text),)

    def reason(self, asked: str) -> str | None:
        why = super().reason(asked)
        hit = next((one for one in self._hits if one.id == self.marked), None)
        if why is None and hit is not None:
            return None if self._seat.situation.get(hit.entity, hit.id) else "told_long_ago"
        return why

    def answer(self, asked: str) -> None:
        hit = next((one for one in self._hits if one.id == self.marked), None)
        if hit is None:
            return
        turn = self._seat.situation.get("task_turn", hit.id) if hit.entity == "task_turn" else None
        self._seat.asking.ask(INSTRUCTIONS, turn.task_id if turn is not None else hit.id)

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Instructions", "Arsip perintah, tugas dan catatan"))
        self.buttons["open"].relabel(translate("Instructions", "Buka"))
        super().retranslate()
