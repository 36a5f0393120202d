"""Sentences about the table of points: what was done with it, and what is wrong in one."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

TRIAGE = {
    "triage.table": QT_TRANSLATE_NOOP(
        "Sentences", "Tabel triase versi {table} berlaku; {rescored} kejadian berganti prioritas."
    ),
    "triage_exported": QT_TRANSLATE_NOOP("Sentences", "Tabel triase disimpan: {file}"),
    "triage_not_written": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas tidak dapat ditulis; periksa nama dan ruang kosong."
    ),
    "triage_no_file": QT_TRANSLATE_NOOP("Sentences", "Berkas tidak dapat dibaca."),
    "triage_nothing_changed": QT_TRANSLATE_NOOP("Sentences", "Tidak ada yang diubah."),
    "select_triage_row": QT_TRANSLATE_NOOP("Sentences", "Pilih baris dahulu."),
    "triage_nothing_to_undo": QT_TRANSLATE_NOOP("Sentences", "Tidak ada yang dapat diurungkan."),
    "triage_table_empty": QT_TRANSLATE_NOOP("Sentences", "Tabel triase tanpa baris."),
    "triage_table_too_long": QT_TRANSLATE_NOOP(
        "Sentences", "Tabel triase terlalu panjang; paling banyak {value}."
    ),
    "triage_not_toml": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas bukan TOML yang benar, lihat baris berkas {value}."
    ),
    "triage_not_csv": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas CSV tanpa kolom code, when dan points."
    ),
    "triage_wrong_type": QT_TRANSLATE_NOOP("Sentences", "Bagian {column} bukan bagian tabel."),
    "triage_unknown_key": QT_TRANSLATE_NOOP("Sentences", "Baris {row}: tidak ada kolom {column}."),
    "triage_missing": QT_TRANSLATE_NOOP("Sentences", "Baris {row}: kolom {column} belum diisi."),
    "triage_wrong_value": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}, kolom {column}: “{value}” tidak dapat dipakai."
    ),
    "triage_points_range": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}: {value} poin di luar -10 sampai 10."
    ),
    "triage_without_effect": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}: 0 poin tanpa prioritas tidak berpengaruh apa pun."
    ),
    "triage_wrong_code": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}: kode “{value}” hanya boleh huruf kecil, angka, _ . dan -."
    ),
    "triage_code_twice": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}: kode “{value}” sudah dipakai baris lain."
    ),
    "triage_sentence": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}: kalimat {column} kosong atau lebih dari 120 huruf."
    ),
    "triage_too_many_words": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}: paling banyak {value} kata."
    ),
    "triage_unknown_category": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}: kategori “{value}” tidak dikenal."
    ),
    "triage_unknown_place": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}: jenis tempat “{value}” tidak dikenal."
    ),
    "triage_wrong_word": QT_TRANSLATE_NOOP("Sentences", "Baris {row}: “{value}” bukan kata."),
    "triage_not_for_this": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}: kolom {column} tidak berlaku untuk syarat {value}."
    ),
    "triage_category_without_row": QT_TRANSLATE_NOOP(
        "Sentences", "Kategori “{value}” tidak disebut baris mana pun."
    ),
    "p1_share": QT_TRANSLATE_NOOP(
        "Sentences", "P1 {share}% dari {count} kejadian {hours} jam ini, batas {limit}%"
    ),
}
ROOM_SENTENCES = {
    "triage.table": QT_TRANSLATE_NOOP("Timeline", "Tabel triase diubah"),
}
