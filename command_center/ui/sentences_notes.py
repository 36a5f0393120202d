"""Sentences about notes, procedures and what is at one place."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

NOTES = {
    "nothing_else_here": QT_TRANSLATE_NOOP(
        "Sentences", "Tidak ada kejadian lain yang terbuka di tempat ini."
    ),
    "select_procedure": QT_TRANSLATE_NOOP("Sentences", "Pilih prosedurnya dahulu."),
    "procedure_is_shipped": QT_TRANSLATE_NOOP("Sentences", "Prosedur ini sudah yang bawaan."),
}
