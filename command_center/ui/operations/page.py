"""A list of the panel, with a card of the marked row below it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar

from PySide6.QtCore import Qt

from command_center.domain.permissions import Permission
from command_center.ui.list_page import Keys
from command_center.ui.operations.rows import LevelRowDelegate
from command_center.ui.operations.scope import OperationScope
from command_center.ui.operations.words import translate
from command_center.ui.places.card import Part, PlaceCard
from command_center.ui.places.form_page import FormPage
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.seat import Seat


class OperationPage(FormPage):
    """`needs` = {what is asked: the permission for it}; what is not named only looks. `of_a_row`
    says why there is nothing to do it to while no row is marked."""

    needs: ClassVar[Mapping[str, Permission]] = {}
    of_a_row: ClassVar[Mapping[str, str]] = {}

    def __init__(self, seat: Seat, scope: OperationScope, keys: Keys, first: str) -> None:
        super().__init__(seat, keys, first)
        self._scope = scope
        self.title.hide()
        self.card = PlaceCard(seat)
        self.view.setItemDelegate(LevelRowDelegate(seat.theme, self.view))
        self.column().insertWidget(self.column().indexOf(self.view) + 1, self.card, 2)
        self.column().setStretchFactor(self.view, 3)
        scope.changed.connect(self.refresh)
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
        needed = self.needs.get(asked)
        if needed is not None and not self._seat.may(needed):
            return "not_allowed" if self._seat.person.signed_in else "sign_in_first"
        if needed is not None and asked != "open" and self._scope.operation is None:
            return "select_operation"
        return self.of_a_row.get(asked) if not self.marked else None

    def refresh(self, *args: object) -> None:
        super().refresh(*args)
        self.view.empty = self._empty()
        self.view.viewport().update()
        self._fill_card()

    def tick(self) -> None:
        """Once a second while it is shown: ages grow. A list that reads the same is left alone."""
        self.refresh()

    def _empty(self) -> str:
        if self._scope.operation is None:
            return translate("Operations", "Belum ada operasi. Buka satu pada halaman Situasi (N).")
        if self.filter.text().strip():
            return translate("Operations", "Tidak ada yang cocok dengan saringan.")
        return self.nothing()

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
        self.say(self.pending, "")
        self._fill_card()

    def open_about(self, form: FieldsForm, about: str, values: Mapping[str, Any]) -> None:
        """A form says what it is about: the mark may move on while somebody fills it in."""
        self.show_form(form, values)
        self.say(self.pending, about)

    def mark(self, id: str) -> None:
        """That row, with the keyboard."""
        self.filter.clear()
        at = self.model.place_of(id)
        if at is not None:
            self.view.setCurrentIndex(self.model.index(at, 0))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.filter.setPlaceholderText(translate("Operations", "Saring menurut kata"))
        self.filter.setAccessibleName(translate("Operations", "Saring menurut kata"))
        self.refresh()
