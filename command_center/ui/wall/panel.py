"""The wall as a panel: header, grid sizes, pages, and what the engine is told to attend to."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from command_center.domain.room import Camera
from command_center.situation.situation import Touched
from command_center.ui.actions.buttons import KeyButton, action_button
from command_center.ui.actions.table import ACTIONS
from command_center.ui.actions.view import GRIDS
from command_center.ui.detail.flow import FlowLayout
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
        self.turner = KeyButton(seat, "", ACTIONS["view.page"].key)
        self._grids = {side: QPushButton(f"{side}×{side}") for side in GRIDS}
        self._lay_out()
        self._connect()
        self._restyle()
        self._retranslate()
        self._read_directory()

    def _lay_out(self) -> None:
        head = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        head.setSizePolicy(policy)
        self._header = FlowLayout(head)
        sizes = QWidget()
        row = self._sizes = QHBoxLayout(sizes)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.turner)
        for side, button in self._grids.items():
            button.setCheckable(True)
            button.setProperty("kind", "tab")
            button.setToolTip(f"Alt+{side}")
            button.setAccessibleName(f"CCTV {side}×{side}")
            row.addWidget(button)
        row.addWidget(action_button(self._seat, "incident.snapshot"))
        for widget in (self._title, self._summary, sizes):
            self._header.addWidget(widget)
        self._header.push = sizes
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self.canvas, 1)
        self.setFocusProxy(self.canvas)

    def _restyle(self) -> None:
        px = self._seat.theme.px
        self._header.setContentsMargins(px(12), px(7), px(8), px(7))
        self._header.setSpacing(px(4))
        self._sizes.setSpacing(px(4))
        self._title.setContentsMargins(0, 0, px(6), 0)

    def _connect(self) -> None:
        seat = self._seat
        seat.live.changed.connect(self._changed)
        seat.live.ticked.connect(lambda _now: self._summarise())
        seat.selection.incident_changed.connect(lambda _id: self._arrange())
        seat.selection.camera_changed.connect(lambda _id: self._attend())
        seat.asking.asked.connect(self._asked)
        seat.theme.changed.connect(self._restyle)
        self.turner.clicked.connect(lambda: self._turn(1))
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
        elif action == "view.page":
            self._turn(1)
        elif action == "view.wall":
            self._look()

    def _look(self) -> None:
        """The keyboard comes to the tiles: the first one is chosen unless one of them is."""
        shown = [cell.camera.id for cell in self._cells if cell is not None]
        if shown and self._seat.selection.camera_id not in shown:
            self._seat.selection.select_camera(shown[0])

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
        """Page by page, and from the last to the first."""
        self._page = (self._page + by) % pages(len(self._cameras), self._side)
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
        count = pages(len(self._cameras), self._side)
        self.turner.relabel(words.page(self._page + 1, count))
        self.turner.setVisible(count > 1)

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
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)
