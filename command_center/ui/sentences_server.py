"""Sentences about a room's server and what it lets a workstation do; merged in ui.sentences."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

SERVER = {
    "session_missing": QT_TRANSLATE_NOOP(
        "Sentences", "Pusat data tidak mengenal Anda; masuk lagi."
    ),
    "session_ended": QT_TRANSLATE_NOOP("Sentences", "Masa masuk Anda habis; masuk lagi."),
    "session_elsewhere": QT_TRANSLATE_NOOP(
        "Sentences", "Masuk ini milik komputer lain; masuk lagi di komputer ini."
    ),
    "other_agency": QT_TRANSLATE_NOOP("Sentences", "Unit itu bukan dari instansi Anda."),
    "entity_not_permitted": QT_TRANSLATE_NOOP(
        "Sentences", "Pusat data menolak: perintah ini tidak boleh mengubah data itu."
    ),
    "entry_forged": QT_TRANSLATE_NOOP(
        "Sentences", "Pusat data menolak: catatan ini tidak sesuai dengan yang masuk di sini."
    ),
    "entry_unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "Pusat data menolak: catatan ini tidak terbaca."
    ),
    "right_missing": QT_TRANSLATE_NOOP(
        "Sentences", "Pusat data tidak memberi komputer ini hak itu; beri tahu administrator."
    ),
    "database_older": QT_TRANSLATE_NOOP(
        "Sentences", "Pusat data lebih lama dari program ini; administrator harus memperbaruinya."
    ),
    "database_tls_weak": QT_TRANSLATE_NOOP(
        "Sentences", "Alamat pusat data meminta sslmode={sslmode}; yang diterima hanya {needed}."
    ),
    "database_certificate": QT_TRANSLATE_NOOP(
        "Sentences",
        "Peladen itu tidak membuktikan dirinya pusat data ruang ini; beri tahu administrator.",
    ),
}
