"""What the selected incident may be part of, one key each, and what was filed under it, with a
way out; and the event it is one place of."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from command_center.advice.duplicates.scorecard import Candidate
from command_center.commands.duplicates import AnswerDuplicate, SeparateReport
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident, Report
from command_center.domain.permissions import Permission
from command_center.ports import Outcome
from command_center.situation.queue import open_children
from command_center.situation.situation import Touched
from command_center.ui.actions.action import submit
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.card_button import CardButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.names import Names, shown_title
from command_center.ui.detail.possible_duplicates import Comparing, Possible, compared
from command_center.ui.detail.words import fill, translate
from command_center.ui.format import clock, number_sign
from command_center.ui.plain_label import PlainLabel
from command_center.ui.queue.words import plain_tip
from command_center.ui.seat import Seat

SAME_KEYS, OTHER_KEY = ("Alt+D", "Alt+F", "Alt+O"), "Alt+X"
MOST_FILED, QUOTED, TITLED = 4, 60, 32
SOON_MS = 250
REASONS_BY_COUNT = (4, 2, 0)
"""How many reasons a chip has room for, beside no, one and two others."""
_ABOUT = frozenset({"incident", "incident_report", "duplicate_answer", "handling", "merge_link"})


class DuplicateChips(QFrame):
    """Hidden while there is nothing to say."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._comparing = Comparing(seat.city)
        self._busy = self._again = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)
        self.possible = Possible("")
        self.event_line = PlainLabel(seat.theme, "text2", parent=self)
        self.title = PlainLabel(seat.theme, "warn", bold=True, parent=self)
        self.event_line.setWordWrap(True)
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips)
        self._flow.addWidget(self.title)
        self.same = [CardButton(seat, key, self._chips) for key in SAME_KEYS]
        self.other = CardButton(seat, OTHER_KEY, self._chips)
        for place, button in enumerate(self.same):
            self._flow.addWidget(button)
            button.clicked.connect(partial(self._answer_same, place))
        self._flow.addWidget(self.other)
        self.other.clicked.connect(self._answer_other)
        self.more = KeyButton(seat, "", parent=self._chips)
        self.more.setCheckable(True)
        self.more.toggled.connect(self._show_rows)
        self._flow.addWidget(self.more)
        self._rows = QWidget(self)
        self._filed = QVBoxLayout(self._rows)
        self._filed.setContentsMargins(0, 0, 0, 0)
        self.filed_rows: list[FiledRow] = []
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        for part in (self.event_line, self._chips, self._rows):
            rows.addWidget(part)
        seat.live.changed.connect(self._changed)
        seat.selection.incident_changed.connect(self.refresh)
        seat.person.changed.connect(self.refresh)
        self.refresh()

    @property
    def incident(self) -> Incident | None:
        id = self._seat.selection.incident_id
        return self._seat.situation.incident(id) if id else None

    def _changed(self, touched: Touched) -> None:
        """What is worked out anew is worked out once the window has painted the change, and in a
        busy room not for each of them."""
        if touched.everything or touched.entities & _ABOUT:
            self._show()
            if not self._soon.isActive():
                self._soon.start(SOON_MS)

    def refresh(self) -> None:
        """Follow what is selected and what stands now; what is worked out comes a moment later."""
        incident = self.incident
        if incident is None or self.possible.incident_id != incident.id:
            self.possible = Possible(incident.id if incident else "")
            self.more.setChecked(False)
        self._show()
        self._soon.start(SOON_MS)

    # --- working out ---------------------------------------------------------------------------

    def _ask(self) -> None:
        if self._busy:
            self._again = True
            return
        incident = self.incident
        asked = compared(self._seat.situation, incident) if incident is not None else None
        if asked is None:
            self._take(Possible(incident.id if incident else ""))
            return
        self._busy = True
        self._seat.tasks.run(lambda: self._comparing.possible(asked), self._answered, self._refused)

    def _answered(self, possible: Possible) -> None:
        self._busy = False
        self._take(possible)
        if self._again:
            self._again = False
            self._ask()

    def _refused(self, error: OperatorError) -> None:
        self._busy = False
        self._seat.notices.failed(error)

    def _take(self, possible: Possible) -> None:
        if possible.incident_id == (self._seat.selection.incident_id or ""):
            if possible == self.possible:
                return
            self.possible = possible
            self._show()

    # --- showing -------------------------------------------------------------------------------

    def _show(self) -> None:
        incident, may = self.incident, self._seat.may(Permission.TRIAGE)
        chips = self._standing() if incident is not None and incident.is_open else []
        self.title.setText(translate("Duplicates", "Ganda?"))
        self.title.setVisible(bool(chips))
        for place, button in enumerate(self.same):
            button.show_if(may and place < len(chips))
            if place < len(chips):
                self._word(button, chips[place], REASONS_BY_COUNT[len(chips) - 1])
        self.other.show_if(may and bool(chips))
        self.other.relabel(translate("Duplicates", "Bukan"))
        self.other.setToolTip(translate("Duplicates", "Kejadian lain"))
        self._show_event(incident)
        self._show_filed(incident)
        self._chips.setVisible(bool(chips) or bool(self.filed_rows))
        said = bool(chips) or bool(self.filed_rows) or bool(self.event_line.text())
        self.setVisible(incident is not None and said)

    def _show_rows(self, wanted: bool) -> None:
        """Only when asked for: the timeline needs the room."""
        self._rows.setVisible(wanted and bool(self.filed_rows))

    def _standing(self) -> list[Candidate]:
        """Those still open: between the question and the key somebody may have ended one."""
        situation = self._seat.situation
        return [chip for chip in self.possible.chips if situation.is_open(chip.incident_id)]

    def _word(self, button: CardButton, chip: Candidate, reasons: int) -> None:
        """Whole for the pointer and for a reader; one line is all the timeline can spare."""
        other = self._seat.situation.incident(chip.incident_id)
        if other is None:
            return
        title = " ".join(shown_title(other.title, other.category).split())[:TITLED]
        number = number_sign(other.number, other.alias)
        button.relabel(" · ".join([number, *chip.why.split(" · ")[:reasons]]))
        text = f"{number} {title} · {chip.why}"
        button.setToolTip(plain_tip(text))
        button.setAccessibleName(fill(translate("Duplicates", "Sama dengan %1"), text))

    def _show_event(self, incident: Incident | None) -> None:
        """Of which event it is one place, or the places of it that are open."""
        situation, names, text = self._seat.situation, Names(self._seat.situation), ""
        if incident is not None:
            handling = situation.get("handling", incident.id)
            if handling is not None and handling.parent_id is not None:
                text = fill(
                    translate("Duplicates", "Induk: %1"), names.incident(handling.parent_id)
                )
            else:
                open_ones = [names.incident(id) for id in open_children(situation, incident.id)]
                if open_ones:
                    text = fill(translate("Duplicates", "Anak: %1"), ", ".join(open_ones))
        self.event_line.setText(text)
        self.event_line.setVisible(bool(text))

    def _show_filed(self, incident: Incident | None) -> None:
        """The newest reports that were filed under it, each with a way out."""
        reports = self._own_reports(incident) if incident is not None else []
        shown = reports[1:][-MOST_FILED:] if self._seat.may(Permission.TRIAGE) else []
        count = str(len(shown))
        self.more.relabel(f"+{count}")
        words = fill(translate("Duplicates", "%1 laporan lain di sini"), count)
        self.more.setToolTip(words)
        self.more.setAccessibleName(words)
        self.more.setVisible(bool(shown))
        if [row.report for row in self.filed_rows] == shown:
            return
        for row in self.filed_rows:
            row.hide()
            row.deleteLater()
        self.filed_rows = [FiledRow(self._seat, self, report) for report in shown]
        for row in self.filed_rows:
            self._filed.addWidget(row)
        self._show_rows(self.more.isChecked())

    def _own_reports(self, incident: Incident) -> list[Report]:
        situation = self._seat.situation
        found = [situation.get("report", link.report_id) for link in situation.links(incident.id)]
        return [report for report in found if report is not None]

    # --- answering -----------------------------------------------------------------------------

    def _answer_same(self, place: int) -> None:
        incident, chips = self.incident, self._standing()
        if incident is None or place >= len(chips):
            return
        winner = chips[place].incident_id
        names = Names(self._seat.situation)
        number, into = names.incident(incident.id), names.incident(winner)
        submit(self._seat, self._said(incident, chips[place], same=True), number=number, into=into)
        self._seat.selection.select_incident(winner)

    def _answer_other(self) -> None:
        incident = self.incident
        if incident is None:
            return
        for chip in self._standing():
            number = Names(self._seat.situation).incident(incident.id)
            into = Names(self._seat.situation).incident(chip.incident_id)
            submit(self._seat, self._said(incident, chip, same=False), number=number, into=into)

    def _said(self, incident: Incident, chip: Candidate, *, same: bool) -> AnswerDuplicate:
        return AnswerDuplicate(
            incident.id,
            chip.incident_id,
            same,
            report_id=self.possible.report_id,
            points=chip.points,
            features=chip.features,
        )

    def separate(self, report: Report) -> None:
        """Out of the incident for ever; what stays where is said afterwards."""
        seat = self._seat

        def done(outcome: Outcome) -> None:
            told = outcome.result
            seat.notices.done(
                outcome.kind,
                None,
                number=number_sign(int(told["number"]), None),
                into=Names(seat.situation).incident(str(told["from_id"])),
                units=told["units"],
                notes=told["notes"],
                count=told["corrected"],
            )

        seat.submit(SeparateReport(report.id), done, seat.notices.failed)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)


class FiledRow(QWidget):
    """One report that was filed under the incident."""

    def __init__(self, seat: Seat, chips: DuplicateChips, report: Report) -> None:
        super().__init__(chips)
        self.report = report
        self.words = PlainLabel(seat.theme, "text2", parent=self)
        self.words.setWordWrap(True)
        said = " ".join(report.text.split())[:QUOTED]
        at = clock(report.received_at, seat.zone)
        self.words.setText(f"{Names(seat.situation).source(report.source_id)} {at} “{said}”")
        self.back = KeyButton(seat, translate("Duplicates", "Pisahkan"), parent=self)
        self.back.setToolTip(
            translate(
                "Duplicates",
                "Menjadi kejadian sendiri untuk seterusnya. Unit dan catatan tetap di sini; "
                "balasan yang sudah terkirim kepada pelapor ini dikoreksi.",
            )
        )
        self.back.clicked.connect(lambda: chips.separate(report))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.words, 1)
        row.addWidget(self.back)
