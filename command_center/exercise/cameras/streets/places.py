"""Fronts of public places: KPU office, stadium, station, terminal, market, campus, square."""

from __future__ import annotations

from command_center.exercise.cameras.layout import (
    Colour,
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
    Tree,
    Zebra,
)
from command_center.exercise.cameras.lens import Lens, Point
from command_center.exercise.cameras.streets import parts


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
        (
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
                Facade((240, 234, 220), 1, 3.6, "glass", "KPU KOTA MALANG", (158, 40, 36)),
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
        ),
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
        (
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
        ),
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
        spots=Spots(((-10, 31), (10, 31)), (-4, 14.5), (0, 70, 6)),
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
        (
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
                Facade((242, 240, 234), 2, 4.2, "glass", "STASIUN MALANG", (40, 70, 130)),
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
        ),
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
        spots=Spots(((-12, 33), (14, 33)), (-3, 13.5), (40, 62, 4)),
    )


def terminal() -> Street:
    """Arjosari: buses in slanted bays under long canopies, people with bags between them."""
    bays = [Parked("bus", -24 + i * 6.2, 38, 152, i) for i in range(7) if i not in (2, 5)]
    drive: tuple[Point, ...] = ((-90, 24), (-20, 23), (30, 22), (90, 24))
    return Street(
        "terminal",
        Lens(9.5, 20, 72, 0),
        Land(
            (Strip(drive, 12, "none", 1, False),),
            verge="concrete",
            pavement="concrete",
            pavement_m=1.0,
            kerb="plain",
            zebras=(Zebra((-6, 16.4), (-6, 29.6), 3), Zebra((14, 15.8), (14, 28.8), 3)),
            lines=tuple(
                parts.stop_line((-27 + i * 6.2, 46), (-20.5 + i * 6.2, 31)) for i in range(9)
            ),
        ),
        (
            Deck(-40, 46, 80, 9, 4.8, 5.3, (128, 148, 158)),
            *[Column(-36 + i * 8.0, 47, 0.25, 4.8, colour=(190, 190, 184)) for i in range(10)],
            House(
                -42,
                55,
                84,
                12,
                8.5,
                Facade((210, 214, 212), 2, 4.4, "glass", "TERMINAL ARJOSARI", (30, 84, 120)),
                "flat",
            ),
            Deck(-34, 8.2, 24, 3.4, 3.2, 3.5, (150, 92, 62)),
            *[Column(-33 + i * 5.5, 9.6, 0.16, 3.2, colour=(150, 150, 146)) for i in range(5)],
            *[Deck(-32 + i * 5, 10.2, 3, 0.6, 0, 0.5, (96, 100, 104)) for i in range(4)],
            Tree(24, 12, 6, 2.4),
            Tree(33, 14, 7, 2.8),
            Tree(48, 44, 10, 4),
            Tree(-50, 44, 10, 4),
            Lamp(-14, 30.6, 9, 0.4),
            Lamp(8, 30.4, 9, 0.4),
            Lamp(28, 30.2, 9, 0.4),
            Lamp(-34, 30.8, 9, 0.4),
            Pole(18, 14.6, 3.4, "sign"),
            Panel(-8, 45.8, 8, 45.8, 5.5, 7.0, "hoarding", (30, 84, 120), "KEBERANGKATAN"),
        ),
        (
            *bays,
            *[Parked("angkot", 19 + i * 3.4, 10.4, 20) for i in range(4)],
            Parked("stand", -20, 12.6, 20, 3),
            Parked("stand", -17.4, 12.4, 340, 7),
            Parked("stand", -14, 12.8, 10, 9),
        ),
        (
            Route(parts.aside(drive, 2.6), 5, 4.2, "bus"),
            Route(parts.aside(tuple(reversed(drive)), 2.6), 6, 4.6, "slow"),
            *parts.walkers(((-50, 31.4), (50, 30.4)), 8),
            *parts.walkers(((-6, 8), (-6, 30), (-9, 46)), 6),
            *parts.walkers(((14, 8), (14, 30), (12, 46)), 5),
        ),
        sun_deg=200,
        spots=Spots(((-4, 29), (16, 29)), (2, 21), (40, 74, 5)),
    )


