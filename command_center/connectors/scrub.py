"""Takes a person out of free text: what a reporter who wants to stay hidden wrote of themselves."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from command_center.contract.records import Person

HIDDEN = "[disembunyikan]"
SHORTEST_NUMBER = 6
_SHORTEST_WORD = 3
_MOST_WORDS = 12
# what people write between the digits of a number, and what nobody sees
_BETWEEN = r"[\s().\-/\u2010-\u2015\u200b-\u200d\u2060\ufeff]{0,3}"
_BETWEEN_WORDS = r"[\s.,\-\u200b-\u200d]{1,4}"
_TITLES = re.compile(
    "bu|ibu|pak|bapak|bpk|sdri?|saudar[ai]|mas|mba|mbak|kak|bang|cak|ning|gus|haji|hj?|dr[sa]?|ir"
    "|prof|bin|binti|rt|rw"
)


def digits_of(number: str) -> str:
    """What is the same however a telephone number is written: +62 812 and 0812 are one."""
    digits = "".join(char for char in unicodedata.normalize("NFKC", number) if char.isdecimal())
    digits = digits.removeprefix("62") if number.strip().startswith(("+", "62")) else digits
    return digits.lstrip("0")


class Scrubber:
    """Of one person. Whole names, numbers and contacts are hidden everywhere, single words of the
    name in free text only: in an address they may be the street."""

    def __init__(self, person: Person) -> None:
        self._whole = _compiled(_whole(person))
        self._words = _compiled(_words(person.name))

    def address(self, text: str) -> str:
        return _hidden(self._whole, text)

    def text(self, text: str) -> str:
        return _hidden(self._words, _hidden(self._whole, text))

    def names_them(self, text: str) -> bool:
        return self.text(text) != text


def _compiled(patterns: Iterator[str]) -> re.Pattern[str] | None:
    found = sorted(set(patterns), key=len, reverse=True)
    return re.compile("|".join(found), re.IGNORECASE) if found else None


def _hidden(pattern: re.Pattern[str] | None, text: str) -> str:
    """As it came where nothing is hidden; else in the one spelling that was searched."""
    if pattern is None or not text:
        return text
    found, count = pattern.subn(HIDDEN, unicodedata.normalize("NFKC", text))
    return found if count else text


def _name(name: str) -> list[str]:
    words = re.findall(r"\w+", unicodedata.normalize("NFKC", name))
    return [word for word in words if not _TITLES.fullmatch(word.casefold())][:_MOST_WORDS]


def _whole(person: Person) -> Iterator[str]:
    words = _name(person.name)
    if words and sum(map(len, words)) >= _SHORTEST_WORD:
        yield _BETWEEN_WORDS.join(map(_word, words))
    for pair in pairwise(words):  # a middle name is often left out, a last one put in
        yield _BETWEEN_WORDS.join(map(_word, pair))
    for number in (person.phone, person.national_id, person.contact):
        digits = digits_of(number)
        if len(digits) >= SHORTEST_NUMBER:
            yield rf"(?:\+?62{_BETWEEN}|0)?" + _BETWEEN.join(digits)
    for said in (person.contact, person.national_id, person.phone):
        mark = unicodedata.normalize("NFKC", said).strip()
        if len(mark) >= _SHORTEST_WORD:
            yield re.escape(mark)


def _words(name: str) -> Iterator[str]:
    for word in _name(name):
        if len(word) >= _SHORTEST_WORD and not word.isdecimal():
            yield _word(word)


def _word(word: str) -> str:
    """A short one only if it stands alone; a longer one also with an ending (Sulastrinya)."""
    ends = "" if len(word) > _SHORTEST_WORD else r"(?!\w)"
    return rf"(?<!\w){re.escape(word)}{ends}"
