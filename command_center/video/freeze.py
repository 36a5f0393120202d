"""Notices a picture that keeps arriving and never changes."""

import numpy as np
import numpy.typing as npt
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter

COLUMNS, ROWS = 40, 23
SAMPLE_S = 0.5
SAME_GREY = 3  # grey levels a cell's mean may wander by re-encoding alone


class FreezeWatch:
    """Compares 40x23 mean-luma grids, twice a second: fine enough for one walker, or the second
    of a burnt-in clock, to prove that a quiet street is alive."""

    def __init__(self) -> None:
        self._reformatter = VideoReformatter()
        self._grid: npt.NDArray[np.int16] | None = None
        self._changed_s = 0.0
        self._sampled_s = float("-inf")

    def unchanged_s(self, frame: VideoFrame, now_s: float) -> float:
        """Seconds for which the picture has looked the same, this one included."""
        if now_s - self._sampled_s < SAMPLE_S and self._grid is not None:
            return self._sampled_s - self._changed_s
        self._sampled_s = now_s
        small = self._reformatter.reformat(
            frame, COLUMNS, ROWS, "gray", interpolation=Interpolation.AREA, threads=1
        )
        plane = np.frombuffer(memoryview(small.planes[0]), np.uint8).reshape(ROWS, -1)
        grid = plane[:, :COLUMNS].astype(np.int16)
        if self._grid is None or int(np.abs(grid - self._grid).max()) > SAME_GREY:
            self._grid = grid
            self._changed_s = now_s
        return now_s - self._changed_s
