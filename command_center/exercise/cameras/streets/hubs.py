"""Places that people stream through: bus terminal, market, campus gate."""

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
    Pole,
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


def _terminal_things() -> tuple[Thing, ...]:
    return (
        Deck(-40, 46, 80, 9, 4.8, 5.3, (128, 148, 158)),
        *[Column(-36 + i * 8.0, 47, 0.25, 4.8, colour=(190, 190, 184)) for i in range(10)],
        House(
            -42,
            55,
            84,
            12,
            8.5,
            Facade((210, 214, 212), 2, 4.4, "glass", "TERMINAL KOTA", (30, 84, 120)),
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
        _terminal_things(),
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
        spots=Spots(((-4, 29), (16, 29)), (2, 21), (10, 33, 1.8)),
    )


def _market_things(posts: list[Pole], stalls: list[Deck]) -> tuple[Thing, ...]:
    return (
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
            Facade((206, 214, 200), 3, 4, "shutter", "PASAR KOTA", (30, 104, 70)),
            "hip",
        ),
        *parts.power(-8.2, 14, 100, 21),
        Lamp(-4.2, 24, 7, 2),
        Lamp(4.6, 44, 7, -2),
        Lamp(-3.8, 64, 7, 2),
        Tree(7, 58, 7, 2.6),
        Panel(-5, 40, 6.4, 40, 4.6, 5.5, "banner", (214, 180, 50), "PASAR RAKYAT"),
    )


def _stalls() -> list[Deck]:
    """Tarpaulins on both sides of the lane and the tables below them."""
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
    return stalls


def market() -> Street:
    """Pasar Dinoyo: stalls under coloured tarpaulins narrow a street full of motorcycles."""
    road: tuple[Point, ...] = ((1, -10), (0, 30), (4, 110))
    stalls = _stalls()
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
        _market_things(posts, stalls),
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
        spots=Spots(((-2.6, 20), (2.8, 20)), (0.5, 19), (2.0, 38, 0.9)),
    )


def _campus_things() -> tuple[Thing, ...]:
    return (
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
        House(16, 56, 36, 14, 18.5, Facade((204, 208, 210), 5, 3.6, "glass", grime=0.7), "flat"),
        House(-7, 92, 20, 16, 22, Facade((220, 220, 216), 6, 3.2, "windows"), "hip", (140, 72, 50)),
        *parts.trees(-6.4, 38, 88, 9, 5, 7),
        *parts.trees(10.4, 38, 88, 9, 6, 7),
        *[Tree(x, 26.5, 8, 3.0) for x in (-34, -24, -14.5, 19, 29, 39)],
        Tree(-12, 36, 1.3, 1.2, "bush"),
        Tree(15, 36, 1.3, 1.2, "bush"),
        Lamp(-10, 22.6, 8, -0.4),
        Lamp(16, 23, 8, -0.4),
        Lamp(-3.6, 42, 6, 1.4),
        Lamp(7.4, 55, 6, -1.4),
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
        _campus_things(),
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
        spots=Spots(((-6, 26), (9, 26)), (-3, 17), (12, 26.5, 1.6)),
    )
