"""Sentences about files that came with reports, floods and what arrives late."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

FAULTS = {
    "record_not_taken": QT_TRANSLATE_NOOP(
        "Sentences", "Jenis catatan {kind} tidak dapat diterima dari sumber ini."
    ),
    "attachment_differs": QT_TRANSLATE_NOOP(
        "Sentences", "Sumber kini memberikan berkas lain dari yang tercatat."
    ),
    "attachment_decided": QT_TRANSLATE_NOOP("Sentences", "Lampiran ini sudah selesai diproses."),
    "attachment_bad_url": QT_TRANSLATE_NOOP("Sentences", "Alamat lampiran tidak dapat dipakai."),
    "attachment_private_address": QT_TRANSLATE_NOOP(
        "Sentences", "Lampiran ditolak: alamatnya di jaringan dalam."
    ),
    "attachment_redirects": QT_TRANSLATE_NOOP(
        "Sentences", "Lampiran ditolak: terlalu sering dialihkan."
    ),
    "attachment_downgraded": QT_TRANSLATE_NOOP(
        "Sentences", "Lampiran ditolak: dialihkan ke sambungan tanpa sandi."
    ),
    "attachment_status": QT_TRANSLATE_NOOP("Sentences", "Sumber tidak memberikan lampiran ini."),
    "attachment_too_large": QT_TRANSLATE_NOOP("Sentences", "Lampiran ditolak: terlalu besar."),
    "attachment_empty": QT_TRANSLATE_NOOP("Sentences", "Lampiran ditolak: kosong."),
    "attachment_encoded": QT_TRANSLATE_NOOP("Sentences", "Lampiran ditolak: dikirim terkompresi."),
    "attachment_type": QT_TRANSLATE_NOOP(
        "Sentences", "Lampiran ditolak: isinya bukan gambar, teks, PDF, video atau suara."
    ),
    "attachment_tls": QT_TRANSLATE_NOOP("Sentences", "Sertifikat pemilik lampiran tidak sah."),
    "attachment_unreachable": QT_TRANSLATE_NOOP(
        "Sentences", "Lampiran tidak dapat diambil; sumbernya tidak terjangkau."
    ),
    "attachment_no_room": QT_TRANSLATE_NOOP(
        "Sentences", "Lampiran menunggu: ruang cakram hampir habis."
    ),
    "attachment_source_gone": QT_TRANSLATE_NOOP(
        "Sentences", "Lampiran ditolak: laporannya tidak dikenal lagi."
    ),
    "attachments_ok": QT_TRANSLATE_NOOP("Sentences", "Semua lampiran terambil."),
    "attachments_waiting": QT_TRANSLATE_NOOP("Sentences", "{count} lampiran belum terambil."),
    "gateway_ok": QT_TRANSLATE_NOOP("Sentences", "Melayani {url}"),
    "attachment.stored": QT_TRANSLATE_NOOP("Sentences", "Lampiran tersimpan."),
    "attachment.refused": QT_TRANSLATE_NOOP("Sentences", "Lampiran ditolak."),
    "alarm.recounted": QT_TRANSLATE_NOOP("Sentences", "Hitungan alarm diperbarui."),
}
