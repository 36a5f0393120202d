"""Handing the selected incident on, inside the detail panel: whom to, which clock, which words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from command_center.advice.referrals import Rule, rule_table
from command_center.commands.referral import TEXT_LONGEST, ReferIncident, names_somebody
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident
from command_center.domain.unit import Agency, ReferralVia
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.actions.referrals import refer
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.focus import FocusReturn
from command_center.ui.format import moment
from command_center.ui.plain_label import PlainLabel
from command_center.ui.referrals.picker import AgencyPicker
from command_center.ui.referrals.words import (
    file_by,
    fill,
    rule_label,
    suggested_words,
    translate,
    via_text,
)
from command_center.ui.seat import Seat

SEND_KEY, LEAVE_KEY = "Ctrl+Return", "Esc"
WORDS_PX = 84


class ReferralForm(QFrame):
    """Open for one incident at a time; what was typed for another one is gone with it."""

    opened = Signal()
    left = Signal()

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raised")
        self._seat = seat
        self.incident: Incident | None = None
        self.title = PlainLabel(seat.theme, "text", bold=True, parent=self)
        self.offence = PlainLabel(seat.theme, "warn", 11, parent=self)
        self.way = PlainLabel(seat.theme, "text2", 11, parent=self)
        for label in (self.title, self.offence, self.way):
            label.setWordWrap(True)
        self.picker = AgencyPicker(seat, self)
        self.rule = QComboBox(self)
        self.rule.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.rule.setMinimumContentsLength(18)
        self.words = QPlainTextEdit(self)
        self.words.setTabChangesFocus(True)
        self.send = KeyButton(seat, "", SEND_KEY, primary=True, parent=self)
        self.cancel = KeyButton(seat, "", LEAVE_KEY, parent=self)
        self._focus = FocusReturn(self)
        self._arrange()
        self._connect()
        self.hide()

    def _arrange(self) -> None:
        buttons = QWidget(self)
        self._flow = FlowLayout(buttons)
        for button in (self.send, self.cancel):
            self._flow.addWidget(button)
        self._rows = QVBoxLayout(self)
        for part in (self.title, self.offence, self.picker, self.rule, self.way, self.words):
            self._rows.addWidget(part)
        self._rows.addWidget(buttons)

    def _connect(self) -> None:
        self.picker.chosen.connect(self._chosen)
        self.rule.currentIndexChanged.connect(lambda _: self._say_way())
        self.send.clicked.connect(self.submit)
        self.cancel.clicked.connect(self.leave)
        for field in (self.picker.field, self.words, self.rule):
            field.installEventFilter(self)
        self._seat.theme.changed.connect(self.restyle)
        self.relabel()
        self.restyle()

    # --- opening -------------------------------------------------------------------------------

    def open(self, incident: Incident) -> None:
        """For this one, with the likely agencies and the house's own words."""
        self._focus.remember()
        table = rule_table()
        self.incident = incident
        said = " ".join((incident.title, incident.category))
        self.picker.begin(table.suggested(incident.category, said))
        self.words.setPlainText(suggested_words(incident, self._seat))
        self.offence.setVisible(table.is_offence(incident.category, said))
        self._chosen()
        self.show()
        self.opened.emit()
        self.picker.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        self.incident = None
        self._focus.give_back()
        self.hide()
        self.left.emit()

    # --- filling in ----------------------------------------------------------------------------

    def _chosen(self) -> None:
        agency = self.picker.agency
        rules = rule_table().of_agency(agency.code) if agency else ()
        self.rule.clear()
        for rule in rules:
            self.rule.addItem(rule_label(rule), rule.code)
        self.rule.setVisible(bool(rules))
        self._say_way()
        if agency is not None:
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_way(self) -> None:
        agency, incident = self.picker.agency, self.incident
        rule = self._rule()
        lines = []
        if agency is not None:
            lines.append(f"{agency.name} · {via_text(_way(agency))}")
        if agency is not None and incident is not None and rule is not None:
            by = moment(file_by(agency, incident, rule, self._seat).isoformat(), self._seat.zone)
            lines.append(fill(translate("Referrals", "Menurut hukum harus sampai sebelum %1"), by))
            if not rule.read:
                lines.append(translate("Referrals", "Pasal ini belum kami periksa: tanyakan Sikum"))
        self.way.show_text("\n".join(lines))
        self.way.setVisible(bool(lines))

    def _rule(self) -> Rule | None:
        code = self.rule.currentData()
        return rule_table().rules.get(code) if code else None

    def submit(self) -> None:
        """Say what is missing, or hand it over."""
        agency, incident, text = self.picker.agency, self.incident, self.words.toPlainText()
        if incident is None:
            return
        if agency is None:
            self._refuse("referral_needs_agency", self.picker.field)
        elif not text.strip():
            self._refuse("referral_needs_text", self.words)
        elif len(text) > TEXT_LONGEST:
            self._seat.notices.failed(OperatorError("text_too_long", limit=TEXT_LONGEST))
        elif names_somebody(text):
            self._refuse("referral_names_somebody", self.words)
        else:
            rule = self._rule()
            refer(
                self._seat,
                ReferIncident(incident.id, agency.id, text, rule=rule.code if rule else ""),
            )
            self.leave()

    def _refuse(self, code: str, where: QWidget) -> None:
        self._seat.notices.failed(OperatorError(code))
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if isinstance(event, QKeyEvent) and event.type() in kinds:
            return self._typed(event)
        return False

    def _typed(self, event: QKeyEvent) -> bool:
        """Esc and Ctrl+Enter are the form's while the keyboard is in it."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        sends = enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        leaves = event.key() == Qt.Key.Key_Escape
        if not (sends or leaves):
            return False
        event.accept()
        if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
            self.submit() if sends else self.leave()
        return True

    # --- appearance ----------------------------------------------------------------------------

    def relabel(self) -> None:
        """In the language of the screen."""
        self.title.setText(translate("Referrals", "Teruskan ke instansi lain"))
        self.setAccessibleName(self.title.text())
        self.offence.setText(
            translate(
                "Referrals",
                "Pelanggaran pemilu: urusan Bawaslu atau Sentra Gakkumdu, bukan patroli.",
            )
        )
        self.rule.setAccessibleName(translate("Referrals", "Tenggat menurut hukum"))
        self.words.setAccessibleName(translate("Referrals", "Yang diteruskan, tanpa data pelapor"))
        self.send.relabel(translate("Referrals", "Teruskan"))
        self.cancel.relabel(translate("Referrals", "Batal"))
        self.picker.relabel()
        self._say_way()

    def restyle(self) -> None:
        theme = self._seat.theme
        px = theme.px
        self._rows.setContentsMargins(px(10), px(6), px(10), px(8))
        self._rows.setSpacing(px(4))
        self._flow.setSpacing(px(5))
        self.words.setFont(theme.font(13))
        self.words.setFixedHeight(px(WORDS_PX))
        self.rule.setFont(theme.font(13))


def _way(agency: Agency) -> ReferralVia:
    """How it will go: without an address on paper."""
    return agency.via if agency.reach else ReferralVia.LETTER
