"""Which regu is on which day and shift, and who that is, swaps counted in."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt

from command_center.commands.duties import DutyRow, ImportDuties, StrikeDuty
from command_center.connectors.places.sheet import Sheet, Tell
from command_center.connectors.roster.duties import read_duties
from command_center.documents.place_tables import Lines
from command_center.documents.roster_tables import duties_table
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.roster import Duty, Span
from command_center.situation.roster import (
    all_spans,
    clashes,
    duties,
    members,
    on_duty,
    regu_list,
)
from command_center.situation.shift_pattern import shift_pattern
from command_center.ui.actions.action import submit
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.format import count
from command_center.ui.list_page import Keys
from command_center.ui.places.card import Part
from command_center.ui.places.preview import Changes
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import TextRow
from command_center.ui.roster.file_page import RosterFilePage
from command_center.ui.roster.known import duty_changes, known_roster
from command_center.ui.roster.pattern import ask_pattern, pattern_text
from command_center.ui.roster.planning import MOST_DAYS, planned, rotation, typed_day
from command_center.ui.roster.regu import ask_disband, ask_new, name_follows, rename_form
from command_center.ui.roster.words import day_text, named, person_text, shift_text, translate
from command_center.ui.seat import Seat

_KEYS: Keys = {
    "add": ("Ins", Qt.Key.Key_Insert),
    "fill": ("G", Qt.Key.Key_G),
    "remove": ("Del", Qt.Key.Key_Delete),
    "pattern": ("P", Qt.Key.Key_P),
    "regu": ("N", Qt.Key.Key_N),
    "rename": ("U", Qt.Key.Key_U),
    "disband": ("X", Qt.Key.Key_X),
    "import": ("O", Qt.Key.Key_O),
    "export": ("E", Qt.Key.Key_E),
    "stop": ("Esc", Qt.Key.Key_Escape),
}
_LEAD = ("add", "fill", "remove", "pattern", "regu", "rename", "disband", "import")
_CLASHES_SHOWN = 3
_DUTY, _FILL = ("day", "number", "regu", "nrp"), ("day", "days", "order")


class DutiesPage(RosterFilePage):
    file_name = "jadwal-dinas"
    stored_kind = "duties.kept"
    needs = dict.fromkeys(_LEAD, Permission.REASSIGN)
    of_a_row = {"remove": "select_duty"}  # noqa: RUF012

    def __init__(self, seat: Seat) -> None:
        self._looked_at = -1
        super().__init__(seat, _KEYS, "remove")
        self.begin_files()
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    def rows(self) -> list[TextRow]:
        now = self._seat.live.now()
        ahead = [duty for duty in duties(self._seat.situation) if duty.ends_at > now]
        who = on_duty(self._seat.situation, ahead)
        named_all = {one.id: one.name for one in self._seat.situation.all("personnel")}
        return [
            self._row(duty, ", ".join(named_all.get(id, "?") for id in who[duty.id]))
            for duty in ahead
        ]

    def _row(self, duty: Duty, names: str) -> TextRow:
        situation = self._seat.situation
        regu = named(situation, "regu", duty.regu_id)
        if duty.personnel_id:
            regu = fill(translate("Roster", "bersama %1"), regu)
        if duty.starts_at <= self._seat.live.now():
            now = translate("Roster", "sekarang")
            regu = f"{regu} · {now}"
        none = translate("Roster", "regu ini belum beranggota")
        return TextRow(duty.id, shift_text(duty, self._seat.zone), regu, names or none)

    def refresh(self, *args: object) -> None:
        situation = self._seat.situation
        pattern, by = shift_pattern(situation), members(situation)
        sizes = [f"{one.name} ({count(len(by.get(one.id, ())))})" for one in regu_list(situation)]
        said = fill(translate("Roster", "Pola %1"), pattern_text(pattern))
        self.say(self.standing, " · ".join([said, *sizes]))
        self._look_for_clashes()
        super().refresh(*args)

    def _look_for_clashes(self) -> None:
        """A long roster of a large room takes longer than the window may."""
        seat = self._seat
        if self._looked_at != seat.situation.seq:
            self._looked_at = seat.situation.seq
            work = partial(clashes, all_spans(seat.situation))
            seat.tasks.run(work, self._told_clashes, seat.notices.failed)

    def _told_clashes(self, found: list[tuple[Span, Span]]) -> None:
        self.say(self.pending, self._clash_text(found))

    def _clash_text(self, found: Sequence[tuple[Span, Span]]) -> str:
        situation, zone = self._seat.situation, self._seat.zone
        lines = []
        for one, other in found[:_CLASHES_SHOWN]:
            who = named(situation, "personnel", one.personnel_id)
            pair = [named(situation, "regu", span.regu_id) for span in (one, other)]
            said = translate("Roster", "Bentrok: %1 di %2 dan %3, %4")
            lines.append(fill(said, who, *pair, day_text(other.starts_at, zone)))
        if len(found) > _CLASHES_SHOWN:
            more = translate("Roster", "… dan %1 bentrok lagi")
            lines.append(fill(more, count(len(found) - _CLASHES_SHOWN)))
        return "\n".join(lines)

    def nothing(self) -> str:
        if not regu_list(self._seat.situation):
            return translate("Roster", "Belum ada regu. Buat regu dahulu (N).")
        return translate("Roster", "Jadwal kosong. Isi bergilir (G), tambah (Ins) atau impor (O).")

    def facts(self, id: str) -> tuple[str, Sequence[Part]]:
        duty = self._duty(id)
        if duty is None:
            return "", ()
        situation = self._seat.situation
        ids = on_duty(situation, [duty])[duty.id]
        who = [situation.get("personnel", one) for one in ids]
        lines = [f"{person_text(one)} · {one.position}" for one in who if one is not None]
        title = f"{shift_text(duty, self._seat.zone)} · {named(situation, 'regu', duty.regu_id)}"
        return title, (Part(translate("Roster", "BERDINAS"), "\n".join(lines)),)

    def _duty(self, id: str) -> Duty | None:
        found = self._seat.situation.get("duty", id)
        return found if isinstance(found, Duty) else None

    # --- what is asked -------------------------------------------------------------------------

    def answer(self, asked: str) -> None:
        doing: dict[str, Callable[[], None]] = {
            "add": self._open_duty,
            "fill": self._open_fill,
            "remove": self._remove,
            "pattern": partial(ask_pattern, self._seat, self.question),
            "regu": partial(ask_new, self._seat, self.question),
            "rename": self._open_rename,
            "disband": partial(ask_disband, self._seat, self.question),
            "import": self.ask_file,
            "export": self.ask_export,
            "stop": self.job.stop,
        }
        doing[asked]()

    def _today(self) -> str:
        return self._seat.live.now().astimezone(self._seat.zone).strftime("%d-%m-%Y")

    def _open_duty(self) -> None:
        names = [one.name for one in regu_list(self._seat.situation)]
        pattern = shift_pattern(self._seat.situation)
        numbers = tuple(range(len(pattern.starts)))
        form = FieldsForm(self._seat, _DUTY, {"number": numbers, "regu": names})
        words = {
            "day": translate("Roster", "Tanggal (hh-bb-tttt)"),
            "number": translate("Roster", "Dinas"),
            "regu": translate("Roster", "Regu"),
            "nrp": translate("Roster", "Hanya NRP ini (boleh kosong)"),
        }
        starts = [start.strftime("%H.%M") for start in pattern.starts]
        form.rename(words, {"number": starts, "regu": names})
        form.kept.connect(self._keep_duty)
        self.show_form(form, {"day": self._today()})

    def _keep_duty(self, values: Mapping[str, Any]) -> None:
        if not values["regu"]:
            self._seat.notices.failed(OperatorError("regu_needs_name"))
            return
        seat = self._seat
        try:
            day = typed_day(str(values["day"]))
        except OperatorError as error:
            seat.notices.failed(error)
            return
        pattern, nrp = shift_pattern(seat.situation), str(values["nrp"]).strip()
        row = planned(pattern, day, int(values["number"]), str(values["regu"]), seat.zone, nrp)
        self.keep(ImportDuties((row,)))

    def _open_fill(self) -> None:
        form = FieldsForm(self._seat, _FILL, {}, wide=("order",))
        words = {
            "day": translate("Roster", "Mulai tanggal (hh-bb-tttt)"),
            "days": translate("Roster", "Berapa hari"),
            "order": translate("Roster", "Urutan regu, dinas demi dinas (koma)"),
        }
        form.rename(words, {})
        form.kept.connect(self._keep_fill)
        names = ", ".join(one.name for one in regu_list(self._seat.situation))
        self.show_form(form, {"day": self._today(), "days": "30", "order": names})

    def _keep_fill(self, values: Mapping[str, Any]) -> None:
        seat = self._seat
        order = [" ".join(name.split()) for name in str(values["order"]).split(",")]
        days = str(values["days"]).strip()
        try:
            if not (days.isascii() and days.isdigit() and 0 < int(days) <= MOST_DAYS):
                raise OperatorError("roster_bad_days", most=MOST_DAYS)
            first = typed_day(str(values["day"]))
            names = [name for name in order if name]
            pattern = shift_pattern(seat.situation)
            rows = rotation(pattern, first, int(days), names, seat.zone)
        except OperatorError as error:
            seat.notices.failed(error)
            return
        self.keep(ImportDuties(rows))

    def _open_rename(self) -> None:
        """Of the marked duty, to begin with; the others are a choice away."""
        duty = self._duty(self.marked)
        form = rename_form(self._seat, self.being_kept)
        if form is None:
            self._seat.notices.failed(OperatorError("regu_none"))
        else:
            self.show_form(form, {"regu": duty.regu_id} if duty is not None else {})
            name_follows(form, self._seat)

    def _remove(self) -> None:
        duty = self._duty(self.marked)
        if duty is None:
            return
        regu = named(self._seat.situation, "regu", duty.regu_id)
        about = f"{shift_text(duty, self._seat.zone)} {regu}"
        title = fill(translate("Roster", "Coret dinas %1?"), about)
        yes = Answer(translate("Roster", "Coret"), "Return", partial(self._strike, duty))
        self.question.ask(title, [yes])

    def _strike(self, duty: Duty) -> None:
        self.question.leave()
        submit(self._seat, StrikeDuty(duty.id), day=day_text(duty.starts_at, self._seat.zone))

    # --- files ---------------------------------------------------------------------------------

    def read_file(self, path: Any) -> None:
        """What rows may name is looked up here: the file is read on another thread."""
        self._known = known_roster(self._seat.situation, self._seat.zone)
        super().read_file(path)

    def read(self, data: bytes, tell: Tell) -> Sheet[DutyRow]:
        return read_duties(data, self._known, tell)

    def changes(self, rows: tuple[Any, ...]) -> Changes[Any]:
        return duty_changes(rows, self._seat.situation)

    def storing(self, source: str) -> Callable[[tuple[Any, ...]], ImportDuties]:
        return ImportDuties

    def table(self) -> Lines:
        situation = self._seat.situation
        everybody = {one.id: one for one in situation.all("personnel")}
        names = {one.id: one.name for one in situation.all("regu")}
        return duties_table(duties(situation), everybody, names, self._seat.zone)

    # --- appearance ----------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Roster", "Jadwal dinas"))
        self.relabel(
            {
                "add": translate("Roster", "Tambah"),
                "fill": translate("Roster", "Isi bergilir"),
                "remove": translate("Roster", "Coret"),
                "pattern": translate("Roster", "Pola"),
                "regu": translate("Roster", "Regu baru"),
                "rename": translate("Roster", "Ubah nama regu"),
                "disband": translate("Roster", "Bubarkan regu"),
                "import": translate("Roster", "Impor"),
                "export": translate("Roster", "Ekspor"),
                "stop": translate("Roster", "Hentikan"),
            }
        )
