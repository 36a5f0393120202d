"""Where marks and their names are at one scale: the same while the map is only panned."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Generic, TypeVar

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QPixmap, QPolygonF

from command_center.domain.incident import Priority
from command_center.ui.map.crowd import IncidentMark
from command_center.ui.map.labels import CELL_PX, Box, Occupied, Wish, place
from command_center.ui.map.marks import CameraMark, Marks, UnitMark
from command_center.ui.map.sprites import Sprites

CAMERAS_FROM = 0.07
"""Pixels per metre from which cameras are more than dots."""
SLOT_PX = 17
CAMERA_REACH, DOT_REACH = 5.0, 2.0
PRIORITIES = list(Priority)
FARTHEST_NAME_PX = 400.0
NUMBER_PX = 46.0
"""About the width of "#0147"."""
# More names than this nobody reads: in a crowd only the first by rank are written.
MOST_NAMES = 100
DENSE = 600
"""Units in and around the view, above which those at rest are dots."""
Mark = TypeVar("Mark")
FRESH_S = 30.0
FAINTEST = 0.45


class Kind(IntEnum):
    """In the order in which a click prefers them."""

    INCIDENT = 0
    UNIT = 1
    CAMERA = 2


@dataclass(frozen=True, slots=True)
class Chosen:
    """What this seat looks at."""

    incident_id: str | None = None
    unit_id: str | None = None
    camera_id: str | None = None

    def has(self, kind: Kind, id: str) -> bool:
        return id == (self.incident_id, self.unit_id, self.camera_id)[kind]


@dataclass(frozen=True, slots=True)
class Item:
    """`x`, `y` in pixels from the Ground's centre; `reach` how far the mark extends. Without
    `sprite` it is one of the `dots`; `at` is when a unit was there."""

    kind: Kind
    id: str
    x: float
    y: float
    reach: float
    sprite: QPixmap | None
    corner: QPointF
    at: datetime | None = None
    accuracy_px: float = 0.0


@dataclass(frozen=True, slots=True)
class Written:
    """A name with its upper left corner, in pixels from the Ground's centre."""

    corner: QPointF
    picture: QPixmap


@dataclass(frozen=True, slots=True)
class Layout:
    """`items` from the back to the front, `units` among them; `dots` are cameras seen from afar;
    `headings` are names of the ground that lie under the marks."""

    items: Sequence[Item]
    units: Sequence[Item]
    dots: QPolygonF
    names: Sequence[Written]
    headings: Sequence[Written]
    by_id: dict[str, Item]

    def near(self, x: float, y: float, reach: float) -> list[Item]:
        """What a click at (x, y), pixels from the Ground's centre, may mean, likeliest first."""
        found = []
        for item in self.items:
            away = math.hypot(item.x - x, item.y - y)
            if away <= max(reach, item.reach):
                found.append((round(away / 4), item.kind, away, item))
        found.sort(key=lambda hit: hit[:3])
        return [hit[3] for hit in found]


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


class _Items(Generic[Mark]):
    """Each for as long as its mark and what else it was made of stay."""

    def __init__(self) -> None:
        self._items: dict[str, tuple[Mark, Item]] = {}
        self._of: tuple[object, ...] = ()

    def of(
        self, marks: Mapping[str, Mark], of: tuple[object, ...], make: Callable[[Mark], Item]
    ) -> list[Item]:
        before = self._items if self._of == of else {}
        items: dict[str, tuple[Mark, Item]] = {}
        for id, mark in marks.items():
            kept = before.get(id)
            if kept is None or kept[0] is not mark:
                kept = mark, make(mark)
            items[id] = kept
        self._items, self._of = items, of
        return [item for _, item in items.values()]


class Kept:
    """The items, and the words, which stay while more of them come than are named."""

    def __init__(self) -> None:
        self.incidents: _Items[IncidentMark] = _Items()
        self.units: _Items[UnitMark] = _Items()
        self.cameras: _Items[CameraMark] = _Items()
        self._words = Words((), ())
        self._words_of: tuple[object, ...] = ()

    def words(self, of: tuple[object, ...], write: Callable[[], Words]) -> Words:
        """`of` is all that they depend on."""
        if of != self._words_of:
            self._words, self._words_of = write(), of
        return self._words


