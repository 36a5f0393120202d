"""This seat's wall as it stands: its arrangement, views, large tile, and the way back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from command_center.domain.room import Camera
from command_center.ui.person import NOBODY
from command_center.ui.seat import Seat
from command_center.ui.wall.arrange import Arrangement, Cell, Placing, in_order
from command_center.ui.wall.keeping import Keeping
from command_center.ui.wall.shapes import ONE, SHAPES, Shape
from command_center.ui.wall.views import NamedViews, tidy
from command_center.ui.wall.words import DEAD
from command_center.ui.wall.zone import IncidentCameras

STEPS_BACK = 20


class WallBoard(QObject):
    """Changes only by its own methods; `changed` follows each change."""

    changed = Signal()

    def __init__(self, seat: Seat, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seat = seat
        self.keeping = Keeping(seat)
        self.views = NamedViews(self.keeping)
        self.arrangement = self.keeping.arrangement()
        self.zone = IncidentCameras(seat)
        self.large: str | None = None
        self.cameras: list[Camera] = []
        self._past: list[Arrangement] = []
        self._cells: list[Cell | None] = []
        self._person = seat.act.actor
        seat.person.changed.connect(self._person_changed)

    # --- what there is -------------------------------------------------------------------------

    @property
    def placing(self) -> Placing:
        return Placing(self.arrangement, self.cameras)

    @property
    def shape(self) -> Shape:
        return ONE if self.large is not None else self.arrangement.form

    @property
    def cells(self) -> list[Cell | None]:
        return self._cells

    def place_of(self, camera_id: str | None) -> int | None:
        for place, cell in enumerate(self._cells):
            if cell is not None and cell.camera.id == camera_id:
                return place
        return None

    def focused(self) -> str | None:
        """The camera that deserves its better stream: the large tile's."""
        if self.large is not None:
            return self.large
        place = 0 if self.arrangement.form is ONE else self.arrangement.form.large
        cell = self._cells[place] if place is not None and place < len(self._cells) else None
        return cell.camera.id if cell is not None else None

    def next_page(self) -> list[Camera]:
        """What the tour shows next."""
        cells = Placing(self._next(), self.cameras).cells()
        return [cell.camera for cell in cells if cell is not None]

    def warm(self, now: datetime) -> list[Camera]:
        """Cameras of new incidents."""
        return self.zone.warm(self.cameras, now)

    def _person_changed(self) -> None:
        """Somebody else sits here: their wall. While nobody does it stays, and is nobody's."""
        person = self._seat.act.actor
        if person == self._person:
            return
        self._person = person
        self.keeping = Keeping(self._seat)
        self.views = NamedViews(self.keeping)
        if person != NOBODY:
            self.arrangement = self.keeping.arrangement()
            self.large, self._past = None, []
            self._lay()

    # --- the room moves ------------------------------------------------------------------------

    def would_move(self) -> bool:
        """Whether the directory has other cameras now, or another order of them."""
        before = [camera.id for camera in self.cameras]
        return before != [camera.id for camera in in_order(self._seat.situation.all("camera"))]

    def read_directory(self) -> None:
        self.cameras = in_order(self._seat.situation.all("camera"))
        if self.large is not None and all(c.id != self.large for c in self.cameras):
            self.large = None
        self.zone.choose(self.cameras, anew=True)
        self._lay()

    def follow_incident(self) -> None:
        """Another one is selected, or the selected one was found to be elsewhere."""
        self.zone.choose(self.cameras)
        self._lay()

    def refresh_offers(self) -> bool:
        """Name a living camera for each dead tile; True when an offer is another."""
        shown = [cell for cell in self._cells if cell is not None]
        loose = [cell.camera for cell in shown if not cell.pinned]
        dead = [c for c in loose if self._seat.engine.status(c.id).state in DEAD]
        return self.zone.offer(dead, self.cameras, {cell.camera.id for cell in shown})

    def _lay(self) -> None:
        if self.large is not None:
            camera = next(c for c in self.cameras if c.id == self.large)
            metres = {near.camera.id: near.metres for near in self.zone.found}
            self._cells = [Cell(camera, metres.get(camera.id))]
        else:
            self._cells = self.placing.cells(self.zone.found)
        self.changed.emit()

    # --- a person moves ------------------------------------------------------------------------

    def _use(self, arrangement: Arrangement, *, step: bool = True) -> None:
        """`step`: undo comes back to how it was before."""
        if step and arrangement != self.arrangement:
            self._past = [*self._past, self.arrangement][-STEPS_BACK:]
        self.arrangement = arrangement
        self.large = None
        self.keeping.keep_arrangement(arrangement)
        self._lay()

    def undo(self) -> bool:
        """Back before the last change of the arrangement; False when there is none."""
        if not self._past:
            return False
        past = self._past.pop()
        self._use(past, step=False)
        return True

    def use_shape(self, name: str) -> None:
        """One tile shows the selected camera."""
        arrangement = replace(self.arrangement, shape=name)
        if SHAPES[name] is ONE:
            placing = Placing(arrangement, self.cameras)
            chosen = self._seat.selection.camera_id
            if chosen in placing.flow:
                arrangement = replace(arrangement, start=placing.flow.index(chosen))
        self._use(arrangement)

    def turn(self, by: int) -> None:
        """Page by page; a large tile goes through the cameras of its page."""
        if self.large is None:
            self._use(self.placing.turned(by), step=False)
            return
        cells = self.placing.cells(self.zone.found)
        ids = list(dict.fromkeys(cell.camera.id for cell in cells if cell is not None))
        at = ids.index(self.large) if self.large in ids else -by
        if ids:
            self.enlarge(ids[(at + by) % len(ids)])

    def advance(self) -> None:
        """The tour's step: the next page, or from a named view to the next one."""
        self._use(self._next(), step=False)

    def _next(self) -> Arrangement:
        view = self.views.after(self.arrangement.name) if self.arrangement.only else None
        return view or self.placing.turned(1)

    def enlarge(self, camera_id: str) -> None:
        """One camera over the whole surface; the wall stays as it is behind it."""
        if any(camera.id == camera_id for camera in self.cameras):
            self.large = camera_id
            self._lay()

    def shrink(self) -> None:
        if self.large is not None:
            self.large = None
            self._lay()

    def put(self, camera_id: str, place: int) -> None:
        """The camera goes to a place that is neither pinned nor the incident's."""
        cell = self._cells[place] if place < len(self._cells) else None
        if self.large is None and not (cell is not None and cell.zone):
            self._use(self.placing.put(place, camera_id))

    def pin(self, camera_id: str) -> bool:
        """Nail the camera's tile down, or loosen it; False when it has none."""
        place = self.place_of(camera_id)
        if place is None or self.large is not None:
            return False
        self._use(self.placing.pinned(place, camera_id))
        return True

    def take_offer(self, camera_id: str) -> bool:
        """Show the living camera that was offered for a dead one, in its place."""
        near, place = self.zone.offers.get(camera_id), self.place_of(camera_id)
        if near is None or place is None:
            return False
        cell = self._cells[place]
        if self.large is not None:
            self.enlarge(near.camera.id)
        elif cell is not None and cell.zone:
            self.zone.replace(camera_id, near)
            self._lay()
        else:
            self._use(self.placing.put(place, near.camera.id))
        return True

    # --- named views ---------------------------------------------------------------------------

    def save_view(self, name: str) -> bool:
        """Keep what is shown under a name, over what had it before; False when it cannot be."""
        if self.large is not None:
            self.shrink()
        view = self.placing.as_view(self._cells, tidy(name))
        if not self.views.save(view):
            return False
        self._use(view)
        return True

    def rename_view(self, old: str, new: str) -> bool:
        """False when there is nothing to rename, or the new name is empty or taken."""
        if not self.views.rename(old, tidy(new)):
            return False
        if self.arrangement.name == old:
            self._use(replace(self.arrangement, name=tidy(new)), step=False)
        return True

    @property
    def view_name(self) -> str:
        """The named view that stands, "" for none, with a star where it was changed since."""
        name = self.arrangement.name
        if name not in self.views:
            return ""
        return name if self.views[name] == self.arrangement else f"{name} *"

    def delete_view(self, name: str) -> None:
        """The wall keeps standing as it does."""
        if self.views.delete(name):
            self.changed.emit()

    def use_view(self, name: str) -> bool:
        """By its name, or what only one name begins with; False when there is none."""
        view = self.views.find(name)
        if view is None:
            return False
        self._use(view)
        return True

    def use_all(self) -> None:
        """All cameras of the directory again, as they stood; a second time by their labels."""
        labels = Arrangement(shape=self.arrangement.shape)
        self._use(self.keeping.of_all() if self.arrangement.only else labels)
