"""Roads seen along their length: one-way avenue, heritage street, bridge, warehouses, alley."""

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
    Zebra,
)
from command_center.exercise.cameras.lens import Lens, Point
from command_center.exercise.cameras.streets import parts


def _avenue_things() -> tuple[Thing, ...]:
    return (
        *parts.trees(-10.8, 14, 120, 11, 3, 11),
        *parts.trees(7.4, 24, 120, 13, 7, 10),
        House(
            18,
            46,
            44,
            16,
            8.5,
            Facade((238, 236, 230), 2, 3.4, "arcade", grime=0.5),
            "hip",
            (138, 74, 52),
        ),
        House(
            26,
            40,
            14,
            7,
            10,
            Facade((242, 240, 234), 2, 3.2, "arcade", "BALAI KOTA", (214, 208, 192)),
            "gable",
            (138, 74, 52),
        ),
        *parts.shops(21, 30, 110, 14, left=True, floors=2),
        Panel(10.5, 19, 10.5, 60, 0, 1.3, "railing", (196, 196, 190)),
        Pole(16, 29, 10, "flag"),
        *parts.lamps(-9.3, 18, 120, 24, 3),
        Tree(15, 22, 1.5, 1.1, "bush"),
        Tree(18, 22, 1.5, 1.1, "bush"),
        Tree(21, 22, 1.5, 1.1, "bush"),
    )


def avenue() -> Street:
    """Balai Kota: a one-way avenue under big trees, a white office with a flag on the right."""
    road: tuple[Point, ...] = ((-2, -20), (-2, 40), (-10, 150))
    lanes = [
        Route(parts.aside(road, left), 11, 8.5, "street", spread_m=1.0) for left in (3.4, 0.0, -3.4)
    ]
    return Street(
        "avenue",
        Lens(7.5, 15, 64, 6),
        Land(
            (Strip(road, 11.5, "none", 3),),
            verge="grass",
            pavement_m=3.2,
            zebras=(Zebra((-8, 23), (4, 23), 3.6),),
            patches=(Patch(((13, 18), (60, 18), (60, 44), (13, 44)), "tile"),),
        ),
        _avenue_things(),
        (
            *[Parked("mpv" if i % 2 else "hatch", 16 + i * 3.0, 34, 180, i) for i in range(6)],
            *parts.parked_bikes(-9.6, 30, 0, 0.9, 6, 92),
        ),
        (
            *lanes,
            *parts.walkers(((-10, 8), (-10, 60), (-16, 120)), 3),
            *parts.walkers(((30, 24), (5.4, 23), (-9.6, 23), (-30, 22)), 2),
        ),
        sun_deg=250,
        spots=Spots(((-8, 28), (3, 28)), (-2.5, 26), (4.6, 36, 1.3)),
    )


def _heritage_things(fronts: list[House]) -> tuple[Thing, ...]:
    return (
        *fronts,
        *parts.shops(15, 16, 120, 44, left=False, floors=2),
        *[
            Column(-4.9 + (i > 3) * 0.5, 14 + i * 9, 0.28, 0.7, colour=(120, 118, 112))
            for i in range(8)
        ],
        *[Lamp(-5.6, 16 + i * 13.0, 4.6, 0.6) for i in range(7)],
        *[Lamp(9.6, 18 + i * 13.0, 4.6, -0.6) for i in range(7)],
        *parts.trees(10.8, 22, 110, 13, 8, 6.5),
        *[Deck(10.6, 19 + i * 13, 0.6, 2.0, 0.3, 0.5, (110, 84, 60)) for i in range(5)],
        Panel(-3.6, 44, 8.8, 44, 5.6, 6.8, "banner", (178, 42, 40), "KOTA PUSAKA"),
        Pole(-5.3, 44, 7.2),
        Pole(10.4, 44, 7.2),
    )


def heritage() -> Street:
    """Kayutangan: colonial fronts, stone pavement with lamps and benches, one way towards us."""
    road: tuple[Point, ...] = ((3, 170), (3, 60), (1, 20), (-4, -20))
    lanes = [
        Route(parts.aside(road, left), 13, 6.5, "street", spread_m=1.0) for left in (-2.6, 2.4)
    ]
    fronts = [
        House(
            -9.5 + 0.5,
            20 + i * 12.5,
            12.3,
            14,
            8.2 + (i % 3) * 1.4,
            Facade(
                parts.WALLS[i % 5],
                2,
                3.1,
                "arcade" if i % 2 else "shop",
                ("TOKO OEN", "ES KRIM", "BATIK", "KOPI LAWAS", "RIDJAN", "FOTO")[i % 6],
                (96, 58, 40),
            ),
            "hip" if i % 2 else "flat",
            (140, 74, 54),
            90,
        )
        for i in range(7)
    ]
    return Street(
        "heritage",
        Lens(6.5, 14, 66, -3),
        Land(
            (Strip(road, 9.5, "none", 2),),
            verge="tile",
            pavement="tile",
            pavement_m=4.5,
            kerb="plain",
            zebras=(Zebra((-5, 30), (7, 30), 3.4),),
        ),
        _heritage_things(fronts),
        (Parked("mpv", -0.4, 54, 0, 2), *parts.parked_bikes(8.2, 33, 0, 0.85, 9, 80)),
        (
            *lanes,
            *parts.walkers(((-6.8, 4), (-6.8, 70), (-5.5, 120)), 7),
            *parts.walkers(((11.6, 8), (11.6, 60), (11, 120)), 4),
        ),
        sun_deg=120,
        mountain=False,
        spots=Spots(((-4, 20), (7, 21)), (1.6, 25), (7.4, 36, 1.2)),
    )


