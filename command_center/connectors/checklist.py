"""What every connector of a system has. One test holds each folder to its list."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Checklist:
    """`profile` is its identity, `health` the kind under which the room hears how it is, `mapping`
    the mapping file ("" where it speaks contract v1), `simulator` the module that plays it in the
    exercise ("" where it is a person or a table), `docs` and `tests` where to read and see it.
    `untested`: what has never been tried against the real system."""

    profile: str
    name: str
    health: str
    mapping: str
    simulator: str
    docs: str
    tests: tuple[str, ...]
    untested: str
