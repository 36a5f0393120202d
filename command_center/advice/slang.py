"""What people type on a telephone, in the words of a dictionary: spellings of Malang's chat."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from command_center.runtime.paths import resources_dir

MAX_TEXT = 4000
_REMEMBERED = 20_000
_WORD = re.compile(r"[a-z0-9]+")
_THRICE = re.compile(r"([a-z])\1{2,}")
_TWICE = re.compile(r"([a-z])\1+$")
_DOUBLED = re.compile(r"([a-z])\1")
_REDUPLICATED = re.compile(r"([a-z]{3,})2")


def load_slang(path: Path) -> Mapping[str, tuple[str, ...]]:
    """The table at `path`, typed spelling -> words; ValueError if a spelling stands twice."""
    table: dict[str, tuple[str, ...]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["typed"] in table:
                raise ValueError(f"{row['typed']!r} stands twice in {path.name}")
            table[row["typed"]] = tuple(row["means"].split())
    return table


@cache
def slang() -> Mapping[str, tuple[str, ...]]:
    """The table this program ships."""
    return load_slang(resources_dir() / "codes" / "slang.csv")


def plain_words(text: str, table: Mapping[str, tuple[str, ...]] | None = None) -> list[str]:
    """The words of a text in one spelling: lower case, no punctuation, letters held down let go
    ("tolooong"), short forms written out ("gk bs" = "tidak bisa")."""
    words: list[str] = []
    for word in _WORD.findall(_THRICE.sub(r"\1", text[:MAX_TEXT].casefold())):
        words.extend(_shipped(word) if table is None else _meant(word, table))
    return words


@lru_cache(maxsize=_REMEMBERED)
def _shipped(word: str) -> tuple[str, ...]:
    return _meant(word, slang())


def _meant(word: str, known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """As the table has it; else without a letter typed twice, or a "2" for a word said twice."""
    means = known.get(word)
    if means is not None:
        return means
    if (twice := _REDUPLICATED.fullmatch(word)) is not None:
        word = twice.group(1)
    short = _TWICE.sub(r"\1", word)
    means = known.get(short) if short != word else known.get(word)
    if means is None and short == word:
        means = known.get(_DOUBLED.sub(r"\1", word))
    if means is None:
        return (short if len(short) > 2 else word,)
    return means
