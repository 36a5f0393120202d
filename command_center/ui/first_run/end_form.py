"""What was set and what is still missing, before the room is opened."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from command_center.ui.detail.words import fill
from command_center.ui.first_run.form import Bench, StepForm
from command_center.ui.first_run.setup import Mark, Standing, Step
from command_center.ui.first_run.words import (
    GLYPHS,
    machine_name,
    mark_text,
    step_name,
    still_missing,
)
from command_center.ui.plain_label import PlainLabel

translate = QCoreApplication.translate


class EndForm(StepForm):
    def __init__(self, bench: Bench) -> None:
        super().__init__(bench)
        self._lines: dict[Step, PlainLabel] = {
            step: self.label("text") for step in Step if step is not Step.END
        }
        self._check = self.label("text2")
        self._standing = Standing()

    def load(self, standing: Standing) -> None:
        self._standing = standing
        self.retranslate()

    def go_text(self) -> str:
        return translate("FirstRun", "Buka ruang")

    def go(self) -> None:
        self.step(self.bench.setup.close)

    def retranslate(self) -> None:
        super().retranslate()
        for step, line in self._lines.items():
            mark = self._standing.mark(step)
            text = f"{GLYPHS[mark]}  {step_name(step)} · {self._what(step, mark)}"
            line.show_text(text)
            line.tint("text" if mark is Mark.DONE else "text2")
        check = translate("FirstRun", "Kapan saja dapat diperiksa lagi dengan: %1")
        self._check.show_text(fill(check, "command-center doctor"))

    def _what(self, step: Step, mark: Mark) -> str:
        if step is Step.MACHINE and mark is Mark.DONE:
            return machine_name(self._standing.machine)
        if step is Step.BUNDLE and mark is Mark.SKIPPED:
            return translate("FirstRun", "tidak dipakai")
        missing = still_missing(step)
        if mark in (Mark.OPEN, Mark.SKIPPED) and missing:
            return f"{mark_text(mark)}: {missing}"
        return mark_text(mark)
