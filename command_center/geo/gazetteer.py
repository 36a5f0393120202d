"""Finds places by what people call them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz, process

from command_center.domain.place import LocatedBy, Place, PlaceKind
from command_center.geo.distance import distances_m
from command_center.geo.spelling import keys, kind_named, words

AREA_KINDS = frozenset({PlaceKind.KECAMATAN, PlaceKind.KELURAHAN})

_EXACT = 100.0
_PREFIX = 95.0
_LATER_WORD = 8.0
"""Taken off when a match starts at a later word of the name."""
_FUZZY_CUTOFF = 72.0
_FUZZY_WEIGHT = 0.85
_LOCATE_LEAST = 74.0
_KIND_BONUS = 4.0
_MAX_QUERY = 120
_LONGEST_NAME = 5
_LEAD_WORDS = frozenset({"di", "dekat", "depan", "daerah", "sekitar", "kel", "kelurahan", "jl"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A place found: `score` 0..100, `matched` the name or nickname that fitted."""

    place: Place
    score: float
    matched: str


@dataclass(frozen=True, slots=True)
class Located:
    """A place's point in degrees and how it is known."""

    lat: float
    lon: float
    how: LocatedBy


@dataclass(frozen=True, slots=True)
class _Key:
    text: str
    place: int
    name: str
    later: bool


