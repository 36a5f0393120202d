"""Finds incidents, units, cameras, places and actions for what is typed so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from command_center.ui.actions.action import Action, Group, Reason
from command_center.ui.actions.buttons import key_text
from command_center.ui.actions.instructions import INSTRUCTIONS
from command_center.ui.actions.places import PLACES as PLACES_PANEL
from command_center.ui.actions.table import ACTIONS
from command_center.ui.commandline.acts_said import coded
from command_center.ui.commandline.filling import Fill, fills, verb_fills
from command_center.ui.commandline.grammar import LONGEST, Reading, read, words_of
from command_center.ui.commandline.guessing import nearest
from command_center.ui.commandline.index import Index
from command_center.ui.commandline.matching import folded
from command_center.ui.commandline.reading import Wrong
from command_center.ui.commandline.sentence import Sentence, placed, titled
from command_center.ui.detail.words import fill
from command_center.ui.instructions.finding import told_like
from command_center.ui.places.finding import sites_like, stations_like
from command_center.ui.places.words import kind_text as kind_of
from command_center.ui.places.words import station_text
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate
PER_KIND = 4
PLACES = 4


class Kind(StrEnum):
    COMMAND = "command"
    WORD = "word"
    INCIDENT = "incident"
    UNIT = "unit"
    CAMERA = "camera"
    PLACE = "place"
    ACTION = "action"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the list; `run` is what Enter does and `preview` says so before. Titles are text
    from outside: plain. `line`: Enter only completes the line to this. `reason`: it cannot be done
    now, as a code of ui.sentences; `warn`: it takes something away; `recall`: how Up brings it
    back, "" not at all."""

    kind: Kind
    title: str
    detail: str
    run: Callable[[Seat], None]
    preview: str = ""
    line: str = ""
    reason: Reason = None
    warn: bool = False
    recall: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """`rows` best first; `wrong` says which word is no command's, and why."""

    rows: list[Found] = field(default_factory=list)
    wrong: Wrong | None = None

    @property
    def said(self) -> str:
        """The refusal as a sentence, "" for none."""
        return sentence(self.wrong.code, self.wrong.params) if self.wrong else ""


def kind_text(kind: Kind) -> str:
    return {
        Kind.COMMAND: translate("CommandLine", "Perintah"),
        Kind.WORD: translate("CommandLine", "Tab"),
        Kind.INCIDENT: translate("CommandLine", "Kejadian"),
        Kind.UNIT: translate("CommandLine", "Unit"),
        Kind.CAMERA: translate("CommandLine", "Kamera"),
        Kind.PLACE: translate("CommandLine", "Tempat"),
        Kind.ACTION: translate("CommandLine", "Tombol"),
        Kind.TOLD: translate("CommandLine", "Perintah dan tugas"),
    }[kind]


def search(seat: Seat, text: str, index: Index | None = None) -> list[Found]:
    """Best first: a complete command, then words that complete one, rows, actions and places.
    Empty for no text."""
    return answer(seat, text, index).rows


def answer(seat: Seat, text: str, index: Index | None = None) -> Answer:
    """Everything the line has to say to what is typed so far."""
    text = text[:LONGEST]
    wanted = folded(text)
    if not wanted:
        return Answer()
    index = index or Index(seat.situation)
    actions = list(_actions(seat, wanted))
    reading = read(seat, text, index)
    if reading is not None:
        return Answer(_verbal(seat, reading, actions, text), reading.wrong)
    said = coded(seat, index, text)
    rows = [_command(seat, said)] if said is not None else []
    rows += _found(seat, index, text.strip())
    words = words_of(text)
    beginnings = verb_fills(words[0]) if len(words) == 1 and not text.endswith(" ") else []
    completions = [_completion(one) for one in beginnings]
    exact = [row for row in actions if folded(row.title) == wanted]
    rest = [row for row in actions if row not in exact]
    named = [row for row in rows if folded(row.title).startswith(wanted)]
    only = [row for row in rows if row not in named]
    places = [*_watched(seat, text), *_places(seat, text), *_told(seat, text)]
    found = [*exact, *named, *completions, *only, *rest, *places]
    return Answer(found or [_completion(one) for one in nearest(words)])


def _verbal(seat: Seat, reading: Reading, actions: list[Found], text: str) -> list[Found]:
    """A line that begins with a verb."""
    rows = [_command(seat, reading.sentence)] if reading.sentence is not None else []
    if rows and reading.got.rest:
        # a word that may still become a name is completed first, else what it is takes it as it is
        open_word = not text.endswith(" ")
        return [*(_completion(one) for one in fills(seat, reading, open_word)), *rows, *actions]
    if not rows:
        rows += [row for row in actions if row.reason is None and _is_whole(row, text)]
    if not rows or text.endswith(" "):
        open_word = not text.endswith(" ")
        rows += [_completion(one) for one in fills(seat, reading, open_word)]
    return rows + [row for row in actions if row not in rows]


def _is_whole(row: Found, text: str) -> bool:
    return folded(row.title) == folded(text)


