"""Sentences about the proof of the log and about sealed personal data; merged in ui.sentences."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

AUDIT = {
    "audit_tail_cut": QT_TRANSLATE_NOOP(
        "Sentences",
        "Entri {seq} sampai {last} hilang dari pusat data; jangan hapus apa pun, panggil"
        " administrator.",
    ),
    "audit_rewritten": QT_TRANSLATE_NOOP(
        "Sentences",
        "Catatan sejak entri {seq} bukan lagi yang pernah dilihat komputer ini; panggil"
        " administrator.",
    ),
    "audit_replaced": QT_TRANSLATE_NOOP(
        "Sentences",
        "Pusat data ini bukan yang pernah dilihat komputer ini; panggil administrator.",
    ),
    "signing_key_in_file": QT_TRANSLATE_NOOP(
        "Sentences",
        "Komputer ini tidak punya gantungan kunci; kunci tanda tangannya disimpan dalam berkas.",
    ),
    "workstation_retired": QT_TRANSLATE_NOOP(
        "Sentences", "Komputer {name} sudah dilepas dari ruang ini; hubungi administrator."
    ),
    "workstation_not_itself": QT_TRANSLATE_NOOP(
        "Sentences", "Komputer ini tidak dapat mendaftarkan {name}."
    ),
    "workstation_key": QT_TRANSLATE_NOOP("Sentences", "Kunci komputer ini tidak terbaca."),
    "workstation_name": QT_TRANSLATE_NOOP(
        "Sentences",
        "Nama komputer paling panjang {longest} huruf, angka, titik, tanda hubung.",
    ),
    "unknown_workstation": QT_TRANSLATE_NOOP("Sentences", "Tidak ada komputer {name}."),
    "not_logged": QT_TRANSLATE_NOOP(
        "Sentences", "Data tersegel hanya dibuka setelah alasannya tercatat."
    ),
    "sealed.kept": QT_TRANSLATE_NOOP("Sentences", "Data pelapor disegel."),
    "sealed.opened": QT_TRANSLATE_NOOP("Sentences", "Segel dibuka; alasannya tercatat."),
    "sealed.destroyed": QT_TRANSLATE_NOOP("Sentences", "Data tersegel dimusnahkan."),
    "sealed_needs_reason": QT_TRANSLATE_NOOP("Sentences", "Tulis alasan membuka data pelapor."),
    "sealed_gone": QT_TRANSLATE_NOOP("Sentences", "Data itu sudah dimusnahkan."),
    "sealed_spoilt": QT_TRANSLATE_NOOP(
        "Sentences", "Data itu diubah di luar program dan tidak dapat dibuka."
    ),
    "sealed_size": QT_TRANSLATE_NOOP("Sentences", "Isi 1 sampai {limit} baris data."),
}
