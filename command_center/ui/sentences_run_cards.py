"""Sentences about the room's run cards."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

RUN_CARDS = {
    "room.run_cards": QT_TRANSLATE_NOOP(
        "Sentences", "Kartu rencana versi {version} disimpan: {count} kartu."
    ),
    "run_cards_exported": QT_TRANSLATE_NOOP("Sentences", "Kartu rencana ditulis ke {file}"),
    "run_cards_wrong": QT_TRANSLATE_NOOP(
        "Sentences",
        "Kartu rencana tidak disimpan: baris {row}, kolom {column}, “{value}” tidak dapat dipakai;"
        " {more} kesalahan lain.",
    ),
    "run_cards_too_long": QT_TRANSLATE_NOOP(
        "Sentences", "Tabel kartu rencana terlalu panjang: paling banyak {limit} huruf."
    ),
    "run_cards_no_file": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas {file} tidak dapat dibaca; periksa jalur dan izinnya."
    ),
    "run_cards_not_written": QT_TRANSLATE_NOOP(
        "Sentences", "Kartu rencana tidak dapat ditulis; periksa ruang disk komputer ini."
    ),
    "select_run_card": QT_TRANSLATE_NOOP("Sentences", "Pilih satu kartu dahulu."),
    "run_cards_nothing_to_undo": QT_TRANSLATE_NOOP(
        "Sentences", "Tidak ada langkah untuk diurungkan."
    ),
    "run_cards_nothing_changed": QT_TRANSLATE_NOOP("Sentences", "Belum ada kartu yang diubah."),
}
