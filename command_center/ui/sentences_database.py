"""Codes of restored rooms, backups and crashes as sentences."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

DATABASE = {
    "crash_before": QT_TRANSLATE_NOOP(
        "Sentences",
        "Jendela dimulai lagi setelah gangguan program {id}; isian yang belum dikirim dipulihkan.",
    ),
    "unsent_put_back": QT_TRANSLATE_NOOP(
        "Sentences",
        "Isian Anda yang belum dikirim ada lagi di Telepon 110 (F3) atau di rinciannya.",
    ),
    "room.confirmed": QT_TRANSLATE_NOOP(
        "Sentences", "Keadaan setelah pemulihan disahkan; ruang bekerja lagi."
    ),
    "database_unconfirmed": QT_TRANSLATE_NOOP(
        "Sentences",
        "Pusat data baru dipulihkan dan hanya dapat dibaca; kepala regu memeriksa lalu mengesahkan"
        " (Ctrl+Shift+F2).",
    ),
    "room_not_restored": QT_TRANSLATE_NOOP("Sentences", "Tidak ada pemulihan yang perlu disahkan."),
    "room_missing": QT_TRANSLATE_NOOP("Sentences", "Pusat data itu tidak berisi ruang."),
    "database_foreign": QT_TRANSLATE_NOOP("Sentences", "Pusat data itu milik program lain."),
    "log_broken": QT_TRANSLATE_NOOP(
        "Sentences", "Catatan pusat data rusak sejak entri {seq}; pulihkan dari cadangan."
    ),
    "no_good_backup": QT_TRANSLATE_NOOP(
        "Sentences", "Pusat data rusak dan tidak ada cadangan yang utuh; hubungi administrator."
    ),
    "backup_ok": QT_TRANSLATE_NOOP("Sentences", "Cadangan pusat data ada dan sudah diperiksa."),
    "backup_old": QT_TRANSLATE_NOOP("Sentences", "Cadangan pusat data sudah terlalu lama."),
    "backup_interrupted": QT_TRANSLATE_NOOP(
        "Sentences", "Pencadangan terhenti sebelum selesai; dicoba lagi sendiri."
    ),
    "backup_needs_owner": QT_TRANSLATE_NOOP(
        "Sentences", "Cadangan dibuat administrator di peladen: command-center db backup."
    ),
    "backup_needs_client": QT_TRANSLATE_NOOP(
        "Sentences",
        "Program klien PostgreSQL belum dipasang; cadangan dibuat administrator di peladen.",
    ),
    "backup_client_failed": QT_TRANSLATE_NOOP("Sentences", "{program} gagal: {reason}"),
}
