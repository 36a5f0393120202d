"""The one table of verbs: which command, under which permission, by which handler."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, TypeVar

from command_center.advice.duplicates.standing import StandingIncidents
from command_center.advice.triage import Facts, Suggestion, Table
from command_center.domain.log import Act
from command_center.domain.permissions import Permission
from command_center.geo.nearby import NearPlace
from command_center.ports import UnitOfWork

Command = TypeVar("Command")
Result = Mapping[str, Any]


class City(Protocol):
    """What a handler may ask about the city."""

    def area_at(self, lat: float, lon: float) -> str | None:
        """Code of the smallest area that holds the point."""

    def area_named(self, name: str) -> str | None:
        """Code of the area of that name or code, spelt any known way."""

    def label_point(self, code: str) -> tuple[float, float] | None:
        """(lat, lon) where the area's name is written."""

    def local_day(self, at: datetime) -> str:
        """The local calendar day, ISO."""

    def near(self, lat: float, lon: float, within_m: float) -> Sequence[NearPlace]:
        """Known places at most so far away, of at most 500 m."""

    def knows(self, kind: str, name: str = "") -> bool:
        """Whether any place of that kind, or with that in its name, has a point."""

    def local_hour(self, at: datetime) -> int:
        """Of the local day, 0 to 23."""

    def local(self, at: datetime) -> datetime:
        """The same moment by the city's clocks."""


class Triage(Protocol):
    """Suggests a priority by a table of points."""

    def __call__(self, facts: Facts, table: Table) -> Suggestion: ...


@dataclass(frozen=True, slots=True)
class Context:
    """`now` is the room's clock; `at` when the thing happened by its source (defaults to now)."""

    act: Act
    now: datetime
    at: datetime
    new_id: Callable[[], str]
    city: City
    triage: Triage
    duplicates: StandingIncidents | None = None
    """What a report may be about; None: nothing is compared."""


@dataclass(frozen=True, slots=True)
class Verb:
    kind: str
    permission: Permission
    handler: Callable[[UnitOfWork, Any, Context], Result]
    always_logged: bool
    ends_shift: bool


VERBS: dict[type[Any], Verb] = {}


def verb(
    command: type[Command],
    kind: str,
    permission: Permission,
    *,
    always_logged: bool = False,
    ends_shift: bool = False,
) -> Callable[
    [Callable[[UnitOfWork, Command, Context], Result]],
    Callable[[UnitOfWork, Command, Context], Result],
]:
    """Register the handler of `command`; its log entries carry `kind`. `ends_shift`: nothing else
    is under way in the shift while it is done."""

    def register(
        handler: Callable[[UnitOfWork, Command, Context], Result],
    ) -> Callable[[UnitOfWork, Command, Context], Result]:
        if command in VERBS:
            raise ValueError(f"{command.__name__} has two handlers")
        VERBS[command] = Verb(kind, permission, handler, always_logged, ends_shift)
        return handler

    return register
