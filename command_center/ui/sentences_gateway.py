"""Sentences about the gateway, which sources post to, and about connecting one."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

GATEWAY = {
    "gateway_settings": QT_TRANSLATE_NOOP(
        "Sentences", "Gerbang tidak dapat dibuka di {listen}; periksa alamat dan porta."
    ),
    "gateway_needs_tls": QT_TRANSLATE_NOOP(
        "Sentences", "Gerbang di {listen} terjangkau mesin lain; sertifikat belum diatur."
    ),
    "gateway_file_unreadable": QT_TRANSLATE_NOOP(
        "Sentences", "Berkas sertifikat atau kunci gerbang tidak dapat dibaca: {file}."
    ),
    "gateway_certificate": QT_TRANSLATE_NOOP(
        "Sentences", "{file} tidak berisi sertifikat untuk gerbang."
    ),
    "gateway_key": QT_TRANSLATE_NOOP(
        "Sentences", "{file} tidak berisi kunci gerbang, atau kuncinya bersandi."
    ),
    "gateway_key_other": QT_TRANSLATE_NOOP(
        "Sentences", "{key} bukan kunci dari sertifikat {certificate}."
    ),
    "gateway_secret_short": QT_TRANSLATE_NOOP(
        "Sentences", "Rahasia gerbang kurang dari {least} karakter."
    ),
    "no_push_source": QT_TRANSLATE_NOOP("Sentences", "{source} tidak mengirim sendiri."),
    "source_profile": QT_TRANSLATE_NOOP("Sentences", "Profil {profile} tidak ada."),
    "source_bad_id": QT_TRANSLATE_NOOP("Sentences", "{id} bukan nama pendek sumber."),
}
