"""What a street scene is made of; plain data in metres, drawn by the other modules."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from command_center.exercise.cameras.lens import Lens, Point

Colour = tuple[int, int, int]
"""Red, green, blue, 0-255."""

Material = Literal["asphalt", "block", "grass", "dirt", "concrete", "tile", "water"]
Ground = Literal["shutter", "shop", "windows", "arcade", "blank", "glass"]
Roof = Literal["flat", "gable", "hip", "none"]
Plant = Literal["broad", "palm", "pine", "bush"]


@dataclass(frozen=True)
class Strip:
    """A road along `points`; `lanes` counts both directions, `centre` is the middle marking."""

    points: tuple[Point, ...]
    width_m: float
    centre: Literal["dash", "solid", "double", "none"] = "dash"
    lanes: int = 2
    edges: bool = True


@dataclass(frozen=True)
class Ring:
    """The carriageway of a roundabout."""

    centre: Point
    inner_m: float
    outer_m: float


@dataclass(frozen=True)
class Patch:
    """A polygon of another material on top of everything else but the roads."""

    points: tuple[Point, ...]
    material: Material
    over_roads: bool = False


@dataclass(frozen=True)
class Zebra:
    """A crossing from a to b (the way people walk), bars across it."""

    a: Point
    b: Point
    width_m: float = 3.0


@dataclass(frozen=True)
class Line:
    """A painted line, e.g. a stop line."""

    a: Point
    b: Point
    width_m: float = 0.35


@dataclass(frozen=True)
class Land:
    roads: tuple[Strip | Ring, ...]
    verge: Material = "grass"
    pavement: Material = "block"
    pavement_m: float = 2.6
    corner_m: float = 3.0
    kerb: Literal["painted", "plain", "none"] = "painted"
    quiet: tuple[tuple[float, float, float], ...] = ()
    """Circles (x, y, radius) without lane markings: the inside of junctions."""
    patches: tuple[Patch, ...] = ()
    zebras: tuple[Zebra, ...] = ()
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Facade:
    wall: Colour = (214, 208, 196)
    floors: int = 2
    bay_m: float = 4.0
    ground: Ground = "shop"
    sign: str = ""
    sign_colour: Colour = (160, 40, 36)
    grime: float = 1.0


@dataclass(frozen=True)
class House:
    """A box with its front-left corner at (x, y), turned by `turn_deg` about that corner."""

    x: float
    y: float
    width_m: float
    depth_m: float
    height_m: float
    facade: Facade = field(default_factory=Facade)
    roof: Roof = "flat"
    roof_colour: Colour = (158, 84, 56)
    turn_deg: float = 0.0
    base_m: float = 0.0


@dataclass(frozen=True)
class Tree:
    x: float
    y: float
    height_m: float = 9.0
    crown_m: float = 3.5
    plant: Plant = "broad"


@dataclass(frozen=True)
class Lamp:
    """A street lamp; the arm points to (x + reach_x, y)."""

    x: float
    y: float
    height_m: float = 8.0
    reach_x: float = 1.8
    lit: bool = True


@dataclass(frozen=True)
class Pole:
    """Any thin upright: `top` adds what hangs on it."""

    x: float
    y: float
    height_m: float = 8.0
    top: Literal["none", "signal", "flag", "wires", "sign", "floodlight"] = "none"
    colour: Colour = (92, 94, 92)


@dataclass(frozen=True)
class Panel:
    """An upright rectangle from (x0, y0) to (x1, y1)."""

    x0: float
    y0: float
    x1: float
    y1: float
    base_m: float
    top_m: float
    kind: Literal["bars", "wall", "banner", "railing", "awning", "hoarding"] = "bars"
    colour: Colour = (60, 62, 64)
    text: str = ""


@dataclass(frozen=True)
class Deck:
    """A level rectangle in the air: canopy, awning, table top, hedge top; with four sides."""

    x: float
    y: float
    width_m: float
    depth_m: float
    base_m: float
    top_m: float
    colour: Colour = (150, 152, 150)


@dataclass(frozen=True)
class Column:
    """A round solid, wide at the bottom and `top_m` radius at `height_m`."""

    x: float
    y: float
    radius_m: float
    height_m: float
    top_radius_m: float = -1.0
    base_m: float = 0.0
    colour: Colour = (205, 203, 196)


@dataclass(frozen=True)
class Wire:
    """A cable between two points, sagging."""

    a: tuple[float, float, float]
    b: tuple[float, float, float]
    sag_m: float = 0.6


Thing = House | Tree | Lamp | Pole | Panel | Deck | Column | Wire


@dataclass(frozen=True)
class Parked:
    """A vehicle or person that stays; `model` is a name of actors.MODELS."""

    model: str
    x: float
    y: float
    heading_deg: float = 0.0
    paint: int = 0


@dataclass(frozen=True)
class Route:
    """A way vehicles or people follow; `per_minute` arrivals, `speed_ms` wanted metres a second."""

    points: tuple[Point, ...]
    per_minute: float
    speed_ms: float = 7.0
    mix: Literal["street", "bikes", "big", "people", "slow", "bus"] = "street"
    signal: int = -1
    """Index of the signal group that stops this route, -1 for none."""
    stop_at_m: float = 0.0
    spread_m: float = 0.8
    """How far to the side single motorcycles and people wander."""


@dataclass(frozen=True)
class Spots:
    """Where told situations take place."""

    crowd: tuple[Point, Point] = ((-6.0, 22.0), (6.0, 22.0))
    accident: Point = (1.0, 20.0)
    smoke: tuple[float, float, float] = (12.0, 55.0, 4.0)


@dataclass(frozen=True)
class Street:
    """A whole scene; `sun_deg` is where the light comes from, clockwise from straight ahead."""

    name: str
    lens: Lens
    land: Land
    things: tuple[Thing, ...]
    parked: tuple[Parked, ...] = ()
    routes: tuple[Route, ...] = ()
    signals_s: tuple[float, ...] = ()
    """Green seconds of each signal group, one after another."""
    sun_deg: float = 235.0
    spots: Spots = field(default_factory=Spots)
    mountain: bool = True
