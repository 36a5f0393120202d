"""A page that is a list: how things stand, rows, a question, a form, buttons with keys."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from command_center.domain.errors import OperatorError
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.questions import QuestionBar
from command_center.ui.keyed_table import KeyedTable
from command_center.ui.paged_panel import PanelPage
from command_center.ui.plain_label import PlainLabel
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.lines import ROW_PX, TextRow, TextRowDelegate, TextRowModel
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence
from command_center.ui.theme import Theme

Keys = Mapping[str, tuple[str, Qt.Key]]


class ListView(KeyedTable):
    """`asked` carries a name of the page's keys."""

    def __init__(self, theme: Theme, model: TextRowModel, keys: Keys) -> None:
        by_key = {key: name for name, (_, key) in keys.items()}
        if Qt.Key.Key_Return in by_key:
            by_key[Qt.Key.Key_Enter] = by_key[Qt.Key.Key_Return]
        super().__init__(theme, model, by_key)
        self.setItemDelegate(TextRowDelegate(theme, self))

    def current(self) -> TextRow | None:
        row = self.current_row()
        return row if isinstance(row, TextRow) else None


class ListPage(PanelPage):
    """`keys` = {name of what is asked: (key as it is written, key)}; `first` is what a double click
    asks. A page says what its rows are, why something cannot be asked now, and answers it."""

    def __init__(
        self,
        seat: Seat,
        keys: Keys,
        first: str,
        form: FieldsForm | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._seat = seat
        theme = seat.theme
        self.title = PlainLabel(theme, bold=True)
        self.standing = PlainLabel(theme, "text2", 13)
        self.pending = PlainLabel(theme, "warn", 13)
        self.filter = QLineEdit()
        self.filter.setMaxLength(100)
        self.model = TextRowModel(self)
        self.view = ListView(theme, self.model, keys)
        self.faults = PlainLabel(theme, "warn", 13)
        self.outlook = PlainLabel(theme, "text", 13)
        self.form = form
        self.question = QuestionBar(seat, self)
        self.buttons = {name: KeyButton(seat, "", key) for name, (key, _) in keys.items()}
        for label in (self.standing, self.pending, self.faults, self.outlook):
            label.setWordWrap(True)
            label.hide()
        self._lay_out()
        self.setFocusProxy(self.view)
        for name, button in self.buttons.items():
            button.clicked.connect(partial(self.ask, name))
        self.view.asked.connect(self.ask)
        self.view.doubleClicked.connect(partial(self.ask, first))
        self.view.selectionModel().currentChanged.connect(self.follow)
        self.filter.textChanged.connect(self.refresh)
        if form is not None:
            form.left.connect(self.close_form)
        seat.person.changed.connect(self.follow)
        seat.theme.changed.connect(self.restyle)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._head = QVBoxLayout()
        head: tuple[QWidget, ...] = (self.title, self.standing, self.pending, self.filter)
        for part in head:
            self._head.addWidget(part)
        rows.addLayout(self._head)
        rows.addWidget(self.view, 1)
        self._below = QVBoxLayout()
        for label in (self.faults, self.outlook):
            self._below.addWidget(label)
        rows.addLayout(self._below)
        self.foot = QWidget()
        self._foot = FlowLayout(self.foot, gap=6)
        for button in self.buttons.values():
            self._foot.addWidget(button)
        rows.addWidget(self.question)
        if self.form is not None:
            rows.addWidget(self.form)
        rows.addWidget(self.foot)

    # --- what a page of its own says -----------------------------------------------------------

    @abstractmethod
    def rows(self) -> list[TextRow]:
        """Every row, in order."""

    def searched(self, row: TextRow) -> str:
        """What the filter looks for its words in."""
        return f"{row.id} {row.first} {row.right} {row.second}"

    @abstractmethod
    def reason(self, asked: str) -> str | None:
        """Why it cannot be asked now, as a code."""

    @abstractmethod
    def answer(self, asked: str) -> None:
        """It may be asked, and is."""

    # --- what it shows -------------------------------------------------------------------------

    def refresh(self, *_: object) -> None:
        """The rows that the filter leaves; the current one stays so, and nothing scrolls to it."""
        current = self.view.current()
        wanted = self.filter.text().casefold().split()
        rows = [row for row in self.rows() if _holds(self.searched(row), wanted)]
        with self.view.held_still():
            if self.model.show_rows(rows) and current is not None:
                at = self.model.place_of(current.id)
                if at is not None:
                    self.view.setCurrentIndex(self.model.index(at, 0))
        self.follow()

    def follow(self, *_: object) -> None:
        """Every button says why it cannot be pressed."""
        for name, button in self.buttons.items():
            why = self.reason(name)
            button.setEnabled(why is None)
            button.setToolTip("" if why is None else sentence(why, {}))

    def ask(self, asked: str, *_: object) -> None:
        """Do it, or say in one sentence why not."""
        why = self.reason(asked)
        if why is None:
            self.answer(asked)
        else:
            self._seat.notices.failed(OperatorError(why))

    def say(self, label: PlainLabel, text: str) -> None:
        """Shown only while there is something to say."""
        label.show_text(text)
        label.setVisible(bool(text))

    def open_form(self, form: FieldsForm, values: Mapping[str, object]) -> None:
        self.foot.hide()
        form.write(values)

    def close_form(self) -> None:
        if self.form is not None and not self.form.isHidden():
            self.form.hide()
            self.foot.show()
            self.say(self.faults, "")
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def typed(self) -> str:
        """What stands in the field of the question; the question is left."""
        text = self.question.field.text().strip() if self.question.field is not None else ""
        self.question.leave()
        return text

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    # --- appearance ----------------------------------------------------------------------------

    def restyle(self) -> None:
        px = self._seat.theme.px
        self._head.setContentsMargins(px(12), px(7), px(12), px(6))
        self._head.setSpacing(px(3))
        self._below.setContentsMargins(px(12), px(4), px(12), px(4))
        self._foot.setContentsMargins(px(12), px(6), px(8), px(8))
        self.filter.setFont(self._seat.theme.font(13))
        self.view.verticalHeader().setDefaultSectionSize(px(ROW_PX))
        self.view.viewport().update()


def _holds(text: str, words: Sequence[str]) -> bool:
    plain = text.casefold()
    return all(word in plain for word in words)