def bridge() -> Street:
    """Soekarno-Hatta Utara: a dual carriageway over the river, railings, palms on the banks."""
    left: tuple[Point, ...] = ((-5, -20), (-5, 60), (-5, 170))
    right: tuple[Point, ...] = ((7, 170), (7, 60), (7, -20))
    ways = [Route(parts.aside(left, o), 14, 9.5, "big", spread_m=0.9) for o in (2.2, -2.0)]
    ways += [Route(parts.aside(right, o), 14, 9.5, "big", spread_m=0.9) for o in (2.2, -2.0)]
    deep = Patch(((-120, 26), (-11.6, 26), (-11.6, 62), (-120, 70)), "water")
    deep_right = Patch(((13.6, 26), (120, 20), (120, 64), (13.6, 62)), "water")
    return Street(
        "bridge",
        Lens(9, 16, 68, 1),
        Land(
            (Strip(left, 9.0, "none", 2), Strip(right, 9.0, "none", 2)),
            verge="grass",
            pavement_m=1.7,
            corner_m=0.5,
            patches=(deep, deep_right),
        ),
        (
            Panel(-11.5, 22, -11.5, 66, 0, 1.25, "railing", (186, 190, 186)),
            Panel(13.5, 22, 13.5, 66, 0, 1.25, "railing", (186, 190, 186)),
            *[Deck(-11.9, y, 0.7, 0.7, 0, 1.7, (204, 202, 194)) for y in (21, 36, 51, 66)],
            *[Deck(13.2, y, 0.7, 0.7, 0, 1.7, (204, 202, 194)) for y in (21, 36, 51, 66)],
            *[Tree(1.0, y, 1.3, 0.9, "bush") for y in range(14, 120, 6)],
            *parts.lamps(1.0, 18, 150, 24, 3.2),
            *[
                Tree(x, y, 8, 2.6, "palm")
                for x, y in ((-20, 20), (-26, 72), (22, 70), (30, 17), (19, 84))
            ],
            *parts.trees(-17, 72, 150, 12, 17, 9),
            *parts.trees(19, 74, 150, 13, 19, 9),
            *parts.shops(26, 78, 150, 13, left=True, floors=3),
            *parts.shops(28, 78, 150, 14, left=False, floors=3),
            Panel(-24, 70, -13, 70, 5, 9, "hoarding", (40, 96, 80), "KAMPUNG TANGGUH"),
            Pole(-18.5, 70, 5.2),
        ),
        (),
        (
            *ways,
            *parts.walkers(((-10.4, 5), (-10.4, 120)), 2),
            *parts.walkers(((12.5, 5), (12.5, 120)), 2),
        ),
        sun_deg=300,
        spots=Spots(((-9, 24), (-1, 24)), (-4.5, 27), (16, 68, 2.2)),
    )


def _warehouses_things() -> tuple[Thing, ...]:
    return (
        House(
            14,
            38,
            26,
            26,
            8,
            Facade((172, 178, 178), 1, 6.5, "shutter", "GUDANG 3", (60, 66, 72), 2.0),
            "gable",
            (128, 122, 116),
            -14,
        ),
        House(
            44,
            26,
            26,
            30,
            9,
            Facade((188, 182, 168), 1, 7, "shutter", grime=2.0),
            "gable",
            (138, 110, 96),
            -14,
        ),
        House(
            -42,
            32,
            24,
            24,
            7.5,
            Facade((180, 170, 156), 1, 6, "shutter", "PABRIK TAHU", (116, 84, 44), 2.2),
            "gable",
            (136, 120, 108),
            -14,
        ),
        House(
            -22,
            62,
            20,
            20,
            7,
            Facade((196, 196, 188), 2, 5, "windows", grime=2.0),
            "gable",
            (120, 116, 112),
            -14,
        ),
        *parts.backs(26, 80, 92, 4, 1),
        Tree(-21, 30, 8, 3.2),
        Tree(14, 34, 5, 2.0),
        Tree(26, 74, 9, 3.6),
        Column(34, 76, 1.6, 19, 1.1, colour=(150, 110, 92)),
        *list(parts.power(-17.5, 16, 30, 20)),
        Pole(-9, 44, 9, "wires"),
        Pole(-1, 70, 9, "wires"),
        Lamp(0.5, 28, 8, -3),
        Lamp(9.5, 58, 8, -3),
        Lamp(18, 92, 8, -3),
        Panel(-40, 30.5, -18, 26, 0, 2.0, "wall", (176, 168, 152)),
        Panel(3.5, 27, 13, 36, 0, 1.9, "bars", (84, 88, 92)),
    )


