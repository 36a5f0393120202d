"""What is said of duplicates, and of events in several places."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

DUPLICATES = {
    "duplicate.answered": QT_TRANSLATE_NOOP(
        "Sentences", "Jawaban tentang {number} dan {into} disimpan."
    ),
    "report.separated": QT_TRANSLATE_NOOP(
        "Sentences",
        "Laporan menjadi {number}: {units} unit dan {notes} catatan tetap di {into}, "
        "{count} balasan dikoreksi.",
    ),
    "incident.parent": QT_TRANSLATE_NOOP("Sentences", "Induk {number} disimpan."),
    "duplicates.weights": QT_TRANSLATE_NOOP("Sentences", "Bobot laporan ganda disimpan."),
    "duplicates.second_look": QT_TRANSLATE_NOOP("Sentences", "Tinjauan kedua disimpan."),
    "duplicate_points": QT_TRANSLATE_NOOP("Sentences", "Nilai laporan ganda tidak masuk akal."),
    "duplicate_weights": QT_TRANSLATE_NOOP("Sentences", "Bobot laporan ganda salah: {why}"),
    "incident_without_report": QT_TRANSLATE_NOOP("Sentences", "Kejadian ini tidak punya laporan."),
    "report_alone": QT_TRANSLATE_NOOP(
        "Sentences", "Laporan itu satu-satunya di kejadiannya; tidak ada yang dipisahkan."
    ),
    "parent_of_itself": QT_TRANSLATE_NOOP("Sentences", "Kejadian bukan induk dirinya sendiri."),
    "parent_is_child": QT_TRANSLATE_NOOP(
        "Sentences", "{number} sendiri anak kejadian lain; pilih induknya."
    ),
    "child_is_parent": QT_TRANSLATE_NOOP(
        "Sentences", "{number} sudah punya anak; hanya dua tingkat."
    ),
    "children_too_many": QT_TRANSLATE_NOOP(
        "Sentences", "{number} sudah punya {limit} anak; paling banyak itu."
    ),
}
