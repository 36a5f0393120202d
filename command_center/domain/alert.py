"""A warning to the public that somebody else gave out (CAP 1.2), and where it holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

Ring = tuple[tuple[float, float], ...]
"""(lat, lon) in WGS84, the first again at the end."""
LEAST_POINTS = 4
Circle = tuple[float, float, float]
"""lat, lon, radius in metres."""
Name = tuple[str, str]
"""Sender and identifier: what an alert is called by others."""


class Severity(StrEnum):
    """The words of CAP, the worst first."""

    EXTREME = "Extreme"
    SEVERE = "Severe"
    MODERATE = "Moderate"
    MINOR = "Minor"
    UNKNOWN = "Unknown"


class AlertStatus(StrEnum):
    """Whether it is meant."""

    ACTUAL = "Actual"
    EXERCISE = "Exercise"
    TEST = "Test"


@dataclass(frozen=True, slots=True)
class AlertPart:
    """One area of an alert and what is said of it."""

    event: str
    headline: str
    severity: Severity
    area: str
    ends_at: datetime
    rings: tuple[Ring, ...]
    circles: tuple[Circle, ...] = ()


@dataclass(frozen=True, slots=True)
class PublicAlert:
    """`replaces` are alerts that hold no longer since this one; without `parts` it only ends
    them."""

    sender: str
    identifier: str
    sent_at: datetime
    status: AlertStatus
    replaces: tuple[Name, ...]
    parts: tuple[AlertPart, ...]

    @property
    def name(self) -> Name:
        return self.sender, self.identifier


def as_value(alert: PublicAlert) -> dict[str, Any]:
    """As it is kept in a setting of the room."""
    return {
        "sender": alert.sender,
        "identifier": alert.identifier,
        "sent_at": alert.sent_at.isoformat(),
        "status": alert.status.value,
        "replaces": [list(name) for name in alert.replaces],
        "parts": [
            {
                "event": part.event,
                "headline": part.headline,
                "severity": part.severity.value,
                "area": part.area,
                "ends_at": part.ends_at.isoformat(),
                "rings": [[list(point) for point in ring] for ring in part.rings],
                "circles": [list(circle) for circle in part.circles],
            }
            for part in alert.parts
        ],
    }


def alert_of(value: Mapping[str, Any]) -> PublicAlert:
    """The other way. KeyError, TypeError or ValueError for what is none."""
    return PublicAlert(
        sender=str(value["sender"]),
        identifier=str(value["identifier"]),
        sent_at=datetime.fromisoformat(value["sent_at"]),
        status=AlertStatus(value["status"]),
        replaces=tuple((str(sender), str(name)) for sender, name in value["replaces"]),
        parts=tuple(map(_part, value["parts"])),
    )


def _part(value: Mapping[str, Any]) -> AlertPart:
    if any(len(ring) < LEAST_POINTS for ring in value["rings"]):
        raise ValueError("an outline of too few points")
    return AlertPart(
        event=str(value["event"]),
        headline=str(value["headline"]),
        severity=Severity(value["severity"]),
        area=str(value["area"]),
        ends_at=datetime.fromisoformat(value["ends_at"]),
        rings=tuple(
            tuple((float(lat), float(lon)) for lat, lon in ring) for ring in value["rings"]
        ),
        circles=tuple((float(a), float(b), float(c)) for a, b, c in value["circles"]),
    )
