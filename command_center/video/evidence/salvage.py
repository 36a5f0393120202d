"""What a crash left of a clip: its whole fragments, with a manifest that says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import av
import av.error
from av.video.stream import VideoStream

from command_center.domain.entities import iso
from command_center.runtime.redact import redact
from command_center.video.evidence import chain
from command_center.video.evidence.container import SUFFIXES, container_of, whole_boxes
from command_center.video.evidence.hashed import BLOCK, hashes_of, settle_folder
from command_center.video.evidence.manifest import (
    CAMERA_CLOCKS,
    FORMAT,
    VERSION,
    Camera,
    Clocks,
    File,
    Gap,
    Manifest,
    encode,
)
from command_center.video.model import CameraSpec, ClipRequest

INTERRUPTED = "interrupted"
GUESSED = "when the file was last written, by this workstation's clock: the program was interrupted"


def salvage(request: ClipRequest, spec: CameraSpec) -> bool:
    """Make evidence of NAME.part, if there is any that plays and no manifest; whether it was made.

    Arrivals are not known any more: the last picture counts as written last. OSError.
    """
    folder = Path(request.folder)
    half = folder / f"{request.name}.part"
    if (folder / f"{request.name}.json").exists() or not half.is_file():
        return False
    last_at = datetime.fromtimestamp(half.stat().st_mtime, UTC)
    found = _readable(half)
    if found is None:
        return False
    codec, (width, height), keys, seconds = found
    path = half.with_suffix(SUFFIXES[container_of(codec)])
    half.replace(path)
    settle_folder(folder)
    hashes = hashes_of(path)
    file = File(
        path.name,
        hashes.size,
        hashes.sha256,
        BLOCK,
        hashes.blocks,
        codec,
        width,
        height,
        len(keys),
        sum(keys),
    )
    first_at = last_at - timedelta(seconds=seconds)
    clocks = Clocks(
        GUESSED, CAMERA_CLOCKS[False], iso(first_at), iso(last_at), None, None, None, 0.0
    )
    gap = Gap(iso(last_at), iso(last_at + timedelta(seconds=request.after_s)), INTERRUPTED)
    chain.append(folder, f"{request.name}.json", _made(request, spec, file, clocks, gap))
    return True


def _made(
    request: ClipRequest, spec: CameraSpec, file: File, clocks: Clocks, gap: Gap
) -> Callable[[str], bytes]:
    def made(previous: str) -> bytes:
        manifest = Manifest(
            format=FORMAT,
            version=VERSION,
            kind="clip",
            camera=Camera(spec.id, spec.name, redact(spec.url)),
            clocks=clocks,
            before_s=request.before_s,
            after_s=request.after_s,
            files=[file],
            gaps=[gap],
            masks=list(spec.masks),
            masked=False,
            about=request.about,
            previous=previous,
        )
        return encode(manifest)

    return made


def _readable(half: Path) -> tuple[str, tuple[int, int], list[bool], float] | None:
    """Codec, size, which pictures are key pictures and seconds of what plays, cut to that."""
    whole = whole_boxes(half)
    if whole:
        with half.open("r+b") as file:
            file.truncate(whole)
    try:
        with av.open(str(half)) as container:
            stream = container.streams.video[0]
            packets = [packet for packet in container.demux(stream) if packet.size]
            stamps = [float(p.pts * p.time_base) for p in packets if p.pts is not None]
            return _facts(stream, [p.is_keyframe for p in packets], stamps)
    except (av.error.FFmpegError, IndexError):
        return None


def _facts(
    stream: VideoStream, keys: list[bool], stamps: list[float]
) -> tuple[str, tuple[int, int], list[bool], float] | None:
    if not stamps:
        return None
    size = stream.codec_context.width, stream.codec_context.height
    return stream.codec_context.name, size, keys, max(stamps) - min(stamps)
