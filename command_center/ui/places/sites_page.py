"""The places a room watches over, by kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from command_center.commands.sites import CloseSite, ImportSites, KeepSite
from command_center.connectors.places.city import sites_of
from command_center.connectors.places.sheet import Sheet, Tell
from command_center.connectors.places.sites import read_sites
from command_center.documents.place_tables import Lines, sites_table
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.place import LocatedBy
from command_center.domain.site import Site, SiteKind, SubjectKind
from command_center.situation.vulnerability import Subject
from command_center.ui.actions.action import submit, undo_of
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.format import count
from command_center.ui.list_page import Keys
from command_center.ui.places.card import Part
from command_center.ui.places.file_page import FilePage
from command_center.ui.places.page import SHARED
from command_center.ui.places.preview import Changes, site_changes
from command_center.ui.places.scope import Scope, narrow
from command_center.ui.places.words import kind_text, level_text, translate, where_text
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import TextRow
from command_center.ui.radio.words import area_text
from command_center.ui.seat import Seat

_KEYS: Keys = {**SHARED, "city": ("K", Qt.Key.Key_K)}
_FIELDS = (
    "name", "kind", "short", "code", "address", "holder", "area", "point", "contacts", "source",
)  # fmt: skip
_WIDE = ("address", "contacts", "source")
CLOSED = "closed"
"""Instead of a kind: those that left the list."""


class SitesPage(FilePage):
    file_name = "tempat"
    stored_kind = "sites.imported"

    def __init__(self, seat: Seat, scope: Scope) -> None:
        super().__init__(seat, scope, _KEYS)
        self.kinds = narrow(QComboBox())
        self.kinds.addItem("", None)
        for kind in (*SiteKind, CLOSED):
            self.kinds.addItem("", kind)
        self._head.addWidget(self.kinds)
        self.kinds.currentIndexChanged.connect(self.refresh)
        self.restyle()
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    def _sites(self, *, closed: bool = False) -> list[Site]:
        every: list[Site] = list(self._seat.situation.all("site"))
        rows = [row for row in every if (row.closed_at is not None) == closed]
        order = list(SiteKind)
        return sorted(rows, key=lambda row: (order.index(row.kind), row.name.casefold()))

    def list_rows(self) -> list[TextRow]:
        wanted, table = self.kinds.currentData(), self._scope.criteria
        standing, city = self._scope.standing, self._seat.city
        return [
            TextRow(
                row.id,
                row.name,
                level_text(table, standing.get((SubjectKind.SITE, row.id))),
                f"{kind_text(row.kind)} · {area_text(city, row.area_code) or '?'} · {row.address}",
            )
            for row in self._sites(closed=wanted == CLOSED)
            if wanted in (None, CLOSED, row.kind)
        ]

    def refresh(self, *args: object) -> None:
        here = len(self._sites())
        rated = sum(1 for kind, _ in self._scope.standing if kind is SubjectKind.SITE)
        text = fill(translate("Places", "%1 tempat, %2 dinilai"), count(here), count(rated))
        self.say(self.standing, text)
        super().refresh(*args)

    def show_subject(self, id: str) -> None:
        self.kinds.setCurrentIndex(0)
        super().show_subject(id)

    def _site(self, id: str) -> Site | None:
        found = self._seat.situation.get("site", id)
        return found if isinstance(found, Site) else None

    def subject(self, id: str) -> Subject:
        return SubjectKind.SITE, id

    def title_of(self, id: str) -> str:
        site = self._site(id)
        return site.name if site is not None else ""

    def place(self, id: str) -> tuple[Site | None, str]:
        site = self._site(id)
        return site, (site.area_code or "") if site is not None else ""

    def facts(self, id: str) -> Sequence[Part]:
        site = self._site(id)
        if site is None:
            return ()
        lines = [site.address, where_text(self._seat.city, site), site.holder]
        sources = fill(translate("Places", "sumber: %1"), site.source) if site.source else ""
        about = "\n".join(line for line in (*lines, sources) if line)
        may = self._seat.may(Permission.KEEP_PLACES)
        contacts = "\n".join(site.contacts) if may else ""
        return (
            Part(kind_text(site.kind).upper(), about, "text2"),
            Part(translate("Places", "KONTAK"), contacts),
            self.noted(site.area_code or ""),
        )

    # --- what is asked -------------------------------------------------------------------------

    def answer_list(self, asked: str) -> None:
        if asked in ("add", "change"):
            self._open(self.marked if asked == "change" else "")
        elif asked == "remove":
            self._ask_close(self.marked)
        elif asked == "city":
            self._take_city()
        else:
            super().answer_list(asked)

    def _open(self, id: str) -> None:
        form = FieldsForm(self._seat, _FIELDS, {"kind": tuple(SiteKind)}, wide=_WIDE)
        form.rename(self._names(), {"kind": [kind_text(kind) for kind in SiteKind]})
        site = self._site(id) if id else None
        form.kept.connect(partial(self._keep, site))
        self.show_form(form, self._values(site) if site is not None else {})

    def _values(self, site: Site) -> dict[str, object]:
        names = ("name", "kind", "short", "code", "address", "holder", "source")
        values = {name: getattr(site, name) for name in names}
        values["area"] = area_text(self._seat.city, site.area_code)
        values["point"] = f"{site.lat:.6f}, {site.lon:.6f}" if site.lat is not None else ""
        values["contacts"] = "; ".join(site.contacts)
        return values

    def _keep(self, site: Site | None, values: Mapping[str, Any]) -> None:
        try:
            command = self._command(site, values)
        except OperatorError as error:
            self._seat.notices.failed(error)
            return
        self.keep(command, "site", "site_id")

    def _command(self, site: Site | None, values: Mapping[str, Any]) -> KeepSite:
        lat, lon = point_of(str(values["point"]))
        area = str(values["area"]).strip()
        how = LocatedBy.TYPED
        if site is not None and lat is not None and (site.lat, site.lon) == (lat, lon):
            how = site.located
        code = str(values["code"]).strip()
        taken = next((row for row in self._sites() if code and row.code == code), None)
        if site is None and taken is not None:
            raise OperatorError("site_code_taken", name=taken.name)
        parts = str(values["contacts"]).split(";")
        return KeepSite(
            kind=values["kind"],
            name=str(values["name"]),
            code=str(values["code"]),
            short=str(values["short"]),
            address=str(values["address"]),
            holder=str(values["holder"]),
            contacts=tuple(one for part in parts if (one := part.strip())),
            area=(self.known_area(area) or area) if area else "",
            lat=lat,
            lon=lon,
            located=how,
            source=str(values["source"]),
            site_id=site.id if site is not None else "",
            before=site.version if site is not None else 0,
        )

    def _ask_close(self, id: str) -> None:
        name = self.title_of(id)
        title = fill(translate("Places", "Keluarkan %1 dari daftar? Riwayatnya tetap ada."), name)
        yes = Answer(translate("Places", "Keluarkan"), "Return", partial(self._close, id, name))
        self.question.ask(title, [yes])

    def _close(self, id: str, name: str) -> None:
        self.question.leave()
        submit(self._seat, CloseSite(id), undo_of("site", id), name=name)

    # --- files ---------------------------------------------------------------------------------

    def read(self, data: bytes, tell: Tell) -> Sheet[KeepSite]:
        return read_sites(data, self.known_area, tell)

    def changes(self, rows: tuple[Any, ...]) -> Changes[Any]:
        known: dict[str, Site] = {row.code: row for row in self._seat.situation.all("site")}
        return site_changes(rows, known, self._area_at)

    def _area_at(self, lat: float, lon: float) -> str | None:
        hit = self._seat.city.area_at(lat, lon)
        return hit.code if hit is not None else None

    def storing(self, source: str) -> Callable[[tuple[Any, ...]], ImportSites]:
        """Each row names its own source; `source` is for those that do not."""
        return lambda rows: ImportSites(tuple(_sourced(row, source) for row in rows))

    def _take_city(self) -> None:
        """The places that the city's pack knows."""
        changes = self.changes(tuple(sites_of(self._seat.city)))
        if not changes.wanted:
            self._seat.notices.failed(OperatorError("places_nothing_new"))
            return
        self.ask_store(self._seat.city.name, changes, 0)

    def table(self) -> Lines:
        return sites_table(self._sites(), contacts=self._seat.may(Permission.KEEP_PLACES))

    # --- appearance ----------------------------------------------------------------------------

    def _names(self) -> dict[str, str]:
        return {
            "name": translate("Places", "Nama"),
            "kind": translate("Places", "Jenis"),
            "short": translate("Places", "Singkatan"),
            "code": translate("Places", "Kode"),
            "address": translate("Places", "Alamat"),
            "holder": translate("Places", "Pengelola"),
            "area": translate("Places", "Kelurahan"),
            "point": translate("Places", "Lintang, bujur"),
            "contacts": translate("Places", "Kontak (pisahkan ;)"),
            "source": translate("Places", "Sumber"),
        }

    def nothing(self) -> str:
        return translate(
            "Places", "Belum ada tempat. Ambil dari paket kota (K), impor (O) atau tambah (Ins)."
        )

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Places", "Daftar tempat"))
        self.buttons["city"].relabel(translate("Places", "Dari paket kota"))
        self.kinds.setAccessibleName(translate("Places", "Jenis tempat"))
        self.kinds.setItemText(0, translate("Places", "Semua jenis"))
        for at, kind in enumerate(SiteKind, 1):
            self.kinds.setItemText(at, kind_text(kind))
        closed = translate("Places", "Sudah dikeluarkan")
        self.kinds.setItemText(self.kinds.count() - 1, closed)
        super().retranslate()


def point_of(text: str) -> tuple[float | None, float | None]:
    """Degrees as "-7.9776, 112.6341"; "" is none. OperatorError("place_no_point")."""
    words = text.replace(",", " ").split()
    if not words:
        return None, None
    try:
        lat, lon = (float(word) for word in words)
    except ValueError as error:
        raise OperatorError("place_no_point") from error
    return lat, lon


def _sourced(row: KeepSite, source: str) -> KeepSite:
    return row if row.source else replace(row, source=source)
