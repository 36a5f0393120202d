"""The form of one polling station."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from command_center.commands.elections import ImportStations, StationRow
from command_center.domain.errors import OperatorError
from command_center.domain.place import LocatedBy
from command_center.domain.site import PollingStation
from command_center.ui.places.scope import Scope
from command_center.ui.places.sites_page import point_of
from command_center.ui.places.words import translate
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.seat import Seat

_WHICH = ("area", "number")
_FACTS = ("voters", "location", "point", "kpu_code", "source")


def station_form(seat: Seat, row: PollingStation | None) -> FieldsForm:
    """Which station it is, is asked of a new one only."""
    fields = _FACTS if row is not None else (*_WHICH, *_FACTS)
    form = FieldsForm(seat, fields, {}, wide=("location", "source"))
    names = {
        "area": translate("Places", "Kelurahan"),
        "number": translate("Places", "Nomor TPS"),
        "voters": translate("Places", "Jumlah pemilih"),
        "location": translate("Places", "Lokasi"),
        "point": translate("Places", "Lintang, bujur"),
        "kpu_code": translate("Places", "Kode kelurahan KPU"),
        "source": translate("Places", "Sumber"),
    }
    form.rename({name: names[name] for name in fields}, {})
    return form


def station_values(row: PollingStation | None) -> dict[str, object]:
    if row is None:
        return {}
    values: dict[str, object] = {n: getattr(row, n) for n in ("location", "kpu_code", "source")}
    values["voters"] = "" if row.voters is None else row.voters
    values["point"] = f"{row.lat:.6f}, {row.lon:.6f}" if row.lat is not None else ""
    return values


def station_of(
    scope: Scope,
    row: PollingStation | None,
    values: Mapping[str, Any],
    area_named: Callable[[str], str | None],
) -> ImportStations:
    """OperatorError for a number that is none, or a new station that is on the list already."""
    lat, lon = point_of(str(values["point"]))
    same = row is not None and lat is not None and (row.lat, row.lon) == (lat, lon)
    if row is not None:
        area, number = row.area_code, row.number
    else:
        typed = str(values["area"]).strip()
        area, number = area_named(typed) or typed, _whole(values["number"]) or 0
        if any((one.area_code, one.number) == (area, number) for one in scope.stations):
            raise OperatorError("station_listed", number=number, area=typed)
    made = StationRow(
        area=area,
        number=number,
        kpu_code=str(values["kpu_code"]),
        voters=_whole(values["voters"]),
        location=str(values["location"]),
        lat=lat,
        lon=lon,
        located=row.located if row is not None and same else LocatedBy.TYPED,
    )
    return ImportStations(scope.election_id, str(values["source"]), (made,))


def _whole(text: object) -> int | None:
    """None for nothing typed."""
    typed = str(text).strip().replace(".", "")
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit() and len(typed) <= 9):
        raise OperatorError("station_not_number", found=typed[:20])
    return int(typed)
