"""What the wall's actions do, asked by key, menu, command line or hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from command_center.domain.errors import OperatorError
from command_center.ui.seat import Seat
from command_center.ui.wall.arrange import Cell
from command_center.ui.wall.asked import Asked
from command_center.ui.wall.board import WallBoard
from command_center.ui.wall.shapes import ONE
from command_center.ui.wall.words import DEAD

Doing = Callable[[str], object]
"""Given what the action is about: a camera's id, a view's name or ""."""


class Doings:
    """`others` are those that the panel itself answers, by their action's name."""

    def __init__(
        self, seat: Seat, board: WallBoard, asking: Asked, others: Mapping[str, Doing]
    ) -> None:
        self._seat = seat
        self._board = board
        self._all: dict[str, Doing] = {
            "page": lambda _: board.turn(1),
            "all": lambda _: board.use_all(),
            "view": self.use_view,
            "save": lambda _: asking.save_view(),
            "undo": lambda _: self._unless(board.undo(), "nothing_to_undo"),
            "pin": lambda id: self._unless(board.pin(id), "camera_not_on_wall"),
            "offer": self.take_offer,
            "rename": asking.rename_camera,
            "note": asking.note_camera,
            **others,
        }

    def asked(self, action: str, subject: object) -> None:
        """Answer an action of the wall; any other is left alone."""
        group, _, name = action.partition(".")
        kind, _, number = name.partition(".")
        if action == "view.wall":
            self.look()
        elif group != "wall":
            return
        elif kind == "grid":
            self._board.use_shape(f"{number}x{number}")
        elif kind == "large":
            self._board.use_shape(f"1+{number}")
        elif kind in self._all:
            self._all[kind](str(subject or ""))

    def _unless(self, done: bool, code: str) -> None:
        if not done:
            self._seat.notices.failed(OperatorError(code))

    def use_view(self, name: str) -> None:
        """By its name, or without one the next."""
        views, here = self._board.views.names, self._board.arrangement.name
        following = views.index(here) + 1 if here in views else 0
        if views and not name:
            name = views[following % len(views)]
        self._unless(self._board.use_view(name), "unknown_view")

    def look(self) -> None:
        """The keyboard comes to the tiles: to the nearest to the incident, living ones first,
        unless one of the incident's is chosen; without an incident's to one of them."""
        shown = [cell for cell in self._board.cells if cell is not None]
        near = [cell for cell in shown if cell.incident_m is not None]
        chosen = self._seat.selection.camera_id
        if shown and not any(cell.camera.id == chosen for cell in near or shown):
            first = min(near, key=self._nearness) if near else shown[0]
            self._seat.selection.select_camera(first.camera.id)

    def _nearness(self, cell: Cell) -> tuple[bool, float]:
        status = self._seat.engine.status(cell.camera.id)
        return status.state in DEAD, cell.incident_m or 0.0

    def open_or_back(self, camera_id: str) -> None:
        """One camera over the whole surface, or the wall again."""
        if self._board.large is not None:
            self._board.shrink()
        elif self._board.shape is not ONE:
            self._seat.selection.select_camera(camera_id)
            self._board.enlarge(camera_id)

    def take_offer(self, camera_id: str) -> None:
        """The living camera that was offered takes the dead one's place."""
        near = self._board.zone.offers.get(camera_id)
        taken = near is not None and self._board.take_offer(camera_id)
        self._unless(taken, "no_living_camera_near")
        if taken and near is not None:
            self._seat.selection.select_camera(near.camera.id)
