"""Fronts of public places: KPU office, stadium, station."""

from __future__ import annotations

from command_center.exercise.cameras.layout import (
    Column,
    Deck,
    Facade,
    House,
    Lamp,
    Land,
    Panel,
    Parked,
    Patch,
    Pole,
    Route,
    Spots,
    Street,
    Strip,
    Thing,
    Tree,
)
from command_center.exercise.cameras.lens import Lens, Point
from command_center.exercise.cameras.streets import parts


def _kpu_office_things() -> tuple[Thing, ...]:
    return (
        House(
            -16,
            42,
            34,
            13,
            7.4,
            Facade((236, 228, 208), 2, 3.8, "windows", grime=0.7),
            "hip",
            (150, 76, 50),
        ),
        House(
            -5,
            37.5,
            11,
            6,
            5.0,
            Facade((240, 234, 220), 1, 3.6, "glass", "KANTOR KPU", (158, 40, 36)),
            "gable",
            (150, 76, 50),
        ),
        Panel(-24, 27.2, -5, 27.2, 0, 2.1, "bars", (44, 48, 52)),
        Panel(6, 27.6, 26, 28.2, 0, 2.1, "bars", (44, 48, 52)),
        Panel(-5, 27.2, 0.4, 27.4, 0, 1.9, "bars", (66, 70, 76)),
        Deck(-5.6, 26.9, 0.8, 0.8, 0, 2.7, (214, 208, 196)),
        Deck(5.6, 27.1, 0.8, 0.8, 0, 2.7, (214, 208, 196)),
        Panel(8.5, 27.3, 17, 27.5, 0.5, 1.9, "banner", (224, 220, 208), "PEMILU DAMAI"),
        Panel(-19.5, 26.9, -11, 26.9, 0.5, 1.9, "banner", (196, 62, 44), "AYO MEMILIH"),
        Pole(8, 33, 10, "flag"),
        Tree(-14, 31, 7, 2.6),
        Tree(-20, 36, 9, 3.4),
        Tree(19, 33, 8, 3.0),
        Tree(13.5, 37, 5, 2.0, "palm"),
        Tree(-9, 35, 1.4, 1.0, "bush"),
        Tree(-11.5, 35, 1.4, 1.0, "bush"),
        Tree(10, 35.5, 1.4, 1.0, "bush"),
        *parts.backs(26, 80, 34, 9, 2),
        *parts.backs(-74, -26, 33, 15, 2),
        Lamp(-9.5, 23.6, 8, -0.4),
        Lamp(14, 24.4, 8, -0.4),
        Lamp(-34, 23.4, 8, -0.4),
        Lamp(2, 33, 6, 0.8),
        *list(parts.power(20.5, 25.4, 60, 26)),
        Tree(-12, 9.2, 1.2, 1.0, "bush"),
        Tree(9.4, 9.4, 1.2, 1.0, "bush"),
    )


def kpu_office() -> Street:
    """Jl. Bantaran: the fenced KPU office across the road; a crowd gathers at its gate."""
    road: tuple[Point, ...] = ((-120, 17), (0, 17.5), (120, 22))
    routes = [
        *parts.both_ways(road, 14, 2.2, 7.5),
        *parts.walkers(((-60, 24), (0, 24), (60, 26.5)), 3),
        *parts.walkers(((-60, 10.6), (0, 10.8), (60, 13)), 2),
    ]
    return Street(
        "kpu_office",
        Lens(7.2, 15.5, 62, -1),
        Land(
            (Strip(road, 9.5, "dash", 2),),
            verge="grass",
            pavement_m=3.4,
            patches=(
                Patch(((-20, 27.4), (24, 28.2), (24, 42), (-20, 42)), "tile"),
                Patch(((-5, 21), (6, 21.4), (6, 30), (-5, 30)), "concrete"),
            ),
        ),
        _kpu_office_things(),
        (
            Parked("mpv", 11, 31.5, 265, 1),
            Parked("mpv", 16, 31.7, 268, 3),
            Parked("hatch", -12, 32.6, 90, 0),
            Parked("stand", 1.8, 28.6, 180, 2),
            Parked("stand", 3.4, 28.9, 190, 5),
        ),
        tuple(routes),
        sun_deg=220,
        spots=Spots(((-11, 25.6), (10, 25.8)), (2, 18), (9, 26, 1.7)),
    )


def _stadium_things(wall: list[House]) -> tuple[Thing, ...]:
    return (
        *wall,
        Pole(-34, 62, 30, "floodlight", (150, 152, 152)),
        Pole(37, 62, 30, "floodlight", (150, 152, 152)),
        *[
            Deck(-11 + i * 5.5, 36, 2.6, 2.2, 0, 2.9, (198, 70, 52) if i % 2 else (60, 96, 150))
            for i in range(5)
        ],
        *[
            Panel(-8.4 + i * 5.5, 37, -5.6 + i * 5.5, 37, 0, 1.8, "bars", (60, 64, 70))
            for i in range(4)
        ],
        Panel(-40, 36, -11, 36, 0, 1.9, "bars", (66, 70, 74)),
        Panel(13.6, 36, 44, 36, 0, 1.9, "bars", (66, 70, 74)),
        *[Tree(x, 40, 8, 3.0) for x in (-36, -27, -18, 19, 28, 37)],
        *[Pole(x, 27, 7, "flag") for x in (-14, -7, 7, 14)],
        Lamp(-18, 20.4, 8, -0.5),
        Lamp(16, 21, 8, -0.5),
        Lamp(0, 31, 8, 1.6),
        Tree(-24, 22.5, 5, 2, "palm"),
        Tree(25, 24, 5, 2, "palm"),
        Deck(18.5, 24, 2.4, 1.4, 1.9, 2.05, (60, 110, 170)),
        Deck(18.9, 24.2, 1.6, 0.9, 0, 1.0, (190, 184, 170)),
    )


