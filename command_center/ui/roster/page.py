"""A list of the panel, with a card below it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import ClassVar

from command_center.domain.permissions import Permission
from command_center.ui.list_page import Keys
from command_center.ui.places.card import Part, PlaceCard
from command_center.ui.places.form_page import FormPage
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.roster.words import translate
from command_center.ui.seat import Seat


class RosterPage(FormPage):
    """`needs` = {what is asked: the permission for it}; what is not named only looks. `of_a_row`
    says why there is nothing to do it to while no row is marked."""

    needs: ClassVar[Mapping[str, Permission]] = {}
    of_a_row: ClassVar[Mapping[str, str]] = {}

    def __init__(self, seat: Seat, keys: Keys, first: str) -> None:
        super().__init__(seat, keys, first)
        self.title.hide()
        self.card = PlaceCard(seat)
        self.column().insertWidget(self.column().indexOf(self.view) + 1, self.card, 2)
        self.column().setStretchFactor(self.view, 5)
        self.restyle()

    @abstractmethod
    def facts(self, id: str) -> tuple[str, Sequence[Part]]:
        """The title and the parts of the card; of the marked row where one is."""

    @abstractmethod
    def nothing(self) -> str:
        """What an empty list says, and what may be done about it."""

    @property
    def marked(self) -> str:
        row = self.view.current()
        return row.id if row is not None else ""

    def reason(self, asked: str) -> str | None:
        needed = self.needs.get(asked)
        if needed is not None and not self._seat.may(needed):
            return "not_allowed" if self._seat.person.signed_in else "sign_in_first"
        return self.of_a_row.get(asked) if not self.marked else None

    def refresh(self, *args: object) -> None:
        super().refresh(*args)
        filtered = bool(self.filter.text().strip())
        none = translate("Roster", "Tidak ada yang cocok dengan saringan.")
        self.view.empty = none if filtered else self.nothing()
        self.view.viewport().update()
        self._fill_card()

    def follow(self, *args: object) -> None:
        super().follow(*args)
        self._fill_card()

    def _fill_card(self) -> None:
        title, parts = self.facts(self.marked)
        self.card.setVisible(bool(title or parts) and self.shown_form is None)
        self.card.show_parts(title, parts)

    def show_form(self, form: FieldsForm, values: Mapping[str, object]) -> None:
        super().show_form(form, values)
        self.card.hide()

    def close_form(self) -> None:
        super().close_form()
        self._fill_card()

    def mark(self, id: str) -> None:
        at = self.model.place_of(id)
        if at is not None:
            self.view.setCurrentIndex(self.model.index(at, 0))

    def relabel(self, names: Mapping[str, str]) -> None:
        for name, text in names.items():
            self.buttons[name].relabel(text)
        self.filter.setPlaceholderText(translate("Roster", "Saring menurut kata"))
        self.filter.setAccessibleName(translate("Roster", "Saring menurut kata"))
        self.refresh()
