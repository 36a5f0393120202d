"""Where marks and their names are at one scale: the same while the map is only panned."""

from __future__ import annotations

import itertools
import math
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

from PySide6.QtCore import QRect

from command_center.ui.map.field import Field
from command_center.ui.map.items import FARTHEST_PX, Chosen, Item, Kind, Making
from command_center.ui.map.labels import Box
from command_center.ui.map.marks import Mark, Marks, UnitMark
from command_center.ui.map.sprites import Sprites
from command_center.ui.map.viewport import Box as Metres
from command_center.ui.map.words import (
    Named,
    Words,
    Writing,
    Written,
    first_of,
    named_of,
    write,
)

A_FEW = 100
"""Items made between two looks at the clock."""
DENSE = 600
"""Units in and around the view, above which those at rest are dots."""


class Kept:
    """What is known of one layout when the next is made: marks by place, their items, the words,
    which stay while more of them come than are named. For who paints: the ids of marks that have
    `changed`, and the boxes their pictures have `left`."""

    def __init__(self) -> None:
        self.field = Field()
        self.changed: set[str] = set()
        self.left: list[QRect] = []
        self._items: dict[str, Item] = {}
        self._making: Making | None = None
        self._words = Words((), ())
        self._words_of: tuple[object, ...] = ()

    def take(self, marks: Marks) -> None:
        for mark in self.field.take(marks):
            self._drop(mark.id)

    def use(self, making: Making) -> None:
        """From now on items are made by this; those that it would make alike stay."""
        before, self._making = self._making, making
        if before is None or making.differs(before):
            self._items.clear()
        elif before.chosen != making.chosen:
            for id in {*before.chosen.ids, *making.chosen.ids}:
                self._drop(id or "")

    def _drop(self, id: str) -> None:
        self.changed.add(id)
        item = self._items.pop(id, None)
        if item is not None:
            self.left.append(item.box)

    def item(self, mark: Mark, making: Making) -> Item:
        kept = self._items.get(mark.id)
        if kept is None:
            kept = self._items[mark.id] = making.make(mark)
        return kept

    def has(self, mark: Mark) -> bool:
        return mark.id in self._items

    def words(self, of: tuple[object, ...], write: Callable[[], Words]) -> Words:
        """`of` is all that they depend on."""
        if of != self._words_of:
            self._words, self._words_of = write(), of
        return self._words


class Layout:
    """A reading of the marks as they are now: the next layout of the same Kept replaces it. Boxes
    and places are in pixels from the Ground's centre."""

    def __init__(
        self, marks: Marks, ground: Writing, making: Making, kept: Kept, inside: list[UnitMark]
    ) -> None:
        self.making = making
        self._marks = marks
        self._ground = ground
        self._kept = kept
        self._inside = inside

    def mark(self, id: str | None) -> Mark | None:
        return self._kept.field.by_id(id) if id is not None else None

    def item(self, id: str | None) -> Item | None:
        mark = self.mark(id)
        return None if mark is None else self._kept.item(mark, self.making)

    def items(self) -> Iterator[Item]:
        return (self._kept.item(mark, self.making) for mark in self._kept.field)

    def incidents(self, most: int) -> list[Item]:
        """The first by priority."""
        first = itertools.islice(self._marks.incidents.values(), most)
        return [self._kept.item(mark, self.making) for mark in first]

    def make(self, box: Box, end: float) -> bool:
        """The items there, until `end` of time.perf_counter; whether all are made."""
        kept, making = self._kept, self.making
        lacking = (mark for mark in kept.field.near(self._around(box)) if not kept.has(mark))
        for count, mark in enumerate(lacking):
            if count % A_FEW == A_FEW - 1 and time.perf_counter() >= end:
                return False
            kept.item(mark, making)
        return True

    def within(self, box: Box) -> list[Item]:
        """All that may be seen there, from the back to the front."""
        kinds: tuple[list[Item], ...] = ([], [], [])
        kept, making = self._kept, self.making
        reach = FARTHEST_PX * making.px
        left, right = box.left - reach, box.left + box.width + reach
        top, bottom = box.top - reach, box.top + box.height + reach
        for mark in kept.field.near(self._around(box)):
            item = kept.item(mark, making)
            if left <= item.x <= right and top <= item.y <= bottom:
                kinds[item.kind].append(item)
        if making.chosen.hidden:
            kinds = tuple([i for i in k if making.chosen.shows(i.kind, i.id)] for k in kinds)
        incidents, units, cameras = (sorted(kind, key=lambda item: item.rank) for kind in kinds)
        return [*units, *cameras, *reversed(incidents)]

    def _around(self, box: Box) -> Metres:
        """With all that may reach into it."""
        scale, reach = self.making.scale, FARTHEST_PX * self.making.px
        left, top = box.left - reach, box.top - reach
        right, bottom = box.left + box.width + reach, box.top + box.height + reach
        return Metres(left / scale, top / scale, right / scale, bottom / scale)

    def near(self, x: float, y: float, reach: float) -> list[Item]:
        """What a click at (x, y) may mean, likeliest first."""
        found = []
        for item in self.within(Box(x - reach, y - reach, 2 * reach, 2 * reach)):
            away = math.hypot(item.x - x, item.y - y)
            if away <= max(reach, item.reach):
                found.append((round(away / 4), item.kind, away, item))
        found.sort(key=lambda hit: hit[:3])
        return [hit[3] for hit in found]

    @property
    def names(self) -> Sequence[Written]:
        return self.words.names

    @property
    def headings(self) -> Sequence[Written]:
        """Names of the ground that lie under the marks."""
        return self.words.headings

    @cached_property
    def words(self) -> Words:
        making, marks = self.making, self._marks
        incidents = first_of(marks, making.chosen)
        units = named_of(marks, self._inside, making.chosen)
        named = Named(
            [mark for mark in incidents if making.chosen.shows(Kind.INCIDENT, mark.id)],
            [mark for mark in units if making.chosen.shows(Kind.UNIT, mark.id)],
            marks.cameras.get(making.chosen.camera_id or ""),
        )
        of = (named, self._ground, making.chosen, making.letters)
        return self._kept.words(of, lambda: write(named, self._ground, self._known, making))

    def _known(self, mark: Mark) -> Item:
        return self._kept.item(mark, self.making)


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
    kept.take(marks)
    inside = [mark for mark in marks.units.values() if _is_inside(mark, scale, within)]
    making = Making(sprites, scale, px, chosen, len(inside) > DENSE)
    kept.use(making)
    return Layout(marks, ground, making, kept, inside)


def _is_inside(mark: UnitMark, scale: float, within: Box | None) -> bool:
    if within is None:
        return True
    x, y = mark.x_m * scale - within.left, mark.y_m * scale - within.top
    return 0 <= x <= within.width and 0 <= y <= within.height
