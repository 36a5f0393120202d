"""`source try` as whoever writes a mapping meets it: what it says of a sample and how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from command_center.cli import main
from command_center.cli_source_try import NOT_A_FILE_OF_ROWS
from command_center.cli_status import NOTHING_STORED, WRONG_USAGE

ACTIVITY = {
    "jenis": "kegiatan",
    "nomor": "K-1",
    "waktu": "22-11-2026 09:00",
    "kegiatan": "Banjir",
    "uraian": "air naik di jalan",
    "kerahasiaan": "terbuka",
    "koordinat": {"lintang": -7.98, "bujur": 112.63},
    "kelurahan": "Klojen",
    "lokasi": "Jalan Ijen",
    "foto": [],
    "pelapor": {"nama": "Sri", "hp": "0812000111", "no_kta": "1"},
}
RATING = {
    "jenis": "kerawanan",
    "nomor": "R-1",
    "waktu": "22-11-2026 09:00",
    "perihal": "banjir",
    "tingkat": "tinggi",
    "kelurahan": "Klojen",
}

Try = Callable[..., tuple[int, str, str]]


@pytest.fixture
def tried(capsys: pytest.CaptureFixture[str]) -> Try:
    """Runs the command; its status, what went out and what went to the error stream."""

    def run(file: Path, mapping: str = "simlinmas", *words: str) -> tuple[int, str, str]:
        try:
            status = main(["source", "try", str(file), "--mapping", mapping, *words])
        except SystemExit as end:
            status = int(end.code or 0)
        heard = capsys.readouterr()
        return status, heard.out, heard.err

    return run


@pytest.fixture
def sample(tmp_path: Path) -> Callable[..., Path]:
    def write(*rows: Any) -> Path:
        path = tmp_path / "contoh.json"
        path.write_text(json.dumps({"data": list(rows)}), encoding="utf-8")
        return path

    return write


def test_a_good_sample_of_one_kind_misses_nothing(tried: Try, sample: Callable[..., Path]) -> None:
    status, out, err = tried(sample(ACTIVITY))
    assert (status, err) == (0, "")
    first, *rest = out.splitlines()
    assert json.loads(first)["text"] == "air naik di jalan"
    assert rest == ["1 would be stored, 0 refused"]


def test_what_its_own_kind_reads_in_vain_is_named(tried: Try, sample: Callable[..., Path]) -> None:
    status, out, _ = tried(sample(ACTIVITY, RATING), "simlinmas", "--json")
    found = json.loads(out)
    assert status == 0
    assert found["missing"] == ["catatan", "penilai", "rw", "tempat"]
    assert (found["rows"], found["untaken"]) == (2, [])


def test_a_wrong_sample_says_which_row_and_field(tried: Try, sample: Callable[..., Path]) -> None:
    status, out, _ = tried(sample(RATING | {"waktu": "kemarin", "warna": "merah"}))
    assert status == NOTHING_STORED
    assert "refused  data[0]: Expected a time - at `at`" in out
    assert "unknown  warna" in out
    assert out.endswith("0 would be stored, 1 refused\n")


def test_a_report_is_stored_without_what_does_not_fit(
    tried: Try, sample: Callable[..., Path]
) -> None:
    status, out, _ = tried(sample(ACTIVITY | {"waktu": "kemarin"}))
    assert status == 0
    assert "left out data[0] (waktu): at: Expected a time" in out


def test_a_sample_of_no_kind_at_all_says_so(tried: Try, sample: Callable[..., Path]) -> None:
    status, out, _ = tried(sample({"jenis": "apel"}, {"jenis": "rapat"}))
    assert status == NOTHING_STORED
    assert "no match: none of the 2 rows is of a kind the mapping takes" in out
    assert "missing" not in out


def test_a_sample_without_a_row_says_so(tried: Try, sample: Callable[..., Path]) -> None:
    status, out, _ = tried(sample())
    assert status == NOTHING_STORED
    assert "no match: the file holds no row" in out


def test_rows_of_no_kind_are_named_beside_those_that_fit(
    tried: Try, sample: Callable[..., Path]
) -> None:
    status, out, _ = tried(sample(ACTIVITY, {"jenis": "apel"}))
    assert status == 0
    assert "no match 1 of 2 rows: data[1]" in out


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.json", b"{", "answer_not_json"),
        ("a.json", b'{"isi": []}', "rows_not_found"),
        ("a.csv", b"\xff\xfe\x00", "answer_not_utf8"),
        ("a.csv", b" \n", "file_empty"),
        ("a.csv", b"a;a\n1;2\n", "columns_unclear"),
        ("a.csv", b"<html>", "answer_is_html"),
        ("a.xlsx", b"PK", "file_not_workbook"),
        ("a.xml", b"<a", "answer_not_xml"),
        ("surat.pdf", b"%PDF", "file_kind_unknown"),
    ],
)
def test_a_file_that_holds_no_rows_gets_a_sentence(
    tried: Try, tmp_path: Path, name: str, data: bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    status, out, err = tried(path)
    assert (status, err) == (NOTHING_STORED, "")
    assert out.splitlines()[0] == f"refused  {name}: {NOT_A_FILE_OF_ROWS[code]}"
    assert json.loads(tried(path, "simlinmas", "--json")[1])["refused"][0]["reason"] == code


@pytest.mark.parametrize(
    ("name", "why"),
    [("tiada.json", "no such file"), (".", "not a file"), ("a" * 300, "cannot be read")],
)
def test_a_file_that_cannot_be_read_is_wrong_usage(
    tried: Try, tmp_path: Path, name: str, why: str
) -> None:
    status, out, err = tried(tmp_path / name)
    assert (status, out) == (WRONG_USAGE, "")
    assert why in err
    assert "Traceback" not in err


def test_a_mapping_that_is_none_is_said(
    tried: Try, sample: Callable[..., Path], tmp_path: Path
) -> None:
    status, _, err = tried(sample(ACTIVITY), "tiada")
    assert status == WRONG_USAGE
    assert "There is no mapping tiada" in err
    own = tmp_path / "milik.toml"
    own.write_text('[[record]]\ntype = "rating"\n[record.fields]\nwarna = "x"\n', "utf-8")
    status, _, err = tried(sample(ACTIVITY), str(own))
    assert status not in (0, NOTHING_STORED)
    assert "milik.toml cannot be used: record 1: unknown field warna" in err
