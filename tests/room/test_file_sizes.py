"""A file of any size costs no more memory than what anybody would take of it."""

from pathlib import Path

import pytest

from command_center.bootstrap.given_file import read_some
from command_center.bootstrap.importing import import_file
from command_center.bootstrap.parsing import parse_file
from command_center.contract.page import MAX_BYTES


def test_a_huge_file_is_refused_in_one_sentence_and_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "huge.json"
    with path.open("wb") as file:
        file.truncate(1 << 40)

    def whole(self: Path) -> bytes:
        raise AssertionError(f"{self.name} was read whole")

    monkeypatch.setattr(Path, "read_bytes", whole)
    document = parse_file("records", path)
    assert document["refused"] == [{"reason": "answer_too_large", "where": "huge.json"}]
    assert len(read_some(path, 100)) == 101
    assert MAX_BYTES < 1 << 30
    monkeypatch.undo()
    monkeypatch.setenv("COMMAND_CENTER_DATA", str(tmp_path))
    stored, faults = import_file("places", path, f"sqlite:///{tmp_path / 'room.db'}")
    assert stored == 0
    assert len(faults) == 1
