"""The eyes inside the engine, and across the border of its process."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from command_center.video.engine import Engine
from command_center.video.eyes.sight import Sight
from command_center.video.model import (
    CameraSpec,
    CameraState,
    EyesSetup,
    Reason,
    Sighting,
    SightingKind,
)
from command_center.video.policy import StreamPolicy
from command_center.video.process.client import RemoteEngine
from tests.unit.video.conftest import wait_until
from tests.video_farm import Farm, record


@pytest.fixture(scope="module")
def still_farm() -> Iterator[Farm]:
    """Cameras whose pictures keep coming and never change."""
    with Farm(record(moving=False)) as running:
        yield running


@pytest.fixture(params=[Engine, RemoteEngine])
def either(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine | RemoteEngine]:
    made = request.param(StreamPolicy.loopback_only(), eyes=EyesSetup(str(tmp_path)))
    yield made
    made.close(10.0)


def test_a_frozen_picture_is_seen_and_is_what_the_state_says(
    either: Engine | RemoteEngine, still_farm: Farm
) -> None:
    """One truth: what the eyes call frozen is stale for that reason."""
    either.slot("one").resize(160, 90)
    either.show([CameraSpec("one", "Satu", still_farm.url("mjpeg", "one"))])
    seen: list[Sighting] = []

    def told() -> bool:
        seen.extend(either.sightings())
        return bool(seen)

    assert wait_until(told)
    assert [(s.camera_id, s.kind, s.over) for s in seen] == [("one", SightingKind.FROZEN, False)]
    assert seen[0].jpeg.startswith(b"\xff\xd8")
    assert wait_until(lambda: either.status("one").reason is Reason.FROZEN)
    assert either.status("one").state is CameraState.STALE
    either.moved("one")
    assert either.sightings() == []


def test_a_camera_that_may_stand_still_is_not_said_to_be_frozen(
    engine: Engine, still_farm: Farm
) -> None:
    engine.slot("one").resize(160, 90)
    spec = CameraSpec("one", "Satu", still_farm.url("mjpeg", "one"), static=True)
    engine.show([spec])
    other = CameraSpec("two", "Dua", still_farm.url("mjpeg", "two"))
    engine.slot("two").resize(160, 90)
    engine.show([spec, other])
    assert wait_until(lambda: engine.status("two").reason is Reason.FROZEN)
    assert [s.camera_id for s in engine.sightings()] in ([], ["two"])


def test_a_detector_that_is_refused_leaves_the_eyes_open(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    model = tmp_path / "model.onnx"
    model.write_bytes(b"another model")
    with caplog.at_level(logging.ERROR):
        sight = Sight(EyesSetup(str(tmp_path), str(model), "0" * 64))
    assert "detector_changed" in caplog.text
    assert sight.eyes(CameraSpec("one", "Satu", "")).cost.looks == 0
    sight.close()


def test_sightings_are_bounded_while_nobody_asks() -> None:
    sight = Sight()
    one = Sighting("one", SightingKind.DAY, 0.0, 1.0, 1.0)
    for _ in range(30):
        sight.say([one] * 100)
    assert len(sight.take()) == 1_000
    assert sight.take() == []
    sight.close()
