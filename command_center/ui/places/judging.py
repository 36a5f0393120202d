"""A list whose rows are judged, talked at and feared for: the forms of the three."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from command_center.advice.criteria import Criteria
from command_center.domain.errors import OperatorError
from command_center.domain.site import Site
from command_center.situation.vulnerability import Subject
from command_center.ui.list_page import Keys
from command_center.ui.places.form_page import FormPage
from command_center.ui.places.forms import (
    note_form,
    rating_form,
    rating_of,
    rating_values,
    talk_form,
    talk_of,
)
from command_center.ui.places.friction import keep_note
from command_center.ui.places.scope import Scope
from command_center.ui.places.words import day_text
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.seat import Seat


class JudgingPage(FormPage):
    def __init__(self, seat: Seat, scope: Scope, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__(seat, keys, "change", parent=parent)
        self._scope = scope

    @property
    @abstractmethod
    def marked(self) -> str:
        """The id of the subject that is looked at, "" for none."""

    @abstractmethod
    def subject(self, id: str) -> Subject:
        """What is judged of it."""

    @abstractmethod
    def place(self, id: str) -> tuple[Site | None, str]:
        """(the place, "" or the kelurahan): where something is said or feared."""

    @abstractmethod
    def title_of(self, id: str) -> str: ...

    def show_about(self, form: FieldsForm, values: Mapping[str, object]) -> None:
        """A form says whom it is about: the mark may move on while somebody fills it in."""
        self.show_form(form, values)
        self.say(self.pending, self.title_of(self.marked))

    def close_form(self) -> None:
        super().close_form()
        self.say(self.pending, "")

    def open_rating(self) -> None:
        subject, table = self.subject(self.marked), self._scope.criteria
        form = rating_form(self._seat, table)
        form.kept.connect(partial(self._keep_rating, subject, table, self._scope.operation_id))
        now, zone = self._seat.live.now(), self._seat.zone
        self.show_about(form, rating_values(self._scope.standing.get(subject), now, zone))
        form.inside[table.criteria[0].code].setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_rating(
        self, subject: Subject, table: Criteria, operation: str, values: Mapping[str, Any]
    ) -> None:
        """By the table and for the operation that the form was opened with."""
        try:
            command = rating_of(subject, table, values, operation, self._seat)
        except OperatorError as error:
            self._seat.notices.failed(error)
            return
        self.keep(command, "assessment", "assessment_id")

    def open_talk(self) -> None:
        form = talk_form(self._seat)
        form.kept.connect(partial(self._keep_talk, self.marked))
        self.show_about(form, {"day": day_text(self._seat.live.now(), self._seat.zone)})

    def _keep_talk(self, id: str, values: Mapping[str, Any]) -> None:
        site, area = self.place(id)
        rated = self._scope.standing.get(self.subject(id))
        where = (site.id if site is not None else "", area)
        try:
            command = talk_of(values, *where, rated.id if rated is not None else "", self._seat)
        except OperatorError as error:
            self._seat.notices.failed(error)
            return
        self.keep(command, "dialogue", "dialogue_id")

    def open_note(self) -> None:
        form = note_form(self._seat)
        form.kept.connect(partial(self._keep_note, self.place(self.marked)[1]))
        self.show_about(form, {})

    def _keep_note(self, area: str, values: Mapping[str, Any]) -> None:
        text, source = str(values["text"]), str(values["source"])
        keep_note(self._seat, area, text, source, *self.being_kept())
