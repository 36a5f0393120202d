"""One connection's pictures on their way to the slot."""

from collections.abc import Callable

from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from command_center.video.cancel import Cancel
from command_center.video.decode import Decoder, TileScaler
from command_center.video.freeze import FreezeWatch
from command_center.video.model import Level, LevelReason, Reason, StreamError
from command_center.video.opening import LiveInput
from command_center.video.pace import Pacer
from command_center.video.progress import Progress
from command_center.video.rhythm import Rhythm
from command_center.video.slot import FrameSlot

FIRST_PICTURE_S = 12.0
GARBAGE_S = 2.0
GARBAGE_COUNT = 3
SETTLED_S = 10.0


class Playback:
    """Decodes, paces, judges and publishes; raises when the stream is not worth keeping."""

    def __init__(
        self,
        live: LiveInput,
        slot: FrameSlot,
        scaler: TileScaler,
        progress: Progress,
        cancel: Cancel,
        clock: Callable[[], float],
    ) -> None:
        self.newest: tuple[VideoFrame, float] | None = None
        self._live = live
        self._slot = slot
        self._scaler = scaler
        self._progress = progress
        self._cancel = cancel
        self._clock = clock
        self._decoder = Decoder(live.stream, progress.damaged)
        self._pacer = Pacer(live.segment_s, live.lag_s)
        self._rhythm = Rhythm(live.segment_s)
        self._freeze = FreezeWatch()
        self._level = Level.FULL
        self._opened_s = self._good_s = clock()
        self._skip = False

    def take(self, packet: "Packet[VideoStream]", level: Level) -> bool:
        """Show what is in a packet; whether there was a picture to show.

        Raises:
            StreamError: GARBAGE or STALLED when nothing good comes any more.
        """
        if level is not self._level:
            self._level = level
            self._decoder.set_level(level)
            self._progress.at(level, LevelReason.WANTED)
            self._rhythm.level_changed()
        self._progress.arrived()
        self._rhythm.packet(self._clock(), packet.is_keyframe)
        shown = False
        for picture in self._decoder.pictures(packet):
            self._live.picture_seen()
            if self._cancel.wait(self._pacer.wait_s(picture.time, self._clock())):
                return shown
            self._good_s = self._clock()
            self._skip = self._level is Level.HALF and not self._skip
            if not self._skip:
                self._publish(picture)
                shown = True
        self._judge()
        return shown

    def verdict(self, reason: Reason) -> Reason:
        """Why the stream ended, when only damaged pictures came before it stalled."""
        garbage = reason is Reason.STALLED and self._decoder.damaged >= GARBAGE_COUNT
        return Reason.GARBAGE if garbage else reason

    def _publish(self, picture: VideoFrame) -> None:
        now_s = self._clock()
        self._slot.publish(self._scaler.tile(picture, self._slot.size, now_s))
        taken_s = self._pacer.taken_at_s(now_s)
        self.newest = (picture, taken_s)
        self._rhythm.picture(now_s)
        self._progress.shown(
            taken_s,
            self._freeze.unchanged_s(picture, now_s),
            self._rhythm.tempo(self._level, now_s - taken_s),
        )
        if now_s - self._opened_s > SETTLED_S:
            self._progress.settled()

    def _judge(self) -> None:
        now_s = self._clock()
        if self._decoder.damaged >= GARBAGE_COUNT and now_s - self._good_s > GARBAGE_S:
            raise StreamError(Reason.GARBAGE)
        if self.newest is None and now_s - self._opened_s > FIRST_PICTURE_S:
            raise StreamError(Reason.GARBAGE if self._decoder.damaged else Reason.STALLED)
