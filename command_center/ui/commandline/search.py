"""Finds incidents, units, cameras, places and actions for what is typed so far."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from heapq import nlargest

from PySide6.QtCore import QCoreApplication

from command_center.domain.incident import Incident
from command_center.ui.actions.action import Action
from command_center.ui.actions.buttons import key_text
from command_center.ui.actions.table import ACTIONS
from command_center.ui.commandline.grammar import understand
from command_center.ui.commandline.matching import folded
from command_center.ui.format import number_sign
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
LONGEST = 200
PER_KIND = 4
PLACES = 4


class Kind(StrEnum):
    COMMAND = "command"
    INCIDENT = "incident"
    UNIT = "unit"
    CAMERA = "camera"
    PLACE = "place"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Found:
    """One line of the list; `run` is what Enter does. Titles are text from outside: plain."""

    kind: Kind
    title: str
    detail: str
    run: Callable[[Seat], None]


def kind_text(kind: Kind) -> str:
    return {
        Kind.COMMAND: translate("CommandLine", "Perintah"),
        Kind.INCIDENT: translate("CommandLine", "Kejadian"),
        Kind.UNIT: translate("CommandLine", "Unit"),
        Kind.CAMERA: translate("CommandLine", "Kamera"),
        Kind.PLACE: translate("CommandLine", "Tempat"),
        Kind.ACTION: translate("CommandLine", "Tombol"),
    }[kind]


def search(seat: Seat, text: str) -> list[Found]:
    """Best first: a complete command, then rows, then places and actions. Empty for no text."""
    wanted = folded(text[:LONGEST])
    if not wanted:
        return []
    found = list(_commands(seat, text))
    found += _incidents(seat, text[:LONGEST].lower())
    for part in (_units, _cameras):
        found += list(part(seat, wanted))[:PER_KIND]
    found += list(_actions(seat, wanted))[:PER_KIND]
    return found + list(_places(seat, text[:LONGEST]))


def _commands(seat: Seat, text: str) -> Iterator[Found]:
    said = understand(seat, text)
    if said is not None and seat.may(said.permission):
        yield Found(Kind.COMMAND, said.text, "", said.run)


def _incidents(seat: Seat, text: str) -> list[Found]:
    """By number, or by words anywhere in title and address; open ones and newer ones first."""
    number = text.lstrip("#0")
    words = text.split()
    hits = [
        row
        for row in seat.situation.all("incident")
        if _matches(number, str(row.number)) or _says(row, words) or _is_called(row, text)
    ]
    best = nlargest(PER_KIND, hits, key=lambda row: (row.is_open, row.opened_at))
    return [
        Found(
            Kind.INCIDENT,
            f"{number_sign(row.number, row.alias)} {row.title}",
            row.address,
            _select("incident", row.id),
        )
        for row in best
    ]


def _is_called(row: Incident, text: str) -> bool:
    return bool(row.alias) and folded(row.alias or "").startswith(folded(text))


def _says(row: Incident, words: list[str]) -> bool:
    text = f"{row.title} {row.address}".lower()
    return all(word in text for word in words)


def _units(seat: Seat, wanted: str) -> Iterator[Found]:
    for row in sorted(seat.situation.all("unit"), key=lambda unit: unit.call_sign):
        if wanted in folded(row.call_sign):
            agency = seat.situation.agency(row.agency_id)
            detail = agency.short if agency else ""
            yield Found(Kind.UNIT, row.call_sign, detail, _select("unit", row.id))


def _cameras(seat: Seat, wanted: str) -> Iterator[Found]:
    for row in sorted(seat.situation.all("camera"), key=lambda camera: camera.label):
        if wanted in folded(f"{row.label} {row.alias} {row.name}"):
            yield Found(Kind.CAMERA, row.label, row.title, _select("camera", row.id))


def _places(seat: Seat, text: str) -> Iterator[Found]:
    for hit in seat.city.gazetteer.search(text, PLACES):
        area = seat.city.gazetteer.by_code(hit.place.parent or "")
        detail = area.name if area else ""
        yield Found(Kind.PLACE, hit.place.name, detail, _ask("map.place", hit.place.code))


def _actions(seat: Seat, wanted: str) -> Iterator[Found]:
    for action in ACTIONS.values():
        if wanted in folded(action.label):
            yield Found(Kind.ACTION, action.label, key_text(action.key), _perform(action))


def _matches(wanted: str, number: str) -> bool:
    return number == wanted or (len(wanted) >= 2 and number.startswith(wanted))


def _perform(action: Action) -> Callable[[Seat], None]:
    return action.perform


def _ask(what: str, id: str) -> Callable[[Seat], None]:
    return lambda seat: seat.asking.ask(what, id)


def _select(entity: str, id: str) -> Callable[[Seat], None]:
    def run(seat: Seat) -> None:
        selection = seat.selection
        select = {
            "incident": selection.select_incident,
            "unit": selection.select_unit,
            "camera": selection.select_camera,
        }[entity]
        select(id)

    return run
