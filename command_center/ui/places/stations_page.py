"""The polling stations of one election."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from command_center.commands.elections import DropStations, ImportStations, KeepElection
from command_center.connectors.places.sheet import Sheet, Tell
from command_center.connectors.places.stations import read_stations
from command_center.documents.place_tables import Lines, stations_table
from command_center.domain.errors import OperatorError
from command_center.domain.site import (
    Assessment,
    Election,
    ElectionKind,
    PollingStation,
    Site,
    SubjectKind,
)
from command_center.situation.vulnerability import Subject
from command_center.ui.actions.action import submit
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.format import count
from command_center.ui.list_page import Keys
from command_center.ui.places.card import Part
from command_center.ui.places.file_page import FilePage
from command_center.ui.places.page import SHARED, Mode
from command_center.ui.places.preview import Changes, station_changes
from command_center.ui.places.scope import Scope, narrow
from command_center.ui.places.station_form import station_form, station_of, station_values
from command_center.ui.places.words import (
    election_kind_text,
    level_text,
    station_text,
    translate,
    voters_text,
    where_text,
)
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import TextRow
from command_center.ui.radio.words import area_text
from command_center.ui.seat import Seat

_KEYS: Keys = {**SHARED, "election": ("P", Qt.Key.Key_P)}
_FIELDS = ("code", "name", "kind", "day", "source")


class StationsPage(FilePage):
    """Lists are imported; one that no list has is typed in, and what no list knows of one is told.
    Which kelurahan and which number it is stays."""

    file_name = "tps"
    stored_kind = "stations.imported"

    def __init__(self, seat: Seat, scope: Scope) -> None:
        super().__init__(seat, scope, _KEYS)
        self._table = scope.criteria
        self._said: dict[str, tuple[PollingStation, Assessment | None, TextRow]] = {}
        self.elections = narrow(QComboBox())
        self._head.addWidget(self.elections)
        self.elections.activated.connect(self._chosen)
        self.restyle()
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    def list_rows(self) -> list[TextRow]:
        """Only what has changed is put into words again: there are thousands, at every letter that
        is typed into the filter."""
        table, standing = self._scope.criteria, self._scope.standing
        if table != self._table:
            self._table, self._said = table, {}
        return [
            self._row(row, standing.get((SubjectKind.STATION, row.id)))
            for row in self._scope.stations
        ]

    def _row(self, row: PollingStation, judged: Assessment | None) -> TextRow:
        said = self._said.get(row.id)
        if said is not None and said[0] is row and said[1] is judged:
            return said[2]
        city, level = self._seat.city, level_text(self._table, judged)
        made = TextRow(row.id, station_text(city, row), level, voters_text(row) or row.area_code)
        self._said[row.id] = row, judged, made
        return made

    def refresh(self, *args: object) -> None:
        self._offer()
        rows = self._scope.stations
        special = sum(row.is_special for row in rows)
        voters = sum(row.voters or 0 for row in rows)
        said = translate("Places", "%1 TPS, %2 khusus, %3 pemilih tercatat")
        text = fill(said, count(len(rows)), count(special), count(voters))
        self.say(self.standing, text if self._scope.election_id else "")
        super().refresh(*args)

    def _offer(self) -> None:
        """The elections the room has; the newest one to begin with."""
        elections = self._scope.elections()
        if elections and not any(row.id == self._scope.election_id for row in elections):
            self._scope.use_election(elections[0].id)
        offered = [(election_text(row), row.id) for row in elections]
        shown = [
            (self.elections.itemText(at), self.elections.itemData(at))
            for at in range(self.elections.count())
        ]
        if shown != offered:
            self.elections.clear()
            for text, id in offered:
                self.elections.addItem(text, id)
        self.elections.setCurrentIndex(self.elections.findData(self._scope.election_id))

    def _chosen(self, _: int) -> None:
        self._scope.use_election(str(self.elections.currentData() or ""))

    def _station(self, id: str) -> PollingStation | None:
        found = self._seat.situation.get("polling_station", id)
        return found if isinstance(found, PollingStation) else None

    def subject(self, id: str) -> Subject:
        return SubjectKind.STATION, id

    def title_of(self, id: str) -> str:
        row = self._station(id)
        return station_text(self._seat.city, row) if row is not None else ""

    def place(self, id: str) -> tuple[Site | None, str]:
        row = self._station(id)
        return None, row.area_code if row is not None else ""

    def facts(self, id: str) -> Sequence[Part]:
        row = self._station(id)
        if row is None:
            return ()
        codes = fill(
            translate("Places", "Kemendagri %1 · KPU %2"), row.area_code, row.kpu_code or "–"
        )
        source = fill(translate("Places", "sumber: %1"), row.source)
        lines = (voters_text(row), where_text(self._seat.city, row), codes, source)
        about = "\n".join(line for line in lines if line)
        area = area_text(self._seat.city, row.area_code)
        return (Part(area.upper(), about, "text2"), self.noted(row.area_code))

    # --- what is asked -------------------------------------------------------------------------

    def reason(self, asked: str) -> str | None:
        why = super().reason(asked)
        lacking = asked in ("import", "add") and not self._scope.election_id
        return "select_election" if why is None and lacking and self._listing else why

    @property
    def _listing(self) -> bool:
        return self.mode is Mode.LIST

    def answer_list(self, asked: str) -> None:
        if asked == "election":
            self._open_election()
        elif asked == "remove":
            self._ask_drop(self.marked)
        elif asked in ("add", "change"):
            self._open_station(self._station(self.marked) if asked == "change" else None)
        else:
            super().answer_list(asked)

    def _open_station(self, row: PollingStation | None) -> None:
        form = station_form(self._seat, row)
        form.kept.connect(partial(self._keep_station, row))
        self.show_form(form, station_values(row))

    def _keep_station(self, row: PollingStation | None, values: Mapping[str, Any]) -> None:
        try:
            command = station_of(self._scope, row, values, self.known_area)
        except OperatorError as error:
            self._seat.notices.failed(error)
            return
        self.keep(command)

    def _open_election(self) -> None:
        form = FieldsForm(self._seat, _FIELDS, {"kind": tuple(ElectionKind)}, wide=("source",))
        names = {
            "code": translate("Places", "Kode (mis. pilkada-2024)"),
            "name": translate("Places", "Nama pemilu"),
            "kind": translate("Places", "Jenis"),
            "day": translate("Places", "Hari pemungutan (tttt-bb-hh)"),
            "source": translate("Places", "Sumber"),
        }
        form.rename(names, {"kind": [election_kind_text(kind) for kind in ElectionKind]})
        form.kept.connect(self._keep_election)
        self.show_form(form, {})

    def _keep_election(self, values: Mapping[str, Any]) -> None:
        self.keep(KeepElection(**values))

    def _ask_drop(self, id: str) -> None:
        said = translate("Places", "Keluarkan %1 dari daftar? Penilaiannya tetap ada.")
        title = fill(said, self.title_of(id))
        yes = Answer(translate("Places", "Keluarkan"), "Return", partial(self._drop, id))
        self.question.ask(title, [yes])

    def _drop(self, id: str) -> None:
        self.question.leave()
        submit(self._seat, DropStations((id,)), count=1)

    # --- files ---------------------------------------------------------------------------------

    def read(self, data: bytes, tell: Tell) -> Sheet[Any]:
        return read_stations(data, self.known_area, tell)

    def changes(self, rows: tuple[Any, ...]) -> Changes[Any]:
        wanted = self._scope.election_id
        known: dict[tuple[str, int], PollingStation] = {
            (row.area_code, row.number): row
            for row in self._seat.situation.all("polling_station")
            if row.election_id == wanted
        }
        return station_changes(rows, known)

    def storing(self, source: str) -> Callable[[tuple[Any, ...]], ImportStations]:
        return partial(ImportStations, self._scope.election_id, source)

    def table(self) -> Lines:
        return stations_table(self._scope.stations)

    # --- appearance ----------------------------------------------------------------------------

    def nothing(self) -> str:
        return translate(
            "Places", "Belum ada TPS. Tambah pemilu (P), lalu impor (O) atau tambah (Ins)."
        )

    def retranslate(self) -> None:
        self._said = {}
        self.view.setAccessibleName(translate("Places", "Daftar TPS"))
        self.buttons["election"].relabel(translate("Places", "Tambah pemilu"))
        self.elections.setAccessibleName(translate("Places", "Pemilu"))
        super().retranslate()


def election_text(row: Election) -> str:
    return f"{row.name} · {row.day}"
