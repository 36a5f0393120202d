"""The posting board of an election as a sheet: a line for each of the people of a group of polling
stations, and one for each group that has nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from command_center.contract.xlsx import Plain
from command_center.documents.place_tables import Lines
from command_center.domain.election import Force, ForcePool, StationGroup

POSTING_COLUMNS = (
    "kode_kelurahan", "kelurahan", "tps", "tingkat", "pola", "butuh_polisi", "butuh_linmas",
    "unsur", "satuan", "orang", "jarak_m", "ditarik", "kurang_polisi", "kurang_linmas",
)  # fmt: skip


def posting_table(
    rows: Iterable[StationGroup],
    pools: Mapping[str, ForcePool],
    areas: Mapping[str, str],
    levels: Mapping[str, str],
    lacking: Mapping[str, Mapping[Force, int]],
) -> Lines:
    """`pools` by id, those that were withdrawn too; `areas` and `levels` = {code: name}; `lacking`
    = {id of a group: people}, which stands in the first line of each group only: it adds up."""
    lines: list[list[Plain]] = [list(POSTING_COLUMNS)]
    for row in rows:
        numbers = ", ".join(map(str, row.numbers))
        where = (row.area_code, areas.get(row.area_code, ""), numbers)
        rule = (levels.get(row.level, row.level), row.pattern)
        short = lacking.get(row.id, {})
        left: tuple[Plain, ...] = (short.get(Force.POLICE, 0), short.get(Force.LINMAS, 0))
        needs: tuple[Plain, ...] = (row.police, row.linmas)
        for id, people, metres in row.posted or (("", 0, 0),):
            lines.append([*where, *rule, *needs, *_sent(pools.get(id), people, metres), *left])
            left, needs = (None, None), (None, None)
    return lines


def _sent(pool: ForcePool | None, people: int, metres: int) -> tuple[Plain, ...]:
    if pool is None:
        return (None, None, people, None, None)
    gone = "ya" if pool.withdrawn_at is not None else None
    return (pool.force.value, pool.name, people, metres, gone)
