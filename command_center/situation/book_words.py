"""What is done about an incident, in words of the book of a shift."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from typing import Any

from command_center.documents.letter import line
from command_center.domain.log import Change
from command_center.situation.paper import sign

Facts = Mapping[str, Any]
NOTE_LONGEST = 200
CALLED = ("number", "alias", "title")
SHOWN = (*CALLED, "priority", "address")
_CLOSED = {
    "done": "selesai tugas",
    "diambil_alih": "dialihkan",
    "cancelled": "perintah dibatalkan",
    "refused": "menolak",
}
_ENDED = {
    "resolved": "tertangani",
    "referred": "diteruskan",
    "false_report": "laporan tidak benar",
    "prank": "iseng",
    "not_found": "tidak ditemukan",
    "duplicate": "laporan ganda",
    "imported": "diimpor",
}
_HURT = (("dead", "MD"), ("serious", "LB"), ("light", "LR"))


@dataclass(frozen=True, slots=True)
class BookNames:
    """What things are called, gathered in one moment; may be read on any thread."""

    people: Mapping[str, str]
    initials: Mapping[str, str]
    units: Mapping[str, str]
    agencies: Mapping[str, str]
    hospitals: Mapping[str, str]
    room: str
    zone: tzinfo
    zone_name: str
    shifts: Mapping[str, str] = field(default_factory=dict)


def done_words(change: Change, unit: str, names: BookNames) -> Iterator[str]:
    """Of one change; `unit` is the call sign of the assignment it is about."""
    told, first = change.set, change.version == 1
    if change.entity == "incident" and not first:
        yield from _incident_words(told)
    elif change.entity == "assignment":
        yield from _order_words(told, first, unit)
    elif change.entity == "referral" and first:
        yield f"diteruskan ke {names.agencies.get(told['agency_id'], '?')}"
    elif change.entity == "standby" and first:
        yield f"siaga {names.hospitals.get(told['hospital_id'], '?')}"
    elif change.entity == "casualties":
        counts = [f"{label} {told[name]}" for name, label in _HURT if told.get(name)]
        if counts:
            yield f"korban {' '.join(counts)}"
    elif change.entity == "note" and first:
        yield f"catatan: {line(told['text'], NOTE_LONGEST)}"


def _incident_words(told: Facts) -> Iterator[str]:
    if told.get("owner_id"):
        yield "diambil"
    if told.get("verified_at"):
        yield "diverifikasi"
    if told.get("priority"):
        yield f"menjadi {told['priority']}"
    if told.get("closed_at"):
        how = _ENDED.get(str(told.get("disposition") or ""), "")
        yield f"selesai: {how}" if how else "selesai"
    elif "closed_at" in told:
        yield "dibuka lagi"
    if "merged_into" in told:
        yield "digabung ke kejadian lain" if told["merged_into"] else "dipisahkan lagi"


def _order_words(told: Facts, first: bool, unit: str) -> Iterator[str]:
    if first:
        yield f"{unit} {'diminta' if told['kind'] == 'requested' else 'diperintah'}"
    for name, words in (("en_route_at", "menuju TKP"), ("on_scene_at", "di TKP")):
        if told.get(name) and not first:
            yield f"{unit} {words}"
    if told.get("closed_at"):
        yield f"{unit} {_CLOSED.get(str(told.get('close_reason') or ''), 'dilepas')}"


def case_text(facts: Facts, *, fresh: bool) -> str:
    """How an incident is called; `fresh`: it was opened by what is told of it."""
    parts = (
        sign(int(facts.get("number") or 0), facts.get("alias")),
        facts.get("priority", ""),
        line(str(facts.get("title", ""))),
        line(str(facts.get("address", ""))),
        "" if fresh else "(lanjutan)",
    )
    return " · ".join(str(part) for part in parts if part)
