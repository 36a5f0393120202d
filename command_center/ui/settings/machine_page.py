"""This machine: each declared option with what counts and who says so, changed one at a time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout

from command_center.domain.errors import OperatorError
from command_center.domain.room import RoomKind
from command_center.runtime.option_forms import Wrong
from command_center.runtime.options import Option, Subject, Value
from command_center.runtime.setting_layers import Layer, Standing, WrongSetting
from command_center.runtime.settings import OPTIONS, Settings
from command_center.ui.actions.view import DOCTOR
from command_center.ui.detail.words import fill
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence
from command_center.ui.settings import words
from command_center.ui.settings.link_row import LinkRow
from command_center.ui.settings.machine import Machine, hide, keep, read_machine
from command_center.ui.settings.row import RowState, RowWords, SettingRow
from command_center.ui.settings.sections import ScopePage
from command_center.ui.settings.words import translate


@dataclass(frozen=True, slots=True)
class _Job:
    """`work` for the pool, left out where `needless` says so of what counts when its turn comes;
    once it is done, `remember` is told of the row's steps back and what was said before."""

    work: Callable[[], Machine]
    row: SettingRow | None = None
    remember: Callable[[list[Value | None], Value | None], object] = lambda *_: None
    needless: Callable[[Machine], bool] = lambda _: False


