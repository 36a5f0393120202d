"""What is read of a directory and how it is compared with what the room knows."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command_center.domain.errors import OperatorError
from command_center.domain.room import Camera
from command_center.geo.faults import FaultCode
from command_center.geo.packs import load_pack
from command_center.runtime.paths import resources_dir
from command_center.video.directory.diff import CHUNK, ChangeKind, DirectoryDiff, compare
from command_center.video.directory.entries import Parsed, parse_directory
from command_center.video.directory.mapping import load_mapping, parse_mapping
from command_center.video.directory.readers import MAX_BYTES
from command_center.video.directory.service import area_finder, find_mapping
from tests.unit.directory.portal import (
    Listed,
    first_shape,
    listed,
    real_cameras,
    second_shape,
)

BASE = "https://cctv.example"
LIST = find_mapping("list")
HOSTILE = """\
url javascript:alert(1)
url file:///etc/passwd
url concat:http://a.example/1|http://b.example/2
url data:text/html,x
url subfile,,start,0,end,9,,:http://h.example/1
url http://
url http://[::1
url http://h.example:0/x
url http://h.example:99999/x
url http://h.example/a b
url http://h.example\\@evil.example/
url //h.example/x
url rtmp://h.example/x
url http://h.example/%s
stream_id a b
stream_id %s
name %s
name
stream_id
lat besok
lat 91
lat NaN
heading_deg -1
heading_deg 361
kind %s
""".replace("%s", "x" * 3_000)


def area_at(lat: float, lon: float) -> str | None:
    return "35.73.01" if -8.1 < lat < -7.9 else None


def read(cameras: Iterable[Listed], shape: str = "first") -> Parsed:
    make, name = {"first": (first_shape, "malang-1"), "second": (second_shape, "malang-2")}[shape]
    return parse_directory(make(list(cameras)), find_mapping(name), base=BASE)


def known(parsed: Parsed) -> list[Camera]:
    """The room after it was taken."""
    return [change.after for change in compare("kota", parsed, (), area_at).changes]


def rows(*values: Any) -> Parsed:
    return parse_directory(json.dumps(list(values)).encode(), LIST)


def row(**values: Any) -> dict[str, Any]:
    return {"stream_id": "s1", "name": "Simpang", "url": "http://h.example/1.m3u8", **values}


def counts(diff: DirectoryDiff) -> dict[str, int]:
    return {kind.value: number for kind, number in diff.counts.items() if number}


# --- reading -----------------------------------------------------------------------------------


def test_both_shapes_say_the_same_but_for_the_address() -> None:
    cameras = [listed(n, f"Jl. {n}", round(-7.9 - n / 1000, 3)) for n in range(20)]
    first, second = read(cameras), read(cameras, "second")
    assert [replace(e, url="") for e in first.entries] == [
        replace(e, url="") for e in second.entries
    ]
    assert first.entries[3].url == f"{BASE}/WebRTCApp/streams/{3:024d}.m3u8"
    assert second.entries[3].url == f"{BASE}/cctv-stream/streams/{3:024d}.m3u8"
    assert (first.entries[3].lat, first.entries[3].lon) == (-7.903, 112.62)


@pytest.mark.parametrize("name", ["malang-1", "malang-2", "list", "table", "playlist"])
def test_every_shipped_mapping_loads(name: str) -> None:
    assert load_mapping(resources_dir() / "directories" / f"{name}.toml").name == f"{name}.toml"


def test_a_table_and_a_playlist_are_read_like_a_list() -> None:
    table = b"stream_id;name;url;lat;lon\ns1;Simpang;http://h.example/1.m3u8;-7.9;112.6\n"
    playlist = (
        b'#EXTM3U\n#EXTINF:-1 tvg-id="s1" tvg-lat="-7.9" tvg-lon="112.6",Simpang\n'
        b"http://h.example/1.m3u8\n"
    )
    expected = rows(row(lat=-7.9, lon=112.6)).entries
    assert parse_directory(table, find_mapping("table")).entries == expected
    assert parse_directory(playlist, find_mapping("playlist")).entries == expected


def test_a_bad_row_is_named_and_the_rest_is_taken() -> None:
    parsed = rows(row(), "text", None, [], row(stream_id="s2", url="javascript:alert(1)"))
    assert [entry.stream_id for entry in parsed.entries] == ["s1"]
    assert {fault.row for fault in parsed.faults} == {2, 3, 4, 5}
    assert parsed.refused_ids == {"s2"}


@pytest.mark.parametrize("line", HOSTILE.splitlines(), ids=lambda line: line[:40])
def test_hostile_values_are_refused_by_row(line: str) -> None:
    column, _, value = line.partition(" ")
    parsed = rows(row(**{"lat": "-7.9", "lon": "112.6", column: value}))
    assert parsed.entries == ()
    assert {fault.column for fault in parsed.faults} >= {column}


@pytest.mark.parametrize(
    "url",
    [
        "rtsp://user:canary@h.example/1",
        "rtsp://user:canary@[::1",
        "rtmp://h.example/1?token=canary",
        "rtmp://user:canary@h.example/1",
    ],
)
def test_a_secret_in_an_address_is_refused_and_not_repeated(url: str) -> None:
    parsed = rows(row(url=url))
    assert parsed.entries == ()
    assert "canary" not in "".join(map(str, parsed.faults))


def test_streams_come_from_the_hosts_that_were_granted() -> None:
    data = json.dumps(
        [row(), row(stream_id="s2", url="http://169.254.169.254/x"), row(stream_id="s3")]
    ).encode()
    parsed = parse_directory(data, LIST, hosts={"h.example"})
    assert [entry.stream_id for entry in parsed.entries] == ["s1", "s3"]
    assert [fault.code for fault in parsed.faults] == [FaultCode.HOST_NOT_ALLOWED]


def test_unseen_marks_in_names_are_gone_and_markup_is_text() -> None:
    name = "Jl.\u202e <b>Ijen</b>\n\x1b[31m \u200bSelatan"
    assert rows(row(name=name)).entries[0].name == "Jl. <b>Ijen</b> [31m Selatan"


def test_an_id_cannot_leave_its_place_in_an_address() -> None:
    cameras = [{**listed(1), "stream_id": "../../x?y#z"}]
    assert read(cameras).entries[0].url == f"{BASE}/WebRTCApp/streams/..%2F..%2Fx%3Fy%23z.m3u8"


def test_duplicates_are_named_by_id_and_names() -> None:
    parsed = rows(row(), row(name="Lain"), row(stream_id="s2", name="Simpang"))
    assert [entry.stream_id for entry in parsed.entries] == ["s1", "s2"]
    (fault,) = parsed.faults
    assert (fault.row, fault.code) == (2, FaultCode.DUPLICATE)
    assert fault.value == "s1: Simpang / Lain"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"[" * 100_000, "answer_too_deep"),
        (b'[{"a":' * 40 + b"1" + b"}]" * 40, "answer_too_deep"),
        (b" " * (MAX_BYTES + 1), "answer_too_large"),
        (b"<!DOCTYPE html><html>", "answer_is_html"),
        (b"\xff\xfe", "answer_not_utf8"),
        (b'{"records": []}', "directory_not_rows"),
        (b'[{"a": NaN}]', "directory_not_rows"),
        (b"[1" + b"0" * 10_000 + b"]", "directory_not_rows"),
        (b'[{"stream_id": "s1"', "directory_not_rows"),
        (b"[]", "directory_empty"),
        (json.dumps([row()] * 5_001).encode(), "directory_too_many"),
    ],
)
def test_what_is_no_list_is_refused_whole(data: bytes, code: str) -> None:
    with pytest.raises(OperatorError) as caught:
        parse_directory(data, LIST)
    assert caught.value.code == code


@pytest.mark.parametrize(
    ("text", "data", "code"),
    [
        ("csv", b"stream_id,name,url\n" + b"a\n" * 1_000_000, "directory_too_many"),
        ("csv", b"".join(b"c%d," % n for n in range(50_000)) + b"\na\na", "directory_not_rows"),
        ("m3u", b"#EXTM3U\n" + b"a\n" * 1_000_000, "directory_too_many"),
    ],
)
def test_a_small_answer_cannot_fill_the_memory(text: str, data: bytes, code: str) -> None:
    """Two bytes a row, hundreds in memory: what is too much is not kept first."""
    fields = '[fields]\nstream_id = "name"\nname = "name"\nurl = "url"\n'
    mapping = parse_mapping(f'format = "{text}"\n{fields}', "t")
    tracemalloc.start()
    try:
        with pytest.raises(OperatorError) as caught:
            parse_directory(data, mapping)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert caught.value.code == code
    assert peak < 100_000_000


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=6,
)


@given(st.lists(st.dictionaries(st.sampled_from(sorted(row(lat=0, lon=0))), VALUES), min_size=1))
def test_whatever_is_listed_is_taken_or_refused_by_row(found: list[dict[str, Any]]) -> None:
    text = json.dumps(found)
    if "NaN" in text or "Infinity" in text:
        return
    parsed = parse_directory(text.encode(), LIST)
    bad = {fault.row for fault in parsed.faults}
    assert len(parsed.entries) + len(bad) == len(found)
    assert all(entry.stream_id and entry.name and entry.url for entry in parsed.entries)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nonsense = 1", "unknown option nonsense"),
        ("[fields]\nname='name'", "fields.stream_id is missing"),
        ("[fields]\nname='name'\nstream_id='id'", "neither fields.url"),
        ("url='x'\n[fields]\nname='name'\nstream_id='id['", "fields.stream_id: not an expression"),
        ("url='x'\n[fields]\nname='name'\nstream_id='id'\ncolour='c'", "unknown field colour"),
        ("[request]\nmethod='DELETE'", "request.method"),
    ],
)
def test_a_mapping_that_is_wrong_says_where(text: str, said: str) -> None:
    with pytest.raises(ValueError, match=said.replace("[", r"\[")):
        parse_mapping(text, "m.toml")


# --- comparing ---------------------------------------------------------------------------------


def test_the_same_list_again_changes_nothing() -> None:
    parsed = read(listed(n) for n in range(50))
    diff = compare("kota", parsed, known(parsed), area_at)
    assert (diff.changes, diff.listed, diff.present) == ((), 50, 50)
    assert list(diff.commands()) == []


def test_every_kind_of_change_is_told() -> None:
    before = known(read(listed(n, f"Jl. {n}") for n in range(8)))
    before[7] = replace(before[7], gone_at=datetime(2026, 11, 1, tzinfo=UTC))
    now = [listed(n, f"Jl. {n}") for n in range(1, 9)]
    now[0]["lat"] = -7.971
    now[1]["name"] = "Jl. Baru"
    now[2]["stream_id"] = f"{100:024d}"
    diff = compare("kota", read(now), before, area_at)
    assert counts(diff) == {"gone": 2, "added": 2, "moved": 1, "renamed": 1, "back": 1}
    (moved,) = (c for c in diff.changes if ChangeKind.MOVED in c.kinds)
    assert moved.moved_m == pytest.approx(111.2, abs=0.2)
    second = compare("kota", read(now[:4], "second"), before, area_at)
    assert second.counts[ChangeKind.READDRESSED] == 3


def test_names_and_record_ids_match_nothing() -> None:
    before = known(read([listed(1, "Jl. Ijen"), listed(2, "Jl. Ijen")]))
    swapped = [{**listed(1, "Jl. Ijen"), "id": "record-2"}, {**listed(2), "id": "new"}]
    assert compare("kota", read(swapped), before, area_at).changes == ()


def test_what_the_room_added_is_in_what_will_be() -> None:
    before = known(read([listed(1)]))
    ours = {"alias": "Depan", "note": "x", "static": True, "enabled": False, "label": "CAM-7"}
    kept = replace(before[0], masks=((0.0, 0.0, 0.5, 0.5),), **ours)  # type: ignore[arg-type]
    diff = compare("kota", read([listed(1, "Nama baru")]), [kept], area_at)
    assert diff.changes[0].after == replace(kept, name="Nama baru")


def test_new_cameras_are_numbered_after_the_last() -> None:
    before = known(read([listed(1), listed(2)]))
    assert [camera.label for camera in before] == ["CAM-001", "CAM-002"]
    diff = compare("kota", read(listed(n) for n in range(1, 5)), before, area_at)
    assert [change.after.label for change in diff.changes] == ["CAM-003", "CAM-004"]


def test_a_camera_whose_row_is_refused_is_not_gone() -> None:
    before = known(rows(row()))
    diff = compare("kota", rows(row(lat="besok", lon=1), row(stream_id="s2")), before, area_at)
    assert counts(diff) == {"added": 1}


def test_one_from_a_file_is_taken_over_and_one_of_another_directory_is_not() -> None:
    first, second = known(rows(row(), row(stream_id="s2")))
    room = [replace(first, directory=""), replace(second, directory="dishub")]
    diff = compare("kota", rows(row(), row(stream_id="s2", name="Lain")), room, area_at)
    assert [(c.after.id, c.after.directory, c.kinds) for c in diff.changes] == [
        ("s1", "kota", (ChangeKind.FACTS,))
    ]
    assert [fault.code for fault in diff.faults] == [FaultCode.OTHER_DIRECTORY]


def test_losing_most_is_asked_about() -> None:
    before = known(read(listed(n) for n in range(10)))
    assert not compare("kota", read(listed(n) for n in range(5)), before, area_at).lost_most
    assert compare("kota", read(listed(n) for n in range(4)), before, area_at).lost_most


def test_a_large_one_is_taken_in_parts_that_hold_everything_once() -> None:
    before = known(read([listed(9_999)]))
    diff = compare("kota", read(listed(n) for n in range(1_200)), before, area_at)
    parts = list(diff.commands(accept_loss=True))
    assert [len(part.cameras) for part in parts] == [CHUNK, CHUNK, 200]
    assert [part.gone for part in parts] == [(f"{9_999:024d}",), (), ()]
    only_gone = compare("kota", read([listed(1)]), [*before, *known(read([listed(1)]))], area_at)
    assert [(part.cameras, len(part.gone)) for part in only_gone.commands()] == [((), 1)]


def test_the_citys_own_list() -> None:
    cameras = real_cameras()
    kelurahan = area_finder(load_pack(resources_dir() / "packs" / "malang"))
    for shape in ("first", "second"):
        diff = compare("kota", read(cameras, shape), (), kelurahan, owner="Diskominfo")
        assert (diff.listed, diff.faults) == (269, ())
        assert len(diff.outside) == 3
        assert sum(1 for change in diff.changes if change.after.area) == 266
        assert {change.after.owner for change in diff.changes} == {"Diskominfo"}
    names = [change.after.name for change in diff.changes]
    assert len(set(names)) < len(names)
    room = [change.after for change in diff.changes]
    fewer = compare("kota", read(cameras[:253]), room, kelurahan)
    assert fewer.counts[ChangeKind.GONE] == 16
    assert not fewer.lost_most