def stadium() -> Street:
    """Gajayana: the curved stand with flood lights behind a forecourt and ticket gates."""
    wall = [
        House(
            -46 + i * 11.5,
            44 + abs(i - 4) ** 1.6 * 0.9,
            11.6,
            12,
            11,
            Facade(
                (206, 202, 192),
                2,
                2.9,
                "arcade",
                ("", "", "", "GAJAYANA", "STADION", "", "", "")[i],
                (42, 86, 150),
                1.4,
            ),
            "flat",
        )
        for i in range(8)
    ]
    road: tuple[Point, ...] = ((-110, 13), (0, 14), (110, 18))
    return Street(
        "stadium",
        Lens(9.0, 17, 72, 0),
        Land(
            (Strip(road, 9, "dash", 2),),
            verge="tile",
            pavement="block",
            pavement_m=3,
            patches=(
                Patch(((-60, 36), (-12, 34), (-12, 43), (-60, 48)), "grass"),
                Patch(((14, 34), (60, 36), (60, 48), (14, 43)), "grass"),
            ),
        ),
        _stadium_things(wall),
        (
            *parts.parked_bikes(-32, 27, 0.85, 0.05, 16, 0),
            *parts.parked_bikes(-32, 30, 0.85, 0.05, 14, 180),
            Parked("stand", 20, 23.2, 0, 4),
            Parked("bus", 27, 30, 265, 1),
        ),
        (
            *parts.both_ways(road, 13, 2.2, 7.5),
            *parts.walkers(((-50, 21), (-8, 24), (0, 34)), 8),
            *parts.walkers(((50, 24), (10, 25), (3, 34)), 6),
            *parts.walkers(((-60, 33), (60, 33)), 4),
        ),
        sun_deg=240,
        mountain=False,
        spots=Spots(((-11, 30.4), (10, 30.4)), (-4, 14.5), (3.5, 31, 1.6)),
    )


def _station_things() -> tuple[Thing, ...]:
    return (
        House(
            -42,
            42,
            88,
            12,
            6.5,
            Facade((238, 236, 228), 1, 4.2, "windows", grime=0.6),
            "hip",
            (128, 70, 52),
        ),
        House(
            -12,
            38,
            26,
            10,
            9.5,
            Facade((242, 240, 234), 2, 4.2, "glass", "STASIUN KOTA", (40, 70, 130)),
            "gable",
            (128, 70, 52),
        ),
        Deck(-15, 33.5, 32, 5.0, 3.6, 4.0, (206, 206, 200)),
        *[Column(-14 + i * 5.0, 34, 0.25, 3.6, colour=(226, 224, 216)) for i in range(7)],
        *[Tree(x, 21, 6.0, 2.2, "palm") for x in (-5, 1.5, 8)],
        *[Tree(x, 22, 1.2, 1.0, "bush") for x in (-3, 3.5, 6)],
        Tree(-32, 33, 9, 3.6),
        Tree(34, 33, 9, 3.8),
        Tree(-44, 34, 9, 3.6),
        Tree(46, 34, 9, 3.4),
        Lamp(-12, 24, 7, -2),
        Lamp(14, 24, 7, 2),
        Lamp(-30, 18, 8, 0.4),
        Lamp(33, 17, 8, 0.4),
        Pole(2, 19, 9, "flag"),
        Pole(-19.5, 19, 3, "sign"),
        Panel(20, 36, 40, 36, 0, 1.6, "railing", (150, 152, 150)),
    )


def station() -> Street:
    """Kota Baru: the long white station with its porch, a loop for cars and a row of taxis."""
    loop: tuple[Point, ...] = (
        (-110, 13),
        (-24, 15),
        (-16, 25),
        (0, 30),
        (18, 25),
        (26, 14),
        (110, 11),
    )
    street: tuple[Point, ...] = ((-110, 12), (0, 12), (110, 11))
    return Street(
        "station",
        Lens(7.8, 17, 70, 3),
        Land(
            (
                Strip(street, 9, "dash", 2),
                Strip(((-24, 14), (-16, 25), (0, 30), (18, 25), (26, 13)), 6.5, "none", 1),
            ),
            verge="tile",
            pavement="tile",
            pavement_m=2.2,
            corner_m=4,
            quiet=((-24, 13, 7), (26, 13, 7)),
            patches=(Patch(((-10, 18), (12, 18), (9, 24), (0, 26), (-8, 24)), "grass"),),
        ),
        _station_things(),
        (
            *[
                Parked("hatch" if i % 2 else "mpv", -24 + i * 2.9, 35.2, 180, (0, 1, 6, 0)[i % 4])
                for i in range(4)
            ],
            *[Parked("angkot", 20.5 + i * 3.2, 29 - i * 0.7, 200) for i in range(4)],
            *parts.parked_bikes(27, 33.5, 0.85, 0, 12, 0),
        ),
        (
            *parts.both_ways(street, 12, 2.2, 7.5),
            Route(parts.aside(loop, 0.4), 6, 5.0, "slow", spread_m=0.6),
            *parts.walkers(((-30, 36), (0, 35.4), (30, 36)), 7),
            *parts.walkers(((-20, 17.6), (-2, 27), (0, 36)), 4),
        ),
        sun_deg=135,
        spots=Spots(((-12, 33), (14, 33)), (-3, 13.5), (21, 31.5, 1.6)),
    )
