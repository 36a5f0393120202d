"""What the typed verbs about words become: the air, kentongan, 110 calls, and what is shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication

from command_center.advice.radio import gloss
from command_center.commands.kentongan import SoundKentongan
from command_center.commands.partners import rw_of
from command_center.commands.radio import LogRadio
from command_center.domain.permissions import Permission
from command_center.domain.place import PlaceKind
from command_center.ports import Outcome
from command_center.ui.actions.action import submit
from command_center.ui.call.draft import Begun, Draft
from command_center.ui.commandline.index import Index
from command_center.ui.commandline.matching import folded
from command_center.ui.commandline.reading import Got, Wrong
from command_center.ui.commandline.sentence import Sentence, placed
from command_center.ui.detail.names import category_label
from command_center.ui.detail.words import fill
from command_center.ui.format import number_sign
from command_center.ui.radio.parse import Said, read_line
from command_center.ui.radio.rows import code_book
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
_RW = re.compile(r"\brw\s*(\d{1,3})\b", re.IGNORECASE)
_LONGEST_NAME, _LONGEST_SIGN = 3, 4


def glosses(seat: Seat, text: str) -> tuple[str, ...]:
    """What the room's code book says of the codes in the text; nothing unless it is switched on."""
    book = code_book(seat.situation)
    if not book.on:
        return ()
    return tuple(f"{code.code} = {code.says}" for code in gloss(text, book.codes))


def on_air(seat: Seat, got: Got) -> Sentence:
    """`ht samapta 12 merapat KPU #patroli` keeps a line of the air."""
    said = _heard(got.books.index, got.text)
    if not said.text:
        raise Wrong("radio_empty")
    return _logged(seat, said)


def coded(seat: Seat, index: Index, text: str) -> Sentence | None:
    """`samapta12 8-6` without a verb: whoever is named said so, if all of it are codes of the
    room's book."""
    book = code_book(seat.situation)
    if not book.on or not gloss(text, book.codes):
        return None
    said = _heard(index, text)
    spoken = {part.code.casefold() for part in gloss(said.text, book.codes)}
    if not said.call_sign or set(said.text.casefold().split()) - spoken:
        return None
    return _logged(seat, said)


def _logged(seat: Seat, said: Said) -> Sentence:
    text = ": ".join(part for part in (said.call_sign, said.text) if part)
    command = LogRadio(said.text, call_sign=said.call_sign, activity=said.activity)
    return Sentence(
        fill(translate("CommandLine", "Catat kabar radio: %1"), text),
        Permission.TAKE_REPORTS,
        lambda seat: submit(seat, command),
        notes=glosses(seat, said.text),
        recall=f"ht {said.call_sign} " if said.call_sign else "ht ",
    )


def _heard(index: Index, text: str) -> Said:
    """Who spoke and what was said; a unit is written as its call sign is."""
    words = text.split()
    signs = [
        partner.call_sign
        for partner in index.situation.all("partner")
        if partner.left_at is None and words and _begins(partner.call_sign, words[0])
    ]
    for length in range(min(_LONGEST_SIGN, len(words)), 0, -1):
        head = " ".join(words[:length]).rstrip(":,")
        found = index.units_named(head, 1)
        if found and folded(found[0].call_sign) == folded(head):
            signs.append(found[0].call_sign)
            words[:length] = [found[0].call_sign]
            break
    return read_line(" ".join(words), signs)


def _begins(call_sign: str, word: str) -> bool:
    return call_sign[:2].casefold() == word[:2].casefold()


def kentongan(seat: Seat, got: Got) -> Sentence:
    """`kentongan sawojajar rw 5 maling` rings; the kelurahan must be spelt as it is, nothing rings
    by a guess."""
    found = _RW.search(got.text)
    number = rw_of(found.group(1)) if found else ""
    rest = _RW.sub(" ", got.text).split()
    for length in range(min(_LONGEST_NAME, len(rest)), 0, -1):
        name = " ".join(rest[:length])
        place = seat.city.gazetteer.locate(name, PlaceKind.KELURAHAN)
        if place is not None and _same(place.name, name):
            command = SoundKentongan(place.name, number, " ".join(rest[length:]))
            where = f"{place.name} RW {number}" if number else place.name
            text = translate("CommandLine", "Bunyikan kentongan P1: %1")
            run = partial(_make, command=command)
            recall = f"kentongan {place.name} "
            return Sentence(fill(text, where), Permission.TAKE_REPORTS, run, recall=recall)
    raise Wrong("command_unknown_place", word=" ".join(rest[:1]) or got.text)


