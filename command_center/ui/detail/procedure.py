"""What is to be done for the incident: the room's words, and its steps with who did which when.

Folded it is a button among the others, so that it takes nothing from the timeline; a step is as
high done as not done, so that nobody's tick moves another step from under a pointer."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QMoveEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from command_center.advice.procedures import (
    SETTING,
    Procedure,
    procedure_of,
    procedures_of,
)
from command_center.domain.incident import ChecklistMark, Incident
from command_center.domain.permissions import Permission
from command_center.situation.situation import Situation, Touched
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.notes import PROCEDURE, tick
from command_center.ui.actions.table import ACTIONS
from command_center.ui.detail.focus import FocusReturn
from command_center.ui.detail.names import Names, shown_title
from command_center.ui.detail.step_row import StepRow
from command_center.ui.detail.words import fill, translate
from command_center.ui.format import clock
from command_center.ui.plain_label import PlainLabel
from command_center.ui.queue.words import plain_tip
from command_center.ui.seat import Seat


def procedure_for(situation: Situation, incident: Incident) -> Procedure:
    """By the book that the room has now."""
    setting = situation.get("room_setting", SETTING)
    book = procedures_of(setting.value if setting is not None else None)
    return procedure_of(incident.category, book)


class ProcedureSection(QFrame):
    """Folded or open for as long as the window is; its action opens it and takes the keyboard, and
    folds it again from inside. `button` stands where the panel's buttons do; `unfolded` when its
    place is to be brought into sight."""

    unfolded = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._incident: Incident | None = None
        self._procedure = self._written = Procedure("", ())
        self._said = ""
        self._focus = FocusReturn(self)
        self._wanted: dict[str, bool] = {}
        self.rows: list[StepRow] = []
        self.button = KeyButton(seat, "", ACTIONS[PROCEDURE].key)
        self.button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.button.clicked.connect(self._fold)
        self.head = KeyButton(seat, "", parent=self)
        self.head.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.head.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.head.clicked.connect(self._fold)
        self.body = QWidget(self)
        self.words = PlainLabel(seat.theme, "text2", parent=self.body)
        self.words.setWordWrap(True)
        self._inside = QVBoxLayout(self.body)
        self._inside.addWidget(self.words)
        self._outside = QVBoxLayout(self)
        self._outside.addWidget(self.head)
        self._outside.addWidget(self.body)
        self.hide()
        seat.live.changed.connect(self._changed)
        seat.person.changed.connect(self._refresh)
        seat.theme.changed.connect(self._restyle)
        self._restyle()

    # --- what it shows -------------------------------------------------------------------------

    def show_incident(self, incident: Incident | None) -> None:
        """By what the room knows now."""
        if (incident and incident.id) != (self._incident and self._incident.id):
            self._wanted.clear()
        self._incident = incident
        self._refresh()

    def _changed(self, touched: Touched) -> None:
        """Another book; the incident itself is told by whoever shows it."""
        if "room_setting" in touched.entities:
            self._refresh()

    def _refresh(self) -> None:
        incident = self._incident
        if incident is None:
            return
        situation = self._seat.situation
        self._procedure = procedure_for(situation, incident)
        marks = situation.of_incidents.ticked(incident.id)
        done = {item.code: self._done(item.code, marks) for item in self._procedure.items}
        if not self.isHidden():
            self._show_steps(done, incident)
        self._say(incident, done)

    def _show_steps(self, done: Mapping[str, str], incident: Incident) -> None:
        """Made for whoever has opened it: folded they would only cost."""
        if self._procedure != self._written:
            self._write(self._procedure)
        may = incident.is_open and self._seat.may(Permission.TRIAGE)
        for row in self.rows:
            row.show_mark(done[row.item.code], may)

    def _write(self, procedure: Procedure) -> None:
        self._written = procedure
        self.words.show_text(procedure.text)
        self.words.setVisible(bool(procedure.text))
        for old in self.rows:
            old.hide()
            old.deleteLater()
        self.rows = [StepRow(self._seat, item, self.body) for item in procedure.items]
        for row in self.rows:
            row.turned.connect(lambda done, code=row.item.code: self._turn(code, done))
            self._inside.addWidget(row)

    def _done(self, code: str, marks: Mapping[str, ChecklistMark]) -> str:
        """Who did it and when; what was clicked here and is on its way stands as it was clicked."""
        mark = marks.get(code)
        wanted = self._wanted.get(code)
        if wanted is not None and wanted is not (mark is not None):
            return "…" if wanted else ""
        self._wanted.pop(code, None)
        if mark is None:
            return ""
        who = Names(self._seat.situation).person(mark.done_by)
        return f"{who} {clock(mark.done_at, self._seat.zone, False)}"

    def _say(self, incident: Incident, marked: Mapping[str, str]) -> None:
        """Which procedure and how far it is; on the button, too, with what comes next."""
        name = shown_title(incident.category, incident.category)
        parts = [fill(translate("Detail", "Prosedur %1"), name)]
        items = self._procedure.items
        undone = [item.label for item in items if not marked[item.code]]
        done, steps = str(len(items) - len(undone)), str(len(items))
        if items:
            parts.append(fill(translate("Detail", "%1 dari %2"), done, steps))
        self._said = " · ".join(parts)
        self.head.setAccessibleName(self._said)
        self.button.relabel(fill(translate("Detail", "Prosedur %1/%2"), done, steps))
        self.button.setAccessibleName(" · ".join((*parts, *undone[:1])))
        self.button.setToolTip(plain_tip(undone[0]) if undone else "")
        self._fit()

    def _fit(self) -> None:
        """On one line, however long a step of the room's own is."""
        px = self._seat.theme.px
        metrics = QFontMetrics(self._seat.theme.font(13))
        room = max(px(120), self.width() - px(24))
        text = metrics.elidedText(f"▾ {self._said}", Qt.TextElideMode.ElideRight, room)
        self.head.setText(text)
        self.head.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        for row in self.rows:
            row.stand_anew()

    # --- what is done --------------------------------------------------------------------------

    def _turn(self, code: str, done: bool) -> None:
        """Shown at once; what the room refuses is shown again as it stands."""
        if self._incident is None:
            return

        def refused() -> None:
            self._wanted.pop(code, None)
            self._refresh()

        self._wanted[code] = done
        self._refresh()
        tick(self._seat, self._incident.id, code, refused, done=done)

    def _fold(self) -> None:
        if not self.isHidden():
            self._focus.give_back()
        self.setVisible(self.isHidden())
        self._refresh()
        if not self.isHidden():
            self.unfolded.emit()

    def turn(self) -> None:
        """Open, with the keyboard at the first step that is not done; folded again from inside."""
        if not self.isHidden() and self.isAncestorOf(QApplication.focusWidget() or self):
            self._fold()
            return
        self._focus.remember()
        if self.isHidden():
            self._fold()
        undone = [row for row in self.rows if not row.box.isChecked()]
        target = (*undone, *self.rows, self.head)[0]
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _step(self, by: int) -> bool:
        boxes = [row.box for row in self.rows]
        at = next((n for n, box in enumerate(boxes) if box.hasFocus()), None)
        if at is None or not 0 <= at + by < len(boxes):
            return False
        boxes[at + by].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down walk, Space and Enter tick, Esc goes back to where the keyboard was."""
        key, focused = event.key(), next((r for r in self.rows if r.box.hasFocus()), None)
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and focused is not None:
            focused.box.click()
        elif key == Qt.Key.Key_Escape and focused is not None:
            self._focus.give_back()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Enter is the step's while the keyboard is at one, not the window's order."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        ):
            event.accept()
            return True
        return super().event(event)

    # --- appearance ----------------------------------------------------------------------------

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._outside.setContentsMargins(0, 0, 0, 0)
        self._outside.setSpacing(px(4))
        self._inside.setContentsMargins(px(8), 0, 0, px(4))
        self._inside.setSpacing(px(3))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._refresh()
        super().changeEvent(event)
