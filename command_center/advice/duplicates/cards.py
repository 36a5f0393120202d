"""The open incidents as columns, so that one pass of numpy compares a report with all of them."""

from __future__ import annotations

import math
from collections import Counter, deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from statistics import median

import numpy as np
from numpy.typing import NDArray

from command_center.advice.categories import OTHER, categories
from command_center.advice.duplicates.book import FEATURES, Book
from command_center.advice.duplicates.reading import Facts

FloatArray = NDArray[np.float64]
REMEMBERED_POINTS = 8
CLOSE_M, NEAR_M, WIDE_M, FAR_M = 100.0, 250.0, 800.0, 600.0
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


class OpenCards:
    """Fed report by report. Not safe between threads."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._cards: dict[str, Card] = {}
        self._order: list[Card] = []
        self._named: dict[str, dict[int, float]] = {}
        self._codes = {code: n for n, code in enumerate(categories())}
        self._kin = self._kinship()
        self._lat, self._lon = np.zeros(_CAPACITY), np.zeros(_CAPACITY)
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
        if len(self._order) == len(self._lat):
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
        lats, lons = zip(*card.points, strict=True) if card.points else ((math.nan,),) * 2
        self._lat[slot], self._lon[slot] = median(lats), median(lons)
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

    def columns_for(self, facts: Facts) -> FloatArray:
        """The features of the report against every card, in the order of `FEATURES`: shape
        (features, n)."""
        n = len(self)
        codes = [self._codes[code] for code in sorted(self._meant(facts))]
        metres = self.metres(facts)
        unknown = np.isnan(metres)
        metres[unknown] = math.inf
        same = self._share[codes, :n].max(axis=0)
        same_place, other_place = self._places(facts, n)
        out = np.empty((len(FEATURES), n))
        out[0] = np.exp(metres / -CLOSE_M)
        out[1] = np.exp(metres / -NEAR_M)
        out[2] = np.exp(metres / -WIDE_M)
        out[3] = (metres > FAR_M) & ~unknown
        out[4] = unknown
        out[5] = np.exp(np.abs(facts.at_s - self._last[:n]) / -RECENT_S)
        out[6] = np.maximum(facts.at_s - self._first[:n], 0.0) / AGE_S
        out[7] = same
        out[8] = np.minimum(self._relate[codes, :n].max(axis=0), 1.0 - same)
        out[9], out[10] = same_place, other_place
        out[11] = self._many[:n]
        return out

    def metres(self, facts: Facts) -> FloatArray:
        """From the report to each card; nan where one of the two has no point."""
        n = len(self)
        if facts.lat is None or facts.lon is None:
            return np.full(n, math.nan)
        north = (self._lat[:n] - facts.lat) * _METRES
        east = (self._lon[:n] - facts.lon) * (_METRES * math.cos(math.radians(facts.lat)))
        metres: FloatArray = np.hypot(north, east)
        return metres

    def metres_to(self, facts: Facts, slot: int) -> float:
        """From the report to one card; nan where one of the two has no point."""
        if facts.lat is None or facts.lon is None:
            return math.nan
        north = (self._lat[slot] - facts.lat) * _METRES
        east = (self._lon[slot] - facts.lon) * (_METRES * math.cos(math.radians(facts.lat)))
        return math.hypot(north, east)

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

    def remembered(self, at_s: float) -> NDArray[np.bool_]:
        fresh: NDArray[np.bool_] = self._last[: len(self)] >= at_s - self.book.memory_s
        return fresh
