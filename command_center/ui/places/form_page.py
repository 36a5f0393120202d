"""A list with forms that are made when they are needed and stay until what they hold is kept."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout

from command_center.ports import Outcome
from command_center.ui.actions.action import undo_result
from command_center.ui.list_page import ListPage
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import TextRow


class FormPage(ListPage):
    """One form at a time, above the keys."""

    shown_form: FieldsForm | None = None

    def searched(self, row: TextRow) -> str:
        """Its words: an id is for the program only."""
        return f"{row.first} {row.right} {row.second}"

    def column(self) -> QBoxLayout:
        layout = self.layout()
        assert isinstance(layout, QBoxLayout), "a list page is a column"
        return layout

    def show_form(self, form: FieldsForm, values: Mapping[str, object]) -> None:
        self.close_form()
        self.column().insertWidget(self.column().indexOf(self.foot), form)
        form.left.connect(self.close_form)
        self.shown_form = form
        self.open_form(form, values)

    def close_form(self) -> None:
        if self.shown_form is None:
            return
        form, self.shown_form = self.shown_form, None
        form.hide()
        form.deleteLater()
        self.foot.show()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self, command: Any, entity: str = "", key: str = "") -> None:
        """Say what came of it, with its undo where it made a row of that entity whose id it tells
        as `key`, and close the form; a form stays open where nothing came of it."""
        undo = undo_result(entity, key)

        def done(outcome: Outcome) -> None:
            self.close_form()
            taken_back = undo(outcome) if entity and outcome.seq is not None else None
            self._seat.notices.done(outcome.kind, taken_back, **outcome.result)

        self._seat.submit(command, done, self._seat.notices.failed)
