"""Sentences about what the reporters and the public are told."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate
from command_center.ui.i18n import QT_TRANSLATE_NOOP

_QUOTED = 240
_BY: Mapping[str, str] = {
    "delivery.heard": QT_TRANSLATE_NOOP("Timeline", "Pesan keluar diterima"),
    "delivery.refused": QT_TRANSLATE_NOOP("Timeline", "Pesan keluar ditolak penerimanya"),
    "notice.drafted": QT_TRANSLATE_NOOP("Timeline", "%1 menyusun pemberitahuan: “%2”"),
    "notice.approved": QT_TRANSLATE_NOOP("Timeline", "%1 menyetujui pemberitahuan: “%2”"),
    "notice.withdrawn": QT_TRANSLATE_NOOP("Timeline", "%1 menarik pemberitahuan: “%2”"),
    "reporters.replied": QT_TRANSLATE_NOOP("Timeline", "%1 membalas pelapor: “%2”"),
}


def _by(text: str) -> Callable[[TimelineLine, Names], str]:
    def say(line: TimelineLine, names: Names) -> str:
        said = line.result.get("text") or line.result.get("title") or ""
        quoted = " ".join(str(said).split())
        quoted = f"{quoted[:_QUOTED]}…" if len(quoted) > _QUOTED else quoted
        return fill(translate("Timeline", text), names.person(line.actor), quoted)

    return say


def _delivered(kind: str, of_order: str) -> Callable[[TimelineLine, Names], str]:
    """What became of a message; of one to a unit's own system, of which unit's."""
    other = _by(_BY[kind])

    def say(line: TimelineLine, names: Names) -> str:
        unit = line.result.get("call_sign")
        return fill(translate("Timeline", of_order), str(unit)) if unit else other(line, names)

    return say


REPLY_SENTENCES = {
    **{kind: _by(text) for kind, text in _BY.items()},
    "delivery.heard": _delivered(
        "delivery.heard",
        QT_TRANSLATE_NOOP("Timeline", "Perintah terkirim ke perangkat %1; belum berarti didengar"),
    ),
    "delivery.refused": _delivered(
        "delivery.refused",
        QT_TRANSLATE_NOOP("Timeline", "Perintah ditolak perangkat %1: sampaikan lewat radio"),
    ),
    "room.order_routes": lambda line, names: translate(
        "Timeline", "Jalur perintah ke perangkat unit diatur"
    ),
}
