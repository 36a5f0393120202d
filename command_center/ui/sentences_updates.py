"""Sentences about versions of the program and their updates."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

UPDATES = {
    "migration_waits": QT_TRANSLATE_NOOP(
        "Sentences", "Basis data belum diubah: {names} belum dapat membacanya. Perbarui dahulu."
    ),
    "program_fell": QT_TRANSLATE_NOOP(
        "Sentences", "Versi {staged} siap dipasang, tetapi tiga kali gagal berdiri di sini."
    ),
    "program_instead_crashed": QT_TRANSLATE_NOOP(
        "Sentences", "Versi {instead} tiga kali gagal berdiri; versi {version} menggantikannya."
    ),
    "program_instead_waits": QT_TRANSLATE_NOOP(
        "Sentences",
        "Versi {instead} menunggu komputer lain atau basis datanya; sementara ini versi {version}.",
    ),
    "program_staged": QT_TRANSLATE_NOOP("Sentences", "Versi {staged} siap dipasang."),
    "program_next": QT_TRANSLATE_NOOP(
        "Sentences", "Versi {staged} dipakai saat program dibuka lagi."
    ),
    "program_version": QT_TRANSLATE_NOOP("Sentences", "Tidak ada versi lain yang menunggu."),
    "update_archive": QT_TRANSLATE_NOOP(
        "Sentences", "{file} bukan arsip rilis; tidak ada yang berubah."
    ),
    "update_back_unasked": QT_TRANSLATE_NOOP(
        "Sentences",
        "Basis data tidak dapat ditanya; versi {version} membacanya sampai {reads}, yang sekarang"
        " sampai {schema}. Di terminal: rollback --database, atau --anyway.",
    ),
    "update_busy": QT_TRANSLATE_NOOP("Sentences", "Pembaruan lain sedang berjalan; tunggu."),
    "update_cancelled": QT_TRANSLATE_NOOP(
        "Sentences", "Dihentikan; versi yang sama tetap dipakai."
    ),
    "update_copied": QT_TRANSLATE_NOOP("Sentences", "Perintah disalin; tempel di terminal."),
    "update_damaged": QT_TRANSLATE_NOOP(
        "Sentences",
        "Isi {source} terpotong, berubah, atau campuran dua rilis; tidak ada yang berubah.",
    ),
    "update_disk_full": QT_TRANSLATE_NOOP(
        "Sentences", "Cakram tempat {folder} terlalu penuh: perlu {needed} MB, sisa {free} MB."
    ),
    "update_disk_ran_full": QT_TRANSLATE_NOOP(
        "Sentences",
        "Cakram tempat {folder} habis di tengah jalan (sisa {free} MB); versi yang sama tetap"
        " dipakai.",
    ),
    "update_expired": QT_TRANSLATE_NOOP(
        "Sentences",
        "Masa tanda tangan {source} habis: mungkin sengaja ditahan. Ambil salinan baru, periksa jam"
        " komputer.",
    ),
    "update_fails_itself": QT_TRANSLATE_NOOP(
        "Sentences", "Versi {version} tidak dapat berjalan di komputer ini; tidak ada yang berubah."
    ),
    "update_folder_missing": QT_TRANSLATE_NOOP("Sentences", "Folder {folder} tidak ada."),
    "update_mixed": QT_TRANSLATE_NOOP(
        "Sentences", "Isi {source} tidak cocok satu sama lain; tidak ada yang berubah."
    ),
    "update_needs_rights": QT_TRANSLATE_NOOP(
        "Sentences", "Hanya administrator komputer yang dapat memasang pembaruan."
    ),
    "update_next": QT_TRANSLATE_NOOP(
        "Sentences", "Versi {version} dipakai saat program dibuka lagi."
    ),
    "update_no_previous": QT_TRANSLATE_NOOP("Sentences", "Tidak ada versi lama untuk kembali."),
    "update_no_root": QT_TRANSLATE_NOOP(
        "Sentences",
        "Pembaruan tidak dapat diperiksa: kunci pembuat rilis belum ada di program ini. Minta"
        " administrator menaruh root.json di folder updates tempat program dipasang.",
    ),
    "update_no_source": QT_TRANSLATE_NOOP(
        "Sentences", "Sumber pembaruan belum diatur; isi pengaturan `updates`."
    ),
    "update_none_staged": QT_TRANSLATE_NOOP("Sentences", "Tidak ada versi baru yang siap."),
    "update_not_for_us": QT_TRANSLATE_NOOP(
        "Sentences", "Sumber itu tidak menawarkan apa-apa untuk {platform}."
    ),
    "update_not_installed": QT_TRANSLATE_NOOP(
        "Sentences", "Program ini tidak dipasang, jadi tidak dapat memperbarui dirinya."
    ),
    "update_nothing_runs": QT_TRANSLATE_NOOP("Sentences", "Tidak ada yang sedang disiapkan."),
    "update_nothing_to_back": QT_TRANSLATE_NOOP("Sentences", "Tidak ada versi lama untuk kembali."),
    "update_nothing_to_use": QT_TRANSLATE_NOOP("Sentences", "Belum ada versi baru yang siap."),
    "update_older": QT_TRANSLATE_NOOP(
        "Sentences", "Sumber menawarkan {version}, di sini {running}: tidak ada yang lebih baru."
    ),
    "update_previous_too_old": QT_TRANSLATE_NOOP(
        "Sentences",
        "Versi {version} tidak dapat membaca basis data sekarang ({schema}); perlu cadangan lama.",
    ),
    "update_rolled_back": QT_TRANSLATE_NOOP(
        "Sentences", "{source} menawarkan yang lebih tua daripada dahulu; tidak ada yang berubah."
    ),
    "update_root_unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "{file} tidak dapat dibaca: {reason}. Tanpa itu tidak ada yang dipercaya."
    ),
    "update_source_form": QT_TRANSLATE_NOOP(
        "Sentences", "{source} bukan alamat pembaruan: https://HOST/PATH atau folder."
    ),
    "update_source_lacks": QT_TRANSLATE_NOOP(
        "Sentences", "{source} tidak memiliki berkas yang harus ada; tidak ada yang berubah."
    ),
    "update_source_plain": QT_TRANSLATE_NOOP(
        "Sentences", "{source} tidak aman di jalan: hanya https:// atau folder."
    ),
    "update_source_silent": QT_TRANSLATE_NOOP(
        "Sentences", "{source} tidak terbaca atau terputus; coba lagi."
    ),
    "update_state": QT_TRANSLATE_NOOP("Sentences", "{folder} tidak dapat ditulis: {reason}."),
    "update_unsigned": QT_TRANSLATE_NOOP(
        "Sentences", "Isi {source} tidak ditandatangani pembuat rilis; tidak ada yang berubah."
    ),
    "update_version_form": QT_TRANSLATE_NOOP("Sentences", "{version} bukan nomor versi."),
}
