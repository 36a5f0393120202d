"""Codes of a machine that is being set up, and of bundles, as sentences."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

FIRST_RUN = {
    "first_run_machine": QT_TRANSLATE_NOOP(
        "Sentences", "Komputer ini menolak: {reason}. Periksa folder dan izinnya, lalu ulangi."
    ),
    "first_run_no_keyring": QT_TRANSLATE_NOOP(
        "Sentences",
        "Komputer ini tidak punya gantungan kunci; taruh kata sandi di berkas sandi PostgreSQL"
        " (~/.pgpass) lalu kosongkan isian ini.",
    ),
    "first_run_needs_server": QT_TRANSLATE_NOOP(
        "Sentences", "Untuk peran ini alamatnya server PostgreSQL: postgresql+psycopg://…"
    ),
    "first_run_no_room": QT_TRANSLATE_NOOP(
        "Sentences", "Server menjawab, tetapi belum ada ruang di sana; dirikan dahulu di server."
    ),
    "first_run_rights": QT_TRANSLATE_NOOP(
        "Sentences", "Nama masuk itu tidak berhak mendirikan ruang; pakai nama pemegang server."
    ),
    "first_run_over": QT_TRANSLATE_NOOP(
        "Sentences",
        "Komputer ini sudah disiapkan, di jendela lain atau lewat perintah. Tutup jendela ini.",
    ),
    "first_run_not_founded": QT_TRANSLATE_NOOP(
        "Sentences", "Ruang di server belum didirikan; isi dahulu langkah administrator pertama."
    ),
    "first_run_disk": QT_TRANSLATE_NOOP(
        "Sentences", "Ruang disk kurang dari {least} MB; kosongkan dahulu."
    ),
    "first_run_folder": QT_TRANSLATE_NOOP("Sentences", "Folder {folder} tidak ada."),
    "first_run_no_file": QT_TRANSLATE_NOOP("Sentences", "Berkas {file} tidak ada."),
    "first_run_file_changed": QT_TRANSLATE_NOOP(
        "Sentences", "{file} berubah setelah dibaca; baca sekali lagi."
    ),
    "bundle_damaged": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas setelan rusak; minta ditulis dan dibawa sekali lagi."
    ),
    "bundle_needs_login": QT_TRANSLATE_NOOP(
        "Sentences", "Isi nama masuk komputer ini (ws_…) di server {host}."
    ),
    "bundle_newer": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas setelan dari program yang lebih baru ({format}); perbarui program ini."
    ),
    "bundle_no_keyring": QT_TRANSLATE_NOOP(
        "Sentences",
        "Komputer ini tidak punya gantungan kunci untuk rahasia di berkas itu; tidak ada yang"
        " disetel.",
    ),
    "bundle_other": QT_TRANSLATE_NOOP("Sentences", "Itu bukan berkas setelan Pusat Komando."),
    "bundle_phrase": QT_TRANSLATE_NOOP(
        "Sentences", "Frasa sandinya bukan itu; tidak ada yang disetel."
    ),
    "bundle_tampered": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas setelan diubah setelah ditandatangani; tidak ada yang disetel."
    ),
    "bundle_too_large": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas lebih besar daripada {limit} KB; itu bukan berkas setelan."
    ),
    "bundle_unknown_setting": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas menyetel {name} yang tidak dikenal program ini; perbarui program."
    ),
    "room_of_other_kind": QT_TRANSLATE_NOOP(
        "Sentences", "Pusat data itu berisi ruang jenis lain ({kind}); tulis alamat yang lain."
    ),
    "database_url_unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "Alamat pusat data tidak terbaca; tulis seperti contohnya."
    ),
    "database_kind_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "Program ini tidak mengenal {kind}; pakai postgresql."
    ),
}
