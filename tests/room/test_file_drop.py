"""Files that are laid down: each once, by its content; faults are named by row and column."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from command_center.bootstrap.mappings import mapping_of
from command_center.commands.room import ConnectSource
from command_center.connectors.file_drop.keeper import FileDrop
from command_center.connectors.file_drop.taking import Desk as FileDesk
from command_center.contract.page import write_page
from command_center.domain.errors import OperatorError
from command_center.domain.room import SourceKind
from command_center.exercise.systems import files
from tests.room.conftest import HandClock
from tests.room.desk import Desk

HEADER = "nomor;waktu;jenis;uraian;kelurahan;kerahasiaan;pelapor;telepon\n"
ROW = "P1;21-11-2026 13:00;kebakaran;asap hitam;Klojen;terbuka;Sri;0812000111\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "masuk"
    path.mkdir()
    return path


Look = Callable[[], None]


def dropping(desk: Desk, folder: Path, mapping: str = "posko", kind: str = "live") -> FileDrop:
    source = ConnectSource("posko", "Posko", str(folder), kind=SourceKind.FILES, mapping=mapping)
    desk.do(source, act=desk.room.console)
    room = desk.room
    drop = FileDrop(
        FileDesk(room.lane, room.system, room.sealer(), room.clock, kind),
        room.database.telemetry,
        mapping_of,
        lambda source, now: lambda at: False,
    )
    drop.follow({"posko": desk.look().get("source", "posko")})  # type: ignore[dict-item]
    return drop


@pytest.fixture
def look(desk: Desk, folder: Path) -> Look:
    drop = dropping(desk, folder)

    def twice() -> None:
        drop.look()
        drop.look()

    return twice


def texts(desk: Desk) -> list[str]:
    return sorted(one.text for one in desk.look().all("report"))


def health(desk: Desk) -> Any:
    return desk.room.database.telemetry.health()[("source", "posko")]


def reasons(folder: Path) -> list[list[str]]:
    (table,) = (folder / "karantina").glob("*.alasan.csv")
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def test_a_table_is_taken_and_its_persons_are_sealed(desk: Desk, folder: Path, look: Look) -> None:
    (folder / "laporan.csv").write_text(HEADER + ROW, encoding="utf-8")
    look()
    assert texts(desk) == ["asap hitam"]
    assert not (folder / "laporan.csv").exists()
    assert len(desk.room.vault.standing()) == 1
    assert health(desk).code == "files_ok"


def test_the_same_content_is_taken_once_whatever_it_is_called(
    desk: Desk, folder: Path, look: Look
) -> None:
    for name in ("a.csv", "b.csv"):
        (folder / name).write_text(HEADER + ROW, encoding="utf-8")
        look()
    assert desk.kinds().count("file.taken") == 1
    assert desk.kinds().count("report.received") == 1


@pytest.mark.parametrize("name", [".a.csv", "a.csv.part", "a.csv.tmp", "~$a.xlsx"])
def test_what_is_still_being_written_is_left_alone(
    desk: Desk, folder: Path, look: Look, name: str
) -> None:
    (folder / name).write_text(HEADER + ROW, encoding="utf-8")
    look()
    look()
    assert texts(desk) == []
    assert (folder / name).exists()


def test_a_file_that_grows_waits_until_it_rests(desk: Desk, folder: Path) -> None:
    drop = dropping(desk, folder)
    path = folder / "a.csv"
    path.write_text(HEADER, encoding="utf-8")
    drop.look()
    path.write_text(HEADER + ROW, encoding="utf-8")
    drop.look()
    assert texts(desk) == []
    drop.look()
    assert texts(desk) == ["asap hitam"]


def test_a_link_to_elsewhere_is_not_followed(
    desk: Desk, folder: Path, look: Look, tmp_path: Path
) -> None:
    outside = tmp_path / "rahasia.csv"
    outside.write_text(HEADER + ROW, encoding="utf-8")
    (folder / "a.csv").symlink_to(outside)
    look()
    assert texts(desk) == []
    assert outside.exists()


def test_what_is_wrong_is_said_by_row_and_column_and_the_rest_is_stored(
    desk: Desk, folder: Path, look: Look
) -> None:
    wrong = "P2;kemarin;banjir;air naik;Klojen;terbuka;Budi Rahmat;0813\n;x;y;z;q;terbuka;;;lebih\n"
    (folder / "laporan.csv").write_text(HEADER + ROW + wrong, encoding="utf-8")
    look()
    assert texts(desk) == ["air naik", "asap hitam"]
    assert reasons(folder) == [
        ["line 4", "", "9 cells in 8 columns"],
        ["line 3", "at", "Expected a time"],
    ]
    (table,) = (folder / "karantina").glob("*.alasan.csv")
    assert "Budi" not in table.read_text()
    (alarm,) = [one for one in desk.look().all("alarm") if one.type == "file_refused"]
    assert alarm.params["file"] == "laporan.csv"
    assert health(desk).code == "files_refused"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.csv", b"\xff\xfe\x00", "answer_not_utf8"),
        ("a.csv", b"  \n", "file_empty"),
        ("a.json", b"{", "answer_not_json"),
        ("a.json", b"[" * 100, "answer_too_deep"),
        ("a.xml", b'<!DOCTYPE a [<!ENTITY x "x">]><a>&x;</a>', "answer_has_entities"),
        ("a.xlsx", b"PK\x03\x04nothing", "file_not_workbook"),
        ("a.csv", b"x" * (4 * 1024 * 1024 + 1), "answer_too_large"),
    ],
)
def test_a_file_that_is_none_goes_to_quarantine_whole(
    desk: Desk, folder: Path, look: Look, name: str, data: bytes, code: str
) -> None:
    (folder / name).write_bytes(data)
    look()
    assert reasons(folder)[0][2].startswith(code)
    assert [path.name for path in folder.glob("*.*")] == []
    assert texts(desk) == []


def test_a_pdf_is_no_table(desk: Desk, folder: Path, look: Look) -> None:
    (folder / "surat.pdf").write_bytes(b"%PDF")
    look()
    assert reasons(folder)[0][2] == "file_kind_unknown"
    assert len(list((folder / "karantina").glob("*.berkas"))) == 1


def workbook(*rows: list[Any]) -> bytes:
    book, held = openpyxl.Workbook(), io.BytesIO()
    for row in (HEADER.strip().split(";"), *rows):
        book.worksheets[0].append(row)
    book.save(held)
    return held.getvalue()


def test_a_workbook_is_a_table_too(desk: Desk, folder: Path, look: Look) -> None:
    (folder / "a.xlsx").write_bytes(workbook(ROW.strip().split(";")))
    look()
    assert texts(desk) == ["asap hitam"]


def test_a_formula_is_never_worked_out(desk: Desk, folder: Path, look: Look) -> None:
    row = ROW.strip().split(";")
    row[3] = '=HYPERLINK("http://127.0.0.1/x","klik")'
    (folder / "a.xlsx").write_bytes(workbook(row))
    look()
    assert texts(desk) == []
    assert reasons(folder) == [["row 2", "uraian", "a formula in column uraian"]]


def test_a_workbook_that_unpacks_to_too_much_is_not_unpacked(
    desk: Desk, folder: Path, look: Look
) -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (17 * 1024 * 1024))
    (folder / "a.xlsx").write_bytes(held.getvalue())
    look()
    assert reasons(folder)[0][2].startswith("answer_too_large")


def test_contract_records_need_no_mapping(desk: Desk, folder: Path) -> None:
    drop = dropping(desk, folder, mapping="")
    record = {"type": "report", "id": "a", "at": "2026-11-21T14:00:00+07:00", "text": "asap"}
    (folder / "a.json").write_bytes(write_page([record], "", more=False))
    (folder / "b.json").write_bytes(write_page([record], "x", more=False, room="exercise"))
    drop.look()
    drop.look()
    assert texts(desk) == ["asap"]
    assert reasons(folder)[0][2] == "page_of_other_room exercise"


def test_a_folder_that_is_not_there_is_down_and_a_wrong_mapping_too(
    desk: Desk, folder: Path, tmp_path: Path
) -> None:
    dropping(desk, tmp_path / "tidak-ada").look()
    assert (health(desk).state, health(desk).code) == ("down", "folder_unreadable")
    dropping(desk, folder, mapping="tidak_ada").look()
    assert health(desk).code == "mapping_missing"


def test_while_the_database_is_gone_the_file_stays(
    desk: Desk, folder: Path, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.csv").write_text(HEADER + ROW, encoding="utf-8")
    with monkeypatch.context() as patched:

        def gone(*_: object) -> None:
            raise OperatorError("database_unreachable")

        patched.setattr(type(desk.room.vault), "keep", gone)
        look()
        assert (folder / "a.csv").exists()
    look()
    assert texts(desk) == ["asap hitam"]


def test_an_office_of_the_exercise_is_read_to_its_last_row(
    desk: Desk, folder: Path, look: Look, clock: HandClock
) -> None:
    office = files.make(1, clock, folder)
    office.start()
    office.say_something()
    office.kill()
    office.say_something()
    office.say_something()
    look()
    office.revive()
    look()
    assert sorted(one.external_id for one in desk.look().all("report")) == office.sent


def test_foreign_json_is_read_where_the_mapping_says(desk: Desk, folder: Path) -> None:
    drop = dropping(desk, folder, mapping="simlinmas")
    row = {"jenis": "kegiatan", "nomor": "L1", "waktu": "21-11-2026 20:15", "uraian": "aman"}
    (folder / "a.json").write_text(json.dumps({"data": [row]}), encoding="utf-8")
    drop.look()
    drop.look()
    assert texts(desk) == ["aman"]
