"""Rivers are the room's once they were imported."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from command_center.cli import main
from command_center.cli_status import DONE, NOTHING_STORED
from command_center.commands.rivers import RIVERS_SETTING, KeepRivers
from command_center.domain.errors import NotAllowed, OperatorError
from command_center.geo.rivers.river import load
from command_center.runtime.paths import roads_dir
from tests.room.desk import Desk


def rivers(file: Path, *names: str) -> Path:
    drawn = {"type": "LineString", "coordinates": [[112.6, -8.0], [112.6, -7.9]]}
    features = [
        {"type": "Feature", "properties": {"name": name, "waterway": "river"}, "geometry": drawn}
        for name in names
    ]
    features.append({"type": "Feature", "properties": {"waterway": "lava"}, "geometry": drawn})
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    return file


def kept(desk: Desk) -> Any:
    setting = desk.look().get("room_setting", RIVERS_SETTING)
    assert setting is not None
    return setting.value


def test_a_file_of_rivers_becomes_the_rooms(
    desk: Desk, database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(rivers(tmp_path / "sungai.geojson", "Brantas", "Metro"))
    command = ["import", "rivers", file, "--licence", "CC0", "--database", database_url]
    assert main(command) == DONE
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "sungai.geojson row 3 column class: unknown value ('lava')"
    assert said[1].startswith("2 lines, 22 km, and 0 areas; sha256 ")
    assert said[2] == "2 stored"
    value = kept(desk)
    assert (value["rivers"], value["km"], value["licence"]) == (2, 22.2, "CC0")
    assert [river.name for river in load(roads_dir(), value["sha256"])] == ["Brantas", "Metro"]
    assert desk.kinds()[-1] == "rivers.imported"
    rivers(Path(file), "Brantas")
    assert main(command) == DONE
    value = kept(desk)
    assert value["rivers"] == 1
    Path(file).write_text("{}")
    assert main(command) == NOTHING_STORED
    assert desk.kinds().count("rivers.imported") == 2


def test_only_who_administers_keeps_rivers_and_only_under_a_hash(desk: Desk) -> None:
    with pytest.raises(NotAllowed):
        desk.do(KeepRivers("x", "0" * 64, 1, 1.0))
    for digest in ("", "../x", "g" * 64):
        with pytest.raises(OperatorError, match="rivers_bad_hash"):
            desk.do(KeepRivers("x", digest, 1, 1.0), act=desk.room.console)
