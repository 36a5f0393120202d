"""Sentences about what is handed to other agencies, and about e-mail; merged in ui.sentences."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

REFERRALS = {
    "incident.referred": QT_TRANSLATE_NOOP("Sentences", "{number} diteruskan ke {agency}."),
    "referral.answered": QT_TRANSLATE_NOOP("Sentences", "Jawaban {agency} dicatat."),
    "referral.withdrawn": QT_TRANSLATE_NOOP("Sentences", "{number} ditarik dari {agency}."),
    "letter_printed": QT_TRANSLATE_NOOP("Sentences", "Surat tersimpan: {file}"),
    "agencies.imported": QT_TRANSLATE_NOOP("Sentences", "{count} instansi diperbarui."),
    "mail.set": QT_TRANSLATE_NOOP("Sentences", "Server surel ruang diatur."),
    "referral_needs_text": QT_TRANSLATE_NOOP("Sentences", "Tulis apa yang diteruskan."),
    "referral_needs_agency": QT_TRANSLATE_NOOP("Sentences", "Pilih instansi dahulu."),
    "referral_names_somebody": QT_TRANSLATE_NOOP(
        "Sentences", "Teks memuat nomor telepon atau NIK; hapus dahulu."
    ),
    "referral_to_ourselves": QT_TRANSLATE_NOOP(
        "Sentences", "{agency} satuan sendiri: perintahkan unitnya."
    ),
    "referral_rule_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "Tenggat {rule} tidak berlaku untuk {agency}."
    ),
    "agency_not_reached": QT_TRANSLATE_NOOP(
        "Sentences", "{agency} tidak terjangkau lewat jalan itu; cetak surat."
    ),
    "referral_answer_unknown": QT_TRANSLATE_NOOP("Sentences", "Jawaban {state} tidak dikenal."),
    "referral_not_theirs": QT_TRANSLATE_NOOP(
        "Sentences", "Jawaban datang bukan dari sistem {agency}."
    ),
    "referral_of_other_agency": QT_TRANSLATE_NOOP(
        "Sentences", "Diteruskan ke {agency}, bukan instansi Anda."
    ),
    "referral_needs_reason": QT_TRANSLATE_NOOP("Sentences", "Tulis alasannya."),
    "referral_needs_outcome": QT_TRANSLATE_NOOP("Sentences", "Tulis hasilnya."),
    "referral_is_over": QT_TRANSLATE_NOOP("Sentences", "Penerusan ini sudah berakhir."),
    "no_open_referral": QT_TRANSLATE_NOOP(
        "Sentences", "Tidak ada penerusan terbuka yang dapat Anda jawab."
    ),
    "merged_is_referred_whole": QT_TRANSLATE_NOOP(
        "Sentences", "Kejadian ini digabung; teruskan yang memuatnya."
    ),
    "mail_not_set": QT_TRANSLATE_NOOP(
        "Sentences", "Server surel belum diatur: command-center mail set"
    ),
    "mail_no_keyring": QT_TRANSLATE_NOOP(
        "Sentences", "Kata sandi surel tidak dapat disimpan di gantungan kunci."
    ),
    "mail_address_wrong": QT_TRANSLATE_NOOP("Sentences", "Alamat surel {address} tidak sah."),
    "mail_server_wrong": QT_TRANSLATE_NOOP("Sentences", "Server surel {host} tidak sah."),
    "mail_needs_tls": QT_TRANSLATE_NOOP(
        "Sentences", "Server surel {host} tanpa TLS; surel tidak dikirim terbuka."
    ),
    "mail_only_loopback": QT_TRANSLATE_NOOP(
        "Sentences", "Latihan hanya mengirim surel di komputer ini."
    ),
    "mail_login": QT_TRANSLATE_NOOP("Sentences", "Server surel {host} menolak kata sandi."),
    "mail_tls": QT_TRANSLATE_NOOP("Sentences", "Sertifikat server surel {host} tidak sah."),
    "mail_timeout": QT_TRANSLATE_NOOP("Sentences", "Server surel {host} tidak menjawab."),
    "mail_unreachable": QT_TRANSLATE_NOOP("Sentences", "Server surel {host} tidak terjangkau."),
    "mail_later": QT_TRANSLATE_NOOP("Sentences", "Server surel {host} minta dicoba lagi nanti."),
    "mail_refused": QT_TRANSLATE_NOOP("Sentences", "Server surel {host} menolak pesan."),
}
