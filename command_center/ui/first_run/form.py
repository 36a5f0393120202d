"""A step of the guided page: its fields, and what is asked of the machine meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from command_center.domain.errors import OperatorError
from command_center.runtime.setting_layers import WrongSetting
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.dropped_file import local_file
from command_center.ui.first_run.setup import Setup, Standing
from command_center.ui.i18n import Language
from command_center.ui.named_field import NamedField
from command_center.ui.plain_label import PlainLabel
from command_center.ui.sentences import sentence
from command_center.ui.settings.words import fault_text
from command_center.ui.tasks import Tasks
from command_center.ui.theme import Theme

translate = QCoreApplication.translate
Value = TypeVar("Value")
WIDE_PX, LEAST_PX = 560, 200


@dataclass(frozen=True, slots=True)
class Bench:
    """What the page stands on before there is a room. `packs` are cities, `layouts` the shipped
    mappings of camera directories, `profiles` = {profile: what the system is called}."""

    theme: Theme
    tasks: Tasks
    language: Language
    setup: Setup
    packs: tuple[str, ...]
    layouts: tuple[str, ...]
    profiles: Mapping[str, str]


class PathLine(QLineEdit):
    """A file is typed, or dragged here."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptDrops(True)

    @property
    def path(self) -> Path | None:
        typed = self.text().strip()
        return Path(typed).expanduser() if typed else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = local_file(event.mimeData())
        if path is not None:
            self.setText(str(path))


class StepForm(QWidget):
    """`went` carries the new standing once the step is done; `said` (text, ink) what is told under
    the fields; `working` whether something is being waited for; `changed` that the button at the
    end says something else now; `grew` (widget) what has become higher. `typing`: what had the
    keyboard before anything was waited for."""

    went = Signal(object)
    said = Signal(str, str)
    working = Signal(bool)
    changed = Signal()
    grew = Signal(object)

    def __init__(self, bench: Bench) -> None:
        super().__init__()
        self.bench = bench
        self.busy = False
        self.typing: QWidget | None = None
        self._turn, self._changes = 0, False
        self._held: tuple[QWidget, ...] = ()
        self._named: list[tuple[NamedField, Callable[[], str]]] = []
        self._buttons: list[tuple[KeyButton, Callable[[], str]]] = []
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(bench.theme.px(8))

    # --- what the page asks --------------------------------------------------------------------

    def load(self, standing: Standing) -> None:
        """It is in front: what is set already stands in its fields."""

    def go(self) -> None:
        """Enter, or the loud button."""

    def go_text(self) -> str:
        return translate("FirstRun", "Lanjut")

    def can_go(self) -> bool:
        return not self.busy

    def cancel(self) -> None:
        """What was asked is not waited for any more; what comes of it is not used. Work that
        changes something is never left in the middle."""
        if not self.busy or self._changes:
            return
        self._turn += 1
        self._rest()
        self.said.emit(translate("FirstRun", "Dibatalkan; tidak ada yang diubah."), "text2")

    # --- for the steps -------------------------------------------------------------------------

    def field(
        self, inside: QLineEdit | QComboBox, name: Callable[[], str], width_px: int = WIDE_PX
    ) -> NamedField:
        made = self.named(inside, name, width_px)
        self.rows.addWidget(made)
        return made

    def named(
        self, inside: QLineEdit | QComboBox, name: Callable[[], str], width_px: int = WIDE_PX
    ) -> NamedField:
        """To be put somewhere by the caller. A line is shorter where the handbook stands beside."""
        made = NamedField(self.bench.theme, inside, width_px)
        if isinstance(inside, QLineEdit):
            made.setMinimumWidth(self.bench.theme.px(LEAST_PX))
            made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._named.append((made, name))
        return made

    def button(
        self, name: Callable[[], str], press: Callable[[], None], key: str = ""
    ) -> KeyButton:
        made = KeyButton(self.bench, "", key)
        made.clicked.connect(press)
        self._buttons.append((made, name))
        return made

    def label(self, ink: str = "text2", size_px: int = 13, *, bold: bool = False) -> PlainLabel:
        made = PlainLabel(self.bench.theme, ink, size_px, bold)
        made.setWordWrap(True)
        self.rows.addWidget(made)
        return made

    def ask(
        self,
        what: str,
        work: Callable[[], Value],
        done: Callable[[Value], None],
        *,
        changes: bool = False,
        of: tuple[QWidget, ...] = (),
    ) -> None:
        """Away from this thread; `what` is told meanwhile. `changes`: it cannot be given up. `of`:
        the fields that are asked about, which stay as they are until the answer."""
        if self.busy:
            return
        self.busy, self._changes, self._held = True, changes, of
        self._turn += 1
        self.typing = self.window().focusWidget()
        self.said.emit(what, "text2")
        self.working.emit(True)
        self._hold(True)
        ended = partial(self._ended, self._turn, done)
        self.bench.tasks.run(work, ended, partial(self._failed, self._turn))

    def step(
        self, work: Callable[[], Standing], what: str = "", of: tuple[QWidget, ...] = ()
    ) -> None:
        """Work that ends the step."""
        said = what or translate("FirstRun", "Menyimpan…")
        self.ask(said, work, self.went.emit, changes=True, of=of)

    def retranslate(self) -> None:
        for named, name in self._named:
            named.rename(name())
        for button, text in self._buttons:
            button.relabel(text())

    def fail(self, error: OperatorError) -> None:
        """A setting is called what the screen calls it."""
        text = fault_text(error) if isinstance(error, WrongSetting) else ""
        self.said.emit(text or sentence(error.code, error.params), "warn")

    def broke(self) -> None:
        """A bug, whoever's: nothing is waited for."""
        if self.busy:
            self._turn += 1
            self._rest()

    def _ended(self, turn: int, done: Callable[[Any], None], value: Any) -> None:
        if turn == self._turn:
            self._rest()
            self.said.emit("", "text2")
            done(value)

    def _failed(self, turn: int, error: OperatorError) -> None:
        if turn == self._turn:
            self._rest()
            self.fail(error)

    def _hold(self, held: bool) -> None:
        for field in self._held:
            field.setEnabled(not held)

    def _rest(self) -> None:
        self.busy = False
        self._hold(False)
        self.working.emit(False)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
