"""Sentences about calls of 110: what the exchange told and what a desk did with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate
from command_center.ui.i18n import QT_TRANSLATE_NOOP

_QUOTED = 200
_EVENTS: Mapping[str, str] = {
    "ringing": QT_TRANSLATE_NOOP("Timeline", "Telepon 110 berdering"),
    "claimed_externally": QT_TRANSLATE_NOOP("Timeline", "Telepon 110 diangkat meja di luar ruang"),
    "ended": QT_TRANSLATE_NOOP("Timeline", "Telepon 110 berakhir"),
    "abandoned": QT_TRANSLATE_NOOP("Timeline", "Penelepon 110 menutup sebelum diangkat"),
}
_BY: Mapping[str, str] = {
    "call.claimed": QT_TRANSLATE_NOOP("Timeline", "%1 mengangkat telepon 110"),
    "call.taken": QT_TRANSLATE_NOOP("Timeline", "%1 mengambil alih telepon 110"),
    "call.ended": QT_TRANSLATE_NOOP("Timeline", "%1 menyelesaikan telepon 110"),
    "call.called_back": QT_TRANSLATE_NOOP("Timeline", "%1 menelepon balik"),
    "call.rules": QT_TRANSLATE_NOOP("Timeline", "%1 mengatur tangga jawab 110"),
    "prank.marked": QT_TRANSLATE_NOOP("Timeline", "%1 menandai nomor sebagai iseng"),
    "prank.struck": QT_TRANSLATE_NOOP("Timeline", "%1 mencoret tanda iseng"),
}


def _event(line: TimelineLine, names: Names) -> str:
    said = _EVENTS.get(str(line.result.get("event", "")))
    return translate("Timeline", said or QT_TRANSLATE_NOOP("Timeline", "Kabar sentral telepon 110"))


def _escalated(line: TimelineLine, names: Names) -> str:
    step = line.result.get("step")
    text = translate("Timeline", "Telepon 110 naik ke jenjang %1")
    return fill(text, str(step + 1 if isinstance(step, int) else 2))


def _by(text: str) -> Callable[[TimelineLine, Names], str]:
    """Who did it, and why where a reason was given."""

    def say(line: TimelineLine, names: Names) -> str:
        said = fill(translate("Timeline", text), names.person(line.actor))
        because = " ".join(str(line.result.get("reason") or "").split())[:_QUOTED]
        return f"{said}: {because}" if because else said

    return say


CALL_SENTENCES: Mapping[str, Callable[[TimelineLine, Names], str]] = {
    "call.event": _event,
    "call.escalated": _escalated,
    **{kind: _by(text) for kind, text in _BY.items()},
}
