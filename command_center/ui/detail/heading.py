"""What is known of the incident: who says so, where it is, why it ranks as it does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from command_center.domain.incident import Incident
from command_center.situation.queue import alarm_level
from command_center.situation.situation import Situation
from command_center.ui.actions.orders import may_leave
from command_center.ui.calls.false_before import FalseBefore, callers_of
from command_center.ui.detail.here import HereRow
from command_center.ui.detail.merged import Merged
from command_center.ui.detail.names import Names, shown_title
from command_center.ui.detail.words import (
    fill,
    located_text,
    reporter_text,
    translate,
)
from command_center.ui.format import metres, number_sign
from command_center.ui.plain_label import PlainLabel
from command_center.ui.queue.words import area_line
from command_center.ui.seat import Seat
from command_center.ui.triage_table.reasons import reasons_text, table_of


def _label(seat: Seat, token: str, size_px: int = 13, bold: bool = False) -> PlainLabel:
    label = PlainLabel(seat.theme, token, size_px, bold)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


class Heading(QWidget):
    """Title, sources, facts, and what was merged."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.title = _label(seat, "text", 15, bold=True)
        self.sources, self.facts = _label(seat, "text2"), _label(seat, "text2")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for label in (self.title, self.sources, self.facts):
            layout.addWidget(label)
        self.merged = Merged(seat, self)
        layout.addWidget(self.merged)
        self.here = HereRow(seat, self)
        layout.addWidget(self.here)
        self._false = FalseBefore(seat, self)
        self._false.told.connect(self._say_sources)
        self._incident: Incident | None = None

    def forget(self) -> None:
        """Write everything anew the next time: the language has changed."""
        self.merged.forget()

    def show_incident(self, incident: Incident) -> None:
        situation = self._seat.situation
        title = shown_title(incident.title, incident.category)
        self.title.setText(f"{number_sign(incident.number, incident.alias)} {title}")
        self._incident = incident
        self._false.look(callers_of(situation, incident), situation.family(incident.id))
        self._say_sources()
        self.facts.setText(facts_line(self._seat, incident))
        self.merged.show_incident(incident)
        self.here.show_incident(incident)

    def _say_sources(self) -> None:
        """On one line, so that nothing below it moves for what is read later."""
        incident, situation = self._incident, self._seat.situation
        if incident is None:
            return
        kept, wrong = situation.kept["incident", incident.id], self._false.text()
        line = " · ".join(part for part in (sources_line(situation, incident), wrong) if part)
        self.sources.tint("warn" if kept else "text2")
        self.sources.show_text(_with_kept(line, kept))


def _with_kept(line: str, kept: int) -> str:
    """On the same line, so that nothing below it moves."""
    if not kept:
        return line
    text = fill(translate("Detail", "%1 tersimpan lokal"), str(kept))
    return " · ".join(part for part in (text, line) if part)


def sources_line(situation: Situation, incident: Incident) -> str:
    """ "JMP ×3 · pelapor rahasia": the sources with their counts and how reporters asked to be
    treated. No identity is known here."""
    names = Names(situation)
    counts: dict[str, int] = {}
    kinds: dict[str, None] = {}
    for report in situation.reports(incident.id):
        counts[report.source_id] = counts.get(report.source_id, 0) + 1
        kinds[reporter_text(report.reporter)] = None
    parts = [names.source(id) if n == 1 else f"{names.source(id)} ×{n}" for id, n in counts.items()]
    return " · ".join([*parts, *kinds])


def facts_line(seat: Seat, incident: Incident) -> str:
    """Where it is and how well that is known, then why it has its priority."""
    where = [incident.address, area_line(seat.city, incident.area_code)]
    how = located_text(incident.located_by)
    if incident.accuracy_m is not None:
        how = f"{how} ± {metres(incident.accuracy_m)}"
    where.append(how)
    level = alarm_level(seat.situation, incident.id)
    if level > 1:
        where.insert(0, fill(translate("Detail", "alarm tingkat %1"), str(level)))
    if may_leave(seat, incident.id):
        where.append(translate("Detail", "unit boleh ditarik"))
    lines = [" · ".join(part for part in where if part)]
    if incident.priority_reason:
        why = reasons_text(incident.priority_reason, table_of(seat.situation))
        lines.append(f"{incident.priority.value}: {why}")
    return "\n".join(lines)
