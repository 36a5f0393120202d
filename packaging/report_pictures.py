"""Pictures of the reports for the documents, made from one exercise: the panel's pages, and each
document as it is printed.

usage: PYTHONPATH=packaging python -c "from report_pictures import main; main()" FOLDER [SECONDS]

Not run as a file: the processes of the exercise would load all of this again before they answer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QPageLayout, QPainter

from command_center.bootstrap.desk import Desk, open_desk, run
from command_center.bootstrap.exercise import start_exercise
from command_center.bootstrap.picture import Picture
from command_center.bootstrap.show_exercise import exercise_panels
from command_center.commands.hospital import CountCasualties
from command_center.commands.notes import AddNote
from command_center.exercise.city.habits import TRAINING
from command_center.situation.lapsit import noted
from command_center.ui.actions.table import ACTIONS
from command_center.ui.application import application
from command_center.ui.reports import lapsit_paper, period_paper
from command_center.ui.reports.panel import ReportsPanel
from command_center.ui.reports.periods import Kind

SEED, USUAL_S, SETTLE_MS = 1, 90.0, 3500
WIDTH, HEIGHT = 1920, 1080
MM_PX = 300 / 25.4
SHOWN_PX, MARGIN_PX = 1040, 40
"""Width of what is printed of a page in the documents, and the white around it."""
Step = Callable[[], str | None]
Laid = tuple[QPageLayout.Orientation, float]


class Pages(QImage):
    """Stands in for the PDF: a page is a picture."""

    def __init__(self, width_mm: float, height_mm: float) -> None:
        size = round(width_mm * MM_PX), round(height_mm * MM_PX)
        super().__init__(*size, QImage.Format.Format_RGB32)
        self.setDotsPerMeterX(round(1_000 * MM_PX))
        self.setDotsPerMeterY(round(1_000 * MM_PX))
        self.done: list[QImage] = []
        self.fill(Qt.GlobalColor.white)

    def newPage(self) -> bool:  # noqa: N802 - as the writer of a PDF calls it
        self.done.append(self.copy())
        self.fill(Qt.GlobalColor.white)
        return True


def papers(folder: Path) -> Callable[..., None]:
    """In place of `write_paper`: the first pages as pictures in `folder`."""

    def paint_pages(
        path: Path,
        _: str,
        layout: tuple[QPageLayout.Orientation, float],
        paint: Callable[..., None],
    ) -> None:
        lying = layout[0] is QPageLayout.Orientation.Landscape
        short, long = 210 - 2 * layout[1], 297 - 2 * layout[1]
        pages = Pages(*((long, short) if lying else (short, long)))
        paint(pages)
        name = "-".join(path.stem.split("-")[:2])
        for at, page in enumerate([*pages.done, pages.copy()][:3], 1):
            small = page.scaledToWidth(SHOWN_PX, Qt.TransformationMode.SmoothTransformation)
            small = _with_margin(small)
            file = folder / f"document-{name}-{at}.png"
            print(f"{file} ...", small.save(str(file)), flush=True)

    return paint_pages


def _with_margin(page: QImage) -> QImage:
    whole = QImage(page.width() + 2 * MARGIN_PX, page.height() + 2 * MARGIN_PX, page.format())
    whole.fill(Qt.GlobalColor.white)
    painter = QPainter(whole)
    painter.drawImage(MARGIN_PX, MARGIN_PX, page)
    painter.end()
    return whole.convertToFormat(QImage.Format.Format_Grayscale8) if whole.allGray() else whole


class Pictures:
    """Each step shows something; the panel is taken under the name it answers."""

    def __init__(self, desk: Desk, folder: Path) -> None:
        self._desk, self._seat, self._folder = desk, desk.seat, folder
        found = desk.window.docks["reports"].findChild(ReportsPanel)
        assert isinstance(found, ReportsPanel)
        self._panel = found
        self._steps: Iterator[Step] = iter(
            (self._typed, self._lapsit, self._situation, self._period, self._drawn, self._templates)
        )

    def next(self) -> None:
        step = next(self._steps, None)
        if step is None:
            self._desk.window.close()
            application().quit()
            return
        self._desk.window.resize(WIDTH, HEIGHT)
        name = step()
        QTimer.singleShot(SETTLE_MS, lambda: self._take(name))

    def _take(self, name: str | None) -> None:
        if name is not None:
            file = self._folder / f"{name}.png"
            dock = self._desk.window.docks["reports"]
            print(f"{file} ...", dock.grab().save(str(file), "PNG"), flush=True)
        self.next()

    def _typed(self) -> None:
        """The incident most is known of, and what an officer would add to it."""
        situation = self._seat.situation
        rows = [row for row in situation.open_incidents() if row.verified_at is not None]
        row = max(rows, key=lambda row: (len(situation.assignments(row.id)), row.id))
        self._seat.selection.select_incident(row.id)
        for command in (
            CountCasualties(row.id, None, 0, 1, 3),
            AddNote(row.id, noted("dasar_lp", "LP/B/47/XI/2026/SPKT/Polresta Malang Kota")),
            AddNote(row.id, noted("saksi", "2 orang (identitas pada BAP)")),
            AddNote(row.id, noted("barang_bukti", "1 unit sepeda motor, 2 batang kayu")),
        ):
            self._seat.submit(command, lambda _: None, self._seat.notices.failed)

    def _lapsit(self) -> str:
        ACTIONS["incident.lapsit"].perform(self._seat)
        self._panel.lapsit.print_pdf()
        return "desk-lapsit"

    def _situation(self) -> None:
        self._panel.lapsit.open(None)
        self._panel.lapsit.print_pdf()

    def _period(self) -> None:
        ACTIONS["view.reports"].perform(self._seat)
        page = self._panel.periods
        page.kinds.setCurrentIndex(list(Kind).index(Kind.DAY))
        page.make()

    def _drawn(self) -> str:
        self._panel.periods.print_pdf()
        self._panel.periods.tabs.setCurrentIndex(3)
        return "desk-reports"

    def _templates(self) -> str:
        self._panel.turn_to("templates")
        self._panel.templates.text.appendPlainText("Cuaca: {cuaca}")
        return "desk-templates"


def main() -> None:
    """Ends the process with the window's status."""
    folder = Path(sys.argv[1])
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else USUAL_S
    folder.mkdir(parents=True, exist_ok=True)
    for module in (lapsit_paper, period_paper):
        module.write_paper = papers(folder)  # type: ignore[attr-defined]
    application()
    exercise = start_exercise("pembukaan", SEED, None, systems=True, habits=TRAINING)
    picture = Picture(None, 0.0, WIDTH, HEIGHT, None, "dark", "id")
    desk = open_desk(exercise.room, "pictures", picture, exercise_panels(exercise), with_duty=True)
    pictures = Pictures(desk, folder)  # a timer does not keep the object of a method
    QTimer.singleShot(round(seconds * 1000), pictures.next)
    sys.exit(run(desk, picture, exercise.close))