class MachinePage(ScopePage):
    """Its file belongs to the account that the machine was signed in with: who may write it may
    change it here, unless nobody sits here. Jobs are done one after the other, so that what is
    shown last is what was saved last. `begun` is what this program started with."""

    def __init__(self, seat: Seat, begun: Settings | None) -> None:
        super().__init__(seat)
        self._begun = begun
        self._room = seat.room_kind.value
        self._machine: Machine | None = None
        self._jobs: deque[_Job] = deque()
        self._before: dict[str, list[Value | None]] = {name: [] for name in OPTIONS}
        self.standing = PlainLabel(seat.theme, "text2")
        self.standing.setWordWrap(True)
        self.rows: dict[str, SettingRow] = {}
        self._lines = QVBoxLayout(self)
        self._lines.setSpacing(0)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.addWidget(self.standing)
        self._lines.addWidget(self.sections, 1)
        seat.person.changed.connect(self._show)
        seat.theme.changed.connect(self._restyle)
        self._restyle()

    def parts(self) -> Iterator[None]:
        for subject in Subject:
            self.sections.head(partial(words.heading, subject))
            for option in OPTIONS.values():
                if option.subject is subject:
                    self._add(option)
            yield
        if self._seat.room_kind is RoomKind.LIVE:
            self._offer_doctor()

    def _offer_doctor(self) -> None:
        def title() -> str:
            return translate("Settings", "Keadaan komputer ini")

        def meaning() -> str:
            return translate(
                "Settings",
                "Apa yang kurang di komputer ini, dan berkas untuk yang membantu dari jauh.",
            )

        self.sections.head(lambda: translate("Settings", "Pemeriksaan dan bantuan"))
        self.sections.add(LinkRow(self._seat, title, meaning, DOCTOR))

    def _add(self, option: Option) -> None:
        said = partial(self._words, option)
        row = self.rows[option.name] = SettingRow(
            self._seat, option, said, partial(self._check, option)
        )
        row.show_state(RowState("", "", lock=translate("Settings", "sedang dibaca")))
        row.kept.connect(partial(self._keep, option))
        row.undone.connect(partial(self._undo, option))
        row.reset.connect(partial(self._set, option, None))
        self.sections.add(row)

    # --- what it shows -------------------------------------------------------------------------

    def refresh(self) -> None:
        """Read anew: files are changed by others, too."""
        if not self._jobs:
            self._do(_Job(partial(read_machine, self._room)))

    def _show(self) -> None:
        machine = self._machine
        if machine is None or not self.is_built:
            return
        for one in machine.found.standing.values():
            self.rows[one.option.name].show_state(self._state(machine, one))
        strange = [fault for fault in machine.found.faults if fault.option not in self.rows]
        said = [words.fault_text(fault) for fault in strange]
        path = fill(translate("Settings", "Berkas akun ini: %1."), _homely(machine.path))
        self.standing.show_text(" ".join([path, self._closed(machine), *said]).strip())
        self.standing.tint("warn" if said or self._closed(machine) else "text2")

    def _closed(self, machine: Machine) -> str:
        """Why nothing can be changed here."""
        if not machine.writable:
            return translate("Settings", "Akun ini tidak boleh menulisnya: hanya untuk dibaca.")
        return "" if self._seat.person.signed_in else sentence("sign_in_first", {})

    def _state(self, machine: Machine, one: Standing) -> RowState:
        option, name = one.option, one.option.name
        faults = [fault for fault in machine.found.faults if fault.option == name]
        fault = faults[-1] if faults else machine.away.get(name)
        begun = getattr(self._begun, name) if self._begun is not None else one.value
        news = begun != one.value and not option.founding
        return RowState(
            text="" if option.secret else _text(one.value),
            says=self._says(machine, one, news),
            lock=self._closed(machine) or words.lock_text(one),
            fault=words.fault_text(fault) if fault else "",
            news=news,
            undo=bool(self._before[name]),
            reset=one.own is not None or name in machine.hidden,
        )

    def _says(self, machine: Machine, one: Standing, news: bool) -> str:
        option = one.option
        if option.name in machine.hidden and not one.value:
            layer = translate("Settings", "tersimpan di penyimpan sandi")
        elif option.secret:
            kept = fill(translate("Settings", "tersimpan di %1"), one.where)
            layer = kept if one.value else translate("Settings", "belum ada")
        else:
            layer = words.layer_text(one)
        parts = [layer]
        if one.layer is not Layer.DEFAULT and not option.secret:
            parts += words.below_text(one)
        if news:
            parts.append(translate("Settings", "menunggu mulai ulang"))
        elif option.founding:
            parts.append(translate("Settings", "berlaku saat ruang didirikan"))
        else:
            parts.append(translate("Settings", "perlu mulai ulang"))
        return " · ".join(parts)

    def _words(self, option: Option) -> RowWords:
        new, none = translate("Settings", "tulis yang baru"), translate("Settings", "kosong")
        usual = {"": translate("Settings", "bawaan program")}
        return RowWords(
            words.title(option), words.meaning(option), new if option.secret else none, usual
        )

    def _check(self, option: Option, text: str) -> str:
        found = option.read(text)
        return self._sentence(option, found) if isinstance(found, Wrong) else ""

    def _sentence(self, option: Option, wrong: Wrong) -> str:
        here = translate("Settings", "Isian ini")
        return words.fault_text(WrongSetting(wrong, option.name, here, Layer.USER))

    # --- what is asked -------------------------------------------------------------------------

    def _keep(self, option: Option, text: str) -> None:
        value = option.read(text)
        if option.secret:
            self._do(_Job(partial(hide, self._room, option, text), self.rows[option.name]))
        elif not isinstance(value, Wrong):
            self._set(option, value)

    def _set(self, option: Option, value: Value | None) -> None:
        row = self.rows[option.name]
        if option.secret:  # what nobody may see cannot be put back either
            self._do(_Job(partial(hide, self._room, option, ""), row))
        else:
            work = partial(keep, self._room, option, value)
            counts = partial(_counts, option, value)
            self._do(_Job(work, row, lambda steps, own: steps.append(own), counts))

    def _undo(self, option: Option) -> None:
        if self._before[option.name]:
            own = self._before[option.name][-1]
            work = partial(keep, self._room, option, own)
            self._do(_Job(work, self.rows[option.name], lambda steps, _: steps.pop()))

    # --- one job after the other ---------------------------------------------------------------

    def _do(self, job: _Job) -> None:
        self._jobs.append(job)
        if len(self._jobs) == 1:
            self._begin()

    def _begin(self) -> None:
        if self._machine is not None and self._jobs[0].needless(self._machine):
            self._show()
            self._next()
            return
        self._seat.tasks.run(self._jobs[0].work, self._done, self._failed)

    def _done(self, machine: Machine) -> None:
        row, before, self._machine = self._jobs[0].row, self._machine, machine
        if row is not None and before is not None:
            name = row.option.name
            self._jobs[0].remember(self._before[name], before.found.standing[name].own)
            self._seat.notices.done("setting_kept", name=words.title(row.option))
        self._show()
        if row is not None and row.option.secret:
            row.forget()
        self._next()

    def _failed(self, error: OperatorError) -> None:
        """What is shown goes back to what is saved; what was written stays, to be put right."""
        row = self._jobs[0].row
        said = words.fault_text(error) if isinstance(error, WrongSetting) else ""
        said = said or sentence(error.code, error.params)
        if row is None:
            self.standing.show_text(said)
            self.standing.tint("warn")
        else:
            if not row.field.is_typed:
                row.forget()
            row.show_fault(said)
        self._next()

    def _next(self) -> None:
        self._jobs.popleft()
        if self._jobs:
            self._begin()

    # --- appearance ----------------------------------------------------------------------------

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self.standing.setContentsMargins(px(12), 0, px(12), px(4))

    def retranslate(self) -> None:
        self.sections.retranslate()
        self._show()


def _counts(option: Option, value: Value | None, machine: Machine) -> bool:
    return value is not None and machine.found.standing[option.name].value == value


def _homely(path: Path) -> str:
    """Short, and without the account's name where it stands in its home."""
    home = Path.home()
    return f"~/{path.relative_to(home).as_posix()}" if path.is_relative_to(home) else str(path)


def _text(value: Value) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
