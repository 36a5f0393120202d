"""What the clocks of the room are called and mean on the screen."""

from __future__ import annotations

from collections.abc import Mapping

from command_center.ui.i18n import QT_TRANSLATE_NOOP

TITLES: Mapping[str, str] = {
    "verify_s": QT_TRANSLATE_NOOP("Settings", "Verifikasi laporan"),
    "order_s": QT_TRANSLATE_NOOP("Settings", "Perintah pertama"),
    "on_scene_s": QT_TRANSLATE_NOOP("Settings", "Tiba di TKP"),
    "answer_s": QT_TRANSLATE_NOOP("Settings", "Jawaban perintah"),
    "own_p1_s": QT_TRANSLATE_NOOP("Settings", "P1 belum diambil"),
    "own_p1_lead_s": QT_TRANSLATE_NOOP("Settings", "P1 belum diambil: kepala regu"),
    "set_off_s": QT_TRANSLATE_NOOP("Settings", "Mulai bergerak"),
    "due_lead_s": QT_TRANSLATE_NOOP("Settings", "Kejadian terjadwal"),
    "take_over_s": QT_TRANSLATE_NOOP("Settings", "Permintaan ambil alih"),
    "position_stale_s": QT_TRANSLATE_NOOP("Settings", "Umur posisi unit"),
    "status_stale_s": QT_TRANSLATE_NOOP("Settings", "Umur status unit"),
    "welfare_radio_s": QT_TRANSLATE_NOOP("Settings", "Unit diam: radio"),
    "welfare_phone_s": QT_TRANSLATE_NOOP("Settings", "Unit diam: telepon"),
    "welfare_partner_s": QT_TRANSLATE_NOOP("Settings", "Unit diam: rekan terdekat"),
    "welfare_lead_s": QT_TRANSLATE_NOOP("Settings", "Unit diam: kepala regu"),
}
MEANINGS: Mapping[str, str] = {
    "verify_s": QT_TRANSLATE_NOOP("Settings", "Dari laporan masuk sampai terverifikasi."),
    "order_s": QT_TRANSLATE_NOOP("Settings", "Dari terverifikasi sampai unit pertama diperintah."),
    "on_scene_s": QT_TRANSLATE_NOOP(
        "Settings",
        "Dari laporan masuk sampai unit pertama di TKP. Cakupan kota pada kartu saran dihitung"
        " dengan waktu ini.",
    ),
    "answer_s": QT_TRANSLATE_NOOP(
        "Settings", "Lewat dari ini, perintah yang belum dijawab berdering."
    ),
    "own_p1_s": QT_TRANSLATE_NOOP("Settings", "Lewat dari ini, semua meja berdering."),
    "own_p1_lead_s": QT_TRANSLATE_NOOP(
        "Settings", "Lewat dari ini, kepala regu yang didering; tidak lebih awal dari semua meja."
    ),
    "set_off_s": QT_TRANSLATE_NOOP("Settings", "Dari perintah diterima sampai unit bergerak."),
    "due_lead_s": QT_TRANSLATE_NOOP("Settings", "Berapa lama sebelum waktunya diingatkan."),
    "take_over_s": QT_TRANSLATE_NOOP(
        "Settings", "Berapa lama pemilik kejadian dapat menjawab sebelum kejadian berpindah."
    ),
    "position_stale_s": QT_TRANSLATE_NOOP(
        "Settings", "Posisi yang lebih lama dari ini tidak dipakai lagi."
    ),
    "status_stale_s": QT_TRANSLATE_NOOP(
        "Settings", "Tanpa posisi: status yang lebih lama dari ini menjadi tidak diketahui."
    ),
    "welfare_radio_s": QT_TRANSLATE_NOOP(
        "Settings", "Berapa lama dipanggil lewat radio sebelum ditelepon."
    ),
    "welfare_phone_s": QT_TRANSLATE_NOOP(
        "Settings", "Berapa lama ditelepon sebelum unit terdekat diminta melihat."
    ),
    "welfare_partner_s": QT_TRANSLATE_NOOP(
        "Settings", "Berapa lama ditunggu sebelum kepala regu diberi tahu."
    ),
    "welfare_lead_s": QT_TRANSLATE_NOOP(
        "Settings", "Berapa lama ditunggu sebelum menjadi alarm bahaya personel."
    ),
}
