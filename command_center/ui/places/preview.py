"""What a file would change, told before anything is stored."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from command_center.commands.assessments import Assess
from command_center.commands.elections import StationRow
from command_center.commands.elections import completed as completed_station
from command_center.commands.sites import KeepSite
from command_center.commands.sites import completed as completed_site
from command_center.domain.site import Assessment, PollingStation, Site

Made = TypeVar("Made")
AreaAt = Callable[[float, float], str | None]
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Changes(Generic[Made]):
    """`absent`: how many the room has that the file does not; they stay as they are."""

    added: tuple[Made, ...]
    changed: tuple[Made, ...]
    same: int
    absent: int

    @property
    def wanted(self) -> tuple[Made, ...]:
        return (*self.added, *self.changed)


def station_changes(
    rows: Iterable[StationRow], known: Mapping[tuple[str, int], PollingStation]
) -> Changes[StationRow]:
    """`known` = {(kelurahan, number): of this election}, gone ones too."""
    added, changed, same = [], [], 0
    met = set()
    for row in rows:
        key = row.area, row.number
        met.add(key)
        standing = known.get(key)
        if standing is None:
            added.append(row)
        elif standing.gone_at is not None or _moved(row, standing):
            changed.append(row)
        else:
            same += 1
    absent = sum(1 for key, row in known.items() if key not in met and row.gone_at is None)
    return Changes(tuple(added), tuple(changed), same, absent)


def _moved(row: StationRow, standing: PollingStation) -> bool:
    return _said(completed_station(row, standing)) != _said(standing)


def _said(row: StationRow | PollingStation) -> tuple[object, ...]:
    return (row.kpu_code, row.voters, row.location, _near(row.lat), _near(row.lon))


def _near(degrees: float | None) -> float | None:
    return None if degrees is None else round(degrees, _DIGITS)


def site_changes(
    rows: Iterable[KeepSite], known: Mapping[str, Site], area_at: AreaAt
) -> Changes[KeepSite]:
    """`known` = {code: site}, closed ones too. A point says better than a name which area it is."""
    added, changed, same = [], [], 0
    met = set()
    for row in rows:
        met.add(row.code)
        standing = known.get(row.code)
        if standing is None:
            added.append(row)
        elif standing.closed_at is not None or _differs(row, standing, area_at):
            changed.append(row)
        else:
            same += 1
    absent = sum(1 for code, row in known.items() if code not in met and row.closed_at is None)
    return Changes(tuple(added), tuple(changed), same, absent)


def _differs(row: KeepSite, standing: Site, area_at: AreaAt) -> bool:
    return _facts(completed_site(row, standing), area_at) != _standing(standing)


def _facts(row: KeepSite, area_at: AreaAt) -> tuple[object, ...]:
    area = row.area or None
    if row.lat is not None and row.lon is not None:
        area = area_at(row.lat, row.lon) or area
    words = (row.kind, row.name, row.short, row.address, row.holder, row.contacts, row.source)
    return (*words, area, _near(row.lat), _near(row.lon))


def _standing(row: Site) -> tuple[object, ...]:
    words = (row.kind, row.name, row.short, row.address, row.holder, row.contacts, row.source)
    return (*words, row.area_code, row.lat, row.lon)


def rating_changes(rows: Sequence[Assess], known: Iterable[Assessment]) -> Changes[Assess]:
    """A judgement is never changed: it is there or it is new."""
    there = {_judged(row) for row in known}
    wanted = [row for row in rows if _judged(row) not in there]
    return Changes(tuple(wanted), (), len(rows) - len(wanted), 0)


def _judged(row: Assess | Assessment) -> tuple[object, ...]:
    scores = tuple(sorted(row.scores.items()))
    return row.operation_id or "", row.subject_id, row.at, row.author, row.source, scores
