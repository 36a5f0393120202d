"""What the scorecard reads in a report: where, when, what, which place, what is grave in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from command_center.advice.danger import endangered
from command_center.advice.duplicates.book import Determinants, book
from command_center.advice.duplicates.places import PlaceNames
from command_center.advice.slang import plain_words
from command_center.domain.incident import Report
from command_center.domain.place import LocatedBy

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
    named = places.find(words) or (places.find(plain_words(report.address)))
    pointed = report.lat is not None and report.located_by not in _WIDE
    return Facts(
        report_id=report.id,
        lat=report.lat if pointed else None,
        lon=report.lon if pointed else None,
        at_s=report.received_at.timestamp(),
        category=report.category,
        place=named.code if named else "",
        place_name=named.name if named else "",
        reporter=report.reporter_ref,
        grave=grave_in(report.category, report.text, words),
        said=said_in(words),
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


def grave_in(category: str, text: str, words: Sequence[str]) -> frozenset[str]:
    """Kinds of determinants: of the category, of the words, and "danger" if it says so."""
    table = book().determinants
    found = {kind for kind in table.phrases if _says(table, kind, words)}
    if category in table.grave:
        found.add(f"category:{category}")
    if "danger" not in found and endangered(text):
        found.add("danger")
    return frozenset(found)


def _says(table: Determinants, kind: str, words: Sequence[str]) -> bool:
    present = set(words)
    for phrase in table.phrases[kind]:
        if phrase[0] in present and _stands(phrase, words, table):
            return True
    return False


def _stands(phrase: tuple[str, ...], words: Sequence[str], table: Determinants) -> bool:
    size = len(phrase)
    for start in range(len(words) - size + 1):
        if tuple(words[start : start + size]) == phrase:
            ahead = words[max(0, start - table.reach) : start]
            if not table.negations.intersection(ahead):
                return True
    return False
