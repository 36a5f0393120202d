"""Sentences of the director and the evaluators of an exercise."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

EXERCISE = {
    "exercise_only": QT_TRANSLATE_NOOP("Sentences", "Ini hanya ada dalam latihan."),
    "file_of_exercise": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas ini keluar dari sebuah latihan; ruang ini tidak menerimanya."
    ),
    "director_elsewhere": QT_TRANSLATE_NOOP(
        "Sentences", "Meja sutradara ada di meja yang menjalankan latihan ini."
    ),
    "exercise.inject": QT_TRANSLATE_NOOP("Sentences", "Inject dicatat."),
    "exercise.note": QT_TRANSLATE_NOOP("Sentences", "Catatan penilai disimpan."),
    "exercise.pace": QT_TRANSLATE_NOOP("Sentences", "Laju latihan diubah."),
    "select_inject": QT_TRANSLATE_NOOP("Sentences", "Pilih satu inject dahulu."),
    "inject_is_over": QT_TRANSLATE_NOOP("Sentences", "Inject ini sudah disampaikan atau dilewati."),
    "inject_added": QT_TRANSLATE_NOOP("Sentences", "Inject tambahan disampaikan."),
    "report_written": QT_TRANSLATE_NOOP("Sentences", "Laporan latihan ditulis: {file}."),
}
