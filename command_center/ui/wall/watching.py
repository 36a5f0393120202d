"""What all surfaces of this window want of the engine, told to it as one thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from time import monotonic

from command_center.domain.room import Camera
from command_center.ui.seat import Seat
from command_center.ui.wall.arrange import Cell, ranks
from command_center.video.api import Slot
from command_center.video.model import Attention, CameraSpec, CameraStatus
from command_center.video.slot import SIZE_MAX, Frame

WARM_S = 30.0
"""How long a camera that was just on the wall stays connected, so that going back is instant: by
no room's clock, since a connection is made as fast in an exercise that stands or hurries."""
WARM_MAX = 36
_SMALLEST = 16


def spec_of(camera: Camera) -> CameraSpec:
    return CameraSpec(
        camera.id,
        camera.title,
        camera.url,
        camera.main_url,
        camera.poll_s,
        camera.static,
        camera.masks,
    )


@dataclass(slots=True)
class _Demand:
    """What one surface shows and in which size it paints it."""

    cameras: dict[str, Camera] = field(default_factory=dict)
    ranks: dict[str, Attention] = field(default_factory=dict)
    sizes: dict[str, tuple[int, int]] = field(default_factory=dict)


class Watching:
    """Surfaces say by name what they want; the engine hears the most that any of them wants.

    A frame may be painted by several surfaces, so it is fetched here once: the engine may reuse
    its memory as soon as the next one is asked for.
    """

    def __init__(self, seat: Seat) -> None:
        self._seat = seat
        self._demands: dict[str, _Demand] = {}
        self._left: dict[str, tuple[Camera, float]] = {}
        self._specs: dict[str, CameraSpec] = {}
        self._slots: dict[str, Slot] = {}
        self._frames: dict[str, Frame] = {}

    # --- what is wanted ------------------------------------------------------------------------

    def want(
        self,
        who: str,
        shown: Iterable[Cell | None],
        warm: Iterable[Camera] = (),
        *,
        focused: str | None = None,
        visible: bool = True,
    ) -> None:
        """`who` paints `shown` and may soon paint `warm`. Not `visible`: it is behind something,
        its cameras stay connected and nothing more."""
        cells, coming = list(shown), list(warm)
        demand = self._demands.setdefault(who, _Demand())
        self._note_leaving(demand.cameras)
        demand.cameras = {cell.camera.id: cell.camera for cell in cells if cell is not None}
        demand.cameras |= {c.id: c for c in coming if c.id not in demand.cameras}
        found = ranks(cells, coming, self._seat.selection.camera_id, focused)
        demand.ranks = found if visible else dict.fromkeys(found, Attention.HIDDEN)
        self._tell()

    def leave(self, who: str) -> None:
        """It is gone."""
        demand = self._demands.pop(who, None)
        if demand is not None:
            self._note_leaving(demand.cameras)
            for id in demand.sizes:
                self._fit(id)
            self._tell()

    def forget_old(self) -> None:
        """Let go of cameras that left the wall WARM_S ago."""
        if self._left:
            self._tell()

    def size(self, who: str, camera_id: str, width: int, height: int) -> None:
        """`who` paints the camera at this many pixels; frames come in the largest size asked."""
        demand = self._demands.setdefault(who, _Demand())
        demand.sizes[camera_id] = (width, height)
        self._fit(camera_id)

    def _fit(self, camera_id: str) -> None:
        asked = [d.sizes[camera_id] for d in self._demands.values() if camera_id in d.sizes]
        if not asked:
            return
        width, height = max(asked)
        bounded = (min(SIZE_MAX, max(_SMALLEST, n)) for n in (width, height))
        slot = self.slot(camera_id)
        wanted = tuple(bounded)
        if slot.size != wanted:
            slot.resize(*wanted)

    def _note_leaving(self, cameras: Mapping[str, Camera]) -> None:
        now = monotonic()
        self._left |= {id: (camera, now) for id, camera in cameras.items()}

    def _tell(self) -> None:
        now = monotonic()
        wanted: dict[str, Camera] = {}
        found: dict[str, Attention] = {}
        for demand in self._demands.values():
            wanted |= demand.cameras
            for id, rank in demand.ranks.items():
                found[id] = max(rank, found.get(id, Attention.HIDDEN))
        left = {
            id: (camera, at)
            for id, (camera, at) in self._left.items()
            if id not in wanted and now - at < WARM_S
        }
        newest = sorted(left.items(), key=lambda item: -item[1][1])[:WARM_MAX]
        self._left = dict(newest)
        wanted |= {id: camera for id, (camera, _) in newest}
        self._show(wanted)
        self._seat.engine.attend(found)

    def _show(self, cameras: Mapping[str, Camera]) -> None:
        specs = {id: spec_of(camera) for id, camera in cameras.items()}
        if specs == self._specs:
            return
        for id in self._frames.keys() - specs.keys():
            del self._frames[id]
        self._specs = specs
        for demand in self._demands.values():
            demand.sizes = {id: size for id, size in demand.sizes.items() if id in demand.cameras}
        self._seat.engine.show(specs.values())

    # --- what there is -------------------------------------------------------------------------

    def slot(self, camera_id: str) -> Slot:
        slot = self._slots.get(camera_id)
        if slot is None:
            slot = self._slots[camera_id] = self._seat.engine.slot(camera_id)
        return slot

    def look(self, camera_id: str) -> Frame | None:
        """The newest frame; the last one there was, where the engine has none any more."""
        frame = self.slot(camera_id).latest()
        if frame is not None:
            self._frames[camera_id] = frame
        return self._frames.get(camera_id)

    def held(self, camera_id: str) -> Frame | None:
        """What `look` last found."""
        return self._frames.get(camera_id)

    def status(self, camera_id: str) -> CameraStatus:
        return self._seat.engine.status(camera_id)
