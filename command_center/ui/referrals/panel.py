"""Every referral of the room that is open or came back refused, by its clock."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, QModelIndex
from PySide6.QtWidgets import QAbstractItemView, QFrame, QVBoxLayout, QWidget

from command_center.commands.referral import overdue_from
from command_center.situation.situation import Touched
from command_center.ui.plain_label import PlainLabel
from command_center.ui.referrals.rows import (
    ROW_PX,
    ReferralDelegate,
    ReferralModel,
    rows_of,
    spoken,
)
from command_center.ui.referrals.words import fill, translate
from command_center.ui.row_table import RowTable
from command_center.ui.seat import Seat

_FOLLOWED = frozenset({"referral", "agency", "incident"})


class ReferralsPanel(QFrame):
    """Enter or a click selects the incident."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.head = PlainLabel(seat.theme, "text2", 13, tabular=True, parent=self)
        self.head.setWordWrap(True)
        self.model = ReferralModel(lambda one: spoken(one, seat.live.now()), self)
        self.view = RowTable(self.model, self)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.view.setItemDelegate(ReferralDelegate(seat, self.view))
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        self._rows.addWidget(self.head)
        self._rows.addWidget(self.view, 1)
        self.setFocusProxy(self.view)
        self.view.activated.connect(self._open)
        self.view.clicked.connect(self._open)
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        seat.theme.changed.connect(self._restyle)
        self._restyle()
        self.refresh()

    def _open(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self.model.rows):
            self._seat.selection.select_incident(self.model.rows[index.row()].row.incident_id)

    def _changed(self, touched: Touched) -> None:
        if touched.everything or touched.entities & _FOLLOWED:
            self.refresh()

    def refresh(self) -> None:
        """Follow what stands now, in the language of the screen."""
        self.model.follow(rows_of(self._seat))
        self._count(self._seat.live.now())
        self.setAccessibleName(translate("Referrals", "Penerusan"))
        self.view.setAccessibleName(translate("Referrals", "Daftar penerusan terbuka"))

    def _ticked(self, now: datetime) -> None:
        if self.isVisible():
            self.model.tell_time()
            self._count(now)

    def _count(self, now: datetime) -> None:
        rows = [one.row for one in self.model.rows]
        standing = [row for row in rows if row.ended_at is None]
        late = sum(1 for row in standing if (due := overdue_from(row)) is not None and due <= now)
        back = len(rows) - len(standing)
        said = []
        if back:
            text = translate("Referrals", "%1 ditolak: kembali ke kita")
            said.append(fill(text, str(back)))
        if late:
            text = translate("Referrals", "%1 penerusan terbuka, %2 terlambat")
            said.append(fill(text, str(len(standing)), str(late)))
        elif standing:
            said.append(fill(translate("Referrals", "%1 penerusan terbuka"), str(len(standing))))
        self.head.tint("alarm" if late else "warn" if back else "text2")
        nothing = translate("Referrals", "Tidak ada penerusan terbuka")
        self.head.show_text(" · ".join(said) or nothing)

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(0, px(6), 0, px(4))
        self.head.setContentsMargins(px(10), 0, px(10), px(2))
        self.view.verticalHeader().setDefaultSectionSize(px(ROW_PX))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
            self.model.tell_time()
        super().changeEvent(event)
