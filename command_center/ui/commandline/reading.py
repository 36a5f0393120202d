"""Reads the words behind a verb into fields: by what each word is, not by where it stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from command_center.advice.categories import Category, categories, find_categories
from command_center.domain.incident import Disposition, Incident, Priority
from command_center.domain.place import Place
from command_center.domain.room import Camera
from command_center.domain.unit import Unit, UnitStatus
from command_center.geo.city import CityPack
from command_center.ui.commandline.index import Index
from command_center.ui.commandline.matching import folded
from command_center.ui.commandline.vocabulary import (
    BARE,
    IDENTIFIERS,
    PRIORITY_WORDS,
    RESULT_WORDS,
    RESULT_WORDS_EN,
    STATUS_WORDS,
    STATUS_WORDS_EN,
    Field,
)

LONGEST_NAME = 4
CANDIDATES = 6
_CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")
_IDENTIFIED = re.compile(r"([a-z]+):(.*)", re.IGNORECASE)
SURE_PLACE = 90.0


class Wrong(Exception):
    """Why the line is no command: a code of ui.sentences with the word it is about. `names` are
    what the word may have meant."""

    def __init__(self, code: str, names: Sequence[str] = (), /, **params: object) -> None:
        super().__init__(code)
        self.code, self.params, self.names = code, params, tuple(names)


@dataclass(frozen=True, slots=True)
class Slot:
    """A field a verb takes: at least and at most so many of it."""

    field: Field
    least: int = 1
    most: int = 1


@dataclass(frozen=True, slots=True)
class Books:
    """What names are looked up in."""

    index: Index
    city: CityPack


@dataclass(slots=True)
class Got:
    """What was read, by field, in the order it was typed; `rest` are words nobody could read."""

    books: Books
    values: dict[Field, list[Any]] = field(default_factory=dict)
    text: str = ""
    rest: list[str] = field(default_factory=list)
    named: Field | None = None
    """The field that an identifier before `rest` asked for."""
    doubt: Wrong | None = None
    """What `rest` begins with is a name of several, or was said already."""

    def count(self, field: Field) -> int:
        return len(self.values.get(field, ()))

    def _one(self, field: Field) -> Any:
        found = self.values.get(field)
        return found[0] if found else None

    @property
    def incidents(self) -> list[Incident]:
        return self.values.get(Field.INCIDENT, [])

    @property
    def incident(self) -> Incident | None:
        found: Incident | None = self._one(Field.INCIDENT)
        return found

    @property
    def units(self) -> list[Unit]:
        return self.values.get(Field.UNIT, [])

    @property
    def status(self) -> UnitStatus | None:
        found: UnitStatus | None = self._one(Field.STATUS)
        return found

    @property
    def priority(self) -> Priority | None:
        found: Priority | None = self._one(Field.PRIORITY)
        return found

    @property
    def result(self) -> Disposition | None:
        found: Disposition | None = self._one(Field.RESULT)
        return found

    @property
    def camera(self) -> Camera | None:
        found: Camera | None = self._one(Field.CAMERA)
        return found

    @property
    def place(self) -> Place | None:
        found: Place | None = self._one(Field.PLACE)
        return found

    @property
    def category(self) -> Category | None:
        found: Category | None = self._one(Field.CATEGORY)
        return found

    @property
    def time(self) -> tuple[int, int] | None:
        found: tuple[int, int] | None = self._one(Field.TIME)
        return found


Taken = tuple[Any, int]
"""A value and how many words named it; 0: the word it was told by is one of what is said, too."""
Reader = Callable[[Books, Sequence[str]], Taken | None]


def open_fields(slots: Sequence[Slot], got: Got) -> list[Field]:
    """Fields that may still come, those that must come first."""
    free = [slot for slot in slots if got.count(slot.field) < slot.most]
    free.sort(key=lambda slot: got.count(slot.field) >= slot.least)
    return [slot.field for slot in free]


def missing(slots: Sequence[Slot], got: Got) -> Field | None:
    """The first field that must still come."""
    for slot in slots:
        have = bool(got.text) if slot.field is Field.TEXT else got.count(slot.field) >= slot.least
        if slot.least and not have:
            return slot.field
    return None


def read_fields(books: Books, slots: Sequence[Slot], words: Sequence[str]) -> Got:
    """All words, or as many as could be read."""
    got, left = Got(books), list(words)
    while left:
        if _is_text_next(slots, got):
            got.text = " ".join(left)
            return got
        asked, left = _identified(left, slots)
        if asked is not None and not left:
            got.named = asked
            return got
        fields = [asked] if asked is not None else _unasked(open_fields(slots, got), left[0])
        taken = _take(books, fields, left, got)
        if taken is None:
            if Field.TEXT in fields and got.doubt is None and _is_named(slots, got):
                got.text = " ".join(left)
            else:
                got.rest, got.named = left, asked
            return got
        left = left[taken:]
    return got


def _is_named(slots: Sequence[Slot], got: Got) -> bool:
    """Whether all is there that must be before free words."""
    return missing([slot for slot in slots if slot.field is not Field.TEXT], got) is None


def _is_text_next(slots: Sequence[Slot], got: Got) -> bool:
    """Words are free once all that must be named before them is."""
    before = [slot for slot in slots if slot.field is not Field.TEXT]
    takes_text = len(before) < len(slots)
    return takes_text and all(got.count(slot.field) >= slot.most for slot in before)


def _unasked(fields: list[Field], word: str) -> list[Field]:
    """Where free words may come, a place and a bare figure are only what an identifier says they
    are: "2 motor" is no priority."""
    if Field.TEXT not in fields:
        return fields
    doubtful = {Field.PLACE} | ({Field.PRIORITY} if word.isdigit() else set())
    return [one for one in fields if one not in doubtful]


def _identified(left: list[str], slots: Sequence[Slot]) -> tuple[Field | None, list[str]]:
    """`u:samapta 12`, `@suhat`, `cctv suhat`: the field that is asked for, and what is said."""
    first, rest = left[0], left[1:]
    takes = {slot.field for slot in slots}
    if first.startswith("@") and Field.PLACE in takes:
        return Field.PLACE, [first[1:], *rest] if len(first) > 1 else rest
    found = _IDENTIFIED.fullmatch(first)
    asked = IDENTIFIERS.get(found[1].lower()) if found else None
    if found is not None and asked in takes:
        return asked, [found[2], *rest] if found[2] else rest
    if first.lower() in BARE and {Field.CAMERA, Field.PLACE} <= takes:
        return IDENTIFIERS[first.lower()], rest
    return None, left


def _take(books: Books, fields: Sequence[Field], left: Sequence[str], got: Got) -> int | None:
    """How many words the first field that fits has taken."""
    for one in fields:
        reader = READERS.get(one)
        if reader is None:
            continue
        try:
            taken = reader(books, left)
        except Wrong as wrong:
            got.doubt = got.doubt or wrong
            continue
        if taken is not None and taken[0] in got.values.get(one, ()):
            got.doubt = Wrong("command_named_twice", word=" ".join(left[: taken[1]]))
            return None
        if taken is not None:
            got.values.setdefault(one, []).append(taken[0])
            got.doubt = None
            return taken[1]
    return None


def _incident(books: Books, words: Sequence[str]) -> Taken | None:
    found = books.index.incident(words[0])
    return (found, 1) if found else None


def _unit(books: Books, words: Sequence[str]) -> Taken | None:
    several: list[Unit] = []
    word = ""
    for length in range(min(LONGEST_NAME, len(words)), 0, -1):
        text = "".join(words[:length])
        found = books.index.units_named(text, CANDIDATES)
        if len(found) == 1:
            return found[0], length
        if found and not several:
            several, word = found, " ".join(words[:length])
    if several:
        signs = [unit.call_sign for unit in several]
        raise Wrong("command_unit_ambiguous", signs, word=word, names=", ".join(signs))
    return None


def _joined(table: Mapping[str, Any]) -> Reader:
    def read(_: Books, words: Sequence[str]) -> Taken | None:
        for length in (2, 1):
            found = table.get("".join(words[:length]).lower()) if len(words) >= length else None
            if found is not None:
                return found, length
        return None

    return read


def _camera(books: Books, words: Sequence[str]) -> Taken | None:
    for length in range(min(LONGEST_NAME, len(words)), 0, -1):
        text = " ".join(words[:length])
        camera = books.index.camera(text)
        if camera is not None:
            return camera, length
    text = " ".join(words)
    found = books.index.cameras_like(text, CANDIDATES)
    if len(found) == 1:
        return found[0], len(words)
    if found:
        labels = [camera.label for camera in found]
        raise Wrong("command_camera_ambiguous", labels, word=text, names=", ".join(labels))
    return _camera_near(books, words)


def _camera_near(books: Books, words: Sequence[str]) -> Taken | None:
    """No camera is called so, but a place is: the camera that stands nearest to it."""
    place = _place(books, words)
    point = books.city.gazetteer.point_of(place[0]) if place else None
    camera = books.index.camera_near(point.lat, point.lon) if point else None
    return (camera, place[1]) if camera and place else None


def _place(books: Books, words: Sequence[str]) -> Taken | None:
    for length in range(min(LONGEST_NAME, len(words)), 0, -1):
        hits = books.city.gazetteer.search(" ".join(words[:length]), 1)
        if hits and hits[0].score >= SURE_PLACE:
            return hits[0].place, length
    return None


def _category(_: Books, words: Sequence[str]) -> Taken | None:
    table = categories()
    for length in range(min(LONGEST_NAME, len(words)), 0, -1):
        said = folded("".join(words[:length]))
        for one in table.values():
            if said in (folded(one.code), folded(one.label_id), folded(one.label_en)):
                return one, length
    found = find_categories(words[0], table) if len(words[0]) > 2 else []
    if not found or not (len(found) == 1 or words[0].lower() in found[0].also):
        return None
    # an everyday word is one of what the caller said, and stays among it
    return found[0], int(found[0].code.startswith(words[0].lower()))


def _time(_: Books, words: Sequence[str]) -> Taken | None:
    found = _CLOCK.fullmatch(words[0])
    return ((int(found[1]), int(found[2])), 1) if found else None


READERS: Mapping[Field, Reader] = {
    Field.INCIDENT: _incident,
    Field.UNIT: _unit,
    Field.STATUS: _joined({**STATUS_WORDS, **STATUS_WORDS_EN}),
    Field.PRIORITY: _joined(PRIORITY_WORDS),
    Field.RESULT: _joined({**RESULT_WORDS, **RESULT_WORDS_EN}),
    Field.CAMERA: _camera,
    Field.PLACE: _place,
    Field.CATEGORY: _category,
    Field.TIME: _time,
}
