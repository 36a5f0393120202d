"""A clip with all that is prepared of it, so that sending it costs little."""

from functools import cached_property

from tests.video_farm.clip import Clip
from tests.video_farm.media import Segments
from tests.video_farm.rtp import Track


class Show:
    """What the cameras of one kind show."""

    def __init__(self, clip: Clip, segment_s: int) -> None:
        self.clip = clip
        self._segment_s = segment_s

    @cached_property
    def track(self) -> Track:
        """For RTSP."""
        return Track(self.clip)

    @cached_property
    def segments(self) -> Segments:
        """For HLS."""
        return Segments(self.clip, self._segment_s)
