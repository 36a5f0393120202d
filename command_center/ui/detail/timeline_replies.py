"""Sentences about what the reporters and the public are told."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate
from command_center.ui.i18n import QT_TRANSLATE_NOOP

_BY: Mapping[str, str] = {
    "delivery.heard": QT_TRANSLATE_NOOP("Timeline", "Pesan keluar diterima"),
    "delivery.refused": QT_TRANSLATE_NOOP("Timeline", "Pesan keluar ditolak penerimanya"),
}


def _by(text: str) -> Callable[[TimelineLine, Names], str]:
    def say(line: TimelineLine, names: Names) -> str:
        return fill(translate("Timeline", text), names.person(line.actor))

    return say


REPLY_SENTENCES = {kind: _by(text) for kind, text in _BY.items()}
