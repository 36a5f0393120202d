"""The manifest of a kept picture: it says of itself that it was decoded here."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from command_center.domain.entities import iso
from command_center.runtime.redact import redact
from command_center.video.evidence import chain
from command_center.video.evidence.hashed import BLOCK, BlockHashes, write_whole
from command_center.video.evidence.manifest import (
    CAMERA_CLOCKS,
    FORMAT,
    VERSION,
    Camera,
    Clocks,
    File,
    Manifest,
    encode,
)
from command_center.video.model import CameraSpec, Snapshot

SHOWN = "when the picture was shown at this workstation, by its clock"


def keep_picture(
    path: Path,
    picture: Snapshot,
    camera: CameraSpec,
    captured_at: datetime,
    about: dict[str, str],
) -> str:
    """Write `picture` to `path` (a name of ours) and its manifest beside it, the picture first;
    the manifest's SHA-256. OSError; takes milliseconds, so worker threads only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, picture.png)
    hashes = BlockHashes()
    hashes.update(picture.png)
    at = iso(captured_at)
    file = File(
        path.name,
        hashes.size,
        hashes.sha256,
        BLOCK,
        hashes.blocks,
        "png",
        picture.width,
        picture.height,
        1,
        1,
    )

    def made(previous: str) -> bytes:
        manifest = Manifest(
            format=FORMAT,
            version=VERSION,
            kind="picture",
            camera=Camera(camera.id, camera.name, redact(camera.url)),
            clocks=Clocks(SHOWN, CAMERA_CLOCKS[False], at, at, None, None, None, 0.0),
            before_s=0.0,
            after_s=0.0,
            files=[file],
            gaps=[],
            masks=list(camera.masks),
            masked=bool(camera.masks),
            about=about,
            previous=previous,
        )
        return encode(manifest)

    return chain.append(path.parent, f"{path.stem}.json", made)
