"""The table of points: its rows, and the one a room starts with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from command_center.domain.incident import Priority

P1_FROM, P2_FROM = 5, 3
"""Points: P1 from 5, P2 from 3, P3 below."""
POINTS = (-10, 10)
NAME_PREFIX = "name:"
"""In a place row: places whose name holds what follows, whatever their kind."""
_WORD = re.compile(r"\w+")


class When(StrEnum):
    """What a row asks about."""

    CATEGORY = "category"
    WORD = "word"
    PLACE = "place"
    TIME = "time"
    REPORTERS = "reporters"
    EPISODE = "episode"


@dataclass(frozen=True, slots=True)
class Row:
    """`any` are category codes, phrases, or kinds of places, one of which is enough. `sets` P1 to
    P3: at least that urgent; P4: what the points would make a P3 is a P4. `hours` local from-until,
    over midnight where from > until; `days` from-until around election day, both included;
    `least` reporters within `minutes`."""

    code: str
    when: When
    any: tuple[str, ...]
    points: int
    text_id: str
    text_en: str
    sets: Priority | None = None
    within_m: int = 0
    hours: tuple[int, int] | None = None
    days: tuple[int, int] | None = None
    least: int = 0
    minutes: int = 0

    @property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """The folded words of each phrase of a word row."""
        return tuple(tuple(folded(phrase)) for phrase in self.any)

    @property
    def reason(self) -> str:
        """As it is kept with an incident: `word:weapon:+2:P1`."""
        head = f"{self.when.value}:{self.code}:{self.points:+d}"
        return f"{head}:{self.sets.value}" if self.sets else head


@dataclass(frozen=True, slots=True)
class Negation:
    """A phrase does not count with one of `before` among the `reach` words ahead of it, or one of
    `after` among the two behind it, in the same clause: a clause ends at a mark or at one of
    `clause_ends`. Words of `skipped` are not counted; one of `before` that one of `not_with`
    follows denies nothing ("tidak bisa keluar"). Words of `own` are never another one misspelt."""

    before: frozenset[str] = frozenset()
    after: frozenset[str] = frozenset()
    not_with: frozenset[str] = frozenset()
    skipped: frozenset[str] = frozenset()
    clause_ends: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    reach: int = 3


@dataclass(frozen=True, slots=True)
class ShareLimit:
    """Ring when of the incidents of the last `hours`, if there are `least`, more than `limit`
    percent are P1; until they are `clear` percent or fewer."""

    limit: int = 25
    clear: int = 20
    least: int = 20
    hours: int = 8


@dataclass(frozen=True)
class Table:
    rows: tuple[Row, ...]
    negation: Negation = Negation()
    share: ShareLimit = ShareLimit()

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash((self.rows, self.negation, self.share))

    @cached_property
    def by_code(self) -> Mapping[str, Row]:
        return {row.code: row for row in self.rows}

    @cached_property
    def categories(self) -> frozenset[str]:
        """Those some row is about."""
        return frozenset(c for row in self.rows if row.when is When.CATEGORY for c in row.any)

    @cached_property
    def widest_m(self) -> int:
        """How far from an incident the table looks at places, metres; 0 not at all."""
        return max((row.within_m for row in self.rows if row.when is When.PLACE), default=0)

    def uses(self, when: When) -> bool:
        return any(row.when is when for row in self.rows)


def folded(text: str) -> list[str]:
    """The words of a text, in small letters."""
    return _WORD.findall(text.casefold())
