"""The words of the run cards: when one counts, what it asks for, and what differs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from command_center.advice.categories import categories
from command_center.advice.recommend.question import Want
from command_center.advice.run_cards import ANY, RunCard
from command_center.domain.room import SituationLevel
from command_center.ui.detail.names import category_label
from command_center.ui.detail.words import fill
from command_center.ui.format import count, decimal
from command_center.ui.i18n import QT_TRANSLATE_NOOP
from command_center.ui.run_cards.draft import Difference

translate = QCoreApplication.translate
_SHOWN = 5
COLUMN_WORDS: Mapping[str, str] = {
    "category": QT_TRANSLATE_NOOP("RunCards", "Jenis"),
    "place": QT_TRANSLATE_NOOP("RunCards", "Tempat atau poligon GeoJSON"),
    "hours": QT_TRANSLATE_NOOP("RunCards", "Jam, 22:00-05:00"),
    "level": QT_TRANSLATE_NOOP("RunCards", "Situasi"),
    "alarm": QT_TRANSLATE_NOOP("RunCards", "Tingkat alarm"),
    "wants": QT_TRANSLATE_NOOP("RunCards", "Yang dikirim, patroli:2:3; ambulans:1"),
    "note": QT_TRANSLATE_NOOP("RunCards", "Catatan"),
}
COLUMN_NAMES: Mapping[str, str] = {
    "category": QT_TRANSLATE_NOOP("RunCards", "Jenis"),
    "place": QT_TRANSLATE_NOOP("RunCards", "Tempat"),
    "hours": QT_TRANSLATE_NOOP("RunCards", "Jam"),
    "level": QT_TRANSLATE_NOOP("RunCards", "Situasi"),
    "alarm": QT_TRANSLATE_NOOP("RunCards", "Tingkat alarm"),
    "wants": QT_TRANSLATE_NOOP("RunCards", "Yang dikirim"),
    "note": QT_TRANSLATE_NOOP("RunCards", "Catatan"),
}


def columns() -> dict[str, str]:
    """What a fault calls a column, in the language of the screen."""
    return {name: translate("RunCards", text) for name, text in COLUMN_NAMES.items()}


def level_text(level: SituationLevel | None) -> str:
    return {
        SituationLevel.GREEN: translate("RunCards", "situasi hijau"),
        SituationLevel.YELLOW: translate("RunCards", "situasi kuning"),
        SituationLevel.RED: translate("RunCards", "situasi merah"),
        None: translate("RunCards", "semua situasi"),
    }[level]


def category_text(code: str) -> str:
    """A code that is no longer known is shown as it is."""
    if code == ANY:
        return translate("RunCards", "Semua jenis")
    known = categories().get(code)
    return category_label(known) if known is not None else code


def place_text(card: RunCard) -> str:
    """ "poligon 5 sudut, 0,12 km²", or the name."""
    if card.drawn is None:
        return card.place
    text = translate("RunCards", "poligon %1 sudut, %2 km²")
    return fill(text, count(card.drawn.corners), decimal(card.drawn.km2, 2))


def when_text(card: RunCard) -> str:
    """ "Tawuran · Sukun · 22:00–05:00 · situasi merah": what is left out is any."""
    parts = [category_text(card.category), place_text(card)]
    if card.hours:
        parts.append("–".join(f"{one:%H:%M}" for one in card.hours))
    if card.level is not None:
        parts.append(level_text(card.level))
    return " · ".join(part for part in parts if part)


def alarm_text(card: RunCard) -> str:
    return fill(translate("RunCards", "alarm %1"), str(card.alarm))


def want_text(want: Want) -> str:
    """ "2 patroli (≥ 3 orang)"."""
    text = f"{want.count} {want.what}"
    if not want.crew:
        return text
    return fill(translate("RunCards", "%1 (≥ %2 orang)"), text, str(want.crew))


def wants_text(card: RunCard) -> str:
    wants = ", ".join(want_text(want) for want in card.wants)
    return f"{wants} · {card.note}" if card.note else wants


def difference_text(found: Difference) -> str:
    """ "baru: Tawuran alarm 2 · hilang: …"."""
    parts = []
    for cards, text in (
        (found.added, translate("RunCards", "baru: %1")),
        (found.gone, translate("RunCards", "hilang: %1")),
        (found.changed, translate("RunCards", "berubah: %1")),
    ):
        if cards:
            parts.append(fill(text, _listed(cards)))
    return " · ".join(parts) or translate("RunCards", "sama")


def _listed(cards: Sequence[RunCard]) -> str:
    shown = ", ".join(f"{when_text(card)} ({alarm_text(card)})" for card in cards[:_SHOWN])
    return f"{shown} +{len(cards) - _SHOWN}" if len(cards) > _SHOWN else shown
