"""Which camera stands in which place. The wall never rearranges itself: only the reserved zone of
this seat's selection changes, and only when the selection does."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from command_center.domain.room import Camera
from command_center.ui.wall.near import Near
from command_center.ui.wall.shapes import DEFAULT, SHAPES, Shape
from command_center.video.model import Attention


@dataclass(frozen=True, slots=True)
class Cell:
    """A camera in a place; `incident_m` is how far its incident is, None if it has none. `zone`:
    the place shows it only for the selected incident."""

    camera: Camera
    incident_m: float | None = None
    pinned: bool = False
    zone: bool = False


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How a person set the wall. `order` are camera ids, the others follow by label; with `only`
    there are no others and "" keeps a place empty. `start` is where in that sequence the page
    begins; `pins` are (place, camera id). `name` is the named view it came from."""

    shape: str = DEFAULT
    start: int = 0
    order: tuple[str, ...] = ()
    pins: tuple[tuple[int, str], ...] = ()
    only: bool = False
    name: str = ""

    @property
    def form(self) -> Shape:
        return SHAPES.get(self.shape, SHAPES[DEFAULT])


def in_order(cameras: Iterable[Camera]) -> list[Camera]:
    """Cameras in use by label; labels repeat, ids do not."""
    return sorted((c for c in cameras if c.in_use), key=lambda c: (c.label, c.id))


