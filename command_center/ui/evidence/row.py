"""One piece of evidence: a line or two and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from command_center.domain.permissions import Permission
from command_center.domain.room import Evidence, EvidenceState
from command_center.ui.actions.buttons import KeyButton
from command_center.ui.detail.flow import FlowLayout
from command_center.ui.detail.words import fill
from command_center.ui.evidence.state import seconds_left
from command_center.ui.evidence.words import (
    countdown_text,
    megabytes,
    missing_text,
    remaining_text,
    translate,
    verdict_text,
)
from command_center.ui.format import clock
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat
from command_center.video.evidence.verify import GOOD, MANIFEST_CHANGED, Finding, Report, verify

_GAP = 8


class EvidenceRow(QWidget):
    """`ask` is told to ask for the reason of a hold."""

    def __init__(
        self,
        seat: Seat,
        evidence: Evidence,
        ask: Callable[[Evidence], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._seat = seat
        self._ask = ask
        self.evidence = evidence
        self._verdict = ""
        self.line = PlainLabel(seat.theme, "text2", 13, tabular=True, parent=self)
        self.below = PlainLabel(seat.theme, "text3", 11, tabular=True, parent=self)
        for label in (self.line, self.below):
            label.setWordWrap(True)
        self._buttons = QWidget(self)
        flow = FlowLayout(self._buttons)
        self.check = KeyButton(seat, "", parent=self._buttons)
        self.check.clicked.connect(self._check)
        self.hold = KeyButton(seat, "", parent=self._buttons)
        self.hold.clicked.connect(self._hold)
        seat.person.changed.connect(self.relabel)
        for button in (self.check, self.hold):
            flow.addWidget(button)
        self._top = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._top.setSpacing(2)
        self._top.addWidget(self.line, 1)
        self._top.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(self._top)
        layout.addWidget(self.below)
        self.relabel()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_evidence(self, evidence: Evidence) -> None:
        """This one from now on."""
        if evidence.id != self.evidence.id:
            self._verdict = ""
        self.evidence = evidence
        self.relabel()

    def relabel(self) -> None:
        """After another language or another state."""
        evidence = self.evidence
        stored = evidence.state is EvidenceState.STORED
        self._buttons.setVisible(stored)
        self.check.setVisible(self._is_here)
        self.check.relabel(translate("Evidence", "Periksa"))
        self.hold.setVisible(self._seat.may(Permission.HOLD_EVIDENCE))
        self.hold.relabel(
            translate("Evidence", "Lepas penahanan")
            if evidence.hold
            else translate("Evidence", "Tahan")
        )
        self.say()

    def say(self) -> None:
        """Once a second: time goes on."""
        camera = self._seat.situation.camera(self.evidence.camera_id)
        label = camera.label if camera else "?"
        self.line.setText(f"{label} · {self._state()}")
        parts = [self._verdict, self._held(), self._elsewhere(), self._countdown()]
        below = " · ".join(part for part in parts if part)
        self.below.setText(below)
        self.below.setVisible(bool(below))
        self._fit()

    def _fit(self) -> None:
        """The buttons stand beside the line where both fit, else under it."""
        shown = [button for button in (self.check, self.hold) if not button.isHidden()]
        buttons = sum(button.sizeHint().width() + _GAP for button in shown)
        text = self.line.fontMetrics().horizontalAdvance(self.line.text())
        beside = text + _GAP + buttons <= self.width()
        way = QBoxLayout.Direction
        self._top.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._buttons.setMinimumWidth(buttons if beside else 0)

    @property
    def _is_here(self) -> bool:
        mine = self.evidence.workstation == self._seat.act.workstation
        return mine and self._seat.evidence is not None

    def _state(self) -> str:
        evidence = self.evidence
        left_s = seconds_left(self._seat, evidence)
        if left_s is not None:
            return remaining_text(left_s)
        if evidence.state is EvidenceState.REQUESTED:
            return translate("Evidence", "belum tercatat selesai")
        if evidence.state is EvidenceState.FAILED:
            return fill(translate("Evidence", "gagal: %1"), missing_text(evidence.reason))
        parts = []
        if evidence.first_at is not None and evidence.last_at is not None:
            zone = self._seat.zone
            parts.append(f"{clock(evidence.first_at, zone)}–{clock(evidence.last_at, zone)}")
        parts += [megabytes(evidence.size), evidence.sha256[:8]]
        if evidence.reason:
            text = translate("Evidence", "sebagian: %1")
            parts.append(fill(text, missing_text(evidence.reason)))
        return " · ".join(parts)

    def _held(self) -> str:
        if not self.evidence.hold:
            return ""
        return fill(translate("Evidence", "ditahan: %1"), self.evidence.hold_reason)

    def _elsewhere(self) -> str:
        if self.evidence.workstation == self._seat.act.workstation:
            return ""
        return fill(translate("Evidence", "di meja %1"), self.evidence.workstation)

    def _countdown(self) -> str:
        camera = self._seat.situation.camera(self.evidence.camera_id)
        if camera is None or not camera.retention_h:
            return ""
        taken_at = self.evidence.first_at or self.evidence.requested_at
        gone_at = taken_at + timedelta(hours=camera.retention_h)
        return countdown_text(camera.owner, gone_at - self._seat.live.now())

    # --- acting --------------------------------------------------------------------------------

    def _hold(self) -> None:
        self._ask(self.evidence)

    def _check(self) -> None:
        """Every byte, on another thread."""
        folder = self._seat.evidence
        if folder is None:
            return
        evidence = self.evidence
        self._verdict = translate("Evidence", "memeriksa …")
        self.say()
        work = partial(verify, folder / f"{evidence.id}.json")
        self._seat.tasks.run(work, partial(self._checked, evidence), self._seat.notices.failed)

    def _checked(self, evidence: Evidence, report: Report) -> None:
        if evidence.id != self.evidence.id:
            return
        bad = [finding for finding in report.findings if not finding.good]
        if not bad and all(seen.sha256 != evidence.manifest_sha256 for seen in report.seen):
            bad = [Finding(evidence.file, MANIFEST_CHANGED)]
        self._verdict = verdict_text(bad[0] if bad else Finding(evidence.file, GOOD))
        self.say()
