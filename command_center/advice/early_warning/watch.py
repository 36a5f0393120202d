"""What the room watches with: every stream at once, fed an incident at a time."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from command_center.advice.early_warning import chart, poisson
from command_center.advice.early_warning.plan import Plan, Stream
from command_center.advice.early_warning.scale import Scale, young_scale
from command_center.advice.early_warning.stream import USUAL_S, Raw, StreamCounts
from command_center.advice.early_warning.zones import Floats, Zones
from command_center.domain.early import Method

MOST_MEMBERS = 200
RAREST_A_DAY = 1 / 3650
"""Nobody can say more of fourteen days than that it is rarer than this."""


@dataclass(frozen=True, slots=True)
class Card:
    """An incident as it is counted. `at_s` when the room knew of it, seconds of 1970."""

    id: str
    at_s: float
    area: str | None
    category: str


@dataclass(frozen=True, slots=True)
class Finding:
    """More than chance makes as often as the plan allows. `areas` empty = the whole city;
    `members` are cards, oldest first; `rate_a_day`: how often chance alone shows the room so much,
    in any stream; `power`: the share of injected clusters that would have been seen like this."""

    stream: str
    method: Method
    areas: tuple[str, ...]
    since_s: float
    at_s: float
    window_s: float
    count: int
    expected: float
    rate_a_day: float
    power: float
    members: tuple[str, ...]


def kinds_of(plan: Plan, zones: Zones) -> int:
    """How many kinds of look a scale has a number for."""
    neighbours = int(zones.cells.shape[2])
    return neighbours * len(plan.windows_s) + len(poisson.WINDOWS_S)


def best_by_kind(raw: Raw) -> Floats:
    """(replicas, kinds of look): the greatest likelihood over the centres."""
    replicas = len(raw.poisson)
    most = raw.scan.max(axis=1, initial=0.0).reshape(replicas, -1)
    return np.concatenate([most, raw.poisson], axis=1)


class Watch:
    """`scales` by stream; where one is missing the room is young, and told so."""

    def __init__(
        self,
        plan: Plan,
        zones: Zones,
        scales: Mapping[str, Scale],
    ) -> None:
        self.plan, self.zones = plan, zones
        self._scales: dict[str, Scale] = {}
        self._streams: dict[str, StreamCounts] = {}
        for stream in plan.streams:
            young = stream.code not in scales
            self._scales[stream.code] = scales.get(stream.code) or young_scale(
                kinds_of(plan, zones)
            )
            self._streams[stream.code] = StreamCounts(plan, zones, young=young, a_day=stream.a_day)
        self._newest_s = -math.inf
        self._numbers: dict[str, dict[str, int]] = {}
        self._dropped: dict[str, dict[str, int]] = {}
        self._ids: dict[str, list[str]] = {stream.code: [] for stream in plan.streams}

    def learn(self, card: Card) -> None:
        """Count it without looking: it is what came before."""
        for stream in self._streams_of(card):
            self._push(stream, card)

    def take(self, card: Card) -> list[Finding]:
        """Count it and say what it makes of the streams it belongs to. What is so much older than
        the newest that it was stored late is history, which is learnt at night; what was dropped
        comes back to where it was, and is no news."""
        if card.id in self._dropped:
            self._restore(card.id)
            return []
        if card.id in self._numbers or card.at_s < self._newest_s - self.plan.late_s:
            return []
        found = []
        for stream in self._streams_of(card):
            area = self._push(stream, card)
            one = self._look(stream, area, self._streams[stream.code].counts.times[-1])
            found += [one] if one is not None else []
            city = self._whole(stream)
            found += [city] if city is not None else []
        return found

    def drop(self, card_id: str) -> None:
        """It was merged away or was nothing: it counts no more."""
        if card_id not in self._numbers:
            return
        self._dropped[card_id] = self._numbers.pop(card_id)
        for code, number in self._dropped[card_id].items():
            self._streams[code].counts.remove(number)

    def _restore(self, card_id: str) -> None:
        self._numbers[card_id] = self._dropped.pop(card_id)
        for code, number in self._numbers[card_id].items():
            self._streams[code].counts.restore(number)

    def _streams_of(self, card: Card) -> list[Stream]:
        return [stream for stream in self.plan.streams if stream.takes(card.category)]

    def _push(self, stream: Stream, card: Card) -> int:
        self._newest_s = max(self._newest_s, card.at_s)
        area = self.zones.number_of(card.area)
        number = self._streams[stream.code].counts.push(card.at_s, np.array([area]))
        self._numbers.setdefault(card.id, {})[stream.code] = number
        self._ids[stream.code].append(card.id)
        return area

    def _look(self, stream: Stream, area: int, at_s: float) -> Finding | None:
        held, scale = self._streams[stream.code], self._scales[stream.code]
        raw = held.look(at_s, np.array([area]))
        kinds = raw.scan.shape[2] * raw.scan.shape[3]
        heights = scale.heights(best_by_kind(raw))[0]
        best = int(heights.argmax())
        height = float(heights[best])
        rate = scale.rate_a_day(height) * len(self.plan.streams)
        if rate > self.plan.false_a_day * (1.0 - chart.PART):
            return None
        if best >= kinds:
            window = best - kinds
            count, mean = raw.alone[0, window], raw.usual[0, window]
            areas, length_s = [area], poisson.WINDOWS_S[window]
            method = Method.POISSON
        else:
            near, window = divmod(best, raw.scan.shape[3])
            centre = int(raw.scan[0, :, near, window].argmax())
            count, mean = raw.count[0, centre, near, window], raw.mean[0, centre, near, window]
            areas = self.zones.cells[area, centre, : near + 1].tolist()
            length_s, method = self.plan.windows_s[window], Method.SCAN
        numbers = held.counts.within(frozenset(areas), at_s - length_s)
        codes = self.zones.codes
        return Finding(
            stream=stream.code,
            method=method,
            areas=tuple(sorted(codes[one] for one in areas if one < len(codes))),
            since_s=held.counts.times[numbers[0]],
            at_s=at_s,
            window_s=length_s,
            count=int(count),
            expected=float(mean),
            rate_a_day=max(rate, RAREST_A_DAY),
            power=scale.power(height, RAREST_A_DAY / len(self.plan.streams)),
            members=self._named(stream.code, numbers),
        )

    def _whole(self, stream: Stream) -> Finding | None:
        """The whole city, by the usual counts that the look has just asked for."""
        held = self._streams[stream.code]
        counts, at_s = held.counts, held.counts.times[-1]
        rarest: tuple[float, float, int, float] | None = None
        for length_s in chart.WINDOWS_S:
            count = int(counts.total[self.plan.windows_s.index(length_s)])
            before = held.usual[USUAL_S.index(length_s)] if held.usual else ()
            rate = chart.rate_a_day(count, before, length_s) * len(self.plan.streams)
            allowed = self.plan.false_a_day * chart.PART
            if rate <= allowed and (rarest is None or rate < rarest[0]):
                rarest = rate, length_s, count, sum(before) / len(before)
        if rarest is None:
            return None
        rate, length_s, number, mean = rarest
        everywhere = frozenset(range(len(self.zones.codes) + 2))
        numbers = counts.within(everywhere, at_s - length_s)
        return Finding(
            stream.code, Method.CHART, (), counts.times[numbers[0]], at_s, length_s, number, mean,
            max(rate, RAREST_A_DAY), 0.5, self._named(stream.code, numbers),
        )  # fmt: skip

    def _named(self, code: str, numbers: list[int]) -> tuple[str, ...]:
        """The newest, where there are too many."""
        ids = self._ids[code]
        return tuple(ids[number] for number in numbers[-MOST_MEMBERS:])


def strength(rate_a_day: float) -> float:
    """Grows by 1 as chance makes it e times rarer."""
    return -math.log(rate_a_day)