def market() -> Street:
    """Pasar Dinoyo: stalls under coloured tarpaulins narrow a street full of motorcycles."""
    road: tuple[Point, ...] = ((1, -10), (0, 30), (4, 110))
    cloth: tuple[Colour, ...] = (
        (48, 96, 160),
        (206, 110, 44),
        (60, 124, 84),
        (196, 60, 54),
        (208, 196, 150),
    )
    stalls: list[Deck] = []
    for i in range(10):
        for x, wide in ((-7.4, 3.2), (3.9, 3.0)):
            y = 12 + i * 5.2 + (x > 0) * 1.9
            lean = y * 0.02 if y > 30 else 0
            stalls.append(
                Deck(
                    x + lean,
                    y,
                    wide,
                    3.9,
                    2.3 + i % 3 * 0.15,
                    2.42 + i % 3 * 0.15,
                    cloth[(i * 2 + (x > 0)) % 5],
                )
            )
            stalls.append(
                Deck(
                    x + lean + 0.4,
                    y + 0.4,
                    wide - 0.9,
                    2.6,
                    0,
                    0.85,
                    cloth[(i + 3) % 5] if i % 2 else (140, 112, 80),
                )
            )
    posts = [Pole(d.x + s, d.y, 2.4) for d in stalls[::2] for s in (0.1, d.width_m - 0.1)]
    sellers = [
        Parked(
            "stand",
            d.x + (0.7 if d.x < 0 else d.width_m - 0.7),
            d.y + 3.0,
            90 if d.x < 0 else 270,
            i,
        )
        for i, d in enumerate(stalls[::2])
    ]
    return Street(
        "market",
        Lens(6.8, 19, 68, 0),
        Land(
            (Strip(road, 6.6, "none", 1, False),),
            verge="concrete",
            pavement="concrete",
            pavement_m=1.4,
            kerb="plain",
        ),
        (
            *stalls,
            *posts,
            *parts.shops(9.4, 8, 100, 22, left=True, floors=2),
            *parts.shops(8.6, 10, 60, 23, left=False, floors=2),
            House(
                12,
                62,
                34,
                24,
                11,
                Facade((206, 214, 200), 3, 4, "shutter", "PASAR DINOYO", (30, 104, 70)),
                "hip",
            ),
            *parts.power(-8.2, 14, 100, 21),
            Lamp(-4.2, 24, 7, 2),
            Lamp(4.6, 44, 7, -2),
            Lamp(-3.8, 64, 7, 2),
            Tree(7, 58, 7, 2.6),
            Panel(-5, 40, 6.4, 40, 4.6, 5.5, "banner", (214, 180, 50), "PASAR RAKYAT"),
        ),
        (
            *sellers,
            *parts.parked_bikes(3.0, 14, 0, 0.9, 5, 75),
            *parts.parked_bikes(-3.0, 33, 0, 0.9, 6, 100),
            Parked("truck", 3.6, 50, 3, 2),
        ),
        (
            *parts.both_ways(road, 12, 1.3, 4.0, mix="bikes"),
            Route(((0.2, -10), (-0.8, 30), (3.2, 110)), 1.2, 3.5, "slow"),
            *parts.walkers(((-3.1, 2), (-3.4, 40), (0, 100)), 14),
            *parts.walkers(((3.0, 2), (2.8, 40), (6.8, 100)), 12),
        ),
        sun_deg=150,
        mountain=False,
        spots=Spots(((-2.6, 20), (2.8, 20)), (0.5, 19), (26, 58, 3.5)),
    )


def campus() -> Street:
    """Jl. Veteran: the gate of a campus with its arch, lawns, and a stream of motorcycles."""
    road: tuple[Point, ...] = ((-110, 16), (0, 15), (110, 18))
    drive: tuple[Point, ...] = ((2, 15), (2, 90))
    return Street(
        "campus",
        Lens(7.6, 17, 66, 4),
        Land(
            (Strip(road, 10.5, "double", 4), Strip(drive, 9, "solid", 2)),
            verge="grass",
            pavement_m=2.8,
            corner_m=6,
            quiet=((2, 16, 11),),
            zebras=(Zebra((-4, 23.4), (8, 23.4), 2.6),),
        ),
        (
            Deck(-7.4, 31, 2.6, 2.4, 0, 7.0, (186, 160, 132)),
            Deck(8.8, 31, 2.6, 2.4, 0, 7.0, (186, 160, 132)),
            Deck(-8.4, 30.6, 20.8, 3.2, 7.0, 8.6, (206, 196, 180)),
            Panel(-7, 30.5, 11, 30.5, 7.1, 8.5, "hoarding", (40, 60, 110), "UNIVERSITAS"),
            Deck(0.2, 32, 3.4, 3.0, 0, 2.8, (222, 218, 206)),
            Panel(-36, 31.5, -7.4, 31.5, 0, 1.5, "bars", (70, 70, 74)),
            Panel(11.4, 31.5, 44, 31.5, 0, 1.5, "bars", (70, 70, 74)),
            House(
                -40,
                60,
                30,
                14,
                15,
                Facade((216, 208, 192), 4, 3.4, "windows"),
                "hip",
                (140, 72, 50),
            ),
            House(
                16, 56, 36, 14, 18.5, Facade((204, 208, 210), 5, 3.6, "glass", grime=0.7), "flat"
            ),
            House(
                -7, 92, 20, 16, 22, Facade((220, 220, 216), 6, 3.2, "windows"), "hip", (140, 72, 50)
            ),
            *parts.trees(-6.4, 38, 88, 9, 5, 7),
            *parts.trees(10.4, 38, 88, 9, 6, 7),
            *[Tree(x, 26.5, 8, 3.0) for x in (-34, -24, -14.5, 19, 29, 39)],
            Tree(-12, 36, 1.3, 1.2, "bush"),
            Tree(15, 36, 1.3, 1.2, "bush"),
            Lamp(-10, 22.6, 8, -0.4),
            Lamp(16, 23, 8, -0.4),
            Lamp(-3.6, 42, 6, 1.4),
            Lamp(7.4, 55, 6, -1.4),
        ),
        (
            *parts.parked_bikes(15, 41, 0.85, 0, 18, 0),
            Parked("stand", -1.0, 31, 180, 1),
            *parts.parked_bikes(-20, 24.6, 0.9, 0, 6, 20),
            Parked("angkot", 17, 20.6, 272),
        ),
        (
            *parts.both_ways(road, 16, 2.6, 8),
            Route(((-110, 19.4), (-16, 18.6), (-3, 20), (-0.2, 30), (-0.2, 90)), 8, 5.5, "bikes"),
            Route(((4.4, 90), (4.4, 30), (6, 21), (14, 18), (110, 20.6)), 7, 5.5, "bikes"),
            *parts.walkers(((-50, 23.4), (50, 24)), 6),
            *parts.walkers(((9, 22), (7.6, 60)), 4),
        ),
        sun_deg=230,
        spots=Spots(((-6, 26), (9, 26)), (-3, 17), (34, 82, 4)),
    )
