"""Sentences of the timeline about an incident that changes hands."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate

_QUOTED = 200


def _people(line: TimelineLine, names: Names) -> tuple[str, str]:
    """Who asked and who was asked."""
    return names.person(str(line.result.get("asked_by", ""))), names.person(
        str(line.result.get("asked_of", ""))
    )


def _reason(line: TimelineLine) -> str:
    row = line.params.get("take_over")
    text = str(row.get("reason", "")) if isinstance(row, Mapping) else ""
    return f"“{' '.join(text.split())[:_QUOTED]}”"


def _asked(line: TimelineLine, names: Names) -> str:
    by, of = _people(line, names)
    if line.result.get("passed", ""):
        return fill(translate("Timeline", "%1 mengambil alih dari %2: %3"), by, of, _reason(line))
    return fill(translate("Timeline", "%1 meminta kejadian dari %2: %3"), by, of, _reason(line))


def _answered(line: TimelineLine, names: Names) -> str:
    by, _ = _people(line, names)
    who = names.person(line.actor)
    if line.result.get("passed", ""):
        return fill(translate("Timeline", "%1 menyerahkan kejadian kepada %2"), who, by)
    return fill(translate("Timeline", "%1 menolak menyerahkan kepada %2"), who, by)


def _withdrawn(line: TimelineLine, names: Names) -> str:
    return fill(translate("Timeline", "%1 membatalkan permintaannya"), names.person(line.actor))


def _passed(line: TimelineLine, names: Names) -> str:
    by, of = _people(line, names)
    if line.result.get("passed", ""):
        return fill(translate("Timeline", "%2 tidak menjawab: beralih kepada %1"), by, of)
    return fill(translate("Timeline", "Permintaan %1 gugur"), by)


TOGETHER: Mapping[str, Callable[[TimelineLine, Names], str]] = {
    "take_over.asked": _asked,
    "take_over.answered": _answered,
    "take_over.withdrawn": _withdrawn,
    "take_over.passed": _passed,
}
