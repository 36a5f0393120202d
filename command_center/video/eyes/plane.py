"""The small grey picture that the eyes look at."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
import numpy.typing as npt
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter

from command_center.video.masks import Mask, boxes

WIDTH, HEIGHT = 320, 180
JPEG_QUALITY = 80

U8 = npt.NDArray[np.uint8]
F32 = npt.NDArray[np.float32]


class PlaneMaker:
    """Luma of a picture, 320x180 whatever its proportions, with the room's masks blackened."""

    def __init__(self, masks: Sequence[Mask]) -> None:
        self._reformatter = VideoReformatter()
        self._boxes = boxes(masks, WIDTH, HEIGHT)

    def plane(self, picture: VideoFrame) -> U8:
        """(180, 320) uint8, a copy."""
        small = self._reformatter.reformat(
            picture, WIDTH, HEIGHT, "gray", interpolation=Interpolation.AREA, threads=1
        )
        rows = np.frombuffer(memoryview(small.planes[0]), np.uint8).reshape(HEIGHT, -1)
        plane = rows[:, :WIDTH].copy()
        self._blacken(plane)
        return plane

    def jpeg(self, picture: VideoFrame) -> bytes:
        """The picture in colour at the same size, as JPEG; a millisecond, for what was seen."""
        small = picture.reformat(WIDTH, HEIGHT, "bgr24", interpolation=Interpolation.AREA)
        colours = small.to_ndarray()
        self._blacken(colours)
        done, data = cv2.imencode(".jpg", colours, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
        return data.tobytes() if done else b""

    def visible(self) -> F32:
        """(180, 320), 1 where the picture may be seen, 0 under a mask."""
        seen = np.ones((HEIGHT, WIDTH), np.float32)
        self._blacken(seen)
        return seen

    def _blacken(self, pixels: npt.NDArray[np.generic]) -> None:
        for left, top, right, bottom in self._boxes:
            pixels[top:bottom, left:right] = 0
