"""Sentences about the radio, the neighbourhoods' partners and proactive visits."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.domain.log import Fields
from command_center.situation.timeline import TimelineLine
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill, translate
from command_center.ui.i18n import QT_TRANSLATE_NOOP

Sentence = Callable[[TimelineLine, Names], str]
_QUOTED = 240
_ALWAYS: Mapping[str, str] = {
    "radio.codes": QT_TRANSLATE_NOOP("Timeline", "Buku sandi radio diubah"),
    "partner.registered": QT_TRANSLATE_NOOP("Timeline", "Mitra dicatat"),
    "partners.imported": QT_TRANSLATE_NOOP("Timeline", "Daftar mitra diimpor"),
    "partner.left": QT_TRANSLATE_NOOP("Timeline", "Mitra tidak bertugas lagi"),
    "night_watch.set": QT_TRANSLATE_NOOP("Timeline", "Jadwal ronda dicatat"),
    "night_watch.imported": QT_TRANSLATE_NOOP("Timeline", "Jadwal ronda diimpor"),
    "night_watch.ended": QT_TRANSLATE_NOOP("Timeline", "Jadwal ronda dihapus dari daftar"),
    "area.rated": QT_TRANSLATE_NOOP("Timeline", "Kerawanan wilayah dinilai"),
}
# %1 who did it, %2 what was said.
_QUOTING: Mapping[str, tuple[str, str, str]] = {
    "radio.reported": (
        "report",
        "text",
        QT_TRANSLATE_NOOP("Timeline", "Dari radio: %2 · dicatat %1"),
    ),
    "kentongan.sounded": (
        "report",
        "text",
        QT_TRANSLATE_NOOP("Timeline", "Kentongan: %2 · dicatat %1"),
    ),
    "visit.asked": ("visit", "text", QT_TRANSLATE_NOOP("Timeline", "%1 meminta jemput bola: %2")),
    "visit.done": ("visit", "outcome", QT_TRANSLATE_NOOP("Timeline", "Jemput bola selesai: %2")),
}


def _row(line: TimelineLine, entity: str) -> Fields:
    row = line.params.get(entity)
    return row if isinstance(row, dict) else {}


def _quote(text: object) -> str:
    flat = " ".join(str(text or "").split())
    return f"“{flat[:_QUOTED]}{'…' if len(flat) > _QUOTED else ''}”"


def _logged(line: TimelineLine, names: Names) -> str:
    row = _row(line, "radio_line")
    who = str(row.get("call_sign") or row.get("channel") or "").strip()
    said = fill(translate("Timeline", "Radio %1: %2"), who, _quote(row.get("text")))
    return " ".join(said.split())


def _struck(line: TimelineLine, names: Names) -> str:
    return fill(translate("Timeline", "%1 mencoret satu baris radio"), names.person(line.actor))


def _linked(line: TimelineLine, names: Names) -> str:
    linked = _row(line, "radio_line").get("incident_id") or not _row(line, "radio_line")
    if linked:
        text = translate("Timeline", "%1 menautkan satu baris radio")
    else:
        text = translate("Timeline", "%1 melepas tautan satu baris radio")
    return fill(text, names.person(line.actor))


def _always(text: str) -> Sentence:
    return lambda line, names: translate("Timeline", text)


def _quoting(entity: str, field: str, text: str) -> Sentence:
    return lambda line, names: fill(
        translate("Timeline", text), names.person(line.actor), _quote(_row(line, entity).get(field))
    )


RADIO_SENTENCES: Mapping[str, Sentence] = {
    "radio.logged": _logged,
    "radio.struck": _struck,
    "radio.linked": _linked,
    **{kind: _quoting(*row) for kind, row in _QUOTING.items()},
    **{kind: _always(text) for kind, text in _ALWAYS.items()},
}
