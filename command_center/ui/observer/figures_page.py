"""The figures of the day, each with how many it was measured of."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from command_center.domain.clocks import Clock, goals
from command_center.domain.incident import Priority
from command_center.duty.calls import call_rules
from command_center.situation.figures import figures
from command_center.situation.observing import open_by_priority
from command_center.ui.detail.words import fill
from command_center.ui.format import count, short_stopwatch
from command_center.ui.observer.page import Brush, WallPage, pieces, translate
from command_center.ui.strip.words import clock_name, seconds_text, share_name

MEASURED = (
    (Clock.RESPONSE, 0.5),
    (Clock.RESPONSE, 0.9),
    (Clock.ORDER, 0.9),
    (Clock.ANSWER, 0.9),
    (Clock.VERIFY, 0.9),
)
_CELL_EM, _OVER_EM = 9.5, 0.25
_FIGURE = 1.15
Cell = tuple[str, str, str, bool]
"""Name, value, what stands below it, whether it is over its target."""


class FiguresPage(WallPage):
    cells: list[Cell]

    def title(self) -> str:
        return translate("Observer", "Angka hari ini")

    def refresh(self) -> None:
        watched, now = self.watched, self.watched.now()
        situation = watched.situation
        here = now.astimezone(watched.zone)
        midnight = here.replace(hour=0, minute=0, second=0, microsecond=0)
        found = figures(situation, here.date().isoformat(), midnight)
        wanted = goals(watched.targets, call_rules(situation))
        by = open_by_priority(situation)
        parts = " · ".join(f"{p.value} {count(n)}" for p, n in by.items() if p is not Priority.P1)
        units = count(len(situation.tables.rows["unit"]))
        ready = count(watched.ready.count(now))
        of_units = fill(translate("Observer", "dari %1"), units)
        self.cells = [
            (translate("Observer", "P1 terbuka"), count(by[Priority.P1]), "", False),
            (translate("Observer", "Kejadian aktif"), count(found.active), parts, False),
            (translate("Observer", "Kejadian hari ini"), count(found.today), "", False),
            (translate("Observer", "Unit siap"), ready, of_units, False),
        ]
        for clock, share in MEASURED:
            spread, goal = found.of(clock), wanted.get(clock)
            seconds = spread.at(share)
            missed = goal is not None and seconds is not None and seconds > goal.seconds
            below = fill(translate("Observer", "dari %1"), count(spread.used))
            if goal is not None:
                target = fill(translate("Observer", "target %1"), short_stopwatch(goal.seconds))
                below = f"{target} · {below}"
            name = f"{share_name(share)} {clock_name(clock)}"
            self.cells.append((name, seconds_text(seconds), below, missed))

    def _grid(self, brush: Brush, room: QRectF) -> tuple[int, int]:
        columns = max(1, int(room.width() // (brush.letters.text * _CELL_EM)))
        rows = max(1, int(room.height() // _height(brush)))
        return min(columns, 3), rows

    def parts(self, brush: Brush, room: QRectF) -> int:
        columns, rows = self._grid(brush, room)
        return pieces(len(self.cells), columns * rows)

    def paint(self, brush: Brush, room: QRectF, part: int) -> None:
        columns, rows = self._grid(brush, room)
        shown = self.cells[part * columns * rows :][: columns * rows]
        lines = pieces(len(shown), columns)
        wide, high = room.width() / columns, room.height() / lines
        for at, cell in enumerate(shown):
            left = room.left() + (at % columns) * wide
            top = room.top() + (at // columns) * high
            self._cell(brush, QRectF(left, top, wide - brush.letters.text, high), cell)

    def _cell(self, brush: Brush, box: QRectF, cell: Cell) -> None:
        name, value, below, missed = cell
        letters, small = brush.letters, _small_row(brush)
        brush.line(box.left(), box.right(), box.top())
        line = QRectF(box.left(), box.top() + letters.text * _OVER_EM, box.width(), small)
        brush.write(line, name, ink="text2", px=letters.small)
        ink = "warn" if missed else "text"
        middle = QRectF(line.left(), line.bottom(), line.width(), letters.figure * _FIGURE)
        brush.write(middle, value, ink=ink, px=letters.figure, bold=True)
        line.moveTop(middle.bottom())
        brush.write(line, below, ink="warn" if missed else "text2", px=letters.small)


def _small_row(brush: Brush) -> float:
    return brush.letters.small * 1.35


def _height(brush: Brush) -> float:
    letters = brush.letters
    return letters.text * _OVER_EM + 2 * _small_row(brush) + letters.figure * _FIGURE
