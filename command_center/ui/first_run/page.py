"""The guided page: the steps on the left, the form of one of them on the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from command_center.domain.errors import OperatorError
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.handbook import HANDBOOK
from command_center.ui.actions.table import ACTIONS
from command_center.ui.first_run.end_form import EndForm
from command_center.ui.first_run.file_forms import CamerasForm, CityForm
from command_center.ui.first_run.form import Bench, StepForm
from command_center.ui.first_run.machine_form import DatabaseForm, MachineForm
from command_center.ui.first_run.opening import BundleForm, LanguageForm
from command_center.ui.first_run.room_forms import AdministratorForm, SourcesForm
from command_center.ui.first_run.setup import Mark, Standing, Step
from command_center.ui.first_run.words import GLYPHS, mark_text, step_hint, step_name
from command_center.ui.plain_label import PlainLabel

translate = QCoreApplication.translate
_FORMS: dict[Step, type[StepForm]] = {
    Step.LANGUAGE: LanguageForm,
    Step.BUNDLE: BundleForm,
    Step.MACHINE: MachineForm,
    Step.DATABASE: DatabaseForm,
    Step.ADMINISTRATOR: AdministratorForm,
    Step.SOURCES: SourcesForm,
    Step.CAMERAS: CamerasForm,
    Step.CITY: CityForm,
    Step.END: EndForm,
}
_STEPS_PX, _WHOLE_PX, _HIGH_PX = 250, 1040, 760
BACK, LATER = "Alt+Left", "Alt+Right"


class FirstRunPage(QWidget):
    """`finished` once the last step was done; closing before loses nothing. `help_asked`: somebody
    wants the handbook."""

    finished = Signal()
    help_asked = Signal()

    def __init__(self, bench: Bench, standing: Standing) -> None:
        super().__init__()
        self._bench, self.standing = bench, standing
        self.step = standing.next_after()
        theme = bench.theme
        self.steps = {step: KeyButton(bench, "") for step in Step}
        self._head, self._hint = (
            PlainLabel(theme, "text", 22, bold=True),
            PlainLabel(theme, "text2"),
        )
        self.told = PlainLabel(theme, "text2")
        for label in (self._hint, self.told):
            label.setWordWrap(True)
        self.forms = {step: make(bench) for step, make in _FORMS.items()}
        self.back = KeyButton(bench, "", BACK)
        self.later = KeyButton(bench, "", LATER)
        self.go = KeyButton(bench, "", "Return", primary=True)
        self.help = KeyButton(bench, "", ACTIONS[HANDBOOK].key)
        self._loaded = False
        self._lay_out()
        for step, button in self.steps.items():
            button.clicked.connect(partial(self.show_step, step))
        for form in self.forms.values():
            form.went.connect(self._went)
            form.said.connect(self._said)
            form.working.connect(self._worked)
            form.changed.connect(self._follow)
            form.grew.connect(self._bring_up)
            bench.tasks.bug.connect(form.broke)
        self.back.clicked.connect(self._back)
        self.later.clicked.connect(self._later)
        self.go.clicked.connect(self._go)
        self.help.clicked.connect(self.help_asked)
        self._shortcuts = [
            QShortcut(QKeySequence(key), self, press)
            for key, press in ((BACK, self._back), (LATER, self._later))
        ]
        self._retranslate()
        for one, form in self.forms.items():
            form.setVisible(one is self.step)

    def _lay_out(self) -> None:
        """In the middle of the window, as wide and as high as is pleasant to read."""
        px = self._bench.theme.px
        card = QFrame()
        card.setObjectName("card")
        card.setLayout(self._form_side())
        inside = QWidget()
        inside.setMaximumSize(px(_WHOLE_PX), px(_HIGH_PX))
        whole = QHBoxLayout(inside)
        whole.setContentsMargins(px(16), px(16), px(16), px(16))
        whole.setSpacing(px(20))
        whole.addLayout(self._steps_side())
        whole.addWidget(card, 1)
        around = QHBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(inside)

    def _steps_side(self) -> QVBoxLayout:
        px = self._bench.theme.px
        left = QVBoxLayout()
        left.setSpacing(px(6))
        self._title = PlainLabel(self._bench.theme, "text2", 15)
        left.addWidget(self._title)
        left.addSpacing(px(8))
        for button in self.steps.values():
            button.setCheckable(True)
            button.setFixedWidth(px(_STEPS_PX))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            left.addWidget(button)
        left.addStretch(1)
        self.help.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        left.addWidget(self.help)
        return left

    def _form_side(self) -> QVBoxLayout:
        px = self._bench.theme.px
        right = QVBoxLayout()
        right.setContentsMargins(px(28), px(24), px(28), px(20))
        right.setSpacing(px(8))
        right.addWidget(self._head)
        right.addWidget(self._hint)
        right.addSpacing(px(10))
        self._area = self._scrolled()
        right.addWidget(self._area, 1)
        right.addWidget(self.told)
        right.addSpacing(px(4))
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.later)
        buttons.addWidget(self.go)
        right.addLayout(buttons)
        return right

    def _scrolled(self) -> QScrollArea:
        """A small screen scrolls; the buttons below stay."""
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        for form in self.forms.values():
            rows.addWidget(form)
        rows.addStretch(1)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        inside.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        return area

    def fail(self, error: OperatorError) -> None:
        """A bug was written down under an id; the page goes on."""
        self.form.fail(error)

    def take_keys(self, take: bool) -> None:
        """While somebody reads, the same keys turn pages."""
        for shortcut in self._shortcuts:
            shortcut.setEnabled(take)

    # --- going about ---------------------------------------------------------------------------

    @property
    def form(self) -> StepForm:
        return self.forms[self.step]

    def show_step(self, step: Step) -> None:
        if self.form.busy or not self.standing.reachable(step):
            self._follow()
            return
        self.step = step
        for one, form in self.forms.items():
            form.setVisible(one is step)
        self._said("", "text2")
        self._retranslate()
        self._load()

    def _load(self) -> None:
        """Where nothing is to be filled in, the loud button has the keyboard."""
        self._follow()
        self.go.setFocus()
        self.form.load(self.standing)
        self._follow()

    def _went(self, standing: Standing) -> None:
        done, self.standing = self.step, standing
        if done is Step.END:
            self.finished.emit()
        else:
            self.show_step(standing.next_after(done))

    def _back(self) -> None:
        before = self.standing.before(self.step)
        if before is not None:
            self.show_step(before)

    def _later(self) -> None:
        if self.later.isEnabled():
            self.form.step(partial(self._bench.setup.skip, self.step))

    def _go(self) -> None:
        if self.form.can_go():
            self.form.go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field goes on, Esc gives up what is waited for."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._go()
        elif event.key() == Qt.Key.Key_Escape:
            self.form.cancel()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Before the window is there nothing takes the keyboard. Back from the task bar is no
        beginning, nor is the end of reading: what was being typed stays."""
        super().showEvent(event)
        if not event.spontaneous() and not self._loaded:
            self._loaded = True
            self._load()

    # --- what is seen --------------------------------------------------------------------------

    def _said(self, text: str, ink: str) -> None:
        self.told.tint(ink)
        self.told.show_text(text)

    def _follow(self, _: object = None) -> None:
        form, step = self.form, self.step
        self.go.relabel(form.go_text())
        self.go.setEnabled(form.can_go())
        self.back.setEnabled(not form.busy and self.standing.before(step) is not None)
        open_yet = self.standing.mark(step) in (Mark.OPEN, Mark.SKIPPED)
        waits = self.standing.may_wait(step) and open_yet
        self.later.setVisible(waits)
        self.later.setEnabled(waits and not form.busy)
        for one, button in self.steps.items():
            mark = self.standing.mark(one)
            button.setChecked(one is step)
            button.setEnabled(self.standing.reachable(one) and not form.busy)
            glyph = "●" if one is step else GLYPHS[mark]
            button.setText(f"{glyph}  {step_name(one)}")
            button.setAccessibleName(f"{step_name(one)}: {mark_text(mark)}")

    def _bring_up(self, grown: QWidget) -> None:
        """Once it has been laid out."""
        QTimer.singleShot(0, self, partial(self._area.ensureWidgetVisible, grown))

    def _worked(self, busy: bool) -> None:
        """What is switched off gives the keyboard away, and Enter and Esc must reach the page: it
        takes the keyboard while something works, and gives it back unless somebody took it."""
        if busy:
            self.setFocus()
        self._follow()
        if not busy and self.window().focusWidget() in (None, self):
            form = self.form
            typing = form.typing
            back = typing is not None and form.isAncestorOf(typing) and typing.isEnabled()
            wanted = typing if back else self.go
            if wanted is not None and wanted.isEnabled():
                wanted.setFocus()

    def _retranslate(self) -> None:
        self._title.show_text(translate("FirstRun", "Menyiapkan komputer ini"))
        self._head.show_text(step_name(self.step))
        self._hint.show_text(step_hint(self.step))
        self.back.relabel(translate("FirstRun", "Kembali"))
        self.later.relabel(translate("FirstRun", "Nanti"))
        self.help.relabel(ACTIONS[HANDBOOK].label)
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
