"""The strip under the top bar to come in by. It covers nothing, asks nothing of who only reads, and
is gone while somebody works."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from command_center.domain.errors import OperatorError
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.session import LEAVE, LOCK, PASSWORD, SESSION_ACTIONS
from command_center.ui.curtain import stage as words
from command_center.ui.curtain.fields import WIDTH_PX, Line
from command_center.ui.curtain.stage import FIELDS, HIDDEN, Probe, Stage, stage_of
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.named_field import Beside, NamedField
from command_center.ui.person import Door, Entered
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

_WORDS = 430
_NAMES = ("name", "login", "old", "password", "repeat")


class Words(QWidget):
    """What is asked, and under it why or what went wrong."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._theme = seat.theme
        self.head = PlainLabel(seat.theme, "text", 15, bold=True)
        self.line = PlainLabel(seat.theme, "text2")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.head)
        rows.addWidget(self.line)

    def sizeHint(self) -> QSize:
        """Wide enough for most of what is said: fields stay where they are."""
        hint = super().sizeHint()
        return QSize(max(hint.width(), self._theme.px(_WORDS)), hint.height())

    def say(self, head: str, line: str, ink: str) -> None:
        self.head.show_text(head)
        self.line.tint(ink)
        self.line.show_text(line)
        self.setAccessibleName(f"{head}. {line}")


