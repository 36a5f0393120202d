"""Crossroads, T junction and roundabouts."""

from __future__ import annotations

import math

from command_center.exercise.cameras.layout import (
    Column,
    Facade,
    House,
    Lamp,
    Land,
    Panel,
    Parked,
    Patch,
    Pole,
    Ring,
    Route,
    Spots,
    Street,
    Strip,
    Thing,
    Tree,
    Zebra,
)
from command_center.exercise.cameras.lens import Lens, Point
from command_center.exercise.cameras.streets import parts


def crossroads() -> Street:
    """Simpang Dieng: signals, four arms, shops on the far corners."""
    main: tuple[Point, ...] = ((3, -30), (3, 34), (5, 150))
    cross: tuple[Point, ...] = ((-130, 36), (3, 34), (130, 30))
    routes = [
        *parts.both_ways(main, 15, 3.4, 8, (52.0, 105.0), 0),
        *parts.both_ways(cross, 13, 3.2, 8, (123.0, 117.0), 1),
        Route(((0, -30), (-0.4, 16), (-1.5, 29), (-14, 31.8), (-130, 33)), 6, 7, "bikes", 0, 50.0),
        Route(((130, 33), (20, 36.6), (4, 32), (6.0, 18), (6.4, -30)), 5, 6.5, "street", 1, 110.0),
        *parts.walkers(((-7.2, 10), (-7.6, 20), (13.6, 20), (60, 22)), 3),
        *parts.walkers(((-60, 45), (-8, 44.5), (-8, 120)), 2),
    ]
    return Street(
        "crossroads",
        Lens(8.5, 17, 72, 2),
        Land(
            (Strip(main, 14, "solid", 4), Strip(cross, 13, "solid", 4)),
            verge="concrete",
            corner_m=7,
            quiet=((3, 34, 12.5),),
            zebras=(Zebra((-4.4, 21.5), (10.4, 21.5)), Zebra((-11.5, 27), (-11.5, 42.5))),
            lines=(parts.stop_line((-4, 19), (3, 19)), parts.stop_line((-14, 35), (-14, 28.6))),
        ),
        (
            *parts.shops(13.5, 46, 130, 3, left=True, floors=2),
            *parts.shops(16.0, 48, 130, 8, left=False, floors=3),
            House(24, 6, 16, 15, 7.4, Facade((206, 196, 176), 2, 4, "shop", "RM PADANG"), "hip"),
            House(
                -34,
                8,
                18,
                14,
                7.4,
                Facade((196, 204, 206), 2, 4, "shop", "MINI MARKET", (36, 84, 160)),
                "flat",
            ),
            *parts.trees(-8.6, 49, 120, 15, 4, 8),
            *parts.trees(15.2, 52, 120, 17, 9, 7),
            Tree(17.5, 17, 6.5, 2.6),
            Tree(-15, 24, 5, 2.0, "palm"),
            Pole(-7.5, 18.5, 6.2, "signal"),
            Pole(13.2, 44.0, 6.2, "signal"),
            Pole(-8.2, 42.8, 6.2, "signal"),
            *parts.lamps(-8.4, 16, 120, 27, 3.2),
            *parts.lamps(14.8, 26, 120, 27, -3.2),
            *parts.power(17.8, 12, 130, 26),
            Panel(16.5, 45.5, 25.5, 45.5, 4.5, 8.0, "hoarding", (34, 92, 150), "PILIH DAMAI"),
        ),
        (Parked("mpv", -19, 22.5, 80, 3), *parts.parked_bikes(19, 24.2, 0.8, 0, 7, 10)),
        tuple(routes),
        (16.0, 15.0),
        spots=Spots(((-4, 24), (9, 24)), (0.5, 26.0), (13.5, 44.5, 1.8)),
    )


def _tee_things() -> tuple[Thing, ...]:
    return (
        House(2, 36, 15, 12, 5.2, Facade((222, 226, 214), 1, 3.6, "windows"), "hip", (146, 76, 52)),
        House(
            20,
            33,
            12,
            10,
            6.8,
            Facade((206, 186, 160), 2, 4, "shop", "FOTOKOPI", (36, 74, 140)),
            "gable",
        ),
        House(33, 31, 15, 12, 7.4, Facade((190, 200, 194), 2, 4, "shop", "BENGKEL"), "flat"),
        House(8, 58, 16, 14, 8, Facade((228, 230, 222), 2, 4, "arcade"), "none"),
        Column(16, 65, 6, 8.2, 0.6, colour=(64, 122, 96)),
        Column(27, 58, 1.1, 17, 0.6, colour=(226, 226, 218)),
        *parts.backs(-80, -20, 44, 12, 1),
        *parts.shops(-2.5, 66, 110, 5, left=True, floors=1),
        *parts.trees(-27, 40, 120, 12, 3, 8),
        Tree(-5, 33.5, 7, 2.8),
        Tree(-20, 36, 9, 3.6),
        Tree(-13, 14, 3.0, 2.0, "bush"),
        Tree(11, 13, 2.2, 1.7, "bush"),
        Tree(17.5, 28.8, 5.5, 2.1, "palm"),
        Lamp(-6, 31.6, 8, -2.6),
        Lamp(26, 28.6, 8, -0.3),
        Lamp(-40, 32, 8, 0.3),
        *[p for y in (31.0,) for p in parts.power(13, y, y + 60, 29)],
        Pole(-19, 33, 3.4, "sign"),
        Panel(0.5, 33.5, 12, 32.8, 0, 1.5, "bars", (70, 76, 70)),
        Panel(-60, 38.5, -21, 36.5, 0, 1.8, "wall", (198, 192, 178)),
    )


