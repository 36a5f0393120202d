"""Suggests a priority with its reasons: a table of the category and of words in the text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from command_center.advice.categories import OTHER, Category, categories
from command_center.domain.incident import Priority
from command_center.runtime.paths import resources_dir

MAX_TEXT = 4000
_WORD = re.compile(r"\w+")
_STEPS = tuple(Priority)


class Effect(StrEnum):
    FLOOR = "floor"
    RAISE = "raise"
    LOWER = "lower"


@dataclass(frozen=True, slots=True)
class Rule:
    """Fires on any of `phrases` (folded words). `priority` is the floor's, else None."""

    code: str
    effect: Effect
    priority: Priority | None
    phrases: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class RuleBook:
    """A phrase with one of `negations` among the `reach` words before it does not count."""

    rules: tuple[Rule, ...]
    negations: frozenset[str]
    reach: int


def load_rules(path: Path) -> RuleBook:
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    rules = tuple(
        Rule(
            code=row["code"],
            effect=Effect(row["effect"]),
            priority=Priority(row["priority"]) if "priority" in row else None,
            phrases=tuple(tuple(_words(phrase)) for phrase in row["words"]),
        )
        for row in table["rule"]
    )
    negation = table["negation"]
    return RuleBook(rules, frozenset(negation["words"]), negation["reach"])


@cache
def rule_book() -> RuleBook:
    """The rules this program ships."""
    return load_rules(resources_dir() / "codes" / "triage.toml")


def suggest(category: str, text: str) -> tuple[str, tuple[str, ...]]:
    """(priority value, codes of the rules that fired: `category:...` first, then `word:...`)."""
    return weigh(category, text, categories(), rule_book())


def weigh(
    category: str, text: str, table: Mapping[str, Category], book: RuleBook
) -> tuple[str, tuple[str, ...]]:
    """As `suggest`, by the given tables. An unknown category starts where "lainnya" does."""
    known = table.get(category, table[OTHER])
    words = _words(text[:MAX_TEXT])
    fired = [rule for rule in book.rules if _fires(rule, words, book)]
    effects = {rule.effect for rule in fired}
    step = _STEPS.index(known.priority)
    step += (Effect.LOWER in effects) - (Effect.RAISE in effects)
    floors = [_STEPS.index(rule.priority) for rule in fired if rule.priority is not None]
    step = min([max(0, min(step, len(_STEPS) - 1)), *floors])
    reasons = (f"category:{known.code}", *(f"word:{rule.code}" for rule in fired))
    return _STEPS[step].value, reasons


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _fires(rule: Rule, words: Sequence[str], book: RuleBook) -> bool:
    present = set(words)
    return any(
        _stands(phrase, words, book) for phrase in rule.phrases if present.issuperset(phrase)
    )


def _stands(phrase: tuple[str, ...], words: Sequence[str], book: RuleBook) -> bool:
    """Whether the phrase is in the words somewhere without a negation before it."""
    for start in range(len(words) - len(phrase) + 1):
        before = words[max(0, start - book.reach) : start]
        here = tuple(words[start : start + len(phrase)]) == phrase
        if here and not book.negations.intersection(before):
            return True
    return False
