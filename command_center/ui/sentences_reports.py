"""Sentences about reports and the templates they are made of."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

REPORTS = {
    "room.report_template": QT_TRANSLATE_NOOP(
        "Sentences", "Templat “{name}” disimpan sebagai versi {version}."
    ),
    "report_copied": QT_TRANSLATE_NOOP("Sentences", "Teks laporan disalin; tempel di aplikasi."),
    "report_written": QT_TRANSLATE_NOOP("Sentences", "Laporan disimpan: {file}"),
    "document_printed": QT_TRANSLATE_NOOP("Sentences", "Dikirim ke printer {printer}."),
    "printer_none": QT_TRANSLATE_NOOP(
        "Sentences", "Komputer ini tidak punya printer. Pakai PDF, atau pasang printer di sistem."
    ),
    "printer_gone": QT_TRANSLATE_NOOP(
        "Sentences", "Printer {printer} tidak ada lagi. Pilih printer lain atau pakai PDF."
    ),
    "printer_failed": QT_TRANSLATE_NOOP(
        "Sentences", "Printer {printer} tidak menerima cetakan. Periksa printernya atau pakai PDF."
    ),
    "report_not_written": QT_TRANSLATE_NOOP(
        "Sentences",
        "Laporan tidak dapat ditulis ke {folder}; periksa folder dan ruang disk. Laporannya masih"
        " tampil, tidak ada yang hilang.",
    ),
    "report_not_ready": QT_TRANSLATE_NOOP("Sentences", "Belum ada laporan; tekan Buat dahulu."),
    "report_no_rows": QT_TRANSLATE_NOOP("Sentences", "Tidak ada kejadian untuk ditulis."),
    "report_no_identity": QT_TRANSLATE_NOOP(
        "Sentences", "Tidak ada identitas pelapor yang disegel pada kejadian ini."
    ),
    "template_unknown": QT_TRANSLATE_NOOP("Sentences", "Tidak ada templat “{template}”."),
    "template_empty": QT_TRANSLATE_NOOP("Sentences", "Templat kosong; tulis isinya."),
    "template_too_long": QT_TRANSLATE_NOOP(
        "Sentences", "Templat terlalu panjang; paling banyak {limit} huruf."
    ),
    "template_open_brace": QT_TRANSLATE_NOOP(
        "Sentences",
        "Baris {line}: kurung kurawal di “{near}” tidak berpasangan; tulis dua kurung untuk satu"
        " kurung biasa.",
    ),
    "template_unknown_field": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {line}: tidak ada isian “{field}”; pilih dari daftar isian."
    ),
    "template_field_like": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {line}: tidak ada isian “{field}”; mungkin “{like}”."
    ),
    "template_no_column": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {line}: “{near}” bukan kolom; tulis “Nama kolom = isian”."
    ),
    "template_column_twice": QT_TRANSLATE_NOOP(
        "Sentences", "Baris {line}: kolom “{column}” sudah ada di atas."
    ),
    "template_many_columns": QT_TRANSLATE_NOOP("Sentences", "Paling banyak {limit} kolom."),
    "template_unchanged": QT_TRANSLATE_NOOP("Sentences", "Templat belum diubah."),
}
