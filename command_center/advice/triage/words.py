"""Which word rows fire on a text: phrases, negations around them, and near misspellings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from command_center.advice.triage.table import Negation, Table, When

MAX_TEXT = 4_000
FUZZY_FROM = 5
"""Letters from which a word is also recognised with one letter wrong: "api" is never "rapi"."""
_TOKEN = re.compile(r"\w+|[^\w\s'’:\"“”/()-]")
"""Words, and the marks that end a clause; the others join what stands around them."""
_BEHIND = 2
_REMEMBERED = 20_000
_Phrase = tuple[str, ...]


@lru_cache(maxsize=_REMEMBERED)
def tokens_of(text: str) -> tuple[str, ...]:
    """Folded words and the marks that end a clause."""
    return tuple(_TOKEN.findall(text[:MAX_TEXT].casefold()))


@lru_cache(maxsize=_REMEMBERED)
def _deletes(word: str) -> tuple[str, ...]:
    """The word and what is left of it with one letter taken out; nothing of a short one."""
    if len(word) < FUZZY_FROM:
        return ()
    return (word, *(word[:at] + word[at + 1 :] for at in range(len(word))))


_NOTHING = frozenset[str]()
_Words = tuple[tuple[str, tuple[_Phrase, ...]], ...]


@lru_cache(maxsize=_REMEMBERED)
def _present(text: str) -> frozenset[str]:
    """Its words; of house numbers and telephones there is no end, and no row is about one."""
    return frozenset(one for one in tokens_of(text) if len(one) < 3 or not one.isdigit())


def _vocabulary(rows: _Words) -> frozenset[str]:
    return frozenset(word for _, phrases in rows for phrase in phrases for word in phrase)


def _alike(one: str, other: str) -> bool:
    """Whether one may be the other misspelt: people rarely begin a word wrongly, and many words
    differ in their first letter only."""
    return one[0] == other[0] and OSA.distance(one, other, score_cutoff=1) <= 1


class Matcher:
    """The words of one table. Remembers what it found in a text: pure, so that asking again, for
    an edit that moved only points, costs a look-up; an edit of one row reads only for that row."""

    def __init__(self, rows: _Words, negation: Negation, base: Matcher | None = None) -> None:
        """`rows` = (code, phrases) of the word rows; `base`: what another one with the same
        negation found stands where its rows are the same."""
        self.rows, self._negation, self._base = rows, negation, base
        self.leans: int = base.leans + 1 if base else 0
        known = _kept_of(rows, base.rows) if base else {}
        asked = [
            (code, tuple(phrase for phrase in phrases if phrase not in known.get(code, ())))
            for code, phrases in rows
        ]
        self._standing = frozenset(known)
        self._begin: dict[str, list[tuple[_Phrase, str]]] = {}
        for code, phrases in asked:
            for phrase in phrases:
                self._begin.setdefault(phrase[0], []).append((phrase, code))
        self.vocabulary = _vocabulary(rows)
        self._near: dict[str, list[str]] = {}
        for word in sorted(_vocabulary(tuple(asked))):
            for key in _deletes(word):
                self._near.setdefault(key, []).append(word)
        self._meant: dict[str, frozenset[str]] = {}
        self._begins: dict[str, tuple[tuple[_Phrase, str], ...]] = {}
        self._learnt: set[str] = set()
        self._fired: dict[str, frozenset[str]] = {}

    def fired(self, text: str) -> frozenset[str]:
        """Codes of the rows of which a phrase stands in the text and is not denied."""
        known = self._fired.get(text)
        if known is None:
            if len(self._fired) >= _REMEMBERED:
                self._fired.clear()
            known = self._fired[text] = self._read(text)
        return known

    def _read(self, text: str) -> frozenset[str]:
        known = _NOTHING
        if self._base is not None:
            known = self._base.fired(text)
            if not known <= self._standing:
                known &= self._standing
        present = _present(text)
        if not present <= self._learnt:
            self._learn(present)
        if self._begins.keys().isdisjoint(present):
            return known
        return known.union(self._find(tokens_of(text)))

    def _find(self, tokens: Sequence[str]) -> Iterator[str]:
        for at, token in enumerate(tokens):
            for phrase, code in self._begins.get(token, ()):
                size = len(phrase)
                if size > 1 and not self._stands(phrase, tokens, at):
                    continue
                if not self._denied(tokens, at, size):
                    yield code

    def _learn(self, tokens: frozenset[str]) -> None:
        """What may begin with them; remembered, for a city says the same few thousand words."""
        if len(self._learnt) >= _REMEMBERED * 5:
            self._learnt.clear()
            self._begins.clear()
        for token in tokens - self._learnt:
            begun = (self._begin.get(word, ()) for word in self._means(token))
            hits = tuple(hit for some in begun for hit in some)
            if hits:
                self._begins[token] = hits
        self._learnt |= tokens

    def _means(self, token: str) -> frozenset[str]:
        """The words of the table that it is or may be misspelt from."""
        known = self._meant.get(token)
        if known is None:
            if len(self._meant) >= _REMEMBERED:
                self._meant.clear()
            known = self._meant[token] = self._look_up(token)
        return known

    def _look_up(self, token: str) -> frozenset[str]:
        known = token in self.vocabulary or token in self._negation.own
        if known or len(token) < FUZZY_FROM or not token.isalpha():
            return frozenset({token})
        near = {word for key in _deletes(token) for word in self._near.get(key, ())}
        return frozenset({token, *(word for word in near if _alike(word, token))})

    def _stands(self, phrase: _Phrase, tokens: Sequence[str], at: int) -> bool:
        here = tokens[at : at + len(phrase)]
        return len(here) == len(phrase) and all(
            word in self._means(token) for word, token in zip(phrase, here, strict=True)
        )

    def _denied(self, tokens: Sequence[str], at: int, size: int) -> bool:
        negation = self._negation
        counted, ahead = 0, at - 1
        while ahead >= 0 and counted < negation.reach:
            token = tokens[ahead]
            if _ends(token, negation):
                break
            if token in negation.before and tokens[ahead + 1] not in negation.not_with:
                return True
            counted += token not in negation.skipped
            ahead -= 1
        for token in tokens[at + size : at + size + _BEHIND]:
            if _ends(token, negation):
                break
            if token in negation.after:
                return True
        return False


def _ends(token: str, negation: Negation) -> bool:
    return token in negation.clause_ends or not (token[0].isalnum() or token[0] == "_")


class _Matchers:
    """The matchers of the last tables, the newest last."""

    def __init__(self) -> None:
        self._kept: list[tuple[_Words, Negation, Matcher]] = []

    def of(self, rows: _Words, negation: Negation) -> Matcher:
        for known_rows, known_negation, matcher in self._kept:
            if known_rows == rows and known_negation == negation:
                return matcher
        like = [m for _, same, m in reversed(self._kept) if same == negation]
        base = max(like, key=lambda m: len(_kept_of(rows, m.rows)), default=None)
        leans = base is not None and base.leans < _LEANING and _apart(rows, base.rows)
        made = Matcher(rows, negation, base if leans else None)
        self._kept = [*self._kept[-_KEPT:], (rows, negation, made)]
        return made


def _kept_of(rows: _Words, others: _Words) -> dict[str, tuple[_Phrase, ...]]:
    """Of the rows that lost none of the phrases they have in `others`, those phrases: what fired
    there fires still, and only what was added need be asked."""
    now = {code: set(phrases) for code, phrases in rows}
    return {code: phrases for code, phrases in others if now.get(code, set()).issuperset(phrases)}


def _apart(rows: _Words, others: _Words) -> bool:
    """Whether no word that only one of them has may be a misspelling in a row of both: what was
    found by the other then stands."""
    both = _vocabulary(tuple(_kept_of(rows, others).items()))
    new = _vocabulary(rows) ^ _vocabulary(others)
    long = [word for word in both if len(word) >= FUZZY_FROM]
    return not any(_alike(word, other) for word in new for other in long)


_KEPT, _LEANING = 7, 4
_matchers = _Matchers()


def _words_of(table: Table) -> _Words:
    return tuple((row.code, row.phrases) for row in table.rows if row.when is When.WORD)


def matcher_of(table: Table) -> Matcher:
    """The same one for tables that differ in points only."""
    return _matchers.of(_words_of(table), table.negation)


def apart(old: Table, new: Table) -> bool:
    """Whether the words only one of them has leave what the rows of both find as it is."""
    return _apart(_words_of(new), _words_of(old))
