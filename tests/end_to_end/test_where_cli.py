"""`where`: a place as people say it, out of the shipped city or out of a room's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from command_center.cli import main
from command_center.cli_status import DONE, ENVIRONMENT, NOTHING_STORED


def answered(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    status = main(["where", *words, "--json"])
    return status, json.loads(capsys.readouterr().out)


def test_candidates_come_with_place_accuracy_and_reasons(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status, document = answered(capsys, "perempatan Ijen - Kawi")
    best = document["candidates"][0]
    assert status == DONE
    assert best["name"] == "Simpang Ijen – Kawi"
    assert best["sure"] == "certain"
    assert best["area"].startswith("35.73.02.")
    assert {why["reason"] for why in best["why"]} == {"crossing"}
    assert -7.99 < best["lat"] < -7.96


def test_nothing_found_is_nothing_and_status_three(capsys: pytest.CaptureFixture[str]) -> None:
    status, document = answered(capsys, "jl antah berantah 9")
    assert (status, document["candidates"]) == (NOTHING_STORED, [])


def test_a_line_for_people_says_how_sure_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["where", "depan matos"]) == DONE
    assert capsys.readouterr().out.startswith("certain: Malang Town Square (landmark) ")


def test_what_a_room_imported_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, url = tmp_path / "tempat.csv", f"sqlite:///{tmp_path / 'room.db'}"
    file.write_text("nama,jenis,lat,lon\nWarung Sego Resek,landmark,-7.98,112.63\n")
    assert main(["import", "places", str(file), "--database", url]) == DONE
    status, document = answered(capsys, "depan sego resek", "--database", url)
    assert status == DONE
    assert document["candidates"][0]["name"] == "Warung Sego Resek"
    assert answered(capsys, "sego resek")[0] == NOTHING_STORED


def test_a_room_that_is_not_there_is_said(tmp_path: Path) -> None:
    missing = f"sqlite:///{tmp_path / 'none.db'}"
    assert main(["where", "suhat", "--database", missing]) == ENVIRONMENT
    assert not (tmp_path / "none.db").exists()
