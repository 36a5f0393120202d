"""Pictures of a change of shift for the documents, made from one exercise: the roster, the
roll-call of the regu that comes, the handover item by item, and the book as it is printed.

usage: PYTHONPATH=packaging python -c "from shift_pictures import main; main()" FOLDER [SECONDS]

Not run as a file: the processes of the exercise would load all of this again before they answer.
The people are made up.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPageLayout
from report_pictures import papers

from command_center.bootstrap.desk import Desk, open_desk, run
from command_center.bootstrap.exercise import start_exercise
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.show_exercise import exercise_panels
from command_center.commands.book import StrikeBook, WriteBook
from command_center.commands.duties import ImportDuties
from command_center.commands.handover import AcceptItems, BeginHandover, SignHandover
from command_center.commands.handover_rules import SetHandoverRules
from command_center.commands.people import AddStaff
from command_center.commands.personnel import ImportPersonnel, KeepRegu, PersonRow
from command_center.commands.roll_calls import (
    CheckUnit,
    FinishRollCall,
    MarkPeople,
    OpenRollCall,
)
from command_center.commands.shift_pattern import SetShiftPattern
from command_center.domain.book import BookKind
from command_center.domain.errors import OperatorError
from command_center.domain.handover import HandoverRules, Item, ItemKind
from command_center.domain.log import Act
from command_center.domain.room import Role
from command_center.domain.roster import CheckPart, CheckState, RollState
from command_center.domain.shift_pattern import slot_at
from command_center.exercise.city.habits import TRAINING
from command_center.situation.handover import handover_now, standing_of
from command_center.situation.roster import people
from command_center.situation.shift_pattern import shift_pattern
from command_center.situation.situation import Situation
from command_center.ui.actions.table import ACTIONS
from command_center.ui.application import application
from command_center.ui.handover import book_paper
from command_center.ui.handover.named import named_items
from command_center.ui.handover.panel import HandoverPanel
from command_center.ui.paper import write_paper
from command_center.ui.roster.panel import RosterPanel
from command_center.ui.roster.planning import rotation

SEED, USUAL_S, SETTLE_MS, WAIT_S, ROUNDS = 1, 90.0, 5000, 60, 20
WIDTH, HEIGHT, DAYS, PANEL = 1920, 1080, 3, (640, 940)
HOURS = ("06.30", "14.30", "22.30")
"""Of the room: the exercise plays shortly before the second."""
REGU = ("Regu B", "Regu C", "Regu A")
LEAD, LEAVING = "Iptu Wahyu T.", "Rahmad Subekti"
CREWS = """
spkt     |            | Iptu   | Wahyu Triantoro | Kepala SPKT
spkt     |            | Bripka | Sri Lestari     | Operator 110
spkt     |            | Briptu | Galih Pratama   | Operator CCTV
samapta  | SAMAPTA 12 | Aipda  | Heri Santoso    | Ka tim
samapta  | SAMAPTA 12 | Bripda | Fajar Nugroho   | Anggota
samapta  | SAMAPTA 12 | Bripda | Rizal Hakim     | Anggota
samapta  | SAMAPTA 14 | Bripka | Yudi Setiawan   | Ka tim
samapta  | SAMAPTA 14 | Bripda | Dimas Aji       | Anggota
lantas   | LANTAS 07  | Aiptu  | Slamet Riyadi   | Ka tim
lantas   | LANTAS 07  | Briptu | Nanda Kusuma    | Anggota
reskrim  | RESKRIM 02 | Aipda  | Bambang Irawan  | Katim opsnal
reskrim  | RESKRIM 02 | Briptu | Anton Wijaya    | Anggota
"""
INVENTORY = (
    "HT 12 unit, baterai cadangan 6",
    "R4 patroli 3, R2 4, STNK lengkap",
    "Kunci sel 2, borgol 8",
)
Step = Callable[[], tuple[str, str] | None]


def _crews() -> list[tuple[str, ...]]:
    """Agency, call sign, rank, name, position."""
    return [tuple(map(str.strip, line.split("|"))) for line in CREWS.strip().splitlines()]


def _regu_people() -> tuple[PersonRow, ...]:
    """The regu that comes has its crews; of the others only who leads them is known."""
    rows = [
        PersonRow(f"8601{at:04}", name, agency, rank, position, "Regu C", sign)
        for at, (agency, sign, rank, name, position) in enumerate(_crews())
    ]
    rows.append(PersonRow("86020001", LEAVING, "spkt", "Aiptu", "Kepala SPKT", "Regu B"))
    rows.append(PersonRow("86030001", "Endah Purwanti", "spkt", "Ipda", "Kepala SPKT", "Regu A"))
    return tuple(rows)


class Pictures:
    """Each step does something and says what is taken then: a name, and the dock of it."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk, self._seat, self._folder = desk, desk.seat, folder
        self._coming: Act = desk.room.act
        self._call = ""
        self._steps: Iterator[Step] = iter(
            (
                self._room,
                self._roster,
                self._roll,
                self._rolled,
                self._book,
                self._begin,
                self._accepting,
                self._signed,
                self._read,
                self._print,
            )
        )

    def next(self) -> None:
        step = next(self._steps, None)
        if step is None:
            self._desk.window.close()
            application().quit()
            return
        self._desk.window.resize(WIDTH, HEIGHT)
        taken = step()
        QTimer.singleShot(SETTLE_MS, lambda: self._take(taken))

    def _take(self, taken: tuple[str, str] | None) -> None:
        if taken is not None:
            name, dock = taken
            file = self._folder / f"{name}.png"
            print(
                f"{file} ...",
                self._desk.window.docks[dock].grab().save(str(file), "PNG"),
                flush=True,
            )
        self.next()

    def _do(self, command: Any, act: Act | None = None) -> dict[str, Any]:
        lane = self._desk.room.lane
        return dict(lane.submit(command, act=act or self._desk.room.act).result(WAIT_S).result)

    def _panel(self, dock: str, kind: type[Any]) -> Any:
        """As tall as on a second screen: the lists are what is shown."""
        floated = self._desk.window.docks[dock]
        floated.setFloating(True)
        floated.resize(*PANEL)
        found = floated.findChild(kind)
        assert isinstance(found, kind)
        return found

    # --- the roster and the roll-call ----------------------------------------------------------

    def _room(self) -> None:
        console = self._desk.room.console
        self._do(SetShiftPattern("8_jam", 0, HOURS))
        self._do(SetHandoverRules(HandoverRules(opens_min=30)))
        added = self._do(AddStaff(LEAD, "wahyu.t", Role.SHIFT_LEAD), console)
        self._coming = replace(
            self._desk.room.act, actor=str(added["staff_id"]), workstation="WS-2"
        )
        for name in REGU:
            self._do(KeepRegu(name))
        self._do(ImportPersonnel(_regu_people()))

    def _roster(self) -> tuple[str, str]:
        seat = self._seat
        today = seat.live.now().astimezone(seat.zone).date()
        rows = rotation(shift_pattern(seat.situation), today, DAYS, list(REGU), seat.zone)
        self._do(ImportDuties(rows))
        ACTIONS["view.roster"].perform(seat)
        panel = self._panel("roster", RosterPanel)
        panel.turn_to("duties")
        QTimer.singleShot(SETTLE_MS // 2, lambda: _mark(panel.page, 1))
        return "desk-roster", "roster"

    def _roll(self) -> None:
        seat = self._seat
        slot = slot_at(shift_pattern(seat.situation), seat.live.now(), seat.zone)
        before = str(self._do(OpenRollCall(slot.starts_at))["roll_call_id"])
        theirs = [one.id for one in people(seat.situation) if one.name == LEAVING]
        self._do(MarkPeople(before, tuple(theirs), RollState.PRESENT))
        self._do(FinishRollCall(before))
        self._call = str(self._do(OpenRollCall(slot.ends_at))["roll_call_id"])

    def _rolled(self) -> tuple[str, str]:
        situation, call = self._seat.situation, self._call
        ids = {one.name: one.id for one in people(situation)}
        crew = [name for _, _, _, name, _ in _crews()]
        late, away, unmarked = "Dimas Aji", "Nanda Kusuma", "Anton Wijaya"
        here = tuple(ids[name] for name in crew if name not in (late, away, unmarked))
        self._do(MarkPeople(call, here, RollState.PRESENT))
        self._do(MarkPeople(call, (ids[late],), RollState.LATE))
        self._do(
            MarkPeople(
                call, (ids[away],), RollState.ABSENT, "dinas luar, surat perintah Kasat Lantas"
            )
        )
        units = {one.call_sign: one.id for one in situation.all("unit")}
        for sign in ("SAMAPTA 12", "SAMAPTA 14", "LANTAS 07"):
            for part in CheckPart:
                self._do(CheckUnit(call, units[sign], part, CheckState.GOOD))
        self._do(CheckUnit(call, units["LANTAS 07"], CheckPart.RADIO, CheckState.FAULTY,
                           "HT 2 mati, diganti cadangan"))  # fmt: skip
        panel = self._panel("roster", RosterPanel)
        panel.turn_to("roll")
        panel.page.ask("turn")  # from the roll-call of the shift that still runs
        QTimer.singleShot(SETTLE_MS // 2, lambda: _mark(panel.page, 1))
        return "desk-roll-call", "roster"

    # --- the handover --------------------------------------------------------------------------

    def _book(self) -> None:
        ids = {one.name: one.id for one in people(self._seat.situation)}
        self._do(MarkPeople(self._call, (ids["Anton Wijaya"],), RollState.PRESENT))
        self._do(FinishRollCall(self._call))
        self._do(WriteBook(BookKind.STRENGTH, "Regu B 12 dari 13 hadir, 1 dinas luar"))
        self._do(WriteBook(BookKind.DETAINEES, "3 orang, lengkap dan sehat"))
        self._do(WriteBook(BookKind.INVENTORY, "HT 12, R4 3, R2 4, kunci sel 2: lengkap"))
        wrong = self._do(WriteBook(
            BookKind.EVENT, "Kontrol ruang tahanan pukul 13.50", "Situasi aman, 4 tahanan"
        ))  # fmt: skip
        self._do(StrikeBook(
            str(wrong["entry_id"]), "jumlah tahanan salah tulis",
            "Kontrol ruang tahanan pukul 13.50", "Situasi aman, 3 tahanan",
        ))  # fmt: skip

    def _begin(self) -> None:
        lines = [Item(ItemKind.INVENTORY, str(at), text) for at, text in enumerate(INVENTORY, 1)]
        self._do(BeginHandover(named=named_items(self._seat, lines)))
        ACTIONS["view.handover"].perform(self._seat)

    def _accepting(self) -> tuple[str, str]:
        """About half of it is looked at."""
        self._accept(lambda at, red: at % 2 == 0 if red else at < 8)
        panel = self._panel("handover", HandoverPanel)
        QTimer.singleShot(SETTLE_MS // 2, lambda: _mark(panel.items, 0))
        return "desk-handover-accepting", "handover"

    def _accept(self, wanted: Callable[[int, bool], bool]) -> str:
        """As the room stands, not as this seat has heard of it; what changes while it is accepted
        is left. The id of the handover."""
        situation = Situation()
        situation.load(self._desk.room.database.feed.snapshot(None))
        handover = handover_now(situation)
        assert handover is not None
        for at, one in enumerate(standing_of(situation, handover)):
            if one.item is not None and one.open and wanted(at, one.red):
                seen = (*one.item.key, one.item.digest)
                with suppress(OperatorError):
                    self._do(AcceptItems(handover.id, (seen,)), self._coming)
        return handover.id

    def _signed(self) -> None:
        """Red ones that come meanwhile are accepted, too."""
        for _ in range(ROUNDS):
            id = self._accept(lambda _, red: red)
            try:
                self._do(SignHandover(id))
                self._do(SignHandover(id), self._coming)
            except OperatorError as error:
                print("not signed yet:", error.code, flush=True)
            else:
                return
        raise SystemExit("the exercise was faster than its handover")

    def _read(self) -> tuple[str, str]:
        panel = self._panel("handover", HandoverPanel)
        panel.turn_to("book")
        panel.book.shifts.setCurrentIndex(1)
        return "desk-book", "handover"

    def _print(self) -> None:
        self._panel("handover", HandoverPanel).book.answer("print")


def _mark(page: Any, at: int) -> None:
    page.view.setCurrentIndex(page.model.index(at, 0))


def _book_papers(folder: Path) -> Callable[..., None]:
    """In place of `write_paper`: the first pages as pictures, and an empty page to be sealed."""
    pictured = papers(folder)

    def paint_pages(
        path: Path,
        title: str,
        layout: tuple[QPageLayout.Orientation, float],
        paint: Callable[..., None],
    ) -> None:
        pictured(Path("buku-mutasi"), title, layout, paint)
        write_paper(path, title, layout, lambda _: None)

    return paint_pages


def main() -> None:
    """Ends the process with the window's status."""
    folder = Path(sys.argv[1])
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else USUAL_S
    folder.mkdir(parents=True, exist_ok=True)
    book_paper.write_paper = _book_papers(folder)  # type: ignore[attr-defined]
    application()
    exercise = start_exercise("pembukaan", SEED, None, systems=True, habits=TRAINING)
    picture = Picture(None, 0.0, WIDTH, HEIGHT, None, "dark", "id")
    desk = open_desk(exercise.room, "pictures", picture, exercise_panels(exercise), with_duty=True)
    pictures = Pictures(desk, folder)  # a timer does not keep the object of a method
    QTimer.singleShot(round(seconds * 1000), pictures.next)
    sys.exit(run(desk, picture, exercise.close))
