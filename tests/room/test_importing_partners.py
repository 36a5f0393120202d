"""Tables of partners and of the roster taken in from the command line, on both engines."""

from pathlib import Path

import pytest

from command_center.bootstrap.importing import import_file
from command_center.bootstrap.room import RoomPlan, open_room
from command_center.domain.errors import OperatorError
from tests.room.conftest import HandClock
from tests.room.desk import Desk

PARTNERS = (
    "jenis;nama;panggilan;kelurahan;rw\n"
    "senkom;Slamet;SENKOM 21;Sawojajar;5\n"
    "hansip;Joko;;Klojen;1\n"
)
RONDA = "hari;mulai;selesai;kelurahan;rw;orang\nsabtu;22:00;04:00;Sawojajar;5;6\n"


def test_what_fits_is_stored_and_the_rest_is_named(
    database_url: str, tmp_path: Path, clock: HandClock
) -> None:
    partners, ronda = tmp_path / "mitra.csv", tmp_path / "ronda.csv"
    partners.write_text(PARTNERS)
    ronda.write_text(RONDA)
    assert import_file("partners", partners, database_url) == (
        1,
        ["row 3, column jenis: cell_unknown 'hansip'"],
    )
    assert import_file("partners", partners, database_url)[0] == 1
    assert import_file("ronda", ronda, database_url) == (1, [])
    room = open_room(database_url, clock, RoomPlan())
    try:
        look = Desk(room).look()
        assert [p.name for p in look.all("partner")] == ["Slamet"]
        assert [w.people for w in look.all("night_watch")] == [6]
    finally:
        room.close()


def test_a_file_that_is_none_stores_nothing(database_url: str, tmp_path: Path) -> None:
    file = tmp_path / "lain.csv"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(OperatorError, match="table_not_utf8"):
        import_file("partners", file, database_url)
