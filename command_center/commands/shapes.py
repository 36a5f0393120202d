"""What the records of a source look like: learned from them, and told when the other side changes
it. The record itself is never lost for that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from command_center.commands.alarms import RaiseAlarm, raise_alarm
from command_center.commands.registry import Context, Result, verb
from command_center.contract.shape import Drift, Shape, as_json, compare, from_json, learn
from command_center.domain.permissions import Permission
from command_center.domain.room import Alarm, AlarmType, RoomSetting, Source
from command_center.ports import UnitOfWork

NAMES_LONGEST = 400


@dataclass(frozen=True, slots=True)
class ObserveShape:
    """`rows` of one page, each {path: type}; `known` are fields the mapping names."""

    source_id: str
    rows: tuple[Mapping[str, str], ...]
    known: frozenset[str] = frozenset()


@verb(ObserveShape, "source.shape", Permission.TAKE_REPORTS)
def observe_shape(work: UnitOfWork, command: ObserveShape, ctx: Context) -> Result:
    id = f"shape:{command.source_id}"[:100]
    found = work.find(RoomSetting, id=id)
    shape = from_json(found[0].value) if found else Shape()
    drift = compare(shape, command.rows, command.known)
    learned = learn(shape, command.rows)
    if learned != shape:
        if found:
            work.change(found[0], value=as_json(learned))
        else:
            work.add(RoomSetting(id, 1, as_json(learned)))
    if drift:
        _ring(work, command.source_id, drift, ctx)
    return {"drift": drift.names(), "rows": list(drift.rows)}


def _ring(work: UnitOfWork, source_id: str, drift: Drift, ctx: Context) -> None:
    """One alarm a source, which grows while it stands."""
    known = work.find(Source, id=source_id)
    name = known[0].name if known else source_id
    params = {"source": name, "fields": drift.names()[:NAMES_LONGEST]}
    type_ = AlarmType.SCHEMA_DRIFT
    standing = work.find(Alarm, type=type_, subject_id=source_id, cleared_at=None)
    if not standing:
        raise_alarm(work, RaiseAlarm(type_, "source", source_id, params), ctx)
        return
    said = standing[0].params.get("fields", "").split()
    more = [one for one in drift.names().split() if one not in said]
    fields = " ".join([*said, *more])[:NAMES_LONGEST]
    work.change(standing[0], params={**standing[0].params, "fields": fields})
