"""usage: python -m tests.benchmarks NAME

Prints one JSON object a line, each figure as soon as it is known; docs/benchmarks.md tells what
they mean.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

from tests.benchmarks.cold_window import cold_window
from tests.benchmarks.dispatch_board import dispatch_board
from tests.benchmarks.dispatch_duplicates import dispatch_duplicates
from tests.benchmarks.dispatch_eta import dispatch_eta
from tests.benchmarks.dispatch_keys import dispatch_keys
from tests.benchmarks.dispatch_malang import dispatch_malang
from tests.benchmarks.dispatch_painted import dispatch_painted
from tests.benchmarks.dispatch_recommend import dispatch_recommend
from tests.benchmarks.dispatch_replay import dispatch_replay
from tests.benchmarks.dispatch_room import dispatch_room
from tests.benchmarks.dispatch_triage import dispatch_triage
from tests.benchmarks.dispatch_truth import dispatch_truth
from tests.benchmarks.dispatch_week import dispatch_week
from tests.benchmarks.executor_rate import executor_rate
from tests.benchmarks.exercise_soak import exercise_soak
from tests.benchmarks.figure import Figure
from tests.benchmarks.figures_history import figures_history
from tests.benchmarks.install_again import install_again
from tests.benchmarks.install_handbook import install_handbook
from tests.benchmarks.install_size import install_size
from tests.benchmarks.install_updates import install_updates
from tests.benchmarks.install_window import install_window
from tests.benchmarks.operations_allocation import operations_allocation
from tests.benchmarks.operations_city import operations_city
from tests.benchmarks.operations_early import operations_early
from tests.benchmarks.operations_election_day import operations_election_day
from tests.benchmarks.operations_exercise import operations_exercise
from tests.benchmarks.operations_levels import operations_levels
from tests.benchmarks.operations_map import operations_map
from tests.benchmarks.operations_map_layers import operations_map_layers
from tests.benchmarks.operations_replay import operations_replay
from tests.benchmarks.room_lag import room_lag
from tests.benchmarks.shift_hold import shift_hold
from tests.benchmarks.shift_report import shift_report
from tests.benchmarks.shift_told import shift_told
from tests.benchmarks.shift_week import shift_week
from tests.benchmarks.soak import soak
from tests.benchmarks.sources_attacks import sources_attacks
from tests.benchmarks.sources_day import sources_day
from tests.benchmarks.sources_gateway import sources_gateway
from tests.benchmarks.sources_window import sources_window
from tests.benchmarks.truth_failover import truth_failover
from tests.benchmarks.truth_faults import faults
from tests.benchmarks.truth_history import history
from tests.benchmarks.truth_load import load, throughput
from tests.benchmarks.truth_outages import outages
from tests.benchmarks.truth_painted import painted
from tests.benchmarks.truth_scale import truth_scale
from tests.benchmarks.wall_cpu import wall_cpu
from tests.benchmarks.wall_evidence import wall_evidence
from tests.benchmarks.wall_eyes import wall_eyes
from tests.benchmarks.wall_faults import wall_faults
from tests.benchmarks.wall_hls import wall_hls
from tests.benchmarks.wall_kept import wall_kept
from tests.benchmarks.wall_live import wall_live, wall_opening
from tests.benchmarks.wall_soak import wall_soak

BENCHES: dict[str, tuple[Callable[[], Iterable[Figure]], ...]] = {
    "room": (room_lag, executor_rate, cold_window),
    "room-soak": (soak,),
    "wall": (
        wall_cpu,
        wall_live,
        wall_opening,
        wall_faults,
        wall_hls,
        wall_evidence,
        wall_kept,
        wall_eyes,
    ),
    "wall-soak": (wall_soak,),
    "sources": (sources_attacks, sources_gateway, sources_window, sources_day),
    "dispatch": (
        dispatch_duplicates,
        dispatch_eta,
        dispatch_recommend,
        dispatch_room,
        dispatch_replay,
        dispatch_malang,
        dispatch_week,
        dispatch_painted,
        dispatch_triage,
        dispatch_board,
        dispatch_keys,
        figures_history,
        dispatch_truth,
    ),
    "operations": (
        operations_city,
        operations_early,
        operations_levels,
        operations_map,
        operations_map_layers,
        operations_allocation,
        operations_election_day,
        operations_replay,
        operations_exercise,
    ),
    "exercise-soak": (exercise_soak,),
    "install": (install_size, install_window, install_again, install_updates, install_handbook),
    "shift": (shift_week, shift_report, shift_hold, shift_told),
    "truth": (
        painted,
        load,
        throughput,
        outages,
        history,
        truth_scale,
        truth_failover,
        faults,
    ),
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
