"""Partners of the neighbourhoods, by kelurahan and RW."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from command_center.commands.partners import ImportPartners, PartnerLeaves, RegisterPartner
from command_center.connectors.radio.tables import Table, read_partners
from command_center.domain.partner import Partner, PartnerKind
from command_center.ui.radio.edit_page import EditPage, translate
from command_center.ui.radio.lines import TextRow
from command_center.ui.radio.words import area_text, kind_text, neighbourhood
from command_center.ui.seat import Seat

_FIELDS = ("name", "kind", "call_sign", "area", "rw", "reach")


class DirectoryPage(EditPage):
    def __init__(self, seat: Seat) -> None:
        super().__init__(seat, _FIELDS, {"kind": tuple(PartnerKind)})
        self.restyle()
        self.retranslate()

    def found(self) -> list[TextRow]:
        here: list[Partner] = [p for p in self._seat.situation.all("partner") if p.left_at is None]
        city = self._seat.city
        here.sort(key=lambda p: (area_text(city, p.area_code), p.rw, p.kind, p.name.casefold()))
        return [self._row(partner) for partner in here]

    def _row(self, partner: Partner) -> TextRow:
        place = neighbourhood(self._seat.city, partner.area_code, partner.rw)
        second = (place, partner.call_sign, self._reach(partner.reach))
        return TextRow(
            id=partner.id,
            first=partner.name,
            right=kind_text(partner.kind),
            second=" · ".join(part for part in second if part),
        )

    def _reach(self, reach: str) -> str:
        """A source's name, or the telephone number as it is."""
        source = self._seat.situation.source(reach) if reach else None
        return source.name if source else reach

    def values_of(self, id: str) -> Mapping[str, object]:
        partner = self._seat.situation.get("partner", id) if id else None
        if not isinstance(partner, Partner):
            return {}
        values = {name: getattr(partner, name) for name in _FIELDS if name != "area"}
        return {**values, "area": area_text(self._seat.city, partner.area_code)}

    def command_of(self, id: str, values: Mapping[str, Any]) -> RegisterPartner:
        area = str(values["area"])
        code = self.known_area(area) if area.strip() else ""
        return RegisterPartner(**{**values, "area": code or area, "partner_id": id})

    def leaving(self, id: str) -> PartnerLeaves:
        return PartnerLeaves(id)

    def read(self, path: Path) -> Table[Any]:
        return read_partners(path, self.known_area)

    def importing(self, rows: tuple[Any, ...]) -> ImportPartners:
        return ImportPartners(rows)

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Radio", "Mitra"))
        self.view.empty = translate("Radio", "Belum ada mitra. Tambah (Ins) atau impor CSV (O).")
        names = {
            "name": translate("Radio", "Nama"),
            "kind": translate("Radio", "Unsur"),
            "call_sign": translate("Radio", "Panggilan"),
            "area": translate("Radio", "Kelurahan"),
            "rw": translate("Radio", "RW"),
            "reach": translate("Radio", "Kontak atau sumber"),
        }
        self.form.rename(names, {"kind": [kind_text(kind) for kind in PartnerKind]})
        super().retranslate()
