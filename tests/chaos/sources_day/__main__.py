"""usage: python -m tests.chaos.sources_day [SECONDS] [SEED] [DATABASE]

A simulated day of every system of the city, each a process of its own that is killed (SIGKILL) and
revived once. Prints what became of everything said and told, by system; exit status 1 if anything
is unaccounted for. DATABASE: the URL of an empty one, or `postgresql` for a server of this run's
own; without it a file of this run's own.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.chaos.sources_day.day import Plan, live_a_day
from tests.chaos.sources_day.table import report
from tests.postgres import running_server

SECONDS = 300.0


def main() -> int:
    given = sys.argv[1:]
    if any(word.startswith("-") for word in given) or len(given) > 3:
        sys.stderr.write(__doc__ or "")
        return 2
    plan = Plan(
        seconds=float(given[0]) if given else SECONDS,
        seed=int(given[1]) if len(given) > 1 else 1,
    )
    with _database(given[2] if len(given) > 2 else "") as url:
        told = live_a_day(url, plan)
    sys.stdout.writelines(f"{line}\n" for line in report(told))
    return 0 if told.good else 1


@contextmanager
def _database(asked: str) -> Iterator[str]:
    if asked == "postgresql":
        with running_server(fsync=True) as server:
            assert server is not None, "PostgreSQL is not installed"
            yield server.url(server.new_database())
    elif asked:
        yield asked
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite:///{Path(folder) / 'day.db'}"


if __name__ == "__main__":
    sys.exit(main())
