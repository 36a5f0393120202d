"""What is written beside a piece of evidence: everything needed to judge it without this program.

Read back, it is text from outside: capped, typed, and no name in it is ever followed.
"""

from __future__ import annotations

import re

import msgspec

FORMAT = "pusat-komando-evidence"
VERSION = 1
INTERRUPTED = "interrupted"
BYTES_MAX = 2_000_000
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,79}(\.[a-z0-9]{1,4})?")
Sha256 = str
ROOM_CLOCK = "arrival of each packet at this workstation, by its clock"
CAMERA_CLOCKS = {
    True: "the camera's own, as it told with its packets",
    False: "none: this camera sends no clock",
}


class FaultyManifest(Exception):
    """A file that is no manifest of ours; says why in one word."""


class Camera(msgspec.Struct, frozen=True):
    """`url` without user, password and tokens."""

    id: str
    name: str
    url: str


class Clocks(msgspec.Struct, frozen=True):
    """Times ISO-8601 in UTC. `drift_s`: how far the camera's clock was ahead of the room's when
    the picture arrived, so its way here counts as behind; null where the camera has no clock.
    `room_stepped_s`: how far the room's clock was set while this was recorded."""

    room: str
    camera: str
    first_at: str
    last_at: str
    camera_first_at: str | None
    camera_last_at: str | None
    drift_s: float | None
    room_stepped_s: float


class Gap(msgspec.Struct, frozen=True):
    """Time that was asked for and is not in the files."""

    from_at: str
    to_at: str
    why: str


class File(msgspec.Struct, frozen=True):
    """A file beside the manifest; `blocks` are SHA-256 of each `block_size` bytes of it."""

    file: str
    size: int
    sha256: Sha256
    block_size: int
    blocks: list[Sha256]
    codec: str
    width: int
    height: int
    pictures: int
    key_pictures: int


class Manifest(msgspec.Struct, frozen=True):
    """`previous` is the SHA-256 of the manifest written before it in the same folder, "" for the
    first. `masks` (fractions: left, top, width, height) covered the picture on the wall; a clip
    shows what is under them. `about` is what the room adds, as it was."""

    format: str
    version: int
    kind: str
    camera: Camera
    clocks: Clocks
    before_s: float
    after_s: float
    files: list[File]
    gaps: list[Gap]
    masks: list[tuple[float, float, float, float]]
    masked: bool
    about: dict[str, str]
    previous: str


def encode(manifest: Manifest) -> bytes:
    """UTF-8 JSON that a person can read; its bytes are what is hashed."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"


def decode(data: bytes) -> Manifest:
    """FaultyManifest: not_json, not_ours or names."""
    try:
        manifest = msgspec.json.decode(data, type=Manifest)
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        raise FaultyManifest("not_a_manifest") from None
    if manifest.format != FORMAT or manifest.version != VERSION:
        raise FaultyManifest("other_version")
    if not manifest.files or not all(_plausible(file) for file in manifest.files):
        raise FaultyManifest("not_a_manifest")
    return manifest


def _plausible(file: File) -> bool:
    """Names are made by us: no folder, no device, nothing that leads elsewhere."""
    expected = -(-file.size // file.block_size) if file.block_size > 0 else -1
    return bool(NAME.fullmatch(file.file)) and file.size >= 0 and len(file.blocks) == expected