class Gazetteer:
    """Areas, places and nicknames of one city. Immutable, safe between threads."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._by_code = {place.code: place for place in places}
        self.places: tuple[Place, ...] = tuple(self._by_code.values())
        self._keys = sorted(
            (
                _Key(key, i, name, start > 0)
                for i, place in enumerate(self.places)
                for name in (place.name, *place.nicknames)
                for start, key in enumerate(keys(name))
            ),
            key=lambda key: (key.text, key.later, key.place),
        )
        self._texts = [key.text for key in self._keys]
        self._names = [
            (i, name)
            for i, place in enumerate(self.places)
            for name in (place.name, *place.nicknames)
        ]
        self._sorted_words = [" ".join(sorted(words(name))) for _, name in self._names]
        points = [self.point_of(place) for place in self.places]
        self._located = np.array([i for i, p in enumerate(points) if p], dtype=np.int64)
        self._lats = np.array([p.lat for p in points if p], dtype=np.float64)
        self._lons = np.array([p.lon for p in points if p], dtype=np.float64)

    def with_places(self, extra: Iterable[Place]) -> Gazetteer:
        """A new gazetteer in which `extra` replace places of the same code or add to them."""
        merged = self._by_code | {place.code: place for place in extra}
        return Gazetteer(merged.values())

    def by_code(self, code: str) -> Place | None:
        return self._by_code.get(code)

    def point_of(self, place: Place) -> Located | None:
        """Its own point, else the label point of the area it lies in (how = kelurahan)."""
        if place.lat is not None and place.lon is not None:
            how = LocatedBy.KELURAHAN if place.kind in AREA_KINDS else LocatedBy.GEOCODED
            return Located(place.lat, place.lon, how)
        area = self._by_code.get(place.parent or "")
        if area is None or area.lat is None or area.lon is None:
            return None
        return Located(area.lat, area.lon, LocatedBy.KELURAHAN)

    def search(self, text: str, limit: int = 8) -> list[Hit]:
        """The best `limit` places for what was typed so far, best first.

        Whole names come before beginnings, beginnings before misspellings. Areas that share a
        name are all returned; "kel." or "kec." in front prefers one kind.
        """
        exact = self._by_code.get(text.strip())
        if exact:
            return [Hit(exact, _EXACT, exact.code)]
        kind, query = kind_named(words(text[:_MAX_QUERY]))
        joined = "".join(query)
        if not joined:
            return []
        hits = self._prefixed(joined)
        if sum(1 for hit in hits.values() if hit.score >= _FUZZY_CUTOFF) < limit:
            self._keep_best(hits, self._fuzzy(joined))
            if len(query) > 1:
                self._keep_best(hits, self._any_order(" ".join(sorted(query))))
        ranked = sorted(hits.values(), key=lambda hit: self._rank(hit, kind))
        return ranked[:limit]

    def locate(self, text: str, kind: PlaceKind | None = None) -> Place | None:
        """The place a text names, or None rather than a guess.

        A text that is a name is taken as such, with small misspellings; in a longer text the
        most precise name in it counts. A name that a kelurahan and its kecamatan share means the
        kecamatan unless `kind` or "kel." in front says otherwise.
        """
        hits = [h for h in self.search(text) if kind is None or h.place.kind is kind]
        named, _ = kind_named(words(text[:_MAX_QUERY]))
        if hits and hits[0].score >= _LOCATE_LEAST:
            best = [h.place for h in hits if h.score == hits[0].score]
            if named is None:
                best.sort(key=lambda place: place.kind is not PlaceKind.KECAMATAN)
            return best[0]
        return self._named_inside(text, kind)

    def nearest(
        self, lat: float, lon: float, kinds: Collection[PlaceKind] | None = None, limit: int = 1
    ) -> list[tuple[Place, float]]:
        """The nearest places with their straight-line metres, nearest first.

        Without `kinds` areas are left out.
        """
        metres = distances_m(lat, lon, self._lats, self._lons)
        found: list[tuple[Place, float]] = []
        for i in np.argsort(metres, kind="stable"):
            place = self.places[int(self._located[i])]
            if (place.kind in kinds) if kinds else (place.kind not in AREA_KINDS):
                found.append((place, float(metres[i])))
            if len(found) == limit:
                break
        return found

    def _prefixed(self, query: str) -> dict[int, Hit]:
        hits: dict[int, Hit] = {}
        for key in self._keys[bisect_left(self._texts, query) :]:
            if not key.text.startswith(query):
                break
            longer = len(key.text) - len(query)
            score = _EXACT if not longer else _PREFIX - min(longer, 10) / 2
            score -= _LATER_WORD if key.later else 0
            self._keep_best(hits, [(key.place, score, key.name)])
        return hits

    def _fuzzy(self, query: str) -> Iterable[tuple[int, float, str]]:
        found = process.extract(
            query, self._texts, scorer=fuzz.ratio, score_cutoff=_FUZZY_CUTOFF, limit=40
        )
        for _, score, i in found:
            key = self._keys[i]
            off = _LATER_WORD if key.later else 0
            yield key.place, score * _FUZZY_WEIGHT - off, key.name

    def _any_order(self, query: str) -> Iterable[tuple[int, float, str]]:
        found = process.extract(
            query, self._sorted_words, scorer=fuzz.ratio, score_cutoff=_FUZZY_CUTOFF, limit=20
        )
        for _, score, i in found:
            place, name = self._names[i]
            yield place, score * _FUZZY_WEIGHT, name

    def _keep_best(self, hits: dict[int, Hit], found: Iterable[tuple[int, float, str]]) -> None:
        for place, score, name in found:
            if place not in hits or hits[place].score < score:
                hits[place] = Hit(self.places[place], score, name)

    @staticmethod
    def _rank(hit: Hit, kind: PlaceKind | None) -> tuple[float, bool, str, str]:
        bonus = _KIND_BONUS if kind is not None and hit.place.kind is kind else 0.0
        kecamatan = hit.place.kind is PlaceKind.KECAMATAN
        return -(hit.score + bonus), kecamatan, hit.place.name, hit.place.code

    def _named_inside(self, text: str, kind: PlaceKind | None) -> Place | None:
        tokens = text[: _MAX_QUERY * 4].split()
        folded = [words(token) for token in tokens]
        best: tuple[tuple[bool, int, bool], Place] | None = None
        for start in range(len(tokens)):
            for end in range(start + 1, min(start + _LONGEST_NAME, len(tokens)) + 1):
                if end == start + 1 and not _is_name(tokens, folded, start):
                    continue
                joined = "".join(word for part in folded[start:end] for word in part)
                for place in self._whole(joined):
                    precise = place.kind not in AREA_KINDS
                    rank = (precise, len(joined), place.kind is PlaceKind.KECAMATAN)
                    if (kind in (None, place.kind)) and (best is None or rank > best[0]):
                        best = rank, place
        return best[1] if best else None

    def _whole(self, joined: str) -> Iterable[Place]:
        if len(joined) < 2:
            return
        for key in self._keys[bisect_left(self._texts, joined) :]:
            if key.text != joined:
                break
            if not key.later:
                yield self.places[key.place]


def _is_name(tokens: list[str], folded: list[list[str]], at: int) -> bool:
    """Some names are everyday words ("bareng"): alone they need a capital or a lead word."""
    before = folded[at - 1] if at else []
    return tokens[at][:1].isupper() or bool(before and before[-1] in _LEAD_WORDS)
