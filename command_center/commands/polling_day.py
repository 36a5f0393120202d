"""What polling stations tell on the day: many lines in one transaction, a verdict for each. Only
trouble comes to the queue, by the way every report takes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import datetime

from command_center.advice.categories import OTHER
from command_center.advice.radio import category_of, radio_book
from command_center.commands.election_words import election
from command_center.commands.intake import ReceiveReport, receive_report
from command_center.commands.place_words import ADDRESS, line
from command_center.commands.registry import Context, Result, verb
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.place import LocatedBy
from command_center.domain.polling_day import COURSE, MOVES, DayWord, StationMessage
from command_center.domain.room import Source, SourceKind
from command_center.domain.site import PollingStation
from command_center.ports import Among, UnitOfWork

SOURCE_ID, CHANNEL = "tps", "tps"
UNREST = "gangguan_ketertiban"
MOST_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class StationWord:
    """`line` of what was pasted, for the verdict; `at` None = now."""

    station_id: str
    word: DayWord
    text: str
    line: int = 1
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class TellStations:
    """At most MOST_AT_ONCE, one entry of the log. What cannot be is refused word by word; the
    others are kept. `result["refused"]` = [[line, number, code of why, params], ...]."""

    election_id: str
    told: tuple[StationWord, ...]


@dataclass(frozen=True, slots=True)
class StrikeMessage:
    """It was not so: struck through, it counts no more. An incident made of it stays."""

    message_id: str


@verb(TellStations, "stations.told", Permission.TAKE_REPORTS)
def tell_stations(work: UnitOfWork, command: TellStations, ctx: Context) -> Result:
    if not 0 < len(command.told) <= MOST_AT_ONCE:
        raise OperatorError("tps_many_lines", most=MOST_AT_ONCE)
    of = election(work, command.election_id)
    among = Among({one.station_id for one in command.told})
    stations = {
        row.id: row for row in work.find(PollingStation, election_id=of.id, id=among, gone_at=None)
    }
    day = _Day(work.find(StationMessage, station_id=among, struck_at=None))
    refused: list[list[object]] = []
    incidents: list[int] = []
    ids: list[str] = []
    for one in command.told:
        station = stations.get(one.station_id)
        try:
            row = _message(one, station, of.id, day, ctx)
        except OperatorError as error:
            number = station.number if station is not None else 0
            refused.append([one.line, number, error.code, dict(error.params)])
            continue
        if row.word is DayWord.TROUBLE and station is not None:
            row, number = _troubled(work, row, station, ctx)
            incidents.append(number)
        work.add(row)
        day.take(row)
        ids.append(row.id)
    told = {"kept": len(ids), "refused": refused, "incidents": incidents}
    return {**told, "message_id": ids[0] if ids else "", "count": len(refused)}


class _Day:
    """What the polling stations have told by now, this transaction's own words too."""

    def __init__(self, messages: list[StationMessage]) -> None:
        self._words: defaultdict[str, dict[DayWord, StationMessage]] = defaultdict(dict)
        for row in messages:
            self.take(row)

    def take(self, row: StationMessage) -> None:
        self._words[row.station_id].setdefault(row.word, row)

    def demand(self, station_id: str, word: DayWord) -> None:
        """OperatorError for a stage that was told before, or that lies behind."""
        if word not in COURSE:
            return
        words = self._words[station_id]
        state = next((stage for stage in reversed(COURSE) if stage in words), None)
        if word in MOVES[state] or state is None:
            return
        known = words.get(word)
        if known is not None:
            raise OperatorError("tps_told_before", word=word.value, at=known.at.isoformat())
        raise OperatorError("tps_stage_back", word=word.value, state=state.value)


def _message(
    one: StationWord, station: PollingStation | None, election_id: str, day: _Day, ctx: Context
) -> StationMessage:
    if station is None:
        raise OperatorError("tps_gone")
    at = min(ctx.at, ctx.now) if one.at is None else one.at
    if at > ctx.now:
        raise OperatorError("tps_in_future", at=at.isoformat())
    day.demand(station.id, one.word)
    return StationMessage(
        id=ctx.new_id(),
        version=1,
        election_id=election_id,
        station_id=station.id,
        word=one.word,
        at=at,
        text=line(one.text, ADDRESS),
        entered_by=ctx.act.actor,
        incident_id=None,
        struck_at=None,
    )


def _troubled(
    work: UnitOfWork, row: StationMessage, station: PollingStation, ctx: Context
) -> tuple[StationMessage, int]:
    """The message with the incident it became, and its number: nobody's and not verified, as any
    report is at first."""
    if not work.find(Source, id=SOURCE_ID):
        work.add(Source(SOURCE_ID, 1, "Kabar TPS", SourceKind.MANUAL, "", True, ""))
    own_point = station.lat is not None
    category = category_of(row.text, "", radio_book())
    made = receive_report(
        work,
        ReceiveReport(
            source_id=SOURCE_ID,
            external_id=row.id,
            category=UNREST if category == OTHER else category,
            text=row.text,
            occurred_at=row.at,
            lat=station.lat,
            lon=station.lon,
            located_by=station.located if own_point else LocatedBy.UNKNOWN,
            area=station.area_code,
            address=station.location,
            channel=CHANNEL,
        ),
        ctx,
    )
    return replace(row, incident_id=str(made["incident_id"])), int(made["number"])


@verb(StrikeMessage, "station_message.struck", Permission.TAKE_REPORTS)
def strike_message(work: UnitOfWork, command: StrikeMessage, ctx: Context) -> Result:
    row = work.get(StationMessage, command.message_id)
    if row.struck_at is None:
        work.change(row, struck_at=max(ctx.now, row.at))
    return {"message_id": row.id, "word": row.word.value}
