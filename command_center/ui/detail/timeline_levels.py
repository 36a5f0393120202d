"""Sentences about how much is wanted for an incident."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate


def _level(line: TimelineLine, names: Names) -> str:
    level, was = (int(line.result.get(name) or 1) for name in ("level", "was"))
    if level > was:
        text = translate("Timeline", "%1 menaikkan alarm ke tingkat %2: %3")
    else:
        text = translate("Timeline", "%1 menurunkan alarm ke tingkat %2: %3")
    return fill(text, names.person(line.actor), str(level), str(line.result.get("reason") or ""))


def undone_level() -> dict[str, str]:
    """The name of the act where it is taken back."""
    return {"incident.alarm_level": translate("Timeline", "tingkat alarm")}


LEVEL_SENTENCES: Mapping[str, Callable[[TimelineLine, Names], str]] = {
    "incident.alarm_level": _level,
}
