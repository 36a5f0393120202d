"""Clocks that run against an incident and a unit: seconds, the same for everybody in the room."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import Field, dataclass, field, fields
from typing import Any

from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomSetting

SETTING = "targets"
"""The name of the RoomSetting that holds what the room has decided of `Targets`."""
_BOUNDS, _MEANING = "bounds", "meaning"


def _of_the_room(default: float, low: int, high: int, meaning: str) -> Any:  # a field
    """A clock that the room may set between `low` and `high`."""
    return field(default=default, metadata={_BOUNDS: (low, high), _MEANING: meaning})


@dataclass(frozen=True, slots=True)
class Targets:
    """Defaults: on scene 10 min (Kapolri, January 2026), verified to ordered 60 s (NFPA 1225).
    Those without bounds are only what the limits of the unit board (domain.unit_words) begin
    with."""

    verify_s: float = _of_the_room(60.0, 10, 3600, "From a report's coming to its verification.")
    order_s: float = _of_the_room(60.0, 10, 3600, "From there to the first order.")
    on_scene_s: float = _of_the_room(
        600.0, 60, 7200, "From a report's coming to the first unit on scene; advice counts the"
        " cover of the city by it, too."
    )  # fmt: skip
    answer_s: float = _of_the_room(60.0, 10, 1800, "How long an order may stay without an answer.")
    own_p1_s: float = _of_the_room(
        30.0, 10, 600, "How long a P1 may stay without an owner until every seat rings."
    )
    own_p1_lead_s: float = _of_the_room(
        60.0, 10, 900, "And until it rings at the shift lead; not before the seats."
    )
    set_off_s: float = _of_the_room(120.0, 30, 1800, "From an order that was heard to moving.")
    due_lead_s: float = _of_the_room(
        900.0, 60, 7200, "How long before a planned incident is due it rings."
    )
    take_over_s: float = _of_the_room(
        20.0, 5, 600, "How long an owner has to answer who wants to take an incident over."
    )
    position_stale_s: float = _of_the_room(
        300.0, 30, 7200, "How old a position may be; an older one says nothing."
    )
    status_stale_s: float = _of_the_room(
        4 * 3600.0, 600, 86_400, "How old a status may be where no position comes."
    )
    welfare_radio_s: float = _of_the_room(
        60.0, 10, 1800, "A silent unit: how long it is called by radio before by telephone."
    )
    welfare_phone_s: float = _of_the_room(
        60.0, 10, 1800, "And by telephone before the nearest unit is asked to look."
    )
    welfare_partner_s: float = _of_the_room(180.0, 30, 3600, "And before the shift lead is told.")
    welfare_lead_s: float = _of_the_room(
        120.0, 30, 3600, "And before it is an alarm of personnel in danger."
    )
    silent_s: float = 1200.0
    en_route_s: float = 600.0
    at_work_s: float = 3600.0
    returning_s: float = 600.0
    break_s: float = 1800.0


@dataclass(frozen=True, slots=True)
class RoomClock:
    """What may be set of a field of `Targets`, in whole seconds; `meaning` is English, for
    documents."""

    name: str
    default: int
    low: int
    high: int
    meaning: str


def _clock(one: Field[Any]) -> RoomClock:
    low, high = one.metadata[_BOUNDS]
    default: Any = one.default
    return RoomClock(one.name, int(default), low, high, one.metadata[_MEANING])


CLOCKS: Mapping[str, RoomClock] = {
    one.name: _clock(one) for one in fields(Targets) if _BOUNDS in one.metadata
}


def demand_sense(value: Mapping[str, object], kept: Mapping[str, object] | None = None) -> None:
    """OperatorError naming the clock at fault. What is `kept` already and makes no sense here was
    decided with a newer program."""
    for name, seconds in value.items():
        clock = CLOCKS.get(name)
        if clock is not None and fits(clock, seconds):
            continue
        if clock is None or (kept and kept.get(name) == seconds):
            raise OperatorError("target_unknown", name=name)
        raise OperatorError("target_wrong", name=name, low=clock.low, high=clock.high)
    targets = targets_of(value)
    if targets.own_p1_lead_s < targets.own_p1_s:
        raise OperatorError("target_lead_first")


def fits(clock: RoomClock, seconds: object) -> bool:
    return type(seconds) is int and clock.low <= seconds <= clock.high


def targets_of(value: Mapping[str, object]) -> Targets:
    """What a RoomSetting holds; what it does not name, or what cannot be, is as by default: no
    workstation stops over a line of the log."""
    said: dict[str, Any] = {
        name: float(str(value[name]))
        for name, clock in CLOCKS.items()
        if name in value and fits(clock, value[name])
    }
    return Targets(**said)


def targets_in(settings: Mapping[str, RoomSetting]) -> Targets:
    """Of all the room's settings, by their names."""
    kept = settings.get(SETTING)
    return targets_of(kept.value) if kept is not None else Targets()
