"""The open incidents as columns, so that one pass of numpy compares a report with all of them."""

from __future__ import annotations

import math
from collections import Counter, deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from command_center.advice.categories import OTHER, categories
from command_center.advice.duplicates.book import FEATURES, Book, Weights
from command_center.advice.duplicates.ceilings import AGE_S, Called, Ceilings
from command_center.advice.duplicates.limits import (
    CLOSE_M,
    FAR_M,
    NEAR_M,
    STEP_M,
    STEPS,
    WIDE_M,
    FloatArray,
    Limits,
    limits_of,
)
from command_center.advice.duplicates.reading import Facts
from command_center.advice.duplicates.whereabouts import METRES, apart_m, core_of, middle_of

IntArray = NDArray[np.intp]
REMEMBERED_POINTS = 8
RECENT_S = 1_800.0
_DISTANCES = -np.array([[CLOSE_M], [NEAR_M], [WIDE_M]])
MANY = 20
_CAPACITY = 256
_SAME, _KIN = FEATURES.index("same"), FEATURES.index("kin")
_COLUMNS = (
    "_lat", "_lon", "_mid_lat", "_mid_lon", "_reach", "_first", "_last", "_names", "_many",
    "_share", "_relate", "_counts",
)  # fmt: skip


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
    """The cards compared: `slots` (n,), `columns` (features, n), `points` (n,), `metres` (n,) to
    the nearest place each was told from, nan where one of the two has no point."""

    slots: IntArray
    columns: FloatArray
    points: FloatArray
    metres: FloatArray


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
        self._mid_lat, self._mid_lon = np.zeros(_CAPACITY), np.zeros(_CAPACITY)
        self._reach = np.zeros(_CAPACITY)
        self._limits: Limits | None = None
        self._ceilings: Ceilings | None = None
        self._counts = np.zeros(_CAPACITY)
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
        if self._ceilings is not None:
            self._ceilings.move(card.slot, last.slot)
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
        for name in _COLUMNS:
            old = getattr(self, name)
            setattr(self, name, np.concatenate((old, np.zeros_like(old)), axis=-1))
        if self._ceilings is not None:
            self._ceilings.grow()

    def _columns(self) -> Iterable[FloatArray]:
        return (getattr(self, name) for name in _COLUMNS)

    def _unname(self, card: Card) -> None:
        for place in card.places:
            self._named[place].pop(card.slot, None)
            if not self._named[place]:
                del self._named[place]

    def _write(self, card: Card) -> None:
        slot = card.slot
        self._lat[:, slot] = self._lon[:, slot] = math.nan
        core = core_of(card.points)
        for row, (lat, lon) in enumerate(core):
            self._lat[row, slot], self._lon[row, slot] = lat, lon
        middle = self._mid_lat[slot], self._mid_lon[slot] = middle_of(core)
        self._reach[slot] = max((apart_m(middle, one) for one in core), default=0.0) / STEP_M
        self._first[slot], self._last[slot] = card.first_s, card.last_s
        self._names[slot] = card.places.total()
        shares = np.zeros(len(self._codes))
        self._many[slot] = min(math.log1p(card.voices) / math.log1p(MANY), 1.0)
        for code, count in card.categories.items():
            shares[self._codes[code]] = count / card.voices
        self._share[:, slot] = shares
        self._relate[:, slot] = relate = np.minimum(self._kin @ shares, 1.0)
        if self._ceilings is not None:
            self._ceilings.write(slot, shares, relate, card.first_s)

    def _kinship(self) -> FloatArray:
        kin = np.zeros((len(self._codes), len(self._codes)))
        for code, row in self._codes.items():
            related = self.book.kin.get(code, ())
            kin[row, [self._codes[other] for other in related if other in self._codes]] = 1.0
        if (other := self._codes.get(OTHER)) is not None:
            kin[other, :] = kin[:, other] = 1.0
        np.fill_diagonal(kin, 0.0)
        return kin

    # --- comparing -----------------------------------------------------------------------------

    def compare(self, facts: Facts, weights: Weights, least: float) -> Compared:
        """The report against every card that is remembered and may reach `least` points."""
        limits, ceilings = self._limits_of(weights)
        called = self._called(facts)
        slots = self._possible(facts, limits, ceilings, called, least)
        metres = self.metres(facts, slots)
        columns = np.empty((len(FEATURES), len(slots)))
        columns[_SAME], columns[_KIN] = self._related(called, slots)
        self._fill(columns, facts, slots, metres)
        points = limits.each @ columns
        points += weights.bias
        return Compared(slots, columns, points, metres)

    def _possible(
        self, facts: Facts, limits: Limits, ceilings: Ceilings, called: Called, least: float
    ) -> IntArray:
        """Those that could reach so many points if all that is costly to look at spoke for them;
        ascending."""
        n = len(self)
        known = ceilings.row(called, self._share[:, :n], self._relate[:, :n], self._first[:n])
        if facts.lat is None or facts.lon is None:
            most = known + limits.most_blind
        else:
            most = limits.by_metres.take(self._steps_at_least(facts, facts.lat, facts.lon))
            most += known
        if facts.place:
            for slot in self._named.get(facts.place, ()):
                most[slot] += limits.most_of_place
        bar = ceilings.bar(least - limits.most_besides, facts.at_s)
        likely: IntArray = (most >= bar).nonzero()[0]
        return likely[self._last.take(likely) >= facts.at_s - self.book.memory_s]

    def _steps_at_least(self, facts: Facts, lat: float, lon: float) -> IntArray:
        """Steps of `STEP_M` to the nearest point of each card, at least; the last for one without
        any."""
        n = len(self)
        north = self._mid_lat[:n] - lat
        north *= METRES / STEP_M
        east = self._mid_lon[:n] - lon
        east *= METRES / STEP_M * math.cos(math.radians(lat))
        north *= north
        east *= east
        north += east
        steps = np.sqrt(north, out=north)
        steps -= self._reach[:n]
        np.maximum(steps, 0.0, out=steps)
        np.minimum(steps, float(STEPS), out=steps)
        return steps.astype(np.intp)

    def _limits_of(self, weights: Weights) -> tuple[Limits, Ceilings]:
        """They change with a room's weights, which is once in a while."""
        limits, ceilings = self._limits, self._ceilings
        same = limits is not None and (limits.of is weights or limits.of == weights)
        if limits is None or ceilings is None or not same:
            limits = self._limits = limits_of(weights)
            ceilings = self._ceilings = Ceilings(limits, len(self._first))
        return limits, ceilings

    def _called(self, facts: Facts) -> Called:
        first, *more = [self._codes[code] for code in self._meant(facts)]
        return (first, more[0]) if more else (first, first)

    def _related(self, called: Called, slots: IntArray) -> tuple[FloatArray, FloatArray]:
        """Shares of these cards in the same category, and in a related one."""
        code, other = called
        same, kin = self._share[code].take(slots), self._relate[code].take(slots)
        if other != code:
            same = np.maximum(same, self._share[other].take(slots))
            kin = np.maximum(kin, self._relate[other].take(slots))
        return same, np.minimum(kin, 1.0 - same)

    def _fill(self, columns: FloatArray, facts: Facts, slots: IntArray, metres: FloatArray) -> None:
        """The rows of shape (features, slots), in the order of `FEATURES`, but for those of the
        category, which are there."""
        blind = np.isnan(metres)
        known = np.where(blind, math.inf, metres)
        np.divide(known, _DISTANCES, out=columns[:3])
        np.exp(columns[:3], out=columns[:3])
        columns[3] = (known > FAR_M) & ~blind
        columns[4] = blind
        np.exp(np.abs(facts.at_s - self._last[slots]) / -RECENT_S, out=columns[5])
        columns[6] = np.maximum(facts.at_s - self._first[slots], 0.0) / AGE_S
        columns[9], columns[10] = self._places(facts, slots)
        columns[11] = self._many[slots]
        if blind.any():
            np.multiply(columns[[5, _SAME, 9]], blind, out=columns[12:])
        else:
            columns[12:] = 0.0

    def metres(self, facts: Facts, slots: IntArray) -> FloatArray:
        """From the report to the nearest point of each card; nan where one of the two has none."""
        if facts.lat is None or facts.lon is None:
            return np.full(len(slots), math.nan)
        north = (self._lat[:, slots] - facts.lat) * METRES
        east = (self._lon[:, slots] - facts.lon) * (METRES * math.cos(math.radians(facts.lat)))
        metres: FloatArray = np.sqrt(np.fmin.reduce(north * north + east * east, axis=0))
        return metres

    def farthest_m(self, facts: Facts, slot: int) -> float:
        """To the farthest place it was told from; nan where one of the two has no point."""
        if facts.lat is None or facts.lon is None:
            return math.nan
        north = (self._lat[:, slot] - facts.lat) * METRES
        east = (self._lon[:, slot] - facts.lon) * (METRES * math.cos(math.radians(facts.lat)))
        return math.sqrt(float(np.fmax.reduce(north * north + east * east)))

    def apart_s(self, facts: Facts, slot: int) -> float:
        return abs(facts.at_s - float(self._last[slot]))

    def _places(self, facts: Facts, slots: IntArray) -> tuple[FloatArray, FloatArray]:
        same = np.zeros(len(slots))
        if not facts.place:
            return same, same
        names = self._names[slots]
        named = self._named.get(facts.place)
        if named:
            for slot, count in named.items():
                self._counts[slot] = count
            np.divide(self._counts[slots], names, out=same, where=names > 0)
            for slot in named:
                self._counts[slot] = 0.0
        other = (names > 0) - same
        return same * facts.place_counts, other * facts.place_counts
