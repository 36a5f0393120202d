"""What travels with the question where units should go: ids in one word of the asking."""

from __future__ import annotations

from collections.abc import Iterable

REASSIGN, MOVE, PULL = "unit.reassign", "unit.move", "unit.pull"
"""`PULL` asks as `REASSIGN` does, of whoever has chosen already to take the busy ones away."""


def subject_of(incident_id: str, unit_ids: Iterable[str]) -> str:
    """`incident_id` "" for a move that is about no incident."""
    return " ".join((incident_id or "-", *unit_ids))


def read_subject(subject: str) -> tuple[str, tuple[str, ...]]:
    """(incident id, unit ids), each unit once."""
    first, *ids = subject.split(" ")
    return ("" if first == "-" else first), tuple(dict.fromkeys(id for id in ids if id))