class Curtain(QWidget):
    """Made for a seat whose person has a door."""

    def __init__(self, seat: Seat, door: Door) -> None:
        super().__init__()
        self._seat, self._door = seat, door
        self._leave_key = next(a.key for a in SESSION_ACTIONS if a.id == LEAVE)
        self._probe = Probe()
        self._changing = self._busy = False
        self._error: OperatorError | None = None
        self.stage = Stage.WAIT
        self.words = Words(seat)
        self.lines = {name: Line(name, name in HIDDEN) for name in _NAMES}
        self.fields = {n: NamedField(seat.theme, one, WIDTH_PX) for n, one in self.lines.items()}
        self.enter_button = KeyButton(seat, "", "Return", primary=True)
        self.other_button = KeyButton(seat, "")
        self._flow = FlowLayout(self, gap=10)
        buttons = (self.enter_button, self.other_button)
        self._beside = Beside(seat.theme, self.fields["login"], *buttons)
        for part in (self.words, *self.fields.values(), self._beside):
            self._flow.addWidget(part)
        for line in self.lines.values():
            line.confirmed.connect(self._confirmed)
            line.left.connect(self._escaped)
        self.enter_button.clicked.connect(self._confirmed)
        self.other_button.clicked.connect(self._other)
        seat.person.changed.connect(self._person_changed)
        seat.asking.asked.connect(self._asked)
        seat.live.ticked.connect(self._ticked)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self.follow()
        self._ask_database()

    # --- where things stand --------------------------------------------------------------------

    def follow(self) -> None:
        """Show what is asked for now."""
        before, person = self.stage, self._seat.person
        self.stage = stage_of(person, self._probe, self._changing)
        if self.stage is not before:
            self._empty()
        asked = FIELDS.get(self.stage, ())
        for name, one in self.fields.items():
            one.rename(words.field_name(self.stage, name))
            one.setVisible(name in asked)
        self.enter_button.relabel(words.button_text(self.stage))
        self.enter_button.setVisible(bool(self.enter_button.text()))
        self.enter_button.setEnabled(not self._busy)
        self.other_button.key = "Esc" if self.stage is Stage.CHANGE else self._leave_key
        self.other_button.relabel(words.other_text(self.stage))
        self.other_button.setVisible(bool(self.other_button.text()))
        self._beside.setVisible(bool(self.enter_button.text()))
        self._beside.updateGeometry()
        self._say()
        self.setVisible(self.stage is not Stage.OPEN)
        if self.stage is not before and asked:
            self._rest()

    def _say(self) -> None:
        person = self._seat.person
        name = person.entered.name if person.entered else ""
        line, ink = self._line()
        self.words.say(words.head(self.stage, name), line, ink)
        self._flow.invalidate()
        self.updateGeometry()

    def _line(self) -> tuple[str, str]:
        if self._busy:
            return words.working(), "text2"
        if self._error is None:
            if self._probe.told is not None and self.stage is Stage.TOLD:
                return sentence(self._probe.told.code, self._probe.told.params), "warn"
            why = self._seat.person.why
            if why and self.stage in (Stage.LOCKED, Stage.ENTRY):
                return sentence(why, {}), "warn"
            return words.explanation(self.stage), "text2"
        until = self._error.params.get("until")
        now = self._seat.live.now()
        if isinstance(until, datetime) and until > now:
            return words.locked_for(until, now), "alarm"
        return sentence(self._error.code, self._error.params), "alarm"

    def _ticked(self, _: datetime) -> None:
        if self._error is not None and "until" in self._error.params and self.isVisible():
            self._say()

    def _person_changed(self) -> None:
        self._changing, self._error = False, None
        self.follow()

    # --- the keyboard --------------------------------------------------------------------------

    def _rest(self) -> None:
        """In the first field that is empty, as far as the strip is seen."""
        asked = FIELDS.get(self.stage, ())
        empty = [name for name in asked if not self.lines[name].text()]
        if asked and self.isVisible():
            line = self.lines[(empty or list(asked))[0]]
            line.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rest()

    def _confirmed(self) -> None:
        if self._busy:
            return
        if self.stage is Stage.TOLD:
            self._ask_database()
            return
        asked = FIELDS.get(self.stage, ())
        if any(not self.lines[name].text() for name in asked):
            self._rest()
            return
        self._run()

    def _escaped(self) -> None:
        if self.stage is Stage.CHANGE:
            self._other()

    def _other(self) -> None:
        if self.stage is Stage.CHANGE:
            self._changing, self._error = False, None
            self.follow()
        else:
            self._leave()

    def _asked(self, action_id: str, _: object) -> None:
        if action_id == LOCK:
            self._seat.person.lock()
        elif action_id == LEAVE:
            self._leave()
        elif action_id == PASSWORD:
            self._changing, self._error = True, None
            self.follow()

    def _leave(self) -> None:
        gone = self._seat.person.leave()
        if gone is not None:
            self._in_background(lambda: self._door.sign_out(gone))

    # --- asking the door -----------------------------------------------------------------------

    def _ask_database(self) -> None:
        """Whether this is a room nobody can sign in to yet. One that cannot be asked may still let
        in who was here today."""

        def asked(first: bool) -> None:
            self._probe = Probe(first)
            self._busy = False
            self.follow()

        def failed(error: OperatorError) -> None:
            told = error if error.code == "needs_db_init" else None
            self._probe = Probe(False, told)
            self._busy = False
            self.follow()

        self._busy = True
        self._seat.tasks.run(self._door.needs_administrator, asked, failed)

    def _run(self) -> None:
        """Hand what was typed to the door; nothing of it stays in the fields."""
        work = self._work()
        if work is None:
            self._fail(OperatorError("passwords_differ"))
            return
        self._busy, self._error = True, None
        self.follow()
        self._seat.tasks.run(work, self._entered, self._fail)

    def _work(self) -> Callable[[], Entered] | None:
        """What to ask, None if the new password was not typed twice alike."""
        typed = {name: self.lines[name].text() for name in FIELDS[self.stage]}
        door, entered = self._door, self._seat.person.entered
        password = typed["password"]
        if typed.get("repeat", password) != password:
            return None
        if self.stage is Stage.FIRST:
            name, login = typed["name"], typed["login"]
            return lambda: door.create_administrator(name, login, password)
        if self.stage is Stage.ENTRY or entered is None:
            login = typed.get("login", "")
            return lambda: door.sign_in(login, password, False)
        if self.stage is Stage.LOCKED:
            return lambda: door.sign_in(entered.login, password, True)
        old = typed.get("old")
        return lambda: door.change_password(entered, old, password)

    def _entered(self, entered: Entered) -> None:
        changed = self.stage in (Stage.GIVEN, Stage.CHANGE)
        self._busy, self._error = False, None
        self._empty()
        self._probe = Probe(False)
        self._seat.person.enter(entered)
        if changed:
            self._seat.notices.done("password.changed")

    def _fail(self, error: OperatorError) -> None:
        self._busy, self._error = False, error
        if error.code in ("administrator_exists", "needs_db_init"):
            self._ask_database()
        for name in HIDDEN:
            self.lines[name].clear()
        self.follow()
        self._rest()

    def _empty(self) -> None:
        for line in self.lines.values():
            line.clear()

    def _in_background(self, work: Callable[[], None]) -> None:
        self._seat.tasks.run(work, lambda _: None, self._seat.notices.failed)

    # --- appearance ----------------------------------------------------------------------------

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._flow.setContentsMargins(px(16), px(11), px(12), px(8))
        self._flow.setSpacing(px(10))
        self.updateGeometry()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._seat.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color("panel"))
        painter.setPen(QPen(theme.color("line"), 1.0))
        box = QRectF(self.rect()).adjusted(0.5, theme.px(4) + 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.px(6), theme.px(6))
        bar = QRectF(theme.px(4), box.top() + theme.px(8), theme.px(3), box.height() - theme.px(16))
        painter.fillRect(bar, theme.color("accent"))
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.follow()
        super().changeEvent(event)
