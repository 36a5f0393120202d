"""Sentences about two people at one thing: take-overs and who was first."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

TOGETHER = {
    "take_over.asked": QT_TRANSLATE_NOOP("Sentences", "Ambil alih {number} dicatat."),
    "take_over.answered": QT_TRANSLATE_NOOP("Sentences", "Jawaban atas {number} dicatat."),
    "take_over.withdrawn": QT_TRANSLATE_NOOP("Sentences", "Permintaan {number} dibatalkan."),
    "take_over.passed": QT_TRANSLATE_NOOP("Sentences", "{number} berpindah tangan."),
    "take_over_won": QT_TRANSLATE_NOOP("Sentences", "{number} kini Anda pegang."),
    "take_over_lost": QT_TRANSLATE_NOOP("Sentences", "{number} kini dipegang {by}."),
    "take_over_refused": QT_TRANSLATE_NOOP("Sentences", "{by} tidak menyerahkan {number}."),
    "take_over_needs_reason": QT_TRANSLATE_NOOP("Sentences", "Tulis alasan mengambil alih."),
    "incident_has_no_owner": QT_TRANSLATE_NOOP(
        "Sentences", "Kejadian ini belum ada pemegangnya; ambil langsung (A)."
    ),
}
