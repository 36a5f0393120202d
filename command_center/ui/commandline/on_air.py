"""`ht senkom 21 pohon tumbang` keeps a line of the air; `kentongan sawojajar rw 5 maling` rings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial

from command_center.commands.kentongan import SoundKentongan
from command_center.commands.partners import rw_of
from command_center.commands.radio import LogRadio
from command_center.domain.place import PlaceKind
from command_center.ports import Outcome
from command_center.ui.actions.action import submit
from command_center.ui.radio.parse import Said, read_line
from command_center.ui.seat import Seat

_RW = re.compile(r"\brw\s*(\d{1,3})\b", re.IGNORECASE)
_LONGEST_NAME = 3
Run = Callable[[Seat], None]


def said_on_air(seat: Seat, words: Sequence[str]) -> tuple[Said, Run] | None:
    """What was said and how it is kept; None where nothing was."""
    signs = [p.call_sign for p in seat.situation.all("partner") if p.left_at is None]
    signs += [unit.call_sign for unit in seat.situation.all("unit")]
    said = read_line(" ".join(words), signs)
    if not said.text:
        return None
    command = LogRadio(said.text, call_sign=said.call_sign, activity=said.activity)
    return said, lambda seat: submit(seat, command)


def beaten(seat: Seat, words: Sequence[str]) -> tuple[str, str, Run] | None:
    """The kelurahan and RW, and what rings there; None while no kelurahan is named."""
    text = " ".join(words)
    rw = _RW.search(text)
    rest = _RW.sub(" ", text).split()
    for length in range(min(_LONGEST_NAME, len(rest)), 0, -1):
        name = " ".join(rest[:length])
        place = seat.city.gazetteer.locate(name, PlaceKind.KELURAHAN)
        if place is not None and _same(place.name, name):
            number = rw_of(rw.group(1)) if rw else ""
            command = SoundKentongan(place.name, number, " ".join(rest[length:]))
            return place.name, number, partial(_sound, command=command)
    return None


def _same(name: str, typed: str) -> bool:
    """Spelt as it is: "bunul" may begin a name, but nothing rings by a guess."""
    return name.casefold().replace(" ", "") == typed.casefold().replace(" ", "")


def _sound(seat: Seat, command: SoundKentongan) -> None:
    def done(outcome: Outcome) -> None:
        seat.notices.done(outcome.kind, number=outcome.result.get("number"))
        seat.selection.select_incident(str(outcome.result["incident_id"]))

    seat.submit(command, done, seat.notices.failed)
