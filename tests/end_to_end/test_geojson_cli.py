"""`export geojson`: another map's file from the command line, and what it may not be asked for."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from command_center.cli import main
from command_center.cli_status import DONE, ENVIRONMENT, WRONG_USAGE

PLACES = "nama,jenis,lat,lon\nWarung Sego Resek,landmark,-7.98,112.63\nSalah,landmark,91,1\n"


@pytest.fixture
def room(tmp_path: Path) -> str:
    file, url = tmp_path / "tempat.csv", f"sqlite:///{tmp_path / 'room.db'}"
    file.write_text(PLACES)
    assert main(["import", "places", str(file), "--database", url]) == DONE
    return url


def test_what_was_imported_is_written_and_imported_again(
    room: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "out.geojson"
    ask = ["export", "geojson", str(file), "--what", "places,boundaries", "--database", room]
    assert main(ask) == DONE
    assert "57 boundaries" in capsys.readouterr().out
    features = json.loads(file.read_text(encoding="utf-8"))["features"]
    assert "Warung Sego Resek" in {one["properties"]["name"] for one in features}
    again = f"sqlite:///{tmp_path / 'again.db'}"
    assert main(["import", "boundaries", str(file), "--database", again]) == DONE
    said = capsys.readouterr().out
    assert "geometry: bad geometry ('Point')" in said
    assert "62 stored" in said


def test_a_layer_nobody_knows_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["export", "geojson", str(tmp_path / "x"), "--what", "people"])
    assert ended.value.code == WRONG_USAGE


def test_without_a_room_nothing_is_written(tmp_path: Path) -> None:
    missing = f"sqlite:///{tmp_path / 'none.db'}"
    out = tmp_path / "x.geojson"
    assert main(["export", "geojson", str(out), "--database", missing]) == ENVIRONMENT
    assert not out.exists()


def test_neither_verb_loads_the_window(room: str, tmp_path: Path) -> None:
    code = (
        "import sys; from command_center.cli import main;"
        f"main(['export', 'geojson', {str(tmp_path / 'y.geojson')!r}, '--database', {room!r}]);"
        f"main(['where', 'suhat', '--database', {room!r}]);"
        "print([name for name in sys.modules if name.startswith('PySide6')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=50, check=True
    )
    assert done.stdout.splitlines()[-1] == "[]"
