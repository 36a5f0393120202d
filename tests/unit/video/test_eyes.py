"""What the eyes say of a drawn street that is left alone, and of one that is tampered with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest
from av.video.frame import VideoFrame

from command_center.exercise.cameras.light import Light
from command_center.video.eyes.eyes import ACCEPT_TURN_S, Eyes
from command_center.video.eyes.store import BaselineStore
from command_center.video.model import CameraSpec, Sighting, SightingKind
from tests.benchmarks.eyes_footage import CLIPS, FOLDER, Footage, clips, drawn, evening
from tests.benchmarks.eyes_trial import ALARMING, learnt, trials, watch
from tests.benchmarks.tampering import U8, Tamper, harmless, tampers

STREET_S = 34.0


@pytest.fixture(scope="module")
def street() -> Footage:
    return drawn("tee", Light.DAY, rain=False, seconds=STREET_S)


@pytest.fixture
def known(street: Footage, tmp_path: Path) -> Iterator[BaselineStore]:
    """A store in which the street has been learnt."""
    for store in learnt(street, tmp_path):
        yield store
        store.close()


def grey(picture: U8) -> VideoFrame:
    return VideoFrame.from_ndarray(np.ascontiguousarray(picture), format="gray")


def show(
    eyes: Eyes, street: Footage, tamper: Tamper | None, first_s: float, s: float
) -> list[Sighting]:
    """Pictures from `first_s` on, for `s` seconds."""
    said: list[Sighting] = []
    for step in range(round(s * street.fps)):
        now_s = first_s + step / street.fps
        picture = street.pictures[round(now_s * street.fps) % len(street.pictures)]
        if tamper is not None:
            picture = tamper.act(picture, 10.0)
        said += eyes.look(grey(picture), now_s)
    return said


def one(name: str) -> Tamper:
    return next(tamper for tamper in tampers() if tamper.name == name)


def test_tampering_is_noticed_within_five_seconds(street: Footage) -> None:
    missed = [
        (trial.tamper.name, trial.noticed_s)
        for trial in trials(street, tampers(), 1, 5.2)
        if trial.noticed_s is None or trial.noticed_s > 5.0
    ]
    assert missed == []


def test_a_blurred_picture_is_told_from_a_covered_and_a_turned_one(street: Footage) -> None:
    wanted = {
        "sigma 5": SightingKind.DEFOCUSED,
        "dark paint, 80 %": SightingKind.COVERED,
        "45 % left": SightingKind.TURNED,
        "freeze": SightingKind.FROZEN,
    }
    acts = [tamper for tamper in tampers() if tamper.name in wanted]
    assert {t.tamper.name: t.kind for t in trials(street, acts, 1, 6.0)} == wanted


def test_what_only_looks_like_it_is_not_said(street: Footage) -> None:
    said = [(t.tamper.name, t.kind) for t in trials(street, harmless(), 1, 9.0) if t.kind]
    assert said == []


@pytest.mark.long
def test_an_evening_turns_to_night_and_rain_without_an_alarm() -> None:
    seen, _ = watch(evening("station", 16.0))
    assert [s.kind for s in seen if s.kind in ALARMING] == []
    assert SightingKind.NIGHT in {s.kind for s in seen}


def test_it_is_over_when_the_picture_is_back_and_not_at_once(
    street: Footage, known: BaselineStore
) -> None:
    eyes = Eyes(CameraSpec("camera", "Kamera", ""), known)
    begun = show(eyes, street, one("light paint, all"), 0.0, 6.0)
    assert [(s.kind, s.over) for s in begun] == [(SightingKind.COVERED, False)]
    assert begun[0].jpeg.startswith(b"\xff\xd8")
    assert begun[0].value > 0.8 > begun[0].usual
    assert show(eyes, street, None, 6.0, 3.0) == []
    over = show(eyes, street, None, 9.0, 4.0)
    assert [(s.kind, s.over, s.jpeg) for s in over] == [(SightingKind.COVERED, True, b"")]


def test_a_moment_is_not_said(street: Footage, known: BaselineStore) -> None:
    eyes = Eyes(CameraSpec("camera", "Kamera", ""), known)
    assert show(eyes, street, one("light paint, all"), 0.0, 2.5) == []
    assert show(eyes, street, None, 2.5, 1.0) == []
    assert show(eyes, street, one("light paint, all"), 3.5, 2.5) == []


def test_a_camera_that_was_moved_on_purpose_learns_its_new_view(
    street: Footage, known: BaselineStore
) -> None:
    eyes = Eyes(CameraSpec("camera", "Kamera", ""), known)
    turn = one("45 % left")
    eyes.moved()
    assert show(eyes, street, turn, 0.0, 22.0) == []
    eyes.close()
    again = Eyes(CameraSpec("camera", "Kamera", ""), known)
    assert show(again, street, None, 0.0, 3.0) == []


def test_a_turn_that_stays_becomes_the_usual(street: Footage, known: BaselineStore) -> None:
    eyes = Eyes(CameraSpec("camera", "Kamera", ""), known)
    turn = one("45 % left")
    assert [s.over for s in show(eyes, street, turn, 0.0, 6.0)] == [False]
    later = [*show(eyes, street, turn, ACCEPT_TURN_S + 6, 1.0)]
    assert [(s.kind, s.over) for s in later] == [(SightingKind.TURNED, True)]
    assert show(eyes, street, turn, ACCEPT_TURN_S + 7, 24.0) == []


def test_it_looks_five_times_a_second_at_most(street: Footage, known: BaselineStore) -> None:
    eyes = Eyes(CameraSpec("camera", "Kamera", ""), known)
    frame = grey(street.pictures[0])
    for number in range(100):
        eyes.look(frame, number / 50)
    assert 5 <= eyes.cost.looks <= 11
    assert eyes.cost.ms_per_look > 0


def test_what_is_masked_is_neither_compared_nor_shown(street: Footage, tmp_path: Path) -> None:
    """Something bright in the masked half: nothing to say, and not in the saved picture."""
    spec = CameraSpec("camera", "Kamera", "", masks=((0.0, 0.0, 0.5, 1.0),))
    eyes = Eyes(spec, None)
    assert show(eyes, street, None, 0.0, 20.0) == []

    def act(picture: U8, since_s: float) -> U8:
        bright = picture.copy()
        bright[:, :310] = 255
        return bright

    assert show(eyes, street, Tamper("glare", "", act), 20.0, 6.0) == []
    said = show(eyes, street, one("light paint, all"), 26.0, 6.0)
    assert len(said) == 1
    shown = cv2.imdecode(np.frombuffer(said[0].jpeg, np.uint8), cv2.IMREAD_GRAYSCALE)
    assert shown is not None
    assert int(shown[:, :150].max()) < 40 < int(shown[:, 170:].min())


def test_frozen_is_what_the_judge_of_stillness_says_and_static_cameras_may_stand_still(
    street: Footage,
) -> None:
    frame = grey(street.pictures[0])
    eyes = Eyes(CameraSpec("camera", "Kamera", ""))
    assert eyes.look(frame, 0.0, unchanged_s=4.0) == []
    assert [s.kind for s in eyes.look(frame, 1.0, unchanged_s=5.0)] == [SightingKind.FROZEN]
    assert eyes.look(frame, 2.0, unchanged_s=6.0) == []
    over = eyes.look(frame, 3.0, unchanged_s=0.0)
    assert [(s.kind, s.over) for s in over] == [(SightingKind.FROZEN, True)]
    still = Eyes(replace(CameraSpec("camera", "Kamera", ""), static=True))
    assert still.look(frame, 0.0, unchanged_s=60.0) == []


@pytest.mark.long
@pytest.mark.skipif(
    not all((FOLDER / name).exists() for name, _ in CLIPS), reason="no real footage beside us"
)
def test_real_footage_that_nobody_touched_says_nothing() -> None:
    for footage in clips():
        seen, _ = watch(footage)
        assert seen == [], footage.name


def test_a_crowd_is_seen_by_its_movement_against_the_camera_s_own_hours(
    street: Footage, known: BaselineStore
) -> None:
    """The usual of every hour is made a thirtieth of what this street shows."""
    found = known.load("camera")
    assert found is not None
    quiet = np.tile(np.array([40, np.log(1.5e-4), 1.0], np.float32), (168, 1))
    known.save("camera", {**found, "flow": quiet})
    known.close()
    eyes = Eyes(CameraSpec("camera", "Kamera", ""), BaselineStore(known.path("x").parent))
    said: list[Sighting] = []
    for step in range(round(40 * street.fps)):
        back_and_forth = abs(step % (2 * len(street.pictures)) - len(street.pictures)) - 1
        said += eyes.look(grey(street.pictures[back_and_forth]), step / street.fps)
    assert [(s.kind, s.over) for s in said] == [(SightingKind.SURGE, False)]
    assert said[0].value > 4 * said[0].usual > 0
    assert said[0].jpeg
