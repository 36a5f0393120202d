"""What the scorecard reads in a report: where, when, what, which place, what is grave in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from command_center.advice.danger import endangered
from command_center.advice.duplicates.book import Determinants, book
from command_center.advice.duplicates.places import PlaceNames, shortened
from command_center.advice.slang import plain_words
from command_center.domain.incident import Report
from command_center.domain.place import LocatedBy

AREA_COUNTS = 0.3
LONG, LEAST_ALIKE = 6, 83.0
SHORTEST_STEM, GRAVE_LONG = 4, 5
_STARTS = ("di", "ke", "ter", "ber", "me", "mem", "men", "meng", "pe", "pem", "pen", "peng", "se")
_ENDS = ("nya", "an", "kan", "ne", "e", "i", "ku", "lah")
_REMEMBERED = 20_000
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
    """The category most of the words speak for, of several the one that is spoken of first: what
    happened is said before what came of it. "" if none."""
    counts: dict[str, int] = {}
    for word in dict.fromkeys(words):
        for category in _spoken_for(word):
            counts[category] = counts.get(category, 0) + 1
    return max(counts, key=counts.__getitem__, default="")


@lru_cache(maxsize=_REMEMBERED)
def _spoken_for(word: str) -> frozenset[str]:
    """Categories a word speaks for: as it stands, without what is put before or behind it, or with
    one slip in it."""
    says = book().says
    if word in says:
        return says[word]
    for stem in _stems(word):
        if stem in says:
            return says[stem]
    if len(word) > LONG:
        for meant in (known for cut in shortened(word) for known in _cut_short().get(cut, ())):
            if word[0] == meant[0] and ratio(word, meant) >= LEAST_ALIKE:
                return says[meant]
    return frozenset()


def _stems(word: str) -> Iterator[str]:
    """ "dibakarnya" -> "bakarnya", "dibakar", "bakar"; nothing shorter than four letters."""
    ends = ["", *(end for end in _ENDS if word.endswith(end))]
    starts = ["", *(start for start in _STARTS if word.startswith(start))]
    for end in ends:
        for start in starts:
            stem = word[len(start) : len(word) - len(end)]
            if stem != word and len(stem) >= SHORTEST_STEM:
                yield stem


@cache
def _cut_short() -> Mapping[str, tuple[str, ...]]:
    """The longer words that speak for a category, by what is left of them without a letter."""
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted(word for word in book().says if len(word) >= LONG):
        for cut in shortened(word):
            found[cut] = (*found.get(cut, ()), word)
    return found


def grave_in(categories: Collection[str], text: str, words: Sequence[str]) -> frozenset[str]:
    """Kinds of determinants: of what it is called and what it says it is, of its words, and
    "danger" if somebody is."""
    table = book().determinants
    words = without_slips(words)
    present = set(words)
    opened = [hit for first in present & _openings().keys() for hit in _openings()[first]]
    found = {kind for kind, phrase in opened if _stands(phrase, words, table)}
    found |= {f"category:{code}" for code in table.grave.intersection(categories)}
    if "danger" not in found and endangered(text):
        found.add("danger")
    return frozenset(found)


@cache
def _openings() -> Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """Kinds and phrases of determinants by their first word."""
    found: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {}
    for kind, phrases in book().determinants.phrases.items():
        for phrase in phrases:
            found[phrase[0]] = (*found.get(phrase[0], ()), (kind, phrase))
    return found


@cache
def _long_words() -> Mapping[str, tuple[str, ...]]:
    """Long words of determinants by their first letter."""
    phrases = [p for found in book().determinants.phrases.values() for p in found]
    found: dict[str, tuple[str, ...]] = {}
    for word in sorted({word for phrase in phrases for word in phrase if len(word) >= GRAVE_LONG}):
        found[word[0]] = (*found.get(word[0], ()), word)
    return found


def without_slips(words: Sequence[str]) -> list[str]:
    """Words that are one slip away from one of a determinant, as that one: better one too many
    than one overlooked."""
    return [_meant(word) if len(word) >= GRAVE_LONG - 1 else word for word in words]


@lru_cache(maxsize=_REMEMBERED)
def _meant(word: str) -> str:
    known = _long_words().get(word[0], ())
    ends = (end for end in ("nya", "ne", "e") if word.endswith(end))
    for stem in (word, *(word[: -len(end)] for end in ends)):
        for meant in known:
            if abs(len(meant) - len(stem)) <= 1 and ratio(stem, meant) >= LEAST_ALIKE:
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
