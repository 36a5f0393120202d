"""Sentences about notes, procedures and what is at one place."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

NOTES = {
    "nothing_else_here": QT_TRANSLATE_NOOP(
        "Sentences", "Tidak ada kejadian lain yang terbuka di tempat ini."
    ),
}
