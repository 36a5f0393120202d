"""A table of hospital figures that somebody lays down: figures with their age, line by line."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from command_center.advice.hospitals import ED, ED_BEDS, ICU, figure
from command_center.bootstrap.mappings import mapping_of, shipped
from command_center.bootstrap.parsing import try_mapping
from command_center.commands.room import ConnectSource
from command_center.connectors.file_drop.keeper import FileDrop
from command_center.connectors.file_drop.taking import Desk as FileDesk
from command_center.domain.referral import Hospital
from command_center.domain.room import SourceKind
from tests.room.conftest import HandClock
from tests.room.desk import Desk

EXAMPLE = shipped("rumah_sakit").with_suffix(".csv")
HEADER = EXAMPLE.read_text(encoding="utf-8").splitlines()[0] + "\n"
RSSA, LAVALETTE = "rsud-dr-saiful-anwar", "rsu-lavalette"
WARD = "beds_available_medical_surgical"

Lay = Callable[..., None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "masuk"
    path.mkdir()
    return path


@pytest.fixture
def look(desk: Desk, folder: Path) -> Callable[[], None]:
    """Two looks into the folder, for a file is taken when it lay there unchanged."""
    kind, mapping = SourceKind.FILES, "rumah_sakit"
    desk.do(
        ConnectSource("rs", "RS", str(folder), kind=kind, mapping=mapping), act=desk.room.console
    )
    room = desk.room
    drop = FileDrop(
        FileDesk(room.lane, room.system, room.sealer(), room.clock, "live"),
        room.database.telemetry,
        mapping_of,
        lambda source, now: lambda at: False,
    )
    drop.follow({"rs": desk.look().get("source", "rs")})  # type: ignore[dict-item]

    def twice() -> None:
        drop.look()
        drop.look()

    return twice


@pytest.fixture
def lay(folder: Path, look: Callable[[], None]) -> Lay:
    def write(*lines: str, name: str = "rs.csv") -> None:
        (folder / name).write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
        look()

    return write


def known(desk: Desk, code: str) -> Hospital:
    (found,) = [one for one in desk.look().all("hospital") if code in (one.code, one.name)]
    assert isinstance(found, Hospital)
    return found


def values(desk: Desk, code: str) -> dict[str, str]:
    return {name: said[0] for name, said in known(desk, code).figures.items()}


def test_the_example_becomes_figures_each_with_its_age(
    desk: Desk, folder: Path, look: Callable[[], None], clock: HandClock
) -> None:
    shutil.copy(EXAMPLE, folder / "rs.csv")
    look()
    assert list((folder / "karantina").glob("*")) == []
    said = figure(known(desk, RSSA), ED, clock.now())
    assert said is not None
    assert (said.value, said.source, said.fresh) == ("Advisory", "rs", True)
    assert clock.now() - said.at == timedelta(minutes=30)
    beds = figure(known(desk, LAVALETTE), ICU, clock.now())
    assert beds is not None
    assert (beds.value, clock.now() - beds.at) == ("3", timedelta(minutes=15))
    assert values(desk, "Klinik Contoh") == {ED: "NotApplicable", WARD: "5"}
    clock.turn(2 * 3600)
    stale = figure(known(desk, RSSA), ED, clock.now())
    assert stale is not None
    assert not stale.fresh


def test_an_empty_cell_leaves_the_figure_and_its_age(desk: Desk, lay: Lay) -> None:
    lay(f"{RSSA};;21-11-2026 13:00;tutup;;4;1;9")
    lay(f"{RSSA};;21-11-2026 13:40;;;2;;")
    figures = known(desk, RSSA).figures
    assert values(desk, RSSA) == {ED: "Closed", ED_BEDS: "2", ICU: "1", WARD: "9"}
    assert figures[ED][1] < figures[ED_BEDS][1]
    assert figures[ICU][1] == figures[ED][1]


def test_an_older_line_covers_nothing_and_a_corrected_one_does(desk: Desk, lay: Lay) -> None:
    lay(f"{RSSA};;21-11-2026 13:40;buka;;4;;")
    lay(f"{RSSA};;21-11-2026 13:10;tutup;;9;;")
    assert values(desk, RSSA) == {ED: "Normal", ED_BEDS: "4"}
    lay(f"{RSSA};;21-11-2026 13:40;buka;;5;;")
    assert values(desk, RSSA) == {ED: "Normal", ED_BEDS: "5"}


def test_a_line_that_does_not_fit_is_refused_by_its_column_and_the_rest_stands(
    desk: Desk, lay: Lay, folder: Path
) -> None:
    lay(
        f"{RSSA};;21-11-2026 13:40;mungkin;;4;;",
        f"{LAVALETTE};;tadi pagi;buka;;4;;",
        f"{LAVALETTE};;21-11-2026 13:40;buka;;7;;",
    )
    (table,) = (folder / "karantina").glob("*.alasan.csv")
    with table.open(encoding="utf-8", newline="") as file:
        where = {(row[0], row[1]) for row in list(csv.reader(file))[1:]}
    assert where == {("line 2", "figures.ed_status"), ("line 3", "at")}
    assert values(desk, RSSA) == {}
    assert values(desk, LAVALETTE) == {ED: "Normal", ED_BEDS: "7"}


def test_the_example_is_all_that_its_mapping_reads() -> None:
    found = try_mapping(EXAMPLE, "rumah_sakit")
    assert len(found["stored"]) == 3
    odd = ("refused", "untaken", "left_out", "unknown", "missing", "retyped")
    assert {name: found[name] for name in odd} == {name: [] for name in odd}
