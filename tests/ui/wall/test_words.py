"""What a tile and the line over the wall say."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from command_center.ui.wall import words
from command_center.ui.wall.arrange import Cell
from command_center.ui.wall.near import Near
from command_center.video.model import (
    CameraState,
    CameraStatus,
    Level,
    LevelReason,
    Reason,
)
from tests.ui.walls import camera

WIB = ZoneInfo("Asia/Jakarta")
NOW = datetime(2026, 11, 21, 7, 7, 32, tzinfo=UTC)


def status(state: CameraState, **given: object) -> CameraStatus:
    plain = CameraStatus(state, None, 0.0, None, None, 0, 0.2)
    return replace(plain, **given)  # type: ignore[arg-type]


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


def test_a_dead_tile_with_little_room_still_says_why_and_when() -> None:
    dead = status(
        CameraState.COLD, reason=Reason.REFUSED, last_picture_age_s=125.0, retry_in_s=26.0
    )
    assert words.short_detail(dead) == "sambungan ditolak · coba lagi 26 dtk"


@pytest.mark.parametrize("left_s", [None, 0.0, 0.3])
def test_a_try_that_is_on_counts_down_to_nothing(left_s: float | None) -> None:
    dead = status(CameraState.RECONNECTING, reason=Reason.TIMEOUT, retry_in_s=left_s)
    assert words.detail(dead, NOW, WIB) == "tidak menjawab · mencoba lagi"
    waits = status(CameraState.AUTH, reason=Reason.UNAUTHORISED)
    assert words.detail(waits, NOW, WIB) == "tidak dicoba lagi sendiri"


def test_a_frozen_camera_is_as_old_as_its_freeze_though_it_sends_on() -> None:
    frozen = status(CameraState.STALE, reason=Reason.FROZEN, since_s=125.0, last_picture_age_s=0.04)
    assert words.headline(frozen) == "TERHENTI ≥\u00a02:05"
    assert words.detail(frozen, NOW, WIB) == "gambar beku · gambar terakhir 14:05:27"
    assert words.summary([frozen], 0, None) == "0 dari 1 langsung, tertua ≥\u00a02:05"


def test_a_live_tile_says_nothing_until_its_picture_is_older_than_normal() -> None:
    fresh = status(CameraState.LIVE, last_picture_age_s=0.3)
    old = status(CameraState.LIVE, last_picture_age_s=4.0)
    assert (words.headline(fresh), words.late_by(fresh)) == ("", "")
    assert words.late_by(old) == "usia 4 dtk"


def test_an_age_that_is_only_a_lower_bound_says_so() -> None:
    least = status(CameraState.LIVE, last_picture_age_s=4.0, age_at_least=True)
    assert words.late_by(least) == "usia ≥\u00a04 dtk"
    assert words.headline(replace(least, state=CameraState.COLD)) == "TERPUTUS ≥\u00a00:04"
    assert words.summary([least], 0, None) == "1 dari 1 langsung, tertua ≥\u00a04 dtk"


def test_every_reason_state_and_level_has_words() -> None:
    assert all(words.reason_text(reason) for reason in Reason)
    others = set(CameraState) - {CameraState.LIVE}
    assert len({words.headline(status(state)) for state in others}) >= 5
    assert all(words.headline(status(state)) for state in others)
    held = status(CameraState.LIVE, level=Level.KEY, level_reason=LevelReason.BUDGET)
    assert words.level_text(held) == "gambar kunci · anggaran CPU"
    assert words.level_text(replace(held, level=Level.FULL)) == ""
    texts = {words.level_text(replace(held, level_reason=reason)) for reason in LevelReason}
    assert len(texts) == len(LevelReason)


def test_the_summary_counts_what_is_shown() -> None:
    live = status(CameraState.LIVE, last_picture_age_s=0.1)
    dead = status(CameraState.COLD, last_picture_age_s=125.0)
    assert words.summary([live, live, dead], 3, 147) == (
        "3 ubin kejadian #0147 · 2 dari 3 langsung, tertua 2:05"
    )
    old = status(CameraState.LIVE, last_picture_age_s=4.2)
    assert words.summary([live] * 33 + [old], 0, None) == "34 dari 34 langsung, tertua 4 dtk"
    assert words.summary([], 0, None) == ""


def test_the_tip_of_a_tile_has_its_whole_name_and_why_it_is_dead() -> None:
    dead = status(CameraState.RECONNECTING, reason=Reason.TIMEOUT, last_picture_age_s=5.0)
    known = camera(1, alias="Depan KPU", note="kabel sering lepas")
    text = words.tip(Cell(known, 60.0), dead, 147, NOW, WIB)
    assert text.split("\n") == [
        "CAM-001 Depan KPU",
        "Simpang",
        "kabel sering lepas",
        "TERPUTUS 0:05 · tidak menjawab · gambar terakhir 14:07:27 · mencoba lagi",
        "#0147 · 60 m",
    ]


def test_an_offer_names_the_camera_and_how_far_it_is() -> None:
    assert words.offer(Near(camera(41), 140.2, None, True)) == "ganti CAM-041 (140 m)"
