"""The room: what it has agreed on, who changed it last, and the way to the page that changes it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QVBoxLayout

from command_center.domain.targets import CLOCKS
from command_center.domain.targets import SETTING as TARGETS
from command_center.ports import History
from command_center.situation.setting_history import last_changes_in
from command_center.situation.situation import Touched
from command_center.ui.detail.names import Names
from command_center.ui.detail.words import fill
from command_center.ui.format import moment
from command_center.ui.seat import Seat
from command_center.ui.settings.link_row import LinkRow
from command_center.ui.settings.room_clocks import ClockRows
from command_center.ui.settings.room_settings import ROOM_SUBJECTS, RoomTable
from command_center.ui.settings.sections import ScopePage
from command_center.ui.settings.words import translate

Changed = dict[str, tuple[str, str]]
"""By the name of a room's setting, or `targets.` and that of a clock: who changed it last, and when
(ISO)."""


class RoomPage(ScopePage):
    """Clocks are changed here; each table has a page of its own, with its own rights."""

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self._changed: Changed = {}
        self.rows: list[tuple[RoomTable, LinkRow]] = []
        self.clocks = ClockRows(seat, self.sections)
        seat.live.changed.connect(self._follow)
        seat.person.changed.connect(self._someone_else)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.sections)

    def parts(self) -> Iterator[None]:
        for subject in ROOM_SUBJECTS:
            self.sections.head(partial(translate, "Settings", subject.heading))
            for table in subject.tables:
                self._add(table)
            yield
        yield from self.clocks.parts()

    def _add(self, table: RoomTable) -> None:
        title = partial(translate, "Settings", table.title)
        meaning = partial(translate, "Settings", table.meaning)
        row = LinkRow(self._seat, title, meaning, table.action_id)
        self.rows.append((table, row))
        self.sections.add(row)

    def hear(self, touched: Touched) -> None:
        if touched.everything or touched.entities & {"room_setting", "staff"}:
            self.refresh()

    def _follow(self, touched: Touched) -> None:
        """Unseen, too."""
        if touched.everything or "room_setting" in touched.entities:
            self.clocks.follow()

    def refresh(self) -> None:
        """What the log says of each comes from a worker."""
        self._show()
        seat = self._seat
        names = [id for table, _ in self.rows for id in self._ids(table)]
        work = partial(last_changes, seat.history, names, seat.situation.seq)
        seat.tasks.run(work, self._heard, seat.notices.failed)

    def _heard(self, changed: Changed) -> None:
        self._changed = changed
        self._show()

    def _ids(self, table: RoomTable) -> list[str]:
        """Of the rows that the room has."""
        known = (row.id for row in self._seat.situation.all("room_setting"))
        return sorted(
            id for id in known if any(id == name or id.startswith(f"{name}.") for name in table.ids)
        )

    def _show(self) -> None:
        names = Names(self._seat.situation)
        for table, row in self.rows:
            ids = self._ids(table)
            said = self._author(names, ids)
            if said:
                row.say(said)
            elif table.ids and not ids:
                row.say(translate("Settings", "bawaan program"))
            else:
                row.say("")

        self.clocks.show({name: self._author(names, [f"{TARGETS}.{name}"]) for name in CLOCKS})

    def _author(self, names: Names, ids: list[str]) -> str:
        """Who changed any of these last and when, "" where the log does not say."""
        last = max((self._changed[id] for id in ids if id in self._changed), default=None)
        if last is None:
            return ""
        at, author = last
        said = translate("Settings", "diubah %1 · %2")
        return fill(said, names.person(author), moment(at, self._seat.zone))

    def _someone_else(self) -> None:
        self.clocks.forget_steps()
        self._show()

    def retranslate(self) -> None:
        self.sections.retranslate()
        self._show()


def last_changes(history: History, names: list[str], up_to: int) -> Changed:
    """(when, who) of each name, and of the clocks. Waits for the database."""
    found: Changed = {}
    for name in names:
        for stored in history.about("room_setting", name, up_to, 1):
            found[name] = (stored.entry.recorded_at, stored.entry.actor)
    clocks = last_changes_in(history, TARGETS, up_to)
    return found | {f"{TARGETS}.{name}": last for name, last in clocks.items()}
