"""How names are folded before they are compared, and two ways of having many of them at hand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any

_ZEROS = re.compile(r"(?<![0-9])0+(?=[0-9])")
_PIECES = re.compile(r"[a-z]+|\d+")
Rank = tuple[Any, ...]


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Letters and digits only, small, leading zeros of numbers gone: "SAMAPTA 09" = samapta9.
    Remembered: every key typed folds the same camera names again."""
    return "".join(_ZEROS.sub("", word) for word in _PIECES.findall(text.lower()))


class Names:
    """Folded names to ids: by the whole name, or by how it begins."""

    def __init__(self) -> None:
        self._ids: dict[str, dict[str, None]] = {}
        self._sorted: list[str] = []

    def put(self, name: str, id: str) -> None:
        if name not in self._ids:
            self._ids[name] = {}
            insort(self._sorted, name)
        self._ids[name][id] = None

    def drop(self, name: str, id: str) -> None:
        ids = self._ids.get(name, {})
        ids.pop(id, None)
        if not ids and name in self._ids:
            del self._ids[name]
            del self._sorted[bisect_left(self._sorted, name)]

    @property
    def all(self) -> Sequence[str]:
        """Every name, in order."""
        return self._sorted

    def exact(self, name: str) -> list[str]:
        return list(self._ids.get(name, ()))

    def starting(self, name: str, limit: int) -> list[str]:
        """Ids of the first `limit` names that begin so."""
        found: list[str] = []
        for at in range(bisect_left(self._sorted, name), len(self._sorted)):
            if len(found) >= limit or not self._sorted[at].startswith(name):
                break
            found += self._ids[self._sorted[at]]
        return found[:limit]


class Texts:
    """Small texts in an order of their own, searched as one: the best ones that hold all words are
    found without looking at each."""

    def __init__(self) -> None:
        self._texts: dict[str, str] = {}
        self._ranks: dict[str, Rank] = {}
        self._order: list[tuple[Rank, str]] = []
        self._starts: list[int] = []
        self._whole: str | None = None

    def put(self, id: str, rank: Rank, text: str) -> None:
        """`rank`: the smallest comes first."""
        if self._ranks.get(id) != rank:
            self.drop(id)
            self._ranks[id] = rank
            insort(self._order, (rank, id))
        flat = " ".join(text.lower().split())
        if self._texts.get(id) != flat:
            self._texts[id] = flat
        self._whole = None

    def drop(self, id: str) -> None:
        rank = self._ranks.pop(id, None)
        if rank is not None:
            del self._order[bisect_left(self._order, (rank, id))]
            del self._texts[id]
            self._whole = None

    def find(self, words: Sequence[str], limit: int) -> list[str]:
        """Ids of the first `limit` texts in which every word stands somewhere."""
        if not words:
            return []
        whole, rarest = self._joined(), max(words, key=len)
        found: list[str] = []
        place = whole.find(rarest)
        while place >= 0 and len(found) < limit:
            row = bisect_right(self._starts, place) - 1
            id = self._order[row][1]
            text = self._texts[id]
            if all(word in text for word in words):
                found.append(id)
            place = whole.find(rarest, self._starts[row] + len(text))
        return found

    def _joined(self) -> str:
        if self._whole is None:
            texts = [self._texts[id] for _, id in self._order]
            self._starts = [0, *accumulate(len(text) + 1 for text in texts)][: len(texts)]
            self._whole = "\n".join(texts)
        return self._whole
