"""Where whoever leads a shift says what the statuses are called, how they are painted and how long
a unit may be in one. In the panel, beside nothing: the board stays as it is until it is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from command_center.commands.unit_words import SetUnitLimits, SetUnitWords
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.unit import UnitStatus
from command_center.domain.unit_words import (
    LABEL_LENGTH,
    LEAST_S,
    LIMITS,
    MOST_S,
    UnitColour,
    UnitGlyph,
    UnitLimits,
    UnitWord,
    Words,
    check_limits,
    check_words,
)
from command_center.situation.meaning import Meaning, meaning_of
from command_center.ui.actions.action import submit
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.focus import FocusReturn
from command_center.ui.glyphs import paint_status
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence
from command_center.ui.units.looks import SHAPE_OF, TOKEN
from command_center.ui.units.words import status_text, translate

ROOMY_PX = 360
LIMIT_OF: Mapping[UnitStatus, str] = {
    UnitStatus.ORDERED: "ordered_s",
    UnitStatus.EN_ROUTE: "en_route_s",
    UnitStatus.ON_SCENE: "on_scene_s",
    UnitStatus.RETURNING: "returning_s",
    UnitStatus.BREAK: "break_s",
}
"""The status a limit is about; `silent_s` has a line of its own."""


class _Line:
    """The fields of one status."""

    def __init__(self, seat: Seat, status: UnitStatus) -> None:
        self.status = status
        self.name = PlainLabel(seat.theme, "text2")
        self.label = QLineEdit()
        self.label.setMaxLength(LABEL_LENGTH)
        self.glyph, self.colour = QComboBox(), QComboBox()
        for glyph in UnitGlyph:
            self.glyph.addItem(_picture(seat, glyph, "text"), "", glyph)
        for colour in UnitColour:
            self.colour.addItem(_picture(seat, UnitGlyph.SQUARE, TOKEN[colour]), "", colour)
        self.limit = _seconds() if status in LIMIT_OF else None
        for box in (self.glyph, self.colour):
            box.setFixedWidth(seat.theme.px(58))

    def show_word(self, word: UnitWord) -> None:
        self.label.setText(word.label)
        self.glyph.setCurrentIndex(list(UnitGlyph).index(word.glyph))
        self.colour.setCurrentIndex(list(UnitColour).index(word.colour))

    def word(self) -> UnitWord:
        glyph = list(UnitGlyph)[self.glyph.currentIndex()]
        colour = list(UnitColour)[self.colour.currentIndex()]
        return UnitWord(self.label.text().strip(), glyph, colour)

    def retranslate(self) -> None:
        name = status_text(self.status)
        self.name.show_text(name)
        self.label.setPlaceholderText(name)
        for field, what in (
            (self.label, translate("Units", "Sebutan untuk %1")),
            (self.glyph, translate("Units", "Bentuk untuk %1")),
            (self.colour, translate("Units", "Warna untuk %1")),
            (self.limit, translate("Units", "Batas detik untuk %1")),
        ):
            if field is not None:
                field.setAccessibleName(what.replace("%1", name))


def _seconds() -> QSpinBox:
    field = QSpinBox()
    field.setRange(LEAST_S, MOST_S)
    field.setSingleStep(60)
    field.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
    return field


def _picture(seat: Seat, glyph: UnitGlyph, token: str) -> QIcon:
    side = seat.theme.px(14)
    picture = QPixmap(QSize(side, side))
    picture.fill(QColor(0, 0, 0, 0))
    painter = QPainter(picture)
    box = QRectF(1, 1, side - 2, side - 2)
    paint_status(painter, box, SHAPE_OF[glyph], seat.theme, seat.theme.color(token))
    painter.end()
    return QIcon(picture)


class WordsPage(QFrame):
    """`left` when it closed. Somebody else's newer table is said beside what is being written."""

    left = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._focus = FocusReturn(self)
        self._open: Meaning | None = None
        self.title = PlainLabel(seat.theme, bold=True)
        self.fault = PlainLabel(seat.theme, "warn")
        self.fault.setWordWrap(True)
        self.lines = {status: _Line(seat, status) for status in UnitStatus}
        self.silent_name = PlainLabel(seat.theme, "text2")
        self.silent = _seconds()
        self.keep = KeyButton(seat, "", "Ctrl+S", primary=True)
        self.stop = KeyButton(seat, "", "Esc")
        self._lay_out()
        self.keep.clicked.connect(self.save)
        self.stop.clicked.connect(self.leave)
        seat.person.changed.connect(self._follow)
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        body = QWidget()
        grid = self._grid = QGridLayout(body)
        for row, line in enumerate(self.lines.values()):
            cells = (line.name, line.label, line.glyph, line.colour, line.limit)
            for column, cell in enumerate(cells):
                if cell is not None:
                    grid.addWidget(cell, row, column)
        grid.addWidget(self.silent_name, len(self.lines), 0, 1, 4)
        grid.addWidget(self.silent, len(self.lines), 4)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(len(self.lines) + 1, 1)
        scroller = QScrollArea()
        scroller.setWidget(body)
        scroller.setWidgetResizable(True)
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        foot = QWidget()
        flow = FlowLayout(foot, gap=6)
        for button in (self.keep, self.stop):
            flow.addWidget(button)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self.title)
        self._rows.addWidget(scroller, 1)
        self._rows.addWidget(self.fault)
        self._rows.addWidget(foot)

    # --- opening, following --------------------------------------------------------------------

    def open(self) -> None:
        """With what is in force."""
        self._focus.remember()
        self._open = meaning_of(self._seat.situation, self._seat.targets)
        for status, line in self.lines.items():
            line.show_word(self._open.word(status))
            if line.limit is not None:
                line.limit.setValue(getattr(self._open.limits, LIMIT_OF[status]))
        self.silent.setValue(self._open.limits.silent_s)
        self.say("")
        self._follow()
        self.show()
        self.lines[UnitStatus.AVAILABLE].label.setFocus(Qt.FocusReason.OtherFocusReason)

    def look(self) -> None:
        """The room's settings may be others than those that are being edited."""
        if self.isHidden() or self._open is None:
            return
        now = meaning_of(self._seat.situation, self._seat.targets)
        if _edited(now) != _edited(self._open):
            said = translate("Units", "Orang lain baru mengubah tabel ini: tutup dan buka lagi.")
            self.say(said)

    def leave(self) -> None:
        if not self.isHidden():
            self._focus.give_back()
            self.hide()
            self.left.emit()

    def _follow(self) -> None:
        why = self._why_not()
        self.keep.setEnabled(why is None)
        self.keep.setToolTip("" if why is None else sentence(why, {}))

    def _why_not(self) -> str | None:
        if self._seat.may(Permission.REASSIGN):
            return None
        return "not_allowed" if self._seat.person.signed_in else "sign_in_first"

    # --- keeping -------------------------------------------------------------------------------

    def words(self) -> Words:
        return {status: line.word() for status, line in self.lines.items()}

    def limits(self) -> UnitLimits:
        values = {
            LIMIT_OF[status]: line.limit.value()
            for status, line in self.lines.items()
            if line.limit is not None
        }
        assert self._open is not None
        found = replace(self._open.limits, silent_s=self.silent.value(), **values)
        assert set(values) | {"silent_s"} == set(LIMITS)
        return found

    def save(self) -> None:
        """What differs of it, if it makes sense; else the sentence that names the line at fault."""
        why, before = self._why_not(), self._open
        if why is not None or before is None:
            self._seat.notices.failed(OperatorError(why or "not_allowed"))
            return
        words, limits = self.words(), self.limits()
        try:
            check_words(words)
            check_limits(limits)
        except OperatorError as error:
            self.say(fault_text(error))
            return
        if words != before.words:
            submit(self._seat, SetUnitWords(words, before.words_version))
        if limits != before.limits:
            submit(self._seat, SetUnitLimits(limits, before.limits_version))
        self.leave()

    def say(self, text: str) -> None:
        self.fault.show_text(text)
        self.fault.setVisible(bool(text))

    # --- keys, appearance ----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow board the names stand in the empty fields only."""
        super().resizeEvent(event)
        for line in self.lines.values():
            line.name.setVisible(self.width() >= self._seat.theme.px(ROOMY_PX))

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.key() == Qt.Key.Key_Escape or _keeps(event))
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif _keeps(event):
            self.save()
        else:
            super().keyPressEvent(event)

    def retranslate(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(px(12), px(8), px(8), px(8))
        self._grid.setContentsMargins(0, 0, px(6), 0)
        self._grid.setSpacing(px(4))
        title = translate("Units", "Sebutan dan batas status (detik)")
        self.title.show_text(title)
        self.setAccessibleName(title)
        for line in self.lines.values():
            line.retranslate()
        silent = translate("Units", "Tanpa kabar saat bertugas")
        self.silent_name.show_text(silent)
        self.silent.setAccessibleName(silent)
        self.keep.relabel(translate("Units", "Simpan"))
        self.stop.relabel(translate("Units", "Batal"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _edited(meaning: Meaning) -> tuple[int, int, UnitLimits]:
    """What the page stands upon: a limit that nobody set follows the room's own clocks."""
    return meaning.words_version, meaning.limits_version, meaning.limits


def _keeps(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_S and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def fault_text(error: OperatorError) -> str:
    """The sentence, with statuses as the screen calls them."""
    named = dict(error.params)
    for hole in ("status", "other"):
        if named.get(hole) in set(UnitStatus):
            named[hole] = status_text(UnitStatus(str(named[hole])))
    return sentence(error.code, named)
