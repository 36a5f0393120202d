"""What the pages of an election have in common: a list with a form, of the election in view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from command_center.domain.permissions import Permission
from command_center.ui.actions.action import UndoOf, submit
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.election.words import translate
from command_center.ui.list_page import Keys
from command_center.ui.places.form_page import FormPage
from command_center.ui.places.scope import Scope
from command_center.ui.seat import Seat

BASE: Keys = {
    "add": ("Ins", Qt.Key.Key_Insert),
    "change": ("Return", Qt.Key.Key_Return),
    "remove": ("Del", Qt.Key.Key_Delete),
}
_EVERY_S = 20


class ElectionPage(FormPage):
    """`permission` of whatever changes something; a page says which of its keys need a marked row
    and which change nothing."""

    permission = Permission.KEEP_PLACES
    of_a_row: Sequence[str] = ("change", "remove")
    looking: Sequence[str] = ()

    def __init__(self, seat: Seat, scope: Scope, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(seat, keys, "change", parent=parent)
        self._scope = scope
        self._looked_at = seat.live.now()
        self.title.hide()
        scope.changed.connect(self.refresh)

    @property
    def marked(self) -> str:
        row = self.view.current()
        return row.id if row is not None else ""

    def reason(self, asked: str) -> str | None:
        seat = self._seat
        if asked not in self.looking:
            if not seat.may(self.permission):
                return "not_allowed" if seat.person.signed_in else "sign_in_first"
            if not self._scope.election_id:
                return "select_election"
        if asked in self.of_a_row and not self.marked:
            return "select_place"
        return None

    def refresh(self, *args: object) -> None:
        self._looked_at = self._seat.live.now()
        super().refresh(*args)
        filtered = bool(self.filter.text().strip())
        none = translate("Election", "Tidak ada yang cocok dengan saringan.")
        self.view.empty = none if filtered else self.nothing()
        self.view.viewport().update()

    def ticked(self, *_: object) -> None:
        """For a page whose rows change with the clock alone: looked at again while it is shown."""
        since = self._seat.live.now() - self._looked_at
        if self.isVisible() and since.total_seconds() >= _EVERY_S:
            self.refresh()

    def nothing(self) -> str:
        """What an empty list says, and what may be done about it."""
        return ""

    def ask_strike(self, name: str, command: object, undo: UndoOf | None = None) -> None:
        title = fill(translate("Election", "Coret %1? Tetap ada di log."), name)

        def strike() -> None:
            self.question.leave()
            submit(self._seat, command, undo, name=name)

        self.question.ask(title, [Answer(translate("Election", "Coret"), "Return", strike)])

    def mark_row(self, id: str) -> None:
        at = self.model.place_of(id)
        if at is not None:
            self.view.setCurrentIndex(self.model.index(at, 0))

    def relabel(self, names: dict[str, str]) -> None:
        for name, text in names.items():
            self.buttons[name].relabel(text)

    def retranslate(self) -> None:
        self.filter.setPlaceholderText(translate("Election", "Saring menurut kata"))
        self.filter.setAccessibleName(translate("Election", "Saring menurut kata"))
        self.refresh()
