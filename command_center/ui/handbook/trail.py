"""Which pages were read, and where each was left."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

LONGEST = 100


class Spot(NamedTuple):
    """What of a page stands at the top: a letter by its number, and how many pixels of its line
    are above. A page that is as wide as it was is where it was; in another width the words are."""

    letter: int = 0
    above_px: int = 0


TOP = Spot()


@dataclass(frozen=True, slots=True)
class Stop:
    page: str
    spot: Spot = TOP


class Trail:
    """Back and forward, as in any book with a thumb in it."""

    def __init__(self) -> None:
        self._stops: list[Stop] = []
        self._at = -1

    @property
    def can_go_back(self) -> bool:
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        return self._at + 1 < len(self._stops)

    def go_to(self, page: str) -> None:
        """What was ahead is forgotten; the page that is open already is no step."""
        if self._at >= 0 and self._stops[self._at].page == page:
            return
        self._stops = [*self._stops[: self._at + 1], Stop(page)][-LONGEST:]
        self._at = len(self._stops) - 1

    def leave_at(self, spot: Spot) -> None:
        """There is the reader of the present page."""
        if self._at >= 0:
            self._stops[self._at] = replace(self._stops[self._at], spot=spot)

    def step(self, by: int) -> Stop | None:
        """1 forward, -1 back; None: there is none."""
        if not 0 <= self._at + by < len(self._stops):
            return None
        self._at += by
        return self._stops[self._at]
