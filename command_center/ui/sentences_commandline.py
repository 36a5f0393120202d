"""Why a typed line is no command, naming the word."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

COMMANDLINE = {
    "keys_printed": QT_TRANSLATE_NOOP("Sentences", "Daftar tombol ditulis ke {file}"),
    "card_printed": QT_TRANSLATE_NOOP("Sentences", "Kartu ringkas ditulis ke {file}"),
    "handbook_printed": QT_TRANSLATE_NOOP("Sentences", "Buku panduan ditulis ke {file}"),
    "command_unknown_incident": QT_TRANSLATE_NOOP(
        "Sentences", "Tidak ada kejadian “{word}”; tulis nomornya, misalnya 0147."
    ),
    "command_unknown_unit": QT_TRANSLATE_NOOP("Sentences", "Unit “{word}” tidak dikenal."),
    "command_unknown_status": QT_TRANSLATE_NOOP("Sentences", "Status “{word}” tidak dikenal."),
    "command_unknown_priority": QT_TRANSLATE_NOOP(
        "Sentences", "“{word}” bukan prioritas; tulis p1 sampai p4."
    ),
    "command_unknown_result": QT_TRANSLATE_NOOP("Sentences", "Hasil “{word}” tidak dikenal."),
    "command_unknown_camera": QT_TRANSLATE_NOOP("Sentences", "Kamera “{word}” tidak dikenal."),
    "command_unknown_place": QT_TRANSLATE_NOOP("Sentences", "Tempat “{word}” tidak dikenal."),
    "command_unknown_category": QT_TRANSLATE_NOOP(
        "Sentences", "Jenis kejadian “{word}” tidak dikenal."
    ),
    "command_unknown_word": QT_TRANSLATE_NOOP(
        "Sentences", "Kata “{word}” tidak dimengerti di sini."
    ),
    "command_unit_ambiguous": QT_TRANSLATE_NOOP(
        "Sentences", "“{word}” bisa berarti {names}; tulis salah satu."
    ),
    "command_camera_ambiguous": QT_TRANSLATE_NOOP(
        "Sentences", "“{word}” bisa berarti {names}; tulis salah satu."
    ),
    "command_named_twice": QT_TRANSLATE_NOOP("Sentences", "“{word}” disebut dua kali."),
    "command_incident_ended": QT_TRANSLATE_NOOP(
        "Sentences", "{word} sudah selesai; buka lagi bila perlu."
    ),
    "command_incident_merged": QT_TRANSLATE_NOOP("Sentences", "{word} sudah digabung ke {into}."),
    "command_needs_incident": QT_TRANSLATE_NOOP("Sentences", "Sebut nomor kejadiannya."),
    "command_needs_unit": QT_TRANSLATE_NOOP("Sentences", "Sebut unitnya."),
    "command_needs_status": QT_TRANSLATE_NOOP("Sentences", "Sebut statusnya."),
    "command_needs_priority": QT_TRANSLATE_NOOP("Sentences", "Sebut prioritasnya, p1 sampai p4."),
    "command_needs_words": QT_TRANSLATE_NOOP("Sentences", "Tulis kata-katanya."),
    "command_needs_camera": QT_TRANSLATE_NOOP("Sentences", "Sebut kameranya."),
    "command_needs_more": QT_TRANSLATE_NOOP("Sentences", "Perintah ini belum lengkap."),
    "command_say_what": QT_TRANSLATE_NOOP(
        "Sentences", "Sebut kejadian, unit, kamera atau tempat yang dilihat."
    ),
    "command_needs_room": QT_TRANSLATE_NOOP(
        "Sentences", "Perintah ini menunggu ruang tersambung lagi; tidak ada yang dikirim."
    ),
}
