"""One option on the page: what it is called and means, its field, who says what counts, what can
be done about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from command_center.runtime.option_forms import Wrong
from command_center.runtime.options import Option
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat
from command_center.ui.settings.field import OptionField
from command_center.ui.settings.words import translate
from command_center.ui.small_form import OwnKeys

BESIDE_FROM_PX = 640
"""From this width the field stands beside its words instead of under them."""
BETWEEN_PX = (6, 20)
"""Between words and field: one under the other, beside each other."""
_BESIDE = QBoxLayout.Direction.LeftToRight


@dataclass(frozen=True, slots=True)
class RowWords:
    """`hint` stands in an empty field; `choices` are the words of what can be chosen."""

    title: str
    meaning: str
    hint: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class RowState:
    """`text` is what counts, `says` who says so, `lock` why it cannot be changed here, `fault` what
    is wrong with it. `news`: it waits for the next start. `undo` and `reset`: whether there is
    something to take back, and something of one's own to give up."""

    text: str
    says: str
    lock: str = ""
    fault: str = ""
    news: bool = False
    undo: bool = False
    reset: bool = False


class SettingRow(OwnKeys):
    """What is being written is never overwritten: what came meanwhile is said beside it. `kept`
    carries the text."""

    kept = Signal(str)
    undone = Signal()
    reset = Signal()

    def __init__(
        self,
        seat: Seat,
        option: Option,
        words: Callable[[], RowWords],
        check: Callable[[str], str],
    ) -> None:
        """`check`: the sentence of what is wrong with a text, "" for nothing; asked at every
        letter."""
        super().__init__()
        self._seat, self._words, self._check = seat, words, check
        self.option = option
        self.state = RowState("", "")
        self._sent: str | None = None
        theme = seat.theme
        self.field = OptionField(seat, option)
        self.title = PlainLabel(theme, bold=True)
        self.meaning = PlainLabel(theme, "text2", 13)
        self.says = PlainLabel(theme, "text3", 11)
        self.fault = PlainLabel(theme, "warn", 13)
        self.save = KeyButton(seat, "", "Return", primary=True)
        self.leave = KeyButton(seat, "", "Esc")
        self.undo, self.standard = KeyButton(seat, ""), KeyButton(seat, "")
        for label in (self.meaning, self.says, self.fault):
            label.setWordWrap(True)
        self._lay_out()
        self.field.typed.connect(self._follow)
        self.field.chosen.connect(self._chosen)
        self.save.clicked.connect(self.enter)
        self.leave.clicked.connect(self.escape)
        self.undo.clicked.connect(self.undone)
        self.standard.clicked.connect(self.reset)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        self._both = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        words, right = QVBoxLayout(), QVBoxLayout()
        words.setSpacing(self._seat.theme.px(2))
        right.setSpacing(self._seat.theme.px(6))
        for label in (self.title, self.meaning, self.says):
            words.addWidget(label)
        words.addStretch(1)
        line = QHBoxLayout()
        line.addWidget(self.field, 0 if self.field.maximumWidth() < 1000 else 1)
        line.addStretch(0 if self.field.maximumWidth() >= 1000 else 1)
        acts = QWidget()
        self._acts = FlowLayout(acts, gap=6)
        for button in (self.save, self.leave, self.undo, self.standard):
            self._acts.addWidget(button)
        right.addLayout(line)
        right.addWidget(self.fault)
        right.addWidget(acts)
        right.addStretch(1)
        self._both.addLayout(words, 6)
        self._both.addLayout(right, 5)

    # --- what it shows -------------------------------------------------------------------------

    @property
    def edited(self) -> bool:
        """Whether something is written that is not kept yet; "05" is the 5 that is kept."""
        typed, kept = self.field.text(), self.state.text
        if not self.field.is_typed or typed == kept:
            return False
        value = self.option.read(typed)
        return isinstance(value, Wrong) or value != self.option.read(kept)

    def show_state(self, state: RowState) -> None:
        """A lock closes the field and takes nothing of what is written in it; nor does the end of
        saving what was written before it."""
        writing = self.edited or self._sent not in (None, self.field.text())
        self.state = state
        if state.text == self._sent:
            self._sent = None
        if not (writing and self.edited):
            self.field.show_text(state.text)
        self.field.lock(bool(state.lock))
        self._follow()

    def show_fault(self, text: str) -> None:
        """Until something else is written or shown."""
        self.fault.show_text(text)
        self.fault.setVisible(True)

    def forget(self) -> None:
        """What is written is kept, or shall not be."""
        self._sent = None
        self.field.show_text(self.state.text)
        self._follow()

    def _follow(self) -> None:
        state, edited = self.state, self.edited
        fault = self._check(self.field.text()) if edited else state.fault
        says = [state.says, state.lock]
        if edited:
            kept = state.text if state.text and not self.option.secret else "–"
            said = translate("Settings", "belum disimpan, yang berlaku: %1").replace("%1", kept)
            says.insert(0, said)
        self.says.show_text(" · ".join(part for part in says if part))
        self.says.tint("warn" if state.lock or state.news or edited else "text3")
        self.fault.show_text(fault)
        self.fault.setVisible(bool(fault))
        self.save.setEnabled(edited and not fault)
        open_now = not state.lock
        for button, shown in (
            (self.save, edited and open_now),
            (self.leave, edited),
            (self.undo, open_now and state.undo and not edited),
            (self.standard, open_now and state.reset and not edited),
        ):
            button.setVisible(shown)

    # --- what is asked -------------------------------------------------------------------------

    def enter(self) -> None:
        """Also what counts already: something else may be on its way to be kept."""
        text = self.field.text()
        nothing = self.option.secret and not text
        if self.field.is_typed and not (self.state.lock or nothing or self._check(text)):
            self._sent = text
            self.kept.emit(text)

    def escape(self) -> None:
        self.forget()

    def _chosen(self) -> None:
        self.kept.emit(self.field.text())

    def entry(self) -> QWidget:
        return self.field.inside

    def holds(self, words: list[str]) -> bool:
        """Whether it is what somebody looks for."""
        said = f"{self.title.text()} {self.meaning.text()} {self.option.name}".casefold()
        return all(word in said for word in words)

    # --- appearance ----------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= self._seat.theme.px(BESIDE_FROM_PX)
        if wide is not (self._both.direction() is _BESIDE):
            self._both.setDirection(_BESIDE if wide else QBoxLayout.Direction.TopToBottom)
            self._restyle()

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._both.setContentsMargins(px(12), px(8), px(12), px(8))
        self._both.setSpacing(px(BETWEEN_PX[self._both.direction() is _BESIDE]))

    def retranslate(self) -> None:
        said = self._words()
        self.title.show_text(said.title)
        self.meaning.show_text(said.meaning)
        self.field.say(said.title, said.hint, said.choices)
        self.save.relabel(translate("Settings", "Simpan"))
        self.leave.relabel(translate("Settings", "Batal"))
        self.undo.relabel(translate("Settings", "Urungkan"))
        self.standard.relabel(translate("Settings", "Kembalikan bawaan"))
        for button in (self.save, self.leave, self.undo, self.standard):
            button.setAccessibleName(f"{button.text()}: {said.title}")
        self._follow()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
