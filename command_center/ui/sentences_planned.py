"""Sentences about incidents that are planned or have to do with each other."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

PLANNED = {
    "incident_is_merged": QT_TRANSLATE_NOOP(
        "Sentences", "Kejadian ini sudah digabung; pilih yang memuatnya."
    ),
    "incident_not_linked": QT_TRANSLATE_NOOP(
        "Sentences", "Kejadian ini tidak bertautan dengan yang lain."
    ),
    "incident_linked_already": QT_TRANSLATE_NOOP("Sentences", "Kedua kejadian sudah bertautan."),
    "link_kind_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "“{word}” bukan jenis tautan; tulis {words}, atau kosongkan."
    ),
    "incident_not_linked_so": QT_TRANSLATE_NOOP("Sentences", "Kedua kejadian tidak bertautan."),
    "select_planned": QT_TRANSLATE_NOOP("Sentences", "Pilih kejadian terjadwal dahulu."),
    "due_unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "“{text}” bukan waktu; tulis misalnya 14:30, besok 08:00 atau 24-11 08:00."
    ),
    "due_passed_today": QT_TRANSLATE_NOOP(
        "Sentences", "{clock} hari ini sudah lewat; tulis besok {clock} bila itu maksudnya."
    ),
    "due_passed": QT_TRANSLATE_NOOP(
        "Sentences", "{text} sudah lewat; tulis waktu yang akan datang."
    ),
    "due_missing": QT_TRANSLATE_NOOP("Sentences", "Tulis kapan mulainya, misalnya besok 08:00."),
    "incident.alarm_level": QT_TRANSLATE_NOOP("Sentences", "Alarm {number} ke tingkat {level}."),
    "alarm_level_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "Tingkat alarm “{level}” tidak ada; pilih 1 sampai {highest}."
    ),
    "place_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "Tempat “{text}” tidak dikenal; tulis namanya seperti di peta, atau kosongkan."
    ),
}
