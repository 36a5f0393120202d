"""February 2024 in Malang, to plan for and to tell of: 2,452 polling stations and 3,131 people."""

from __future__ import annotations

import csv
import io
import random
from pathlib import Path

from command_center.advice.allocation.groups import Station
from command_center.advice.allocation.plan import Pool
from command_center.domain.election import Force
from command_center.domain.place import PlaceKind
from command_center.domain.site import FIRST_SPECIAL
from command_center.geo.city import CityPack
from command_center.geo.packs import load_pack

ROOT = Path(__file__).resolve().parents[2]
LIST = ROOT.parent / "shared" / "data" / "tps" / "pemilu2024_tps_list.csv"
STATIONS, POLICE, MILITARY, LINMAS = 2_452, 557, 214, 2_360
"""Of the Pilkada of 27 November 2024, as the press had it: Polri, TNI and Linmas."""
LEVELS = ("kurang_rawan", "rawan", "sangat_rawan")
_AT_POLSEK = 70
_SPREAD_DEGREES = 0.004


def town() -> CityPack:
    return load_pack(ROOT / "resources" / "packs" / "malang")


def numbers(pack: CityPack) -> list[tuple[str, int]]:
    """(kelurahan, number) as KPU has them where the list is there, else as many in each."""
    if LIST.exists():
        rows = csv.DictReader(io.StringIO(LIST.read_text(encoding="utf-8")))
        return [(row["kode_kemendagri"], int(row["no_tps"])) for row in rows]
    areas = kelurahan(pack)
    each, more = divmod(STATIONS, len(areas))
    return [(code, n) for at, code in enumerate(areas) for n in range(1, each + (at < more) + 1)]


def kelurahan(pack: CityPack) -> list[str]:
    return [area.code for area in pack.areas if area.kind is PlaceKind.KELURAHAN]


def stations(pack: CityPack, *, surveyed: bool) -> list[Station]:
    """`surveyed`: each with a point of its own near its kelurahan's, as a room will have them one
    day; else where the kelurahan is written. One in twenty rawan, one in a hundred more."""
    rng = random.Random(2024)
    made = []
    for at, (area, number) in enumerate(numbers(pack)):
        place = pack.gazetteer.by_code(area)
        assert place is not None
        assert place.lat is not None
        assert place.lon is not None
        off = [rng.uniform(-_SPREAD_DEGREES, _SPREAD_DEGREES) * surveyed for _ in range(2)]
        level = LEVELS[2] if at % 100 == 7 else LEVELS[1] if at % 20 == 3 else LEVELS[0]
        point = (place.lat + off[0], place.lon + off[1])
        made.append(Station(area, number, *point, level, number > FIRST_SPECIAL))
    return made


def pools(pack: CityPack) -> list[Pool]:
    """Police at their polsek and at the Polresta, soldiers at the Kodim, Linmas at home."""
    made: list[Pool] = []
    stations_of = [area for area in pack.areas if area.kind is PlaceKind.KECAMATAN]
    homes = {area.code: (area.lat or 0.0, area.lon or 0.0) for area in pack.areas}
    for area in stations_of:
        made.append(_pool(Force.POLICE, area.name, _AT_POLSEK, homes[area.code]))
    centre = pack.centre.lat, pack.centre.lon
    left = POLICE - _AT_POLSEK * len(stations_of)
    made.append(_pool(Force.POLICE, "Polresta", left, centre))
    made.append(_pool(Force.MILITARY, "Kodim", MILITARY, centre))
    areas = kelurahan(pack)
    each, more = divmod(LINMAS, len(areas))
    made += [
        _pool(Force.LINMAS, code, each + (at < more), homes[code]) for at, code in enumerate(areas)
    ]
    return made


def _pool(force: Force, name: str, strength: int, at: tuple[float, float]) -> Pool:
    return Pool(f"{force.value}:{name}", force, name, strength, *at)
