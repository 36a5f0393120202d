"""The wall as a panel: header, grid sizes, pages, and what the engine is told to attend to."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from command_center.domain.room import Camera
from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import action_button
from command_center.ui.actions.view import GRIDS
from command_center.ui.plain_label import PlainLabel
from command_center.ui.seat import Seat
from command_center.ui.wall import words
from command_center.ui.wall.arrange import Cell, cells, in_order, pages, ranks
from command_center.ui.wall.canvas import WallCanvas
from command_center.video.model import CameraSpec

translate = QCoreApplication.translate


class WallPanel(QFrame):
    """Shows cameras; moves only by selection, by its own buttons and when the directory changes."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self._side, self._page = 3, 0
        self._before_one: tuple[int, int] | None = None
        self._cameras: list[Camera] = []
        self._cells: list[Cell | None] = []
        self.canvas = WallCanvas(seat, self)
        self._title = PlainLabel(seat.theme, "text", 13, bold=True)
        self._summary = PlainLabel(seat.theme, "text2", 13, tabular=True)
        self._grids = {side: QPushButton(f"{side}×{side}") for side in GRIDS}
        self._lay_out()
        self._connect()
        self._retranslate()
        self._read_directory()

    def _lay_out(self) -> None:
        theme = self._seat.theme
        header = QHBoxLayout()
        header.setContentsMargins(theme.px(12), theme.px(8), theme.px(8), theme.px(8))
        header.setSpacing(theme.px(4))
        header.addWidget(self._title)
        header.addSpacing(theme.px(6))
        header.addWidget(self._summary, 1)
        for side, button in self._grids.items():
            button.setCheckable(True)
            button.setProperty("kind", "tab")
            button.setToolTip(f"Alt+{side}")
            button.setAccessibleName(f"CCTV {side}×{side}")
            header.addWidget(button)
        header.addWidget(action_button(self._seat, "incident.snapshot"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addLayout(header)
        layout.addWidget(self.canvas, 1)

    def _connect(self) -> None:
        seat = self._seat
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(lambda _now: self._summarise())
        seat.selection.incident_changed.connect(lambda _id: self._arrange())
        seat.selection.camera_changed.connect(lambda _id: self._attend())
        seat.asking.asked.connect(self._asked)
        self.canvas.picked.connect(seat.selection.select_camera)
        self.canvas.opened.connect(self._open_or_back)
        self.canvas.turned.connect(self._turn)
        self.canvas.states_changed.connect(self._summarise)
        for side, button in self._grids.items():
            button.clicked.connect(lambda _checked, side=side: self.show_grid(side))

    @property
    def shown(self) -> tuple[Cell | None, ...]:
        """The cells as they stand, row by row."""
        return tuple(self._cells)

    # --- what moves the wall -------------------------------------------------------------------

    def _changed(self, touched: Touched) -> None:
        if touched.everything or "camera" in touched.entities:
            self._read_directory()
        elif self._seat.selection.incident_id in touched.incidents:
            self._arrange()

    def _asked(self, action: str, _subject: object) -> None:
        group, _, side = action.rpartition(".")
        if group == "view.grid":
            self.show_grid(int(side))

    def _read_directory(self) -> None:
        self._cameras = in_order(self._seat.situation.all("camera"))
        self._page = min(self._page, pages(len(self._cameras), self._side) - 1)
        self._arrange()

    def show_grid(self, side: int) -> None:
        """side x side tiles; one tile shows the selected camera."""
        self._before_one = None
        self._side = side
        self._page = 0
        chosen = self._seat.selection.camera_id
        if side == 1 and chosen is not None:
            self._page = next((i for i, c in enumerate(self._cameras) if c.id == chosen), 0)
        self._arrange()

    def _open_or_back(self, camera_id: str) -> None:
        """One camera large, and back to where the wall stood."""
        self._seat.selection.select_camera(camera_id)
        if self._before_one is not None:
            (self._side, self._page), self._before_one = self._before_one, None
            self._arrange()
            return
        before = (self._side, self._page)
        self.show_grid(1)
        self._before_one = before

    def _turn(self, by: int) -> None:
        last = pages(len(self._cameras), self._side) - 1
        self._page = min(last, max(0, self._page + by))
        self._arrange()

    # --- what follows --------------------------------------------------------------------------

    def _arrange(self) -> None:
        id = self._seat.selection.incident_id
        incident = self._seat.situation.incident(id) if id else None
        self._cells = cells(self._cameras, incident, self._side, self._page)
        for side, button in self._grids.items():
            button.setChecked(side == self._side)
        shown = {cell.camera.id: cell.camera for cell in self._cells if cell is not None}
        specs = [CameraSpec(c.id, c.name, c.url) for c in shown.values()]
        self._seat.engine.show(specs)
        self.canvas.show_cells(self._cells, self._side, incident.number if incident else None)
        self._attend()
        self._summarise()

    def _attend(self) -> None:
        self._seat.engine.attend(ranks(self._cells, (), self._seat.selection.camera_id))
        self.canvas.update()

    def _summarise(self) -> None:
        zone = [cell for cell in self._cells if cell is not None and cell.incident_m is not None]
        id = self._seat.selection.incident_id
        incident = self._seat.situation.incident(id) if id else None
        statuses = list(self.canvas.statuses.values())
        text = words.summary(statuses, len(zone), incident.number if incident else None)
        self._summary.show_text(text)

    def _retranslate(self) -> None:
        self._title.show_text(translate("Wall", "CCTV DISKOMINFO"))
        self.canvas.setAccessibleName(translate("Wall", "Ubin kamera"))
        self._summarise()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
