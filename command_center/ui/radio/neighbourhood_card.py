"""In the detail of an incident: who lives there, and the visits (jemput bola) asked for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from command_center.commands.visit import AskVisit, DoneVisit
from command_center.domain.errors import OperatorError
from command_center.domain.incident import Incident
from command_center.domain.referral import Visit
from command_center.ports import Outcome
from command_center.situation.situation import Touched
from command_center.ui.actions.alarm import SHOWN
from command_center.ui.actions.buttons import action_button
from command_center.ui.actions.radio import VISIT, VISIT_DONE
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.plain_label import PlainLabel
from command_center.ui.queue.words import plain_tip
from command_center.ui.radio.fields import FieldsForm
from command_center.ui.radio.neighbourhood import (
    MOST_VISITS,
    area_title,
    is_overdue,
    partners_line,
    ratings_line,
    rw_of_incident,
    visit_text,
    visits_of,
    watch_line,
)
from command_center.ui.radio.words import translate
from command_center.ui.seat import Seat
from command_center.ui.sight import bring_into_sight

_SHOWS = frozenset({"partner", "night_watch", "rating", "visit"})
DUE_MINUTES = (120, 24 * 60, 3 * 24 * 60)


class NeighbourhoodCard(QFrame):
    """Hidden where nothing is known of the place and nobody was asked to go there."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("raised")
        self._seat = seat
        self._done_id = ""
        theme = seat.theme
        self.title = PlainLabel(theme, "text3", 11, bold=True, parent=self)
        self.partners = PlainLabel(theme, "text2", 11, parent=self)
        self.watch = PlainLabel(theme, "text2", 11, parent=self)
        self.ratings = PlainLabel(theme, "text2", 11, parent=self)
        self.visits = [PlainLabel(theme, "text2", 11, parent=self) for _ in range(MOST_VISITS)]
        self.ask_button = action_button(seat, VISIT, parent=self)
        self.done_button = action_button(seat, VISIT_DONE, parent=self)
        self.form = FieldsForm(seat, ("text", "rw", "due"), {"due": DUE_MINUTES}, ("text",))
        self.outcome = FieldsForm(seat, ("outcome",), {}, ("outcome",))
        self.buttons = QWidget(self)
        flow = FlowLayout(self.buttons, gap=6)
        for button in (self.ask_button, self.done_button):
            flow.addWidget(button)
        self._rows = QVBoxLayout(self)
        for label in (self.title, self.partners, self.watch, self.ratings, *self.visits):
            label.setWordWrap(True)
            self._rows.addWidget(label)
        for part in (self.form, self.outcome, self.buttons):
            self._rows.addWidget(part)
        self._connect()
        self._restyle()
        self._retranslate()

    def _connect(self) -> None:
        seat = self._seat
        self.form.kept.connect(self._ask)
        self.form.left.connect(self._close)
        self.outcome.kept.connect(self._finish)
        self.outcome.left.connect(self._close)
        seat.asking.asked.connect(self._asked)
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(self._ticked)
        seat.selection.incident_changed.connect(self._selected)
        seat.theme.changed.connect(self._restyle)

    @property
    def incident(self) -> Incident | None:
        id = self._seat.selection.incident_id
        return self._seat.situation.incident(id) if id else None

    # --- what it shows -------------------------------------------------------------------------

    def _selected(self, _: str | None) -> None:
        self._close()
        self.refresh()

    def _changed(self, touched: Touched) -> None:
        shown = self._seat.selection.incident_id in touched.incidents
        if touched.everything or shown or touched.entities & _SHOWS:
            self.refresh()

    def _ticked(self, now: datetime) -> None:
        incident = self.incident
        if incident is not None and not self.isHidden():
            self._show_visits(visits_of(self._seat, incident), now)

    def refresh(self) -> None:
        """Follow the selection and what was said of its place since."""
        incident, seat = self.incident, self._seat
        visits = visits_of(seat, incident) if incident is not None else []
        lines = self._lines(incident) if incident is not None else ()
        asking = not (self.form.isHidden() and self.outcome.isHidden())
        self.setVisible(bool(any(lines) or visits or asking))
        if incident is None:
            return
        for label, text in zip((self.partners, self.watch, self.ratings), lines, strict=True):
            label.show_text(text)
            label.setVisible(bool(text))
        where = area_title(seat, incident)
        title = translate("Radio", "LINGKUNGAN %1").replace("%1", where.upper())
        self.title.show_text(title.strip())
        self._show_visits(visits, seat.live.now())

    def _lines(self, incident: Incident) -> tuple[str, str, str]:
        now = self._seat.live.now()
        partners = partners_line(self._seat, incident)
        watch = watch_line(self._seat, incident, now)
        ratings = ratings_line(self._seat, incident)
        return (
            partners,
            translate("Radio", "Sedang ronda: %1").replace("%1", watch) if watch else "",
            translate("Radio", "Kerawanan: %1").replace("%1", ratings) if ratings else "",
        )

    def _show_visits(self, visits: list[Visit], now: datetime) -> None:
        for place, label in enumerate(self.visits):
            label.setVisible(place < len(visits))
            if place < len(visits):
                visit = visits[place]
                text = visit_text(self._seat, visit, now)
                said = translate("Radio", "Jemput bola %1").replace("%1", text)
                label.show_text(said)
                label.setToolTip(plain_tip(said))
                label.tint("alarm" if is_overdue(visit, now) else "text2")
        self.done_button.setVisible(any(visit.done_at is None for visit in visits))

    # --- asking and answering ------------------------------------------------------------------

    def _asked(self, action_id: str, subject_id: object) -> None:
        incident = self.incident
        if action_id == VISIT and incident is not None and subject_id == incident.id:
            self.outcome.hide()
            self.show()
            self.buttons.hide()
            self.form.write({"rw": rw_of_incident(incident), "due": DUE_MINUTES[1]})
            self._bring_up(self.form)
        elif action_id == VISIT_DONE and incident is not None and subject_id == incident.id:
            self.ask_outcome()
        elif action_id == SHOWN and incident is not None:
            asked = [visit.id for visit in visits_of(self._seat, incident)]
            if subject_id in asked[:MOST_VISITS]:
                bring_into_sight(self.visits[asked.index(str(subject_id))])

    def _ask(self, values: Mapping[str, Any]) -> None:
        incident, seat = self.incident, self._seat
        if incident is None:
            return
        due = int(values["due"])
        command = AskVisit(incident.id, str(values["text"]), rw=str(values["rw"]), due_minutes=due)

        def done(outcome: Outcome) -> None:
            self._close()
            seat.notices.done(outcome.kind if outcome.result.get("told") else "visit_by_voice")

        seat.submit(command, done, self._refused)

    def ask_outcome(self) -> None:
        """Of the visit that stands first."""
        incident = self.incident
        waiting = [v for v in visits_of(self._seat, incident) if not v.done_at] if incident else []
        if waiting:
            self._done_id = waiting[0].id
            self.form.hide()
            self.buttons.hide()
            self.outcome.write({})
            self._bring_up(self.outcome)

    def _bring_up(self, form: QWidget) -> None:
        """Once it is laid out, scroll so that all of it is seen."""
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        if isinstance(above, QScrollArea):
            QTimer.singleShot(0, form, partial(above.ensureWidgetVisible, form))

    def _finish(self, values: Mapping[str, Any]) -> None:
        def done(outcome: Outcome) -> None:
            self._close()
            self._seat.notices.done(outcome.kind)

        command = DoneVisit(self._done_id, str(values["outcome"]))
        self._seat.submit(command, done, self._refused)

    def _refused(self, error: OperatorError) -> None:
        """Beside what was written, which stays."""
        self._seat.notices.failed(error)

    def _close(self) -> None:
        self.form.hide()
        self.outcome.hide()
        self.buttons.show()
        self.refresh()

    # --- appearance ----------------------------------------------------------------------------

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._rows.setContentsMargins(px(10), px(6), px(10), px(6))
        self._rows.setSpacing(px(3))

    def _retranslate(self) -> None:
        self.setAccessibleName(translate("Radio", "Lingkungan kejadian"))
        names = {
            "text": translate("Radio", "Yang perlu dilihat"),
            "rw": translate("Radio", "RW"),
            "due": translate("Radio", "Batas waktu"),
        }
        due = [
            translate("Radio", "2 jam"),
            translate("Radio", "1 hari"),
            translate("Radio", "3 hari"),
        ]
        self.form.rename(names, {"due": due})
        self.outcome.rename({"outcome": translate("Radio", "Hasil kunjungan")}, {})
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
