"""Run cards: what an incident needs, by category, place, hour, situation level and alarm level.

A table a room edits (CSV in and out) over resources/codes/run_cards.csv. For each alarm level the
most specific row that fits wins, and the levels add up. Which rows fired is part of the answer.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from functools import cache

from command_center.advice.categories import categories
from command_center.advice.recommend.question import RecommendFault, Want
from command_center.domain.incident import HIGHEST_ALARM
from command_center.domain.place import LatLon
from command_center.domain.room import SituationLevel
from command_center.geo.drawn import (
    MOST_KM2,
    MOST_LETTERS,
    Drawn,
    DrawnFault,
    is_drawn,
    read_drawn,
)
from command_center.geo.faults import Fault, FaultCode
from command_center.geo.tables import Row, decode, read_rows
from command_center.runtime.paths import resources_dir

RUN_CARDS_SETTING = "run_cards"
ANY = "*"
COLUMNS = ("category", "place", "hours", "level", "alarm", "wants", "note")
MAX_ROWS, MAX_ALARM, MAX_COUNT = 2_000, HIGHEST_ALARM, 99
_FORMULA = ("=", "+", "-", "@", "\t")
_HOURS = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)")
_WANT = re.compile(r"([^:;]{1,60}?)\s*:\s*(\d{1,2})(?:\s*:\s*(\d{1,3}))?")


@dataclass(frozen=True, slots=True)
class RunCard:
    """One row; "" and None mean any. `hours` are local, from and until, and may pass midnight;
    `row` is its line in the table, which is how a person finds it. `drawn`: its place is a polygon,
    of which `place` is the text."""

    row: int
    category: str
    place: str
    hours: tuple[time, time] | None
    level: SituationLevel | None
    alarm: int
    wants: tuple[Want, ...]
    note: str = ""
    drawn: Drawn | None = None

    @property
    def key(self) -> tuple[object, ...]:
        return (self.category, self.place.casefold(), self.hours, self.level, self.alarm)


@dataclass(frozen=True, slots=True)
class Known:
    """What a table may name: the kinds and capabilities of the room's units, categories, areas.
    None = not checked."""

    units: Collection[str] | None = None
    categories: Collection[str] | None = None
    places: Collection[str] | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What to send, and the rows it comes from, one for each alarm level that has any."""

    wants: tuple[Want, ...]
    fired: tuple[RunCard, ...]


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a plan is asked for. `places`: every area it lies in, smallest first, `km2` how large
    each is, as far as that is known; `point`: where exactly, None: nobody knows, and no polygon
    holds it."""

    category: str
    places: Sequence[str]
    at: time
    level: SituationLevel | None = None
    alarm: int = 1
    point: LatLon | None = None
    km2: Sequence[float] = ()


def plan_for(cards: Iterable[RunCard], occasion: Occasion) -> Plan:
    """RecommendFault `no_run_card` when no row of the first alarm level fits."""
    places = [place.casefold() for place in occasion.places]
    fitting = [card for card in cards if _fits(card, occasion, places)]
    fired: list[RunCard] = []
    for alarm in range(1, occasion.alarm + 1):
        of_level = [card for card in fitting if card.alarm == alarm]
        if of_level:
            fired.append(min(of_level, key=lambda card: _generality(card, occasion, places)))
    if not fired or fired[0].alarm != 1:
        raise RecommendFault("no_run_card", category=occasion.category)
    wants: dict[tuple[str, int], int] = {}
    for card in fired:
        for want in card.wants:
            key = (want.what, want.crew)
            wants[key] = wants.get(key, 0) + want.count
    merged = tuple(Want(what, count, crew) for (what, crew), count in wants.items())
    return Plan(merged, tuple(fired))


def _fits(card: RunCard, occasion: Occasion, places: Sequence[str]) -> bool:
    return (
        card.category in (ANY, occasion.category)
        and _lies_in(card, occasion, places)
        and (card.level is None or card.level is occasion.level)
        and (card.hours is None or _within(card.hours, occasion.at))
    )


def _lies_in(card: RunCard, occasion: Occasion, places: Sequence[str]) -> bool:
    if card.drawn is not None:
        at = occasion.point
        return at is not None and card.drawn.holds(at.lat, at.lon)
    return not card.place or card.place.casefold() in places


def _within(hours: tuple[time, time], at: time) -> bool:
    begin, end = hours
    return begin <= at < end if begin < end else at >= begin or at < end


def _generality(
    card: RunCard, occasion: Occasion, places: Sequence[str]
) -> tuple[tuple[float, int], bool, bool, int, int]:
    """Less is more specific: the place first (the smallest), then category, level, hours (the
    shortest span), then the earlier row."""
    place = _extent(card, occasion, places)
    return (place, card.category == ANY, card.level is None, _span_min(card.hours), card.row)


def _extent(card: RunCard, occasion: Occasion, places: Sequence[str]) -> tuple[float, int]:
    """Of areas whose size nobody knows any is larger than any polygon."""
    if card.drawn is not None:
        return card.drawn.km2, 0
    if not card.place:
        return math.inf, len(places)
    at = places.index(card.place.casefold())
    return (occasion.km2[at] if at < len(occasion.km2) else MOST_KM2), at


def _span_min(hours: tuple[time, time] | None) -> int:
    if hours is None:
        return 24 * 60 + 1
    begin, end = (one.hour * 60 + one.minute for one in hours)
    return (end - begin) % (24 * 60) or 24 * 60


# --- the table ---------------------------------------------------------------------------------


def read_run_cards(data: bytes, file: str, known: Known) -> tuple[tuple[RunCard, ...], list[Fault]]:
    """The rows that are right, and what is wrong by row and column. Nothing is guessed: a row with
    any fault is no row, and a table without one is a fault itself."""
    faults: list[Fault] = []
    text = decode(data, file, faults)
    if text is None:
        return (), faults
    cards: dict[tuple[object, ...], RunCard] = {}
    for row in read_rows(text, file, COLUMNS[:-1], faults):
        card = _card(row, known)
        if row.ok and card.key in cards:
            row.fault("category", FaultCode.DUPLICATE, card.category)
        if row.ok:
            cards[card.key] = card
        if len(cards) > MAX_ROWS:
            row.fault(None, FaultCode.TOO_LARGE)
            break
    if not cards and not faults:
        faults.append(Fault(file, None, None, FaultCode.NO_ROWS))
    return tuple(cards.values()), faults


def _card(row: Row, known: Known) -> RunCard:
    category = _unguarded(row.text("category"))
    place = _unguarded(row.text("place", "", MOST_LETTERS))
    drawn = _drawn(row, place) if is_drawn(place) else None
    if category not in ("", ANY) and _unknown(category, known.categories):
        row.fault("category", FaultCode.UNKNOWN_CODE, category)
    if place and not is_drawn(place) and _unknown(place.casefold(), _folded(known.places)):
        row.fault("place", FaultCode.UNKNOWN_VALUE, place)
    level = row.text("level", "")
    if level and level not in list(SituationLevel):
        row.fault("level", FaultCode.UNKNOWN_VALUE, level)
    alarm = row.number_or_none("alarm", 1, MAX_ALARM)
    if alarm is not None and alarm % 1:
        row.fault("alarm", FaultCode.NOT_A_NUMBER, str(alarm))
    if alarm is None and row.ok:
        row.fault("alarm", FaultCode.MISSING_VALUE)
    return RunCard(
        row=row.number or 0,
        category=category,
        place=drawn.text if drawn is not None else place,
        hours=_hours(row),
        level=SituationLevel(level) if level and row.ok else None,
        alarm=int(alarm or 1),
        wants=_wants(row, known),
        note=_unguarded(row.text("note", "")),
        drawn=drawn,
    )


def _drawn(row: Row, place: str) -> Drawn | None:
    try:
        return read_drawn(place)
    except DrawnFault as fault:
        row.fault("place", fault.code, fault.value)
        return None


def _unknown(word: str, among: Collection[str] | None) -> bool:
    return among is not None and word not in among


def _folded(names: Collection[str] | None) -> Collection[str] | None:
    return None if names is None else {name.casefold() for name in names}


def _hours(row: Row) -> tuple[time, time] | None:
    text = row.text("hours", "")
    if not text:
        return None
    found = _HOURS.fullmatch(text.replace(" ", ""))
    if found is None:
        row.fault("hours", FaultCode.UNKNOWN_VALUE, text)
        return None
    a, b, c, d = (int(part) for part in found.groups())
    return time(a, b), time(c, d)


def _wants(row: Row, known: Known) -> tuple[Want, ...]:
    """`what:count` or `what:count:crew`, separated by semicolons; an empty plan is a fault."""
    wants = []
    for part in row.text("wants").split(";"):
        if not part.strip():
            continue
        found = _WANT.fullmatch(part.strip())
        if found is None or not 1 <= int(found[2]) <= MAX_COUNT:
            row.fault("wants", FaultCode.UNKNOWN_VALUE, part.strip())
        elif _unknown(found[1], known.units):
            row.fault("wants", FaultCode.UNKNOWN_CODE, found[1])
        else:
            wants.append(Want(found[1], int(found[2]), int(found[3] or 0)))
    if not wants and row.ok:
        row.fault("wants", FaultCode.MISSING_VALUE)
    return tuple(wants)


def write_run_cards(cards: Iterable[RunCard]) -> str:
    """The table as `read_run_cards` reads it, for a spreadsheet or another room."""
    return table_of(cells_of(card) for card in cards)


def table_of(lines: Iterable[Mapping[str, str]]) -> str:
    """Lines of cells by the names of their columns, as CSV; a column that is left out is empty. A
    spreadsheet takes no cell for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for cells in lines:
        writer.writerow(_guarded(cells.get(name, "")) for name in COLUMNS)
    return out.getvalue()


