"""How the 110 form is laid out: the fields scroll where there is little room, saving stays."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QFrame,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from command_center.advice.categories import categories, find_categories
from command_center.domain.incident import ReporterKind
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.call.priorities import PriorityRow
from command_center.ui.call.suggestions import MOST_SHOWN, Option, SuggestField
from command_center.ui.call.words import address_kept, is_doubtful, place_line, translate
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.names import category_label
from command_center.ui.detail.words import reporter_text
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

ADDRESS_LENGTH = 200
ANSWER_S = 10
"""Within how many seconds a 110 call is to be answered (Kapolri, January 2026)."""
LINES_PX, BESIDE_PX = 64, 360


class CallFrame(QFrame):
    """The fields of the form, without what they lead to."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        theme = seat.theme
        self.title = PlainLabel(theme, bold=True)
        self.clock = PlainLabel(theme, "text", 15, bold=True, tabular=True)
        self.target = PlainLabel(theme, "text2", 11)
        self.linked = PlainLabel(theme, "accent", 11)
        self.linked.setWordWrap(True)
        self.linked.hide()
        self.false = PlainLabel(theme, "warn", 11)
        self.false.setWordWrap(True)
        self.false.hide()
        self.category = SuggestField(theme, self._find_category, at_once=True)
        self.place = SuggestField(theme, self._find_place, at_once=False)
        self.place.field.setMaxLength(ADDRESS_LENGTH)
        self.words = QPlainTextEdit()
        self.words.setTabChangesFocus(True)
        self.reporter = QComboBox()
        for kind in ReporterKind:
            self.reporter.addItem("", kind)
        self.priority = PriorityRow(seat)
        self.reasons = PlainLabel(theme, "text2")
        self.error = PlainLabel(theme, "alarm")
        for wide in (self.reasons, self.error):
            wide.setWordWrap(True)
        self._labels = [PlainLabel(theme, "text2") for _ in range(5)]
        self.save_button = KeyButton(seat, "", "Ctrl+Enter", primary=True)
        self.close_button = KeyButton(seat, "", "Esc")
        outside = self._outside = QVBoxLayout(self)
        top, buttons = FlowLayout(gap=12), FlowLayout()
        for layout, widgets in (
            (top, (self.title, self.clock, self.target)),
            (buttons, (self.save_button, self.close_button)),
        ):
            for widget in widgets:
                layout.addWidget(widget)
        outside.addLayout(top)
        outside.addWidget(self.linked)
        outside.addWidget(self.false)
        self._scroller = self._scrolling()
        outside.addWidget(self._scroller, 1)
        for part in (self._labels[-1], self.priority, self.reasons, self.error):
            outside.addWidget(part)
        outside.addLayout(buttons)

    def _scrolling(self) -> QScrollArea:
        body = QWidget(self)
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        form = self._form = QFormLayout()
        rows.addLayout(form)
        rows.addStretch(1)
        fields = (self.category, self.place, self.words, self.reporter)
        for label, field in zip(self._labels[:-1], fields, strict=True):
            form.addRow(label, field)
            label.setBuddy(field)
        self._labels[-1].setBuddy(self.priority)
        scroller = QScrollArea(self)
        scroller.setWidget(body)
        scroller.setWidgetResizable(True)
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.viewport().setAutoFillBackground(False)
        body.setAutoFillBackground(False)
        scroller.verticalScrollBar().rangeChanged.connect(self._follow_list)
        return scroller

    def _follow_list(self) -> None:
        """A list of suggestions that opens below the edge is brought into sight."""
        for field in (self.category, self.place):
            if field.list.isVisible():
                self._scroller.ensureWidgetVisible(field.list)
                self._scroller.ensureWidgetVisible(field.field)

    def _find_category(self, typed: str) -> Sequence[Option]:
        return [
            Option(f"{category_label(c)} · {c.priority.value}", category_label(c), c.code)
            for c in find_categories(typed, categories())
        ]

    def _find_place(self, typed: str) -> Sequence[Option]:
        city = self._seat.city
        return [
            Option(
                place_line(found, city),
                address_kept(found, typed),
                found.place,
                is_doubtful(found),
            )
            for found in city.geocoder.find(typed, MOST_SHOWN, least_begun=1)
        ]

    def prepare(self) -> None:
        """Make what finds places, some milliseconds of work, before the first letter is typed."""
        city = self._seat.city
        self._seat.tasks.run(lambda: city.geocoder, lambda _: None, lambda _: None)

    def restyle(self) -> None:
        """After another theme or size."""
        theme, px = self._seat.theme, self._seat.theme.px
        self._outside.setContentsMargins(px(14), px(10), px(14), px(10))
        self._outside.setSpacing(px(6))
        self._form.setHorizontalSpacing(px(10))
        self._form.setVerticalSpacing(px(6))
        self._wrap()
        self.words.setFont(theme.font(13))
        self.words.setFixedHeight(px(LINES_PX))
        self.reporter.setFont(theme.font(13))
        self.category.restyle()
        self.place.restyle()

    def _wrap(self) -> None:
        """Labels stand beside their fields where there is room, else above them."""
        beside = self.width() >= self._seat.theme.px(BESIDE_PX)
        policy = QFormLayout.RowWrapPolicy
        self._form.setRowWrapPolicy(policy.DontWrapRows if beside else policy.WrapAllRows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._wrap()

    def relabel(self) -> None:
        """After another language."""
        self.setAccessibleName(translate("Call", "Laporan 110"))
        self.title.setText(translate("Call", "LAPORAN 110"))
        target = translate("Call", "target menjawab %1 dtk")
        self.target.setText(target.replace("%1", str(ANSWER_S)))
        names = (
            translate("Call", "Kategori"),
            translate("Call", "Tempat"),
            translate("Call", "Keterangan"),
            translate("Call", "Pelapor"),
            translate("Call", "Prioritas"),
        )
        fields = (self.category.field, self.place.field, self.words, self.reporter, self.priority)
        for label, name, field in zip(self._labels, names, fields, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        for row, kind in enumerate(ReporterKind):
            self.reporter.setItemText(row, reporter_text(kind))
        self.save_button.relabel(translate("Call", "Simpan"))
        self.close_button.relabel(translate("Call", "Tutup"))
