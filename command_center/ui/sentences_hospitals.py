"""Sentences about hospitals; merged in ui.sentences."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

HOSPITALS = {
    "hospitals.registered": QT_TRANSLATE_NOOP("Sentences", "{count} rumah sakit diperbarui."),
    "hospital.reported": QT_TRANSLATE_NOOP("Sentences", "Keadaan {hospital} dicatat."),
    "standby.asked": QT_TRANSLATE_NOOP("Sentences", "{hospital} diminta bersiaga untuk {number}."),
    "standby.answered": QT_TRANSLATE_NOOP("Sentences", "Jawaban {hospital} dicatat."),
    "standby.cancelled": QT_TRANSLATE_NOOP("Sentences", "Siaga {hospital} dibatalkan."),
    "casualties.counted": QT_TRANSLATE_NOOP("Sentences", "Korban {number} dicatat."),
    "hospital_unknown": QT_TRANSLATE_NOOP("Sentences", "Rumah sakit {hospital} tidak dikenal."),
    "too_many_hospitals": QT_TRANSLATE_NOOP(
        "Sentences", "Lebih dari {limit} rumah sakit tidak disimpan."
    ),
    "too_many_figures": QT_TRANSLATE_NOOP(
        "Sentences", "Lebih dari {limit} angka satu rumah sakit tidak disimpan."
    ),
    "casualties_out_of_range": QT_TRANSLATE_NOOP(
        "Sentences", "Jumlah korban dari 0 sampai {limit}."
    ),
    "standby_answer_unknown": QT_TRANSLATE_NOOP("Sentences", "Jawaban {state} tidak dikenal."),
    "standby_not_theirs": QT_TRANSLATE_NOOP(
        "Sentences", "Jawaban datang bukan dari sistem {hospital}."
    ),
    "choose_hospital_first": QT_TRANSLATE_NOOP("Sentences", "Pilih rumah sakit dahulu."),
    "answer_not_have": QT_TRANSLATE_NOOP("Sentences", "Jawaban bukan EDXL-HAVE: {why}"),
    "have_refused_elements": QT_TRANSLATE_NOOP(
        "Sentences", "{count} bagian ditolak, yang pertama {element}: {why}"
    ),
    "have_not_for_this_room": QT_TRANSLATE_NOOP(
        "Sentences", "Pesan {status} tidak masuk ruang ini."
    ),
}
