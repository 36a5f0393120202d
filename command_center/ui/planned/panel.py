"""What is planned, the next first. Whoever goes to a row selects its incident."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QComboBox, QWidget

from command_center.advice.categories import categories
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident
from command_center.domain.permissions import Permission
from command_center.domain.place import Place
from command_center.situation.situation import Touched
from command_center.ui.actions.planned import plan, schedule
from command_center.ui.call.draft import Draft
from command_center.ui.commandline.reading import SURE_PLACE
from command_center.ui.detail.asked_links import DUE_HINT
from command_center.ui.detail.names import category_label
from command_center.ui.detail.words import fill
from command_center.ui.due_time import due_text, read_due, translate
from command_center.ui.format import age, number_sign
from command_center.ui.list_page import Keys, ListPage
from command_center.ui.queue.words import area_line
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

_KEYS: Keys = {
    "add": ("Ins", Qt.Key.Key_Insert),
    "change": ("Return", Qt.Key.Key_Return),
    "now": ("Del", Qt.Key.Key_Delete),
}
_FIELDS = ("due", "category", "place", "text")


class PlannedPanel(ListPage):
    """Times are changed in a question, a new one is entered in the form."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        self._categories = tuple(categories())
        self.entry = FieldsForm(seat, _FIELDS, {"category": self._categories}, wide=("text",))
        super().__init__(seat, _KEYS, "change", self.entry, parent)
        self._waiting: dict[str, datetime] = {}
        self._laying = False
        self.entry.kept.connect(self._keep)
        self.view.selectionModel().currentChanged.connect(self._went)
        self.view.clicked.connect(self._clicked)
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        self.restyle()
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    def rows(self) -> list[TextRow]:
        """What is ahead, and not over."""
        situation, now = self._seat.situation, self._seat.live.now()
        found = []
        for handling in situation.all("handling"):
            incident = situation.incident(handling.id)
            ahead = handling.due_at is not None and handling.due_at > now
            if ahead and incident is not None and incident.is_open:
                found.append((handling.due_at, incident))
        found.sort(key=lambda one: (one[0], one[1].id))
        self._waiting = {incident.id: due_at for due_at, incident in found}
        return [self._row(incident, due_at, now) for due_at, incident in found]

    def _row(self, incident: Incident, due_at: datetime, now: datetime) -> TextRow:
        when = due_text(due_at, now, self._seat.zone)
        left = age((due_at - now).total_seconds())
        where = (incident.address, area_line(self._seat.city, incident.area_code))
        kind = categories().get(incident.category)
        title = f"{number_sign(incident.number, incident.alias)} {incident.title}"
        parts = (category_label(kind) if kind else "", *where)
        second = " · ".join(part for part in parts if part)
        text = fill(translate("Planned", "%1 · %2 lagi"), when, left)
        return TextRow(incident.id, title, text, second)

    def _changed(self, touched: Touched) -> None:
        if self.isVisible() and (touched.everything or touched.incidents):
            self.refresh()

    def _ticked(self, now: datetime) -> None:
        if self.isVisible() and self._waiting:
            self.refresh()

    def refresh(self, *args: object) -> None:
        self._laying = True
        super().refresh(*args)
        self._laying = False

    def _went(self, _: QModelIndex, before: QModelIndex) -> None:
        """A person went from one row to another: neither were the rows laid anew nor has the list
        only been given the keyboard."""
        row = self.view.current()
        if row is not None and before.isValid() and not self._laying and self.view.hasFocus():
            self._seat.selection.select_incident(row.id)

    def _clicked(self, _: QModelIndex) -> None:
        row = self.view.current()
        if row is not None:
            self._seat.selection.select_incident(row.id)

    # --- what is asked -------------------------------------------------------------------------

    def reason(self, asked: str) -> str | None:
        needed = Permission.TAKE_REPORTS if asked == "add" else Permission.TRIAGE
        if not self._seat.may(needed) or not self._seat.may(Permission.TRIAGE):
            return "not_allowed" if self._seat.person.signed_in else "sign_in_first"
        return "select_planned" if asked != "add" and self.view.current() is None else None

    def answer(self, asked: str) -> None:
        row = self.view.current()
        if asked == "add":
            self.open_form(self.entry, {"category": self._categories[0]})
        elif row is not None and asked == "now":
            plan(self._seat, row.id, None)
        elif row is not None:
            self._ask_time(row.id)

    def _ask_time(self, incident_id: str) -> None:
        """Where every other question about the incident is asked."""
        self._seat.selection.select_incident(incident_id)
        self._seat.asking.ask("incident.plan", incident_id)

    # --- a new one -----------------------------------------------------------------------------

    def _keep(self, values: Mapping[str, Any]) -> None:
        seat = self._seat
        try:
            due_at = self._due(str(values["due"]))
            draft = self._draft(values)
        except OperatorError as error:
            self.say(self.faults, sentence(error.code, error.params))
            return
        schedule(seat, draft.command(seat.city), due_at)
        self.close_form()

    def _due(self, text: str) -> datetime:
        if not text.strip():
            raise OperatorError("due_missing")
        return read_due(text, self._seat.live.now(), self._seat.zone)

    def _draft(self, values: Mapping[str, Any]) -> Draft:
        """A place that is named must be known: nobody is sent to a guess."""
        named = str(values["place"]).strip()
        place = self._place(named) if named else None
        draft = Draft(
            category=str(values["category"]),
            address=place.name if place else "",
            place=place,
            text=str(values["text"]).strip(),
        )
        lacking = draft.missing()
        if lacking is not None:
            raise OperatorError(lacking)
        return draft

    def _place(self, named: str) -> Place:
        hits = self._seat.city.gazetteer.search(named, 1)
        if not hits or hits[0].score < SURE_PLACE:
            raise OperatorError("place_unknown", text=named)
        return hits[0].place

    # --- appearance ----------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.title.show_text(translate("Planned", "JADWAL KEJADIAN"))
        self.setAccessibleName(translate("Planned", "Jadwal kejadian"))
        self.view.setAccessibleName(translate("Planned", "Kejadian terjadwal"))
        self.view.empty = translate("Planned", "Belum ada yang dijadwalkan. Tambah (Ins).")
        self.filter.setPlaceholderText(translate("Planned", "Saring menurut kata"))
        self.filter.setAccessibleName(translate("Planned", "Saring menurut kata"))
        self.buttons["add"].relabel(translate("Planned", "Tambah"))
        self.buttons["change"].relabel(translate("Planned", "Ubah waktu"))
        self.buttons["now"].relabel(translate("Planned", "Berlaku sekarang"))
        names = {
            "due": translate("Planned", "Mulai"),
            "category": translate("Planned", "Jenis"),
            "place": translate("Planned", "Tempat"),
            "text": translate("Planned", "Keterangan"),
        }
        labels = [category_label(categories()[code]) for code in self._categories]
        self.entry.rename(names, {"category": labels})
        field = self.entry.inside["due"]
        if not isinstance(field, QComboBox):
            field.setPlaceholderText(DUE_HINT)
        self.refresh()
