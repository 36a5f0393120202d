"""One clip: the ring's past and the packets that come after, in files with a manifest."""

from __future__ import annotations

import errno
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import av
import av.error

from command_center.domain.entities import iso
from command_center.runtime.redact import redact
from command_center.video.evidence import chain
from command_center.video.evidence.container import (
    MP4,
    SUFFIXES,
    PartFile,
    container_of,
    whole_boxes,
)
from command_center.video.evidence.gaps import Gaps, Missing, Span
from command_center.video.evidence.hashed import BLOCK, BlockHashes, hashes_of, settle_folder
from command_center.video.evidence.manifest import (
    CAMERA_CLOCKS,
    FORMAT,
    NAME,
    ROOM_CLOCK,
    VERSION,
    Camera,
    Clocks,
    File,
    Gap,
    Manifest,
    encode,
)
from command_center.video.model import CameraSpec, ClipFile, ClipRequest, Reason, StreamError
from command_center.video.ring import KeptPacket, PacketRing

LOOK_S = 0.25
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
Clock = Callable[[], float]


class Recording:
    """Listens from the moment it is made, so nothing fades while its thread waits for a turn."""

    def __init__(
        self,
        ring: PacketRing,
        spec: CameraSpec,
        request: ClipRequest,
        clock: Clock = time.monotonic,
        wall: Clock = time.time,
    ) -> None:
        """`clock` is the one the packets' arrivals are by, `wall` the room's.

        Raises:
            ValueError: the request's name is none of ours.
        """
        if not NAME.fullmatch(request.name) or "." in request.name:
            raise ValueError("a name for evidence is letters, digits, - and _")
        self._spec = spec
        self._request = request
        self._clock, self._wall = clock, wall
        asked_s = clock()
        self._offset_s = wall() - asked_s
        self._end_s = asked_s + request.after_s
        self._gaps = Gaps(asked_s - request.before_s, self._end_s)
        self._follower = ring.follow(request.before_s, asked_s)
        self._stopped = threading.Event()
        self._parts: list[PartFile] = []
        self._files: list[File] = []
        self._first: KeptPacket | None = None
        self._last_s = asked_s
        self._first_said: KeptPacket | None = None
        self._last_said: KeptPacket | None = None

    def stop(self) -> None:
        """End with what there is; the manifest says that it was cut short."""
        self._stopped.set()

    def run(self) -> ClipFile:
        """Wait for the clip's end and store it; a worker thread only.

        Raises:
            StreamError: nothing came (STALLED), nothing holds this codec (UNSUPPORTED), or the
                folder takes nothing (DISK_FULL, NOT_WRITABLE).
        """
        folder = Path(self._request.folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._record(folder)
            return self._store(folder)
        except OSError as error:
            raise StreamError(_reason(error)) from error
        except av.error.FFmpegError as error:
            raise StreamError(Reason.UNSUPPORTED) from error
        finally:
            self._follower.close()

    # --- recording ------------------------------------------------------------------------------

    def _record(self, folder: Path) -> None:
        while True:
            over = self._clock() >= self._end_s or self._stopped.is_set()
            wait_s = 0.0 if over else min(LOOK_S, self._end_s - self._clock())
            for packet in self._follower.take(wait_s):
                if packet.arrived_s > self._end_s:
                    over = True
                elif not self._write(folder, packet):
                    return
            if over:
                break
        if self._parts and not self._finish():
            return
        if self._stopped.is_set() and self._clock() < self._end_s:
            self._gaps.ended(self._clock(), Missing.STOPPED)

    def _write(self, folder: Path, packet: KeptPacket) -> bool:
        """False when the disk takes no more: what is there is kept."""
        try:
            if not self._parts or not packet.connection.continues(self._parts[-1].connection):
                if not packet.is_key:
                    return True
                if not self._begin(folder, packet):
                    return False
            self._parts[-1].write(packet)
        except (OSError, av.error.FFmpegError) as error:
            if not self._parts:
                raise
            self._break_off(error)
            return False
        self._seen(packet)
        return True

    def _begin(self, folder: Path, packet: KeptPacket) -> bool:
        """Another file; False when there can be none: those before it are kept all the same."""
        if self._parts and not self._finish():
            return False
        try:
            self._parts.append(PartFile(self._path(folder), packet))
        except (OSError, StreamError, av.error.FFmpegError) as error:
            if not self._files:
                raise
            why = Missing.DISK if isinstance(error, OSError) else Missing.REFUSED
            self._gaps.ended(self._last_s, why)
            return False
        return True

    def _seen(self, packet: KeptPacket) -> None:
        self._gaps.packet(packet, behind=packet.arrived_s in self._follower.resumed)
        self._first = self._first or packet
        self._last_s = packet.arrived_s
        if packet.camera_s is not None:
            self._first_said = self._first_said or packet
            self._last_said = packet

    def _path(self, folder: Path) -> Path:
        part = f"-{len(self._parts) + 1}" if self._parts else ""
        return folder / f"{self._request.name}{part}.part"

    def _finish(self) -> bool:
        """False when the disk took no more."""
        part = self._parts[-1]
        try:
            part.finish()
        except (OSError, av.error.FFmpegError) as error:
            self._break_off(error)
            return False
        self._keep_file(part, part.file.hashes, len(part.arrivals_s), part.keys)
        return True

    def _break_off(self, error: Exception) -> None:
        """The disk takes no more, or the container not this packet: keep the last whole
        fragment and say what is missing."""
        part = self._parts[-1]
        cause = part.file.error or error
        why = Missing.REFUSED if part.file.error is None else Missing.DISK
        part.abandon()
        if container_of(part.connection.codec) == MP4:
            with part.path.open("r+b") as file:
                file.truncate(whole_boxes(part.path))
        pictures, keys = _count(part.path)
        if pictures:
            self._keep_file(part, hashes_of(part.path), pictures, keys)
        elif not self._files:
            raise cause if isinstance(cause, OSError) else StreamError(Reason.INTERNAL)
        if pictures:
            self._last_s = part.arrivals_s[pictures - 1]
        self._gaps.ended(self._last_s, why)

    def _keep_file(self, part: PartFile, hashes: BlockHashes, pictures: int, keys: int) -> None:
        connection = part.connection
        path = part.path.with_suffix(SUFFIXES[container_of(connection.codec)])
        part.path.replace(path)
        self._files.append(
            File(
                path.name,
                hashes.size,
                hashes.sha256,
                BLOCK,
                hashes.blocks,
                connection.codec,
                connection.width,
                connection.height,
                pictures,
                keys,
            )
        )

    # --- the manifest ---------------------------------------------------------------------------

    def _store(self, folder: Path) -> ClipFile:
        if not self._files or self._first is None:
            raise StreamError(Reason.STALLED)
        settle_folder(folder)
        spans = self._gaps.found(self._last_s)
        made = partial(self._manifest, spans)
        digest = chain.append(
            folder, f"{self._request.name}.json", lambda previous: encode(made(previous))
        )
        return ClipFile(
            file=self._files[0].file,
            size=sum(file.size for file in self._files),
            sha256=self._files[0].sha256,
            manifest_sha256=digest,
            first_at_s=self._first.arrived_s + self._offset_s,
            last_at_s=self._last_s + self._offset_s,
            pictures=sum(file.pictures for file in self._files),
            drift_s=self._drift_s(),
            missing=spans[0].why.value if spans else "",
        )

    def _manifest(self, spans: list[Span], previous: str) -> Manifest:
        spec = self._spec
        return Manifest(
            format=FORMAT,
            version=VERSION,
            kind="clip",
            camera=Camera(spec.id, spec.name, redact(spec.url)),
            clocks=self._clocks(),
            before_s=self._request.before_s,
            after_s=self._request.after_s,
            files=self._files,
            gaps=[
                Gap(self._at(span.from_s), self._at(span.to_s), span.why.value) for span in spans
            ],
            masks=list(spec.masks),
            masked=False,
            about=self._request.about,
            previous=previous,
        )

    def _clocks(self) -> Clocks:
        assert self._first is not None
        first, last = self._first_said, self._last_said
        return Clocks(
            room=ROOM_CLOCK,
            camera=CAMERA_CLOCKS[first is not None],
            first_at=self._at(self._first.arrived_s),
            last_at=self._at(self._last_s),
            camera_first_at=_said(first),
            camera_last_at=_said(last),
            drift_s=self._drift_s(),
            room_stepped_s=round(self._wall() - self._clock() - self._offset_s, 3),
        )

    def _drift_s(self) -> float | None:
        said = self._last_said
        if said is None or said.camera_s is None:
            return None
        return round(said.camera_s - (said.arrived_s + self._offset_s), 3)

    def _at(self, arrived_s: float) -> str:
        return _utc(arrived_s + self._offset_s)


def _utc(seconds: float) -> str:
    return iso(datetime.fromtimestamp(seconds, UTC))


def _said(packet: KeptPacket | None) -> str | None:
    """A camera may say anything: what is no date is none."""
    try:
        return _utc(packet.camera_s) if packet and packet.camera_s else None
    except (ValueError, OverflowError, OSError):
        return None


def _count(path: Path) -> tuple[int, int]:
    """Pictures and key pictures of a file that broke off."""
    try:
        with av.open(str(path)) as container:
            keys = [packet.is_keyframe for packet in container.demux(video=0) if packet.size]
    except (av.error.FFmpegError, IndexError):
        return 0, 0
    return len(keys), sum(keys)


def _reason(error: OSError) -> Reason:
    return Reason.DISK_FULL if error.errno in FULL else Reason.NOT_WRITABLE
