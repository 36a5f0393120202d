"""What people type fast: a verb and what it is about, as in `tugas samapta12 0147`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from command_center.ports import LinkState
from command_center.ui.commandline.acts_incident import standing
from command_center.ui.commandline.acts_said import coded, glosses
from command_center.ui.commandline.index import Index
from command_center.ui.commandline.reading import Books, Got, Wrong, missing, read_fields
from command_center.ui.commandline.sentence import Sentence
from command_center.ui.commandline.verbs import Verb, verb_of
from command_center.ui.commandline.vocabulary import Field, word_of
from command_center.ui.format import typed_number
from command_center.ui.seat import Seat

LONGEST = 200
_UNKNOWN = {
    Field.INCIDENT: "command_unknown_incident",
    Field.UNIT: "command_unknown_unit",
    Field.STATUS: "command_unknown_status",
    Field.PRIORITY: "command_unknown_priority",
    Field.RESULT: "command_unknown_result",
    Field.CAMERA: "command_unknown_camera",
    Field.PLACE: "command_unknown_place",
    Field.CATEGORY: "command_unknown_category",
}
_MISSING = {
    Field.INCIDENT: "command_needs_incident",
    Field.UNIT: "command_needs_unit",
    Field.STATUS: "command_needs_status",
    Field.PRIORITY: "command_needs_priority",
    Field.TEXT: "command_needs_words",
    Field.CAMERA: "command_needs_camera",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A line that begins with a verb: the command it is, or what is `wrong` with it, or the field
    it `needs` next. `typed` is what was read of it so far, as it was typed."""

    verb: Verb
    got: Got
    typed: str
    sentence: Sentence | None = None
    wrong: Wrong | None = None
    needs: Field | None = None


def words_of(text: str) -> list[str]:
    return re.sub(r"[,;]", " ", text[:LONGEST]).split()


def read(seat: Seat, text: str, index: Index | None = None) -> Reading | None:
    """None if the line begins with no verb. Without an `index` one is made for this line only."""
    words = words_of(text)
    found = verb_of(words)
    if found is None:
        return None
    verb, length = found
    books = Books(index or Index(seat.situation), seat.city)
    got = read_fields(books, verb.slots, words[length:])
    typed = words[: len(words) - len(got.rest)]
    reading = Reading(verb, got, " ".join(typed))
    try:
        return _completed(seat, reading)
    except Wrong as wrong:
        return replace(reading, wrong=wrong)


def understand(seat: Seat, text: str, index: Index | None = None) -> Sentence | None:
    """The command in `text`, or None if it is none or not complete yet."""
    index = index or Index(seat.situation)
    reading = read(seat, text, index)
    if reading is not None:
        return reading.sentence
    return coded(seat, index, " ".join(words_of(text)))


def _completed(seat: Seat, reading: Reading) -> Reading:
    verb, got = reading.verb, reading.got
    for incident in got.incidents:
        standing(seat, incident, verb.closed)
    needs = got.named or missing(verb.slots, got)
    if verb.begun is not None and got.rest and needs is not None:
        return replace(reading, sentence=_with_rules(seat, reading, verb.begun(seat, got)))
    if got.doubt is not None:
        raise got.doubt
    if got.rest:
        raise _unread(verb, got)
    if verb.alone is not None and not got.values and not got.text:
        return replace(reading, sentence=_with_rules(seat, reading, verb.alone(seat, got)))
    if needs is not None:
        wrong = Wrong(_MISSING.get(needs, "command_needs_more"))
        return replace(reading, needs=needs, wrong=wrong)
    sentence = verb.build(seat, got)
    return replace(reading, sentence=_with_rules(seat, reading, sentence))


def _unread(verb: Verb, got: Got) -> Wrong:
    """The word that nobody understands, called what it should have been."""
    field = got.named or missing(verb.slots, got)
    fields = [slot.field for slot in verb.slots if got.count(slot.field) < slot.most]
    wanted = field or (fields[0] if len(fields) == 1 else None)
    if wanted is None or wanted not in _UNKNOWN:
        return Wrong("command_unknown_word", word=got.rest[0])
    near = []
    if wanted is Field.UNIT:
        near = [unit.call_sign for unit in got.books.index.units_like(got.rest[0], 4)]
    return Wrong(_UNKNOWN[wanted], near, word=got.rest[0])


def _with_rules(seat: Seat, reading: Reading, sentence: Sentence) -> Sentence:
    """What holds for every command: codes of the air are told, a room out of reach takes only what
    adds, and no free word is kept for Up and Down."""
    verb, got = reading.verb, reading.got
    reason = sentence.reason
    if seat.live.connection.state is LinkState.OFFLINE and not verb.additive:
        reason = "command_needs_room"
    notes = (*sentence.notes, *(glosses(seat, got.text) if not sentence.notes else ()))
    recall = sentence.recall or _without_words(reading)
    return replace(sentence, reason=reason, notes=notes, recall=recall)


def _without_words(reading: Reading) -> str:
    """The line as identifiers of the room's own things: no word that somebody said of somebody."""
    got, parts = reading.got, [reading.verb.offered]
    parts += [unit.call_sign.replace(" ", "").lower() for unit in got.units]
    parts += [typed_number(i.number, i.alias) for i in got.incidents]
    parts += [got.camera.label.replace(" ", "").lower()] if got.camera else []
    takes = {slot.field for slot in reading.verb.slots}
    parts += [word_of(Field.STATUS, got.status)] if got.status else []
    parts += [got.priority.value.lower()] if got.priority and Field.PRIORITY in takes else []
    parts += [word_of(Field.RESULT, got.result)] if got.result else []
    parts += [f"@{got.place.name}"] if got.place and reading.verb.action_id == "" else []
    return f"{' '.join(parts)} " if got.text else " ".join(parts)
