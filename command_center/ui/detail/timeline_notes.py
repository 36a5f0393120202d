"""Sentences about notes that were struck and steps of a checklist that were ticked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import tzinfo

from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate
from command_center.ui.format import clock

_QUOTED = 240


def struck_by(lines: Iterable[TimelineLine]) -> Mapping[str, TimelineLine]:
    """By note: the line that struck it, of those that are struck now."""
    found: dict[str, TimelineLine] = {}
    for line in lines:
        for note_id, struck in line.struck.items():
            if struck:
                found[note_id] = line
            else:
                found.pop(note_id, None)
    return found


def struck_text(line: TimelineLine, names: Names, zone: tzinfo) -> str:
    """ "dicoret ST 14:09: salah alamat"; one that was taken back at once has no reason."""
    who, at, why = names.person(line.actor), clock(line.at, zone, False), _one_line(line, "reason")
    if why:
        return fill(translate("Timeline", "dicoret %1 %2: %3"), who, at, why)
    return fill(translate("Timeline", "dicoret %1 %2"), who, at)


def _one_line(line: TimelineLine, field: str) -> str:
    words = " ".join(str(line.result.get(field) or "").split())
    return words if len(words) <= _QUOTED else f"{words[: _QUOTED - 1]}…"


def _struck(line: TimelineLine, names: Names) -> str:
    """With what was written instead, which is a note of its own."""
    who, why = names.person(line.actor), _one_line(line, "reason")
    note = line.params.get("note")
    text = " ".join(str(note.get("text") or "").split()) if isinstance(note, dict) else ""
    if line.note_id and text:
        said = translate("Timeline", "%1 mencoret catatan (%2) dan menulis: “%3”")
        return fill(said, who, why, text[:_QUOTED])
    return fill(translate("Timeline", "%1 mencoret catatan: %2"), who, why)


def _item(text: Callable[[], str]) -> Callable[[TimelineLine, Names], str]:
    def say(line: TimelineLine, names: Names) -> str:
        incident_id, item = str(line.result.get("incident_id", "")), _one_line(line, "item")
        return fill(text(), names.person(line.actor), names.step(incident_id, item))

    return say


NOTE_SENTENCES: Mapping[str, Callable[[TimelineLine, Names], str]] = {
    "note.struck": _struck,
    "checklist.ticked": _item(lambda: translate("Timeline", "%1 mencentang %2")),
    "checklist.unticked": _item(lambda: translate("Timeline", "%1 membatalkan centang %2")),
}
