"""`command-center advice duplicates`: a file of reports, judged in the order they were told."""

import argparse
import json
from pathlib import Path

import pytest

from command_center.cli_duplicates import run_duplicates

TREE = {"text": "pohon tumbang jln veteran", "category": "pohon_tumbang", "lat": -7.9579,
        "lon": 112.6185, "at": "2026-11-22T10:00:00+07:00"}  # fmt: skip


def asked(tmp_path: Path, *rows: object) -> argparse.Namespace:
    path = tmp_path / "reports.jsonl"
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return argparse.Namespace(file=path, json=True, pack="malang", database="")


def test_the_same_file_gives_the_same_bytes_with_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [
        {**TREE, "id": "b", "at": "2026-11-22T10:04:00+07:00", "incident": 1},
        {**TREE, "id": "a", "incident": 1},
        {"id": "c", "at": "2026-11-22T10:05:00+07:00", "text": "kobong", "incident": 2, "p1": True},
    ]
    said = []
    for _ in range(2):
        assert run_duplicates(asked(tmp_path, *rows)) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]
    first, second, third, figures = [json.loads(line) for line in said[0].splitlines()]
    assert (first["id"], first["verdict"]) == ("a", "new")
    assert (second["incident"], second["verdict"]) == ("a", "attach")
    assert third["verdict"] == "new"
    assert figures["scores"]["recall"] == 1.0


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("{", "line 1"),
        ({**TREE}, "'id' is missing"),
        ({**TREE, "id": "a", "at": "2026-11-22T10:00:00"}, "zone"),
        ({**TREE, "id": "a", "lat": 912.0}, "no degree"),
        ({**TREE, "id": "a", "lat": float("nan")}, "no degree"),
        ("[" * 9_000, "line 1"),
        ("x" * 30_000, "more than can be read"),
    ],
)
def test_what_cannot_be_read_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], row: object, said: str
) -> None:
    assert run_duplicates(asked(tmp_path, row)) == 3
    assert said in capsys.readouterr().err


def test_an_id_that_stands_twice_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_duplicates(asked(tmp_path, {**TREE, "id": "a"}, {**TREE, "id": "a"})) == 3
    assert "stands twice" in capsys.readouterr().err
