"""What is to be done for an incident of a category, in words and as a list to tick: the book this
program ships, and what a room has put in its place."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from command_center.advice.categories import OTHER
from command_center.domain.errors import OperatorError
from command_center.runtime.paths import resources_dir

SETTING = "procedures"
MOST_ITEMS, MOST_CATEGORIES = 20, 60
CODE_LENGTH, LABEL_LENGTH, TEXT_LENGTH = 80, 120, 600
BOOK_LENGTH = 18_000
_CODE = re.compile(r"[a-z0-9_]+")
_NO_CODE = re.compile(r"[^a-z0-9]+")
_MADE_LENGTH, _ALIKE = 40, 60.0
"""Letters of a code that is made here; from which likeness on a step is the same in other words."""


@dataclass(frozen=True, slots=True)
class Item:
    """A step to tick. `code` is what the log carries, so it is never given to another step."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Procedure:
    text: str
    items: tuple[Item, ...]


Book = Mapping[str, Procedure]


def load_procedures(path: Path) -> Book:
    """The table at `path` by category; ValueError if a category or a step of one stands twice."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["procedure"]
    book = {row["category"]: _procedure(row["text"], row["items"]) for row in rows}
    if len(book) != len(rows):
        raise ValueError(f"a category stands twice in {path.name}")
    for category, procedure in book.items():
        if len({item.code for item in procedure.items}) != len(procedure.items):
            raise ValueError(f"a step of {category} stands twice in {path.name}")
    return book


def _procedure(text: str, items: list[list[str]]) -> Procedure:
    return Procedure(text, tuple(Item(code, label) for code, label in items))


@cache
def shipped() -> Book:
    """The procedures this program ships."""
    return load_procedures(resources_dir() / "codes" / "procedures.toml")


def procedures_of(value: Mapping[str, Any] | None) -> Book:
    """The shipped book with the room's own procedures in their place."""
    own = {
        category: _procedure(row["text"], row["items"]) for category, row in (value or {}).items()
    }
    return {**shipped(), **own}


def procedure_of(category: str, book: Book) -> Procedure:
    """Of the category, else of any other happening."""
    return book.get(category) or book[OTHER]


def rewritten(before: Sequence[Item], labels: Sequence[str]) -> tuple[Item, ...]:
    """The steps as they are written now, in that order. One whose words were only altered keeps its
    code, so that what was ticked stays ticked; a new one gets a code that none of `before` had."""
    free = {item.code: item.label for item in before}
    codes: dict[int, str] = {}
    for least in (100.0, _ALIKE):
        for at, label in enumerate(labels):
            likest = max(free, key=lambda code: fuzz.ratio(free[code], label), default="")
            if at not in codes and likest and fuzz.ratio(free[likest], label) >= least:
                codes[at] = likest
                del free[likest]
    taken = {item.code for item in before}
    for at, label in enumerate(labels):
        if at not in codes:
            codes[at] = _new_code(label, taken)
            taken.add(codes[at])
    return tuple(Item(codes[at], label) for at, label in enumerate(labels))


def _new_code(label: str, taken: Collection[str]) -> str:
    stem = _NO_CODE.sub("_", label.casefold()).strip("_")[:_MADE_LENGTH].strip("_") or "langkah"
    names = (stem if n == 1 else f"{stem}_{n}" for n in count(1))
    return next(name for name in names if name not in taken)


def check_procedure(category: str, procedure: Procedure) -> None:
    """OperatorError unless a room may keep it."""
    if not _CODE.fullmatch(category) or len(category) > CODE_LENGTH:
        raise OperatorError("unknown_category", category=category[:40])
    if len(procedure.text) > TEXT_LENGTH:
        raise OperatorError("text_too_long", limit=TEXT_LENGTH)
    if len(procedure.items) > MOST_ITEMS:
        raise OperatorError("procedure_too_long", limit=MOST_ITEMS)
    for item in procedure.items:
        if not _CODE.fullmatch(item.code) or len(item.code) > CODE_LENGTH:
            raise OperatorError("procedure_item_code", item=item.code[:40])
        if not item.label.strip():
            raise OperatorError("procedure_item_empty", item=item.code)
        if len(item.label) > LABEL_LENGTH:
            raise OperatorError("text_too_long", limit=LABEL_LENGTH)
    if len({item.code for item in procedure.items}) != len(procedure.items):
        raise OperatorError("procedure_item_twice")


def as_value(
    value: Mapping[str, Any], category: str, procedure: Procedure
) -> dict[str, dict[str, Any]]:
    """The room's setting with this procedure in it; without it, if it says nothing."""
    new = {name: row for name, row in value.items() if name != category}
    if procedure.text.strip() or procedure.items:
        items = [[item.code, item.label] for item in procedure.items]
        new[category] = {"text": procedure.text, "items": items}
    letters = sum(len(str(row)) for row in new.values())
    if len(new) > MOST_CATEGORIES or letters > BOOK_LENGTH:
        raise OperatorError("procedures_too_many", limit=BOOK_LENGTH)
    return new
