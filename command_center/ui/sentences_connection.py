"""Codes of the connection to the database as sentences."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

CONNECTION = {
    "database_silent": QT_TRANSLATE_NOOP("Sentences", "Pusat data tidak menjawab."),
    "database_behind": QT_TRANSLATE_NOOP(
        "Sentences",
        "Peladen ini berisi data lama (entri {seq}, di sini sudah {seen}) dan tidak dipakai;"
        " hubungi administrator.",
    ),
    "database_forked": QT_TRANSLATE_NOOP(
        "Sentences",
        "Catatan peladen ini berbeda sejak entri {seq} dan tidak dipakai; hubungi administrator.",
    ),
    "database_deposed": QT_TRANSLATE_NOOP(
        "Sentences", "Peladen ini sudah digantikan; menunggu penggantinya."
    ),
    "database_standby": QT_TRANSLATE_NOOP(
        "Sentences", "Peladen ini hanya salinan; menunggu peladen utama."
    ),
    "database_file_missing": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas pusat data tidak ada lagi; hubungi administrator."
    ),
    "database_file_replaced": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas pusat data sudah diganti; mulai ulang program."
    ),
}
