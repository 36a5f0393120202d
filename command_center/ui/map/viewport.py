"""From degrees to metres around the city's centre, and from there to pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace

from command_center.domain.place import LatLon
from command_center.geo.distance import LocalPlane

FINEST_PX_PER_M = 2.0
COARSEST_PX_PER_M = 0.002


@dataclass(frozen=True, slots=True)
class Ground:
    """A flat city: metres east (x) and south (y) of `centre`. Good within 30 km of it."""

    centre: LatLon
    plane: LocalPlane

    @classmethod
    def around(cls, centre: LatLon) -> Ground:
        return cls(centre, LocalPlane.at(centre.lat))

    def to_m(self, lat: float, lon: float) -> tuple[float, float]:
        east = (lon - self.centre.lon) * self.plane.x_m
        return east, (self.centre.lat - lat) * self.plane.y_m

    def to_lat_lon(self, x_m: float, y_m: float) -> LatLon:
        lat = self.centre.lat - y_m / self.plane.y_m
        return LatLon(lat, self.centre.lon + x_m / self.plane.x_m)


@dataclass(frozen=True, slots=True)
class Box:
    """Metres of a Ground."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Viewport:
    """What of a Ground a widget of `width` x `height` pixels shows: its middle and its scale."""

    x_m: float
    y_m: float
    scale: float
    width: int
    height: int

    def to_px(self, x_m: float, y_m: float) -> tuple[float, float]:
        return (
            (x_m - self.x_m) * self.scale + self.width / 2,
            (y_m - self.y_m) * self.scale + self.height / 2,
        )

    def to_m(self, x: float, y: float) -> tuple[float, float]:
        return (
            self.x_m + (x - self.width / 2) / self.scale,
            self.y_m + (y - self.height / 2) / self.scale,
        )

    @property
    def origin(self) -> tuple[float, float]:
        """Where the Ground's centre is, in pixels."""
        return self.to_px(0.0, 0.0)

    def panned(self, right: float, down: float) -> Viewport:
        """The picture moved by pixels, as if dragged."""
        return replace(self, x_m=self.x_m - right / self.scale, y_m=self.y_m - down / self.scale)

    def zoomed(self, factor: float, x: float, y: float) -> Viewport:
        """Closer by `factor`; what is under the pixel stays there."""
        scale = min(FINEST_PX_PER_M, max(COARSEST_PX_PER_M, self.scale * factor))
        at_x, at_y = self.to_m(x, y)
        return replace(
            self,
            scale=scale,
            x_m=at_x - (x - self.width / 2) / scale,
            y_m=at_y - (y - self.height / 2) / scale,
        )

    def centred(self, x_m: float, y_m: float) -> Viewport:
        return replace(self, x_m=x_m, y_m=y_m)

    def resized(self, width: int, height: int) -> Viewport:
        return replace(self, width=width, height=height)

    def fitted(self, box: Box, margin_px: float) -> Viewport:
        """The whole box, as large as it goes."""
        across = max(1.0, box.right - box.left)
        down = max(1.0, box.bottom - box.top)
        wide = max(1.0, self.width - 2 * margin_px)
        high = max(1.0, self.height - 2 * margin_px)
        return replace(
            self,
            x_m=(box.left + box.right) / 2,
            y_m=(box.top + box.bottom) / 2,
            scale=max(COARSEST_PX_PER_M, min(wide / across, high / down)),
        )

    def contains_px(self, x: float, y: float, margin_px: float = 0.0) -> bool:
        inside = margin_px <= x <= self.width - margin_px
        return inside and margin_px <= y <= self.height - margin_px
