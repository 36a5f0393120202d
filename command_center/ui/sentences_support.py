"""Sentences about the file for whoever helps from afar."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

SUPPORT = {
    "support_busy": QT_TRANSLATE_NOOP("Sentences", "Komputer ini sedang diperiksa; tunggu."),
    "support_kept": QT_TRANSLATE_NOOP("Sentences", "Berkas bantuan ditulis ke {file}"),
    "support_nothing_runs": QT_TRANSLATE_NOOP(
        "Sentences", "Tidak ada berkas bantuan yang sedang ditulis."
    ),
    "support_stopped": QT_TRANSLATE_NOOP(
        "Sentences", "Dihentikan; tidak ada berkas bantuan yang ditulis."
    ),
}
