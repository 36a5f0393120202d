"""Sentences about work that only this workstation knows, and orders given apart."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

OFFLINE = {
    "kept_locally": QT_TRANSLATE_NOOP(
        "Sentences", "Tersimpan lokal; dikirim ke ruang begitu tersambung."
    ),
    "call_kept_locally": QT_TRANSLATE_NOOP(
        "Sentences", "Laporan tersimpan lokal sebagai {number}; dikirim begitu tersambung."
    ),
    "offline_only_additive": QT_TRANSLATE_NOOP(
        "Sentences",
        "Luring: ini harus menunggu. Perintahkan lewat radio, lalu catat dengan Shift+Enter.",
    ),
    "outbox_failed": QT_TRANSLATE_NOOP(
        "Sentences", "Komputer ini tidak dapat menyimpan; tulis di papan darurat."
    ),
    "outbox_damaged": QT_TRANSLATE_NOOP(
        "Sentences",
        "Simpanan lokal rusak dan disisihkan sebagai {file}; {rescued} catatan terselamatkan.",
    ),
    "stored_unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "Catatan ini tidak terbaca oleh program ini."
    ),
    "order.reported": QT_TRANSLATE_NOOP(
        "Sentences", "Perintah radio kepada {units} ke {number} dicatat."
    ),
    "conflict.resolved": QT_TRANSLATE_NOOP("Sentences", "{unit} tetap di {number}."),
    "conflict_resolved": QT_TRANSLATE_NOOP("Sentences", "Konflik ini sudah diputuskan {by}."),
    "conflict_other_order": QT_TRANSLATE_NOOP(
        "Sentences", "Perintah itu bukan bagian dari konflik ini."
    ),
    "order_conflict": QT_TRANSLATE_NOOP(
        "Sentences", "{unit} dikirim dua kali: #{number} lebih dahulu, lalu #{other}"
    ),
    "incident.aliased": QT_TRANSLATE_NOOP("Sentences", "Nomor lokal dicatat."),
    "paper_printed": QT_TRANSLATE_NOOP("Sentences", "Papan darurat ditulis ke {file}"),
    "paper_failed": QT_TRANSLATE_NOOP(
        "Sentences", "Papan darurat tidak dapat ditulis; periksa ruang disk."
    ),
}
