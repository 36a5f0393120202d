"""The advice a person had before them, as the entry of the decision kept it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from command_center.domain.log import LogEntry
from command_center.ui.detail.names import Names
from command_center.ui.format import short_stopwatch
from command_center.ui.triage_table.reasons import reasons_text

translate = QCoreApplication.translate


def decided_on(entry: LogEntry, names: Names) -> str:
    """On a line of its own, "" where nothing was advised."""
    said = [*_arrivals(entry, names), *_ranks(entry)]
    if not said:
        return ""
    text = translate("Playback", "saran saat itu: %1").replace("%1", "; ".join(said))
    return f"\n                {text}"


def _arrivals(entry: LogEntry, names: Names) -> list[str]:
    """When the units would be there."""
    promised = entry.inputs.get("promised")
    if not isinstance(promised, Mapping):
        return []
    return [
        f"{names.unit(str(unit))} {short_stopwatch(float(one['seconds']))}"
        for unit, one in promised.items()
        if isinstance(one, Mapping) and "seconds" in one
    ]


def _ranks(entry: LogEntry) -> list[str]:
    """How urgent a new incident was taken to be, and why."""
    said = []
    for change in entry.changes:
        codes = change.set.get("priority_reason")
        if change.entity == "incident" and change.version == 1 and codes:
            said.append(f"{change.set.get('priority')}: {reasons_text(tuple(map(str, codes)))}")
    return said
