"""Made-up histories: an even city whose incidents come by chance."""

from dataclasses import replace

import numpy as np

from command_center.advice.early_warning.plan import Plan, Stream, shipped_plan
from command_center.advice.early_warning.watch import Card
from command_center.advice.early_warning.zones import Zones, zones_of

DAY_S = 86_400.0
BEGIN_S = 1_700_000_000.0
SIDE = 5
POINTS = {
    f"k{row}{column}": (row * 0.01, column * 0.01) for row in range(SIDE) for column in range(SIDE)
}
PLAN: Plan = replace(
    shipped_plan(),
    streams=(
        Stream("all", "semua", "all", frozenset()),
        Stream("violence", "kekerasan", "violence", frozenset({"tawuran"}), 5.0),
    ),
)


def zones() -> Zones:
    return zones_of(POINTS, PLAN.neighbours)


def history(days: float, a_day: float = 40.0, seed: int = 1) -> list[Card]:
    """Spread evenly over the city and the day; every eighth is a brawl."""
    drawn = np.random.default_rng(seed)
    count = int(days * a_day)
    times = np.sort(BEGIN_S + drawn.random(count) * days * DAY_S)
    codes = drawn.choice(sorted(POINTS), count)
    kinds = drawn.choice(["tawuran", "pencurian"], count, p=[1 / 8, 7 / 8])
    return [
        Card(f"h{n}", float(at), str(code), str(kind))
        for n, (at, code, kind) in enumerate(zip(times, codes, kinds, strict=True))
    ]


def cluster(
    begin_s: float, count: int, areas: tuple[str, ...], kind: str = "tawuran", gap_s: float = 600.0
) -> list[Card]:
    return [Card(f"c{n}", begin_s + n * gap_s, areas[n % len(areas)], kind) for n in range(count)]
