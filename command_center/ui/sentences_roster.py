"""Sentences about the roster and the roll-call."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

ROSTER = {
    "room.shift_pattern": QT_TRANSLATE_NOOP("Sentences", "Ruang bekerja menurut pola {pattern}."),
    "unknown_shift_pattern": QT_TRANSLATE_NOOP(
        "Sentences", "Pola jam dinas {pattern} tidak dikenal; yang ada: {known}."
    ),
}
