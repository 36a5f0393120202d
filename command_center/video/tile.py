"""From pictures to tiles."""

from collections.abc import Sequence

import numpy as np
from av.video.frame import VideoFrame
from av.video.reformatter import Interpolation, VideoReformatter

from command_center.video.masks import Mask, blacken
from command_center.video.slot import Frame, fit


class TileScaler:
    """Scales pictures to BGRA tiles and blackens the masks in them."""

    def __init__(self, masks: Sequence[Mask] = ()) -> None:
        self._reformatter = VideoReformatter()
        self._masks = masks
        self._sequence = 0

    def tile(self, picture: VideoFrame, size: tuple[int, int], now_s: float) -> Frame:
        """A tile no larger than `size`, in the picture's own proportions."""
        width, height = fit(picture.width, picture.height, size)
        shrinks = width < picture.width
        scaled = self._reformatter.reformat(
            picture,
            width,
            height,
            "bgra",
            interpolation=Interpolation.AREA if shrinks else Interpolation.BILINEAR,
            threads=1,
        )
        plane = scaled.planes[0]
        pixels = memoryview(plane)
        if self._masks:
            rows = np.frombuffer(pixels, np.uint8)[: plane.line_size * height]
            blacken(rows.reshape(height, -1, 4)[:, :width], self._masks)
        self._sequence += 1
        return Frame(pixels, plane.line_size, width, height, self._sequence, now_s, picture.time)
