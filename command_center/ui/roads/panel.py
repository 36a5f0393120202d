"""The streets: the map they come from, and what is closed of them, the newest first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from command_center.commands.roads import ROADS_SETTING, KeepRoads, OpenRoad
from command_center.domain.permissions import Permission
from command_center.geo.roadnet.reading import RoadsImport, length_km
from command_center.situation.situation import Touched
from command_center.ui.actions.action import submit
from command_center.ui.actions.roads import CLOSE_ROAD, IMPORT_ROADS, SHOW_CLOSURE
from command_center.ui.detail.names import Names
from command_center.ui.detail.questions import Answer
from command_center.ui.detail.words import fill
from command_center.ui.dropped_file import local_file
from command_center.ui.fault_words import faults_text
from command_center.ui.format import count
from command_center.ui.list_page import Keys, ListPage
from command_center.ui.radio.lines import TextRow
from command_center.ui.roads.job import RoadsJob
from command_center.ui.roads.lines import Look, digest_of, standing_closures
from command_center.ui.roads.words import roads_text, since_text, told_text, translate
from command_center.ui.seat import Seat

_KEYS: Keys = {
    "close": ("Ins", Qt.Key.Key_Insert),
    "show": ("Return", Qt.Key.Key_Return),
    "open": ("Del", Qt.Key.Key_Delete),
    "import": ("O", Qt.Key.Key_O),
    "stop": ("Esc", Qt.Key.Key_Escape),
}
_OF_A_ROW = frozenset({"show", "open"})
_FOLLOWED = frozenset({"road_closure", "room_setting", "staff"})
FAULTS_SHOWN = 6


class RoadsPanel(ListPage):
    """Closures are drawn on the map; here they are seen and opened again. The map of streets is
    taken in here."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(seat, _KEYS, "show", parent=parent)
        self._look: Look | None = None
        self._asked: tuple[object, ...] = ()
        self.job = RoadsJob(seat, self)
        self.job.told.connect(self._told)
        self.job.read.connect(self._was_read)
        self.job.stopped.connect(self._was_stopped)
        self.setAcceptDrops(True)
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        seat.asking.asked.connect(self._asked_for)
        self.restyle()
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    def rows(self) -> list[TextRow]:
        seat, now = self._seat, self._seat.live.now()
        names = Names(seat.situation)
        return [
            TextRow(row.id, row.name, since_text(row, now, seat), told_text(row, self._look, names))
            for row in standing_closures(seat.situation)
        ]

    def refresh(self, *args: object) -> None:
        setting = self._seat.situation.get("room_setting", ROADS_SETTING)
        value: Mapping[str, Any] | None = setting.value if setting is not None else None
        look, digest = self._look, digest_of(self._seat.situation)
        why = look.why if look is not None and look.digest == digest else ""
        self.say(self.standing, roads_text(value, why, self._seat))
        self.standing.tint("warn" if value is None or why else "text2")
        super().refresh(*args)
        self._count()

    def _count(self) -> None:
        """What the closures shut is reckoned away from the window, once for each state of both."""
        situation = self._seat.situation
        digest = digest_of(situation)
        lines = [row.line for row in standing_closures(situation)]
        if self.isVisible() and (digest, *lines) != self._asked:
            self._asked = (digest, *lines)
            work = partial(self._seat.roads.look, digest, lines)
            self._seat.tasks.run(work, self._counted, self._seat.notices.failed)

    def _counted(self, look: Look) -> None:
        self._look = look
        self.refresh()

    def _changed(self, touched: Touched) -> None:
        if self.isVisible() and (touched.everything or touched.entities & _FOLLOWED):
            self.refresh()

    def _ticked(self, now: datetime) -> None:
        """A closure may be past its time."""
        if self.isVisible() and self.model.rows:
            self.refresh()

    # --- what is asked -------------------------------------------------------------------------

    def _asked_for(self, action_id: str, _: object) -> None:
        if action_id == IMPORT_ROADS:
            self.ask("import")

    def reason(self, asked: str) -> str | None:
        needed = {"close": Permission.DISPATCH, "open": Permission.DISPATCH}
        needed["import"] = Permission.ADMINISTER
        if not self._seat.may(needed.get(asked, Permission.WATCH)):
            return "not_allowed" if self._seat.person.signed_in else "sign_in_first"
        if asked in _OF_A_ROW and self.view.current() is None:
            return "select_closure"
        return "roads_importing" if asked == "import" and self.job.running else None

    def answer(self, asked: str) -> None:
        row = self.view.current()
        if asked == "close":
            self._seat.asking.ask(CLOSE_ROAD)
        elif asked == "stop":
            self.job.stop()
        elif asked == "import":
            self._ask_file()
        elif row is not None and asked == "open":
            self._ask_open(row)
        elif row is not None:
            self._seat.asking.ask(SHOW_CLOSURE, row.id)

    def ask(self, asked: str, *args: object) -> None:
        if asked != "stop" or self.job.running:  # Esc leaves many things here
            super().ask(asked, *args)

    def follow(self, *args: object) -> None:
        super().follow(*args)
        self.buttons["stop"].setVisible(self.job.running)
        self.buttons["import"].setVisible(not self.job.running)

    def _ask_open(self, row: TextRow) -> None:
        title = fill(translate("Roads", "Buka kembali %1?"), row.first)
        yes = Answer(translate("Roads", "Buka kembali"), "Return", partial(self._open, row))
        self.question.ask(title, [yes])

    def _open(self, row: TextRow) -> None:
        self.question.leave()
        submit(self._seat, OpenRoad(row.id), name=row.first)

    # --- the map of streets --------------------------------------------------------------------

    def _ask_file(self) -> None:
        title = translate(
            "Roads", "Berkas .osm.pbf, .osm atau GeoJSON mana? Tulis jalurnya, atau seret."
        )
        yes = Answer(translate("Roads", "Baca"), "Return", self._read_typed)
        self.question.ask(title, [yes], typed="")

    def _read_typed(self) -> None:
        typed = self.typed()
        if typed:
            self.read_file(Path(typed).expanduser())

    def read_file(self, path: Path) -> None:
        """Read it beside the window; what it holds is shown before it is the room's."""
        self.say(self.faults, "")
        self.job.start(path)
        self.follow()

    def _told(self, done: int) -> None:
        if done:
            text = fill(translate("Roads", "Membaca peta jalan: %1 jalan"), count(done))
        else:
            text = translate("Roads", "Membaca peta jalan: titik-titiknya dahulu")
        self.say(self.outlook, text)

    def _was_stopped(self) -> None:
        self.say(self.outlook, translate("Roads", "Dihentikan; tidak ada yang disimpan."))
        self.follow()

    def _was_read(self, name: str, made: RoadsImport) -> None:
        self.say(self.outlook, "")
        self.say(self.faults, faults_text(made.faults, FAULTS_SHOWN))
        self.follow()
        table = made.table
        if table is None:
            return
        text = translate(
            "Roads",
            "%1: %2 ruas, %3 km, %4 bagian terpisah. Jadikan peta jalan ruang ini? Lisensi:",
        )
        title = fill(
            text,
            name,
            count(len(table.start)),
            count(round(length_km(table))),
            count(made.islands),
        )
        yes = Answer(translate("Roads", "Pakai"), "Return", partial(self._take, name, made))
        self.question.ask(title, [yes], typed=made.licence)

    def _take(self, name: str, made: RoadsImport) -> None:
        self.job.keep(name, made, self.typed(), self._keep)

    def _keep(self, command: KeepRoads) -> None:
        nodes, edges = count(command.nodes), count(command.edges)
        submit(self._seat, command, nodes=nodes, edges=edges)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_file(event.mimeData()) is not None and self.reason("import") is None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = local_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.read_file(path)

    # --- appearance ----------------------------------------------------------------------------

    def retranslate(self) -> None:
        self.title.show_text(translate("Roads", "JALAN DAN PENUTUPAN"))
        self.setAccessibleName(translate("Roads", "Jalan dan penutupan"))
        self.view.setAccessibleName(translate("Roads", "Jalan yang ditutup"))
        self.view.empty = translate("Roads", "Tidak ada jalan yang ditutup.")
        self.filter.setPlaceholderText(translate("Roads", "Saring menurut kata"))
        self.filter.setAccessibleName(translate("Roads", "Saring menurut kata"))
        names = {
            "close": translate("Roads", "Tutup jalan"),
            "show": translate("Roads", "Tampilkan di peta"),
            "open": translate("Roads", "Buka kembali"),
            "import": translate("Roads", "Impor peta jalan"),
            "stop": translate("Roads", "Hentikan impor"),
        }
        for name, text in names.items():
            self.buttons[name].relabel(text)
        self.refresh()
