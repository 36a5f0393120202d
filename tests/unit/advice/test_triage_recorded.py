"""`advice triage FILE`: the same file gives the same bytes; a wrong one a sentence."""

import json
from pathlib import Path
from typing import Any

import pytest

from command_center.advice.triage import shipped_table
from command_center.advice.triage.recorded import TriageFileFault, as_bytes, triage_file
from command_center.cli import main
from command_center.cli_triage import WORDS


def recorded(**given: Any) -> bytes:
    report = {"text": "ada korban, bawa celurit", "reporter": "r1", "at": "2026-11-21T07:00:00Z"}
    incident = {"id": "a", "category": "perkelahian", "reports": [report], **given}
    return json.dumps({"format": 1, "incidents": [incident]}).encode()


def test_the_answer_has_the_rows_that_fired_and_what_is_unknown() -> None:
    (one,) = triage_file(recorded(), shipped_table())["answers"]
    assert (one["priority"], one["points"]) == ("P1", 5)
    assert [(row["code"], row["points"]) for row in one["fired"]] == [
        ("weapon", 1), ("perkelahian", 3), ("victim", 1),
    ]  # fmt: skip
    assert one["absent"] == ["position", "election_day", "time", "episode"]


def test_what_is_given_is_not_unknown() -> None:
    near = [{"kind": "tps", "metres": 20, "name": "TPS 4"}]
    given = recorded(near=near, hour=9, election_days=0, episode=False)
    (one,) = triage_file(given, shipped_table())["answers"]
    assert one["absent"] == []
    assert "at_the_polls" in {row["code"] for row in one["fired"]}


def test_the_same_file_gives_the_same_bytes() -> None:
    first = as_bytes(triage_file(recorded(), shipped_table()))
    assert first == as_bytes(triage_file(recorded(), shipped_table()))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "unreadable"),
        (b'{"format": 1, "incidents": [{"id": "a"}]}', "unreadable"),
        (recorded(poin=3), "unreadable"),
        (recorded().replace(b'"format": 1', b'"format": 9'), "other_format"),
        (recorded(category="kebakran"), "category_unknown"),
        (recorded(reports=[]), "reports"),
        (recorded(hour=24), "hour"),
        (recorded().replace(b"00Z", b"00"), "naive_time"),
    ],
)
def test_a_wrong_file_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(TriageFileFault, match=code):
        triage_file(data, shipped_table())
    assert code in WORDS


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "in.json"
    file.write_bytes(recorded())
    assert main(["advice", "triage", str(file), "--json"]) == 0
    assert capsys.readouterr().out.encode() == as_bytes(triage_file(recorded(), shipped_table()))
    assert main(["advice", "triage", str(file)]) == 0
    assert capsys.readouterr().out.startswith("a\tP1\t5\tweapon+1 perkelahian+3 victim+1\t")
    table = tmp_path / "t.toml"
    table.write_text("[[row]]\n", encoding="utf-8")
    assert main(["advice", "triage", str(file), "--table", str(table)]) == 3
    assert "row 1, column code: triage_missing" in capsys.readouterr().err