def lay_out(
    marks: Marks,
    ground: Writing,
    sprites: Sprites,
    scale: float,
    px: float,
    chosen: Chosen,
    kept: Kept,
    within: Box | None = None,
) -> Layout:
    """`px` is the person's scale of letters; units are named only `within` these pixels from the
    Ground's centre, None: wherever they are."""
    letters = (scale, px, sprites.generation)
    cameras = kept.cameras.of(
        marks.cameras,
        (*letters, chosen.camera_id),
        lambda mark: _camera(mark, sprites, scale, chosen),
    )
    inside = [mark for mark in marks.units.values() if _is_inside(mark, scale, within)]
    dense = len(inside) > DENSE
    units = kept.units.of(
        marks.units,
        (*letters, dense, chosen.unit_id),
        lambda mark: _unit(mark, sprites, scale, px, small=dense and mark.id != chosen.unit_id),
    )
    incidents = kept.incidents.of(
        marks.incidents, letters, lambda mark: _incident(mark, sprites, scale, px)
    )
    items = [*cameras, *units, *reversed(incidents)]
    by_id = {item.id: item for item in items}
    first = _first(marks, chosen)
    named = _named(marks, inside, chosen)
    seen = marks.cameras.get(chosen.camera_id or "")
    words = kept.words(
        (first, named, seen, ground, chosen, letters),
        lambda: _words(_Named(first, named, seen), ground, by_id, sprites, px, chosen),
    )
    dots = QPolygonF([QPointF(item.x, item.y) for item in cameras if item.sprite is None])
    return Layout(items, units, dots, words.names, words.headings, by_id)


@dataclass(frozen=True, slots=True)
class _Named:
    """Whose names are written where there is room."""

    incidents: Sequence[IncidentMark]
    units: Sequence[UnitMark]
    camera: CameraMark | None


def _is_inside(mark: UnitMark, scale: float, within: Box | None) -> bool:
    if within is None:
        return True
    x, y = mark.x_m * scale - within.left, mark.y_m * scale - within.top
    return 0 <= x <= within.width and 0 <= y <= within.height


def _named(marks: Marks, inside: list[UnitMark], chosen: Chosen) -> list[UnitMark]:
    """The chosen unit, busy ones, then the others: of a crowd the first, as of incidents."""
    if len(inside) <= MOST_NAMES:
        return inside
    busy = [mark for mark in inside if mark.busy][:MOST_NAMES]
    at_rest = (mark for mark in inside if not mark.busy)
    found = [*busy, *itertools.islice(at_rest, MOST_NAMES - len(busy))]
    own = marks.units.get(chosen.unit_id or "")
    return found if own is None or own in found else [own, *found]


def _words(
    named: _Named,
    ground: Writing,
    by_id: dict[str, Item],
    sprites: Sprites,
    px: float,
    chosen: Chosen,
) -> Words:
    at_rest = itertools.islice((m for m in named.units if not m.busy), MOST_NAMES)
    standing = [_with_name(by_id[mark.id], NUMBER_PX * px) for mark in named.incidents]
    standing += [_body(by_id[mark.id]) for mark in at_rest]
    heads = _headings(ground, standing, sprites)
    taken = [*ground.taken, *(box for box, _ in heads)]
    names = _names(named, taken, by_id, sprites, chosen)
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
        out.append(
            (at, Written(QPointF(at.left, at.top), sprites.name(text, "text3", False, True)))
        )
    return out


def _beside(box: Box) -> Iterator[Box]:
    """The place itself, then a little up, down and aside, nearer ones first."""
    for aside in (0.0, -0.4, 0.4, -0.8, 0.8):
        for line in (0, -1, 1, -2, 2):
            shift = Box(box.left + aside * box.width, box.top + line * box.height, *box[2:])
            yield shift


def _item(
    kind: Kind,
    id: str,
    at_px: tuple[float, float],
    reach: float,
    sprite: QPixmap | None,
    at: datetime | None = None,
    accuracy_px: float = 0.0,
) -> Item:
    x, y = at_px
    size = QSizeF() if sprite is None else sprite.deviceIndependentSize()
    corner = QPointF(x - size.width() / 2, y - size.height() / 2)
    return Item(kind, id, x, y, reach, sprite, corner, at, accuracy_px)


def _incident(mark: IncidentMark, sprites: Sprites, scale: float, px: float) -> Item:
    place_px = mark.x_m * scale + mark.slot * SLOT_PX * px, mark.y_m * scale
    sprite = sprites.incident(mark.priority, mark.verified)
    accuracy_px = mark.accuracy_m * scale
    return _item(Kind.INCIDENT, mark.id, place_px, 8 * px, sprite, accuracy_px=accuracy_px)


