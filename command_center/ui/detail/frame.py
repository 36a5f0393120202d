"""How the detail panel is laid out: what is known scrolls, what can be done stays in sight."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.domain.incident import Incident
from command_center.ports import LinkState
from command_center.ui.actions.buttons import action_button
from command_center.ui.attachments.panel import AttachmentList
from command_center.ui.detail.cards import MOST_CARDS, CardStrip
from command_center.ui.detail.duplicate_chips import DuplicateChips
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.heading import Heading
from command_center.ui.detail.link_rows import LinkRows
from command_center.ui.detail.newest_line import Known
from command_center.ui.detail.order_box import OrderBox
from command_center.ui.detail.order_set import OrderSet
from command_center.ui.detail.procedure import ProcedureSection
from command_center.ui.detail.questions import QuestionBar
from command_center.ui.detail.robbed_bar import RobbedBar
from command_center.ui.detail.sealed_card import SealedCard
from command_center.ui.detail.second_look_bar import SecondLookBar
from command_center.ui.detail.shelf import Shelf
from command_center.ui.detail.timeline_view import TimelineView
from command_center.ui.detail.unheard_line import UnheardLine
from command_center.ui.detail.words import translate
from command_center.ui.evidence.panel import EvidenceList
from command_center.ui.hospitals.section import HospitalSection
from command_center.ui.one_layout import OneLayout
from command_center.ui.plain_label import PlainLabel
from command_center.ui.radio.neighbourhood_card import NeighbourhoodCard
from command_center.ui.referrals.section import ReferralSection
from command_center.ui.replies.card import ReplyCard
from command_center.ui.seat import Seat

BUTTONS = (
    "take", "takeover", "verify", "merge", "unmerge", "note", "reply", "refer", "standby", "report",
    "close", "reopen",
)  # fmt: skip
ROOMY_PX, CARD_PX = 470, 240


class DetailFrame(QFrame):
    """The parts of the panel, without what moves them."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        theme = seat.theme
        self.set = OrderSet()
        self.heading = Heading(seat, self)
        self.links = LinkRows(seat, self)
        self.duplicates = DuplicateChips(seat, self)
        self.second_look = SecondLookBar(seat, self)
        self.procedure = ProcedureSection(seat, self)
        self.lines = TimelineView(theme, self)
        self.sealed = SealedCard(seat, self)
        self.attachments = AttachmentList(seat, self)
        self.evidence = EvidenceList(seat, self)
        self.referrals = ReferralSection(seat, self)
        self.hospitals = HospitalSection(seat, self)
        self.replies = ReplyCard(seat, self)
        self.neighbourhood = NeighbourhoodCard(seat, self)
        self.unheard = UnheardLine(seat, self)
        self.robbed = RobbedBar(seat, self)
        self.near = PlainLabel(theme, "text3", 11, parent=self)
        self.strip = CardStrip(theme, self.set, self)
        self.box = OrderBox(seat, self)
        self.bar = QuestionBar(seat, self)
        self.empty = PlainLabel(theme, "text3", parent=self)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for label in (self.near, self.empty):
            label.setWordWrap(True)
        self.scroller = self._scrolling()
        self.foot = self._standing()
        outside = QVBoxLayout(self)
        outside.setContentsMargins(1, 1, 1, 1)
        outside.setSpacing(0)
        outside.addWidget(self.second_look)
        outside.addWidget(self.empty)
        outside.addWidget(self.scroller, 1)
        outside.addWidget(self.foot)
        self.shelf = Shelf(seat, self, self.foot)
        heading = (self.heading, self.heading.merged)
        parts = (self, self.foot, self._buttons, *heading, self.links, self.bar)
        self.layouts = OneLayout(*parts, self._body)

    def _scrolling(self) -> Known:
        body = self._body = QWidget(self)
        self._inside = QVBoxLayout(body)
        parts = (
            self.heading,
            self.links,
            self.duplicates,
            self.sealed,
            self.evidence,
            self.procedure,
            self.lines,
            self.attachments,
            self.referrals,
            self.hospitals,
            self.replies,
            self.neighbourhood,
        )
        for part in parts:
            self._inside.addWidget(part)
        self._inside.setStretch(parts.index(self.lines), 1)
        return Known(self._seat.theme, body, self.lines, self)

    def _standing(self) -> QWidget:
        foot = QWidget(self)
        self._buttons = QWidget(foot)
        self._flow = FlowLayout(self._buttons)
        self._actions = {
            name: action_button(
                self._seat, f"incident.{name}", primary=name == "order", parent=self._buttons
            )
            for name in ("order", *BUTTONS)
        }
        for button in self._actions.values():
            self._flow.addWidget(button)
        self._flow.addWidget(self.procedure.button)
        self.procedure.unfolded.connect(
            lambda: QTimer.singleShot(0, self, lambda: self.bring_into_sight(self.procedure))
        )
        self._below = QVBoxLayout(foot)
        self._below.addWidget(self.robbed)
        for part in (self.unheard, self.near, self.strip, self.box, self.bar, self._buttons):
            self._below.addWidget(part)
        return foot

    def most_cards(self) -> int:
        """As many as stand in one row, all of them where there is room for two."""
        px = self._seat.theme.px
        if self.height() >= px(ROOMY_PX):
            return MOST_CARDS
        return max(1, min(MOST_CARDS // 2, self.strip.width() // px(CARD_PX)))

    def show_buttons(self, incident: Incident) -> None:
        """Those that could make sense for the incident; they grey out by themselves."""
        with self.layouts.changing():
            self._show_buttons(incident)
            self._keep_in_sight()

    def _show_buttons(self, incident: Incident) -> None:
        merged = bool(self._seat.situation.merged_into(incident.id) or incident.merged_into)
        self._actions["unmerge"].setVisible(merged)
        others = incident.is_open and incident.owner_id not in (None, self._seat.act.actor)
        self._actions["take"].setVisible(not others)
        self._actions["takeover"].setVisible(others)
        self._actions["close"].setVisible(incident.is_open)
        offline = self._seat.live.connection.state is LinkState.OFFLINE
        self._actions["report"].setVisible(incident.is_open and offline)
        self._actions["reopen"].setVisible(not incident.is_open)
        reply = self._actions["reply"]
        reply.setVisible(reply.action.reason(self._seat) is None)

    def _keep_in_sight(self) -> None:
        """Buttons in several lines need their height whatever else wants it. The width is the
        panel's: before they were ever shown they have none, and a tall guess would push the queue
        aside for good."""
        margins = self._below.contentsMargins()
        width = self.width() - 2 - margins.left() - margins.right()
        self._buttons.setMinimumHeight(self._flow.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_in_sight()

    def bring_into_sight(self, part: QWidget) -> None:
        """Its beginning on top of what scrolls, where there is no room for all."""
        body = self.scroller.widget()
        assert body is not None, "it was given one when it was made"
        self.scroller.verticalScrollBar().setValue(part.mapTo(body, QPoint()).y())

    def make_room(self, *, asking: bool, ordering: bool) -> None:
        """A question takes the place of the buttons; units and words stay while they matter."""
        with self.layouts.changing():
            self._buttons.setVisible(not asking)
            for part in (self.near, self.strip, self.box):
                part.setVisible(ordering)

    def restyle(self) -> None:
        """After another theme or size."""
        px = self._seat.theme.px
        self._inside.setContentsMargins(px(14), px(4), px(14), 0)
        self._inside.setSpacing(px(6))
        self._below.setContentsMargins(px(14), px(4), px(14), px(6))
        self._below.setSpacing(px(5))
        self._flow.setSpacing(px(5))
        self.lines.setMinimumHeight(px(72))
        self.lines.scheduleDelayedItemsLayout()
        self.box.restyle()
        self.strip.arrange()
        self._keep_in_sight()

    def relabel(self) -> None:
        """After another language."""
        self.setAccessibleName(translate("Detail", "Rincian kejadian"))
        self.lines.setAccessibleName(translate("Detail", "Lini masa"))
        self.empty.setText(translate("Detail", "Pilih kejadian di antrean"))
        self.bar.leave()
        self.heading.forget()
        self.links.forget()
        self.strip.relabel()
