"""Cameras as their directory says and as the room keeps them."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from command_center.commands.cameras import (
    ApplyDirectory,
    AttachCamera,
    EnableCamera,
    ImportCameras,
    MaskCamera,
    NoteCamera,
    RenameCamera,
    SetStatic,
)
from command_center.commands.undo import Undo
from command_center.domain.errors import Conflict, NotAllowed, NotFound, OperatorError
from command_center.domain.room import Camera, Role
from command_center.ports import Position
from command_center.situation.cameras import camera_point
from tests.room.conftest import HandClock
from tests.room.desk import Desk


def camera(id: str, name: str = "Simpang", **given: Any) -> Camera:
    plain = Camera(
        id=id,
        version=1,
        label=f"CAM-{id}",
        name=name,
        url=f"http://cctv.example/{id}.m3u8",
        owner="",
        kind="hls",
        lat=None,
        lon=None,
        enabled=True,
    )
    return replace(plain, **given)


def known(desk: Desk, id: str) -> Camera:
    found = desk.look().camera(id)
    assert found is not None
    return found


def keep_everything(desk: Desk, id: str) -> Camera:
    for command in (
        RenameCamera(id, " Depan  KPU "),
        NoteCamera(id, "kunci di pos 2"),
        MaskCamera(id, ((0.0, 0.5, 0.25, 0.5),)),
        SetStatic(id, True),
        EnableCamera(id, False),
        AttachCamera(id, desk.unit("SAMAPTA 12").id),
    ):
        desk.do(command)
    return known(desk, id)


def test_what_the_room_added_outlives_both_ways_in(desk: Desk) -> None:
    desk.do(ApplyDirectory("kota", (camera("1", heading_deg=0.0, retention_h=48),)))
    kept = keep_everything(desk, "1")
    assert (kept.alias, kept.title, kept.note) == ("Depan KPU", "Depan KPU", "kunci di pos 2")
    newer = camera("1", "Nama baru", lat=-7.98, lon=112.63, area="35.73", label="CAM-9")
    for command in (ApplyDirectory("kota", (newer,)), ImportCameras((newer,))):
        desk.do(command, act=desk.room.console)
        now = known(desk, "1")
        said: dict[str, Any] = {"name": "Nama baru", "lat": -7.98, "lon": 112.63, "area": "35.73"}
        assert now == replace(kept, version=now.version, **said)


def test_an_apply_is_one_entry_and_the_same_again_is_none(desk: Desk) -> None:
    command = ApplyDirectory("kota", tuple(camera(str(n)) for n in range(300)))
    before = len(desk.kinds())
    assert desk.do(command).seq is not None
    assert desk.do(command).seq is None
    assert desk.kinds()[before:] == ["cameras.synchronised"]


def test_a_camera_from_a_file_gets_its_kelurahan(desk: Desk) -> None:
    inside, outside = camera("1", lat=-7.9772, lon=112.6341), camera("2", lat=-7.0, lon=112.0)
    desk.do(ImportCameras((inside, outside, camera("3"))), act=desk.room.console)
    area = desk.room.city.gazetteer.by_code(known(desk, "1").area)
    assert area is not None
    assert (area.name, known(desk, "2").area, known(desk, "3").area) == ("Kiduldalem", "", "")


def test_gone_is_marked_and_undone_by_coming_back(desk: Desk, clock: HandClock) -> None:
    desk.do(ApplyDirectory("kota", (camera("1"), camera("2"))))
    clock.turn(60)
    desk.do(ApplyDirectory("kota", (), ("1",)))
    assert known(desk, "1").gone_at == clock.now()
    assert known(desk, "1").enabled
    clock.at += timedelta(seconds=60)
    desk.do(ApplyDirectory("kota", (camera("1"),)))
    assert known(desk, "1").gone_at is None


def test_most_of_a_directory_does_not_go_unasked(desk: Desk) -> None:
    desk.do(ApplyDirectory("kota", tuple(camera(str(n)) for n in range(4))))
    desk.do(ApplyDirectory("kota", (), ("0", "1")))
    with pytest.raises(OperatorError, match="directory_lost_most"):
        desk.do(ApplyDirectory("kota", (), ("2", "3")))
    desk.do(ApplyDirectory("kota", (), ("2", "3"), accept_loss=True))
    assert all(c.gone_at is not None for c in desk.look().all("camera"))


def test_a_camera_of_another_directory_is_not_taken_over(desk: Desk) -> None:
    desk.do(ApplyDirectory("kota", (camera("1"),)))
    with pytest.raises(OperatorError, match="camera_of_other_directory"):
        desk.do(ApplyDirectory("dishub", (camera("2"), camera("1", "Lain"))))
    assert [c.name for c in desk.look().all("camera")] == ["Simpang"]


def test_who_may(desk: Desk) -> None:
    desk.do(ImportCameras((camera("1"),)), act=desk.room.console)
    operator = desk.person(Role.OPERATOR)
    desk.do(RenameCamera("1", "Depan"), act=operator)
    desk.do(NoteCamera("1", "x"), act=operator)
    for command in (
        MaskCamera("1", ()),
        EnableCamera("1", False),
        AttachCamera("1", None),
        ApplyDirectory("kota", ()),
    ):
        with pytest.raises(NotAllowed):
            desk.do(command, act=operator)


HALF = ((0.0, 0.0, 0.5, 1.0),)


@pytest.mark.parametrize(
    ("theirs", "mine"),
    [
        (NoteCamera("1", "kunci di pos 2", ""), NoteCamera("1", "rusak", "")),
        (RenameCamera("1", "Depan KPU", ""), RenameCamera("1", "Pos", "")),
    ],
)
def test_who_writes_over_somebody_else_is_told(desk: Desk, theirs: Any, mine: Any) -> None:
    desk.do(ImportCameras((camera("1"),)), act=desk.room.console)
    desk.do(theirs, act=desk.person(Role.SHIFT_LEAD, "dewi"))
    kept = known(desk, "1")
    with pytest.raises(Conflict) as caught:
        desk.do(mine)
    assert caught.value.params["by"] == "dewi"
    assert known(desk, "1") == kept
    desk.do(replace(mine, before=getattr(theirs, FIELD[type(theirs)])))
    assert known(desk, "1") != kept


FIELD = {NoteCamera: "note", RenameCamera: "alias", MaskCamera: "masks"}


def test_what_is_the_same_is_no_conflict(desk: Desk) -> None:
    desk.do(ImportCameras((camera("1"),)), act=desk.room.console)
    desk.do(NoteCamera("1", "rusak", ""))
    desk.do(MaskCamera("1", HALF, ()))
    written = known(desk, "1")
    desk.do(NoteCamera("1", "rusak", ""))
    desk.do(MaskCamera("1", HALF, ()))
    assert known(desk, "1").version == written.version
    desk.do(ApplyDirectory("kota", (camera("1", "Simpang Baru"),)))
    desk.do(NoteCamera("1", "baik", "rusak"))  # what the directory says is another matter
    assert known(desk, "1").note == "baik"


def test_a_name_is_taken_back(desk: Desk) -> None:
    desk.do(ImportCameras((camera("1"),)), act=desk.room.console)
    outcome = desk.do(RenameCamera("1", "Salah"))
    desk.do(Undo("camera", "1", outcome.op_id))
    assert known(desk, "1").alias == ""


@pytest.mark.parametrize(
    "masks",
    [
        ((-0.1, 0.0, 0.5, 0.5),),
        ((0.6, 0.0, 0.5, 0.5),),
        ((0.0, 0.0, 0.0, 0.5),),
        ((float("nan"), 0.0, 0.1, 0.1),),
        tuple((0.0, 0.0, 0.1, 0.1) for _ in range(17)),
    ],
)
def test_a_mask_is_inside_the_picture(desk: Desk, masks: Any) -> None:
    desk.do(ImportCameras((camera("1"),)), act=desk.room.console)
    with pytest.raises(OperatorError, match="mask_outside_picture"):
        desk.do(MaskCamera("1", masks))
    assert known(desk, "1").masks == ()


def test_a_carried_camera_is_where_its_unit_is(desk: Desk) -> None:
    row = camera("1", lat=-7.9, lon=112.6)
    desk.do(ImportCameras((row,)), act=desk.room.console)
    unit = desk.unit("SAMAPTA 12")
    desk.do(AttachCamera("1", unit.id))
    look = desk.look()
    assert camera_point(look, known(desk, "1")) is None
    at = desk.room.clock.now()
    look.positions[unit.id] = Position(unit.id, -7.97, 112.64, None, None, None, at)
    assert camera_point(look, known(desk, "1")) == (-7.97, 112.64)
    desk.do(AttachCamera("1", None))
    assert camera_point(look, known(desk, "1")) == (-7.9, 112.6)
    with pytest.raises(NotFound):
        desk.do(AttachCamera("1", "nobody"))
