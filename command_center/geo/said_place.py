"""What a caller's words about a place are made of: names, what stands near them, areas, details."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from command_center.domain.place import PlaceKind
from command_center.geo.place_words import place_words
from command_center.geo.spelling import kind_named, words

MOST_LETTERS = 200
_DETAIL = re.compile(
    r"\b(?:rt|rw)\b[\s./]*\d{1,3}(?:\s*[/-]\s*\d{1,3}\b(?!\s*[a-z]))?"
    r"|\b(?:no|nomor|nomer|nmr)\b[\s.:]*\d{1,4}\s?[a-z]?\b(?:\s*-\s*\d{1,4})?"
    r"|\b(?:gg|gang)\b[\s.]*(?:\d{1,3}[a-z]?|[ivx]{1,5})\b"
    r"|\b(?:blok|kav|kavling)\b[\s.]*[a-z]{0,2}\s?-?\d{0,3}[a-z]?\b",
    re.IGNORECASE,
)
_HOUSE = re.compile(r"(?<=[a-z.])\s+(\d{1,4}\s?[a-z]?)(?:\s*-\s*\d{1,4})?\s*$")
_BETWEEN = re.compile(r"\b((?:jl|jln|jalan)\b[^,;\d]+\d{1,4}\s?[a-z]?)\s+(?=[a-z]{3})")
"""A house number with words behind it ends the name of its street."""
_NUMBER = re.compile(r"\b(?:no|nomor|nomer|nmr)\b[\s.:]*(\d{1,4}\s?[a-z]?\b)")
_AGAIN = re.compile(r"\b(?!sm[apk]n?2|sdn2|mtsn?2|man2)([a-z]{3,})2\b")
"""A 2 says the word twice (alun2), but for schools, which have numbers."""
_PARTS = re.compile(r"[,;\n()]+")
_CROSSED = re.compile(r"\s*(?:/|&|\s[-–x]\s|\b(?:dan|dengan|sama)\b)\s*", re.IGNORECASE)
_LIGHTS = re.compile(r"\b(?:lampu merah|bangjo|abang ijo|traffic light)\b", re.IGNORECASE)
_AREAS = frozenset(("kel", "kelurahan", "ds", "desa", "kec", "kecamatan"))


@dataclass(frozen=True, slots=True)
class Area:
    """An area somebody named: which kind, if that was said."""

    kind: PlaceKind | None
    said: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SaidPlace:
    """`names` are folded words, the first the most telling; `near` what it stands beside; `crossed`
    two streets that meet, if that was said; `house` a number in the street, `detail` whether there
    was more than the map knows."""

    names: tuple[tuple[str, ...], ...]
    near: tuple[tuple[str, ...], ...]
    crossed: tuple[tuple[str, ...], tuple[str, ...]] | None
    crossing: bool
    areas: tuple[Area, ...]
    house: str
    detail: bool


def read_said(text: str) -> SaidPlace:
    """Out of the first 200 letters."""
    said = _AGAIN.sub(r"\1 \1", text[:MOST_LETTERS].casefold())
    number = _NUMBER.search(said)
    plain = _BETWEEN.sub(r"\1, ", _LIGHTS.sub(" perempatan ", _DETAIL.sub(" ", said)))
    names: list[tuple[str, ...]] = []
    near: list[tuple[str, ...]] = []
    areas: list[Area] = []
    crossed, crossing, house = None, False, number[1] if number else ""
    for part in _PARTS.split(plain):
        tail = _HOUSE.search(part)
        house = house or (tail[1] if tail else "")
        both = _crossed(part)
        crossed = crossed or both
        crossing = crossing or not place_words().crossing.isdisjoint(words(part))
        own, beside, inside = _sorted_out(words(part))
        names += own
        near += beside
        areas += inside
    detail = bool(_DETAIL.search(said) or house)
    return SaidPlace(
        tuple(names), tuple(near), crossed, crossing, tuple(areas), house.replace(" ", ""), detail
    )


def without_house(said: Sequence[str]) -> tuple[str, ...]:
    """A name without the number behind it, and the side of it that was said."""
    bare = list(said)
    while len(bare) > 1 and (bare[-1].isdigit() or re.fullmatch(r"\d{1,4}[a-z]", bare[-1])):
        bare.pop()
    return tuple(bare)


def without_side(said: Sequence[str]) -> tuple[str, ...]:
    """A name without the points of the compass before and behind it."""
    bare = list(said)
    while len(bare) > 1 and _side(bare[0]):
        bare.pop(0)
    while len(bare) > 1 and _side(bare[-1]):
        bare.pop()
    return tuple(bare)


def _side(word: str) -> bool:
    sides = place_words().sides
    return any(one in sides for one in (word, word.removesuffix("nya"), word.removesuffix("e")))


def _crossed(part: str) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The two streets of "perempatan A - B", "Jl. A / Jl. B", "A x B"."""
    pieces = [tuple(words(piece)) for piece in _CROSSED.split(part)]
    around = place_words().crossing | place_words().filling
    pieces = [tuple(word for word in piece if word not in around) for piece in pieces]
    if len(pieces) != 2 or not all(pieces):
        return None
    return pieces[0], pieces[1]


def _sorted_out(
    said: Sequence[str],
) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]], list[Area]]:
    """The words of one part: names, what is near, areas that were called so."""
    names: list[tuple[str, ...]] = []
    near: list[tuple[str, ...]] = []
    areas: list[Area] = []
    for lead, run in _runs(said):
        if lead in _AREAS:
            kind, _ = kind_named([lead, *run])
            areas.append(Area(kind, run))
        elif lead in place_words().near:
            near.append(run)
        elif lead not in place_words().towards:
            names.append(run)
    return names, near, areas


def _runs(said: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Words that belong together, each run with the word that leads it, "" for none."""
    known = place_words()
    leads = known.near | known.towards | _AREAS
    lead, run = "", list[str]()
    for word in said:
        if run and (word == "jl" or (word in known.crossing and run != ["jl"])):
            # another street begins: "perempatan" between two says that they meet
            if not known.crossing.issuperset(run):
                yield lead, tuple(run)
            lead, run = "", []
        if word in leads:
            if run:
                yield lead, tuple(run)
                run = []
            lead = word
        elif run or word not in known.filling:
            run.append(word)
    if run:
        yield lead, tuple(run)
