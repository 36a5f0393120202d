"""The detector slot: only the model that was set, and only a density."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pytest
from av.video.frame import VideoFrame

from command_center.domain.errors import OperatorError
from command_center.video.eyes.detector import Density, Detector
from tests.benchmarks.eyes_footage import FOLDER, clips
from tests.unit.video.tiny_onnx import mean_model

pytest.importorskip("onnxruntime", reason="the extra `detector` is not installed")

PEDESTRIANS = FOLDER.parent / "models" / "ssdlite_pedestrian_300.onnx"


def model(folder: Path, data: bytes) -> tuple[Path, str]:
    path = folder / "model.onnx"
    path.write_bytes(data)
    return path, hashlib.sha256(data).hexdigest()


def flat(grey: int) -> VideoFrame:
    return VideoFrame.from_ndarray(np.full((90, 160, 3), grey, np.uint8), format="rgb24")


def test_the_density_is_what_the_model_says(tmp_path: Path) -> None:
    detector = Detector(*model(tmp_path, mean_model()))
    assert detector.density(flat(0)) == pytest.approx(0.0)
    assert detector.density(flat(102)) == pytest.approx(0.4, abs=0.02)
    one = Density(detector)
    assert one.answer() is None
    assert one.ask(flat(204))
    assert not one.ask(flat(204))
    detector.close()
    assert one.answer() == pytest.approx(0.8, abs=0.02)
    assert one.answer() is None


def refused(path: Path, sha256: str) -> str:
    with pytest.raises(OperatorError) as caught:
        Detector(path, sha256)
    return caught.value.code


def test_another_model_than_the_one_that_was_set_is_refused(tmp_path: Path) -> None:
    path, sha256 = model(tmp_path, mean_model())
    path.write_bytes(mean_model(64))
    assert refused(path, sha256) == "detector_changed"
    assert refused(tmp_path / "none.onnx", sha256) == "detector_missing"


def test_what_is_no_detector_is_refused(tmp_path: Path) -> None:
    assert refused(*model(tmp_path, b"not a model at all")) == "detector_unusable"
    assert refused(*model(tmp_path, mean_model(inputs=2))) == "detector_unusable"
    assert refused(*model(tmp_path, mean_model(side=4096))) == "detector_unusable"


@pytest.mark.long
@pytest.mark.skipif(not PEDESTRIANS.exists() or not clips(), reason="no real detector beside us")
def test_a_real_detector_sees_more_where_more_people_are() -> None:
    digest = hashlib.sha256(PEDESTRIANS.read_bytes()).hexdigest()
    detector = Detector(PEDESTRIANS, digest)
    walkers = VideoFrame.from_ndarray(clips()[0].pictures[0], format="gray")
    crowded, empty = detector.density(walkers), detector.density(flat(120))
    detector.close()
    assert empty < crowded < 0.9
