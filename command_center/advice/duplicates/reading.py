"""What the scorecard reads in a report: where, when, what, which place, what is grave in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz.fuzz import ratio

from command_center.advice.danger import endangered
from command_center.advice.duplicates.book import Determinants, book
from command_center.advice.duplicates.places import PlaceNames
from command_center.advice.slang import plain_words
from command_center.domain.incident import Report
from command_center.domain.place import LocatedBy

AREA_COUNTS = 0.3
LONG, LEAST_ALIKE = 6, 83.0
_WIDE = frozenset({LocatedBy.KELURAHAN, LocatedBy.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Facts:
    """One report. `lat`, `lon` None without a usable point; `at_s` seconds of the epoch; `place`
    the code of the place its words name and `place_name` what that is called, "" none; `reporter`
    tells accounts apart, "" unknown; `grave` are the kinds of P1-only determinants it says."""

    report_id: str
    lat: float | None
    lon: float | None
    at_s: float
    category: str
    place: str = ""
    place_name: str = ""
    place_counts: float = 1.0
    """1 for a place; a kelurahan is two kilometres wide, and naming it says less."""
    reporter: str = ""
    grave: frozenset[str] = frozenset()
    said: str = ""
    """The category its words speak for, where that is clear."""

    @property
    def could_be_p1(self) -> bool:
        return bool(self.grave)


def facts_of(report: Report, places: PlaceNames) -> Facts:
    """Nothing of the text is in it but the name of a public place."""
    words = plain_words(report.text)
    named = places.find(words)
    if named is None and report.address:
        named = places.find(plain_words(report.address))
    said = said_in(words)
    pointed = report.lat is not None and report.located_by not in _WIDE
    return Facts(
        report_id=report.id,
        lat=report.lat if pointed else None,
        lon=report.lon if pointed else None,
        at_s=report.received_at.timestamp(),
        category=report.category,
        place=named.code if named else "",
        place_name=named.name if named else "",
        place_counts=AREA_COUNTS if named is not None and not named.precise else 1.0,
        reporter=report.reporter_ref,
        grave=grave_in({report.category, said}, report.text, words),
        said=said,
    )


def said_in(words: Sequence[str]) -> str:
    """The category that more of the words speak for than for any other, "" if none does."""
    says = book().says
    counts: dict[str, int] = {}
    for word in dict.fromkeys(words):
        for category in says.get(word, ()):
            counts[category] = counts.get(category, 0) + 1
    most = max(counts.values(), default=0)
    leading = [category for category, count in counts.items() if count == most]
    return leading[0] if len(leading) == 1 else ""


def grave_in(categories: Collection[str], text: str, words: Sequence[str]) -> frozenset[str]:
    """Kinds of determinants: of what it is called and what it says it is, of its words, and
    "danger" if somebody is."""
    table = book().determinants
    words = without_slips(words)
    found = {kind for kind in table.phrases if _says(table, kind, words)}
    found |= {f"category:{code}" for code in table.grave.intersection(categories)}
    if "danger" not in found and endangered(text):
        found.add("danger")
    return frozenset(found)


def _says(table: Determinants, kind: str, words: Sequence[str]) -> bool:
    present = set(words)
    for phrase in table.phrases[kind]:
        if phrase[0] in present and _stands(phrase, words, table):
            return True
    return False


@cache
def _long_words() -> Mapping[str, tuple[str, ...]]:
    """Long words of determinants by their first letter."""
    phrases = [p for found in book().determinants.phrases.values() for p in found]
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted({word for phrase in phrases for word in phrase if len(word) >= LONG}):
        found[word[0]] = (*found.get(word[0], ()), word)
    return found


def without_slips(words: Sequence[str]) -> list[str]:
    """Words that are one slip away from one of a determinant, as that one."""
    known = _long_words()
    return [_meant(word, known.get(word[0], ())) if len(word) >= LONG else word for word in words]


def _meant(word: str, known: Sequence[str]) -> str:
    for meant in known:
        if abs(len(meant) - len(word)) <= 1 and ratio(word, meant) >= LEAST_ALIKE:
            return meant
    return word


def _stands(phrase: tuple[str, ...], words: Sequence[str], table: Determinants) -> bool:
    """Whether it stands in the words somewhere without a negation before it."""
    size = len(phrase)
    for start in range(len(words) - size + 1):
        if tuple(words[start : start + size]) == phrase:
            ahead = words[max(0, start - table.reach) : start]
            if not table.negations.intersection(ahead):
                return True
    return False
