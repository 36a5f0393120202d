"""Which of the locked packages the program needs on Windows, without those it is tested with."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_PIN = re.compile(r"(?P<name>[\w.-]+)==(?P<version>[^\s;]+)(?:\s*;\s*(?P<marker>[^\\]+))?")
_HASH = re.compile(r"--hash=(sha256:[0-9a-f]{64})")

Environment = Mapping[str, str]
RequiresOf = Callable[[Collection[str]], Mapping[str, Sequence[str]]]
"""Of each name its `Requires-Dist`."""


@dataclass(frozen=True, slots=True)
class Pin:
    name: str
    version: str
    hashes: tuple[str, ...]

    def line(self) -> str:
        """For pip, without the marker: pip would hold it against the machine it runs on."""
        return " ".join((f"{self.name}=={self.version}", *(f"--hash={h}" for h in self.hashes)))


def windows(python: str) -> Environment:
    """What markers are held against on 64-bit Windows; `python`: "3.13"."""
    return {
        "implementation_name": "cpython",
        "os_name": "nt",
        "platform_machine": "AMD64",
        "platform_python_implementation": "CPython",
        "platform_system": "Windows",
        "python_full_version": f"{python}.0",
        "python_version": python,
        "sys_platform": "win32",
    }


def read_lock(text: str, environment: Environment) -> dict[str, Pin]:
    """The pins of a requirements.lock that apply in `environment`, by canonical name."""
    pins: dict[str, Pin] = {}
    for block in text.replace("\\\n", " ").splitlines():
        found = _PIN.match(block)
        if not found:
            continue
        marker = (found["marker"] or "").split("--hash")[0].strip()
        if not marker or Marker(marker).evaluate(dict(environment)):
            name = canonicalize_name(found["name"])
            pins[name] = Pin(name, found["version"], tuple(_HASH.findall(block)))
    return pins


def closure(roots: Sequence[str], environment: Environment, requires_of: RequiresOf) -> list[str]:
    """Names of all that `roots` need, found wave by wave: each wave is asked for at once."""
    extras: dict[str, set[str]] = {}
    requires: dict[str, Sequence[str]] = {}
    asked = [(Requirement(text), frozenset[str]()) for text in roots]
    while asked:
        grown = set()
        for requirement, by in asked:
            name = canonicalize_name(requirement.name)
            more = requirement.extras - extras.get(name, set())
            if _applies(requirement, by, environment) and (more or name not in extras):
                extras.setdefault(name, set()).update(more)
                grown.add(name)
        requires.update(requires_of(grown - requires.keys()))
        asked = [
            (Requirement(text), frozenset(extras[name]))
            for name in sorted(grown)
            for text in requires[name]
        ]
    return sorted(extras)


def _applies(requirement: Requirement, extras: frozenset[str], environment: Environment) -> bool:
    marker = requirement.marker
    return marker is None or any(
        marker.evaluate({**environment, "extra": extra}) for extra in extras | {""}
    )
