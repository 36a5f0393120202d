"""Columns of words that are few: a number for each row, and what the numbers stand for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int32]


@dataclass(frozen=True, eq=False, slots=True)
class Coded(Sequence[str]):
    """k words as `numbers` (k,) of `names`; these may grow while more is read."""

    numbers: Numbers
    names: Sequence[str]

    def where(self, flags: NDArray[np.bool_]) -> Coded:
        return Coded(self.numbers[flags], self.names)

    def among(self, *words: str) -> NDArray[np.bool_]:
        """Which rows say one of those."""
        return np.array([name in words for name in self.names], np.bool_)[self.numbers]

    def __len__(self) -> int:
        return len(self.numbers)

    def __iter__(self) -> Iterator[str]:
        return map(self.names.__getitem__, self.numbers.tolist())

    @overload
    def __getitem__(self, place: int) -> str: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[str]: ...
    def __getitem__(self, place: int | slice) -> str | Sequence[str]:
        if isinstance(place, slice):
            return Coded(self.numbers[place], self.names)
        return self.names[int(self.numbers[place])]


class Vocabulary:
    """A number for each word that was met, in the order they were."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, word: str) -> int:
        known = self._numbers.get(word)
        if known is None:
            known = self._numbers[word] = len(self.names)
            self.names.append(word)
        return known

    def numbers(self, words: Sequence[str]) -> Numbers:
        for word in set(words) - self._numbers.keys():
            self.number(word)
        return np.fromiter(map(self._numbers.__getitem__, words), np.int32, len(words))


class Phrases:
    """Texts of `parts` words with `between` between them, the same again and again: each is taken
    apart once. The last word may hold `between`."""

    def __init__(self, parts: int, between: str) -> None:
        self._whole = Vocabulary()
        self._parts = [Vocabulary() for _ in range(parts)]
        self._between = between
        self._table = np.empty((0, parts), np.int32)

    def numbers(self, texts: Sequence[str]) -> Numbers:
        """(k,), what `words` takes."""
        found = self._whole.numbers(texts)
        new = self._whole.names[len(self._table) :]
        if new:
            self._table = np.concatenate([self._table, [self._apart(text) for text in new]])
        return found

    def words(self, numbers: NDArray[np.int32] | NDArray[np.int64]) -> list[Coded]:
        """A column for each part."""
        table = self._table[numbers]
        return [Coded(table[:, at], part.names) for at, part in enumerate(self._parts)]

    def _apart(self, text: str) -> list[int]:
        words = text.split(self._between, len(self._parts) - 1)
        return [part.number(word) for part, word in zip(self._parts, words, strict=True)]
