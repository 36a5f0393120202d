"""What the timeline says of files that came with a report and of alarms that are counted on."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate
from command_center.ui.sentences import sentence


def _stored(line: TimelineLine, names: Names) -> str:
    row: Mapping[str, object] = line.params.get("attachment") or {}
    kind = str(row.get("media_type") or "?")
    return fill(translate("Timeline", "Lampiran tersimpan: %1"), kind)


def _refused(line: TimelineLine, names: Names) -> str:
    row: Mapping[str, object] = line.params.get("attachment") or {}
    return sentence(str(row.get("reason") or "attachment.refused"), {})


def _recounted(line: TimelineLine, names: Names) -> str:
    return translate("Timeline", "Hitungan alarm diperbarui")


FAULT_SENTENCES: Mapping[str, Callable[[TimelineLine, Names], str]] = {
    "attachment.stored": _stored,
    "attachment.refused": _refused,
    "alarm.recounted": _recounted,
}
