"""Sentences about foreign formats, files that are laid down, and strength that is reported."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

SOURCES = {
    "strength_uneven": QT_TRANSLATE_NOOP(
        "Sentences", "{on_duty} orang siaga dari {people} orang: angkanya tidak cocok."
    ),
    "strength_of_a_unit": QT_TRANSLATE_NOOP(
        "Sentences", "{call_sign} sudah dipakai sebuah unit; kekuatannya tidak dicatat."
    ),
    "page_of_other_room": QT_TRANSLATE_NOOP(
        "Sentences", "Data ditolak: ditujukan ke ruang lain ({room})."
    ),
    "source_mapping": QT_TRANSLATE_NOOP(
        "Sentences", "Pemetaan {file} tidak dapat dipakai: {reason}."
    ),
    "rows_not_found": QT_TRANSLATE_NOOP("Sentences", "Data tidak memuat daftar {rows}."),
    "too_many_rows": QT_TRANSLATE_NOOP("Sentences", "Terlalu banyak baris; paling banyak {limit}."),
    "too_many_columns": QT_TRANSLATE_NOOP(
        "Sentences", "Terlalu banyak kolom; paling banyak {limit}."
    ),
    "no_columns": QT_TRANSLATE_NOOP("Sentences", "Baris judul kolom tidak ada."),
    "columns_unclear": QT_TRANSLATE_NOOP(
        "Sentences", "Judul kolom ke-{column} kosong atau berulang."
    ),
    "answer_not_json": QT_TRANSLATE_NOOP("Sentences", "Bukan JSON yang utuh (posisi {position})."),
    "answer_not_csv": QT_TRANSLATE_NOOP("Sentences", "Bukan CSV yang utuh (baris {line})."),
    "answer_not_xml": QT_TRANSLATE_NOOP("Sentences", "Bukan XML yang utuh (baris {line})."),
    "answer_has_entities": QT_TRANSLATE_NOOP(
        "Sentences", "XML ditolak: berisi entitas atau jenis dokumen."
    ),
    "file_not_workbook": QT_TRANSLATE_NOOP("Sentences", "Berkas XLSX tidak dapat dibaca."),
    "file_kind_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "Jenis berkas tidak dikenal; pakai CSV, JSON, XML, atau XLSX."
    ),
    "file_empty": QT_TRANSLATE_NOOP("Sentences", "Berkas kosong."),
    "folder_unreadable": QT_TRANSLATE_NOOP("Sentences", "Folder berkas tidak dapat dibaca."),
    "folder_no_mapping": QT_TRANSLATE_NOOP(
        "Sentences", "Sumber berkas ini belum mempunyai pemetaan."
    ),
    "files_ok": QT_TRANSLATE_NOOP("Sentences", "Semua berkas sudah diambil."),
    "files_refused": QT_TRANSLATE_NOOP("Sentences", "{count} berkas ditolak; lihat karantina."),
    "parse_needs_mapping": QT_TRANSLATE_NOOP("Sentences", "Sebutkan pemetaan berkas ini."),
    "file.taken": QT_TRANSLATE_NOOP("Sentences", "Berkas diambil."),
    "strength.registered": QT_TRANSLATE_NOOP("Sentences", "Kekuatan dicatat."),
    "source.shape": QT_TRANSLATE_NOOP("Sentences", "Bentuk data sumber dipelajari."),
    "record.odd": QT_TRANSLATE_NOOP(
        "Sentences", "Catatan disimpan tanpa bagian yang tidak dapat dibaca."
    ),
}
