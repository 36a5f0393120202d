"""The exercise of 500 from start to end with nobody there: four scripted workstations at 20 times
real time, real HTTP, cameras and a city process; what was put in and what reached the room.

The baseline of what reached the room is what was due by the scenario's clock and conditions.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from command_center.bootstrap.exercise_unattended import run_unattended
from tests.benchmarks.figure import Figure

SCENARIO, SPEED, DESKS = "sispamkota_500", 20.0, 4
REPORT_S = 60.0


def operations_exercise() -> Iterator[Figure]:
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        url = f"sqlite:///{folder / 'exercise.db'}"
        ran = run_unattended(SCENARIO, 1, url, folder, speed=SPEED, desks=DESKS, cameras=True)
        written = sum(Path(file).stat().st_size > 0 for file in ran.files)
    due, n, s = ran.injects - ran.untriggered, ran.injects, ran.seconds
    yield Figure("operations", "exercise_injects_there", ran.there, "injects", "higher", n, s, due,
                 1.0, by_ratio=True)  # fmt: skip
    yield Figure("operations", "exercise_injects_lost", ran.lost, "injects", "lower", n, s, None, 0)
    yield Figure("operations", "exercise_acts", ran.done, "acts", "higher", DESKS, s)
    yield Figure("operations", "exercise_acts_refused", ran.refused, "acts", "lower", DESKS, s)
    yield Figure(
        "operations", "exercise_reports_written", written, "files", "higher", 2, s, None, 2
    )
    yield Figure("operations", "exercise_report", ran.report_s, "s", "lower", 1, s, None, REPORT_S)
