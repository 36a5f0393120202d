"""What the typed verbs about streets become."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication

from command_center.commands.roads import CloseRoad, OpenRoad
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.place import LocatedBy, Place
from command_center.domain.unit import RoadClosure
from command_center.ui.actions.action import submit
from command_center.ui.actions.roads import CLOSE_ROAD
from command_center.ui.commandline.matching import folded
from command_center.ui.commandline.reading import Got, Wrong
from command_center.ui.commandline.sentence import Sentence
from command_center.ui.commandline.vocabulary import Field
from command_center.ui.detail.words import fill
from command_center.ui.due_time import due_text, read_due
from command_center.ui.roads.lines import Begun, Line, standing_closures
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
_DEGREES = re.compile(r"-?\d{1,3}\.\d{3,}")
_UNTIL = re.compile(r"\s*\b(?:sampai|hingga|s\.d\.|until)\s+(?P<due>.+)$", re.IGNORECASE)


def close(seat: Seat, got: Got) -> Sentence:
    """`tutupjalan @suhat @veteran banjir sampai 16:00`, or with `-7.945 112.615 -7.949 112.617`
    for the points. What is lacking is drawn and written at the map."""
    places: list[Place] = got.values.get(Field.PLACE, [])
    typed, words = _points(got.text.split())
    line = (*(_point(seat, place) for place in places), *typed)
    reason, due = _until(" ".join(words))
    name = " – ".join(place.name for place in places)
    begun = Begun(line, name, reason, due)
    if len(set(line)) < 2 or not reason or not name:
        text = translate("CommandLine", "Tutup jalan di peta")
        if name or reason:
            told = " · ".join(part for part in (name, reason) if part)
            text = fill(translate("CommandLine", "Tutup jalan di peta: %1"), told)
        run = partial(_draw, begun=begun)
        return Sentence(text, Permission.DISPATCH, run, recall="tutupjalan ")
    now, zone = seat.live.now(), seat.zone
    try:
        until = read_due(due, now, zone) if due else None
    except OperatorError as error:
        raise Wrong(error.code, **error.params) from error
    notes = [fill(translate("CommandLine", "%1 titik"), str(len(line)))]
    if until is not None:
        notes.append(fill(translate("CommandLine", "sampai %1"), due_text(until, now, zone)))
    command = CloseRoad(name, line, reason, until)
    return Sentence(
        fill(translate("CommandLine", "Tutup %1: %2"), name, reason),
        Permission.DISPATCH,
        lambda seat: submit(seat, command, name=name),
        notes=tuple(notes),
        warn=True,
        recall="tutupjalan ",
    )


def _draw(seat: Seat, begun: Begun) -> None:
    seat.asking.ask(CLOSE_ROAD, begun)


def _points(words: Sequence[str]) -> tuple[Line, list[str]]:
    """Pairs of degrees that the words begin with, latitude first, and the rest."""
    left, points = list(words), []
    while len(left) > 1 and _DEGREES.fullmatch(left[0]) and _DEGREES.fullmatch(left[1]):
        lat, lon = float(left[0]), float(left[1])
        if abs(lat) > 90 or abs(lon) > 180:
            raise Wrong("road_line_nowhere")
        points.append((lat, lon))
        left = left[2:]
    return tuple(points), left


def _point(seat: Seat, place: Place) -> tuple[float, float]:
    located = seat.city.gazetteer.point_of(place)
    if located is None or located.how is LocatedBy.KELURAHAN:
        raise Wrong("road_place_is_area", text=place.name)
    return located.lat, located.lon


def _until(text: str) -> tuple[str, str]:
    """The reason, and the time behind "sampai"."""
    found = _UNTIL.search(text)
    return (text[: found.start()].strip(), found["due"].strip()) if found else (text.strip(), "")


def reopen(seat: Seat, got: Got) -> Sentence:
    """`bukajalan veteran`."""
    row = _closure(seat, got.text)
    return Sentence(
        fill(translate("CommandLine", "Buka kembali %1: %2"), row.name, row.reason),
        Permission.DISPATCH,
        lambda seat: submit(seat, OpenRoad(row.id), name=row.name),
        recall="bukajalan ",
    )


def _closure(seat: Seat, said: str) -> RoadClosure:
    wanted = folded(said)
    rows = standing_closures(seat.situation)
    whole = [row for row in rows if folded(row.name) == wanted]
    found = whole or [row for row in rows if wanted in folded(row.name)]
    if not found:
        raise Wrong("closure_unknown", word=said)
    if len(found) > 1:
        names = [row.name for row in found[:4]]
        raise Wrong("closure_ambiguous", names, word=said, names=", ".join(names))
    return found[0]
