"""Codes of the figures and of the tones as sentences."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

FIGURES = {
    "figures_exported": QT_TRANSLATE_NOOP("Sentences", "Angka disimpan: {file}"),
    "figures_empty": QT_TRANSLATE_NOOP("Sentences", "Belum ada angka untuk disimpan."),
    "tone_rank_one": QT_TRANSLATE_NOOP(
        "Sentences", "Alarm paling mendesak tidak dapat dibisukan; volumenya punya batas bawah."
    ),
    "tone_off": QT_TRANSLATE_NOOP("Sentences", "Nada alarm tidak dijalankan di jendela ini."),
    "tone_unplayable": QT_TRANSLATE_NOOP(
        "Sentences", "Komputer ini tidak punya pemutar suara yang dikenal (paplay, pw-play, aplay)."
    ),
    "tone_failed": QT_TRANSLATE_NOOP(
        "Sentences", "Suara tidak dapat dimainkan: perangkat suara tidak menjawab."
    ),
}