def cells_of(card: RunCard) -> dict[str, str]:
    """Every column of the card as it is written in the table."""
    hours = "-".join(f"{one:%H:%M}" for one in card.hours) if card.hours else ""
    return {
        "category": card.category,
        "place": card.place,
        "hours": hours,
        "level": card.level.value if card.level else "",
        "alarm": str(card.alarm),
        "wants": "; ".join(_written(want) for want in card.wants),
        "note": card.note,
    }


def _written(want: Want) -> str:
    crew = f":{want.crew}" if want.crew else ""
    return f"{want.what}:{want.count}{crew}"


def _guarded(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


@cache
def run_cards() -> tuple[RunCard, ...]:
    """The cards this program ships. ValueError: one of its rows is at fault."""
    path = resources_dir() / "codes" / "run_cards.csv"
    cards, faults = read_run_cards(
        path.read_bytes(), path.name, Known(categories=categories().keys())
    )
    if faults:
        raise ValueError(str(faults[0]))
    return cards


def cards_in_force(value: Mapping[str, object] | None) -> tuple[RunCard, ...]:
    """The room's own, whose setting holds {"table": CSV text}; the shipped ones without it.

    RecommendFault `run_cards_unreadable`: what stands in the setting has a fault, and which.
    """
    if value is None:
        return run_cards()
    cards, faults = read_run_cards(str(value.get("table", "")).encode(), RUN_CARDS_SETTING, Known())
    if faults:
        raise RecommendFault("run_cards_unreadable", fault=str(faults[0]))
    return cards
