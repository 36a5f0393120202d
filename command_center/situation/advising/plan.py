"""What an incident needs by the room's run cards, and how much of it is on the way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from command_center.advice.recommend.question import RecommendFault, Want
from command_center.advice.recommend.roster import ANY, Roster
from command_center.advice.run_cards import (
    RUN_CARDS_SETTING,
    Occasion,
    RunCard,
    cards_in_force,
    plan_for,
)
from command_center.domain.incident import Incident
from command_center.domain.place import LatLon
from command_center.domain.unit import Assignment
from command_center.geo.city import CityPack
from command_center.geo.drawn import MOST_KM2
from command_center.situation.advising.copied import RoomCopy
from command_center.situation.advising.levels import level_at
from command_center.situation.advising.work import Work, counts
from command_center.situation.arrivals import precise_point


@dataclass(frozen=True, slots=True)
class Wanted:
    """`count` of `what` with `crew` persons each; `sent` of them are on it, `asked` have not
    accepted yet."""

    what: str
    count: int
    crew: int
    sent: int
    asked: int

    @property
    def missing(self) -> int:
        return max(0, self.count - self.sent)


@dataclass(frozen=True, slots=True)
class Plan:
    """`rows` of the run cards that fired up to level `alarm`, `own` = of the room's table; `fault`
    (code, params): why there is no plan, and anybody is wanted."""

    wanted: tuple[Wanted, ...]
    rows: tuple[int, ...]
    own: bool
    alarm: int
    fault: tuple[str, Mapping[str, str]] | None = None

    @property
    def wants(self) -> tuple[Want, ...]:
        """What is still missing; all of it again where nothing is: who asks on wants more."""
        open_wants = [one for one in self.wanted if one.missing]
        return tuple(
            Want(one.what, one.missing or one.count, one.crew) for one in open_wants or self.wanted
        )


class PlanBook:
    """The run cards in force, read once for each table."""

    def __init__(self, city: CityPack, zone: tzinfo) -> None:
        self._city = city
        self._zone = zone
        self._sizes: dict[str, float] = {}
        self._read: tuple[object, tuple[RunCard, ...]] | None = None

    def take(
        self,
        copy: RoomCopy,
        incident: Incident,
        work: Work,
        roster: Roster,
        now: datetime,
    ) -> Plan:
        orders, alarm = work.on_it.get(incident.id, ()), work.levels.get(incident.id, 1)
        setting = copy.rows["room_setting"].get(RUN_CARDS_SETTING)
        try:
            cards = self._cards(setting)
            drawn = any(card.drawn is not None for card in cards)
            plan = plan_for(cards, self._occasion(copy, incident, alarm, now, drawn=drawn))
        except RecommendFault as fault:
            params = {key: str(value) for key, value in fault.params.items()}
            anybody = _sent((Want(ANY),), orders, roster)
            return Plan(anybody, (), setting is not None, alarm, (fault.code, params))
        rows = tuple(card.row for card in plan.fired)
        return Plan(_sent(plan.wants, orders, roster), rows, setting is not None, alarm)

    def _cards(self, setting: Any) -> tuple[RunCard, ...]:
        if setting is None:
            return cards_in_force(None)
        if self._read is None or self._read[0] is not setting:
            self._read = (setting, cards_in_force(setting.value))
        return self._read[1]

    def _occasion(
        self, copy: RoomCopy, incident: Incident, alarm: int, now: datetime, *, drawn: bool
    ) -> Occasion:
        """`drawn`: some card has a polygon, so that sizes are compared."""
        places: list[str] = []
        km2: list[float] = []
        place = self._city.gazetteer.by_code(incident.area_code or "")
        while place is not None:
            names = (place.name, *place.nicknames)
            places += names
            km2 += [self._size(place.code)] * len(names) if drawn else []
            place = self._city.gazetteer.by_code(place.parent or "")
        level, at = level_at(copy, incident, places), now.astimezone(self._zone).time()
        known = precise_point(incident)
        point = LatLon(*known) if known is not None else None
        return Occasion(incident.category, places, at, level, alarm, point, km2)

    def _size(self, code: str) -> float:
        """In square kilometres; what the boundaries do not know is larger than any polygon."""
        if code not in self._sizes:
            index, size = self._city.boundaries, MOST_KM2
            with suppress(KeyError):
                size = index.km2(code) if index is not None else size
            self._sizes[code] = size
        return self._sizes[code]


def _sent(
    wants: Sequence[Want], orders: Sequence[Assignment], roster: Roster
) -> tuple[Wanted, ...]:
    """Who is on it fills the first want that is open and that it answers."""
    sent, asked = [0] * len(wants), [0] * len(wants)
    able = [roster.able(want.what, want.crew) for want in wants]
    for order in orders:
        place = roster.places.get(order.unit_id)
        if place is None:
            continue
        fits = [at for at in range(len(wants)) if able[at][place]]
        taken = sent if counts(order) else asked
        for at in [at for at in fits if sent[at] + asked[at] < wants[at].count][:1] or fits[:1]:
            taken[at] += 1
    return tuple(
        Wanted(want.what, want.count, want.crew, sent[at], asked[at])
        for at, want in enumerate(wants)
    )
