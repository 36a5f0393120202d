"""The director's desk: what comes into the exercise and when, its pace, and what evaluators saw."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import Protocol

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from command_center.exercise.injects.model import Inject, InjectKind, LevelOrder
from command_center.exercise.injects.player import LOST, Progress, State
from command_center.ui import format as written
from command_center.ui.detail.words import fill
from command_center.ui.exercise.report_words import kind_text, reaction_text, state_text
from command_center.ui.list_page import Keys, ListPage
from command_center.ui.operations.words import authority_text, level_word
from command_center.ui.radio.lines import TextRow
from command_center.ui.seat import Seat

translate = QCoreApplication.translate
SPEEDS = (0.5, 1.0, 2.0, 5.0, 10.0, 20.0)
NOTE = "note"
ADDED = (InjectKind.REPORT, InjectKind.RUMOUR, InjectKind.MEDIA)
_KEYS: Keys = {
    "put_in": ("Return", Qt.Key.Key_Return),
    "skip": ("Del", Qt.Key.Key_Delete),
    "pace": ("Space", Qt.Key.Key_Space),
    "report": ("Ins", Qt.Key.Key_Insert),
}


class Desk(Protocol):
    """What the director may do. Calls may take a moment; OperatorError."""

    speed: float

    def progress(self) -> tuple[Progress, ...]: ...

    def run_at(self, speed: float) -> None: ...

    def put_in(self, id: str) -> None: ...

    def skip(self, id: str) -> None: ...

    def add(self, kind: InjectKind, text: str) -> None: ...

    def note(self, text: str, incident_id: str = "") -> None: ...

    def report(self) -> Sequence[str]:
        """Write the after-action report as of now; its files."""


class DirectorPanel(ListPage):
    def __init__(self, seat: Seat, desk: Desk, parent: QWidget | None = None) -> None:
        self._desk = desk
        self._before = desk.speed or 1.0
        self.what = QComboBox()
        self.words = QLineEdit()
        self.words.setMaxLength(2_000)
        self.speed = QComboBox()
        for speed in SPEEDS:
            self.speed.addItem(f"{speed:g}×".replace(".", ","), speed)
        super().__init__(seat, _KEYS, "put_in", None, parent)
        line = QHBoxLayout()
        for part, share in ((self.speed, 0), (self.what, 0), (self.words, 1)):
            line.addWidget(part, share)
        self._below.addLayout(line)
        self.words.returnPressed.connect(self._say)
        self.speed.activated.connect(self._choose)
        seat.live.ticked.connect(self._ticked)
        self._show_speed()
        self.restyle()
        self.retranslate()

    # --- what it shows -------------------------------------------------------------------------

    def rows(self) -> list[TextRow]:
        return [self._row(one) for one in self._desk.progress()]

    def _row(self, one: Progress) -> TextRow:
        inject = one.inject
        state = state_text(one.state.value)
        if one.at is not None:
            state = f"{state} {written.clock(one.at, self._seat.zone)}"
        title = inject.title or inject.text[:60]
        return TextRow(inject.id, f"{kind_text(inject.kind)} · {title}", state, self._when(inject))

    def _when(self, inject: Inject) -> str:
        parts = [_order_text(inject.order)] if inject.order is not None else []
        if inject.at is not None:
            parts.append(written.clock(inject.at, self._seat.zone))
        if inject.after:
            text = translate("Director", "%1 setelah %2")
            text = text.replace("%1", written.stopwatch(inject.delay_s))
            parts.append(text.replace("%2", ", ".join(inject.after)))
        if inject.when is not None:
            is_not = inject.when.negated
            text = translate("Director", "jika %1 %2 setelah %3")
            if is_not:
                text = translate("Director", "jika %1 belum %2 setelah %3")
            text = text.replace("%1", inject.when.inject)
            text = text.replace("%2", reaction_text(inject.when.reaction))
            parts.append(text.replace("%3", written.stopwatch(inject.when.for_s)))
        return " · ".join(parts)

    def _ticked(self, _: datetime) -> None:
        if self.isVisible():
            self.refresh()
            self._count()

    def _count(self) -> None:
        rows = self._desk.progress()
        waiting = sum(one.state is State.WAITING for one in rows)
        lost = sum(one.state in LOST for one in rows)
        text = translate("Director", "%1 inject, %2 menunggu, %3 hilang")
        for place, value in enumerate((len(rows), waiting, lost), 1):
            text = text.replace(f"%{place}", str(value))
        if not self._desk.speed:
            text = f"{translate('Director', 'JEDA')} · {text}"
        self.say(self.standing, text)
        self.standing.tint("warn" if lost or not self._desk.speed else "text2")

    # --- what is asked -------------------------------------------------------------------------

    def reason(self, asked: str) -> str | None:
        if asked in ("pace", "report"):
            return None
        row = self.view.current()
        if row is None:
            return "select_inject"
        states = {one.inject.id: one.state for one in self._desk.progress()}
        return None if states.get(row.id) is State.WAITING else "inject_is_over"

    def answer(self, asked: str) -> None:
        row = self.view.current()
        if asked == "pace":
            self._run_at(0.0 if self._desk.speed else self._before)
        elif asked == "report":
            done = partial(self._seat.notices.done, "report_written")
            self._ask(self._desk.report, lambda files: done(file=", ".join(files or ())))
        elif row is not None:
            act = self._desk.put_in if asked == "put_in" else self._desk.skip
            self._ask(partial(act, row.id))

    def _choose(self, at: int) -> None:
        self._run_at(SPEEDS[at])

    def _run_at(self, speed: float) -> None:
        self._before = speed or self._desk.speed or self._before
        self._ask(partial(self._desk.run_at, speed))

    def _say(self) -> None:
        text = self.words.text().strip()
        kind = self.what.currentData()
        if not text:
            return
        if kind == NOTE:
            about = self._seat.selection.incident_id or ""
            act: Callable[[], None] = partial(self._desk.note, text, about)
        else:
            act = partial(self._desk.add, InjectKind(kind), text)

        def done(_: object) -> None:
            self.words.clear()
            self._seat.notices.done("exercise.note" if kind == NOTE else "inject_added")

        self._ask(act, done)

    def _ask(
        self,
        work: Callable[[], Sequence[str] | None],
        done: Callable[[Sequence[str] | None], None] | None = None,
    ) -> None:
        """Away from the GUI thread; then the page shows what became of it."""

        def told(result: Sequence[str] | None) -> None:
            if done is not None:
                done(result)
            self._show_speed()
            self.refresh()
            self._count()

        self._seat.tasks.run(work, told, self._seat.notices.failed)

    # --- appearance ----------------------------------------------------------------------------

    def _show_speed(self) -> None:
        shown = self._desk.speed or self._before
        if shown in SPEEDS:
            self.speed.setCurrentIndex(SPEEDS.index(shown))
        pace = translate("Director", "Jeda") if self._desk.speed else translate("Director", "Jalan")
        self.buttons["pace"].relabel(pace)

    def restyle(self) -> None:
        super().restyle()
        for part in (self.what, self.words, self.speed):
            part.setFont(self._seat.theme.font(13))

    def retranslate(self) -> None:
        self.title.setText(translate("Director", "MEJA SUTRADARA"))
        self.filter.setPlaceholderText(translate("Director", "Saring inject"))
        self.buttons["put_in"].relabel(translate("Director", "Sampaikan sekarang"))
        self.buttons["skip"].relabel(translate("Director", "Lewati"))
        self.buttons["report"].relabel(translate("Director", "Laporan PDF dan XLSX"))
        self.words.setPlaceholderText(translate("Director", "Catatan atau isi inject, lalu Enter"))
        self.words.setAccessibleName(self.words.placeholderText())
        self.speed.setAccessibleName(translate("Director", "Kecepatan latihan"))
        self.what.setAccessibleName(translate("Director", "Catat atau sampaikan"))
        chosen = self.what.currentIndex()
        self.what.clear()
        self.what.addItem(translate("Director", "Catatan penilai"), NOTE)
        for kind in ADDED:
            self.what.addItem(kind_text(kind), kind.value)
        self.what.setCurrentIndex(max(0, chosen))
        self._show_speed()
        self.refresh()


def _order_text(order: LevelOrder) -> str:
    """Which level of which place, and whose order it will be."""
    text = translate("Director", "%1 menjadi %2, perintah %3 (%4)")
    words = order.place, level_word(order.level), order.officer, authority_text(order.authority)
    return fill(text, *words)
