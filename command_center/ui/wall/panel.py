"""The wall as a panel: header, canvas, questions, and what the engine is told to attend to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from command_center.domain.errors import OperatorError
from command_center.situation.situation import Touched
from command_center.ui.detail.questions import QuestionBar
from command_center.ui.evidence.state import recordings
from command_center.ui.seat import Seat
from command_center.ui.wall import words
from command_center.ui.wall.arrange import Cell
from command_center.ui.wall.asked import Asked
from command_center.ui.wall.board import WallBoard
from command_center.ui.wall.canvas import WallCanvas
from command_center.ui.wall.header import WallHeader
from command_center.ui.wall.lens import fitted
from command_center.ui.wall.masking import MaskEditor
from command_center.ui.wall.menu import WallMenu
from command_center.ui.wall.ptz import PtzStrip
from command_center.ui.wall.shapes import SHAPES
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
        seat.selection.incident_changed.connect(lambda _id: self.board.follow_incident())
        seat.selection.camera_changed.connect(self._camera_chosen)
        seat.asking.asked.connect(self._asked)
        self.board.changed.connect(self._show)
        self.tour.due.connect(self.board.advance)
        self.tour.changed.connect(self._show_tour)
        self.masking.saved.connect(self._save_masks)
        self.masking.closed.connect(self.canvas.setFocus)

    def _connect_hands(self) -> None:
        canvas, board, menu = self.canvas, self.board, self.menu
        canvas.picked.connect(self._seat.selection.select_camera)
        canvas.opened.connect(self._open_or_back)
        canvas.left.connect(board.shrink)
        canvas.turned.connect(board.turn)
        canvas.moved.connect(board.put)
        canvas.replaced.connect(self._take_offer)
        canvas.states_changed.connect(self._states_changed)
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

    def _asked(self, action: str, subject: object) -> None:
        _, _, name = action.partition(".")
        kind, _, number = name.partition(".")
        if action == "view.wall":
            self._look()
        elif not action.startswith("wall."):
            return
        elif kind == "grid":
            self.board.use_shape(f"{number}x{number}")
        elif kind == "large":
            self.board.use_shape(f"1+{number}")
        elif kind in self._doings():
            self._doings()[kind](str(subject or ""))

    def _doings(self) -> dict[str, Callable[[str], object]]:
        board = self.board
        return {
            "page": lambda _: board.turn(1),
            "tour": lambda _: self.tour.toggle(),
            "menu": lambda _: self._open_menu(),
            "all": lambda _: board.use_all(),
            "view": self._use_view,
            "save": lambda _: self._asking.save_view(),
            "undo": lambda _: self._unless(board.undo(), "nothing_to_undo"),
            "pin": lambda id: self._unless(board.pin(id), "camera_not_on_wall"),
            "place": lambda id: board.put(id, self._cursor),
            "offer": self._take_offer,
            "window": self.windows.open,
            "rename": self._asking.rename_camera,
            "note": self._asking.note_camera,
            "mask": self._begin_mask,
        }

    def _unless(self, done: bool, code: str) -> None:
        if not done:
            self._say(code)

    def _say(self, code: str) -> None:
        self._seat.notices.failed(OperatorError(code))

    def _use_view(self, name: str) -> None:
        """By its name, or without one the next."""
        views, here = list(self.board.views), self.board.arrangement.name
        following = views.index(here) + 1 if here in views else 0
        if views and not name:
            name = views[following % len(views)]
        if not self.board.use_view(name):
            self._say("unknown_view")

    def _look(self) -> None:
        """The keyboard comes to the tiles: the nearest to the incident, else the first, is chosen
        unless one of them is."""
        shown = [cell for cell in self.board.cells if cell is not None]
        if shown and self.board.place_of(self._seat.selection.camera_id) is None:
            far = float("inf")
            first = min(shown, key=lambda c: far if c.incident_m is None else c.incident_m)
            self._seat.selection.select_camera(first.camera.id)

    def _open_or_back(self, camera_id: str) -> None:
        if self.board.large is not None:
            self.board.shrink()
        elif self.board.shape is not SHAPES["1x1"]:
            self._seat.selection.select_camera(camera_id)
            self.board.enlarge(camera_id)

    def _take_offer(self, camera_id: str) -> None:
        near = self.board.zone.offers.get(camera_id)
        if near is None or not self.board.take_offer(camera_id):
            self._say("no_living_camera_near")
            return
        self._seat.selection.select_camera(near.camera.id)

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

    def _save_masks(self, masks: object) -> None:
        if self.board.large is not None and isinstance(masks, tuple):
            self._asking.mask_camera(self.board.large, masks)

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
        self.header.show_place(shape, placing.page + 1, pages, board.arrangement.name)

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

    def _states_changed(self) -> None:
        self._summarise()

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
