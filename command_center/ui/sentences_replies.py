"""How messages to the city's systems fare."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

REPLIES = {
    "public_alert.kept": QT_TRANSLATE_NOOP("Sentences", "Peringatan publik dicatat: {title}"),
    "alert_not_meant": QT_TRANSLATE_NOOP(
        "Sentences", "Peringatan berstatus {status} tidak diterima ruang ini."
    ),
    "alert_ends_nothing": QT_TRANSLATE_NOOP(
        "Sentences", "{alert} mengakhiri peringatan yang tidak ada di ruang ini."
    ),
    "alert_over": QT_TRANSLATE_NOOP("Sentences", "{alert} sudah berakhir."),
    "alerts_full": QT_TRANSLATE_NOOP(
        "Sentences", "Sudah {limit} peringatan publik berlaku; tidak ada tempat lagi."
    ),
    "delivery_ok": QT_TRANSLATE_NOOP("Sentences", "pesan keluar diterima · {waiting} menunggu"),
    "delivery_unreachable": QT_TRANSLATE_NOOP(
        "Sentences", "pesan keluar: alamat tidak dapat dihubungi · {waiting} menunggu"
    ),
    "delivery_timeout": QT_TRANSLATE_NOOP(
        "Sentences", "pesan keluar: tidak ada jawaban · {waiting} menunggu"
    ),
    "delivery_tls": QT_TRANSLATE_NOOP(
        "Sentences", "pesan keluar: sertifikat tidak sah · {waiting} menunggu"
    ),
    "delivery_status": QT_TRANSLATE_NOOP(
        "Sentences", "pesan keluar: dijawab {status} · {waiting} menunggu"
    ),
    "delivery_redirected": QT_TRANSLATE_NOOP(
        "Sentences", "pesan keluar: dialihkan ke tempat lain ({status}) · {waiting} menunggu"
    ),
    "delivery_unauthorised": QT_TRANSLATE_NOOP(
        "Sentences", "pesan keluar: kunci ditolak ({status}) · {waiting} menunggu"
    ),
    "delivery_refused": QT_TRANSLATE_NOOP("Sentences", "pesan keluar ditolak ({status})"),
    "delivery_too_large": QT_TRANSLATE_NOOP("Sentences", "pesan keluar terlalu besar"),
    "delivery_no_address": QT_TRANSLATE_NOOP(
        "Sentences", "pesan keluar: sumber tidak punya alamat balasan · {waiting} menunggu"
    ),
    "delivery_bad_address": QT_TRANSLATE_NOOP(
        "Sentences", "pesan keluar: alamat balasan salah · {waiting} menunggu"
    ),
    "delivery_not_https": QT_TRANSLATE_NOOP(
        "Sentences", "pesan keluar: {host} tidak memakai https · {waiting} menunggu"
    ),
    "delivery_host_unknown": QT_TRANSLATE_NOOP(
        "Sentences", "pesan keluar: {host} tidak diizinkan · {waiting} menunggu"
    ),
    "delivery_leaves_exercise": QT_TRANSLATE_NOOP(
        "Sentences", "pesan latihan tidak boleh keluar ke {host} · {waiting} menunggu"
    ),
    "delivery_no_key": QT_TRANSLATE_NOOP(
        "Sentences",
        "perintah keluar: mesin ini belum punya rahasia untuk menandatangani · {waiting} menunggu",
    ),
    "delivery_no_point": QT_TRANSLATE_NOOP(
        "Sentences", "perintah tidak dapat dikirim lewat CoT: kejadian tanpa titik"
    ),
    "delivery_bug": QT_TRANSLATE_NOOP(
        "Sentences", "pesan keluar: kesalahan program · {waiting} menunggu"
    ),
    "reporters.replied": QT_TRANSLATE_NOOP("Sentences", "Balasan untuk {number} dikirim."),
    "notice.drafted": QT_TRANSLATE_NOOP("Sentences", "Konsep “{title}” disimpan."),
    "notice.approved": QT_TRANSLATE_NOOP("Sentences", "“{title}” diumumkan."),
    "notice.withdrawn": QT_TRANSLATE_NOOP("Sentences", "“{title}” ditarik."),
    "select_notice": QT_TRANSLATE_NOOP("Sentences", "Pilih pemberitahuan dahulu"),
    "nobody_to_answer": QT_TRANSLATE_NOOP("Sentences", "Pelapor kejadian ini tidak dapat dibalas"),
    "reply_empty": QT_TRANSLATE_NOOP("Sentences", "Balasan belum ada isinya"),
    "reply_too_long": QT_TRANSLATE_NOOP("Sentences", "Balasan paling panjang {limit} huruf"),
    "reply_nobody": QT_TRANSLATE_NOOP(
        "Sentences", "Tidak ada pelapor yang dapat dibalas untuk #{number}"
    ),
    "notice_needs_words": QT_TRANSLATE_NOOP("Sentences", "Pemberitahuan perlu judul dan isi"),
    "notice_not_draft": QT_TRANSLATE_NOOP(
        "Sentences", "Pemberitahuan ini sudah disetujui atau ditarik"
    ),
    "notice_withdrawn": QT_TRANSLATE_NOOP("Sentences", "Pemberitahuan ini sudah ditarik"),
    "notice_over": QT_TRANSLATE_NOOP(
        "Sentences", "Waktu berlaku pemberitahuan harus sesudah mulainya dan belum lewat"
    ),
}
