"""Lines about polling stations as officers write them: TPS 12 PURWANTORO AMAN. What a line says, or
in one sentence why it says nothing; nothing is guessed. Words in resources/codes/tps_words.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import time
from functools import cache
from itertools import takewhile

from rapidfuzz import process

from command_center.domain.errors import OperatorError
from command_center.domain.place import Place, PlaceKind
from command_center.domain.polling_day import COURSE, DayWord
from command_center.geo.spelling import words
from command_center.runtime.paths import resources_dir

MOST_LINES, MOST_LETTERS, MOST_IN_A_LINE = 500, 400, 60
_LONGEST_PHRASE = 5
_ALIKE = 75.0
_TIME = re.compile(r"(?<![\d.,:])([01]?\d|2[0-3])[.:]([0-5]\d)(?![\d.,:])")
_NUMBER = r"0*\d{1,4}(?!\d)"
_JOIN = r"\s*(?:s\s*/?\s*d\.?|sampai|[-–,;&+]|\bdan\b)\s*"
_STATIONS = re.compile(rf"\btps[\s.:#]*(?:no\.?|nomor)?[\s.:#]*({_NUMBER}(?:{_JOIN}{_NUMBER})*)")
_PART = re.compile(rf"({_NUMBER})(?:\s*(?:s\s*/?\s*d\.?|sampai|[-–])\s*({_NUMBER}))?")
_LAST = re.compile(rf"{_JOIN}({_NUMBER})$")
_HERE, _SAID = "#", "!"
"""Where the numbers stood, and where a word that is understood did."""
_MARKS = frozenset({_HERE, _SAID})
_KECAMATAN = frozenset({"kec", "kecamatan"})


@dataclass(frozen=True, slots=True)
class Told:
    """What a line says. `line` from 1; `at` local time if it was written."""

    line: int
    text: str
    area_code: str
    numbers: tuple[int, ...]
    word: DayWord
    at: time | None


@dataclass(frozen=True, slots=True)
class Untold:
    """Why a line says nothing, as a code with its parameters."""

    line: int
    text: str
    code: str
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Words:
    phrases: Mapping[tuple[str, ...], DayWord]
    filling: frozenset[str]
    counted: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Part:
    """One or several words: the codes of the kelurahan they may mean, or of a kecamatan."""

    text: str
    kelurahan: frozenset[str] = frozenset()
    kecamatan: str = ""

    @property
    def is_name(self) -> bool:
        return bool(self.kelurahan or self.kecamatan)

    @property
    def is_filling(self) -> bool:
        return not self.is_name and self.text in _words().filling


@cache
def _words() -> _Words:
    path = resources_dir() / "codes" / "tps_words.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    phrases = {
        tuple(words(phrase)): DayWord(word)
        for word, known in table["words"].items()
        for phrase in known
    }
    said = table["said"]
    return _Words(phrases, frozenset(said["filling"]), frozenset(said["counted"]))


class StationLines:
    """`areas` are the city's places: kelurahan with their nicknames, and the kecamatan they are
    in. `numbers` = {code of a kelurahan: numbers of its polling stations}."""

    def __init__(self, areas: Iterable[Place], numbers: Mapping[str, frozenset[int]]) -> None:
        self._numbers = numbers
        self._kelurahan: dict[str, set[str]] = {}
        self._kecamatan: dict[str, str] = {}
        self._parent: dict[str, str] = {}
        self._name: dict[str, str] = {}
        for place in areas:
            keys = {"".join(words(name)) for name in (place.name, *place.nicknames)}
            if place.kind is PlaceKind.KELURAHAN:
                self._name[place.code] = place.name
                self._parent[place.code] = place.parent or ""
                for key in keys:
                    self._kelurahan.setdefault(key, set()).add(place.code)
            elif place.kind is PlaceKind.KECAMATAN:
                self._kecamatan |= dict.fromkeys(keys, place.code)

    def read(self, text: str) -> list[Told | Untold]:
        """Every line that is not empty. A line that is only the name of a kelurahan is the heading
        of those after it."""
        found: list[Told | Untold] = []
        heading = ""
        for at, raw in enumerate(text.splitlines(), 1):
            line = " ".join(raw.split())
            if not line:
                continue
            if len(found) >= MOST_LINES:
                found.append(Untold(at, line[:80], "tps_many_lines", {"most": MOST_LINES}))
                break
            try:
                headed = self._heading(line)
                if headed:
                    heading = headed
                    continue
                found.append(self._line(at, line, heading))
            except OperatorError as error:
                if error.code == "tps_no_number":
                    heading = ""  # perhaps the next kelurahan, misspelt
                found.append(Untold(at, line[:80], error.code, error.params))
        return found

    def _heading(self, line: str) -> str:
        said = [w for w in words(line) if w not in _words().filling]
        codes = self._kelurahan.get("".join(said), set()) if said else set()
        return next(iter(codes)) if len(codes) == 1 and not any(map(str.isdigit, said)) else ""

    def _line(self, at: int, line: str, heading: str) -> Told:
        if len(line) > MOST_LETTERS:
            raise OperatorError("text_too_long", limit=MOST_LETTERS)
        plain = line.casefold()
        when = _TIME.search(plain)
        if when is not None:
            plain = f"{plain[: when.start()]} {plain[when.end() :]}"
        stations = _STATIONS.search(plain)
        if stations is None:
            raise OperatorError("tps_no_number")
        if _STATIONS.search(plain, stations.end()):
            raise OperatorError("tps_line_each")
        after = words(plain[stations.end() :])
        word, left = _meaning([*words(plain[: stations.start()]), _HERE, *after])
        if word is DayWord.TROUBLE:
            _demand_number(stations.group(1), after)
        area = self._area(left, heading, free=word is DayWord.TROUBLE)
        numbers = _numbers(stations.group(1))
        known = self._numbers.get(area, frozenset())
        strange = [number for number in numbers if number not in known]
        if strange:
            named = ", ".join(map(str, strange[:5]))
            raise OperatorError("tps_unknown", numbers=named, area=self._name[area])
        told = time(int(when.group(1)), int(when.group(2))) if when else None
        return Told(at, line, area, numbers, word, told)

    # --- where it is ---------------------------------------------------------------------------

    def _area(self, said: Sequence[str], heading: str, *, free: bool) -> str:
        """`free`: other words tell what goes on, and may be anything: only a name beside the
        numbers says where."""
        parts = self._parts(said)
        if free:
            parts = _beside(parts)
        names = [part for part in parts if part.is_name]
        found = [part.kelurahan for part in names if part.kelurahan]
        strange = [p.text for p in parts if not (p.is_name or p.is_filling or p.text in _MARKS)]
        if strange:
            raise self._strange(strange, named=bool(found))
        return self._settled(found, {part.kecamatan for part in names} - {""}, heading)

    def _parts(self, said: Sequence[str]) -> list[_Part]:
        parts: list[_Part] = []
        at = 0
        while at < len(said):
            kecamatan, used = self._kecamatan_at(said, at)
            codes: frozenset[str] = frozenset()
            if not used:
                codes, used = self._kelurahan_at(said, at)
            used = max(used, 1)
            parts.append(_Part(" ".join(said[at : at + used]), codes, kecamatan))
            at += used
        return parts

    def _kecamatan_at(self, said: Sequence[str], at: int) -> tuple[str, int]:
        """After "kec" only, or where no kelurahan has the name."""
        led = said[at] in _KECAMATAN
        for many in range(3, 0, -1):
            key = "".join(said[at + led : at + led + many])
            code = self._kecamatan.get(key)
            whole = len(said) >= at + led + many
            if code and whole and (led or key not in self._kelurahan):
                return code, many + led
        return "", 0

    def _kelurahan_at(self, said: Sequence[str], at: int) -> tuple[frozenset[str], int]:
        for many in range(min(4, len(said) - at), 0, -1):
            codes = self._kelurahan.get("".join(said[at : at + many]))
            if codes:
                return frozenset(codes), many
        return frozenset(), 0

    def _settled(self, found: Sequence[frozenset[str]], within: set[str], heading: str) -> str:
        """The one kelurahan that is meant. A name it shares with its kecamatan may stand for that
        beside another one's: Gadang Sukun is Gadang."""
        codes: set[str] = set().union(*found)
        if len(codes) > 1:
            codes = {code for code in codes if not self._shares(code, codes)} or codes
        if within:
            codes = {code for code in codes if self._parent[code] in within}
            if found and not codes:
                raise OperatorError("tps_other_kecamatan")
        if not codes and not found and heading:
            return heading
        if not codes:
            raise OperatorError("tps_no_kelurahan")
        if len(codes) > 1:
            raise self._several(codes)
        return codes.pop()

    def _several(self, codes: set[str]) -> OperatorError:
        names = ", ".join(sorted(self._name[code] for code in codes))
        return OperatorError("tps_two_kelurahan", names=names)

    def _shares(self, code: str, codes: set[str]) -> bool:
        kecamatan = self._kecamatan.get("".join(words(self._name[code])))
        return any(self._parent[other] == kecamatan for other in codes - {code})

    def _strange(self, strange: Sequence[str], *, named: bool) -> OperatorError:
        joined = " ".join(strange)
        near = None
        if not named:
            near = process.extractOne("".join(strange), list(self._kelurahan), score_cutoff=_ALIKE)
        if near is not None:
            code = sorted(self._kelurahan[near[0]])[0]
            return OperatorError("tps_word_like", word=joined[:40], area=self._name[code])
        return OperatorError("tps_word", word=joined[:40])


