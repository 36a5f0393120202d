"""A list of the panel, with a card of the marked row below it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import ClassVar

from PySide6.QtCore import Qt

from command_center.domain.permissions import Permission
from command_center.ui.instructions.rows import DueRowDelegate
from command_center.ui.instructions.words import translate
from command_center.ui.list_page import Keys
from command_center.ui.places.card import Part, PlaceCard
from command_center.ui.places.form_page import FormPage
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.seat import Seat


class InstructionPage(FormPage):
    """`needs` = {what is asked: the permission for it}; `of_a_row` says why there is nothing to do
    it to while no row is marked."""

    needs: ClassVar[Mapping[str, Permission]] = {}
    of_a_row: ClassVar[Mapping[str, str]] = {}

    def __init__(self, seat: Seat, keys: Keys, first: str) -> None:
        super().__init__(seat, keys, first)
        self.title.hide()
        self.card = PlaceCard(seat)
        self.view.setItemDelegate(DueRowDelegate(seat.theme, self.view))
        self.column().insertWidget(self.column().indexOf(self.view) + 1, self.card, 2)
        self.column().setStretchFactor(self.view, 3)
        self.restyle()

    @abstractmethod
    def facts(self, id: str) -> tuple[str, Sequence[Part]]:
        """The title and the parts of the marked row's card."""

    @abstractmethod
    def nothing(self) -> str:
        """What an empty list says, and what may be done about it."""

    @property
    def marked(self) -> str:
        row = self.view.current()
        return row.id if row is not None else ""

    def reason(self, asked: str) -> str | None:
        if not self._seat.may(self.needs[asked]):
            return "not_allowed" if self._seat.person.signed_in else "sign_in_first"
        return self.of_a_row.get(asked) if not self.marked else None

    def refresh(self, *args: object) -> None:
        super().refresh(*args)
        filtered = bool(self.filter.text().strip())
        none = translate("Instructions", "Tidak ada yang cocok dengan saringan.")
        self.view.empty = none if filtered else self.nothing()
        self.view.viewport().update()

    def tick(self) -> None:
        """Ages grow; a list that reads the same is left alone."""
        self.refresh()

    def follow(self, *args: object) -> None:
        super().follow(*args)
        self._fill_card()

    def _fill_card(self) -> None:
        title, parts = self.facts(self.marked) if self.marked else ("", ())
        self.card.setVisible(bool(self.marked) and self.shown_form is None)
        self.card.show_parts(title, parts)

    def show_form(self, form: FieldsForm, values: Mapping[str, object]) -> None:
        super().show_form(form, values)
        self.card.hide()

    def close_form(self) -> None:
        super().close_form()
        self.say(self.faults, "")
        self._fill_card()

    def mark(self, id: str) -> None:
        """That row, with the keyboard."""
        self.filter.clear()
        at = self.model.place_of(id)
        if at is not None:
            self.view.setCurrentIndex(self.model.index(at, 0))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        words = translate("Instructions", "Saring menurut kata")
        self.filter.setPlaceholderText(words)
        self.filter.setAccessibleName(words)
        self.refresh()
