"""What was read of a document and what was not, element by element."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

MOST_REFUSED = 500
SHOWN = 80


@dataclass(frozen=True, slots=True)
class RefusedElement:
    """`element` is its path in the document, `reason` a code, `value` the beginning of what it
    held."""

    element: str
    reason: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class HaveHospital:
    """One hospital. `figures` = {our name of an element: checked value}, all true at `at`; a
    service is among `services` only where it is said to be there."""

    code: str
    name: str
    at: datetime
    lat: float | None
    lon: float | None
    phone: str
    figures: dict[str, str]

    @property
    def services(self) -> tuple[str, ...]:
        """Names without the `service_` before them, sorted."""
        there = [n for n, v in self.figures.items() if n.startswith("service_") and v == "true"]
        return tuple(sorted(name.removeprefix("service_") for name in there))


@dataclass(frozen=True, slots=True)
class HaveDocument:
    """`status` is what the EDXL-DE around it says it is (Actual, Exercise ...), "" without one."""

    stored: tuple[HaveHospital, ...]
    refused: tuple[RefusedElement, ...]
    status: str = ""


class TooManyRefused(Exception):
    """Nobody reads on in a document that is wrong so often."""


@dataclass(slots=True)
class Findings:
    """Collects while a document is read; a document of nothing but faults stays small."""

    refused: list[RefusedElement] = field(default_factory=list)

    def refuse(self, element: str, reason: str, value: str = "") -> None:
        if len(self.refused) < MOST_REFUSED:
            self.refused.append(RefusedElement(element, reason, value[:SHOWN]))
        else:
            self.refused.append(RefusedElement(element, "and_more"))
            raise TooManyRefused
