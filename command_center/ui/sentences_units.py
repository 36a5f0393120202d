"""Sentences about the unit board and its settings."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

UNITS = {
    "unit.words": QT_TRANSLATE_NOOP("Sentences", "Sebutan status disimpan."),
    "unit.limits": QT_TRANSLATE_NOOP("Sentences", "Batas waktu status disimpan."),
    "unit_word_missing": QT_TRANSLATE_NOOP(
        "Sentences", "Status {status} tidak lengkap: perlu sebutan, bentuk dan warna."
    ),
    "unit_word_too_long": QT_TRANSLATE_NOOP(
        "Sentences", "Sebutan untuk {status} paling banyak {limit} huruf."
    ),
    "unit_word_unprintable": QT_TRANSLATE_NOOP(
        "Sentences", "Sebutan untuk {status} memuat huruf yang tidak tampak."
    ),
    "unit_word_twice": QT_TRANSLATE_NOOP(
        "Sentences", "Sebutan {label} sudah dipakai status lain; {status} perlu sebutan sendiri."
    ),
    "unit_glyph_twice": QT_TRANSLATE_NOOP(
        "Sentences", "{status} dan {other} berbentuk sama; setiap status perlu bentuk sendiri."
    ),
    "unit_glyph_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "Bentuk {glyph} untuk {status} tidak dikenal."
    ),
    "unit_colour_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "Warna {colour} untuk {status} tidak dikenal."
    ),
    "unit_status_unknown": QT_TRANSLATE_NOOP("Sentences", "Status {status} tidak dikenal."),
    "unit_limit_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "Batas {limit} harus {least} sampai {most} detik."
    ),
    "unit_has_no_step": QT_TRANSLATE_NOOP(
        "Sentences", "{unit} tidak menunggu apa pun; pilih statusnya sendiri."
    ),
    "unit_is_busy": QT_TRANSLATE_NOOP("Sentences", "{unit} sedang bertugas."),
    "unit_being_sought": QT_TRANSLATE_NOOP("Sentences", "{unit} sedang dicari kabarnya."),
    "reassign_changed": QT_TRANSLATE_NOOP(
        "Sentences", "Kartu ini baru saja berubah: periksa, lalu tekan Enter lagi."
    ),
    "reassign_needs_reason": QT_TRANSLATE_NOOP("Sentences", "Tulis alasannya dahulu."),
    "unit_limit_unknown": QT_TRANSLATE_NOOP("Sentences", "Batas {limit} tidak dikenal."),
}