def _unit(mark: UnitMark, sprites: Sprites, scale: float, px: float, *, small: bool) -> Item:
    """One on an order is never `small`."""
    place_px = mark.x_m * scale, mark.y_m * scale
    if small and not mark.busy:
        return _item(Kind.UNIT, mark.id, place_px, 4 * px, sprites.dot(mark.shown), at=mark.at)
    sprite = sprites.unit(mark.shown, mark.course_deg)
    return _item(Kind.UNIT, mark.id, place_px, 7 * px, sprite, at=mark.at)


def _camera(mark: CameraMark, sprites: Sprites, scale: float, chosen: Chosen) -> Item:
    own = chosen.has(Kind.CAMERA, mark.id)
    near = own or scale >= CAMERAS_FROM
    sprite = sprites.camera(mark.down, own) if near else None
    reach = CAMERA_REACH if near else DOT_REACH
    return _item(Kind.CAMERA, mark.id, (mark.x_m * scale, mark.y_m * scale), reach, sprite)


def _names(
    named: _Named,
    taken: Iterable[Box],
    by_id: dict[str, Item],
    sprites: Sprites,
    chosen: Chosen,
) -> list[Written]:
    """Incidents by priority, then busy units, then the others; what is chosen comes first.

    Names of the ground give way to incidents, but not to units.
    """
    incidents = [_body(by_id[mark.id]) for mark in named.incidents]
    everything = [*incidents, *(_body(by_id[mark.id]) for mark in named.units)]
    camera = by_id.get(chosen.camera_id or "")
    farthest = [*everything, _body(camera)] if camera is not None else everything
    left = min((box.left for box in farthest), default=0.0) - FARTHEST_NAME_PX
    occupied, polite = Occupied(left, incidents), Occupied(left, everything)
    for box in taken:
        polite.take(box)
    wishes = _incident_names(named.incidents, sprites, chosen)
    placed = _place(wishes, by_id, sprites, (occupied, polite))
    wishes = _unit_names(named, sprites, chosen)
    return [*placed, *_place(wishes, by_id, sprites, (polite, polite))]


def _first(marks: Marks, chosen: Chosen) -> list[IncidentMark]:
    """The chosen one and the first by priority, whose order the marks stand in."""
    first = list(itertools.islice(marks.incidents.values(), MOST_NAMES))
    own = marks.incidents.get(chosen.incident_id or "")
    return [own, *(mark for mark in first if mark is not own)] if own is not None else first


def _with_name(item: Item, name_px: float) -> Box:
    """A mark with the name that most likely stands at its right."""
    body = _body(item)
    return body._replace(width=body.width + name_px)


def _body(item: Item) -> Box:
    """A mark's own room, smaller by a cell: rounded outwards it must not reach its own name."""
    half = item.reach - CELL_PX
    return Box(item.x - half, item.y - half, 2 * half, 2 * half)


Ranked = tuple[int, str, QPixmap]


def _incident_names(
    marks: Iterable[IncidentMark], sprites: Sprites, chosen: Chosen
) -> list[Ranked]:
    ranked = []
    for mark in marks:
        own = chosen.has(Kind.INCIDENT, mark.id)
        rank = 0 if own else 1 + PRIORITIES.index(mark.priority)
        ranked.append((rank, mark.id, sprites.name(mark.label, "text", True)))
    return ranked


def _unit_names(named: _Named, sprites: Sprites, chosen: Chosen) -> list[Ranked]:
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


def _place(
    ranked: list[Ranked],
    by_id: dict[str, Item],
    sprites: Sprites,
    occupied: tuple[Occupied, Occupied],
) -> list[Written]:
    ranked.sort(key=lambda entry: entry[:2])
    pictures = {id: picture for _, id, picture in ranked}
    wishes = (_wish(by_id[id], picture, sprites.ratio) for _, id, picture in ranked)
    return [
        Written(QPointF(box.left, box.top), pictures[id])
        for id, box in place(wishes, *occupied).items()
    ]


def _wish(item: Item, picture: QPixmap, ratio: float) -> Wish:
    wide, high = picture.width() / ratio, picture.height() / ratio
    return Wish(item.id, item.x, item.y, item.reach, wide, high)


def opacity(age_s: float, stale_s: float) -> float:
    """Full while fresh, fainter with age, faintest from `stale_s` on."""
    if age_s <= FRESH_S:
        return 1.0
    share = min(1.0, (age_s - FRESH_S) / max(1.0, stale_s - FRESH_S))
    return 1.0 - share * (1.0 - FAINTEST)
