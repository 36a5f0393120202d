"""A file or a mapping that does not fit is named in one sentence."""

from pathlib import Path

import pytest

from command_center.exercise.records import mapping
from command_center.exercise.records.mapping import MappingFault, load_mapping, read_rows, records
from command_center.runtime.paths import resources_dir

SF_FIRE = resources_dir() / "mappings" / "sf_fire.toml"


@pytest.mark.parametrize(
    "text",
    [
        "name = 'x'",
        "name = ",
        SF_FIRE.read_text(encoding="utf-8").replace("America/Los_Angeles", "Mars/Olympus"),
        'name = "x"\ntime_zone = "UTC"\ntime_format = "%Y"\nagency = {}\nrecord = [1]',
        'name = "x"\ntime_zone = "UTC"\ntime_format = "%Y"\nagency = {}\nrecord = []\n'
        '[point]\npattern = "("',
    ],
)
def test_a_mapping_that_is_none_says_so(tmp_path: Path, text: str) -> None:
    path = tmp_path / "odd.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(MappingFault, match=r"odd\.toml"):
        load_mapping(path)


@pytest.mark.parametrize("content", [b"a,b\n" + b"x" * 200_000, b"a,b\n\xff\xfe,1\n"])
def test_a_file_that_is_no_table_says_so(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(content)
    with pytest.raises(MappingFault, match=r"odd\.csv"):
        read_rows(path)


def test_a_file_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapping, "MAX_BYTES", 10)
    path = tmp_path / "odd.csv"
    path.write_bytes(b"a,b\n1,2\n3,4\n")
    with pytest.raises(MappingFault, match="larger"):
        read_rows(path)


def test_a_file_of_other_columns_names_the_one_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(MappingFault, match="no column"):
        records([{"a": "1"}], load_mapping(SF_FIRE))
