"""The wall: who stands where, what a tile says, and that nothing but a selection moves it."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from pytestqt.qtbot import QtBot

from command_center.domain.incident import Incident, Priority
from command_center.domain.room import Camera
from command_center.ui.wall import words
from command_center.ui.wall.arrange import Cell, cells, in_order, nearest, pages, ranks
from command_center.ui.wall.panel import WallPanel
from command_center.video.model import CameraState, CameraStatus, Reason
from tests.ui import scene
from tests.ui.seats import Desk

WIB = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 21, 7, 7, 32, tzinfo=UTC)


def camera(number: int, lat: float | None = None, *, enabled: bool = True) -> Camera:
    lon = None if lat is None else 112.63
    return Camera(
        f"s{number}", 1, f"CAM-{number:03}", "Simpang", "http://h/x", "", "", lat, lon, enabled
    )


@pytest.fixture
def incident() -> Incident:
    return scene.incident(147, "Massa", Priority.P1, 60, lat=-7.98, lon=112.63)


def status(state: CameraState, **given: object) -> CameraStatus:
    plain = CameraStatus(state, None, 0.0, None, None, 0, 0.2)
    return replace(plain, **given)  # type: ignore[arg-type]


def test_the_zone_is_the_first_row_and_the_rest_stays(incident: Incident) -> None:
    far = [camera(n) for n in range(9)]
    near = [camera(20, -7.981), camera(21, -7.979), camera(22, -8.5)]
    before = cells([*far, *near], None, 3, 0)
    after = cells([*far, *near], incident, 3, 0)
    assert [c and c.camera.label for c in before[2:]] == [c and c.camera.label for c in after[2:]]
    assert [c.incident_m is not None for c in after if c] == [True, True] + [False] * 7


@pytest.mark.parametrize("side", [1, 2, 3, 4])
def test_every_camera_has_a_page_that_no_zone_covers(side: int) -> None:
    cameras = [camera(n) for n in range(side * side + 5)]
    first = 0 if side == 1 else side
    seen: set[str] = set()
    for page in range(pages(len(cameras), side)):
        grid = cells(cameras, None, side, page)
        labels = [cell.camera.id for cell in grid if cell]
        assert len(set(labels)) == len(labels)
        seen |= set(labels[first:])
    assert len(seen) == len(cameras)


def test_cameras_out_of_reach_disabled_or_without_a_point_are_not_near(incident: Incident) -> None:
    cameras = [camera(1, -8.2), camera(2, -7.98, enabled=False), camera(3)]
    assert nearest(cameras, incident, 3) == []
    assert nearest([camera(4, -7.98)], None, 3) == []


def test_one_tile_has_no_zone(incident: Incident) -> None:
    (only,) = cells([camera(1, -7.98)], incident, 1, 0)
    assert only == Cell(camera(1, -7.98))


def test_pages_and_order() -> None:
    assert [pages(n, 3) for n in (0, 6, 7)] == [1, 1, 2]
    assert [pages(n, 1) for n in (0, 5)] == [1, 5]
    assert [c.id for c in in_order([camera(2), camera(1), camera(3, enabled=False)])] == [
        "s1",
        "s2",
    ]


def test_ranks_put_the_focused_first_then_the_incident() -> None:
    shown = [Cell(camera(1), 60.0), Cell(camera(2)), None]
    assert ranks(shown, [camera(3)], "s2") == {"s1": 80, "s2": 100, "s3": 10}


def test_a_dead_tile_says_since_when_why_and_when_it_tries_again() -> None:
    dead = status(
        CameraState.RECONNECTING,
        reason=Reason.REFUSED,
        last_picture_age_s=125.0,
        retry_in_s=4.2,
    )
    assert words.headline(dead) == "TERPUTUS 2:05"
    assert words.detail(dead, NOW, WIB) == (
        "sambungan ditolak · gambar terakhir 14:05:27 · coba lagi 4 dtk"
    )


def test_a_live_tile_says_nothing_until_its_picture_is_older_than_normal() -> None:
    fresh = status(CameraState.LIVE, last_picture_age_s=0.3)
    old = status(CameraState.LIVE, last_picture_age_s=4.0)
    assert (words.headline(fresh), words.late_by(fresh)) == ("", "")
    assert words.late_by(old) == "usia 4 dtk"


def test_every_reason_has_words() -> None:
    assert all(words.reason_text(reason) for reason in Reason)


def test_the_summary_counts_what_is_shown() -> None:
    live = status(CameraState.LIVE, last_picture_age_s=0.1)
    dead = status(CameraState.COLD, last_picture_age_s=125.0)
    assert words.summary([live, live, dead], 3, 147) == (
        "3 ubin kejadian #0147 · 2 dari 3 langsung, tertua 2:05"
    )
    assert words.summary([], 0, None) == ""


def labels(panel: WallPanel) -> list[str | None]:
    return [cell.camera.label if cell else None for cell in panel.shown]


def test_only_a_selection_moves_the_wall(
    desk: Desk, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    panel = WallPanel(desk.seat)
    qtbot.addWidget(panel)
    before = labels(panel)
    desk.add(scene.incident(300, "Baru", Priority.P1, 1, lat=-7.98, lon=112.63))
    desk.settle()
    desk.tick()
    assert labels(panel) == before
    desk.seat.selection.select_incident("incident-147")
    zone = [cell for cell in panel.shown if cell and cell.incident_m is not None]
    assert zone
    assert labels(panel)[3:] == before[3:]


def test_a_camera_opens_large_and_the_wall_comes_back_as_it_was(
    desk: Desk, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    panel = WallPanel(desk.seat)
    qtbot.addWidget(panel)
    before = labels(panel)
    chosen = next(cell.camera for cell in panel.shown if cell)
    panel.canvas.opened.emit(chosen.id)
    assert labels(panel) == [chosen.label]
    panel.canvas.opened.emit(chosen.id)
    assert labels(panel) == before


def test_a_new_camera_in_the_directory_appears(
    desk: Desk, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    panel = WallPanel(desk.seat)
    qtbot.addWidget(panel)
    added = scene.camera(1, "Baru sekali")
    desk.add(replace(added, id="brand-new", label="CAM-000"))
    desk.settle()
    assert labels(panel)[0] == "CAM-000"


def test_the_tip_of_a_tile_has_its_whole_name_and_why_it_is_dead() -> None:
    dead = status(CameraState.RECONNECTING, reason=Reason.TIMEOUT, last_picture_age_s=5.0)
    text = words.tip(Cell(camera(1), 60.0), dead, 147, NOW, WIB)
    assert text.split("\n") == [
        "CAM-001 Simpang",
        "TERPUTUS 0:05 · tidak menjawab · gambar terakhir 14:07:27",
        "#0147 · 60 m",
    ]


def test_pages_turn_round_and_say_where_they_are(
    desk: Desk, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    panel = WallPanel(desk.seat)
    qtbot.addWidget(panel)
    first = labels(panel)
    count = pages(len([c for c in desk.seat.situation.all("camera") if c.enabled]), 3)
    assert count > 1
    for page in range(1, count + 1):
        assert panel.turner.text() == f"hal {page}/{count}"
        panel.turner.click()
    assert labels(panel) == first


def test_the_keyboard_finds_the_incident_cameras(
    desk: Desk, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    panel = WallPanel(desk.seat)
    qtbot.addWidget(panel)
    desk.seat.selection.select_incident("incident-147")
    desk.seat.asking.ask("view.wall", None)
    nearest_one = next(cell for cell in panel.shown if cell)
    assert nearest_one.incident_m is not None
    assert desk.seat.selection.camera_id == nearest_one.camera.id