def tee() -> Street:
    """Bantaran - LA Sucipto: a side road comes in from the left; houses and a mosque behind."""
    main: tuple[Point, ...] = ((-120, 29), (-20, 25), (30, 23), (130, 12))
    side: tuple[Point, ...] = ((-12, 26), (-13, 60), (-24, 140))
    routes = [
        *parts.both_ways(main, 16, 2.6, 8),
        Route(((-27, 140), (-15.6, 60), (-14.6, 34), (-22, 27.8), (-120, 31.4)), 5, 6.5),
        Route(
            ((130, 9.4), (30, 20.4), (-2, 22), (-10, 28), (-10.4, 60), (-21, 140)), 6, 6.5, "bikes"
        ),
        *parts.walkers(((-120, 36), (-22, 32.6), (-18, 60)), 2),
        *parts.walkers(((-60, 20), (30, 16.6), (90, 10)), 3),
    ]
    return Street(
        "tee",
        Lens(7.0, 13.5, 60, -3),
        Land(
            (Strip(main, 10.5), Strip(side, 8.5)),
            verge="grass",
            pavement_m=2.0,
            corner_m=6,
            quiet=((-12, 27, 10),),
            zebras=(Zebra((4, 18.2), (4.6, 29.6)),),
            patches=(Patch(((-3, 33), (40, 29), (40, 60), (-3, 60)), "concrete"),),
        ),
        _tee_things(),
        (Parked("hatch", 24, 31, 85, 4), Parked("angkot", 8, 29.4, 275)),
        tuple(routes),
        sun_deg=205,
        spots=Spots(((-4, 31), (10, 30)), (3, 24.4), (15, 31.5, 1.6)),
    )


def _arc(centre: Point, radius: float, start: float, end: float) -> list[Point]:
    """Points clockwise from start to end degrees (0 is +y): the way round in left-hand traffic."""
    steps = max(3, round(abs(end - start) / 20))
    return [
        (
            centre[0] + radius * math.sin(math.radians(start + (end - start) * k / steps)),
            centre[1] + radius * math.cos(math.radians(start + (end - start) * k / steps)),
        )
        for k in range(steps + 1)
    ]


def _round(centre: Point, radius: float, enter: float, leave: float, rate: float) -> Route:
    """Enter on the arm at bearing `enter`, leave on `leave`, clockwise."""
    turn = (leave - enter) % 360 or 360
    circle = _arc(centre, radius, enter + 22, enter + turn - 22)

    def arm(bearing: float, left: float) -> list[Point]:
        c, s = math.cos(math.radians(bearing)), math.sin(math.radians(bearing))
        return [
            (centre[0] + s * r + c * left, centre[1] + c * r - s * left) for r in (110, radius + 9)
        ]

    points = [*arm(enter, 2.6), *circle, *reversed(arm(leave, -2.6))]
    return Route(tuple(points), rate, 6.8, "street")


