"""Whether a message says that somebody is in danger: a table of words, read clause by clause."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from command_center.advice.triage import Table, shipped_table
from command_center.advice.triage.words import MAX_TEXT
from command_center.runtime.paths import resources_dir

_WORD_OR_MARK = re.compile(r"\w+|[^\w\s]")
_WORD = re.compile(r"\w+")
_JOINS = frozenset("-'’")
_BEHIND = 2


@dataclass(frozen=True, slots=True)
class DangerBook:
    """`phrases` are folded words; the rest as resources/codes/danger.toml says it."""

    phrases: tuple[tuple[str, ...], ...]
    before: frozenset[str]
    after: frozenset[str]
    clause_ends: frozenset[str]
    reach: int


def load_danger(path: Path, triage: Table) -> DangerBook:
    """The table at `path` with the words it takes from `triage`; KeyError for an unknown row."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    own = (tuple(_WORD.findall(phrase.casefold())) for phrase in table["words"])
    taken = (phrase for code in table["triage_rules"] for phrase in triage.by_code[code].phrases)
    return DangerBook(
        phrases=tuple(dict.fromkeys((*own, *taken))),
        before=frozenset(table["before"]) | triage.negation.before,
        after=frozenset(table["after"]),
        clause_ends=frozenset(table["clause_ends"]),
        reach=table["reach"],
    )


@cache
def danger_book() -> DangerBook:
    """The table this program ships."""
    return load_danger(resources_dir() / "codes" / "danger.toml", shipped_table())


@cache
def _openings() -> frozenset[str]:
    """A text without any of these says none of the phrases."""
    return frozenset(phrase[0] for phrase in danger_book().phrases)


def endangered(text: str, book: DangerBook | None = None) -> str:
    """The words that say so, "" if none do."""
    known = book or danger_book()
    if book is None and _openings().isdisjoint(_WORD.findall(text[:MAX_TEXT].casefold())):
        return ""
    for clause in _clauses(text[:MAX_TEXT].casefold(), known):
        present = set(clause)
        for phrase in known.phrases:
            if present.issuperset(phrase) and _stands(phrase, clause, known):
                return " ".join(phrase)
    return ""


def _clauses(text: str, book: DangerBook) -> list[list[str]]:
    clauses: list[list[str]] = [[]]
    for token in _WORD_OR_MARK.findall(text):
        if token in _JOINS:
            continue
        if _WORD.fullmatch(token) is None or token in book.clause_ends:
            clauses.append([])
        else:
            clauses[-1].append(token)
    return clauses


def _stands(phrase: tuple[str, ...], words: Sequence[str], book: DangerBook) -> bool:
    size = len(phrase)
    for start in range(len(words) - size + 1):
        if tuple(words[start : start + size]) != phrase:
            continue
        ahead = words[max(0, start - book.reach) : start]
        behind = words[start + size : start + size + _BEHIND]
        if not book.before.intersection(ahead) and not book.after.intersection(behind):
            return True
    return False
