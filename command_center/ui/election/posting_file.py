"""The posting board as a file of the room's own folder."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from command_center.advice.criteria import Criteria
from command_center.documents.posting_table import posting_table
from command_center.domain.election import ForcePool, StationGroup
from command_center.ui.election.offer import missing
from command_center.ui.leaving import leaving_lines, leaving_path
from command_center.ui.places.file_list import write_lines
from command_center.ui.radio.words import area_text
from command_center.ui.seat import Seat


def export_posting(seat: Seat, rows: Sequence[StationGroup], table: Criteria, ending: str) -> None:
    """The plan that stands, whole. Written on another thread."""
    pools: dict[str, ForcePool] = {row.id: row for row in seat.situation.all("force_pool")}
    lines = posting_table(
        rows,
        pools,
        {row.area_code: area_text(seat.city, row.area_code) for row in rows},
        {level.code: level.label for level in table.levels},
        {row.id: missing(row, pools) for row in rows},
    )
    stamp = seat.live.now().astimezone(seat.zone).strftime("%Y%m%d-%H%M%S")
    path = leaving_path(seat, f"ploting-{stamp}{ending}")

    def written(path: Path) -> None:
        seat.notices.done("posting_exported", count=len(lines) - 1, file=str(path))

    told = leaving_lines(seat, lines)
    seat.tasks.run(partial(write_lines, path, told), written, seat.notices.failed)
