"""How vulnerable each kelurahan is judged, and the judgements of everything as a file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from command_center.commands.assessments import ImportAssessments
from command_center.connectors.places.ratings import Ratable, read_ratings
from command_center.connectors.places.sheet import Sheet, Tell
from command_center.documents.place_tables import Lines, ratings_table
from command_center.domain.place import Place
from command_center.domain.site import Assessment, Site, SubjectKind
from command_center.situation.vulnerability import Subject, choropleth, legend
from command_center.ui.detail.words import fill
from command_center.ui.format import count
from command_center.ui.places.card import Part
from command_center.ui.places.file_page import FilePage
from command_center.ui.places.page import SHARED, Mode
from command_center.ui.places.preview import Changes, rating_changes
from command_center.ui.places.scope import Scope
from command_center.ui.places.words import level_text, translate
from command_center.ui.radio.lines import TextRow
from command_center.ui.radio.words import area_text
from command_center.ui.seat import Seat

_NOT_HERE = frozenset({"add", "change", "remove"})
"""Nobody adds a kelurahan; in its lists there is something to add and to strike."""


class AreasPage(FilePage):
    file_name = "kerawanan"
    stored_kind = "ratings.imported"

    def __init__(self, seat: Seat, scope: Scope) -> None:
        super().__init__(seat, scope, SHARED)
        self.restyle()
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    def _areas(self) -> list[Place]:
        city = self._seat.city
        return [area for area in city.areas if area.kind is city.level]

    def list_rows(self) -> list[TextRow]:
        seat, table = self._seat, self._scope.criteria
        areas = {area.code: area for area in self._areas()}
        stations, sites = self._counts()
        rows = []
        for shade in choropleth(seat.situation, areas, table, self._scope.operation_id):
            code = shade.area_code
            told = fill(
                translate("Places", "%1 · %2 TPS · %3 tempat"),
                area_text(seat.city, areas[code].parent),
                count(stations[code]),
                count(sites[code]),
            )
            rows.append(TextRow(code, areas[code].name, level_text(table, shade.judged), told))
        return rows

    def _counts(self) -> tuple[Counter[str], Counter[str]]:
        """Polling stations of the election and places, by kelurahan."""
        situation, election = self._seat.situation, self._scope.election_id
        stations = Counter[str](
            row.area_code
            for row in situation.all("polling_station")
            if row.election_id == election and row.gone_at is None
        )
        sites = Counter[str](
            row.area_code for row in situation.all("site") if row.closed_at is None
        )
        return stations, sites

    def refresh(self, *args: object) -> None:
        rated = sum(1 for kind, _ in self._scope.standing if kind is SubjectKind.AREA)
        whole = fill(
            translate("Places", "%1 dari %2 kelurahan dinilai"),
            count(rated),
            count(len(self._areas())),
        )
        levels = " · ".join(
            f"{line.start}–{line.end} {line.label.lower()}" for line in legend(self._scope.criteria)
        )
        told = fill(translate("Places", "Tingkat: %1"), levels)
        self.say(self.standing, f"{whole}\n{told}")
        super().refresh(*args)

    def subject(self, id: str) -> Subject:
        return SubjectKind.AREA, id

    def title_of(self, id: str) -> str:
        return area_text(self._seat.city, id)

    def place(self, id: str) -> tuple[Site | None, str]:
        return None, id

    def facts(self, id: str) -> Sequence[Part]:
        return (self.noted(id),)

    # --- what is asked -------------------------------------------------------------------------

    def offers(self, asked: str) -> bool:
        return super().offers(asked) and not (self.mode is Mode.LIST and asked in _NOT_HERE)

    # --- files ---------------------------------------------------------------------------------

    def read(self, data: bytes, tell: Tell) -> Sheet[Any]:
        return read_ratings(data, self._ratable, tell)

    def read_file(self, path: Path) -> None:
        """What may be judged is looked up on this thread, and read against on another."""
        self._ratable = self._known()
        super().read_file(path)

    def _known(self) -> Ratable:
        seat, scope = self._seat, self._scope
        sites: list[Site] = list(seat.situation.all("site"))
        return Ratable(
            criteria=scope.criteria,
            area_named=self.known_area,
            sites={row.code: row.id for row in sites if row.code},
            stations={
                (row.area_code, row.number): row.id
                for row in seat.situation.all("polling_station")
                if row.election_id == scope.election_id
            },
            now=seat.live.now(),
            zone=seat.zone,
            operation_id=scope.operation_id,
        )

    def changes(self, rows: tuple[Any, ...]) -> Changes[Any]:
        known = [row for row in self._seat.situation.all("assessment") if row.struck_at is None]
        return rating_changes(rows, known)

    def storing(self, source: str) -> Callable[[tuple[Any, ...]], ImportAssessments]:
        """Each row names its own source."""
        return ImportAssessments

    def table(self) -> Lines:
        """What the same choice of operation and election reads in again as it was: a file names
        neither, nor a place without a code."""
        known = self._known()
        sites = {id: code for code, id in known.sites.items()}
        stations = {id: key for key, id in known.stations.items()}
        told = {*sites, *stations}
        rows: list[Assessment] = [
            row
            for row in self._seat.situation.all("assessment")
            if row.struck_at is None
            and (row.operation_id or "") == self._scope.operation_id
            and (row.subject_kind is SubjectKind.AREA or row.subject_id in told)
        ]
        return ratings_table(rows, known.criteria, sites, stations, known.zone)

    # --- appearance ----------------------------------------------------------------------------

    def nothing(self) -> str:
        return translate("Places", "Tidak ada kelurahan yang cocok.")

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Places", "Kerawanan per kelurahan"))
        super().retranslate()
