"""Which place of the city a chat message names: whole names and nicknames, one slip allowed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from command_center.advice.slang import plain_words
from command_center.domain.place import Place, PlaceKind

LEAST = 88.0
_LONGEST = 4
_REMEMBERED = 20_000
_SHORTEST, _SHORTEST_FUZZY = 3, 6
_AREAS = frozenset({PlaceKind.KECAMATAN, PlaceKind.KELURAHAN})
_KIND_WORDS = frozenset({"jalan", "gang", "kelurahan", "kecamatan", "desa"})
_BEFORE_PLACES = (
    "di dekat depan belakang samping sebelah seberang sekitar daerah kawasan arah simpang "
    "pertigaan perempatan bundaran kampung lokasi ke area sepanjang kampus pasar taman "
    "stasiun jembatan terminal masuk dari timur barat utara selatan pojok ujung tepat "
    "persis raya "
)
_LEADS = _KIND_WORDS.union(_BEFORE_PLACES.split())


@dataclass(frozen=True, slots=True)
class Named:
    """A place found in a text; `precise`: no whole kelurahan or kecamatan."""

    code: str
    name: str
    precise: bool


class PlaceNames:
    """The names of one city, ready to be found. Immutable."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._whole: dict[str, list[tuple[Named, bool]]] = {}
        self._near: dict[str, list[str]] = {}
        self._begin: set[str] = set()
        self._slips: dict[str, str] = {}
        for place in places:
            named = Named(place.code, place.name, place.kind not in _AREAS)
            for name in (place.name, *place.nicknames):
                self._add(named, plain_words(name))

    def _add(self, named: Named, parts: Sequence[str]) -> None:
        shown = parts[1:] if len(parts) > 1 and parts[0] in _KIND_WORDS else parts
        key = _joined(shown)
        if len(key) < _SHORTEST:
            return
        known = self._whole.setdefault(key, [])
        self._begin.update(key[:end] for end in range(1, len(key) + 1))
        if all(one.code != named.code for one, _ in known):
            known.append((named, len(shown) == 1))
        if len(known) == 1 and len(key) >= _SHORTEST_FUZZY:
            for variant in shortened(key):
                self._near.setdefault(variant, []).append(key)

    def find(self, words: Sequence[str]) -> Named | None:
        """The most precise and longest name among plain words; a short single word counts only
        behind one that leads to a place ("di", "jalan"). None rather than a guess."""
        if not words:
            return None
        folded = [_folded(word) for word in words]
        led = [False, *(word in _LEADS for word in words[:-1])]
        best: tuple[tuple[bool, int], Named] | None = None
        whole = self._whole
        for start in range(len(folded)):
            key = ""
            for part in folded[start : start + _LONGEST]:
                key += part
                if key not in self._begin:
                    break
                for named, single in whole.get(key, ()):
                    if single and not led[start] and len(key) < _SHORTEST_FUZZY:
                        continue
                    rank = (named.precise, len(key))
                    if best is None or rank > best[0]:
                        best = rank, named
        if best is not None and best[1].precise:
            return best[1]
        return self._with_slip(folded, led) or (best[1] if best else None)

    def _with_slip(self, folded: Sequence[str], led: Sequence[bool]) -> Named | None:
        for start in (at for at, leads in enumerate(led) if leads):
            key = ""
            for part in folded[start : start + _LONGEST]:
                key += part
                if len(key) < _SHORTEST_FUZZY - 1:
                    continue
                if meant := self._meant(key):
                    return self._whole[meant][0][0]
        return None

    def _meant(self, key: str) -> str:
        """The name it is but for a slip, "" if none: remembered, for people make the same ones."""
        known = self._slips.get(key)
        if known is None:
            if len(self._slips) >= _REMEMBERED:
                self._slips.clear()
            near = (name for variant in shortened(key) for name in self._near.get(variant, ()))
            known = next((name for name in near if fuzz.ratio(key, name) >= LEAST), "")
            self._slips[key] = known
        return known


def _joined(words: Sequence[str]) -> str:
    return "".join(_folded(word) for word in words)


@lru_cache(maxsize=_REMEMBERED)
def _folded(word: str) -> str:
    """Spellings before 1972 live on in names."""
    return word.replace("oe", "u").replace("dj", "j").replace("tj", "c")


def shortened(key: str) -> Iterable[str]:
    """It, and it without one of its letters: what one slip makes of either is among both."""
    yield key
    for at in range(len(key)):
        yield key[:at] + key[at + 1 :]
