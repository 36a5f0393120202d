"""Sentences of the timeline about reports of one happening."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate


def filed_because(line: TimelineLine) -> str:
    """ " · laporan ganda: 120 m · 4 mnt", "" of a report that became an incident of its own."""
    why = str(line.result.get("why", ""))
    raised, attached = line.result.get("raised"), line.result.get("attached")
    if raised and attached:
        return f" · {translate('Timeline', 'laporan ganda, genting: P1 dan alarm')}: {why}"
    if raised:
        return f" · {translate('Timeline', 'genting, tidak digabung sendiri')}: {why}"
    return f" · {translate('Timeline', 'laporan ganda')}: {why}" if attached else ""


def _answered(line: TimelineLine, names: Names) -> str:
    who = names.person(line.actor)
    row = line.params.get("duplicate_answer")
    other = str(row.get("incident_id", "")) if isinstance(row, Mapping) else ""
    if not other:
        return fill(translate("Timeline", "%1 menjawab tentang laporan ganda"), who)
    if line.result.get("same"):
        return fill(translate("Timeline", "%1: sama dengan %2"), who, names.incident(other))
    return fill(translate("Timeline", "%1: bukan %2"), who, names.incident(other))


def _separated(line: TimelineLine, names: Names) -> str:
    new, old = str(line.result.get("incident_id", "")), str(line.result.get("from_id", ""))
    if not old:
        return fill(translate("Timeline", "%1 memisahkan laporan"), names.person(line.actor))
    text = translate("Timeline", "%1 memisahkan laporan: %2 dari %3")
    return fill(text, names.person(line.actor), names.incident(new), names.incident(old))


def _parent(line: TimelineLine, names: Names) -> str:
    parent = line.result.get("parent_id")
    who = names.person(line.actor)
    if parent is None:
        return fill(translate("Timeline", "%1: tidak lagi anak kejadian lain"), who)
    return fill(translate("Timeline", "%1: anak dari %2"), who, names.incident(str(parent)))


def _second_look(line: TimelineLine, names: Names) -> str:
    count = str(line.result.get("pairs", 0))
    return fill(translate("Timeline", "Tinjauan kedua: %1 pasangan untuk ditanyakan"), count)


def _weights(line: TimelineLine, names: Names) -> str:
    return translate("Timeline", "Bobot laporan ganda diubah")


DUPLICATE_SENTENCES: Mapping[str, Callable[[TimelineLine, Names], str]] = {
    "duplicate.answered": _answered,
    "report.separated": _separated,
    "incident.parent": _parent,
    "duplicates.weights": _weights,
    "duplicates.second_look": _second_look,
}
