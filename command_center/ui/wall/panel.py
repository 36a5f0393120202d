"""The wall as a panel: header, canvas, questions, and what the engine is told to attend to."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.situation.situation import Touched
from command_center.ui.detail.questions import QuestionBar
from command_center.ui.evidence.state import recordings
from command_center.ui.seat import Seat
from command_center.ui.wall import words
from command_center.ui.wall.arrange import Cell
from command_center.ui.wall.asked import Asked
from command_center.ui.wall.board import WallBoard
from command_center.ui.wall.canvas import WallCanvas
from command_center.ui.wall.doings import Doings
from command_center.ui.wall.header import WallHeader
from command_center.ui.wall.lens import fitted
from command_center.ui.wall.masking import Mask, MaskEditor
from command_center.ui.wall.menu import WallMenu
from command_center.ui.wall.ptz import PtzStrip
from command_center.ui.wall.shelf import Shelf
from command_center.ui.wall.tour import Hold, Tour
from command_center.ui.wall.watching import Watching
from command_center.ui.wall.windows import TileWindows

translate = QCoreApplication.translate


class WallPanel(QFrame):
    """Shows cameras; moves only by selection, by this seat's own hands and its tour."""

    def __init__(self, seat: Seat, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.board = WallBoard(seat, self)
        self.watching = Watching(seat)
        self.canvas = WallCanvas(seat, self.watching, self)
        self.header = WallHeader(seat, self)
        self.controls = PtzStrip(seat, self)
        self.questions = QuestionBar(seat, self)
        self.masking = MaskEditor(seat, self._picture_rect, self.canvas)
        self.menu = WallMenu(seat, self.board, self)
        self.tour = Tour(self._held, self.board.keeping.interval_s, self)
        self.windows = TileWindows(seat, self.watching, self)
        self._asking = Asked(seat, self.questions, self.board)
        self._doings = Doings(
            seat,
            self.board,
            self._asking,
            {
                "tour": lambda _: self.tour.toggle(),
                "menu": lambda _: self._open_menu(),
                "place": lambda id: self.board.put(id, self._cursor),
                "window": self.windows.open,
                "mask": self._begin_mask,
            },
        )
        self._cursor = 0
        self._waiting = False
        self._lay_out()
        self._connect()
        self._connect_hands()
        self._retranslate()
        self.board.read_directory()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.canvas, 1)
        self.shelf = Shelf(self.canvas, (self.controls, self.questions), self._chosen_rect)
        self.setFocusProxy(self.canvas)
        self.controls.listen(self.canvas)

    def _chosen_rect(self) -> QRect | None:
        place = self.canvas.chosen_place()
        return self.canvas.rects()[place] if place is not None else None

    def _connect(self) -> None:
        seat = self._seat
        seat.live.changed.connect(self._changed)
        seat.live.telemetry.connect(self._attend)
        seat.live.ticked.connect(self._ticked)
        seat.selection.incident_changed.connect(self._incident_chosen)
        seat.selection.camera_changed.connect(self._camera_chosen)
        seat.asking.asked.connect(self._doings.asked)
        self.board.changed.connect(self._show)
        self.tour.due.connect(self.board.advance)
        self.tour.changed.connect(self._show_tour)
        self.masking.saved.connect(self._save_masks)
        self.masking.closed.connect(self.canvas.setFocus)

    def _connect_hands(self) -> None:
        canvas, board, menu = self.canvas, self.board, self.menu
        canvas.picked.connect(self._seat.selection.select_camera)
        canvas.opened.connect(self._doings.open_or_back)
        canvas.left.connect(board.shrink)
        canvas.turned.connect(board.turn)
        canvas.moved.connect(board.put)
        canvas.replaced.connect(self._doings.take_offer)
        canvas.states_changed.connect(self._summarise)
        canvas.held.connect(self._hovered)
        canvas.showing.connect(lambda _on: self._attend())
        self.header.turned.connect(lambda: board.turn(1))
        self.header.shaped.connect(board.use_shape)
        self.header.arranging.connect(self._open_menu)
        self.header.touring.connect(self.tour.toggle)
        menu.shaped.connect(board.use_shape)
        menu.viewed.connect(board.use_view)
        menu.renamed.connect(self._asking.rename_view)
        menu.deleted.connect(board.delete_view)
        menu.paced.connect(self._use_pace)

    @property
    def shown(self) -> tuple[Cell | None, ...]:
        """The cells as they stand, place by place."""
        return tuple(self.board.cells)

    # --- what moves the wall -------------------------------------------------------------------

    def _changed(self, touched: Touched) -> None:
        if touched.everything or "camera" in touched.entities:
            self._read_directory()
        elif self._seat.selection.incident_id in touched.incidents:
            self.board.follow_incident()
        elif touched.incidents:
            self._attend()  # a new incident warms its cameras and moves nothing

    def _read_directory(self) -> None:
        """No tile moves under the pointer: what was added or lost waits until it is gone."""
        self._waiting = self.canvas.hovered and self.board.would_move()
        if not self._waiting:
            self.board.read_directory()
        self.windows.read_directory()

    def _hovered(self, on: bool) -> None:
        if self._waiting and not on:
            self._read_directory()

    def _open_menu(self) -> None:
        button = self.header.arrange
        self.menu.open(button.mapToGlobal(button.rect().bottomLeft()), self.tour.interval_s)

    def _use_pace(self, seconds: int) -> None:
        self.board.keeping.interval_s = seconds
        self.tour.use_interval(seconds)

    def _held(self) -> Hold | None:
        """What keeps a tour on its page: somebody looks closer."""
        if self.questions.isVisible() or self.masking.isVisible():
            return Hold.ASKING
        if self.board.large is not None:
            return Hold.LARGE
        if any(cell is not None and cell.incident_m is not None for cell in self.board.cells):
            return Hold.INCIDENT
        if self.board.place_of(self._seat.selection.camera_id) is not None:
            return Hold.CAMERA
        return Hold.POINTER if self.canvas.hovered else None

    # --- masks ---------------------------------------------------------------------------------

    def _begin_mask(self, camera_id: str) -> None:
        camera = self._seat.situation.camera(camera_id)
        if camera is None:
            return
        self.board.enlarge(camera_id)
        self.masking.begin(camera.masks)

    def _picture_rect(self) -> QRect:
        """Where the large tile's picture lies in the canvas."""
        frame = self.watching.held(self.board.large or "")
        size = (frame.width, frame.height) if frame is not None else (16, 9)
        return fitted(self.canvas.rect(), *size)

    def _save_masks(self, masks: tuple[Mask, ...], before: tuple[Mask, ...]) -> None:
        if self.board.large is not None:
            self._asking.mask_camera(self.board.large, masks, before)

    # --- what follows --------------------------------------------------------------------------

    def _show(self) -> None:
        board = self.board
        incident = board.zone.incident
        if board.large is None:
            self.masking.end()
        self._attend()
        self.canvas.show_cells(board.cells, board.shape, incident.number if incident else None)
        self.canvas.offers = board.zone.offers
        self._summarise()
        placing = board.placing
        shape = "1x1" if board.large else board.arrangement.shape
        pages = 1 if board.large else placing.pages
        self.header.show_place(shape, placing.page + 1, pages, board.view_name)

    def _incident_chosen(self, _: str | None) -> None:
        self.board.follow_incident()

    def _camera_chosen(self, camera_id: str | None) -> None:
        place = self.board.place_of(camera_id)
        self._cursor = self._cursor if place is None else place
        self.shelf.place()
        self._describe()
        self._attend()

    def _attend(self) -> None:
        now = self._seat.live.now()
        warm = self.board.warm(now)
        if self.tour.running:
            warm = [*warm, *self.board.next_page()]
        self.watching.want(
            self.canvas.who,
            self.board.cells,
            warm,
            focused=self.board.focused(),
            visible=self.canvas.isVisible(),
        )
        self.canvas.refresh()

    def _ticked(self, now: datetime) -> None:
        self.watching.forget_old()
        self._mark_recordings()
        if self.board.refresh_offers():
            self.canvas.offers = self.board.zone.offers
            self.canvas.refresh()
        self._summarise()

    def _mark_recordings(self) -> None:
        found = frozenset(recordings(self._seat))
        if found != self.canvas.recording:
            self.canvas.recording = found
            self.canvas.refresh()

    def _show_tour(self) -> None:
        self.header.show_tour(self.tour)

    def _summarise(self) -> None:
        incident = self.board.zone.incident
        near = [cell for cell in self.board.cells if cell and cell.incident_m is not None]
        statuses = list(self.canvas.statuses.values())
        number = incident.number if incident else None
        text = words.summary(statuses, len(near), number)
        self.header.say(text)
        self._describe()

    def _describe(self) -> None:
        """For a reader: the chosen tile with all it says, then the wall."""
        place = self.canvas.chosen_place()
        cell = self.board.cells[place] if place is not None else None
        parts = [self.header.summary()]
        if cell is not None:
            incident, now = self.board.zone.incident, self._seat.live.now()
            number = incident.number if incident else None
            status = self.watching.status(cell.camera.id)
            tip = words.tip(cell, status, number, now, self._seat.zone)
            parts.insert(0, tip.replace("\n", ", "))
        self.canvas.setAccessibleDescription(". ".join(parts))

    def _retranslate(self) -> None:
        self.canvas.setAccessibleName(translate("Wall", "Ubin kamera"))
        self._show_tour()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self._show()
        super().changeEvent(event)
