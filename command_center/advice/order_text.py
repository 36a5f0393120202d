"""The words of an order on one line: who, what, where, by what it is found, what to beware of.

The same facts give the same line, whoever asks; what outside wrote is cut to plain words.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from command_center.advice.danger import endangered
from command_center.geo.gazetteer import Gazetteer

LONGEST = 400
CALL_SIGNS, NAME_LENGTH = 12, 40
TITLE_LENGTH, ADDRESS_LENGTH, LANDMARK_LENGTH = 80, 120, 60
DANGERS, DANGER_LENGTH = 4, 40
LANDMARK_M = 150.0


@dataclass(frozen=True, slots=True)
class OrderFacts:
    """`number` as people say it ("#0147"); `dangers` are words of the reports."""

    call_signs: tuple[str, ...]
    title: str
    address: str = ""
    landmark: str = ""
    dangers: tuple[str, ...] = ()
    number: str = ""


@dataclass(frozen=True, slots=True)
class OrderForm:
    """The fixed words around the facts, as they are said on the air."""

    go: str = "merapat {}"
    near: str = "dekat {}"
    beware: str = "AWAS {}"
    job: str = "kejadian {}"
    more: str = "dan {} unit lain"


def order_line(facts: OrderFacts, form: OrderForm | None = None) -> str:
    """ "" without anybody to send. What does not fit is left out from the end, never who and
    where."""
    form = form or OrderForm()
    names = _names(facts.call_signs, form)
    if not names:
        return ""
    address, landmark = (
        _plain(facts.address, ADDRESS_LENGTH),
        _plain(facts.landmark, LANDMARK_LENGTH),
    )
    found_by = landmark and landmark.casefold() not in address.casefold()
    parts = [
        form.go.format(address) if address else "",
        form.near.format(landmark) if found_by else "",
        _plain(facts.title, TITLE_LENGTH),
        _beware(facts.dangers, form),
        form.job.format(_plain(facts.number, NAME_LENGTH)) if facts.number.strip() else "",
    ]
    line = names
    for part in filter(None, parts):
        longer = f"{line}, {part}"
        if len(longer) + 1 > LONGEST:
            break
        line = longer
    return f"{line}."


def _names(call_signs: Sequence[str], form: OrderForm) -> str:
    known = [name for sign in call_signs if (name := _plain(sign, NAME_LENGTH))]
    names = ", ".join(known[:CALL_SIGNS])
    left = len(known) - CALL_SIGNS
    return f"{names} {form.more.format(left)}" if left > 0 else names


def _beware(dangers: Iterable[str], form: OrderForm) -> str:
    words = dict.fromkeys(word for danger in dangers if (word := _plain(danger, DANGER_LENGTH)))
    return form.beware.format(", ".join(list(words)[:DANGERS])) if words else ""


def _plain(text: str, length: int) -> str:
    """On one line, without what steers a screen; cut at a word where that is near."""
    kept = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text)
    line = " ".join(kept.split()).strip(" ,.;:")
    if len(line) <= length:
        return line
    cut = line[: length - 1]
    word = cut.rfind(" ")
    return (cut[:word] if word > length // 2 else cut).rstrip(" ,.;:") + "…"


def danger_words(texts: Iterable[str]) -> tuple[str, ...]:
    """The words of the reports that say that somebody is in danger, each once."""
    found = (endangered(text) for text in texts)
    return tuple(dict.fromkeys(words for words in found if words))


def landmark_near(gazetteer: Gazetteer, lat: float | None, lon: float | None) -> str:
    """The name of the nearest place people know, "" if none is near enough."""
    if lat is None or lon is None:
        return ""
    for place, metres in gazetteer.nearest(lat, lon):
        if metres <= LANDMARK_M:
            return place.name
    return ""
