"""usage: python -m tests.chaos.sources_day [SECONDS] [SEED] [DATABASE_URL]

A simulated day of every system of the city, each killed and revived once. Prints what became of
everything said and told; exit status 1 if anything is unaccounted for. DATABASE_URL: an empty one,
a file of its own without.
"""

from __future__ import annotations

import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks.day_account import Account
from tests.benchmarks.sources_day import Plan, live_a_day

SHOWN = 20


def main() -> int:
    given = sys.argv[1:]
    if any(word.startswith("-") for word in given) or len(given) > 3:
        sys.stderr.write(__doc__ or "")
        return 2
    seconds = float(given[0]) if given else 300.0
    plan = Plan(seconds, seed=int(given[1]) if len(given) > 1 else 1)
    if len(given) > 2:
        return report(live_a_day(given[2], plan))
    with tempfile.TemporaryDirectory() as folder:
        return report(live_a_day(f"sqlite:///{Path(folder) / 'day.db'}", plan))


def report(told: Account) -> int:
    for name, value in asdict(told).items():
        shown = f"{len(value)} {value[:SHOWN]}" if isinstance(value, list) else value
        sys.stdout.write(f"{name:12} {shown}\n")
    sys.stdout.write("accounted for\n" if told.good else "NOT accounted for\n")
    return 0 if told.good else 1


if __name__ == "__main__":
    sys.exit(main())