def warehouses() -> Street:
    """Kol. Sugiono: trucks between warehouses, a dusty shoulder, cables overhead."""
    road: tuple[Point, ...] = ((-16, -20), (-8, 20), (8, 80), (22, 160))
    return Street(
        "warehouses",
        Lens(7.2, 16, 68, 3),
        Land(
            (Strip(road, 10.5, "dash", 2),),
            verge="dirt",
            pavement="dirt",
            pavement_m=2.0,
            kerb="none",
            patches=(Patch(((2, 26), (40, 20), (48, 60), (14, 62)), "concrete"),),
        ),
        _warehouses_things(),
        (
            Parked("truck", 22, 33, 250, 2),
            Parked("truck", 11, 28.5, 200, 5),
            Parked("bus", -25, 27.5, 80, 1),
            *parts.parked_bikes(30, 30, 0.9, 0.1, 5, 0),
        ),
        (
            *parts.both_ways(road, 15, 2.6, 8, mix="big"),
            *parts.walkers(((-9, -5), (-0.5, 22), (14, 76)), 2),
        ),
        sun_deg=165,
        spots=Spots(((-6, 20), (4, 24)), (-6, 25), (19, 34.5, 2.6)),
    )


def _alley_left() -> list[House]:
    return [
        House(
            -3.0 - (i % 2) * 0.5,
            7 + i * 9.5,
            9.2,
            9,
            3.4 + (i % 3) * 1.7,
            Facade(parts.WALLS[(i * 2) % 7], 1 + (i % 3 == 2), 3.0, "windows", grime=1.8),
            "gable" if i % 2 else "hip",
            (146 - 9 * (i % 3), 80, 58),
            90,
        )
        for i in range(7)
    ]


def _alley_right() -> list[House]:
    return [
        House(
            3.2 + (i % 3) * 0.4,
            17.5 + i * 9.0,
            8.7,
            9,
            3.5 + (i % 2) * 3.2,
            Facade(
                parts.WALLS[(i * 3 + 1) % 7],
                1 + i % 2,
                3.0,
                "shop" if i == 1 else "windows",
                "WARUNG" if i == 1 else "",
                (180, 60, 40),
                1.8,
            ),
            "hip" if i % 2 else "gable",
            (150, 82, 56),
            -90,
        )
        for i in range(7)
    ]


def _alley_things(left: list[House], right: list[House], wires: list[Thing]) -> tuple[Thing, ...]:
    return (
        *left,
        *right,
        *wires,
        *[
            Tree(x, y, h, c, "bush")
            for x, y, h, c in (
                (-2.6, 17, 1.1, 0.5),
                (2.9, 26, 1.2, 0.55),
                (-2.9, 34, 1.0, 0.5),
                (2.8, 12, 0.9, 0.5),
            )
        ],
        Tree(-6.5, 52, 7, 2.8),
        Tree(7, 33, 6.5, 2.4, "palm"),
        Panel(-2.8, 26, 3.0, 26, 3.3, 4.0, "banner", (206, 60, 46), "DIRGAHAYU RT 05 RW 03"),
        Lamp(-2.7, 21, 4.8, 1.4),
        Lamp(2.7, 42, 4.8, -1.4),
        Deck(2.2, 24.6, 1.0, 1.6, 0, 0.9, (112, 90, 66)),
    )


def alley() -> Street:
    """A kampung lane between houses and walls, motorcycles and children, washing and cables."""
    lane: tuple[Point, ...] = ((0, -10), (0.4, 22), (-1.8, 44), (1, 80))
    left = _alley_left()
    right = _alley_right()
    wires = parts.power(2.7, 10, 70, 15)
    return Street(
        "alley",
        Lens(5.6, 19, 74, 0),
        Land(
            (Strip(lane, 3.6, "none", 1, False),),
            verge="concrete",
            pavement="concrete",
            pavement_m=0.8,
            kerb="plain",
        ),
        _alley_things(left, right, wires),
        (
            Parked("bike0", -2.1, 13, 10, 2),
            Parked("bike0", -2.2, 30, 175, 5),
            Parked("bike0", 2.3, 20, 190, 1),
            Parked("stand", 2.1, 23.6, 250, 3),
        ),
        (
            *parts.both_ways(lane, 7, 0.8, 4.0, mix="bikes"),
            *parts.walkers(((-1.2, 2), (-1.0, 30), (-2.6, 44), (0, 75)), 6),
        ),
        sun_deg=200,
        mountain=False,
        spots=Spots(((-1.6, 18), (1.8, 18)), (0.3, 17), (1.5, 30, 0.7)),
    )
