"""The price of sending units elsewhere, painted before it is done. A card in the panel: Enter does
what is marked, Esc nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from command_center.commands.order_task import REASON_LENGTH
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.cards import now_ms
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.focus import FocusReturn
from command_center.ui.detail.order_set import OrderSet
from command_center.ui.plain_label import PlainLabel
from command_center.ui.reassign import words
from command_center.ui.reassign.choice import NEEDS_REASON, Choice, choices_of
from command_center.ui.reassign.preview import Preview
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence
from command_center.ui.units.words import translate

Cover = Callable[[Preview, Choice, str], Mapping[str, tuple[int, int]]]
MOST_LINES = 6


class ReassignCard(QFrame):
    """`answered` carries (preview, choice, area, reason): what was painted. `left` when it closed.
    With `areas` ((code, name), …) it is a move, and the areas are what is chosen between."""

    answered = Signal(object, str, str, str)
    left = Signal()

    def __init__(self, seat: Seat, cover: Cover, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("raised")
        self._seat = seat
        self._cover = cover
        self._names: Mapping[str, str] = {}
        self.preview: Preview | None = None
        self.set = OrderSet()
        self.choice = Choice.SEND
        self.area = ""
        self._areas: Sequence[tuple[str, str]] = ()
        self._written = False
        self._focus = FocusReturn(self)
        theme = seat.theme
        self.title = PlainLabel(theme, bold=True)
        self.lines = [PlainLabel(theme, "text2") for _ in range(MOST_LINES)]
        self.cover = PlainLabel(theme, tabular=True)
        self.newer = PlainLabel(theme, "warn")
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_LENGTH)
        self.buttons: list[KeyButton] = []
        self.go = KeyButton(seat, "", "Return", primary=True)
        self.stop = KeyButton(seat, "", "Esc")
        self._lay_out()
        self.reason.textEdited.connect(self._typed)
        self.go.clicked.connect(self.answer)
        self.stop.clicked.connect(self.leave)
        seat.theme.changed.connect(self.restyle)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.restyle()
        self.hide()

    def _lay_out(self) -> None:
        for label in (self.title, *self.lines, self.cover, self.newer):
            label.setWordWrap(True)
        choices, foot = QWidget(), QWidget()
        self._choices, self._foot = FlowLayout(choices), FlowLayout(foot)
        for button in (self.go, self.stop):
            self._foot.addWidget(button)
        self._rows = QVBoxLayout(self)
        parts = (self.title, *self.lines, self.cover, choices, self.reason, self.newer, foot)
        for part in parts:
            self._rows.addWidget(part)

    # --- opening -------------------------------------------------------------------------------

    def open(
        self,
        preview: Preview,
        area_names: Mapping[str, str],
        areas: Sequence[tuple[str, str]] = (),
        *,
        pull: bool = False,
    ) -> None:
        """Ask about these units; what was asked before is dropped. `pull`: it was said already that
        the busy ones are to leave what they are on."""
        if self.isHidden():
            self._focus.remember()
        self._names, self._areas = area_names, areas
        self.area = areas[0][0] if areas else ""
        self.set.clear()
        self._written = False
        found = choices_of(preview)
        self.choice = found[0] if found else Choice.SEND
        if pull and Choice.PULL in found:
            self.choice = Choice.PULL
        self._make_buttons(preview)
        self.show_preview(preview)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_buttons(self, preview: Preview) -> None:
        while (item := self._choices.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.buttons = []
        if self._areas:
            texts = [name for _, name in self._areas]
        else:
            texts = [words.choice_text(choice) for choice in choices_of(preview)]
        for place, text in enumerate(texts if len(texts) > 1 else ()):
            button = KeyButton(self._seat, text, str(place + 1))
            button.clicked.connect(lambda _=False, place=place: self.choose(place))
            self._choices.addWidget(button)
            self.buttons.append(button)
            button.show()

    def show_preview(self, preview: Preview) -> None:
        """The same question as things stand now; what was chosen and written stays."""
        before, self.preview = self.preview, preview
        if before is not None and choices_of(before) != choices_of(preview) and not self._areas:
            found = choices_of(preview)
            self.choice = self.choice if self.choice in found else (*found, Choice.SEND)[0]
            self._make_buttons(preview)
        self.set.offer((*preview.facts, self.area))
        self._write(preview)

    # --- choosing ------------------------------------------------------------------------------

    def choose(self, place: int) -> None:
        """By its digit: a person's own choice counts at once, it is painted already."""
        preview = self.preview
        if preview is None:
            return
        if self._areas:
            if place < len(self._areas):
                self.area = self._areas[place][0]
                self.set.offer((*preview.facts, self.area))
        elif place < len(choices_of(preview)):
            self.choice = choices_of(preview)[place]
        self._write(preview)

    def _typed(self, text: str) -> None:
        self._written = bool(text)

    def reason_why_not(self) -> str | None:
        """Why the marked answer cannot be given here, as a code."""
        needed = Permission.REASSIGN if self._areas else Permission.DISPATCH
        if not self._seat.may(needed):
            return "not_allowed" if self._seat.person.signed_in else "sign_in_first"
        nobody = self.preview is None or not self.preview.sent
        return "order_needs_units" if nobody else None

    def answer(self) -> None:
        """Do what was painted; what has only just been painted is asked once more."""
        why, preview, text = self.reason_why_not(), self.preview, self.reason.text().strip()
        if why is not None or preview is None:
            self._seat.notices.failed(OperatorError(why or "order_needs_units"))
        elif self.set.seen(now_ms()) != self.set.cards:
            self.say(sentence("reassign_changed", {}))
        elif self._needs_reason and not text:
            self.say(sentence("reassign_needs_reason", {}))
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            choice, area = self.choice, self.area
            self.leave()
            self.answered.emit(preview, choice.value, area, text)

    @property
    def _needs_reason(self) -> bool:
        return bool(self._areas) or self.choice in NEEDS_REASON

    def say(self, text: str) -> None:
        self.newer.show_text(text)
        self.newer.setVisible(bool(text))

    def leave(self) -> None:
        if not self.isHidden():
            self._focus.give_back()
            self.hide()
            self.preview = None
            self.left.emit()

    # --- what it shows -------------------------------------------------------------------------

    def _write(self, preview: Preview) -> None:
        self.say("")
        self.title.show_text(words.title(preview, self._names.get(self.area, "")))
        self.setAccessibleName(self.title.text())
        texts = self._texts(preview)
        for label, (text, token) in zip(
            self.lines, [*texts, *[("", "text2")] * MOST_LINES], strict=False
        ):
            label.show_text(text)
            label.tint(token)
            label.setVisible(bool(text))
        lines = self._cover(preview, self.choice, self.area)
        self.cover.show_text(words.cover(lines, self._names))
        empty = any(then == 0 and then < now for now, then in lines.values())
        self.cover.tint("alarm" if empty else "text")
        self._mark(preview)

    def _texts(self, preview: Preview) -> list[tuple[str, str]]:
        """Lines of the card with their colours, the most important first."""
        now, out = self._seat.live.now(), []
        if preview.incident is not None and preview.sent:
            stale = any(one.stale for one in preview.sent)
            out.append((words.arrivals(preview.sent, now), "warn" if stale else "text2"))
        for one in preview.busy[:2]:
            if one.left is not None:
                out.append((words.left(one.left), "text"))
        out += [(words.refused(one), "text3") for one in preview.going if one.refused is not None]
        return out[:MOST_LINES]

    def _mark(self, preview: Preview) -> None:
        marked = self._marked(preview)
        for place, button in enumerate(self.buttons):
            button.primary = place == marked
            button.update()
        if not self._written:
            self.reason.setText(words.usual_reason(preview, self.choice))
        self.reason.setVisible(self._needs_reason)
        why = self.reason_why_not()
        self.go.setEnabled(why is None)
        self.go.setToolTip("" if why is None else sentence(why, {}))
        moves = translate("Units", "Geser")
        self.go.relabel(moves if self._areas else words.choice_text(self.choice))

    def _marked(self, preview: Preview) -> int:
        if self._areas:
            return [code for code, _ in self._areas].index(self.area)
        found = choices_of(preview)
        return found.index(self.choice) if self.choice in found else -1

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.set.painted(now_ms())

    # --- keys ----------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Its keys come before the window's."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.key() in _KEYS or event.text().isdecimal())
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.answer()
        elif event.text().isdecimal() and event.text() != "0":
            self.choose(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)

    # --- appearance ----------------------------------------------------------------------------

    def restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(px(10), px(8), px(10), px(8))
        self._rows.setSpacing(px(4))
        self.reason.setFont(self._seat.theme.font(13))
        hint = translate("Units", "Alasan (wajib)")
        self.reason.setPlaceholderText(hint)
        self.reason.setAccessibleName(hint)
        self.stop.relabel(translate("Units", "Batal"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.restyle()
            if self.preview is not None:
                self._make_buttons(self.preview)
                self._write(self.preview)
        super().changeEvent(event)


_KEYS = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
