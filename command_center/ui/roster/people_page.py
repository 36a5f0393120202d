"""The people on duty: a list from a file or by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from command_center.commands.personnel import ImportPersonnel, PersonLeaves, PersonRow
from command_center.connectors.places.sheet import Sheet, Tell
from command_center.connectors.roster.personnel import read_personnel
from command_center.documents.place_tables import Lines
from command_center.documents.roster_tables import personnel_table
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.roster import Personnel
from command_center.situation.roster import people, regu_list
from command_center.ui.actions.action import TOLD, submit
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.format import count
from command_center.ui.list_page import Keys
from command_center.ui.places.card import Part
from command_center.ui.places.preview import Changes
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import TextRow
from command_center.ui.roster.file_page import RosterFilePage
from command_center.ui.roster.known import known_people, people_changes, person_row
from command_center.ui.roster.words import agency_text, call_sign, named, person_text, translate
from command_center.ui.seat import Seat

_KEYS: Keys = {
    "add": ("Ins", Qt.Key.Key_Insert),
    "change": ("Return", Qt.Key.Key_Return),
    "remove": ("Del", Qt.Key.Key_Delete),
    "import": ("O", Qt.Key.Key_O),
    "export": ("E", Qt.Key.Key_E),
    "stop": ("Esc", Qt.Key.Key_Escape),
}
_FIELDS = ("nrp", "name", "rank", "agency", "position", "regu", "call_sign", "login")


class PeoplePage(RosterFilePage):
    file_name = "personel"
    stored_kind = "personnel.kept"
    needs = dict.fromkeys(("add", "change", "remove", "import", "export"), Permission.REASSIGN)
    of_a_row = dict.fromkeys(("change", "remove"), "select_person")

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat, _KEYS, "change")
        self.begin_files()
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    def rows(self) -> list[TextRow]:
        situation = self._seat.situation
        return [self._row(person) for person in people(situation)]

    def _row(self, person: Personnel) -> TextRow:
        situation = self._seat.situation
        where = (named(situation, "regu", person.regu_id), call_sign(situation, person.unit_id))
        below = (person.position, agency_text(situation, person.agency_id), person.nrp)
        return TextRow(
            person.id,
            person_text(person),
            " · ".join(part for part in where if part),
            " · ".join(part for part in below if part),
        )

    def refresh(self, *args: object) -> None:
        every = people(self._seat.situation)
        loose = sum(one.regu_id is None for one in every)
        said = fill(translate("Roster", "%1 orang"), count(len(every)))
        if loose:
            without = fill(translate("Roster", "%1 tanpa regu"), count(loose))
            said = f"{said} · {without}"
        self.say(self.standing, said if every else "")
        super().refresh(*args)

    def nothing(self) -> str:
        return translate("Roster", "Belum ada personel. Impor daftarnya (O) atau tambah (Ins).")

    def facts(self, id: str) -> tuple[str, Sequence[Part]]:
        person = self._person(id)
        staff = self._seat.situation.staff(person.staff_id or "") if person is not None else None
        if person is None or staff is None:
            return "", ()
        return person_text(person), (Part(translate("Roster", "AKUN"), staff.login, "text2"),)

    def _person(self, id: str) -> Personnel | None:
        found = self._seat.situation.get("personnel", id)
        return found if isinstance(found, Personnel) else None

    # --- what is asked -------------------------------------------------------------------------

    def answer(self, asked: str) -> None:
        doing: dict[str, Callable[[], None]] = {
            "add": partial(self._open, None),
            "change": lambda: self._open(self._person(self.marked)),
            "remove": self._ask_remove,
            "import": self.ask_file,
            "export": self.ask_export,
            "stop": self.job.stop,
        }
        doing[asked]()

    def _open(self, person: Personnel | None) -> None:
        situation = self._seat.situation
        agencies = sorted(situation.all("agency"), key=lambda a: (not a.ours, a.name))
        regu = ["", *(one.name for one in regu_list(situation))]
        choices = {"agency": [a.code for a in agencies], "regu": regu}
        form = FieldsForm(self._seat, _FIELDS, choices)
        form.rename(_names(), {"agency": [a.name for a in agencies], "regu": ["–", *regu[1:]]})
        form.kept.connect(partial(self._keep, person))
        values: dict[str, object] = {}
        if person is not None:
            row = person_row(situation, person)
            values = {name: getattr(row, name) for name in _FIELDS}
        self.show_form(form, values)

    def _keep(self, person: Personnel | None, values: Mapping[str, Any]) -> None:
        said: dict[str, Any] = {name: " ".join(str(values[name]).split()) for name in _FIELDS}
        row = PersonRow(**said)
        if person is not None and row.nrp != person.nrp:
            self._seat.notices.failed(OperatorError("personnel_keeps_nrp", name=person.name))
            return
        if person is None and any(one.nrp == row.nrp for one in people(self._seat.situation)):
            self._seat.notices.failed(OperatorError("personnel_nrp_taken", nrp=row.nrp[:20]))
            return
        self.keep(ImportPersonnel((row,)))

    def _ask_remove(self) -> None:
        person = self._person(self.marked)
        if person is None:
            return
        title = fill(translate("Roster", "Keluarkan %1 dari daftar personel?"), person.name)
        yes = Answer(translate("Roster", "Keluarkan"), "Return", partial(self._remove, person.id))
        self.question.ask(title, [yes])

    def _remove(self, id: str) -> None:
        person = self._person(id)
        self.question.leave()
        name = person.name if person is not None else ""
        submit(self._seat, PersonLeaves(id), name=name, duties=TOLD)

    # --- files ---------------------------------------------------------------------------------

    def read(self, data: bytes, tell: Tell) -> Sheet[PersonRow]:
        return read_personnel(data, self._known, tell)

    def read_file(self, path: Any) -> None:
        """What rows may name is looked up here: the file is read on another thread."""
        self._known = known_people(self._seat.situation)
        super().read_file(path)

    def changes(self, rows: tuple[Any, ...]) -> Changes[Any]:
        return people_changes(rows, self._seat.situation)

    def storing(self, source: str) -> Callable[[tuple[Any, ...]], ImportPersonnel]:
        return ImportPersonnel

    def table(self) -> Lines:
        situation = self._seat.situation
        names = {one.id: one.name for one in situation.all("regu")}
        names |= {one.id: one.call_sign for one in situation.all("unit")}
        codes = {one.id: one.code for one in situation.all("agency")}
        logins = {one.id: one.login for one in situation.all("staff")}
        return personnel_table(people(situation), names, codes, logins)

    # --- appearance ----------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Roster", "Personel"))
        self.relabel(
            {
                "add": translate("Roster", "Tambah"),
                "change": translate("Roster", "Ubah"),
                "remove": translate("Roster", "Keluarkan"),
                "import": translate("Roster", "Impor"),
                "export": translate("Roster", "Ekspor"),
                "stop": translate("Roster", "Hentikan"),
            }
        )


def _names() -> dict[str, str]:
    return {
        "nrp": translate("Roster", "NRP / NIP"),
        "name": translate("Roster", "Nama"),
        "rank": translate("Roster", "Pangkat"),
        "agency": translate("Roster", "Instansi"),
        "position": translate("Roster", "Jabatan"),
        "regu": translate("Roster", "Regu"),
        "call_sign": translate("Roster", "Panggilan"),
        "login": translate("Roster", "Akun"),
    }