def _same(name: str, typed: str) -> bool:
    return name.casefold().replace(" ", "") == typed.casefold().replace(" ", "")


def _make(seat: Seat, command: object) -> None:
    """Something new comes of it: say which, and select it."""

    def done(outcome: Outcome) -> None:
        alias = str(outcome.result.get("alias", ""))
        number = number_sign(int(outcome.result.get("number", 0)), alias)
        kind = "call_kept_locally" if outcome.local else outcome.kind
        seat.notices.done(kind, number=number)
        if incident_id := outcome.result.get("incident_id"):
            seat.selection.select_incident(str(incident_id))

    seat.submit(command, done, seat.notices.failed)


def call_form(seat: Seat, got: Got) -> Sentence:
    """`110` alone, or with words that do not make a whole call yet: the form takes them over."""
    category = got.category.code if got.category else ""
    begun = Begun(category, got.place, " ".join(part for part in (got.text, *got.rest) if part))
    said = [category_label(got.category)] if got.category else []
    said += [got.place.name] if got.place else []
    said += [begun.text] if begun.text else []
    text = translate("CommandLine", "Isi laporan telepon 110")
    if said:
        filled = translate("CommandLine", "Isi laporan telepon 110: %1")
        text = fill(filled, " · ".join(said))
    run = partial(_ask, what="incident.call", subject=begun if said else None)
    return Sentence(text, Permission.TAKE_REPORTS, run, recall="110")


def call(seat: Seat, got: Got) -> Sentence:
    """`110 pencurian @suhat motor hilang` keeps the call at once."""
    category, place = got.category, got.place
    assert category is not None, "the grammar reads a category first"
    draft = Draft(
        category=category.code,
        address=place.name if place else "",
        place=place,
        text=got.text,
        given=got.priority,
    )
    if draft.missing() is not None:
        return call_form(seat, got)
    parts = (category_label(category), draft.address, draft.shown.value, got.text)
    text = translate("CommandLine", "Simpan laporan 110: %1")
    told = fill(text, " · ".join(part for part in parts if part))
    run = partial(_make, command=draft.command(seat.city))
    recall = f"110 {category.code} "
    return Sentence(told, Permission.TAKE_REPORTS, run, recall=recall)


def show(seat: Seat, got: Got) -> Sentence:
    """`lihat 0147`, `lihat samapta12`, `lihat cctv suhat`, `lihat peta suhat`."""
    selection, text = seat.selection, translate("CommandLine", "Tampilkan %1")
    act: Callable[[Seat], None]
    if got.incident is not None:
        name, id = placed(got.incident), got.incident.id
        act = partial(_selected, select=selection.select_incident, id=id)
    elif got.units:
        name, id = got.units[0].call_sign, got.units[0].id
        act = partial(_selected, select=selection.select_unit, id=id)
    elif got.camera is not None:
        camera = got.camera
        name = f"{camera.label} {camera.title}".strip()
        act = partial(_selected, select=selection.select_camera, id=camera.id)
    elif got.place is not None:
        place = got.place
        name = place.name
        act = partial(_ask, what="map.place", subject=place.code)
    else:
        raise Wrong("command_say_what")
    return Sentence(fill(text, name), Permission.WATCH, act)


def _selected(_: Seat, select: Callable[[str], None], id: str) -> None:
    select(id)


def _ask(seat: Seat, what: str, subject: object) -> None:
    seat.asking.ask(what, subject)


def wall(seat: Seat, got: Got) -> Sentence:
    text = fill(translate("CommandLine", "Tampilkan dinding %1"), got.text)
    run = partial(_ask, what="wall.view", subject=got.text)
    return Sentence(text, Permission.WATCH, run)
