"""One connection's pictures on their way to the slot."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from av.packet import Packet
from av.video.frame import VideoFrame
from av.video.stream import VideoStream

from command_center.video.cancel import Cancel
from command_center.video.decode import KEYS_ONLY, Decoder
from command_center.video.drift import Drift
from command_center.video.freeze import FreezeWatch
from command_center.video.ingest.opening import LiveInput
from command_center.video.jitter import JitterBuffer
from command_center.video.model import Level, LevelReason, Reason, StreamError
from command_center.video.pace import Pacer
from command_center.video.progress import Progress
from command_center.video.rhythm import Rhythm
from command_center.video.slot import Frame
from command_center.video.snapshot import Newest
from command_center.video.tile import TileScaler

FIRST_PICTURE_S = 25.0  # some cameras send a key picture in 20 s
GARBAGE_S = 2.0
GARBAGE_COUNT = 3
SETTLED_S = 10.0
HURRY_S = 0.12  # later than this only the newest pictures are painted ...
HURRY_GAP_S = 0.2  # ... so often
SLOW_S = 1.0  # a camera whose pictures are further apart is one that sends no more

Assigned = tuple[Level, LevelReason]


@dataclass(frozen=True)
class Output:
    """Where a connection's pictures go; `freeze` None: they may stand still. `stamps_count`:
    the camera sends in real time and its stamps tell when."""

    size: Callable[[], tuple[int, int]]
    publish: Callable[[Frame], None]
    scaler: TileScaler
    freeze: FreezeWatch | None
    stamps_count: bool


class Playback:
    """Decodes, paces, judges and publishes; raises when the stream is not worth keeping."""

    def __init__(
        self,
        live: LiveInput,
        output: Output,
        progress: Progress,
        cancel: Cancel,
        clock: Callable[[], float],
    ) -> None:
        self.newest: Newest | None = None
        self._live = live
        self._output = output
        self._progress = progress
        self._cancel = cancel
        self._clock = clock
        self._decoder = Decoder(live.stream, progress.damaged)
        self._tick_s = float(live.stream.time_base or 0)
        self._segments = Pacer(live.lag_s) if live.segment_s else None
        self._jitter = JitterBuffer(live.lag_s) if live.paced and not live.segment_s else None
        self._rhythm = Rhythm(live.segment_s or live.poll_s)
        self._drift = Drift()
        self._assigned: Assigned | None = None
        self._level = Level.FULL
        self._opened_s = self._good_s = clock()
        self._shown_s = float("-inf")
        self._skip = False

    def stamp_s(self, packet: Packet[VideoStream]) -> float | None:
        """The packet's time stamp in seconds, where it has one."""
        return None if packet.pts is None else packet.pts * self._tick_s

    def take(
        self, packet: Packet[VideoStream], assigned: Assigned, arrived_s: float, waited_s: float
    ) -> bool:
        """Show what is in a packet that was `waited_s` in coming; whether there was a picture.

        Raises:
            StreamError: GARBAGE or STALLED when nothing good comes any more.
        """
        now_s = self._clock()
        key = packet.is_keyframe
        stamp_s = self.stamp_s(packet)
        self._progress.arrived()
        self._rhythm.packet(now_s, key)
        self._at(assigned, self._came(stamp_s, key, arrived_s, waited_s))
        if self._level in KEYS_ONLY and not self._decoder.damaged:
            self._live.picture_seen()  # one may be in it: it is left undecoded on purpose
        shown = False
        for picture in self._decoder.pictures(packet, now_s):
            self._live.picture_seen()
            if self._cancelled_before(picture):
                return shown
            halves = self._level is Level.HALF and not self._decoder.keys_alone
            self._skip = halves and not self._skip
            if not self._skip and not self._hurry():
                self._publish(picture)
                shown = True
        self._judge()
        return shown

    @property
    def settled(self) -> bool:
        """Whether the connection has held for a while."""
        return self._good_s - self._opened_s > SETTLED_S

    def verdict(self, reason: Reason) -> Reason:
        """Why the stream ended, when only damaged pictures came before it stalled."""
        garbage = reason is Reason.STALLED and self._decoder.damaged >= GARBAGE_COUNT
        return Reason.GARBAGE if garbage else reason

    def _came(self, stamp_s: float | None, key: bool, arrived_s: float, waited_s: float) -> bool:
        """Tell who judges punctuality; whether only key pictures are to be decoded."""
        if self._segments is not None:
            self._segments.arrived(stamp_s, arrived_s)
        elif self._jitter is not None:
            self._jitter.arrived(waited_s, arrived_s)
        elif self._output.stamps_count and stamp_s is not None:
            return self._drift.packet(stamp_s, key, arrived_s, waited_s)
        return False

    def _cancelled_before(self, picture: VideoFrame) -> bool:
        """Wait until a picture is due."""
        self._good_s = self._clock()
        pacer = self._segments or self._jitter
        if pacer is None:
            return False
        wait_s = pacer.wait_s(picture.time, self._good_s)
        if wait_s > 0 and self._cancel.wait(wait_s):
            return True
        self._good_s = self._clock()
        return False

    def _at(self, assigned: Assigned, behind: bool) -> None:
        level, reason = assigned
        if behind and level not in KEYS_ONLY:
            level, reason = Level.KEY, LevelReason.DRIFT
        elif level not in KEYS_ONLY and self._rhythm.slow(SLOW_S):
            reason = LevelReason.SOURCE
        if (level, reason) == self._assigned:
            return
        if level is not self._level:
            self._level = level
            self._decoder.set_level(level)
            self._rhythm.level_changed()
        self._assigned = level, reason
        self._progress.at(level, reason, self._rhythm.tempo(level).picture_s)

    def _hurry(self) -> bool:
        """Whether to leave out a picture, because newer ones are waiting."""
        late_s = self._drift.late_s
        if self._segments is not None:
            late_s = self._segments.late_s(self._good_s)
        late = late_s > HURRY_S and self._level not in KEYS_ONLY
        return late and self._good_s - self._shown_s < HURRY_GAP_S

    def _publish(self, picture: VideoFrame) -> None:
        now_s = self._clock()
        output = self._output
        tile = output.scaler.tile(picture, output.size(), now_s)
        self._shown_s = now_s
        taken_s = self._taken_s(picture.time, now_s)
        decoder = self._decoder
        self.newest = Newest(picture, taken_s, decoder.recipe, tuple(decoder.since_key))
        self._rhythm.picture(now_s)
        same_s = output.freeze.unchanged_s(picture, now_s) if output.freeze else 0.0
        # Known before it is shown: who takes over with this picture is live with it.
        self._progress.shown(taken_s, same_s, self._rhythm.tempo(self._level))
        output.publish(tile)

    def _taken_s(self, stamp_s: float | None, now_s: float) -> float:
        """As the camera itself says, else as late as is possible."""
        age_s = None if stamp_s is None else self._live.calendar.age_s(stamp_s, time.time())
        if age_s is not None:
            return now_s - age_s
        pacer = self._segments or self._jitter
        return now_s - self._drift.late_s if pacer is None else pacer.taken_at_s(now_s)

    def _judge(self) -> None:
        now_s = self._clock()
        if self._decoder.damaged >= GARBAGE_COUNT and now_s - self._good_s > GARBAGE_S:
            raise StreamError(Reason.GARBAGE)
        if self.newest is None and now_s - self._opened_s > FIRST_PICTURE_S:
            raise StreamError(Reason.GARBAGE if self._decoder.damaged else Reason.STALLED)
