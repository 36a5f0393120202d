"""Days of a city that are made up: incidents, and what people write of them on a telephone.

Every number here is an assumption, stated in docs/duplicates.md. The same seed gives the same day.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache

from command_center.advice.duplicates.places import PlaceNames
from command_center.advice.slang import slang
from command_center.domain.incident import Report, ReporterKind
from command_center.domain.place import LocatedBy, Place, PlaceKind
from command_center.geo.city import CityPack
from command_center.geo.packs import load_pack
from command_center.runtime.paths import resources_dir
from tests.benchmarks.reports_templates import (
    CATEGORY,
    DETAILS,
    FAMILIES,
    GRAVE_KINDS,
    MISTAKEN,
    TAILS,
    WHERE,
)

START = datetime(2026, 11, 25, 0, 0, tzinfo=UTC)
METRES = 111_195.0
ELSEWHERE, NOWHERE = 0.18, 0.10
WRONG_CATEGORY, NO_PLACE = 0.14, 0.25
_OWN_SLANG = {"tidak": "ndk", "sudah": "swdah", "jalan": "jln", "orang": "oranx", "polisi": "plisi"}
"""Some that our table does not know, so that not every spelling can be undone."""


@dataclass(frozen=True, slots=True)
class Truth:
    """An incident that happened: `kind` of the templates, place in degrees, `grave` kinds."""

    id: int
    kind: str
    lat: float
    lon: float
    at_s: float
    place: Place | None
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A report, and of which incident it is."""

    report: Report
    truth: Truth
    grave: bool
    """Whether it says what makes the incident one of the gravest."""


@dataclass(frozen=True, slots=True)
class Day:
    """`incidents` that begin within `hours`, `noise` 1.0 = how people usually type,
    `again` the chance of one more report."""

    family: str
    incidents: int
    hours: float
    noise: float = 1.0
    again: float = 0.7
    seed: int = 1


@cache
def city() -> CityPack:
    return load_pack(resources_dir() / "packs" / "malang")


@cache
def place_names() -> PlaceNames:
    return PlaceNames(city().gazetteer.places)


def reports_of(day: Day) -> list[Told]:
    """In the order they arrive."""
    rng = random.Random(f"{day.family}:{day.seed}:{day.incidents}:{day.hours}:{day.noise}")
    told: list[Told] = []
    for truth in _happenings(rng, day):
        told += _tellings(rng, truth, day)
    told.sort(key=lambda one: (one.report.received_at, one.report.id))
    return told


def _happenings(rng: random.Random, day: Day) -> list[Truth]:
    found: list[Truth] = []
    kinds = sorted(CATEGORY)

    def add(kind: str, lat: float, lon: float, at_s: float) -> Truth:
        details = tuple(sorted(_details(rng, kind)))
        place = _near(lat, lon, rng)
        found.append(Truth(len(found), kind, lat, lon, at_s, place, details))
        return found[-1]

    span = day.hours * 3600.0
    while len(found) < day.incidents:
        lat, lon = _spot(rng)
        made = add(rng.choice(kinds), lat, lon, rng.uniform(0, span))
        chance = rng.random()
        if chance < 0.12:
            lat, lon = _moved(rng, made.lat, made.lon, 350, 900)
            add(made.kind, lat, lon, made.at_s + rng.uniform(0, 900))
        elif chance < 0.18:
            add(made.kind, made.lat, made.lon, made.at_s + rng.uniform(7_200, 18_000))
        elif chance < 0.185:
            _storm(rng, add, made.at_s)
    return found


def _storm(rng: random.Random, add: object, at_s: float) -> None:
    """Thirty places under water within an hour and a half."""
    for _ in range(30):
        lat, lon = _spot(rng)
        add(rng.choice(("banjir", "pohon")), lat, lon, at_s + rng.uniform(0, 5_400))  # type: ignore[operator]


def _details(rng: random.Random, kind: str) -> set[str]:
    chance = {"tawuran": 0.6, "begal": 0.7, "laka": 0.5, "kelahi": 0.35, "kebakaran": 0.4}
    found = {"banjir": 0.15, "pohon": 0.12, "demo": 0.15, "tps": 0.05}
    if rng.random() >= chance.get(kind, found.get(kind, 0.0)):
        return set()
    options = (
        ("injury", "danger")
        if kind in {"laka", "kebakaran", "banjir", "pohon"}
        else ("weapon", "injury")
    )
    return set(rng.sample(options, rng.choice((1, 1, 2))))


def _spot(rng: random.Random) -> tuple[float, float]:
    """Around a place or in a kelurahan: people are where things happen."""
    places = [
        p
        for p in city().gazetteer.places
        if p.lat is not None and p.kind is not PlaceKind.KECAMATAN
    ]
    place = rng.choice(places)
    assert place.lat is not None
    assert place.lon is not None
    return _moved(rng, place.lat, place.lon, 0, 700)


