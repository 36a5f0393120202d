"""Alarms of what the city's systems send and are told."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

SYSTEMS = {
    "panic": QT_TRANSLATE_NOOP("Sentences", "Tombol panik: #{number} {title}"),
    "kentongan": QT_TRANSLATE_NOOP("Sentences", "Kentongan: #{number} {title}"),
    "danger_in_flood": QT_TRANSLATE_NOOP("Sentences", "Ada yang terancam: #{number} {title}"),
    "call_unanswered": QT_TRANSLATE_NOOP("Sentences", "Telepon 110 belum diangkat: {seconds} dtk"),
    "callback_due": QT_TRANSLATE_NOOP("Sentences", "Telepon balik belum dilakukan: {minutes} mnt"),
    "report_flood": QT_TRANSLATE_NOOP(
        "Sentences", "{reports} laporan · {reporters} pelapor: {what}"
    ),
    "referral_unanswered": QT_TRANSLATE_NOOP(
        "Sentences", "{agency} belum menjawab #{number} yang diteruskan"
    ),
    "standby_unanswered": QT_TRANSLATE_NOOP(
        "Sentences", "{hospital} belum menjawab permintaan siaga #{number}"
    ),
    "visit_overdue": QT_TRANSLATE_NOOP(
        "Sentences", "Jemput bola untuk #{number} lewat waktunya: {partner}"
    ),
    "delivery_failed": QT_TRANSLATE_NOOP("Sentences", "Pesan ke {reach} ditolak: {why}"),
    "schema_drift": QT_TRANSLATE_NOOP("Sentences", "Bentuk data {source} berubah: {fields}"),
    "file_refused": QT_TRANSLATE_NOOP("Sentences", "Berkas {file} ditolak: {why}"),
    "source_backlog": QT_TRANSLATE_NOOP("Sentences", "{source}: {count} laporan terlambat masuk"),
}
