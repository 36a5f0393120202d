"""Sentences of the timeline about orders given by radio, and what was heard late."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.commands.local import KEPT_LOCALLY
from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate

_QUOTED = 200


def _reported(line: TimelineLine, names: Names) -> str:
    result = line.result
    unit = names.unit(str(result.get("unit_id", "")))
    if result.get("conflict_id"):
        return fill(translate("Timeline", "%1 dikirim lewat radio: konflik perintah"), unit)
    row = line.params.get("dispatch_order")
    text = " ".join(str(row.get("text", "")).split()) if isinstance(row, dict) else ""
    said = f"“{text[:_QUOTED]}”" if text else ""
    return fill(translate("Timeline", "%1 dikirim lewat radio %2"), unit, said).rstrip()


def _resolved(line: TimelineLine, names: Names) -> str:
    result = line.result
    unit, kept = str(result.get("unit_id", "")), str(result.get("incident_id", ""))
    text = translate("Timeline", "%1 memutuskan konflik perintah: %2 tetap di %3")
    return fill(text, names.person(line.actor), names.unit(unit), names.incident(kept))


def _aliased(line: TimelineLine, names: Names) -> str:
    row = line.params.get("incident")
    alias = str(row.get("alias", "?")) if isinstance(row, dict) else "?"
    return fill(translate("Timeline", "Nomor lokal %1 dicatat"), alias)


def with_lateness(line: TimelineLine, text: str) -> str:
    """The sentence, and how it came to the room if not at once."""
    parts = [text]
    if line.seq == 0:
        parts.append(translate("Timeline", "tersimpan lokal"))
    elif line.params.get("reason") == KEPT_LOCALLY:
        parts.append(translate("Timeline", "dicatat saat luring"))
    if line.result.get("reopened"):
        parts.append(translate("Timeline", "dibuka lagi untuk ditinjau"))
    return " · ".join(parts)


LATE_SENTENCES: Mapping[str, Callable[[TimelineLine, Names], str]] = {
    "order.reported": _reported,
    "conflict.resolved": _resolved,
    "incident.aliased": _aliased,
}
