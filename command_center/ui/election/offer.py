"""A plan that advice made and nobody has adopted, and groups of any plan, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeGuard

from command_center.advice.allocation.plan import Plan
from command_center.advice.criteria import Criteria
from command_center.commands.guarding import GroupRow
from command_center.domain.election import Force, ForcePool, StationGroup
from command_center.geo.city import CityPack
from command_center.situation.guarding import Basis
from command_center.ui.detail.words import fill
from command_center.ui.election.words import (
    force_text,
    level_label,
    sent_text,
    stations_text,
    translate,
)
from command_center.ui.format import count, decimal
from command_center.ui.radio.lines import TextRow

AnyGroup = StationGroup | GroupRow
Pools = Mapping[str, ForcePool]
_SHOWN_POOLS = 4


@dataclass(frozen=True, slots=True)
class Offer:
    """What the plan was made of beside it, and its groups as they would be adopted."""

    basis: Basis
    plan: Plan
    rows: tuple[GroupRow, ...]

    @staticmethod
    def of(basis: Basis, plan: Plan) -> Offer:
        rows = tuple(
            GroupRow(
                post.group.area_code,
                post.group.numbers,
                post.group.level,
                str(post.group.pattern),
                post.group.police,
                post.group.linmas,
                post.posted,
            )
            for post in plan.posts
        )
        return Offer(basis, plan, rows)


class Board:
    """Groups in words, put into words again only where they have changed: there are thousands."""

    def __init__(self, city: CityPack) -> None:
        self._city = city
        self._said: dict[str, tuple[AnyGroup, TextRow, int]] = {}
        self._by: tuple[object, object] = ((), None)

    def forget(self) -> None:
        self._said = {}

    def show(
        self, rows: Iterable[AnyGroup], pools: Pools, table: Criteria
    ) -> list[tuple[TextRow, int]]:
        """Each with how many people it lacks. The pools' names and the levels' are in the words."""
        by = tuple(pools.values()), table
        if by != self._by:
            self._by, self._said = by, {}
        return [self._one(at, row, pools, table) for at, row in enumerate(rows)]

    def _one(self, at: int, row: AnyGroup, pools: Pools, table: Criteria) -> tuple[TextRow, int]:
        id = row.id if isinstance(row, StationGroup) else str(at)
        said = self._said.get(id)
        if said is None or said[0] is not row:
            lack = missing(row, pools)
            made = group_row(id, row, lack, pools, self._city, table)
            said = self._said[id] = row, made, sum(lack.values())
        return said[1], said[2]


def stands(pool: ForcePool | None) -> TypeGuard[ForcePool]:
    """Its people are to be had."""
    return pool is not None and pool.withdrawn_at is None


def sent_of(rows: Iterable[AnyGroup]) -> Counter[str]:
    """{id of a pool: people of it who are posted}"""
    sent: Counter[str] = Counter()
    for row in rows:
        for id, people, _ in row.posted:
            sent[id] += people
    return sent


def overdrawn(sent: Mapping[str, int], pools: Pools) -> list[str]:
    """A line for each pool of which more people are posted than it has: which group lacks them,
    nobody can know."""
    said = translate("Election", "%1: %2 diploting, hanya ada %3 orang; kurangi (Return).")
    over = [
        fill(said, pool.name, count(sent[id]), count(pool.strength))
        for id in sent
        if stands(pool := pools.get(id)) and sent[id] > pool.strength
    ]
    more = fill(translate("Election", "… dan %1 lagi"), count(len(over) - _SHOWN_POOLS))
    return over if len(over) <= _SHOWN_POOLS else [*over[:_SHOWN_POOLS], more]


def pool_text(pool: ForcePool | None) -> str:
    if pool is None:
        return "?"
    return pool.name if stands(pool) else fill(translate("Election", "%1 (ditarik)"), pool.name)


def missing(row: AnyGroup, pools: Pools) -> dict[Force, int]:
    """People who are lacking, by kind; soldiers stand in for police, who was withdrawn for
    nobody."""
    sent = {Force.POLICE: 0, Force.LINMAS: 0}
    for id, people, _ in row.posted:
        pool = pools.get(id)
        if stands(pool):
            sent[Force.LINMAS if pool.force is Force.LINMAS else Force.POLICE] += people
    needs = {Force.POLICE: row.police, Force.LINMAS: row.linmas}
    return {force: need - sent[force] for force, need in needs.items() if need > sent[force]}


def group_row(
    id: str,
    row: AnyGroup,
    missing: Mapping[Force, int],
    pools: Pools,
    city: CityPack,
    table: Criteria,
) -> TextRow:
    lack = ", ".join(f"{force_text(f)} {count(many)}" for f, many in missing.items())
    said = fill(translate("Election", "%1 · kurang %2"), row.pattern, lack) if lack else row.pattern
    posted = [
        sent_text(pool_text(pools.get(id)), people, way_m) for id, people, way_m in row.posted
    ]
    nobody = [] if posted else [translate("Election", "belum ada orang")]
    about = " · ".join((level_label(table, row.level), *posted, *nobody))
    return TextRow(id, stations_text(city, row.area_code, row.numbers), said, about)


def cost_text(plan: Plan) -> str:
    """Who is sent, who is lacking, and the travel beside what it cannot be less than."""
    sent = translate("Election", "%1 kelompok; polisi %2 dari %3, linmas %4 dari %5")
    numbers = (
        len(plan.posts),
        plan.filled[Force.POLICE],
        plan.needed[Force.POLICE],
        plan.filled[Force.LINMAS],
        plan.needed[Force.LINMAS],
    )
    lack = sum(sum(post.short.values()) for post in plan.shortages)
    short = translate("Election", "kurang %1 orang di %2 kelompok")
    way = translate("Election", "sekali jalan %1 km (batas bawah %2 km), terjauh %3 km")
    kilometres = (count(round(m / 1000)) for m in (plan.travel_m, plan.bound_m))
    return "; ".join(
        (
            fill(sent, *map(count, numbers)),
            fill(short, count(lack), count(len(plan.shortages))),
            fill(way, *kilometres, decimal(plan.longest_m / 1000)),
        )
    )


def caveats(offer: Offer, table: Criteria, operation: str) -> list[str]:
    """What the plan was made with and without; `operation` is the name of the one whose judgements
    count before those of no operation, "" = none."""
    found = offer.basis
    lines = [translate("Election", "Usulan, belum ditetapkan: T menetapkan, Esc membuang.")]
    if operation:
        lines.append(fill(translate("Election", "Dengan penilaian untuk %1."), operation))
    if found.unrated:
        said = translate("Election", "%1 TPS belum dinilai; dihitung sebagai %2.")
        lines.append(fill(said, count(found.unrated), level_label(table, found.levels[0])))
    if offer.plan.unruled:
        named = sorted({level_label(table, one.level) for one in offer.plan.unruled})
        said = translate("Election", "%1 TPS tanpa pola (%2): tidak diploting.")
        lines.append(fill(said, count(len(offer.plan.unruled)), ", ".join(named)))
    if found.placeless:
        said = translate("Election", "%1 TPS tanpa titik: tidak diploting.")
        lines.append(fill(said, count(found.placeless)))
    return lines
