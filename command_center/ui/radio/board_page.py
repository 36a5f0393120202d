"""Sinergitas: what partners did in a month, by kind, activity and kelurahan."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, tzinfo
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from command_center.documents.activity_board import write_board
from command_center.domain.errors import OperatorError
from command_center.ports import ActivityCount
from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.format import count
from command_center.ui.leaving import leaving_lines, leaving_path
from command_center.ui.paged_panel import PanelPage
from command_center.ui.plain_label import PlainLabel
from command_center.ui.radio.words import activity_text, area_text, kind_text, month_text
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate
KEYS = {"before": "Ctrl+Left", "after": "Ctrl+Right", "export": "Ctrl+S"}


def month_span(year: int, month: int, zone: tzinfo) -> tuple[datetime, datetime]:
    """From the local midnight the month begins with until that of the next, in UTC."""
    then = (year + 1, 1) if month == 12 else (year, month + 1)
    first = datetime(year, month, 1, tzinfo=zone)
    return first.astimezone(UTC), datetime(*then, 1, tzinfo=zone).astimezone(UTC)


class BoardPage(PanelPage):
    """Asks the read lane while it can be seen; an answer about another month is dropped."""

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        now = seat.live.now().astimezone(seat.zone)
        self.month = (now.year, now.month)
        self.counts: Sequence[ActivityCount] = ()
        self.title = PlainLabel(seat.theme, bold=True)
        self.said = PlainLabel(seat.theme, "text2")
        self.said.setWordWrap(True)
        self.buttons = {name: KeyButton(seat, "", key) for name, key in KEYS.items()}
        self.table = QTableWidget(0, 4)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        names = self.table.horizontalHeader()
        names.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        names.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setShowGrid(False)
        self._head = FlowLayout(gap=8)
        for part in (self.title, *self.buttons.values()):
            self._head.addWidget(part)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(self._head)
        rows.addWidget(self.said)
        rows.addWidget(self.table, 1)
        self.setFocusProxy(self.table)
        self._connect()
        self.restyle()
        self.retranslate()

    def _connect(self) -> None:
        acts: dict[str, Callable[[], None]] = {
            "before": partial(self.turn, -1),
            "after": partial(self.turn, 1),
            "export": self.export,
        }
        for name, act in acts.items():
            self.buttons[name].clicked.connect(lambda _=False, act=act: act())
            shortcut = QShortcut(QKeySequence(KEYS[name]), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self._seat.live.changed.connect(self._changed)
        self._seat.theme.changed.connect(self.restyle)

    # --- what it shows -------------------------------------------------------------------------

    def turn(self, months: int) -> None:
        """To another month."""
        year, month = self.month
        at = year * 12 + month - 1 + months
        self.month = (at // 12, at % 12 + 1)
        self.refresh()

    def refresh(self, *_: object) -> None:
        month, history = self.month, self._seat.history
        since, until = month_span(*month, self._seat.zone)
        self._name_month()

        def told(counts: Sequence[ActivityCount]) -> None:
            if month == self.month:
                self.counts = counts
                self._show("")

        def failed(error: OperatorError) -> None:
            if month == self.month:
                self.counts = ()
                self._show(sentence(error.code, error.params, self._seat.situation))

        self._seat.tasks.run(lambda: history.activities(since, until), told, failed)

    def _changed(self, touched: Touched) -> None:
        if self.isVisible() and "radio_line" in touched.entities:
            self.refresh()

    def lines(self) -> list[tuple[str, str, str, str]]:
        """Kind, activity, kelurahan, how many; as the screen says them."""
        outside = translate("Radio", "Bukan mitra terdaftar")
        return [
            (
                kind_text(one.kind) if one.kind else outside,
                activity_text(one.activity),
                area_text(self._seat.city, one.area_code) or "–",
                str(one.lines),
            )
            for one in self.counts
        ]

    def _show(self, fault: str) -> None:
        lines = self.lines()
        self.table.setRowCount(len(lines))
        for at, line in enumerate(lines):
            for column, text in enumerate(line):
                self.table.setItem(at, column, QTableWidgetItem(text))
        total = sum(one.lines for one in self.counts)
        whole = translate("Radio", "%1 kegiatan").replace("%1", count(total))
        none = sentence("board_empty", {})
        self.said.show_text(fault or (whole if total else none))
        self.table.setVisible(bool(lines))
        self.buttons["export"].setEnabled(bool(lines))
        self.buttons["export"].setToolTip("" if lines else none)

    # --- out -----------------------------------------------------------------------------------

    def file(self) -> Path:
        year, month = self.month
        return leaving_path(self._seat, f"sinergitas-{year:04}-{month:02}.csv")

    def export(self) -> None:
        """The month as it is shown, in a file of the room's own folder."""
        if not self.counts:
            self._seat.notices.failed(OperatorError("board_empty"))
            return
        path, lines = self.file(), [self._columns(), *self.lines()]
        head, *rest = leaving_lines(self._seat, lines)

        def written(_: None) -> None:
            self._seat.notices.done("board_exported", file=str(path))

        self._seat.tasks.run(
            partial(write_board, path, head, rest), written, self._seat.notices.failed
        )

    # --- appearance ----------------------------------------------------------------------------

    def _columns(self) -> tuple[str, str, str, str]:
        return (
            translate("Radio", "Unsur"),
            translate("Radio", "Kegiatan"),
            translate("Radio", "Kelurahan"),
            translate("Radio", "Jumlah"),
        )

    def _name_month(self) -> None:
        year, month = self.month
        self.title.show_text(f"{month_text(month)} {year}")

    def restyle(self) -> None:
        px = self._seat.theme.px
        self._head.setContentsMargins(px(12), px(4), px(8), px(4))
        self.said.setContentsMargins(px(12), px(2), px(12), px(6))
        self.table.setFont(self._seat.theme.font(13))
        self.table.horizontalHeader().setFont(self._seat.theme.font(11))
        self.table.verticalHeader().setDefaultSectionSize(px(26))

    def retranslate(self) -> None:
        self.table.setAccessibleName(translate("Radio", "Papan sinergitas"))
        self.table.setHorizontalHeaderLabels(self._columns())
        self.buttons["before"].relabel(translate("Radio", "Bulan lalu"))
        self.buttons["after"].relabel(translate("Radio", "Bulan berikut"))
        self.buttons["export"].relabel(translate("Radio", "Simpan CSV"))
        self._name_month()
        self._show("")
