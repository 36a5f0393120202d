"""Pictures of operations, early detection and an election for the documents, from a room that is
opened for them: its places are real, everything that happens in it is made up.

usage: PYTHONPATH=packaging python -m operation_pictures DATABASE FOLDER [NAME ...]

DATABASE is a file that does not exist yet; what is left in it can be looked at with `playback`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from command_center.advice.election_tables import pattern_presets
from command_center.bootstrap.desk import Desk, open_desk, run
from command_center.bootstrap.panels import LIVE_PANELS
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.commands.early import Evidence, RaiseEpisode
from command_center.commands.elections import ImportStations, KeepElection, StationRow
from command_center.commands.guarding import KeepPools, PoolRow, SetPatterns
from command_center.commands.intake import ReceiveReport
from command_center.commands.levels import SetSituationLevel
from command_center.commands.operations import StartOperation
from command_center.commands.polling_day import StationWord, TellStations
from command_center.domain.early import Method
from command_center.domain.election import Force
from command_center.domain.operation import Authority
from command_center.domain.polling_day import COURSE, DayWord
from command_center.domain.room import Operation, RoomKind, SituationLevel
from command_center.domain.site import ElectionKind
from command_center.runtime.clock import SteeredClock
from command_center.ui.actions.operations import OPERATIONS
from command_center.ui.actions.table import ACTIONS
from command_center.ui.application import application
from command_center.ui.election.panel import ElectionPanel

WIDTH, HEIGHT, SETTLE_MS = 1920, 1080, 4_000
VOTES_AT = datetime(2026, 11, 25, 3, 40, tzinfo=UTC)
"""10.40 in Malang on a day of voting that is made up."""
KPU = (-7.95410, 112.63940)
CROWD = ("Massa berkumpul di depan KPU", "Massa mendorong pagar KPU", "Ban dibakar di depan KPU")
EARLY = (
    ("perkelahian", "Dua pemuda berkelahi di warung kopi", -7.9535, 112.6431),
    ("pengeroyokan", "Pelajar dikeroyok di depan minimarket", -7.9578, 112.6490),
    ("perusakan", "Kaca pos kamling dipecahkan", -7.9611, 112.6442),
    ("perkelahian", "Ribut di lapangan futsal, ada yang memukul", -7.9640, 112.6512),
    ("pengeroyokan", "Pengendara ojek dipukuli beberapa orang", -7.9672, 112.6463),
)
LEVELS = (SituationLevel.GREEN, SituationLevel.YELLOW, SituationLevel.RED)
PACE_MIN = 6
"""From one thing that happens to the next."""
STATIONS = 26
"""Of each kelurahan that is shown."""


class Pictures:
    """Each step brings something to the front and says what of the window is shown of it."""

    def __init__(self, desk: Desk, clock: SteeredClock, folder: Path, names: Sequence[str]) -> None:
        self._desk, self._seat, self._folder = desk, desk.seat, folder
        self._clock = clock
        steps: dict[str, Callable[[], QWidget]] = {
            "operations-hijau": lambda: self._level(0),
            "operations-kuning": lambda: self._level(1),
            "operations-merah": lambda: self._level(2),
            "early-detection": self._early,
            "election-day": self._day,
            "election-posting": self._posting,
        }
        self._steps = iter([(n, step) for n, step in steps.items() if not names or n in names])

    def next(self) -> None:
        """The next one, until there is none."""
        step = next(self._steps, None)
        if step is None:
            self._desk.window.close()
            application().quit()
            return
        self._desk.window.resize(WIDTH, HEIGHT)
        name, show = step
        shown = show()
        QTimer.singleShot(SETTLE_MS, lambda: self._take(name, shown))

    def _take(self, name: str, shown: QWidget) -> None:
        file = self._folder / f"{name}.png"
        print(f"{file} ...", shown.grab().save(str(file), "PNG"), flush=True)
        self.next()

    # --- what happens --------------------------------------------------------------------------

    def _do(self, command: Any, *, by_the_program: bool = False) -> Mapping[str, Any]:
        room = self._desk.room
        act = room.system if by_the_program else room.act
        result: Mapping[str, Any] = room.lane.submit(command, act=act).result(20).result
        self._clock.put(self._clock.now() + timedelta(minutes=PACE_MIN))
        return result

    def _report(self, id: str, category: str, text: str, where: Sequence[float]) -> str:
        lat, lon = where
        told = ReceiveReport("110", id, category, text, lat=lat, lon=lon)
        return str(self._do(told, by_the_program=True)["incident_id"])

    # --- the steps -----------------------------------------------------------------------------

    def _level(self, at: int) -> QWidget:
        """The whole window: badges, map and the board of the places."""
        if not self._seat.situation.operations:
            now, places = self._clock.now(), {"KPU": "hijau", "Bawaslu": "hijau", "DPRD": "hijau"}
            self._do(StartOperation(Operation("op", 1, "Sispamkota", now, None, None, places)))
        for step in range(1, at + 1):
            self._raise(LEVELS[step - 1], LEVELS[step])
        incident = self._report(f"massa-{at}", "unjuk_rasa", CROWD[at], KPU)
        for name in ("start", "wall"):  # the map takes their place
            self._desk.window.docks[name].close()
        ACTIONS["view.operations"].perform(self._seat)
        QTimer.singleShot(SETTLE_MS // 2, lambda: self._mark(incident))
        return self._desk.window

    def _mark(self, incident: str) -> None:
        self._seat.selection.select_incident(incident)
        self._seat.asking.ask(OPERATIONS, "KPU")

    def _raise(self, was: SituationLevel, level: SituationLevel) -> None:
        standing = [o.levels["KPU"] for o in self._seat.situation.operations]
        if level.value in standing or SituationLevel.RED.value in standing:
            return
        lower = level is SituationLevel.YELLOW
        officer = "Kombes Wirawan" if lower else "Irjen Prasetya"
        whose = Authority.CITY if lower else Authority.PROVINCE
        self._do(SetSituationLevel("op", "KPU", level, was, officer, whose))

    def _early(self) -> QWidget:
        members = tuple(
            self._report(f"ribut-{n}", category, text, where)
            for n, (category, text, *where) in enumerate(EARLY)
        )
        now = self._clock.now()
        found = Evidence(
            stream="violence", method=Method.SCAN, areas=("35.73.01.1007", "35.73.01.1008"),
            since=now - timedelta(minutes=40), seen_at=now, window_s=3_600.0, count=5, expected=0.4,
            rate_a_day=1 / 40, power=0.8, real_a_day=1 / 30, learning=False, members=members,
        )  # fmt: skip
        self._do(RaiseEpisode(found), by_the_program=True)
        ACTIONS["view.early"].perform(self._seat)
        return self._desk.window.docks["early"]

    def _election(self) -> str:
        kept = [row.id for row in self._seat.situation.all("election")]
        if kept:
            return str(kept[0])
        day = self._clock.now().astimezone(self._seat.zone).date().isoformat()
        told = KeepElection("pilkada", "Pemilihan (contoh)", ElectionKind.REGIONAL, day, "contoh")
        id = str(self._do(told)["election_id"])
        for code in self._kelurahan():
            rows = tuple(StationRow(code, number) for number in range(1, STATIONS + 1))
            self._do(ImportStations(id, "contoh", rows))
        return id

    def _kelurahan(self) -> list[str]:
        return [area.code for area in self._seat.city.areas if area.code.count(".") == 3][:14]

    def _day(self) -> QWidget:
        id = self._election()
        QTimer.singleShot(SETTLE_MS // 3, lambda: self._tell(id))
        return self._page("day")

    def _tell(self, id: str) -> None:
        """What most polling stations have told by now."""
        words = []
        for row in self._seat.situation.all("polling_station"):
            if row.number % 11 == 0:
                continue
            come = COURSE[:1] if row.number % 7 == 3 else COURSE[:2]
            words += [StationWord(row.id, word, word.value) for word in come]
        words.append(StationWord(words[-1].station_id, DayWord.TROUBLE, "ribut di depan TPS"))
        for at in range(0, len(words), 400):
            self._do(TellStations(id, tuple(words[at : at + 400])))

    def _page(self, name: str) -> QWidget:
        ACTIONS["view.election"].perform(self._seat)
        QTimer.singleShot(SETTLE_MS // 3, lambda: self._panel().turn_to(name))
        return self._desk.window.docks["election"]

    def _panel(self) -> ElectionPanel:
        found = self._desk.window.docks["election"].findChild(ElectionPanel)
        assert isinstance(found, ElectionPanel)
        return found

    def _posting(self) -> QWidget:
        id = self._election()
        known = next(p for p in pattern_presets() if p.name == "Jawa Barat 2013")
        rules = {level: str(pattern) for level, pattern in known.rules.items()}
        self._do(SetPatterns(id, rules, known.source))
        pools = [PoolRow(Force.POLICE, "Polsek (contoh)", 60, self._kelurahan()[0])]
        named = self._seat.city.gazetteer.by_code
        for code in self._kelurahan():
            place = named(code)
            name = place.name if place is not None else code
            pools.append(PoolRow(Force.LINMAS, f"Linmas {name}", 50, code))
        self._do(KeepPools(id, tuple(pools), "contoh"))
        shown = self._page("guard")
        QTimer.singleShot(SETTLE_MS // 2, self._reckon)
        return shown

    def _reckon(self) -> None:
        page = self._panel().page
        QTest.keyClick(page.view, Qt.Key.Key_H)
        QTest.keyClick(page.question, Qt.Key.Key_1)


def main() -> None:
    """Ends the process with the window's status."""
    file, folder, names = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:]
    folder.mkdir(parents=True, exist_ok=True)
    application()
    clock = SteeredClock(VOTES_AT, 1.0)
    room = open_room(f"sqlite:///{file.resolve()}", clock, RoomPlan(RoomKind.EXERCISE))
    picture = Picture(None, 0.0, WIDTH, HEIGHT, None, "dark", "id")
    desk = open_desk(room, "pictures", picture, LIVE_PANELS, with_duty=False)
    pictures = Pictures(desk, clock, folder, names)  # a timer does not keep a method's object
    QTimer.singleShot(SETTLE_MS, pictures.next)
    sys.exit(run(desk, picture, room.close))


if __name__ == "__main__":
    main()
