"""The ronda roster: who watches where on which night."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from command_center.commands.partners import EndNightWatch, ImportNightWatch, SetNightWatch
from command_center.connectors.radio.tables import Table, read_night_watch
from command_center.domain.errors import OperatorError
from command_center.domain.partner import NightWatch
from command_center.ui.radio.edit_page import EditPage, translate
from command_center.ui.radio.lines import TextRow
from command_center.ui.radio.words import area_text, day_text, neighbourhood, on_watch
from command_center.ui.seat import Seat

_FIELDS = ("area", "rw", "weekday", "starts", "ends", "people", "contact")


class WatchPage(EditPage):
    select_code = "select_watch"

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat, _FIELDS, {"weekday": tuple(range(7))})
        self.restyle()
        self.retranslate()

    def found(self) -> list[TextRow]:
        here: list[NightWatch] = [
            line for line in self._seat.situation.all("night_watch") if line.left_at is None
        ]
        city = self._seat.city
        here.sort(key=lambda w: (area_text(city, w.area_code), w.rw, w.weekday, w.starts))
        return [self._row(line) for line in here]

    def _row(self, line: NightWatch) -> TextRow:
        people = translate("Radio", "%1 orang").replace("%1", str(line.people))
        out = on_watch(line, self._seat.live.now(), self._seat.zone)
        second = (people, line.contact, translate("Radio", "sedang ronda") if out else "")
        return TextRow(
            id=line.id,
            first=neighbourhood(self._seat.city, line.area_code, line.rw),
            right=f"{day_text(line.weekday)} {line.starts}–{line.ends}",
            second=" · ".join(part for part in second if part),
        )

    def values_of(self, id: str) -> Mapping[str, object]:
        line = self._seat.situation.get("night_watch", id) if id else None
        if not isinstance(line, NightWatch):
            return {"starts": "22:00", "ends": "04:00"}
        values = {name: getattr(line, name) for name in _FIELDS if name != "area"}
        return {**values, "area": area_text(self._seat.city, line.area_code)}

    def command_of(self, id: str, values: Mapping[str, Any]) -> SetNightWatch:
        people, area = str(values["people"]).strip() or "0", str(values["area"])
        if not (people.isascii() and people.isdigit()):
            raise OperatorError("cell_no_number")
        if not area.strip():
            raise OperatorError("watch_needs_area")
        code = self.known_area(area) or area
        return SetNightWatch(**{**values, "area": code, "people": int(people[:6]), "watch_id": id})

    def leaving(self, id: str) -> EndNightWatch:
        return EndNightWatch(id)

    def read(self, path: Path) -> Table[Any]:
        return read_night_watch(path, self.known_area)

    def importing(self, rows: tuple[Any, ...]) -> ImportNightWatch:
        return ImportNightWatch(rows)

    def retranslate(self) -> None:
        self.view.setAccessibleName(translate("Radio", "Jadwal ronda"))
        empty = translate("Radio", "Belum ada jadwal ronda. Tambah (Ins) atau impor CSV (O).")
        self.view.empty = empty
        names = {
            "area": translate("Radio", "Kelurahan"),
            "rw": translate("Radio", "RW"),
            "weekday": translate("Radio", "Hari"),
            "starts": translate("Radio", "Mulai"),
            "ends": translate("Radio", "Selesai"),
            "people": translate("Radio", "Orang"),
            "contact": translate("Radio", "Kontak"),
        }
        self.form.rename(names, {"weekday": [day_text(day) for day in range(7)]})
        super().retranslate()
