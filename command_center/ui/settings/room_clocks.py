"""The room's targets and clocks, a row each. They are one truth for all workstations: kept in the
room's log, they count everywhere at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from command_center.commands.room_clocks import SetTargets
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import RoomSetting
from command_center.domain.targets import CLOCKS, SETTING, RoomClock, fits
from command_center.ports import Outcome
from command_center.runtime.option_forms import Wrong
from command_center.runtime.options import Kind, Option, Subject
from command_center.ui.detail.words import fill
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence
from command_center.ui.settings import words
from command_center.ui.settings.clock_steps import ClockSteps
from command_center.ui.settings.clock_words import MEANINGS, TITLES
from command_center.ui.settings.row import RowState, RowWords, SettingRow
from command_center.ui.settings.sections import Sections
from command_center.ui.settings.words import translate


def _option(clock: RoomClock) -> Option:
    return Option(
        clock.name, clock.default, Kind.NUMBER, Subject.ROOM, clock.meaning,
        low=clock.low, high=clock.high, unit="seconds",
    )  # fmt: skip


class ClockRows:
    """Set by the administrator: they measure the shift, whose lead is no judge of it."""

    def __init__(self, seat: Seat, sections: Sections) -> None:
        self._seat, self._sections = seat, sections
        self._steps = ClockSteps(self._send)
        self._changed: Mapping[str, str] = {}
        self._refused: dict[str, tuple[str, str]] = {}  # by clock: what was written, why not
        self.rows: dict[str, SettingRow] = {}

    def parts(self) -> Iterator[None]:
        self._sections.head(partial(translate, "Settings", "Target dan batas waktu ruang"))
        for name, clock in CLOCKS.items():
            option = _option(clock)
            row = SettingRow(self._seat, option, partial(_words, option), partial(_check, option))
            row.kept.connect(partial(self._keep, option))
            row.undone.connect(partial(self._steps.take_back, name))
            row.reset.connect(partial(self._steps.ask, name, clock.default))
            self.rows[name] = row
            self._sections.add(row)
            yield

    def _setting(self) -> RoomSetting | None:
        kept = self._seat.situation.get("room_setting", SETTING)
        return kept if isinstance(kept, RoomSetting) else None

    def _decided(self) -> Mapping[str, Any]:
        setting = self._setting()
        return setting.value if setting is not None else {}

    def follow(self) -> None:
        """What the room says by now, whether anybody looks or not: something of here may wait for
        it."""
        setting, said = self._setting(), self._decided()
        now = {name: said.get(name, clock.default) for name, clock in CLOCKS.items()}
        self._steps.see(setting.version if setting is not None else 0, now)

    def show(self, changed: Mapping[str, str]) -> None:
        """`changed`: by clock who changed it last and when, "" where nobody has."""
        self._changed = changed
        self._show()

    def _show(self) -> None:
        self.follow()
        decided = self._decided()
        for name, row in self.rows.items():
            row.show_state(
                RowState(
                    text=str(round(getattr(self._seat.targets, name))),
                    says=" · ".join(filter(None, self._said(row, decided))),
                    lock=self._closed(),
                    undo=self._steps.is_ours(name),
                    reset=name in decided,
                )
            )
            text, why = self._refused.get(name, ("", ""))
            if row.edited and row.field.text() == text:
                row.show_fault(why)

    def _said(self, row: SettingRow, decided: Mapping[str, Any]) -> Iterator[str]:
        name = row.option.name
        default = words.value_text(row.option, row.option.default)
        yield fill(translate("Settings", "bawaan: %1"), default)
        if name in decided and not fits(CLOCKS[name], decided[name]):
            yield translate("Settings", "nilai ruang tidak dikenal program ini: perbarui")
        yield self._changed.get(name, "")

    def forget_steps(self) -> None:
        self._steps.forget()

    def _closed(self) -> str:
        if self._seat.may(Permission.ADMINISTER):
            return ""
        return sentence("not_allowed" if self._seat.person.signed_in else "sign_in_first", {})

    # --- what is asked -------------------------------------------------------------------------

    def _keep(self, option: Option, text: str) -> None:
        seconds = option.read(text)
        if isinstance(seconds, int):
            self._refused.pop(option.name, None)
            self._steps.ask(option.name, seconds)
            if not self._steps.is_asked(option.name):
                self.rows[option.name].forget()

    def _send(self, name: str, seconds: int) -> None:
        """No card of a conflict: the row says whose value counts beside what was written."""
        setting, said = self._setting(), dict(self._decided())
        said.pop(name, None)
        if seconds != CLOCKS[name].default:
            said[name] = seconds
        command = SetTargets(said, setting.version if setting is not None else 0)
        self._seat.submit(command, self._stored, partial(self._failed, name))

    def _stored(self, outcome: Outcome) -> None:
        self._seat.notices.done(outcome.kind)
        self._steps.stored()
        self._show()

    def _failed(self, name: str, error: OperatorError) -> None:
        """What was written stays, to be put right."""
        told = _by_title(error)
        self._seat.notices.failed(told)
        self._steps.failed()
        self._show()
        if not self._steps.is_asked(name):
            row, why = self.rows[name], sentence(told.code, told.params, self._seat.situation)
            self._refused[name] = row.field.text(), why
            row.show_fault(why)


def _by_title(error: OperatorError) -> OperatorError:
    """With the clock at fault as the screen calls it; one of a newer program has no title here."""
    name = error.params.get("name")
    if name not in TITLES:
        return error
    return OperatorError(error.code, **{**error.params, "name": _title(str(name))})


def _title(name: str) -> str:
    return translate("Settings", TITLES[name])


def _words(option: Option) -> RowWords:
    said, unit = translate("Settings", MEANINGS[option.name]), translate("Settings", "detik")
    return RowWords(_title(option.name), f"{said} ({option.low}–{option.high} {unit})")


def _check(option: Option, text: str) -> str:
    found = option.read(text)
    if not isinstance(found, Wrong):
        return ""
    named = {"option": _title(option.name)}
    where = translate("Settings", "Isian ini")
    return sentence(found.code, {"where": where, **found.allowed, **named})
