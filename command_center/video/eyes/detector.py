"""The detector slot: a model of the administrator's own that says how dense a picture is.

Off unless a model file and its SHA-256 are set. It gives a density index, the share of the
picture that what it finds covers: no count, no identity, nothing of what it finds is kept.
"""

from __future__ import annotations

import importlib
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation

from command_center.domain.errors import OperatorError
from command_center.video.eyes.model_file import read_model

LEAST_SCORE = 0.3
GRID = 64
MOST_SIDE = 2048
USUAL_SIDE = 300


class Detector:
    """One session for all cameras, on one thread of its own."""

    def __init__(self, model: Path, sha256: str) -> None:
        """Load the model.

        Raises:
            OperatorError: detector_missing (no such file), detector_changed (its SHA-256 is not
                the one that was set), detector_not_installed, detector_unusable (not a model
                of one picture in and boxes with scores, or one map, out).
        """
        data = read_model(model, sha256)
        try:
            runtime: Any = importlib.import_module("onnxruntime")
        except ImportError as error:
            raise OperatorError("detector_not_installed") from error
        options = runtime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 4
        try:
            self._session: Any = runtime.InferenceSession(
                data, options, providers=["CPUExecutionProvider"]
            )
            self._take_shape()
        except OperatorError:
            raise
        except Exception as error:  # the runtime has no common error type
            raise OperatorError("detector_unusable") from error
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="detector")

    def density(self, picture: VideoFrame) -> float:
        """Share of the picture, 0..1; tens of milliseconds."""
        width, height = self._size
        small = picture.reformat(width, height, "rgb24", interpolation=Interpolation.AREA)
        pixels: npt.NDArray[Any] = small.to_ndarray()[None]
        if self._real:
            pixels = pixels.astype(np.float32) / 255
        if self._planar:
            pixels = np.ascontiguousarray(pixels.transpose(0, 3, 1, 2))
        outputs = dict(
            zip(self._names, self._session.run(None, {self._input: pixels}), strict=True)
        )
        return _density(outputs)

    def submit(self, picture: VideoFrame) -> Future[float]:
        """The same, on the detector's thread."""
        return self._worker.submit(self.density, picture)

    def close(self) -> None:
        """End the thread, dropping what waits."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _take_shape(self) -> None:
        inputs, self._names = (
            self._session.get_inputs(),
            [o.name for o in self._session.get_outputs()],
        )
        shape = [side if isinstance(side, int) else 0 for side in inputs[0].shape]
        if len(inputs) != 1 or len(shape) != 4 or 3 not in (shape[1], shape[3]):
            raise OperatorError("detector_unusable")
        self._input = inputs[0].name
        self._planar = shape[1] == 3
        self._real = "float" in inputs[0].type
        height, width = shape[2:] if self._planar else shape[1:3]
        self._size = (width or USUAL_SIDE, height or USUAL_SIDE)
        if max(self._size) > MOST_SIDE:
            raise OperatorError("detector_unusable")


class Density:
    """One camera's turn at the detector: one picture under way at a time."""

    def __init__(self, detector: Detector) -> None:
        self._detector = detector
        self._under_way: Future[float] | None = None

    def ask(self, picture: VideoFrame) -> bool:
        """Hand in a picture; False while an earlier one is under way."""
        if self._under_way is not None:
            return False
        self._under_way = self._detector.submit(picture)
        return True

    def answer(self) -> float | None:
        """The density of the picture handed in, once; None while there is none."""
        if self._under_way is None or not self._under_way.done():
            return None
        done, self._under_way = self._under_way, None
        return None if done.cancelled() or done.exception() else done.result()


def _density(outputs: dict[str, npt.NDArray[Any]]) -> float:
    boxes = next((v for name, v in outputs.items() if "boxes" in name), None)
    scores = next((v for name, v in outputs.items() if "scores" in name), None)
    if boxes is None or scores is None:
        return float(np.clip(np.mean(next(iter(outputs.values()))), 0.0, 1.0))
    covered = np.zeros((GRID, GRID), np.bool_)
    for box in boxes.reshape(-1, 4)[scores.reshape(-1) >= LEAST_SCORE]:
        top, left, bottom, right = (round(float(side) * GRID) for side in np.clip(box, 0, 1))
        covered[top:bottom, left:right] = True
    return float(covered.mean())
