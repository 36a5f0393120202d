"""A list with forms that are made when they are needed and stay until what they hold is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QScrollArea
from shiboken6 import isValid

from command_center.domain.errors import OperatorError
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
        self._around = QScrollArea()
        self._around.setWidgetResizable(True)
        self._around.setFrameShape(QFrame.Shape.NoFrame)
        self._around.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._around.setWidget(form)
        self.column().insertWidget(self.column().indexOf(self.foot), self._around, 3)
        form.left.connect(self.close_form)
        self.shown_form = form
        self.open_form(form, values)

    def close_form(self) -> None:
        if self.shown_form is None:
            return
        form, self.shown_form = self.shown_form, None
        now = QApplication.focusWidget()
        had_focus = now is not None and form.isAncestorOf(now)
        self._around.hide()
        self._around.deleteLater()
        self.foot.show()
        if had_focus:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def being_kept(self) -> tuple[Callable[[], None], Callable[[OperatorError], None]]:
        """A second Enter keeps nothing more. What is to be called when it was kept and when it was
        not; whichever form is shown by then is left alone."""
        form = self.shown_form
        if form is not None:
            form.keep_button.setEnabled(False)

        def done() -> None:
            if self.shown_form is form:
                self.close_form()

        def failed(error: OperatorError) -> None:
            if form is not None and isValid(form):
                form.keep_button.setEnabled(True)
            self._seat.notices.failed(error)

        return done, failed

    def keep(self, command: Any, entity: str = "", key: str = "") -> None:
        """Say what came of it, with its undo where it made a row of that entity whose id it tells
        as `key`, and close the form; a form stays open where nothing came of it."""
        undo = undo_result(entity, key)
        close, failed = self.being_kept()

        def done(outcome: Outcome) -> None:
            close()
            taken_back = undo(outcome) if entity and outcome.seq is not None else None
            self._seat.notices.done(outcome.kind, taken_back, **outcome.result)

        self._seat.submit(command, done, failed)
