"""The day of voting: the matrix, who is silent, what was told, and where it is typed in."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from functools import partial
from heapq import nlargest
from typing import Any

from PySide6.QtCore import Qt

from command_center.advice.election_tables import day_table
from command_center.advice.station_lines import StationLines
from command_center.commands.polling_day import StrikeMessage
from command_center.commands.undo import Undo
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.polling_day import COURSE, DayWord, StationMessage
from command_center.domain.site import Election
from command_center.geo.city import CityPack
from command_center.ports import Outcome
from command_center.situation.polling_days import Silent, due_times, is_put_away
from command_center.ui.actions.action import undo_of
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill
from command_center.ui.election.entry import LinesEntry
from command_center.ui.election.matrix import (
    ROW_PX,
    MatrixHead,
    MatrixModel,
    MatrixRow,
    MatrixView,
)
from command_center.ui.election.page import ElectionPage
from command_center.ui.election.telling import Reader, Reading, faults_text, numbers_of
from command_center.ui.election.words import translate, when_text, why_text, word_text
from command_center.ui.format import count
from command_center.ui.list_page import Keys
from command_center.ui.places.file_list import ERRORS_SHOWN
from command_center.ui.places.scope import Scope
from command_center.ui.places.words import station_text
from command_center.ui.plain_label import PlainLabel
from command_center.ui.radio.lines import TextRow
from command_center.ui.radio.words import area_text
from command_center.ui.seat import Seat

_KEYS: Keys = {
    "write": ("N", Qt.Key.Key_N),
    "change": ("Return", Qt.Key.Key_Return),
    "silent": ("D", Qt.Key.Key_D),
    "told": ("L", Qt.Key.Key_L),
    "remove": ("Del", Qt.Key.Key_Delete),
}
_ON_MATRIX: Keys = {"told": ("Return", Qt.Key.Key_Return), "write": ("N", Qt.Key.Key_N),
                    "silent": ("D", Qt.Key.Key_D)}  # fmt: skip
_MOST_TOLD = 200


class DayPage(ElectionPage):
    permission = Permission.TAKE_REPORTS
    of_a_row = ("change", "remove")
    looking = ("silent", "told", "write", "change")

    def __init__(self, seat: Seat, scope: Scope) -> None:
        super().__init__(seat, scope, _KEYS)
        self.telling = False
        self.showing_told = False
        self._area = ""
        self._said: dict[str, tuple[Silent, TextRow]] = {}
        self._reader: tuple[object, Reader] | None = None
        self.matrix_model = MatrixModel(self)
        self.matrix = MatrixView(seat.theme, self.matrix_model, _ON_MATRIX)
        self.head = MatrixHead(seat.theme, self.matrix)
        self.heading = PlainLabel(seat.theme, "text2", 13, bold=True)
        self.entry = LinesEntry(seat.theme)
        column = self.column()
        at = column.indexOf(self.view)
        parts = ((self.filter, 0), (self.heading, 0), (self.matrix, 3), (self.head, 0))
        for part, stretch in parts:
            column.insertWidget(at, part, stretch)
        column.setStretchFactor(self.view, 2)
        column.insertWidget(column.indexOf(self.foot), self.entry)
        self.matrix.asked.connect(self.ask)
        self.entry.kept.connect(self.tell)
        self.entry.left.connect(partial(self.view.setFocus, Qt.FocusReason.OtherFocusReason))
        seat.live.ticked.connect(self.ticked)
        self.restyle()
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    @property
    def _election(self) -> Election | None:
        return self._seat.situation.get("election", self._scope.election_id)

    @property
    def _put_away(self) -> bool:
        election, seat = self._election, self._seat
        return election is not None and is_put_away(election, seat.live.now(), seat.zone)

    def _silent(self) -> list[Silent]:
        election, seat = self._election, self._seat
        if election is None:
            return []
        days = seat.situation.polling_days
        return days.silent(election, seat.live.now(), day_table(), seat.zone)

    def rows(self) -> list[TextRow]:
        if self.showing_told:
            return [self._told_row(row) for row in self._told()]
        return [self._silent_row(one) for one in self._now_silent]

    def _silent_row(self, one: Silent) -> TextRow:
        """Put into words again only if it is silent otherwise: there are thousands."""
        seat, known = self._seat, self._said.get(one.station.id)
        if known is not None and known[0] == one:
            return known[1]
        since = self._when(one.since)
        said = translate("Election", "diam sejak %1") if one.heard_at else "%1"
        lacking = translate("Election", "%1 belum dilaporkan, jatuh tempo %2")
        text = fill(lacking, word_text(one.missing), self._when(one.due_at))
        if one.heard_at is None:
            said = translate("Election", "belum ada kabar sejak %1")
        name = station_text(seat.city, one.station)
        row = TextRow(one.station.id, name, fill(said, since), text)
        self._said[one.station.id] = one, row
        return row

    def _told(self) -> list[StationMessage]:
        """The newest first, struck ones too."""
        wanted = self._scope.election_id
        days = self._seat.situation.polling_days
        ids = {row.id for row in days.stations(wanted, self._area)} if self._area else None
        rows = (
            row
            for row in self._seat.situation.all("station_message")
            if row.election_id == wanted and (ids is None or row.station_id in ids)
        )
        return nlargest(_MOST_TOLD, rows, key=lambda row: (row.at, row.id))

    def _told_row(self, row: StationMessage) -> TextRow:
        seat = self._seat
        station = seat.situation.get("polling_station", row.station_id)
        name = station_text(seat.city, station) if station is not None else "?"
        struck = translate("Election", "dicoret · ") if row.struck_at is not None else ""
        incident = seat.situation.incident(row.incident_id) if row.incident_id else None
        number = f" → #{incident.number:04}" if incident is not None else ""
        first = f"{struck}{name} · {word_text(row.word)}{number}"
        who = Names(seat.situation).person(row.entered_by)
        return TextRow(row.id, first, self._when(row.at), f"{row.text} · {who}")

    def _day(self, at: datetime) -> date:
        return at.astimezone(self._seat.zone).date()

    def _when(self, at: datetime) -> str:
        return when_text(at, self._seat.zone, self._seat.live.now())

    def refresh(self, *args: object) -> None:
        if self._day(self._seat.live.now()) != self._day(self._looked_at):
            self._said = {}
        self._now_silent = self._silent()
        self._show_matrix()
        super().refresh(*args)
        self.heading.show_text(self._heading())

    def _heading(self) -> str:
        if not self.showing_told:
            many = "–" if self._put_away else count(len(self._now_silent))
            return fill(translate("Election", "TPS DIAM · %1"), many)
        if not self._area:
            return translate("Election", "KABAR TERAKHIR")
        said = translate("Election", "KABAR %1")
        return fill(said, area_text(self._seat.city, self._area).upper())

    def _show_matrix(self) -> None:
        election, marked = self._election, self.matrix.area
        days = self._seat.situation.polling_days
        areas = {} if self._put_away else days.areas(self._scope.election_id)
        silent = Counter(one.station.area_code for one in self._now_silent)
        due = self._due(election) if election is not None else 0
        rows = [
            MatrixRow(
                code,
                area_text(self._seat.city, code) or code,
                day.stations,
                tuple(day.reached[word] for word in COURSE),
                due,
                day.troubled,
                silent[code],
            )
            for code, day in areas.items()
        ]
        whole = [_city(rows, due)] if rows else []
        none = translate("Election", "Belum ada TPS pemilu ini; impor di Ctrl+O.")
        self.matrix.empty = _put_away_text() if self._put_away else none
        with self.matrix.held_still():
            if self.matrix_model.show_rows([*whole, *rows]):
                at = self.matrix_model.place_of(marked)
                if at is not None and rows:
                    self.matrix.setCurrentIndex(self.matrix_model.index(at, 0))

    def _due(self, election: Election) -> int:
        """How many words of the course are due by now."""
        now = self._seat.live.now()
        return sum(now >= at for _, at in due_times(election, day_table(), self._seat.zone))

    def nothing(self) -> str:
        if self._put_away:
            return _put_away_text()
        if self.showing_told:
            return translate("Election", "Belum ada kabar.")
        return translate("Election", "Tidak ada TPS yang diam.")

    # --- what is asked -------------------------------------------------------------------------

    def reason(self, asked: str) -> str | None:
        if asked == "remove" and not self.showing_told:
            return "select_message"
        return super().reason(asked)

    def answer(self, asked: str) -> None:
        if asked in ("silent", "told"):
            self.showing_told = asked == "told"
            self._area = self.matrix.area if self.showing_told else ""
            self.refresh()
        elif asked == "write":
            self.entry.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif asked == "remove":
            self._ask_strike()
        else:
            self._begin_line()

    def _ask_strike(self) -> None:
        row = self._seat.situation.get("station_message", self.marked)
        if row is not None and row.struck_at is None:
            shown = self.view.current()
            name = shown.first if shown is not None else ""
            self.ask_strike(name, StrikeMessage(row.id), undo_of("station_message", row.id))

    def _begin_line(self) -> None:
        """About the marked polling station, after what is already there."""
        row = self._seat.situation.get("station_message", self.marked)
        id = row.station_id if row is not None else self.marked
        station = self._seat.situation.get("polling_station", id)
        if station is None:
            return
        text = self.entry.toPlainText()
        name = area_text(self._seat.city, station.area_code).upper()
        begun = f"TPS {station.number} {name} "
        self.entry.setPlainText(f"{text.rstrip()}\n{begun}" if text.strip() else begun)
        cursor = self.entry.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.entry.setTextCursor(cursor)
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- telling -------------------------------------------------------------------------------

    def tell(self) -> None:
        """What can be read is stored, in one transaction; the rest stays in the entry."""
        why = ElectionPage.reason(self, "tell")
        text = self.entry.toPlainText()
        if why is not None:
            self._seat.notices.failed(OperatorError(why))
        elif text.strip() and not self.telling:
            self._rest(telling=True)
            work = partial(self._known_reader().read, text, self._seat.live.now())
            self._seat.tasks.run(work, self._was_read, self._failed)

    def _known_reader(self) -> Reader:
        """Made anew when the polling stations are."""
        stations = self._scope.stations
        if self._reader is None or self._reader[0] is not stations:
            election = self._election
            lines = StationLines(self._seat.city.gazetteer.places, numbers_of(stations))
            ids = {(row.area_code, row.number): row.id for row in stations}
            day = election.day if election is not None else ""
            made = Reader(lines, ids, self._scope.election_id, day, self._seat.zone)
            self._reader = stations, made
        return self._reader[1]

    def _was_read(self, reading: Reading) -> None:
        if reading.command is None:
            self._rest()
            self.say(self.faults, faults_text(reading.left, (), ERRORS_SHOWN))
            return
        self._seat.submit(reading.command, partial(self._was_told, reading), self._failed)

    def _was_told(self, reading: Reading, outcome: Outcome) -> None:
        self._rest()
        told: dict[str, Any] = dict(outcome.result)
        refused = [self._refusal(reading, *one) for one in told.get("refused", ())]
        self.entry.setPlainText("\n".join(line for line, _ in reading.left))
        self.say(self.faults, faults_text(reading.left, refused, ERRORS_SHOWN))
        self.refresh()
        taken_back = None
        if told.get("kept") and not told.get("incidents"):
            taken_back = Undo("station_message", str(told["message_id"]), outcome.op_id)
        bad = len(refused) + sum(bool(why) for _, why in reading.left)
        self._seat.notices.done(
            "stations.told", taken_back, kept=count(int(told.get("kept", 0))), count=count(bad)
        )

    def _refusal(
        self, reading: Reading, line: int, number: int, why: str, params: dict[str, Any]
    ) -> str:
        words = reading.command.told if reading.command is not None else ()
        text = next((word.text for word in words if word.line == line), "")
        named = dict(params)
        for name in ("word", "state"):
            if name in named:
                named[name] = word_text(DayWord(named[name])).lower()
        now = self._seat.live.now()
        return f"TPS {number} ({text}): {why_text(why, named, self._seat.zone, now)}"

    def _failed(self, error: OperatorError) -> None:
        self._rest()
        self._seat.notices.failed(error)

    def _rest(self, *, telling: bool = False) -> None:
        self.telling = telling
        self.entry.setReadOnly(telling)

    # --- appearance ----------------------------------------------------------------------------

    def restyle(self) -> None:
        super().restyle()
        if hasattr(self, "matrix"):
            px = self._seat.theme.px
            self.matrix.verticalHeader().setDefaultSectionSize(px(ROW_PX))
            self.heading.setContentsMargins(px(12), px(6), px(12), px(2))

    def retranslate(self) -> None:
        self._said = {}
        self.matrix.setAccessibleName(translate("Election", "Keadaan TPS menurut kelurahan"))
        self.view.setAccessibleName(translate("Election", "TPS diam atau kabar TPS"))
        self.entry.setAccessibleName(translate("Election", "Kabar TPS, satu baris satu kabar"))
        self.entry.setPlaceholderText(
            translate(
                "Election", "TPS 12 {area} AMAN · tempel banyak baris · Enter menyimpan"
            ).format(area=_any_area(self._seat.city).upper())
        )
        self.relabel(
            {
                "write": translate("Election", "Tulis kabar"),
                "change": translate("Election", "Kabar TPS ini"),
                "silent": translate("Election", "TPS diam"),
                "told": translate("Election", "Kabar"),
                "remove": translate("Election", "Coret"),
            }
        )
        super().retranslate()


def _any_area(city: CityPack) -> str:
    """One of the smallest areas, for an example."""
    return next((area.name for area in city.areas if area.kind == city.level), city.name)


def _put_away_text() -> str:
    return translate("Election", "Kabar hari itu tidak dimuat.")


def _city(rows: list[MatrixRow], due: int) -> MatrixRow:
    """The sum of all lines."""
    return MatrixRow(
        "",
        translate("Election", "Semua"),
        sum(row.stations for row in rows),
        tuple(sum(row.reached[at] for row in rows) for at in range(len(COURSE))),
        due,
        sum(row.troubled for row in rows),
        sum(row.silent for row in rows),
    )
