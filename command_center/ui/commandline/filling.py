"""How a line may go on: the words that fit where somebody stopped typing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from PySide6.QtCore import QCoreApplication

from command_center.advice.categories import categories, find_categories
from command_center.domain.incident import Incident
from command_center.domain.unit import Unit, UnitStatus
from command_center.ui.commandline.grammar import Reading
from command_center.ui.commandline.matching import folded
from command_center.ui.commandline.reading import Wrong, open_fields
from command_center.ui.commandline.sentence import titled
from command_center.ui.commandline.verbs import TYPED
from command_center.ui.commandline.vocabulary import Field, offered, spaced
from command_center.ui.detail.names import category_label
from command_center.ui.format import typed_number
from command_center.ui.seat import Seat
from command_center.ui.units.words import status_word

translate = QCoreApplication.translate
MOST, EACH = 8, 4


@dataclass(frozen=True, slots=True)
class Fill:
    """`line` is the whole line as it would stand then; `title` and `detail` say what of."""

    line: str
    title: str
    detail: str


_Word = tuple[str, str, str]
"""What is typed for it, its title, its detail."""
_AT_ONCE = frozenset({Field.UNIT, Field.INCIDENT, Field.CATEGORY, Field.STATUS, Field.RESULT})
"""Fields that are offered before anything is typed of them."""


def verb_fills(word: str) -> list[Fill]:
    """The verbs that begin so, in the language of the screen."""
    start = word.lower()
    fitting = [verb for verb in TYPED if verb.offered.startswith(start)]
    named = [(verb.offered, translate("CommandLine", verb.usage)) for verb in fitting]
    return [Fill(f"{typed} ", usage, "") for typed, usage in named][:MOST]


def fills(seat: Seat, reading: Reading, open_word: bool = False) -> list[Fill]:
    """The most likely first; none where nothing more belongs into the line. `open_word`: the last
    word may not be at its end."""
    if reading.wrong is not None and reading.wrong.names:
        return _instead(reading, reading.wrong)[:MOST]
    got = reading.got
    tail = " ".join(got.rest)
    fields = [got.named] if got.named is not None else open_fields(reading.verb.slots, got)
    if reading.sentence is not None and not tail:
        fields = [field for field in fields if field is Field.RESULT]
    made = _whole_sign(seat, reading) if open_word else []
    for field in fields:
        if tail or field in _AT_ONCE:
            most = MOST if field in (Field.STATUS, Field.RESULT) else EACH
            words = islice(_fitting(seat, reading, field, tail), most)
            made += [Fill(f"{reading.typed} {w} ", title, more) for w, title, more in words]
    return made[:MOST]


def _whole_sign(seat: Seat, reading: Reading) -> list[Fill]:
    """A unit that is known by how its call sign begins, written to its end."""
    units, words = reading.got.units, reading.typed.split()
    if not units or reading.got.rest or not words:
        return []
    sign, begun = units[-1].call_sign, folded(words[-1])
    if folded(sign) == begun or not folded(sign).startswith(begun):
        return []
    words[-1] = _as_typed(sign)
    return [Fill(f"{' '.join(words)} ", sign, status_word(units[-1].status, seat.situation))]


def _instead(reading: Reading, wrong: Wrong) -> list[Fill]:
    """Each name that was meant in the place of the word that is wrong."""
    said = str(wrong.params.get("word", ""))
    words = [*reading.typed.split(), *reading.got.rest]
    length = max(1, len(said.split()))
    places = range(1, len(words) - length + 1)
    at = (n for n in places if folded(" ".join(words[n : n + length])) == folded(said))
    start = next(at, None)
    if start is None:
        return []
    before, after = words[:start], words[start + length :]
    return [Fill(" ".join([*before, _as_typed(name), *after]), name, "") for name in wrong.names]


def _as_typed(name: str) -> str:
    return name.replace(" ", "").lower().removeprefix("#")


def _fitting(seat: Seat, reading: Reading, field: Field, tail: str) -> Iterable[_Word]:
    index = reading.got.books.index
    if field is Field.UNIT:
        return _units(seat, reading, tail)
    if field is Field.INCIDENT:
        return _incidents(seat, reading, tail)
    if field is Field.CATEGORY:
        found = find_categories(tail, categories())
        return ((one.code, category_label(one), one.priority.value) for one in found)
    if field is Field.CAMERA:
        rows = index.cameras_like(tail, EACH)
        return ((row.label.replace(" ", ""), row.label, row.title) for row in rows)
    if field is Field.PLACE:
        hits = seat.city.gazetteer.search(tail, EACH)
        return ((f"@{hit.place.name}", hit.place.name, "") for hit in hits)
    start = folded(tail)
    fitting = (word for word in offered(field) if word.startswith(start))
    return ((spaced(word), spaced(word), "") for word in fitting)


def _units(seat: Seat, reading: Reading, tail: str) -> Iterator[_Word]:
    index = reading.got.books.index
    rows: Iterable[Unit] = index.units_like(tail, EACH) if tail else _ready(seat)
    taken = {unit.id for unit in reading.got.units}
    for unit in rows:
        if unit.id not in taken:
            yield (
                _as_typed(unit.call_sign),
                unit.call_sign,
                status_word(unit.status, seat.situation),
            )


def _ready(seat: Seat) -> Iterator[Unit]:
    """The selected one, then some that are free."""
    situation, id = seat.situation, seat.selection.unit_id
    chosen = situation.unit(id) if id else None
    if chosen is not None:
        yield chosen
    for unit in situation.all("unit"):
        if unit.status is UnitStatus.AVAILABLE and unit is not chosen:
            yield unit


def _incidents(seat: Seat, reading: Reading, tail: str) -> Iterator[_Word]:
    index = reading.got.books.index
    rows: Iterable[Incident] = index.incidents_like(tail, 2 * EACH) if tail else _standing(seat)
    taken = {incident.id for incident in reading.got.incidents}
    for row in rows:
        if row.id not in taken and (row.is_open or reading.verb.closed):
            yield typed_number(row.number, row.alias), titled(row), row.address


def _standing(seat: Seat) -> Iterator[Incident]:
    """The selected one, then the newest."""
    situation, id = seat.situation, seat.selection.incident_id
    chosen = situation.incident(id) if id else None
    if chosen is not None:
        yield chosen
    yield from (row for row in situation.newest_open() if row is not chosen)
