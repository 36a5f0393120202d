"""The open incidents as columns, so that one pass of numpy compares a report with all of them."""

from __future__ import annotations

import math
from collections import Counter, deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from command_center.advice.categories import OTHER, categories
from command_center.advice.duplicates.book import FEATURES, Book, Weights
from command_center.advice.duplicates.reading import Facts

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.intp]
REMEMBERED_POINTS = 8
CLOSE_M, NEAR_M, WIDE_M, FAR_M = 100.0, 250.0, 800.0, 600.0
TOGETHER_M = 200.0
"""Two reports from within so far bear each other out."""
BLIND = ("blind_recent", "blind_same", "blind_place")
SLACK = 0.2
_TRIED_M = np.arange(0.0, 8_000.0, 10.0)
RECENT_S, AGE_S = 1_800.0, 7_200.0
_METRES = math.radians(1) * 6_371_008.8
MANY = 20
_CAPACITY = 256


@dataclass(eq=False, slots=True)
class Card:
    """What is known of one incident; its row in the columns is `slot`."""

    id: str
    slot: int
    reports: dict[str, None] = field(default_factory=dict)
    accounts: set[str] = field(default_factory=set)
    points: deque[tuple[float, float]] = field(
        default_factory=lambda: deque(maxlen=REMEMBERED_POINTS)
    )
    categories: Counter[str] = field(default_factory=Counter)
    places: Counter[str] = field(default_factory=Counter)
    voices: int = 0
    """Reports that weigh: a burst of one account is one."""
    grave: set[str] = field(default_factory=set)
    place_name: str = ""
    first_s: float = math.inf
    last_s: float = -math.inf


@dataclass(frozen=True, slots=True)
class Compared:
    """The cards compared: `slots` (n,), `columns` (features, n), `points` (n,)."""

    slots: IntArray
    columns: FloatArray
    points: FloatArray


