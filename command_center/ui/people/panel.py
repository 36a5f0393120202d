"""Who works in the room: for its administrator. Everything is asked in the panel itself."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.commands.people import AddStaff, ChangeStaff, StaffLeaves
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.room import Staff
from command_center.ports import Outcome
from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.questions import Answer, QuestionBar
from command_center.ui.keyed_table import KeyedTable
from command_center.ui.people.delegate import ROW_PX, PersonDelegate
from command_center.ui.people.editor import PersonEditor, Written
from command_center.ui.people.rows import PeopleModel, PersonRow, people
from command_center.ui.people.told import Told
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate
_KEYS = {
    Qt.Key.Key_Insert: "add",
    Qt.Key.Key_Return: "change",
    Qt.Key.Key_Enter: "change",
    Qt.Key.Key_S: "password",
    Qt.Key.Key_Delete: "leave",
}


class PeopleView(KeyedTable):
    def __init__(self, seat: Seat, model: PeopleModel) -> None:
        super().__init__(seat.theme, model, _KEYS)

    def current(self) -> PersonRow | None:
        row = self.current_row()
        return row if isinstance(row, PersonRow) else None


class PeoplePanel(QFrame):
    """Shown to everybody who may administer; to others it says so."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        theme = seat.theme
        self.title = PlainLabel(theme, bold=True)
        self.counted = PlainLabel(theme, "text2")
        self.model = PeopleModel(self)
        self.view = PeopleView(seat, self.model)
        self.view.setItemDelegate(PersonDelegate(theme, seat.zone, self.view))
        self.buttons = {
            "add": KeyButton(seat, "", "Ins"),
            "change": KeyButton(seat, "", "Return"),
            "password": KeyButton(seat, "", "S"),
            "leave": KeyButton(seat, "", "Del"),
        }
        self.editor = PersonEditor(seat)
        self.question = QuestionBar(seat, self)
        self.told = Told(seat)
        self._editing: str | None = None
        self._wanted: str | None = None
        self._lay_out()
        self._connect()
        self._restyle()
        self._retranslate()
        self.refresh()

    def _lay_out(self) -> None:
        rows = self._rows = QVBoxLayout(self)
        rows.setSpacing(0)
        self._head = FlowLayout(gap=8)
        self.foot = QWidget()
        self._foot = FlowLayout(self.foot, gap=6)
        for widget in (self.title, self.counted):
            self._head.addWidget(widget)
        for button in self.buttons.values():
            self._foot.addWidget(button)
        rows.addLayout(self._head)
        rows.addWidget(self.view, 1)
        rows.addWidget(self.told)
        rows.addWidget(self.question)
        rows.addWidget(self.editor)
        rows.addWidget(self.foot)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        seat = self._seat
        for name, button in self.buttons.items():
            button.setObjectName(name)
            button.clicked.connect(self._pressed)
        self.view.asked.connect(self.ask)
        self.view.doubleClicked.connect(self._opened)
        self.view.selectionModel().currentChanged.connect(self._follow)
        self.editor.kept.connect(self._keep)
        self.editor.left.connect(self._close_editor)
        seat.live.changed.connect(self._changed)
        seat.person.changed.connect(self._person_changed)
        seat.theme.changed.connect(self._restyle)

    # --- what it shows -------------------------------------------------------------------------

    def _changed(self, touched: Touched) -> None:
        if touched.everything or touched.entities & {"staff", "agency"}:
            self.refresh()

    def _person_changed(self) -> None:
        """What was told to one administrator is not for who comes next."""
        if not self._seat.may(Permission.ADMINISTER):
            self.told.clear()
            self._close_editor()
            self.question.leave()
        self.refresh()

    def refresh(self) -> None:
        row = self.view.current()
        kept = self._wanted or (row.staff.id if row else None)
        may = self._seat.may(Permission.ADMINISTER)
        self.model.show_rows(people(self._seat.situation) if may else [])
        at = self.model.place_of(kept) if kept else None
        if at is not None and kept == self._wanted:
            self._wanted = None
        if self.model.rowCount() and (at is not None or not self.view.currentIndex().isValid()):
            self.view.setCurrentIndex(self.model.index(at or 0, 0))
        self._count()
        self._follow()

    def _count(self) -> None:
        here = sum(row.here for row in self.model.rows)
        self.counted.show_text(translate("People", "%1 orang").replace("%1", str(here)))

    def _follow(self, *_: object) -> None:
        """Every button says why it cannot be pressed."""
        row = self.view.current()
        for name, button in self.buttons.items():
            reason = self._reason(name, row)
            button.setEnabled(reason is None)
            button.setToolTip("" if reason is None else sentence(reason, {}))

    def _reason(self, asked: str, row: PersonRow | None) -> str | None:
        if not self._seat.may(Permission.ADMINISTER):
            return "not_allowed" if self._seat.person.signed_in else "sign_in_first"
        if asked == "add":
            return None
        if row is None:
            return "select_person"
        return None if row.here else "staff_has_left"

    # --- what is asked -------------------------------------------------------------------------

    def _pressed(self) -> None:
        button = self.sender()
        if button is not None:
            self.ask(button.objectName())

    def _opened(self) -> None:
        self.ask("change")

    def ask(self, asked: str) -> None:
        """One of add, change, password, leave; about the person of the current line."""
        row = self.view.current()
        reason = self._reason(asked, row)
        if reason is not None:
            self._seat.notices.failed(OperatorError(reason))
            return
        self.told.clear()
        if asked == "add" or row is None:
            self._edit(None)
        elif asked == "change":
            self._edit(row.staff)
        elif asked == "password":
            self._give_password(row.staff.id, row.staff.login, row.staff.name)
        else:
            self._ask_leave(row.staff)

    def _edit(self, staff: Staff | None) -> None:
        self._editing = staff.id if staff else None
        self.foot.hide()
        self.editor.write(staff)

    def _close_editor(self) -> None:
        if not self.editor.isHidden():
            self.editor.hide()
            self.foot.show()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self, written: Written) -> None:
        if self._editing is not None:
            id, name, role = self._editing, written.name, written.role
            command = ChangeStaff(id, name=name, role=role, agency_id=written.agency_id)
            self._seat.submit(command, self._changed_staff, self._failed)
            return
        add = AddStaff(written.name, written.login, written.role, written.agency_id)

        def added(outcome: Outcome) -> None:
            self._close_editor()
            self._wanted = str(outcome.result["staff_id"])
            self._seat.notices.done(outcome.kind, name=written.name)
            self._give_password(self._wanted, written.login.strip().casefold(), written.name)
            self.refresh()

        self._seat.submit(add, added, self._failed)

    def _changed_staff(self, outcome: Outcome) -> None:
        name = self.editor.name.text()
        self._close_editor()
        self._seat.notices.done(outcome.kind, name=name)

    def _failed(self, error: OperatorError) -> None:
        """Beside what was written, which stays."""
        self.told.fail(error)

    def _give_password(self, staff_id: str, login: str, name: str) -> None:
        door, entered = self._seat.person.door, self._seat.person.entered
        if door is None or entered is None:
            self._failed(OperatorError("no_sign_in_here"))
            return
        self.told.wait()

        def given(password: str) -> None:
            if self._seat.may(Permission.ADMINISTER):
                self.told.tell(name, login, password)

        work = lambda: door.give_password(entered, staff_id, login)  # noqa: E731 - for the pool
        self._seat.tasks.run(work, given, self._failed)

    def _ask_leave(self, staff: Staff) -> None:
        ask = translate(
            "People", "Keluarkan %1? Ia tidak dapat masuk lagi; namanya tetap di catatan."
        )
        yes = Answer(translate("People", "Keluarkan"), "Return", lambda: self._let_go(staff))
        self.question.ask(ask.replace("%1", staff.name), [yes])

    def _let_go(self, staff: Staff) -> None:
        self.question.leave()

        def gone(outcome: Outcome) -> None:
            self._seat.notices.done(outcome.kind, name=staff.name)

        self._seat.submit(StaffLeaves(staff.id), gone, self._failed)

    # --- appearance ----------------------------------------------------------------------------

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._head.setContentsMargins(px(12), px(7), px(8), px(7))
        self._foot.setContentsMargins(px(12), px(6), px(8), px(8))
        self.view.verticalHeader().setDefaultSectionSize(px(ROW_PX))
        self.view.viewport().update()

    def _retranslate(self) -> None:
        self.title.show_text(translate("People", "ORANG"))
        self.setAccessibleName(translate("People", "Orang dan peran"))
        self.view.setAccessibleName(translate("People", "Orang dan peran"))
        self.view.empty = translate("People", "Belum ada orang. Tambah yang pertama.")
        self.buttons["add"].relabel(translate("People", "Tambah"))
        self.buttons["change"].relabel(translate("People", "Ubah"))
        self.buttons["password"].relabel(translate("People", "Sandi sementara"))
        self.buttons["leave"].relabel(translate("People", "Keluarkan"))
        self.editor.retranslate()
        self._count()
        self._follow()
        self.view.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
