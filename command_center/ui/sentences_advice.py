"""Sentences about why nobody can say what an incident needs."""

from __future__ import annotations

from command_center.ui.i18n import QT_TRANSLATE_NOOP

ADVICE = {
    "no_run_card": QT_TRANSLATE_NOOP(
        "Sentences",
        "Tidak ada kartu rencana untuk {category}, dan tidak ada yang untuk semua kategori:"
        " ditawarkan unit apa saja",
    ),
    "run_cards_unreadable": QT_TRANSLATE_NOOP(
        "Sentences",
        "Kartu rencana ruang ini tidak terbaca ({fault}): ditawarkan unit apa saja",
    ),
}