def _moved(
    rng: random.Random, lat: float, lon: float, least_m: float, most_m: float
) -> tuple[float, float]:
    turn, metres = rng.uniform(0, math.tau), rng.uniform(least_m, most_m)
    east = metres * math.sin(turn) / (METRES * math.cos(math.radians(lat)))
    return lat + metres * math.cos(turn) / METRES, lon + east


def _near(lat: float, lon: float, rng: random.Random) -> Place | None:
    """What people there would name: one of the two nearest places, else the kelurahan."""
    near = city().gazetteer.nearest(lat, lon, limit=2)
    close = [place for place, metres in near if metres < 800]
    if close:
        return rng.choice(close)
    area = city().area_at(lat, lon)
    return city().gazetteer.by_code(area.code) if area else None


def _tellings(rng: random.Random, truth: Truth, day: Day) -> list[Told]:
    """From one to some dozens, most of them soon."""
    count = 1
    while rng.random() < day.again and count < 60:
        count += 1
    spread = rng.choice((6.0, 12.0, 20.0)) * 60
    told = []
    for number in range(count):
        after_s = min(rng.expovariate(1 / spread), 7_000.0)
        details = [detail for detail in truth.details if rng.random() < 0.6]
        report = _report(rng, truth, day, number, after_s, details)
        told.append(Told(report, truth, bool(details) or truth.kind in GRAVE_KINDS))
    return told


def _report(
    rng: random.Random,
    truth: Truth,
    day: Day,
    number: int,
    after_s: float,
    details: Sequence[str],
) -> Report:
    lat, lon, how = _point(rng, truth)
    at = START + timedelta(seconds=truth.at_s + (after_s if number else 0.0))
    category = CATEGORY[truth.kind]
    if rng.random() < WRONG_CATEGORY:
        category = rng.choice(MISTAKEN[category])
    id = f"{truth.id:05d}-{number:02d}"
    return Report(
        id=id,
        version=1,
        source_id="generated",
        external_id=id,
        category=category,
        text=noisy(rng, _text(rng, truth, day.family, details), day.noise),
        reporter=ReporterKind.OPEN,
        occurred_at=None,
        received_at=at,
        lat=lat,
        lon=lon,
        accuracy_m=None,
        located_by=how,
        area_code=None,
        address="",
        clock_skewed=False,
        channel="wadul",
        reporter_ref=f"p{id}" if rng.random() < 0.97 else f"p{truth.id:05d}",
    )


def _point(rng: random.Random, truth: Truth) -> tuple[float | None, float | None, LocatedBy]:
    chance = rng.random()
    if chance < NOWHERE:
        return None, None, LocatedBy.UNKNOWN
    if chance < NOWHERE + ELSEWHERE:
        return *_moved(rng, truth.lat, truth.lon, 330, 1_100), LocatedBy.GPS
    return *_moved(rng, truth.lat, truth.lon, 0, 90), LocatedBy.GPS


def _text(rng: random.Random, truth: Truth, family: str, details: Sequence[str]) -> str:
    where = ""
    if truth.place is not None and rng.random() >= NO_PLACE:
        named = rng.choice((truth.place.name, *truth.place.nicknames))
        where = rng.choice(WHERE[family]).format(p=named)
    parts = [rng.choice(FAMILIES[family][truth.kind]).format(t=where)]
    parts += [rng.choice(DETAILS[family][d]) for d in details]
    parts.append(rng.choice(TAILS[family]))
    return " ".join(part for part in parts if part)


@cache
def _backwards() -> dict[str, tuple[str, ...]]:
    """Word -> spellings that mean it alone."""
    found: dict[str, list[str]] = {}
    for typed, means in sorted(slang().items()):
        if len(means) == 1:
            found.setdefault(means[0], []).append(typed)
    for word, typed in _OWN_SLANG.items():
        found.setdefault(word, []).append(typed)
    return {word: tuple(spellings) for word, spellings in found.items()}


def noisy(rng: random.Random, text: str, noise: float) -> str:
    """As typed in a hurry: short forms, a slip now and then, letters held down."""
    words = []
    for word in text.lower().split():
        spellings = _backwards().get(word)
        if spellings and rng.random() < 0.45 * noise:
            words.append(rng.choice(spellings))
        elif len(word) > 4 and rng.random() < 0.08 * noise:
            words.append(_slip(rng, word))
        else:
            words.append(word)
    if words and rng.random() < 0.1 * noise:
        words[-1] += words[-1][-1] * 3
    return " ".join(words)


def _slip(rng: random.Random, word: str) -> str:
    at = rng.randrange(1, len(word) - 1)
    kind = rng.randrange(3)
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at] + word[at:]
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def share_of(told: Sequence[Told]) -> float:
    """Duplicates among the reports."""
    return 1.0 - len({one.truth.id for one in told}) / len(told)
