"""Sentences about early warnings."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

EARLY = {
    "early_warning": QT_TRANSLATE_NOOP(
        "Sentences",
        "Deteksi dini: {count} kejadian dalam {length}, {area} ({what});"
        " biasanya sekali dalam {days} hari",
    ),
    "early.raised": QT_TRANSLATE_NOOP("Sentences", "Peringatan dini dicatat."),
    "early.grown": QT_TRANSLATE_NOOP("Sentences", "Peringatan dini bertambah."),
    "early.judged": QT_TRANSLATE_NOOP("Sentences", "{what}: {verdict}."),
    "early.closed": QT_TRANSLATE_NOOP("Sentences", "Peringatan dini berakhir."),
    "early.calibrated": QT_TRANSLATE_NOOP("Sentences", "Ambang deteksi dini dihitung ulang."),
    "early_needs_reason": QT_TRANSLATE_NOOP("Sentences", "Tulis mengapa ini wajar."),
    "early_is_over": QT_TRANSLATE_NOOP("Sentences", "Peringatan dini itu sudah berakhir."),
    "select_early": QT_TRANSLATE_NOOP("Sentences", "Pilih satu peringatan dahulu."),
    "early_evidence_gone": QT_TRANSLATE_NOOP(
        "Sentences", "Kejadian itu tidak lagi di jendela ini; cari di riwayat."
    ),
}
