"""What a crash left of a clip: its whole fragments, with a manifest that says so."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
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
    INTERRUPTED,
    VERSION,
    Camera,
    Clocks,
    File,
    Gap,
    Manifest,
    encode,
)
from command_center.video.model import CameraSpec, ClipRequest

GUESSED = "when the file was last written, by this workstation's clock: the program was interrupted"


def salvage(request: ClipRequest, spec: CameraSpec) -> bool:
    """Make evidence of what plays of a clip without a manifest, its files in their order; whether
    it was made.

    Arrivals are not known any more: the last picture counts as written last. OSError.
    """
    folder = Path(request.folder)
    if not folder.is_dir():
        return False
    chain.settle(folder)
    if (folder / f"{request.name}.json").exists():
        return False
    kept = [found for path in _left(folder, request.name) if (found := _whole(path)) is not None]
    if not kept:
        return False
    settle_folder(folder)
    first_at, last_at = kept[0].first_at, kept[-1].last_at
    clocks = Clocks(
        GUESSED, CAMERA_CLOCKS[False], iso(first_at), iso(last_at), None, None, None, 0.0
    )
    gap = Gap(iso(last_at), iso(last_at + timedelta(seconds=request.after_s)), INTERRUPTED)
    files = [each.file for each in kept]
    chain.append(folder, f"{request.name}.json", _made(request, spec, files, clocks, gap))
    return True


@dataclass(frozen=True, slots=True)
class _Kept:
    file: File
    first_at: datetime
    last_at: datetime


def _left(folder: Path, name: str) -> Iterator[Path]:
    """The clip's files, whole or broken off, as the recorder numbers them."""
    for number in count(1):
        stem = name if number == 1 else f"{name}-{number}"
        paths = [folder / f"{stem}{suffix}" for suffix in (*SUFFIXES.values(), ".part")]
        there = [path for path in paths if path.is_file() and not path.is_symlink()]
        if not there:
            return
        yield there[0]


def _whole(path: Path) -> _Kept | None:
    last_at = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    found = _readable(path)
    if found is None:
        return None
    codec, (width, height), keys, seconds = found
    if path.suffix == ".part":
        path = path.replace(path.with_suffix(SUFFIXES[container_of(codec)]))
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
    return _Kept(file, last_at - timedelta(seconds=seconds), last_at)


def _made(
    request: ClipRequest, spec: CameraSpec, files: list[File], clocks: Clocks, gap: Gap
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
            files=files,
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
    if half.suffix == ".part" and whole:
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
