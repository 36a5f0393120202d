"""An exercise as data: what happens when, who reports it and what the desk has done already."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from command_center.advice.categories import categories
from command_center.contract.records import Record
from command_center.domain.errors import OperatorError
from command_center.domain.room import SituationLevel
from command_center.exercise.city.unit_table import load_units
from command_center.exercise.injects.model import Fault, Inject
from command_center.exercise.injects.reading import SEEN, Known, read_injects
from command_center.runtime.paths import resources_dir

Row = dict[str, Any]
LARGEST = 1_000_000
UNITS = "units.csv"
SITUATIONS = frozenset({"clear", "crowd", "accident", "flood", "smoke", "rain"})
"""What a simulated camera can be told to show (exercise.cameras, which takes a second to load)."""


class ScenarioFaults(OperatorError):
    """A scenario with anything wrong in it is not loaded; `faults` is all of it."""

    def __init__(self, file: str, faults: Sequence[Fault]) -> None:
        super().__init__("scenario_faults", file=file, count=len(faults))
        self.faults = tuple(faults)


@dataclass(frozen=True, slots=True)
class TimedRecord:
    """`record` is one of contract v1, ready to be served by `source` from `at` on."""

    at: datetime
    source: str
    record: Row


@dataclass(frozen=True, slots=True)
class Step:
    """What a desk or the instructor does with the incident of a report: take, verify, order or
    close. `unless_ordered`: only if nobody has sent a unit there yet."""

    at: datetime
    do: str
    source: str
    report: str
    units: tuple[str, ...]
    text: str
    disposition: str
    unless_ordered: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """What a camera sees from `at` on, at 0 to 1, or how it fails."""

    at: datetime
    camera: str
    shows: str
    intensity: float


@dataclass(frozen=True, slots=True)
class Calm:
    """Small reports that come one by one, `pause_s` (least, most) apart."""

    starts: datetime
    pause_s: tuple[float, float]
    places: tuple[str, ...]
    reports: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """`opens` is the first time in its log, `starts` when its clock begins to run, `ends` when it
    is over, None: when everybody goes home. `file` is what it was read from, `units` its table."""

    name: str
    title: str
    pack: str
    opens: datetime
    starts: datetime
    seat: Mapping[str, str]
    operation: Mapping[str, Any]
    sources: Mapping[str, str]
    records: tuple[TimedRecord, ...]
    steps: tuple[Step, ...]
    scenes: tuple[Shown, ...]
    calm: Calm
    injects: tuple[Inject, ...] = ()
    units: Path = Path()
    file: Path = Path()
    ends: datetime | None = None

    @property
    def desk(self) -> tuple[Step, ...]:
        """What was done before the clock runs."""
        return tuple(step for step in self.steps if step.at < self.starts)

    @property
    def cues(self) -> tuple[Step, ...]:
        """What the instructor does once it runs."""
        return tuple(step for step in self.steps if step.at >= self.starts)


@dataclass(frozen=True, slots=True)
class _Day:
    date: date
    zone: ZoneInfo

    def at(self, clock: time) -> datetime:
        return datetime.combine(self.date, clock, self.zone).astimezone(UTC)


def find_scenario(folder: Path, name: str) -> Path:
    """The file of a scenario by its bare name, or a file of one's own; OperatorError if there is
    none."""
    own = Path(name)
    if own.suffix == ".toml" and own.is_file():
        return own
    path = folder / f"{name}.toml"
    if not name.replace("_", "").isalnum() or not path.is_file():
        raise OperatorError("scenario_missing", name=name)
    return path


def load_scenario(path: Path) -> Scenario:
    """ScenarioFaults when the file does not describe one: everything that is wrong with it."""
    try:
        if path.stat().st_size > LARGEST:
            raise ValueError(f"larger than {LARGEST} bytes")
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        scenario = _scenario(path, table)
    except (KeyError, TypeError, ValueError, msgspec.ValidationError, ZoneInfoNotFoundError) as e:
        code = "scenario_part" if isinstance(e, KeyError) else "scenario_base"
        raise ScenarioFaults(path.name, [Fault(path.name, code, str(e)[:200])]) from e
    known = _known(path, table, scenario)
    if isinstance(known, Fault):
        raise ScenarioFaults(path.name, [known])
    injects, faults = read_injects(table.get("inject", ()), known)
    if faults:
        raise ScenarioFaults(path.name, faults)
    return replace(scenario, injects=injects)


def _known(path: Path, table: Row, scenario: Scenario) -> Known | Fault:
    """What its injects may name."""
    shipped = resources_dir() / "exercise" / "cameras.toml"
    try:
        units = load_units(scenario.units)
        cameras = tomllib.loads(shipped.read_text(encoding="utf-8"))["camera"]
    except (OSError, KeyError, ValueError) as error:
        return Fault(path.name, "scenario_units", f"{scenario.units.name}: {error}")
    day = _Day(table["date"], ZoneInfo(table["time_zone"]))
    return Known(
        sources=scenario.sources,
        units={unit.call_sign for unit in units},
        cameras={str(camera["id"]) for camera in cameras},
        categories=categories(),
        scenes=SITUATIONS | SEEN,
        at=day.at,
        ends=scenario.ends,
        places={
            str(place): SituationLevel(level)
            for place, level in scenario.operation.get("levels", {}).items()
        },
    )


def _scenario(path: Path, table: Row) -> Scenario:
    """All of it but its injects."""
    day = _Day(table["date"], ZoneInfo(table["time_zone"]))
    sources = table["sources"]
    records = sorted((_record(row, day) for row in table.get("record", ())), key=lambda o: o.at)
    steps = sorted((_step(row, day) for row in table.get("step", ())), key=lambda one: one.at)
    for level in table["operation"].get("levels", {}).values():
        SituationLevel(level)
    calm = table["calm"]
    named = {one.source for one in records} | {row["source"] for row in calm["report"]}
    if named - set(sources):
        raise ValueError(f"{path.name}: no such source {sorted(named - set(sources))}")
    return Scenario(
        name=path.stem,
        title=table["title"],
        pack=table["pack"],
        opens=day.at(table["opens"]),
        starts=day.at(table["starts"]),
        seat=table["seat"],
        operation=table["operation"],
        sources=sources,
        records=tuple(records),
        steps=tuple(steps),
        scenes=tuple(sorted((_shown(row, day) for row in table.get("scene", ())), key=_at)),
        calm=Calm(
            day.at(calm["from"]),
            _pair(calm["pause_s"]),
            tuple(calm["places"]),
            tuple(calm["report"]),
        ),
        units=_beside(path, str(table.get("units", UNITS))),
        file=path,
        ends=day.at(table["ends"]) if "ends" in table else None,
    )


def _beside(path: Path, name: str) -> Path:
    """A table of units: beside the scenario or its folder, else one that is shipped."""
    bare = Path(name).name
    shipped = resources_dir() / "exercise"
    tables = [folder / bare for folder in (path.parent, path.parent.parent, shipped)]
    return next((table for table in tables if table.is_file()), tables[-1])


def _at(shown: Shown) -> datetime:
    return shown.at


def _pair(values: Sequence[float]) -> tuple[float, float]:
    least, most = values
    return float(least), float(most)


def _record(row: Row, day: _Day) -> TimedRecord:
    at = day.at(row["at"])
    content = {key: value for key, value in row.items() if key not in ("source", "at")}
    record = {"type": "report", **content, "at": at.isoformat()}
    msgspec.convert(record, Record)
    return TimedRecord(at, row["source"], record)


def _shown(row: Row, day: _Day) -> Shown:
    return Shown(day.at(row["at"]), row["camera"], row["shows"], row.get("intensity", 1.0))


def _step(row: Row, day: _Day) -> Step:
    source, _, report = row.get("report", "").partition(":")
    return Step(
        at=day.at(row["at"]),
        do=row["do"],
        source=source,
        report=report,
        units=tuple(row.get("units", ())),
        text=row.get("text", ""),
        disposition=row.get("disposition", ""),
        unless_ordered=row.get("unless_ordered", False),
    )
