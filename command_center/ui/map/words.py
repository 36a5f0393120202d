"""Names on the map: which of a crowd are written, and where each finds room."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QPixmap

from command_center.domain.incident import Priority
from command_center.ui.map.crowd import IncidentMark
from command_center.ui.map.items import Chosen, Item, Kind, Making, on_screen
from command_center.ui.map.labels import CELL_PX, Box, Occupied, Wish, place
from command_center.ui.map.marks import CameraMark, Mark, Marks, UnitMark
from command_center.ui.map.sprites import Sprites

PRIORITIES = list(Priority)
FARTHEST_NAME_PX = 400.0
NUMBER_PX = 46.0
"""About the width of "#0147"."""
# More names than this nobody reads: in a crowd only the first by rank are written.
MOST_NAMES = 100
Ranked = tuple[int, str, QPixmap]
ItemOf = Callable[[Mark], Item]


@dataclass(frozen=True, slots=True)
class Written:
    """A name, and where it stands in whole pixels of the screen from the Ground's centre."""

    box: QRect
    picture: QPixmap


@dataclass(frozen=True, slots=True)
class Writing:
    """The ground's own names: `taken` are written already, `headings` would stand in their box."""

    taken: Sequence[Box] = ()
    headings: Sequence[tuple[str, Box]] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that is written for one layout."""

    names: Sequence[Written]
    headings: Sequence[Written]


@dataclass(frozen=True, slots=True)
class Named:
    """Whose names are written where there is room."""

    incidents: Sequence[IncidentMark]
    units: Sequence[UnitMark]
    camera: CameraMark | None


def first_of(marks: Marks, chosen: Chosen) -> list[IncidentMark]:
    """The chosen one and the first by priority, whose order the marks stand in."""
    first = list(itertools.islice(marks.incidents.values(), MOST_NAMES))
    own = marks.incidents.get(chosen.incident_id or "")
    return [own, *(mark for mark in first if mark is not own)] if own is not None else first


def named_of(marks: Marks, inside: list[UnitMark], chosen: Chosen) -> list[UnitMark]:
    """The chosen unit, busy ones, then the others: of a crowd the first, as of incidents."""
    if len(inside) <= MOST_NAMES:
        return inside
    busy = [mark for mark in inside if mark.busy][:MOST_NAMES]
    at_rest = (mark for mark in inside if not mark.busy)
    found = [*busy, *itertools.islice(at_rest, MOST_NAMES - len(busy))]
    own = marks.units.get(chosen.unit_id or "")
    return found if own is None or own in found else [own, *found]


class _Room(NamedTuple):
    """What nothing may cover, and what a name would rather not."""

    occupied: Occupied
    polite: Occupied


def write(named: Named, ground: Writing, item_of: ItemOf, making: Making) -> Words:
    at_rest = itertools.islice((m for m in named.units if not m.busy), MOST_NAMES)
    standing = [_with_name(item_of(mark), NUMBER_PX * making.px) for mark in named.incidents]
    standing += [_body(item_of(mark)) for mark in at_rest]
    heads = _headings(ground, standing, making.sprites)
    taken = [*ground.taken, *(box for box, _ in heads)]
    names = _names(named, taken, item_of, making)
    return Words(names, [written for _, written in heads])


def _headings(
    ground: Writing, standing: Sequence[Box], sprites: Sprites
) -> list[tuple[Box, Written]]:
    """Each in the nearest place where nothing stands, or in its own. Units on an order drive, and
    a name that gave way to them would dance."""
    boxes = [*standing, *ground.taken, *(box for _, box in ground.headings)]
    left = min((box.left for box in boxes), default=0.0) - FARTHEST_NAME_PX
    occupied = Occupied(left, [*standing, *ground.taken])
    out = []
    for text, box in ground.headings:
        at = next(filter(occupied.is_free, _beside(box)), box)
        occupied.take(at)
        out.append((at, _written(at, sprites.name(text, "text3", False, True))))
    return out


def _written(box: Box, picture: QPixmap) -> Written:
    return Written(on_screen(box.left, box.top, picture), picture)


def _beside(box: Box) -> Iterator[Box]:
    """The place itself, then a little up, down and aside, nearer ones first."""
    for aside in (0.0, -0.4, 0.4, -0.8, 0.8):
        for line in (0, -1, 1, -2, 2):
            shift = Box(box.left + aside * box.width, box.top + line * box.height, *box[2:])
            yield shift


def _names(named: Named, taken: Iterable[Box], item_of: ItemOf, making: Making) -> list[Written]:
    """Incidents by priority, then busy units, then the others; what is chosen comes first.

    Names of the ground give way to incidents, but not to units.
    """
    incidents = [_body(item_of(mark)) for mark in named.incidents]
    everything = [*incidents, *(_body(item_of(mark)) for mark in named.units)]
    farthest = everything
    if named.camera is not None:
        farthest = [*everything, _body(item_of(named.camera))]
    left = min((box.left for box in farthest), default=0.0) - FARTHEST_NAME_PX
    room = _Room(Occupied(left, incidents), Occupied(left, everything))
    for box in taken:
        room.polite.take(box)
    marks: dict[str, Mark] = {mark.id: mark for mark in named.incidents}
    marks |= {mark.id: mark for mark in named.units}
    if named.camera is not None:
        marks[named.camera.id] = named.camera

    def put(ranked: list[Ranked], room: _Room) -> list[Written]:
        ranked.sort(key=lambda entry: entry[:2])
        pictures = {id: picture for _, id, picture in ranked}
        wishes = (_wish(item_of(marks[id]), picture) for _, id, picture in ranked)
        return [_written(box, pictures[id]) for id, box in place(wishes, *room).items()]

    sprites, chosen = making.sprites, making.chosen
    placed = put(_incident_names(named.incidents, sprites, chosen), room)
    polite = _Room(room.polite, room.polite)
    return [*placed, *put(_unit_names(named, sprites, chosen), polite)]


def _with_name(item: Item, name_px: float) -> Box:
    """A mark with the name that most likely stands at its right."""
    body = _body(item)
    return body._replace(width=body.width + name_px)


def _body(item: Item) -> Box:
    """A mark's own room, smaller by a cell: rounded outwards it must not reach its own name."""
    half = item.reach - CELL_PX
    return Box(item.x - half, item.y - half, 2 * half, 2 * half)


def _incident_names(
    marks: Iterable[IncidentMark], sprites: Sprites, chosen: Chosen
) -> list[Ranked]:
    ranked = []
    for mark in marks:
        own = chosen.has(Kind.INCIDENT, mark.id)
        rank = 0 if own else 1 + PRIORITIES.index(mark.priority)
        ranked.append((rank, mark.id, sprites.name(mark.label, "text", True)))
    return ranked


def _unit_names(named: Named, sprites: Sprites, chosen: Chosen) -> list[Ranked]:
    ranked = []
    for mark in named.units:
        own = chosen.has(Kind.UNIT, mark.id)
        rank = 0 if own else 1 if mark.busy else 2
        picture = sprites.name(mark.label, "text" if own else "text2", False)
        ranked.append((rank, mark.id, picture))
    if named.camera is not None:
        picture = sprites.name(named.camera.label, "accent", False)
        ranked.append((0, named.camera.id, picture))
    return ranked


def _wish(item: Item, picture: QPixmap) -> Wish:
    size = picture.deviceIndependentSize()
    return Wish(item.id, item.x, item.y, item.reach, size.width(), size.height())