class OpenCards:
    """Fed report by report. Not safe between threads."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._cards: dict[str, Card] = {}
        self._order: list[Card] = []
        self._named: dict[str, dict[int, float]] = {}
        self._codes = {code: n for n, code in enumerate(categories())}
        self._kin = self._kinship()
        self._lat = np.full((REMEMBERED_POINTS, _CAPACITY), math.nan)
        self._lon = np.full((REMEMBERED_POINTS, _CAPACITY), math.nan)
        self._first, self._last = np.zeros(_CAPACITY), np.zeros(_CAPACITY)
        self._names, self._many = np.zeros(_CAPACITY), np.zeros(_CAPACITY)
        self._share = np.zeros((len(self._codes), _CAPACITY))
        self._relate = np.zeros((len(self._codes), _CAPACITY))

    def __len__(self) -> int:
        return len(self._order)

    def __contains__(self, incident_id: str) -> bool:
        return incident_id in self._cards

    def card(self, incident_id: str) -> Card | None:
        return self._cards.get(incident_id)

    def ids(self) -> Collection[str]:
        return self._cards.keys()

    def at(self, slot: int) -> Card:
        return self._order[slot]

    # --- taking in -----------------------------------------------------------------------------

    def take(self, incident_id: str, facts: Facts) -> None:
        """The report belongs to the incident. The same report again changes nothing; another of
        the same account says nothing new of where and what, only that it goes on."""
        card = self._cards.get(incident_id) or self._begin(incident_id)
        if facts.report_id in card.reports:
            return
        card.reports[facts.report_id] = None
        card.grave |= facts.grave
        card.first_s = min(card.first_s, facts.at_s)
        card.last_s = max(card.last_s, facts.at_s)
        again = bool(facts.reporter) and facts.reporter in card.accounts
        if not again:
            if facts.reporter:
                card.accounts.add(facts.reporter)
            self._weigh(card, facts)
        self._write(card)

    def _weigh(self, card: Card, facts: Facts) -> None:
        card.voices += 1
        for code in self._meant(facts):
            card.categories[code] += 1
        if facts.lat is not None and facts.lon is not None:
            card.points.append((facts.lat, facts.lon))
        if facts.place:
            card.places[facts.place] += 1
            card.place_name = card.place_name or facts.place_name
            self._named.setdefault(facts.place, {})[card.slot] = float(card.places[facts.place])

    def _meant(self, facts: Facts) -> Collection[str]:
        """What its source calls it, and what its words do."""
        given = facts.category if facts.category in self._codes else OTHER
        return {given, facts.said} if facts.said in self._codes else {given}

    def drop(self, incident_id: str) -> None:
        """It is over, or part of another."""
        card = self._cards.pop(incident_id, None)
        if card is None:
            return
        self._unname(card)
        last = self._order.pop()
        if last is card:
            return
        self._unname(last)
        for column in self._columns():
            column[..., card.slot] = column[..., last.slot]
        last.slot = card.slot
        self._order[card.slot] = last
        for place, count in last.places.items():
            self._named.setdefault(place, {})[last.slot] = float(count)

    def forget(self, now_s: float) -> None:
        """Let go of what is too old to be compared."""
        ended = np.flatnonzero(self._last[: len(self)] < now_s - self.book.memory_s)
        for id in [self._order[int(slot)].id for slot in ended]:
            self.drop(id)

    def _begin(self, incident_id: str) -> Card:
        if len(self._order) == len(self._first):
            self._grow()
        card = Card(incident_id, len(self._order))
        self._cards[incident_id] = card
        self._order.append(card)
        return card

    def _grow(self) -> None:
        for name in ("_lat", "_lon", "_first", "_last", "_names", "_many", "_share", "_relate"):
            old = getattr(self, name)
            setattr(self, name, np.concatenate((old, np.zeros_like(old)), axis=-1))

    def _columns(self) -> Iterable[FloatArray]:
        one = (self._lat, self._lon, self._first, self._last, self._names, self._many)
        return (*one, self._share, self._relate)

    def _unname(self, card: Card) -> None:
        for place in card.places:
            self._named[place].pop(card.slot, None)
            if not self._named[place]:
                del self._named[place]

    def _write(self, card: Card) -> None:
        slot = card.slot
        self._lat[:, slot] = self._lon[:, slot] = math.nan
        for row, (lat, lon) in enumerate(core_of(card.points)):
            self._lat[row, slot], self._lon[row, slot] = lat, lon
        self._first[slot], self._last[slot] = card.first_s, card.last_s
        self._names[slot] = card.places.total()
        shares = np.zeros(len(self._codes))
        self._many[slot] = min(math.log1p(card.voices) / math.log1p(MANY), 1.0)
        for code, count in card.categories.items():
            shares[self._codes[code]] = count / card.voices
        self._share[:, slot] = shares
        self._relate[:, slot] = np.minimum(self._kin @ shares, 1.0)

    def _kinship(self) -> FloatArray:
        codes = list(self._codes)
        kin = np.zeros((len(codes), len(codes)))
        for row, code in enumerate(codes):
            for column, other in enumerate(codes):
                related = other in self.book.kin.get(code, ()) or OTHER in (code, other)
                kin[row, column] = float(related and code != other)
        return kin

    # --- comparing -----------------------------------------------------------------------------

    def compare(self, facts: Facts, weights: Weights, least: float) -> Compared:
        """The report against every card that is remembered and may reach `least` points."""
        n = len(self)
        codes = [self._codes[code] for code in sorted(self._meant(facts))]
        last, first = self._last[:n], self._first[:n]
        same = self._share[codes, :n].max(axis=0)
        kin = np.minimum(self._relate[codes, :n].max(axis=0), 1.0 - same)
        same_place, other_place = self._places(facts, n)
        plain = {
            "recent": np.exp(np.abs(facts.at_s - last) / -RECENT_S),
            "age": np.maximum(facts.at_s - first, 0.0) / AGE_S,
            "same": same,
            "kin": kin,
            "same_place": same_place,
            "other_place": other_place,
            "many": self._many[:n],
        }
        points = np.full(n, weights.bias)
        for name, column in plain.items():
            points += weights.points[name] * column
        possible = points >= least - most_by_place(weights)
        slots = np.flatnonzero(possible & (last >= facts.at_s - self.book.memory_s))
        columns = self._columns_at(facts, slots, plain)
        return Compared(slots, columns, points_of(columns, weights))

    def _columns_at(
        self, facts: Facts, slots: IntArray, plain: Mapping[str, FloatArray]
    ) -> FloatArray:
        """Shape (features, slots), in the order of `FEATURES`."""
        metres = self.metres(facts, slots)
        unknown = np.isnan(metres)
        metres[unknown] = math.inf
        found = {name: column[slots] for name, column in plain.items()}
        found |= {
            "close": np.exp(metres / -CLOSE_M),
            "near": np.exp(metres / -NEAR_M),
            "wide": np.exp(metres / -WIDE_M),
            "far": ((metres > FAR_M) & ~unknown).astype(np.float64),
            "no_point": unknown.astype(np.float64),
            "blind_recent": unknown * found["recent"],
            "blind_same": unknown * found["same"],
            "blind_place": unknown * found["same_place"],
        }
        return np.array([found[name] for name in FEATURES], dtype=np.float64)

    def metres(self, facts: Facts, slots: IntArray) -> FloatArray:
        """From the report to the nearest point of each card; nan where one of the two has none."""
        if facts.lat is None or facts.lon is None:
            return np.full(len(slots), math.nan)
        north = (self._lat[:, slots] - facts.lat) * _METRES
        east = (self._lon[:, slots] - facts.lon) * (_METRES * math.cos(math.radians(facts.lat)))
        metres: FloatArray = np.sqrt(np.fmin.reduce(north * north + east * east, axis=0))
        return metres

    def nearest_and_farthest(self, facts: Facts, slot: int) -> tuple[float, float]:
        """Metres to the nearest and the farthest place it was told from; nan as above."""
        known = ~np.isnan(self._lat[:, slot])
        if facts.lat is None or facts.lon is None or not known.any():
            return math.nan, math.nan
        east_m = _METRES * math.cos(math.radians(facts.lat))
        north = (self._lat[known, slot] - facts.lat) * _METRES
        metres = np.hypot(north, (self._lon[known, slot] - facts.lon) * east_m)
        return float(metres.min()), float(metres.max())

    def apart_s(self, facts: Facts, slot: int) -> float:
        return abs(facts.at_s - float(self._last[slot]))

    def _places(self, facts: Facts, n: int) -> tuple[FloatArray, FloatArray]:
        same = np.zeros(n)
        if not facts.place:
            return same, same
        other = (self._names[:n] > 0).astype(np.float64)
        for slot, count in self._named.get(facts.place, {}).items():
            same[slot] = count / self._names[slot]
            other[slot] = 1.0 - same[slot]
        return same * facts.place_counts, other * facts.place_counts


def core_of(points: Collection[tuple[float, float]]) -> list[tuple[float, float]]:
    """Those that another one bears out, if any is: who reports from elsewhere is left out."""
    known = list(points)
    if len(known) < 3:
        return known
    narrow = math.cos(math.radians(known[0][0]))
    borne: list[tuple[float, float]] = []
    for at, (lat, lon) in enumerate(known):
        for other, (there, beyond) in enumerate(known):
            north, east = (lat - there) * _METRES, (lon - beyond) * _METRES * narrow
            if other != at and north * north + east * east < TOGETHER_M**2:
                borne.append((lat, lon))
                break
    return borne or known


def points_of(columns: FloatArray, weights: Weights) -> FloatArray:
    """Shape (n,), from features of shape (features, n)."""
    each = np.array([weights.points[name] for name in FEATURES])
    points: FloatArray = each @ columns + weights.bias
    return points


def most_by_place(weights: Weights) -> float:
    """The most points that what depends on a point, or on having none, can add."""
    known = weights.points
    close, near, wide = (np.exp(_TRIED_M / -m) for m in (CLOSE_M, NEAR_M, WIDE_M))
    by_metres = known["close"] * close + known["near"] * near + known["wide"] * wide
    by_metres += known["far"] * (_TRIED_M > FAR_M)
    blind = sum(max(known[name], 0.0) for name in BLIND)
    return max(float(by_metres.max()) + SLACK, known["no_point"] + blind)
