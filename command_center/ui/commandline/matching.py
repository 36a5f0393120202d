"""Finds incidents and units by what is typed for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from command_center.domain.incident import Incident
from command_center.domain.unit import Unit
from command_center.situation.situation import Situation

_NUMBER = re.compile(r"#?(\d{1,5})")
_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")
_LONGEST, _SHORTEST = 4, 3


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Letters and digits only, small, leading zeros of numbers gone: "SAMAPTA 09" = samapta9.
    Remembered: every key typed folds the same call signs and camera names again."""
    words = re.findall(r"[a-z]+|\d+", text.lower())
    return "".join(_ZEROS.sub("", word) for word in words)


def incident_numbered(situation: Situation, word: str) -> Incident | None:
    """By its number of the day, or the local number it was given out of the room's reach: the open
    one, else the newest that carries it."""
    found = _NUMBER.fullmatch(word)
    if found is None:
        return _aliased(situation, word)
    number = int(found.group(1))
    same = [incident for incident in situation.all("incident") if incident.number == number]
    return max(same, key=lambda i: (i.is_open, i.opened_at), default=None)


def _aliased(situation: Situation, word: str) -> Incident | None:
    wanted = folded(word)
    same = [i for i in situation.all("incident") if i.alias and folded(i.alias) == wanted]
    return max(same, key=lambda i: (i.is_open, i.opened_at), default=None)


def unit_called(situation: Situation, text: str) -> Unit | None:
    """By its whole call sign, else by the only call sign that starts so (three letters on)."""
    wanted = folded(text)
    units: list[Unit] = list(situation.all("unit"))
    for unit in units:
        if folded(unit.call_sign) == wanted:
            return unit
    if len(wanted) < _SHORTEST:
        return None
    starting = [unit for unit in units if folded(unit.call_sign).startswith(wanted)]
    return starting[0] if len(starting) == 1 else None


def take_units(situation: Situation, words: Sequence[str]) -> list[Unit] | None:
    """The units that the words name one after another, "samapta 12 lantas07"; None if any word
    is left over or a unit is named twice."""
    found: list[Unit] = []
    place = 0
    while place < len(words):
        for length in range(min(_LONGEST, len(words) - place), 0, -1):
            unit = unit_called(situation, "".join(words[place : place + length]))
            if unit is not None:
                break
        else:
            return None
        if unit in found:
            return None
        found.append(unit)
        place += length
    return found or None
