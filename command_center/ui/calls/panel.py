"""The calls of 110: ringing, in hand, to be called back, and the day's. Asked in the panel."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QTabBar, QVBoxLayout, QWidget

from command_center.domain.calls import rings
from command_center.domain.partner import CallState, PhoneCall
from command_center.domain.permissions import Permission
from command_center.duty.calls import call_rules
from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.calls import BACK, END, FORM, PANEL, TAKE, claim
from command_center.ui.calls.about import AboutCall
from command_center.ui.calls.delegate import ROW_PX, CallDelegate
from command_center.ui.calls.model import CallsModel
from command_center.ui.calls.number import ShownNumber
from command_center.ui.calls.questions import CallQuestions
from command_center.ui.calls.sections import Section, in_hand, marks_of, newest_first, sections
from command_center.ui.calls.view import CallsView
from command_center.ui.calls.words import (
    about_text,
    empty_text,
    section_text,
    state_text,
    translate,
)
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat

SECTIONS = tuple(Section)
_TABLES = frozenset({"phone_call", "prank_mark", "room_setting", "incident", "staff"})


class CallsPanel(QFrame):
    """Follows the room; while the pointer is over the list its rows stay where they are."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.tabs = QTabBar()
        self.tabs.setObjectName("inside")
        for _ in SECTIONS:
            self.tabs.addTab("")
        self.news = PlainLabel(seat.theme, "accent", 11)
        self.model = CallsModel(self._spoken, self)
        self.view = CallsView(seat, self.model)
        self.view.setItemDelegate(CallDelegate(seat, self.view))
        self.about = AboutCall(seat)
        self.number = ShownNumber(seat)
        self.question = CallQuestions(seat, self)
        self.buttons = {
            "main": KeyButton(seat, "", "Return", primary=True),
            "end": KeyButton(seat, "", "H"),
            "number": KeyButton(seat, "", "N"),
            "mark": KeyButton(seat, "", "I"),
            "strike": KeyButton(seat, "", "X"),
            "ladder": KeyButton(seat, "", "L"),
        }
        self._chosen: str | None = None
        self._lay_out()
        self._connect()
        self._restyle()
        self._retranslate()
        self.refresh()

    def _lay_out(self) -> None:
        rows = self._rows = QVBoxLayout(self)
        rows.setSpacing(0)
        self.foot = QWidget()
        self._foot = QVBoxLayout(self.foot)
        self._foot.setSpacing(4)
        buttons = QWidget()
        flow = FlowLayout(buttons, gap=6)
        for button in self.buttons.values():
            flow.addWidget(button)
        for part in (self.number, self.about, buttons):
            self._foot.addWidget(part)
        for widget in (self.tabs, self.news):
            rows.addWidget(widget)
        rows.addWidget(self.view, 1)
        rows.addWidget(self.question)
        rows.addWidget(self.foot)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.news.hide()
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        seat = self._seat
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        seat.asking.asked.connect(self._asked)
        seat.person.changed.connect(self.refresh)
        seat.theme.changed.connect(self._restyle)
        self.tabs.currentChanged.connect(self._turned)
        self.view.selectionModel().currentRowChanged.connect(self._picked)
        self.view.wanted.connect(lambda _: self.act("main"))
        self.view.keyed.connect(self.act)
        self.view.left.connect(self.refresh)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _=False, name=name: self.act(name))

    # --- what is shown -------------------------------------------------------------------------

    @property
    def section(self) -> Section:
        return SECTIONS[max(0, self.tabs.currentIndex())]

    def _changed(self, touched: Touched) -> None:
        """What nobody sees is made when it is shown."""
        if self.isVisible() and (touched.everything or touched.entities & _TABLES):
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _ticked(self, _: datetime) -> None:
        """Calls leave the ringing ones by the clock alone, too."""
        if self.isVisible():
            self.refresh()
            self.view.viewport().update()

    def refresh(self) -> None:
        """As the room is now; a list under the pointer says how many are new instead."""
        sorted_out = self._sections()
        calls = sorted_out[self.section]
        if self.section is Section.ALL:
            calls = newest_first(calls)
        if self.view.over:
            self._tell_news(self.model.refresh(calls))
            self.model.refresh(sorted_out[Section.ALL])
        else:
            self._tell_news(0)
            self.model.show(calls)
            if self.view.current() is None and self.model.rows:
                self.view.setCurrentIndex(self.model.index(0, 0))
        self._label_tabs(sorted_out)
        self._follow()

    def _sections(self) -> Mapping[Section, list[PhoneCall]]:
        situation = self._seat.situation
        return sections(situation, self._seat.live.now(), call_rules(situation))

    def _tell_news(self, count: int) -> None:
        self.news.show_text(translate("Calls", "%1 baru").replace("%1", str(count)))
        self.news.setVisible(count > 0)

    def _label_tabs(self, sorted_out: Mapping[Section, list[PhoneCall]]) -> None:
        for place, section in enumerate(SECTIONS):
            text = section_text(section)
            count = len(sorted_out[section]) if section is not Section.ALL else 0
            self.tabs.setTabText(place, f"{text} {count}" if count else text)

    def _turned(self, _: int) -> None:
        self.view.empty = empty_text(self.section)
        self.view.over = False
        self.refresh()

    def _picked(self) -> None:
        self.number.forget()
        self._follow()

    def _follow(self) -> None:
        """Buttons and what is said of the chosen call."""
        call = self.view.current()
        self.about.show_call(call)
        told = {
            "main": call is not None and self._main(call)[1],
            "end": call is not None and self._mine(call),
            "number": call is not None and self.number.may(call),
            "mark": call is not None and bool(call.caller_ref) and self._works(),
            "strike": call is not None
            and bool(marks_of(self._seat.situation, call))
            and self._works(),
            "ladder": self._seat.may(Permission.REASSIGN),
        }
        for name, shown in told.items():
            self.buttons[name].setVisible(shown)
        if call is not None:
            self.buttons["main"].relabel(self._main(call)[0])

    def _works(self) -> bool:
        return self._seat.may(Permission.TAKE_REPORTS)

    def _mine(self, call: PhoneCall) -> bool:
        return in_hand(call) and call.claimed_by == self._seat.act.actor and self._works()

    def _main(self, call: PhoneCall) -> tuple[str, bool]:
        """What Enter does with it, and whether it can."""
        rules, now = call_rules(self._seat.situation), self._seat.live.now()
        if rings(call, now, rules):
            return translate("Calls", "Angkat"), self._works()
        if call.incident_id is not None:
            known = self._seat.situation.incident(call.incident_id) is not None
            return translate("Calls", "Lihat kejadian"), known
        if self._mine(call):
            return translate("Calls", "Buka formulir"), True
        if call.state is CallState.CLAIMED:
            return translate("Calls", "Ambil alih"), self._works()
        if call.state is CallState.ENDED:
            return translate("Calls", "Selesai"), False
        return translate("Calls", "Telepon balik"), self._works()

    # --- what is done --------------------------------------------------------------------------

    def act(self, name: str) -> None:
        """What a button or its key does with the chosen call."""
        call = self.view.current()
        if name == "ladder" and self._seat.may(Permission.REASSIGN):
            self.question.ladder()
        elif call is None or self.buttons[name].isHidden():
            return
        elif name == "main":
            self._do_main(call)
        elif name == "number":
            self.number.open(call)
        else:
            {
                "end": self.question.end,
                "mark": self.question.mark,
                "strike": self.question.strike,
            }[name](call)

    def _do_main(self, call: PhoneCall) -> None:
        rules, now = call_rules(self._seat.situation), self._seat.live.now()
        if rings(call, now, rules):
            claim(self._seat, call.id)
        elif call.incident_id is not None:
            self._seat.selection.select_incident(call.incident_id)
        elif self._mine(call):
            self._seat.asking.ask(FORM, call.id)
        elif call.state is CallState.CLAIMED:
            self.question.take(call)
        else:
            self.question.back(call)

    def _asked(self, action_id: str, subject: object) -> None:
        """By key from anywhere: the call comes into sight and its question is asked."""
        asked = {
            TAKE: (Section.IN_HAND, self.question.take),
            END: (Section.IN_HAND, self.question.end),
            BACK: (Section.BACK, self.question.back),
        }
        if action_id == PANEL and subject is None:
            self._turn_to_calls()
        if not isinstance(subject, str):
            return
        if action_id == PANEL:
            self._show(subject, self._where(subject))
        if action_id not in asked:
            return
        section, ask = asked[action_id]
        self._show(subject, section)
        call: PhoneCall | None = self._seat.situation.get("phone_call", subject)
        if call is not None:
            ask(call)

    def _turn_to_calls(self) -> None:
        """Opened without a call: the most urgent section with any. Who reads a list keeps it."""
        calls = self._sections()
        if not self.isVisible() or not calls[self.section]:
            found = next((section for section in SECTIONS if calls[section]), Section.RINGING)
            self.tabs.setCurrentIndex(SECTIONS.index(found))

    def _where(self, id: str) -> Section:
        """The section it stands in."""
        for section, calls in self._sections().items():
            if any(call.id == id for call in calls):
                return section
        return Section.ALL

    def _show(self, id: str, section: Section) -> None:
        """Somebody asked for it: the list may move now."""
        self.tabs.setCurrentIndex(SECTIONS.index(section))
        self.view.over = False
        self.refresh()
        self.view.choose(id)

    # --- appearance ----------------------------------------------------------------------------

    def _spoken(self, call: PhoneCall) -> str:
        situation = self._seat.situation
        now, rules = self._seat.live.now(), call_rules(situation)
        return f"{state_text(call, now, rules, situation)}; {about_text(call, self._seat)}"

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(1, 1, 1, 1)
        self._foot.setContentsMargins(px(12), px(6), px(8), px(8))
        self.news.setContentsMargins(px(12), px(2), px(8), px(2))
        self.tabs.setFont(self._seat.theme.font(13))
        self.view.verticalHeader().setDefaultSectionSize(px(ROW_PX))
        self.view.viewport().update()

    def _retranslate(self) -> None:
        name = translate("Calls", "Telepon 110")
        for widget in (self, self.view, self.tabs):
            widget.setAccessibleName(name)
        self.view.empty = empty_text(self.section)
        for button, text in (
            ("end", translate("Calls", "Hasil…")),
            ("number", translate("Calls", "Tampilkan nomor")),
            ("mark", translate("Calls", "Tandai iseng…")),
            ("strike", translate("Calls", "Coret tanda…")),
            ("ladder", translate("Calls", "Tangga jawab…")),
        ):
            self.buttons[button].relabel(text)
        self._label_tabs(self._sections())
        self._follow()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
