"""Words about a place as candidates on the map. It suggests; a person picks."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from command_center.domain.place import Place, PlaceKind
from command_center.geo.candidates import Candidate, Reason, Why
from command_center.geo.distance import distance_m
from command_center.geo.found import CERTAIN, RIVAL, Found, keep, off_m, ranked
from command_center.geo.gazetteer import AREA_KINDS
from command_center.geo.names import Fit, Match, Names
from command_center.geo.place_words import place_words
from command_center.geo.said_place import (
    Area,
    SaidPlace,
    read_said,
    without_house,
    without_side,
)
from command_center.geo.spelling import words
from command_center.geo.streets import Street, address_of, street_key, streets_of

if TYPE_CHECKING:
    from command_center.geo.city import CityPack

CROSSING = "simpang:"
"""Begins the code of a crossing: the codes of its two streets follow."""
_GOOD = 80.0
_ON_A_CORNER_M, _FARTHEST_CROSSING_M = 120.0, 700.0
_BESIDE_M = 1_200.0
_NEAR_M, _UNKNOWN_M = 150.0, 300.0
_LONG_M = 400.0
_LONGEST_NAME = 5
_PART_OF_CROSSING = 15.0
_LEAST_BEGUN = 3
_FITS = {
    Fit.NAME: Reason.NAME,
    Fit.SHORTENED: Reason.SHORTENED,
    Fit.PART: Reason.PART,
    Fit.BEGUN: Reason.BEGUN,
    Fit.MISTYPED: Reason.MISTYPED,
}
Said = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Subject:
    """What may be meant; a street by its points."""

    place: Place
    accuracy_m: float | None
    street: Street | None = None


class Geocoder:
    """Over areas, places and streets of one city. Immutable, safe between threads."""

    def __init__(self, pack: CityPack) -> None:
        self._pack = pack
        self._city = frozenset(words(pack.name))
        self._houses, addresses = _addresses(pack)
        streets = streets_of(pack.places, pack.streets, addresses)
        self._subjects = list(_subjects(pack, streets))
        self._by_code = {one.place.code: one for one in self._subjects}
        self._names = Names((s.place.name, *s.place.nicknames) for s in self._subjects)

    def place(self, code: str, said: str = "") -> Place | None:
        """The place of a candidate by its code, crossings and streets too: as `find` gave it for
        what was said, else as it is without a word."""
        for candidate in self.find(said) if said else ():
            if candidate.place.code == code:
                return candidate.place
        known = self._by_code.get(code)
        if known is not None:
            return known.place
        if code.startswith(CROSSING):
            first, _, second = code.removeprefix(CROSSING).partition("+")
            streets = [self._by_code.get(one) for one in (first, second)]
            if all(one is not None and one.street is not None for one in streets):
                made = self._meeting([s.street for s in streets if s and s.street])
                return made.place if made else None
        return None

    def find(self, text: str, limit: int = 6, least_begun: int = _LEAST_BEGUN) -> list[Candidate]:
        """The likeliest `limit` places, best first; none rather than a far guess.

        A name that is only begun counts from `least_begun` letters on.
        """
        said = read_said(text)
        exact = self._by_code.get(text.strip())
        if exact is not None:
            found = [self._of(exact, Match(0, 100.0, exact.place.code, Fit.NAME))]
        else:
            found = self._search(said, least_begun)
        return ranked(found)[:limit]

    # --- searching -----------------------------------------------------------------------------

    def _search(self, said: SaidPlace, least_begun: int) -> list[Found]:
        hints = [code for area in said.areas for code in self._areas(area)]
        found: dict[str, Found] = {}
        for place in self._crossings(said):
            keep(found, place)
        behind = _PART_OF_CROSSING if found else 0.0
        for number, name in enumerate(said.names):
            for one, inside in self._mean(name, least_begun):
                if number and one.place.kind in AREA_KINDS and found:
                    if one.score >= CERTAIN:
                        hints.append(one.place.code)
                    continue
                one.score -= 3 * number + behind
                hints += inside
                keep(found, one)
        self._beside(found, hints, said, least_begun)
        if all(one.score < _GOOD + RIVAL for one in found.values()):
            for one in self._among([*said.names, *said.near]):
                keep(found, one)
        if not found:
            for code in dict.fromkeys(hints):
                area = self._by_code[code]
                keep(found, self._of(area, Match(0, 92.0, area.place.name, Fit.NAME)))
        for one in found.values():
            # The area is asked of what the house number leads to, not of its street.
            self._house(one, said)
            self._weigh(one, hints, said)
        return list(found.values())

    def _mean(self, name: Said, least_begun: int) -> Iterator[tuple[Found, list[str]]]:
        """What a name may mean as it stands, else without its number, side, city or area, and the
        areas that were among its words."""
        best = 0.0
        for said, off, why, areas in self._readings(name):
            if best >= CERTAIN - 2:
                return
            for match in self._names.match(said, least_begun).values():
                one = self._of(self._subjects[match.at], match)
                one.score -= off
                one.why += why
                if said[0] == "jl" and one.street is None:
                    one.score -= 10
                best = max(best, one.score)
                yield one, areas

    def _readings(self, name: Said) -> Iterator[tuple[Said, float, list[Why], list[str]]]:
        yield name, 0.0, [], []
        bare = without_house(name)
        while len(bare) > 1 and bare[-1] in self._city:
            bare = bare[:-1]
        if bare != name:
            yield bare, 1.0, [], []
        if len(bare) > 1 and bare[0] in place_words().generic:
            yield bare[1:], 3.0, [], []
        sided = without_side(bare)
        if sided != bare:
            yield sided, 4.0, [Why(Reason.SIDE)], []
        for cut in range(len(bare) - 1, max(0, len(bare) - 4), -1):
            areas = self._areas(Area(None, bare[cut:]))
            if areas:
                yield without_house(bare[:cut]), 2.0, [], areas
        if len(bare) > 2 and bare[0] in place_words().crossing:
            yield bare[1:], 6.0, [Why(Reason.CROSSING_UNKNOWN)], []

    def _areas(self, area: Area) -> list[str]:
        """The codes of the areas of that name; of both kinds when neither was said."""
        found = self._names.match(area.said, 99, slips=area.kind is not None).values()
        kinds = AREA_KINDS if area.kind is None else {area.kind}
        good = [self._subjects[match.at].place for match in found if match.score >= _GOOD]
        return [place.code for place in good if place.kind in kinds]

    def _among(self, names: Iterable[Said]) -> Iterator[Found]:
        """Whole names that stand among other words: the longest first."""
        for name in names:
            for length in range(min(_LONGEST_NAME, len(name) - 1), 0, -1):
                found = False
                for start in range(len(name) - length + 1):
                    part = name[start : start + length]
                    alone = length == 1 and (len(part[0]) < 3 or part[0].isdigit())
                    matches = {} if alone else self._names.match(part, 99, slips=False)
                    for match in matches.values():
                        if match.score >= CERTAIN:
                            one = self._of(self._subjects[match.at], match)
                            one.score -= 12 + start / 2
                            one.why.append(Why(Reason.INSIDE))
                            found = True
                            yield one
                if found:
                    return

    def _beside(
        self, found: dict[str, Found], hints: list[str], said: SaidPlace, least_begun: int
    ) -> None:
        """What something stands near is known better than the street it stands in."""
        roads = [one for one in found.values() if one.street is not None]
        for name in said.near:
            for one, _ in self._mean(name, least_begun):
                if roads and one.place.kind in AREA_KINDS:
                    hints += [one.place.code] if one.score >= CERTAIN else []
                    continue
                one.score -= 2
                one.why.append(Why(Reason.NEAR, one.place.name))
                one.accuracy_m = max(one.accuracy_m or _UNKNOWN_M, _NEAR_M)
                if any(off_m(road, one) <= _BESIDE_M for road in roads):
                    one.score += 3
                elif roads:
                    one.score -= 8
                keep(found, one)

    # --- crossings -----------------------------------------------------------------------------

    def _crossings(self, said: SaidPlace) -> Iterator[Found]:
        pairs = [said.crossed] if said.crossed else []
        if said.crossing and len(said.names) == 2:
            pairs.append((said.names[0], said.names[1]))
        if said.crossing and not pairs:
            bare = [name[1:] if name[0] != "jl" else name for name in said.names[:1]]
            cuts = range(1, 2 * _LONGEST_NAME)
            pairs = [(n[:cut], n[cut:]) for n in bare for cut in cuts if n[cut:]]
        for first, second in pairs:
            for one, other in product(self._streets(first), self._streets(second)):
                made = self._meeting([one, other]) if one is not other else None
                if made is not None:
                    yield made

    def _streets(self, said: Said) -> list[Street]:
        found = self._names.match(without_house(said), 99, slips=len(said) > 1).values()
        best = max((match.score for match in found), default=0.0)
        least = max(_GOOD, best - 2)
        subjects = [self._subjects[match.at] for match in found if match.score >= least]
        return [one.street for one in subjects if one.street is not None]

    def _meeting(self, streets: Sequence[Street]) -> Found | None:
        """Between the nearest two points that are known of them."""
        first, second = streets
        pairs = [(distance_m(*a, *b), a, b) for a, b in product(first.points, second.points)]
        apart_m, a, b = min(pairs, default=(math.inf, (0.0, 0.0), (0.0, 0.0)))
        if apart_m > _FARTHEST_CROSSING_M:
            return None
        names = [street.place.name.removeprefix("Jl. ") for street in streets]
        name = f"Simpang {names[0]} – {names[1]}"
        lat, lon = (round((one + other) / 2, 6) for one, other in zip(a, b, strict=True))
        code = f"{CROSSING}{first.place.code}+{second.place.code}"
        area = self._pack.area_at(lat, lon)
        parent = area.code if area else None
        place = Place(code, 1, code, name, PlaceKind.LANDMARK, lat, lon, parent, (), "streets")
        known = apart_m <= _ON_A_CORNER_M
        why = Why(Reason.CROSSING) if known else Why(Reason.CROSSING_BETWEEN, f"{apart_m:.0f}")
        score = 97.0 if known else 88.0
        return Found(place, score, name, max(apart_m, 60.0), [why])

    # --- weighing ------------------------------------------------------------------------------

    def _of(self, subject: _Subject, match: Match) -> Found:
        place = subject.place
        reason = _FITS[match.fit]
        if reason in (Reason.NAME, Reason.SHORTENED) and match.name in place.nicknames:
            reason = Reason.NICKNAME
        found = Found(place, match.score, match.name, subject.accuracy_m, [Why(reason, match.name)])
        found.street = subject.street
        if subject.street is not None and subject.street.reach_m > _LONG_M:
            found.why.append(Why(Reason.LONG_STREET, f"{2 * subject.street.reach_m:.0f}"))
        if place.kind in AREA_KINDS:
            found.why.append(Why(Reason.AREA_POINT))
        elif place.lat is None:
            point = self._pack.gazetteer.point_of(place)
            found.area_at = (point.lat, point.lon) if point else None
            found.why.append(Why(Reason.AREA_POINT))
        return found

    def _weigh(self, one: Found, hints: Sequence[str], said: SaidPlace) -> None:
        """What was said of areas and details."""
        if said.detail and (one.street is not None or one.place.kind in AREA_KINDS):
            one.why.append(Why(Reason.DETAIL_UNKNOWN))
        wanted = [code for code in hints if code != one.place.code]
        if not wanted:
            return
        names = [self._by_code[code].place.name for code in wanted]
        inside = [code for code in wanted if self._lies_in(one, code)]
        if inside:
            one.score += 3
            one.why.append(Why(Reason.AREA_AGREES, self._by_code[inside[0]].place.name))
        else:
            one.score -= 12
            one.why.append(Why(Reason.AREA_DIFFERS, names[0]))

    def _lies_in(self, one: Found, code: str) -> bool:
        """Whether any of it is known to lie in an area; the points in it are then what is meant."""
        points = one.street.points if one.street else ()
        inside = [point for point in points if code in self._codes_at(*point)]
        if inside:
            lat, lon = inside[len(inside) // 2]
            one.place = replace(one.place, lat=lat, lon=lon, parent=self._codes_at(lat, lon)[0])
            return True
        parent = one.place.parent
        return bool(parent) and code in (parent, self._pack.kecamatan_of(parent or ""))

    def _codes_at(self, lat: float, lon: float) -> tuple[str, ...]:
        hit = self._pack.area_at(lat, lon)
        return (hit.code, self._pack.kecamatan_of(hit.code) or "") if hit else ()

    def _house(self, one: Found, said: SaidPlace) -> None:
        """A house number that is the address of a known place means that place."""
        if not said.house or one.street is None:
            return
        street = one.street.place
        keys = [street_key(name) for name in (street.name, *street.nicknames)]
        known = next(filter(None, [self._houses.get((key, said.house)) for key in keys]), None)
        if known is not None:
            one.why = [Why(Reason.ADDRESS, known.name), one.why[0]]
            one.place, one.street = known, None
            one.accuracy_m = self._by_code[known.code].accuracy_m


def _subjects(pack: CityPack, streets: Iterable[Street]) -> Iterator[_Subject]:
    for area in pack.areas:
        yield _Subject(area, _radius_m(pack, area.code))
    for place in pack.places:
        if place.kind is not PlaceKind.ROAD:
            detail = pack.details.get(place.code)
            yield _Subject(place, detail.accuracy_m if detail else None)
    for street in streets:
        (place,) = pack.placed([street.place])
        yield _Subject(place, round(street.reach_m), street)


def _radius_m(pack: CityPack, code: str) -> float | None:
    """Of a circle as large as the area."""
    if pack.boundaries is None:
        return None
    return round(math.sqrt(pack.boundaries.km2(code) * 1e6 / math.pi))


def _addresses(
    pack: CityPack,
) -> tuple[dict[tuple[str, str], Place], dict[str, list[tuple[float, float]]]]:
    """Places by street and house number, and the points of streets that addresses give away."""
    houses: dict[tuple[str, str], Place] = {}
    passes: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    for place in pack.places:
        detail = pack.details.get(place.code)
        street, house = address_of(detail.address) if detail else ("", "")
        if not street or place.kind is PlaceKind.ROAD:
            continue
        if house:
            houses[street_key(street), house] = place
        if place.lat is not None and place.lon is not None:
            passes[street].append((place.lat, place.lon))
    return houses, dict(passes)