def _command(seat: Seat, said: Sentence) -> Found:
    return Found(
        Kind.COMMAND,
        said.text,
        " · ".join(said.notes),
        said.run,
        preview=said.preview,
        reason=said.held_back(seat),
        warn=said.warn,
        recall=said.recall,
    )


def _completion(one: Fill) -> Found:
    return Found(Kind.WORD, one.title, one.detail, _nothing, line=one.line)


def _nothing(_: Seat) -> None:
    """A completion changes the line only."""


def _found(seat: Seat, index: Index, text: str) -> list[Found]:
    """Rows of the room. What is one unit's call sign, whole or short, comes before incidents that
    only mention it."""
    incidents, units = list(_incidents(seat, index, text)), list(_units(seat, index, text))
    named = not text.isdigit() and index.unit(text) is not None
    rows = [*units, *incidents] if named else [*incidents, *units]
    return [*rows, *_cameras(seat, index, text)]


def _incidents(seat: Seat, index: Index, text: str) -> Iterator[Found]:
    for row in index.incidents_like(text, PER_KIND):
        run = _selecting(seat.selection.select_incident, row.id)
        preview = fill(_choose(), placed(row))
        yield Found(Kind.INCIDENT, titled(row), row.address, run, preview, id=row.id)


def _units(seat: Seat, index: Index, text: str) -> Iterator[Found]:
    for unit in index.units_like(text, PER_KIND):
        agency = seat.situation.agency(unit.agency_id)
        detail = agency.short if agency else ""
        run = _selecting(seat.selection.select_unit, unit.id)
        preview = fill(_choose(), unit.call_sign)
        yield Found(Kind.UNIT, unit.call_sign, detail, run, preview, id=unit.id)


def _cameras(seat: Seat, index: Index, text: str) -> Iterator[Found]:
    for camera in index.cameras_like(text, PER_KIND):
        run = _selecting(seat.selection.select_camera, camera.id)
        preview = fill(_choose(), camera.label)
        yield Found(Kind.CAMERA, camera.label, camera.title, run, preview, id=camera.id)


def _choose() -> str:
    return translate("CommandLine", "Pilih %1")


def _selecting(select: Callable[[str | None], None], id: str) -> Callable[[Seat], None]:
    return lambda seat: select(id)


def _watched(seat: Seat, text: str) -> Iterator[Found]:
    """What is on the list of places: it opens there."""
    shown = translate("CommandLine", "Buka %1 di daftar tempat")
    rows = [(site.id, site.name, kind_of(site.kind)) for site in sites_like(seat, text, PER_KIND)]
    for station in stations_like(seat, text, PER_KIND):
        election = seat.situation.get("election", station.election_id)
        detail = election.name if election is not None else ""
        rows.append((station.id, station_text(seat.city, station), detail))
    for id, name, detail in rows:
        run = _asking(PLACES_PANEL, id)
        yield Found(Kind.PLACE, name, detail, run, fill(shown, name), id=id)


def _told(seat: Seat, text: str) -> Iterator[Found]:
    """Instructions, tasks and notes of a shift: they open in their panel."""
    shown = translate("CommandLine", "Buka %1")
    for id, words, what in told_like(seat, text, PER_KIND):
        title = " ".join(words.split())
        yield Found(Kind.TOLD, title, what, _asking(INSTRUCTIONS, id), fill(shown, title), id=id)


def _places(seat: Seat, text: str) -> Iterator[Found]:
    shown = translate("CommandLine", "Tampilkan %1")
    for hit in seat.city.gazetteer.search(text, PLACES):
        area = seat.city.gazetteer.by_code(hit.place.parent or "")
        detail = area.name if area else ""
        run = _asking("map.place", hit.place.code)
        name = hit.place.name
        yield Found(Kind.PLACE, name, detail, run, fill(shown, name), id=hit.place.code)


def _asking(what: str, id: str) -> Callable[[Seat], None]:
    return lambda seat: seat.asking.ask(what, id)


def _actions(seat: Seat, wanted: str) -> Iterator[Found]:
    """By label, whole ones first, then those that begin so, then any part."""
    ranked = []
    for place, action in enumerate(ACTIONS.values()):
        label = folded(action.label)
        if wanted in label:
            ranked.append((label != wanted, not label.startswith(wanted), place, action))
    for *_, action in sorted(ranked, key=lambda row: row[:3])[:PER_KIND]:
        key = key_text(action.key) if action.key else ""
        preview = _pressing(seat, action)
        yield Found(Kind.ACTION, action.label, key, action.perform, preview,
                    reason=action.reason(seat), id=action.id)  # fmt: skip


def _pressing(seat: Seat, action: Action) -> str:
    """What it will be done to: what is selected now."""
    selection, situation = seat.selection, seat.situation
    name = ""
    if action.group is Group.INCIDENT and selection.incident_id:
        incident = situation.incident(selection.incident_id)
        name = placed(incident) if incident else ""
    elif action.group is Group.UNIT and selection.unit_id:
        unit = situation.unit(selection.unit_id)
        name = unit.call_sign if unit else ""
    elif action.group is Group.WALL and selection.camera_id:
        camera = situation.camera(selection.camera_id)
        name = camera.label if camera else ""
    label = action.label
    return fill(translate("CommandLine", "%1: %2"), label, name) if name else label
