"""What a file is by its content, whatever it was called."""

from __future__ import annotations

import puremagic

TEXT = "text/plain"
LONGEST_TEXT = 1024 * 1024
# Media types that are kept, by what the content is recognised as: a type or a suffix.
KEPT = {
    "image/jpeg": "image/jpeg",
    "image/png": "image/png",
    "image/webp": "image/webp",
    "image/gif": "image/gif",
    "image/bmp": "image/bmp",
    "image/heif": "image/heif",
    "image/heic": "image/heif",
    "application/pdf": "application/pdf",
    "video/mp4": "video/mp4",
    "video/quicktime": "video/quicktime",
    "video/3gpp": "video/3gpp",
    "video/webm": "video/webm",
    "video/x-matroska": "video/x-matroska",
    "audio/mpeg": "audio/mpeg",
    "audio/mp4": "audio/mp4",
    "audio/wav": "audio/wav",
    "audio/x-wav": "audio/wav",
    "application/ogg": "audio/ogg",
    "audio/ogg": "audio/ogg",
    ".amr": "audio/amr",
    ".mp3": "audio/mpeg",
    ".wav": "audio/wav",
    ".bmp": "image/bmp",
}
_CONTROL = frozenset(range(32)) - {9, 10, 12, 13} | {127}


def kind_of(content: bytes) -> str | None:
    """A media type of `KEPT` or plain text; None for everything else. `content` is the whole file
    or at least its first `LONGEST_TEXT` + 1 bytes."""
    if is_text(content):
        return TEXT
    try:
        found = puremagic.magic_string(content)
    except (puremagic.PureError, ValueError):
        return None
    best = found[0].confidence
    for one in found:
        if one.confidence < best:
            break
        kind = KEPT.get(one.mime_type) or KEPT.get(one.extension)
        if kind is not None:
            return kind
    return None


def is_text(content: bytes) -> bool:
    """UTF-8 without control characters, of no more than a person would scroll through. A PDF can
    be all letters, too."""
    if not content or len(content) > LONGEST_TEXT or content.startswith(b"%PDF-"):
        return False
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return _CONTROL.isdisjoint(content)
