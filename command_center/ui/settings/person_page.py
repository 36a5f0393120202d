"""A person: how the window looks to them, kept for each apart; what is chosen counts at once."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout

from command_center.ui.detail.words import fill
from command_center.ui.seat import Seat
from command_center.ui.settings.link_row import LinkRow
from command_center.ui.settings.person_options import LINKS, PERSON_OPTIONS, PersonOption
from command_center.ui.settings.row import RowState, RowWords, SettingRow
from command_center.ui.settings.sections import ScopePage
from command_center.ui.settings.words import translate


class PersonPage(ScopePage):
    def __init__(self, seat: Seat) -> None:
        super().__init__(seat)
        self._before: dict[str, list[str]] = {one.option.name: [] for one in PERSON_OPTIONS}
        self.rows: dict[str, SettingRow] = {}
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.sections)
        seat.theme.changed.connect(self.refresh)
        seat.person.changed.connect(self._someone_else)
        seat.asking.asked.connect(self._asked)

    def parts(self) -> Iterator[None]:
        self.sections.head(lambda: translate("Settings", "Tampilan bagi saya di meja ini"))
        for one in PERSON_OPTIONS:
            self._add(one)
        yield
        self.sections.head(lambda: translate("Settings", "Di tempatnya sendiri"))
        for title, meaning, action_id in LINKS:
            name, about = (partial(translate, "Settings", text) for text in (title, meaning))
            self.sections.add(LinkRow(self._seat, name, about, action_id))

    def _add(self, one: PersonOption) -> None:
        row = SettingRow(self._seat, one.option, partial(_words, one), _nothing_wrong)
        self.rows[one.option.name] = row
        row.kept.connect(partial(self._keep, one))
        row.undone.connect(partial(self._undo, one))
        row.reset.connect(partial(self._keep, one, str(one.option.default)))
        self.sections.add(row)

    def refresh(self) -> None:
        for one in PERSON_OPTIONS if self.is_built else ():
            self.rows[one.option.name].show_state(self._state(one))

    def _state(self, one: PersonOption) -> RowState:
        value, usual = one.read(self._seat), str(one.option.default)
        names = _names(one)
        said = translate("Settings", "bawaan: %1")
        return RowState(
            text=value,
            says=fill(said, names.get(usual, usual)),
            undo=bool(self._before[one.option.name]),
            reset=value != usual,
        )

    def _keep(self, one: PersonOption, value: str) -> None:
        before = one.read(self._seat)
        if value != before:
            self._before[one.option.name].append(before)
            one.write(self._seat, value)
            self._soon()

    def _undo(self, one: PersonOption) -> None:
        if self._before[one.option.name]:
            value = self._before[one.option.name].pop()
            if value != one.read(self._seat):
                one.write(self._seat, value)
            self._soon()

    def _asked(self, action_id: str, _: object) -> None:
        if action_id.startswith(("view.layout.", "view.language")):
            self._soon()

    def _someone_else(self) -> None:
        """Their steps back are not those of whoever sat here."""
        for steps in self._before.values():
            steps.clear()
        self._soon()

    def _soon(self) -> None:
        """Once the window has done it."""
        QTimer.singleShot(0, self, self.refresh)

    def retranslate(self) -> None:
        self.sections.retranslate()
        self.refresh()


def _names(one: PersonOption) -> dict[str, str]:
    return {value: translate("Settings", name) for value, name in one.names.items()}


def _words(one: PersonOption) -> RowWords:
    meaning = translate("Settings", one.option.meaning)
    return RowWords(translate("Settings", one.title), meaning, "", _names(one))


def _nothing_wrong(text: str) -> str:
    return ""
