"""Sentences about tables people fill in: what is wrong with which cell; merged in ui.sentences."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

TABLES = {
    "table_too_large": QT_TRANSLATE_NOOP("Sentences", "Berkas lebih besar dari {limit} MB."),
    "table_unpacks_too_large": QT_TRANSLATE_NOOP(
        "Sentences", "Isi buku kerja itu lebih besar dari {limit} MB setelah dibuka; tidak dibaca."
    ),
    "table_locked_workbook": QT_TRANSLATE_NOOP(
        "Sentences",
        "Buku kerja itu berformat lama atau berkata sandi; simpan sebagai .xlsx tanpa sandi.",
    ),
    "table_not_workbook": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas itu bukan buku kerja .xlsx yang utuh; simpan ulang lalu coba lagi."
    ),
    "table_not_text": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas itu bukan tabel; pilih berkas .xlsx atau .csv."
    ),
    "table_not_delimited": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {line} tidak terbaca: periksa tanda kutip dan panjang sel di sekitarnya.",
    ),
    "table_no_sheet": QT_TRANSLATE_NOOP(
        "Sentences", "Tidak ada lembar “{sheet}”; yang ada: {sheets}."
    ),
    "table_empty": QT_TRANSLATE_NOOP("Sentences", "Tabel itu kosong."),
    "table_column_missing": QT_TRANSLATE_NOOP(
        "Sentences", "Kolom tidak ditemukan: {missing}. Yang terbaca: {columns}."
    ),
    "table_column_twice": QT_TRANSLATE_NOOP(
        "Sentences", "Kolom “{column}” ada dua kali ({letters}); hapus atau ganti nama salah satu."
    ),
    "table_too_wide": QT_TRANSLATE_NOOP("Sentences", "Tabel lebih lebar dari {limit} kolom."),
    "table_too_many_rows": QT_TRANSLATE_NOOP(
        "Sentences", "Tabel lebih panjang dari {limit} baris; bagi menjadi beberapa berkas."
    ),
    "table_too_merged": QT_TRANSLATE_NOOP(
        "Sentences", "Lebih dari {limit} sel digabung; pisahkan sel lalu coba lagi."
    ),
    "cell_empty": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}, kolom {letter} “{column}”: kosong, padahal wajib diisi."
    ),
    "cell_too_long": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}, kolom {letter} “{column}”: terlalu panjang (“{found}”)."
    ),
    "cell_not_whole": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {letter} “{column}”: “{found}” bukan bilangan bulat {low} sampai"
        " {high}.",
    ),
    "cell_not_number": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {letter} “{column}”: “{found}” bukan bilangan {low} sampai {high}.",
    ),
    "cell_not_day": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {letter} “{column}”: “{found}” bukan tanggal; tulis seperti"
        " 21/11/2026.",
    ),
    "cell_not_known": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {letter} “{column}”: “{found}” tidak dikenal; pilih salah satu:"
        " {known}.",
    ),
    "cell_twice": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {letter} “{column}”: “{found}” sudah ada di baris {first}.",
    ),
    "cell_formula": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {row}, kolom {letter} “{column}”: rumus tanpa hasil; buka dan simpan berkas di"
        " aplikasi lembar kerja, atau tempel nilainya saja.",
    ),
    "cell_broken": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}, kolom {letter} “{column}”: galat rumus {found}."
    ),
    "cell_beyond": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {row}, kolom {letter}: ada isi “{found}” di luar kolom tabel."
    ),
}
