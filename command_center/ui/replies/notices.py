"""What the public is told: drafted here, approved and withdrawn by who may publish."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.commands.notice import DraftNotice
from command_center.domain.errors import OperatorError
from command_center.domain.permissions import Permission
from command_center.domain.referral import NoticeState, PublicNotice
from command_center.situation.situation import Touched
from command_center.ui.actions.action import Reason, submit
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.replies import approve_notice, withdraw_notice
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.keyed_table import KeyedTable
from command_center.ui.plain_label import PlainLabel
from command_center.ui.queue.words import plain_tip
from command_center.ui.replies.notice_editor import NoticeEditor
from command_center.ui.replies.notice_rows import (
    ROW_PX,
    NoticeDelegate,
    NoticeModel,
    notices,
)
from command_center.ui.seat import Seat
from command_center.ui.sentences import sentence

translate = QCoreApplication.translate
_KEYS = {
    Qt.Key.Key_Insert: "draft",
    Qt.Key.Key_Return: "approve",
    Qt.Key.Key_Enter: "approve",
    Qt.Key.Key_Delete: "withdraw",
}


class NoticeView(KeyedTable):
    def __init__(self, seat: Seat, model: NoticeModel) -> None:
        super().__init__(seat.theme, model, _KEYS)

    def current(self) -> PublicNotice | None:
        row = self.current_row()
        return row if isinstance(row, PublicNotice) else None


class NoticesPanel(QFrame):
    """Everybody sees them; a desk drafts, a shift lead approves and takes back."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.title = PlainLabel(seat.theme, bold=True)
        self.words = PlainLabel(seat.theme, "text2")
        self.words.setWordWrap(True)
        self.model = NoticeModel(self)
        self.view = NoticeView(seat, self.model)
        self.view.setItemDelegate(NoticeDelegate(seat.theme, seat.zone, self.view))
        self.buttons = {
            "draft": KeyButton(seat, "", "Ins"),
            "approve": KeyButton(seat, "", "Return"),
            "withdraw": KeyButton(seat, "", "Del"),
        }
        self.editor = NoticeEditor(seat)
        self._lay_out()
        self._connect()
        self._restyle()
        self._retranslate()
        self.refresh()

    def _lay_out(self) -> None:
        rows = self._rows = QVBoxLayout(self)
        rows.setSpacing(0)
        self._head = FlowLayout(gap=8)
        self._head.addWidget(self.title)
        self.foot = QWidget()
        self._foot = FlowLayout(self.foot, gap=6)
        for button in self.buttons.values():
            self._foot.addWidget(button)
        rows.addLayout(self._head)
        rows.addWidget(self.view, 1)
        for part in (self.words, self.editor, self.foot):
            rows.addWidget(part)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        seat = self._seat
        for name, button in self.buttons.items():
            button.setObjectName(name)
            button.clicked.connect(self._pressed)
        self.view.asked.connect(self.ask)
        self.view.selectionModel().currentChanged.connect(self._follow)
        self.editor.kept.connect(self._keep)
        self.editor.left.connect(self._close_editor)
        seat.live.changed.connect(self._changed)
        seat.person.changed.connect(self.refresh)
        seat.theme.changed.connect(self._restyle)

    def _changed(self, touched: Touched) -> None:
        if touched.everything or "public_notice" in touched.entities:
            self.refresh()

    def refresh(self) -> None:
        row = self.view.current()
        self.model.show_rows(notices(self._seat.situation))
        at = self.model.place_of(row.id) if row else None
        if self.model.rowCount() and (at is not None or not self.view.currentIndex().isValid()):
            self.view.setCurrentIndex(self.model.index(at or 0, 0))
        self._follow()

    def _follow(self, *_: object) -> None:
        """The whole text of the current one, and why each button cannot be pressed."""
        row = self.view.current()
        self.words.show_text(row.text if row else "")
        self.words.setVisible(row is not None)
        for name, button in self.buttons.items():
            reason = self._reason(name, row)
            button.setEnabled(reason is None)
            button.setToolTip("" if reason is None else plain_tip(sentence(reason, {})))

    def _reason(self, asked: str, row: PublicNotice | None) -> Reason:
        publishes = asked == "approve" or (
            row is not None and asked == "withdraw" and row.state is NoticeState.APPROVED
        )
        if not self._seat.may(Permission.PUBLISH if publishes else Permission.REFER):
            return "not_allowed" if self._seat.person.signed_in else "sign_in_first"
        if asked == "draft":
            return None
        if row is None:
            return "select_notice"
        if row.state is NoticeState.WITHDRAWN:
            return "notice_withdrawn"
        settled = asked == "approve" and row.state is not NoticeState.DRAFT
        return "notice_not_draft" if settled else None

    def _pressed(self) -> None:
        button = self.sender()
        if button is not None:
            self.ask(button.objectName())

    def ask(self, asked: str) -> None:
        """One of draft, approve, withdraw; about the current line."""
        row = self.view.current()
        reason = self._reason(asked, row)
        if reason is not None:
            self._seat.notices.failed(OperatorError(reason))
        elif asked == "draft" or row is None:
            id = self._seat.selection.incident_id
            self.foot.hide()
            self.editor.write(self._seat.situation.incident(id) if id else None)
        elif asked == "approve":
            approve_notice(self._seat, row.id, row.title)
        else:
            withdraw_notice(self._seat, row.id, row.title)

    def _keep(self, draft: DraftNotice) -> None:
        """What was written stays until it is stored."""
        self._close_editor()
        reopen = lambda _: self._reopen()  # noqa: E731 - for the refusal only
        submit(self._seat, draft, failed=reopen, title=draft.title)

    def _reopen(self) -> None:
        self.foot.hide()
        self.editor.show()

    def _close_editor(self) -> None:
        self.editor.hide()
        self.foot.show()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._head.setContentsMargins(px(12), px(7), px(8), px(7))
        self._foot.setContentsMargins(px(12), px(6), px(8), px(8))
        self.words.setContentsMargins(px(12), px(6), px(12), 0)
        self.view.verticalHeader().setDefaultSectionSize(px(ROW_PX))
        self.view.viewport().update()

    def _retranslate(self) -> None:
        self.title.show_text(translate("Replies", "PEMBERITAHUAN PUBLIK"))
        name = translate("Replies", "Pemberitahuan publik")
        self.setAccessibleName(name)
        self.view.setAccessibleName(name)
        self.view.empty = translate("Replies", "Belum ada pemberitahuan publik")
        self.buttons["draft"].relabel(translate("Replies", "Konsep baru"))
        self.buttons["approve"].relabel(translate("Replies", "Setujui dan umumkan"))
        self.buttons["withdraw"].relabel(translate("Replies", "Tarik"))
        self.editor.retranslate()
        self._follow()
        self.view.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
