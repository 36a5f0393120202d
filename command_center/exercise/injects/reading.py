"""Reads the injects of a scenario file and tells everything that is wrong with them at once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from typing import Any

import msgspec

from command_center.contract.records import Record
from command_center.domain.room import SituationLevel
from command_center.exercise.injects.levels import check_levels, read_level
from command_center.exercise.injects.model import (
    SAID,
    Condition,
    Expected,
    Fault,
    Inject,
    InjectKind,
    Reaction,
)

MOST, LONGEST_ID = 1_000, 40
_OWN = frozenset(
    {"id", "kind", "title", "at", "after", "delay_s", "when", "source", "camera", "shows",
     "intensity", "unit", "text", "expect"}
)  # fmt: skip
SEEN = frozenset({"refuse", "stall", "freeze"})
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Known:
    """What a scenario may name: sources, call signs, cameras, categories and what a camera can
    show; `places` of the operation with their levels at the start; `at` makes a local clock time a
    moment."""

    sources: Collection[str]
    units: Collection[str]
    cameras: Collection[str]
    categories: Collection[str]
    scenes: Collection[str]
    at: Callable[[time], datetime]
    ends: datetime | None = None
    places: Mapping[str, SituationLevel] = field(default_factory=dict)


@dataclass(slots=True)
class _Reading:
    known: Known
    faults: list[Fault] = field(default_factory=list)

    def wrong(self, where: str, code: str, value: object = "") -> None:
        self.faults.append(Fault(where, code, str(value)[:80]))


def read_injects(rows: Sequence[Any], known: Known) -> tuple[tuple[Inject, ...], list[Fault]]:
    """The injects, and every fault found in them; with a fault none of them is to be used."""
    reading = _Reading(known)
    if len(rows) > MOST:
        reading.wrong("inject", "inject_too_many", MOST)
        return (), reading.faults
    read = [_inject(number, row, reading) for number, row in enumerate(rows, 1)]
    injects = tuple(one for one in read if one is not None)
    _check_names(injects, reading)
    _check_cycle(injects, reading)
    check_levels(injects, known.places, reading.wrong)
    return injects, reading.faults


def _inject(number: int, row: Any, reading: _Reading) -> Inject | None:
    where = f"inject {number}"
    if not isinstance(row, Mapping):
        reading.wrong(where, "inject_no_table")
        return None
    id = str(row.get("id", ""))
    if not id or len(id) > LONGEST_ID or not id.replace("-", "").replace("_", "").isalnum():
        reading.wrong(where, "inject_id", id)
    else:
        where = f"inject {id}"
    try:
        kind = InjectKind(str(row.get("kind", "")))
    except ValueError:
        reading.wrong(where, "inject_kind", row.get("kind", ""))
        return None
    inject = Inject(
        id=id,
        kind=kind,
        title=str(row.get("title", ""))[:120],
        at=_time(row.get("at"), where, reading),
        after=tuple(map(str, row.get("after", ()))),
        delay_s=_number(row, "delay_s", 0.0, where, reading),
        when=_condition(row.get("when"), where, reading),
        source=str(row.get("source", "")),
        record=_record(row, kind, where, reading),
        camera=str(row.get("camera", "")),
        shows=str(row.get("shows", "")),
        intensity=_number(row, "intensity", 1.0, where, reading),
        unit=str(row.get("unit", "")),
        text=str(row.get("text", "")),
        order=read_level(row, where, reading.wrong) if kind is InjectKind.LEVEL else None,
        expected=_expected(row.get("expect", ()), where, reading),
    )
    _check(inject, where, reading)
    return inject


def _number(row: Row, name: str, default: float, where: str, reading: _Reading) -> float:
    value = row.get(name, default)
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 86_400:
        reading.wrong(where, "inject_number", f"{name} = {value}")
        return default
    return float(value)


def _time(value: Any, where: str, reading: _Reading) -> datetime | None:
    if value is None:
        return None
    if not isinstance(value, time):
        reading.wrong(where, "inject_time", value)
        return None
    return reading.known.at(value).astimezone(UTC)


def _reaction(value: Any, where: str, reading: _Reading) -> Reaction:
    try:
        return Reaction(str(value))
    except ValueError:
        reading.wrong(where, "inject_reaction", value)
        return Reaction.TAKEN


def _condition(value: Any, where: str, reading: _Reading) -> Condition | None:
    if value is None:
        return None
    if not isinstance(value, Mapping):
        reading.wrong(where, "inject_condition", value)
        return None
    word = str(value.get("is", ""))
    negated = word.startswith("not_")
    reaction = _reaction(word.removeprefix("not_"), where, reading)
    for_s = _number(value, "for_s", 0.0, where, reading)
    return Condition(str(value.get("inject", "")), reaction, negated, for_s)


def _expected(values: Any, where: str, reading: _Reading) -> tuple[Expected, ...]:
    if not isinstance(values, Sequence) or not all(isinstance(one, Mapping) for one in values):
        reading.wrong(where, "inject_expect", values)
        return ()
    return tuple(
        Expected(
            _reaction(one.get("do", ""), where, reading),
            _number(one, "within_s", 0.0, where, reading),
        )
        for one in values
    )


def _record(row: Row, kind: InjectKind, where: str, reading: _Reading) -> dict[str, Any]:
    """The report as its source will serve it, but its time and id."""
    if kind not in SAID:
        return {}
    record = {name: value for name, value in row.items() if name not in _OWN}
    record |= {"type": "report", "text": str(row.get("text", ""))}
    try:
        whole = {**record, "id": "inject", "at": "2024-01-01T00:00:00+00:00"}
        msgspec.convert(whole, Record)
    except msgspec.ValidationError as error:
        reading.wrong(where, "inject_record", error)
    if str(record.get("category", "")) not in reading.known.categories:
        reading.wrong(where, "inject_category", record.get("category", ""))
    return record


def _check(inject: Inject, where: str, reading: _Reading) -> None:
    """Everything it names is there."""
    known = reading.known
    if inject.at is None and not inject.after and inject.when is None:
        reading.wrong(where, "inject_never")
    if known.ends is not None and inject.at is not None and inject.at > known.ends:
        reading.wrong(where, "inject_after_end")
    if inject.kind in SAID:
        if inject.source not in known.sources:
            reading.wrong(where, "inject_source", inject.source)
        if not inject.text.strip():
            reading.wrong(where, "inject_text")
    elif inject.kind is InjectKind.CAMERA:
        if inject.camera not in known.cameras:
            reading.wrong(where, "inject_camera", inject.camera)
        if inject.shows not in known.scenes:
            reading.wrong(where, "inject_shows", inject.shows)
    elif inject.kind is not InjectKind.LEVEL and inject.unit not in known.units:
        reading.wrong(where, "inject_unit", inject.unit)
    if inject.expected and inject.kind not in SAID:
        reading.wrong(where, "inject_expects_nothing")


def _check_names(injects: Sequence[Inject], reading: _Reading) -> None:
    """Injects that name each other: there, once, and of a kind that can be reacted to."""
    by_id: dict[str, Inject] = {}
    for inject in injects:
        if inject.id in by_id:
            reading.wrong(f"inject {inject.id}", "inject_twice")
        by_id[inject.id] = inject
    for inject in injects:
        where = f"inject {inject.id}"
        for name in _before(inject):
            if name not in by_id:
                reading.wrong(where, "inject_unknown", name)
        about = by_id.get(inject.when.inject) if inject.when else None
        if about is not None and about.kind not in SAID:
            reading.wrong(where, "inject_no_reaction", about.id)


def _before(inject: Inject) -> tuple[str, ...]:
    return (*inject.after, *((inject.when.inject,) if inject.when else ()))


def _check_cycle(injects: Sequence[Inject], reading: _Reading) -> None:
    """Those that wait for one another for ever, each named once."""
    waits = {inject.id: set(_before(inject)) for inject in injects}
    while free := [id for id, names in waits.items() if not names & waits.keys()]:
        for id in free:
            del waits[id]
    ring = {id for id in waits if _reaches(id, id, waits)}
    for id in sorted(ring):
        reading.wrong(f"inject {id}", "inject_cycle", " ← ".join(sorted(ring)))


def _reaches(start: str, goal: str, waits: Mapping[str, set[str]]) -> bool:
    seen: set[str] = set()
    open_ids = list(waits[start])
    while open_ids:
        id = open_ids.pop()
        if id == goal:
            return True
        if id not in seen:
            seen.add(id)
            open_ids += waits.get(id, ())
    return False
