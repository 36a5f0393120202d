"""Which of many names a few words mean: whole, begun, shortened, in another spelling, mistyped."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import process
from rapidfuzz.distance import OSA

from command_center.geo.sound import INITIALS, later_keys, spoken_keys
from command_center.geo.spelling import words

WHOLE, _BEGUN, _MISTYPED = 100.0, 92.0, 88.0
_A_SLIP, _A_LETTER = 5.0, 0.5
_MOST_LONGER = 16
_MOST_ALIKE = 12


class Fit(StrEnum):
    """How a name was found."""

    NAME = "name"
    SHORTENED = "shortened"
    PART = "part"
    BEGUN = "begun"
    MISTYPED = "mistyped"


@dataclass(frozen=True, slots=True)
class Match:
    """`at` is the number of what has the name; `score` 0..100."""

    at: int
    score: float
    name: str
    fit: Fit


@dataclass(frozen=True, slots=True)
class _Way:
    at: int
    off: float
    name: str
    fit: Fit


class Names:
    """Immutable, safe between threads."""

    def __init__(self, named: Iterable[Sequence[str]]) -> None:
        """For each thing its names, the first and the others."""
        ways: defaultdict[str, list[_Way]] = defaultdict(list)
        for at, names in enumerate(named):
            for name in names:
                said = words(name)
                for key, off in spoken_keys(said):
                    ways[key].append(_Way(at, off, name, Fit.SHORTENED if off else Fit.NAME))
                for key, off in later_keys(said):
                    ways[key].append(_Way(at, off, name, Fit.PART))
        self._ways = dict(sorted(ways.items()))
        self._keys = list(self._ways)
        self._whole = [key for key, found in self._ways.items() if _is_whole(found)]

    def match(self, said: Sequence[str], least_begun: int, slips: bool = True) -> dict[int, Match]:
        """The best of each thing that the words, all of them, may mean. A name that is begun counts
        from `least_begun` letters on."""
        found: dict[int, Match] = {}
        for key, off in spoken_keys(said):
            for way in self._ways.get(key, ()):
                fit = Fit.SHORTENED if off > way.off else way.fit
                _keep(found, Match(way.at, WHOLE - off - way.off, way.name, fit))
            if len(key) >= least_begun and off < 2:
                self._begun(found, key, off)
        if slips and all(match.score < _MISTYPED for match in found.values()):
            self._mistyped(found, said)
        return found

    def _begun(self, found: dict[int, Match], key: str, off: float) -> None:
        for longer in self._keys[bisect_left(self._keys, key) :]:
            if not longer.startswith(key):
                return
            more = min(len(longer) - len(key), _MOST_LONGER)
            for way in self._ways[longer] if more else ():
                if way.off == INITIALS:
                    continue
                score = _BEGUN - off - way.off - more * _A_LETTER
                _keep(found, Match(way.at, score, way.name, Fit.BEGUN))

    def _mistyped(self, found: dict[int, Match], said: Sequence[str]) -> None:
        for key, off in list(spoken_keys(said))[:2]:
            slips = _slips(len(key))
            alike = process.extract(
                key, self._whole, scorer=OSA.distance, score_cutoff=slips, limit=_MOST_ALIKE
            )
            for other, distance, _ in alike if slips else ():
                if _digits(other) != _digits(key):
                    continue
                for way in self._ways[other]:
                    score = _MISTYPED - off - way.off - distance * _A_SLIP
                    _keep(found, Match(way.at, score, way.name, Fit.MISTYPED))


def _is_whole(ways: Iterable[_Way]) -> bool:
    return any(way.fit is not Fit.PART for way in ways)


def _keep(found: dict[int, Match], match: Match) -> None:
    best = found.get(match.at)
    if best is None or best.score < match.score:
        found[match.at] = match


def _slips(letters: int) -> int:
    """How many letters may be wrong: none in what is too short to tell."""
    return 0 if letters < 5 else 1 if letters < 9 else 2 if letters < 14 else 3


def _digits(key: str) -> str:
    return "".join(letter for letter in key if letter.isdigit())