def roundabout() -> Street:
    """Bundaran Ciliwung: a green island, four arms, offices around."""
    centre: Point = (2, 34)
    arms = (10.0, 95.0, 178.0, 272.0)
    roads: list[Strip | Ring] = [Ring(centre, 8.5, 17.5)]
    for bearing in arms:
        s, c = math.sin(math.radians(bearing)), math.cos(math.radians(bearing))
        roads.append(
            Strip(
                (
                    (centre[0] + s * 13, centre[1] + c * 13),
                    (centre[0] + s * 130, centre[1] + c * 130),
                ),
                10.5,
                "double",
            )
        )
    ways = [(a, b) for a in arms for b in arms if a != b]
    routes = [_round(centre, 13.2, a, b, 3.6) for a, b in ways]
    routes += parts.walkers(((-70, 26), (-16, 22), (-10, 15), (-7, 4)), 2)
    return Street(
        "roundabout",
        Lens(9.5, 19, 74, -2),
        Land(tuple(roads), verge="grass", corner_m=5, pavement_m=2.4, quiet=((*centre, 21),)),
        (
            Column(2, 34, 3.2, 0.9, colour=(160, 158, 150)),
            Column(2, 34, 0.9, 7.5, 0.35, 0.9, (208, 204, 194)),
            Tree(-2.5, 36.5, 2.0, 1.5, "bush"),
            Tree(6.5, 36, 2.2, 1.6, "bush"),
            Tree(2.0, 29.4, 1.4, 1.3, "bush"),
            Tree(-3.2, 31.5, 4.6, 1.7, "palm"),
            Tree(7.0, 31.5, 5.0, 1.8, "palm"),
            *parts.backs(-66, -12, 62, 21, 2),
            *parts.backs(22, 84, 60, 25, 3),
            *parts.shops(24, 0, 24, 31, left=False),
            House(-52, 4, 22, 18, 7, Facade((216, 208, 190), 2, 4, "windows"), "hip"),
            *[Tree(x, 55 + (x % 5), 8, 3.2) for x in (-44, -33, -22, 22, 31, 43)],
            Tree(-21, 15, 6, 2.6),
            Tree(20, 15.5, 7, 2.6),
            Lamp(-11, 51, 9, 2.6),
            Lamp(17.5, 49, 9, -2.6),
            Lamp(-17.5, 24, 9, 3),
            Lamp(21, 22, 9, -3),
            *parts.power(-25, 47, 140, 30),
            Pole(-9.5, 16, 3.2, "sign"),
            Panel(24, 55, 35, 55, 3.5, 7.5, "hoarding", (178, 60, 40), "PEMILU AMAN"),
        ),
        (),
        tuple(routes),
        sun_deg=140,
        spots=Spots(((-10, 13.5), (8, 13.5)), (-9, 24), (-13, 52, 2.2)),
    )


def _monument_things() -> tuple[Thing, ...]:
    return (
        Column(-3, 36, 2.4, 1.6, colour=(150, 148, 142)),
        Column(-3, 36, 1.2, 14.0, 0.35, 1.6, (196, 194, 186)),
        House(
            -30,
            76,
            50,
            16,
            9,
            Facade((236, 234, 226), 2, 3.6, "arcade", grime=0.6),
            "hip",
            (132, 70, 50),
        ),
        House(
            -13,
            71,
            16,
            7,
            12,
            Facade((240, 238, 230), 3, 3.6, "arcade", "BALAI KOTA", (222, 218, 206)),
            "gable",
            (132, 70, 50),
        ),
        *[Tree(x, 67, 9.5, 3.8) for x in (-52, -43, -34, 22, 31, 40)],
        *[
            Tree(-3 + 16 * math.sin(a), 36 + 16 * math.cos(a), 1.6, 1.2, "bush")
            for a in (0.4, 1.2, 2.2, 2.9, 3.7, 4.4, 5.2, 5.9)
        ],
        *parts.backs(48, 90, 66, 5, 2),
        *parts.backs(-110, -62, 64, 6, 2),
        Tree(29, 31, 10, 4.2),
        Tree(-36, 28, 10, 4.2),
        Tree(18, 8.5, 6, 2.4),
        *[
            Lamp(-3 + 17.5 * math.sin(a), 36 + 17.5 * math.cos(a), 6, 0.8)
            for a in (0.8, 2.4, 3.9, 5.5)
        ],
        Lamp(-20, 9.5, 8, 2.0),
        Lamp(18, 12, 8, -1.0),
        Pole(-7, 70, 11, "flag"),
    )


def monument() -> Street:
    """Alun-alun Tugu: the pond and the monument inside a wide ring, the town hall behind."""
    centre: Point = (-3, 36)
    ring = Ring(centre, 19, 27)
    roads: list[Strip | Ring] = [ring]
    for bearing in (62.0, 292.0, 190.0):
        s, c = math.sin(math.radians(bearing)), math.cos(math.radians(bearing))
        roads.append(
            Strip(
                (
                    (centre[0] + s * 23, centre[1] + c * 23),
                    (centre[0] + s * 130, centre[1] + c * 130),
                ),
                10,
                "dash",
            )
        )
    pond = tuple(_arc(centre, 10.5, 0, 360))
    lawn = tuple(_arc(centre, 18.6, 0, 360))
    path = tuple(_arc(centre, 13.0, 0, 360))
    routes = [
        _round(centre, 23.4, a, b, 5)
        for a in (62.0, 292.0, 190.0)
        for b in (62.0, 292.0, 190.0)
        if a != b
    ]
    routes.append(Route(tuple(_arc(centre, 12, 200, 540)), 2, 1.1, "people", spread_m=0.4))
    routes += parts.walkers(((-60, 8), (-20, 8.5), (2, 6.2), (30, 9), (60, 18)), 3)
    return Street(
        "monument",
        Lens(10.5, 17, 76, 4),
        Land(
            tuple(roads),
            verge="tile",
            corner_m=5,
            quiet=((*centre, 31),),
            patches=(
                Patch(lawn, "grass", True),
                Patch(path, "tile", True),
                Patch(pond, "water", True),
            ),
        ),
        _monument_things(),
        (),
        tuple(routes),
        sun_deg=215,
        spots=Spots(((-14, 12.5), (10, 12.5)), (16, 19), (9, 65, 2.4)),
    )