def _numbers(text: str) -> tuple[int, ...]:
    """Each once, in the order they were written."""
    numbers: dict[int, None] = {}
    for part in _PART.finditer(text):
        first = int(part.group(1))
        last = int(part.group(2) or first)
        if last < first:
            raise OperatorError("tps_range", first=first, last=last)
        if last - first >= MOST_IN_A_LINE:
            raise OperatorError("tps_many", most=MOST_IN_A_LINE)
        numbers |= dict.fromkeys(range(first, last + 1))
    if len(numbers) > MOST_IN_A_LINE:
        raise OperatorError("tps_many", most=MOST_IN_A_LINE)
    return tuple(numbers)


def _demand_number(text: str, after: Sequence[str]) -> None:
    """OperatorError where the last of several numbers counts something: TPS 3, 4 orang."""
    last = _LAST.search(text)
    if last is not None and after and after[0] in _words().counted:
        raise OperatorError("tps_counted", found=f"{last.group(1)} {after[0]}")


def _beside(parts: Sequence[_Part]) -> list[_Part]:
    """The names after the numbers with nothing but filling between, and those right before them
    unless they are what another word speaks of: massa dari Sukun."""
    here = next(at for at, part in enumerate(parts) if part.text == _HERE)
    after = takewhile(lambda part: part.is_name or part.is_filling, parts[here + 1 :])
    before = list(takewhile(lambda part: part.is_name, reversed(parts[:here])))
    at = here - len(before) - 1
    led = at < 0 or parts[at].is_filling
    return [*(before if led else ()), *after]


def _meaning(said: Sequence[str]) -> tuple[DayWord, list[str]]:
    """What the words say, and those that say something else. The longest phrase counts; aman beside
    a stage says that it went well; beside trouble, or two stages, is for whoever wrote it."""
    known = _words().phrases
    meant: dict[DayWord, None] = {}
    left: list[str] = []
    at = 0
    while at < len(said):
        for many in range(min(_LONGEST_PHRASE, len(said) - at), 0, -1):
            word = known.get(tuple(said[at : at + many]))
            if word is not None:
                meant[word] = None
                left.append(_SAID)
                at += many
                break
        else:
            left.append(said[at])
            at += 1
    stages = [word for word in COURSE if word in meant]
    if DayWord.TROUBLE in meant:
        if DayWord.SAFE in meant:
            raise OperatorError("tps_safe_and_trouble")
        return DayWord.TROUBLE, left
    if len(stages) > 1:
        raise OperatorError("tps_two_words", words=", ".join(word.value for word in stages))
    if not meant:
        raise OperatorError("tps_says_nothing")
    return (stages[0] if stages else DayWord.SAFE), left
