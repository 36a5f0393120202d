"""usage: python -m tests.benchmarks NAME

Prints one JSON object a line, each figure as soon as it is known; docs/benchmarks.md tells what
they mean.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from tests.benchmarks.cold_window import cold_window
from tests.benchmarks.executor_rate import executor_rate
from tests.benchmarks.figure import Figure
from tests.benchmarks.room_lag import room_lag
from tests.benchmarks.soak import soak

BENCHES: dict[str, tuple[Callable[[], Iterable[Figure]], ...]] = {
    "room": (room_lag, executor_rate, cold_window),
    "room-soak": (soak,),
}


def main() -> int:
    names = sys.argv[1:]
    if len(names) != 1 or names[0] not in BENCHES:
        print(f"{__doc__}\nNAME is one of: {' '.join(BENCHES)}", file=sys.stderr)
        return 2
    for bench in BENCHES[names[0]]:
        for figure in bench():
            print(figure.line(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
