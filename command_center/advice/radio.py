"""What is said on the air: what codes mean, what a line counts as and whom it concerns."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from command_center.advice.categories import OTHER, categories
from command_center.runtime.paths import resources_dir

MAX_TEXT = 4000
MOST_CODES, CODE_LENGTH, SAYS_LENGTH = 200, 40, 120
NEGATED_WITHIN = 3
_WORD, _CLAUSE = re.compile(r"[\w-]+"), re.compile(r"[,.;:!?\n]")
# What keyboards and telephones make of a hyphen, and the hyphen last: they stand in classes.
_DASHES = "‐‑‒–—−-"


@dataclass(frozen=True, slots=True)
class RadioCode:
    """A code or word of the air and what it says."""

    code: str
    says: str


@dataclass(frozen=True, slots=True)
class Activity:
    """What the monthly board counts; `category` is what an incident of it starts as."""

    code: str
    label_id: str
    label_en: str
    category: str
    phrases: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class RadioBook:
    """`agencies` = {activity code: code of the agency such a line is offered to}."""

    codes: tuple[RadioCode, ...]
    activities: tuple[Activity, ...]
    agencies: Mapping[str, str]
    negations: frozenset[str]


def load_book(path: Path) -> RadioBook:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return RadioBook(
        codes=tuple(RadioCode(row["code"], row["says"]) for row in table["code"]),
        activities=tuple(_activity(row) for row in table["activity"]),
        agencies={row["activity"]: row["agency"] for row in table["cluster"]},
        negations=frozenset(table["negation"]["words"]),
    )


def _activity(row: Mapping[str, Any]) -> Activity:
    phrases = tuple(re.compile(_anywhere(word)) for word in row["words"])
    return Activity(row["code"], row["id"], row["en"], row["category"], phrases)


@cache
def radio_book() -> RadioBook:
    """The one this program ships."""
    return load_book(resources_dir() / "codes" / "radio.toml")


def gloss(text: str, codes: Iterable[RadioCode]) -> tuple[RadioCode, ...]:
    """The codes of the book that stand in the text, each once, in the order they were said; the
    text itself is nobody's to change. A longer code is never read as a shorter one within it."""
    pattern, known = _reader(tuple(codes)[:MOST_CODES])
    if pattern is None:
        return ()
    said = (_folded(found.group()) for found in pattern.finditer(text[:MAX_TEXT]))
    return tuple(known[code] for code in dict.fromkeys(said))


@lru_cache(maxsize=4)
def _reader(
    codes: tuple[RadioCode, ...],
) -> tuple[re.Pattern[str] | None, Mapping[str, RadioCode]]:
    known = {_folded(code.code): code for code in reversed(codes) if _folded(code.code)}
    longest = sorted(known, key=lambda code: (-len(code), code))
    if not longest:
        return None, known
    pattern = "|".join(_spelt(code) for code in longest)
    return re.compile(_bounded(f"(?:{pattern})"), re.IGNORECASE), known


def _folded(code: str) -> str:
    """ "3 – 3l" and "3-3L" are one code, and so are "Solo Bandung" and "solo-bandung"."""
    parts = re.split(rf"[\s{_DASHES}]+", code.strip().casefold())
    return "-".join(part for part in parts if part)


def _spelt(folded: str) -> str:
    """Words may stand apart; between digits stands a hyphen, or it is no code but two numbers."""
    out = []
    for before, after in zip(parts := folded.split("-"), [*parts[1:], ""], strict=True):
        out.append(re.escape(before))
        if after:
            digits = before[-1:].isdigit() and after[:1].isdigit()
            out.append(rf"\s?[{_DASHES}]\s?" if digits else rf"[\s{_DASHES}]{{1,3}}")
    return "".join(out)


def _bounded(pattern: str) -> str:
    return rf"(?<![\w{_DASHES}]){pattern}(?![\w]|[{_DASHES}]\w)"


def _anywhere(words: str) -> str:
    return _bounded(r"\s+".join(re.escape(word) for word in words.casefold().split()))


def activity_of(text: str, book: RadioBook) -> str:
    """The code of the first activity that the text speaks of, "" for none."""
    folded = text[:MAX_TEXT].casefold()
    for activity in book.activities:
        if any(_stands(phrase, folded, book.negations) for phrase in activity.phrases):
            return activity.code
    return ""


def _stands(phrase: re.Pattern[str], text: str, negations: frozenset[str]) -> bool:
    for found in phrase.finditer(text):
        clause = _CLAUSE.split(text[max(0, found.start() - 80) : found.start()])[-1]
        before = _WORD.findall(clause)
        if not negations.intersection(before[-NEGATED_WITHIN:]):
            return True
    return False


def category_of(text: str, activity: str, book: RadioBook) -> str:
    """What an incident made of the line is: by its own words, else by its activity."""
    folded = text[:MAX_TEXT].casefold()
    for code, phrase in _everyday():
        if _stands(phrase, folded, book.negations):
            return code
    return next((a.category for a in book.activities if a.code == activity), OTHER)


@cache
def _everyday() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (known.code, re.compile(_anywhere(word)))
        for known in categories().values()
        if known.code != OTHER
        for word in (known.label_id, *known.also)
    )
