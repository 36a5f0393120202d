"""Sentences of a window onto the past."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

PLAYBACK = {
    "playback_read_only": QT_TRANSLATE_NOOP(
        "Sentences", "PUTAR ULANG: masa lalu hanya dibaca, tidak ada yang dapat diubah."
    ),
    "playback_no_search": QT_TRANSLATE_NOOP(
        "Sentences", "Putar ulang tidak mencari: yang kemudian belum terjadi di sini."
    ),
    "playback_log_short": QT_TRANSLATE_NOOP(
        "Sentences", "Catatan setelah nomor {seq} tidak terbaca; tutup dan buka lagi."
    ),
    "playback_already": QT_TRANSLATE_NOOP("Sentences", "Jendela ini sudah putar ulang."),
    "playback_not_started": QT_TRANSLATE_NOOP(
        "Sentences", "Jendela putar ulang tidak dapat dijalankan."
    ),
    "playback_opened": QT_TRANSLATE_NOOP(
        "Sentences", "Putar ulang dibuka di jendela sendiri, mulai {since}."
    ),
}
