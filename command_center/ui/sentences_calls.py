"""Sentences about calls of 110."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

CALLS = {
    "call.claimed": QT_TRANSLATE_NOOP("Sentences", "Telepon Anda angkat."),
    "call.taken": QT_TRANSLATE_NOOP("Sentences", "Telepon kini Anda pegang."),
    "call.ended": QT_TRANSLATE_NOOP("Sentences", "Hasil telepon dicatat."),
    "call.called_back": QT_TRANSLATE_NOOP("Sentences", "Telepon balik dicatat."),
    "call.rules": QT_TRANSLATE_NOOP("Sentences", "Tangga jawab 110 disimpan."),
    "prank.marked": QT_TRANSLATE_NOOP(
        "Sentences", "Nomor ditandai iseng; tanda tampil pada telepon berikutnya."
    ),
    "prank.struck": QT_TRANSLATE_NOOP("Sentences", "Tanda iseng dicoret."),
    "call_is_over": QT_TRANSLATE_NOOP("Sentences", "Telepon ini sudah berakhir."),
    "call_not_claimed": QT_TRANSLATE_NOOP("Sentences", "Telepon ini belum diangkat siapa pun."),
    "call_claimed_by": QT_TRANSLATE_NOOP("Sentences", "Telepon ini sudah diangkat: {by}."),
    "call_take_needs_reason": QT_TRANSLATE_NOOP(
        "Sentences", "Sudah lama diangkat orang lain; tulis alasan mengambilnya."
    ),
    "call_outcome_wrong": QT_TRANSLATE_NOOP("Sentences", "Hasil itu bukan untuk telepon ini."),
    "call_was_answered": QT_TRANSLATE_NOOP(
        "Sentences", "Telepon ini sudah diangkat; tidak perlu telepon balik."
    ),
    "call_without_number": QT_TRANSLATE_NOOP(
        "Sentences", "Nomor penelepon tidak terbawa; tidak ada yang dapat ditandai."
    ),
    "call_ladder_wrong": QT_TRANSLATE_NOOP(
        "Sentences", "Tulis 1 sampai {most} jenjang, masing-masing nama dan 1–{seconds} detik."
    ),
    "call_form_busy": QT_TRANSLATE_NOOP(
        "Sentences", "Formulir masih berisi telepon lain; simpan atau kosongkan dahulu."
    ),
    "prank_needs_reason": QT_TRANSLATE_NOOP("Sentences", "Tulis alasannya."),
    "no_call_ringing": QT_TRANSLATE_NOOP("Sentences", "Tidak ada telepon yang berdering."),
    "no_call_of_others": QT_TRANSLATE_NOOP(
        "Sentences", "Tidak ada telepon yang dipegang orang lain."
    ),
    "no_call_of_yours": QT_TRANSLATE_NOOP("Sentences", "Anda tidak sedang memegang telepon."),
    "no_call_to_return": QT_TRANSLATE_NOOP("Sentences", "Tidak ada telepon balik yang menunggu."),
    "number_not_kept": QT_TRANSLATE_NOOP(
        "Sentences", "Nomor telepon ini tidak atau tidak lagi disimpan."
    ),
}