class Placing:
    """An arrangement over the cameras that there are (as `in_order` gives them)."""

    def __init__(self, arrangement: Arrangement, cameras: Sequence[Camera]) -> None:
        self.arrangement = arrangement
        self.shape = arrangement.form
        self._cameras = cameras
        self._known = {camera.id: camera for camera in cameras}
        count = len(self.shape.places)
        self.pins = {p: id for p, id in arrangement.pins if p < count and id in self._known}
        self.free = [place for place in range(count) if place not in self.pins]
        pinned = set(self.pins.values())
        self.flow = [id for id in self.sequence() if id not in pinned]

    def sequence(self) -> list[str]:
        """All ids that have a place on some page, in the person's order."""
        order = self.arrangement.order
        if self.arrangement.only:
            return [id if id in self._known else "" for id in order]
        first = [id for id in dict.fromkeys(order) if id in self._known]
        known = set(first)
        return first + [camera.id for camera in self._cameras if camera.id not in known]

    @property
    def stride(self) -> int:
        """How far a page moves on: the free places outside the zone, so that no camera is only ever
        where the zone covers it."""
        return max(1, sum(1 for place in self.free if place not in self.shape.zone))

    @property
    def pages(self) -> int:
        if len(self.flow) <= len(self.free):  # the zone then only changes places among them
            return 1
        return max(1, -(-len(self.flow) // self.stride))

    @property
    def page(self) -> int:
        return min(self.arrangement.start // self.stride, self.pages - 1)

    def turned(self, by: int) -> Arrangement:
        """Page by page, and from the last to the first."""
        page = (self.page + by) % self.pages
        return replace(self.arrangement, start=page * self.stride)

    def own(self) -> dict[int, str]:
        """{place: camera id} without any incident; "" is an empty place."""
        flow, start = self.flow, self.arrangement.start
        start = start % len(flow) if flow else 0
        line = [*flow[start:], *flow[:start]][: len(self.free)]
        return {**dict(zip(self.free, line, strict=False)), **self.pins}

    def cells(self, found: Sequence[Near] = ()) -> list[Cell | None]:
        """The places in order. The best of `found`, as many as the zone has places, stand in the
        zone; one that has a place outside it is only marked there: nothing stands twice, and
        nothing else moves."""
        own = self.own()
        zone = [p for p in self.shape.zone if p not in self.pins]
        outside = {id for place, id in own.items() if place not in zone}
        metres: dict[str, float] = {}
        taken: list[str] = []
        for near in found[: len(self.shape.zone)]:
            metres[near.camera.id] = near.metres
            if near.camera.id not in outside and len(taken) < len(zone):
                taken.append(near.camera.id)
        shown = {**own, **dict(zip(zone, taken, strict=False))}
        displaced = [own[p] for p in zone[: len(taken)] if p in own and own[p] not in taken]
        for place in zone[len(taken) :]:
            if shown.get(place) in taken:  # it has moved up: the one it drove out stands here
                shown[place] = displaced.pop(0) if displaced else ""
        return [self._cell(place, shown, metres) for place in range(len(self.shape.places))]

    def _cell(self, place: int, shown: dict[int, str], metres: dict[str, float]) -> Cell | None:
        camera = self._known.get(shown.get(place, ""))
        if camera is None:
            return None
        far = metres.get(camera.id)
        zone = far is not None and place in self.shape.zone and place not in self.pins
        return Cell(camera, far, place in self.pins, zone)

    # --- what a person changes -----------------------------------------------------------------

    def put(self, place: int, camera_id: str) -> Arrangement:
        """The camera goes to the place and the one that stood there to where it came from. Pinned
        tiles never move: the arrangement is then answered unchanged."""
        own, ids = self.own(), self.sequence()
        there = own.get(place)
        pinned = place in self.pins or camera_id in self.pins.values()
        if pinned or camera_id not in self._known or there == camera_id:
            return self.arrangement
        if there is None:  # beyond the end of the sequence
            ids = [*(id for id in ids if id != camera_id), camera_id]
        elif there == "":
            at = self._index(place)
            ids = ["" if id == camera_id else id for id in ids]
            ids[at] = camera_id
        elif camera_id in ids:
            a, b = ids.index(there), ids.index(camera_id)
            ids[a], ids[b] = ids[b], ids[a]
        else:
            ids[ids.index(there)] = camera_id
        return replace(self.arrangement, order=self._short(ids))

    def _index(self, place: int) -> int:
        """Where in the sequence an empty place of the page stands."""
        nth = self.free.index(place)
        at = (self.arrangement.start + nth) % max(1, len(self.flow))
        pinned = set(self.pins.values())
        flowing = [i for i, id in enumerate(self.sequence()) if id not in pinned]
        return flowing[at]

    def _short(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Without the tail that follows by label anyway."""
        if self.arrangement.only:
            return tuple(ids)
        rank = {camera.id: n for n, camera in enumerate(self._cameras)}
        end = len(ids) - 1
        while end > 0 and rank[ids[end - 1]] < rank[ids[end]]:
            end -= 1
        return tuple(ids[: max(0, end)])

    def pinned(self, place: int, camera_id: str) -> Arrangement:
        """Nail the camera to the place, or loosen it; the others stay where they are."""
        before = self.own()
        if place in self.pins:
            pins = tuple((p, id) for p, id in self.arrangement.pins if p != place)
            home = self.pins[place]
        else:
            moved = self.put(place, camera_id)
            return Placing(moved, self._cameras)._nailed(place, camera_id)
        loose = replace(self.arrangement, pins=pins)
        ids = [id for id in Placing(loose, self._cameras).sequence() if id != home]
        behind = next((before[p] for p in self.free if p > place and before.get(p)), None)
        ahead = next((before[p] for p in self.free[::-1] if p < place and before.get(p)), None)
        at = ids.index(behind) if behind in ids else len(ids)
        if behind is None and ahead in ids:
            at = ids.index(ahead) + 1
        ids.insert(at, home)
        return self._anchored(replace(loose, order=self._short(ids)), before, {home})

    def _nailed(self, place: int, camera_id: str) -> Arrangement:
        before = self.own()
        if before.get(place) != camera_id:
            return self.arrangement
        others = {p: id for p, id in self.arrangement.pins if id != camera_id}
        pins = tuple(sorted({**others, place: camera_id}.items()))
        return self._anchored(replace(self.arrangement, pins=pins), before, {camera_id})

    def _anchored(
        self, arrangement: Arrangement, before: Mapping[int, str], moved: set[str]
    ) -> Arrangement:
        """The page begins so that what stood on it stands where it did."""
        after = Placing(arrangement, self._cameras)
        for nth, place in enumerate(after.free):
            id = before.get(place)
            if id and id not in moved and id in after.flow:
                return replace(arrangement, start=(after.flow.index(id) - nth) % len(after.flow))
        return arrangement

    def as_view(self, cells: Sequence[Cell | None], name: str) -> Arrangement:
        """What is shown, to be called up again by its name."""
        order = tuple(cell.camera.id if cell and not cell.pinned else "" for cell in cells)
        kept = tuple(id for place, id in enumerate(order) if place not in self.pins)
        return Arrangement(self.shape.name, 0, kept, tuple(self.pins.items()), True, name)


def ranks(
    shown: Iterable[Cell | None],
    warm: Iterable[Camera],
    selected: str | None,
    focused: str | None,
) -> dict[str, Attention]:
    """{camera id: attention}: focused, of the incident, selected, visible, then what is kept warm
    because it comes next."""
    found = {camera.id: Attention.NEXT_PAGE for camera in warm}
    for cell in shown:
        if cell is None:
            continue
        wanted = Attention.VISIBLE if cell.incident_m is None else Attention.INCIDENT
        if cell.camera.id == selected:
            wanted = max(wanted, Attention.SELECTED)
        if cell.camera.id == focused:
            wanted = Attention.FOCUSED
        found[cell.camera.id] = max(wanted, found.get(cell.camera.id, Attention.HIDDEN))
    return found
